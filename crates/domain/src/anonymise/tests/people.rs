//! People who write who they are, in each language, in every way people do.

use super::*;

/// A conversation, and what of it must be nowhere in its stand-in, folded.
struct Person {
    language: &'static str,
    visitor: Json,
    agent: &'static str,
    said: &'static [(char, &'static str)],
    gone: &'static [&'static str],
    kept: &'static [&'static str],
}

fn json(person: &Person) -> String {
    let lines: Vec<(char, String)> =
        person.said.iter().map(|(who, text)| (*who, (*text).to_owned())).collect();
    let mut json: Json = serde_json::from_str(&chat(person.language, &lines)).unwrap();
    json["visitor"] = person.visitor.clone();
    for edge in json["messages"]["edges"].as_array_mut().unwrap() {
        if edge["node"]["author"]["__typename"] == "Professional" {
            edge["node"]["author"]["userName"] = person.agent.into();
        }
    }
    json.to_string()
}

fn people() -> Vec<Person> {
    vec![
        Person {
            language: "fr",
            visitor: json!({"firstName": "Béatrice", "lastName": "Lefèvre-Ozan", "email": "Bea.Lefevre@Orange.fr", "phoneNumber": "+33612345678"}),
            agent: "Sylviane P.",
            said: &[
                ('B', "Bonjour, ici Sylviane. [](Q1) Quel est votre projet ?"),
                (
                    'V',
                    "bonjour sylviane, un achat. Mme LEFEVRE OZAN, mais appelez-moi Be\u{301}atrice",
                ),
                ('B', "[](Q4) Merci beatrice ! Votre numéro ?"),
                ('V', "06.12.34.56.78 ou au bureau 01 42 68 53 17"),
                ('B', "[](Q5) Votre email ?"),
                ('V', "bea.lefevre@orange.fr, sinon c.quillebois@wanadoo.fr"),
                ('B', "[](Q3) Votre code postal ?"),
                (
                    'V',
                    "69007, j'habite au 14 bis rue des Capucines à Villefranche, avant c'était 38200 Vienne",
                ),
                ('B', "[](Q2) Budget ?"),
                (
                    'V',
                    "250 000 €, mon compte FR76 3000 6000 0112 3456 7890 189, voir https://www.facebook.com/bea.lefevre69 et @bea_lef",
                ),
                ('V', "mon mari s'appelle Corentin Quillebois ; je m'appelle aussi Quillebois"),
            ],
            gone: &[
                "beatrice",
                "lefevre",
                "ozan",
                "sylviane",
                "0612345678",
                "612345678",
                "142685317",
                "bea.lefevre",
                "quillebois",
                "capucines",
                "69007",
                "38200",
                "30006000",
                "bea_lef",
                "orange.fr",
                "facebook",
            ],
            kept: &["250 000 €", "un achat", "14 bis rue des", "Votre numéro ?"],
        },
        Person {
            language: "en",
            visitor: json!({"firstName": "Siobhan", "lastName": "O'Rafferty", "email": null, "phoneNumber": "020 7946 0018"}),
            agent: "Trevor",
            said: &[
                ('B', "Hi, I'm Trevor [](Q1) What are you planning?"),
                ('V', "Hello Trevor, a purchase. This is Siobhan O'Rafferty speaking"),
                ('B', "[](Q4) Your full name please?"),
                ('V', "wilhelmina braithwaite"),
                ('B', "[](Q5) And how can we reach you?"),
                (
                    'V',
                    "+44 20 7946 0018 or siobhan_1987@hotmail.co.uk, Wilhelmina's on www.braithwaite-bakery.co.uk",
                ),
                ('B', "[](Q3) Where do you live?"),
                ('V', "17 Marmaduke Road, BS6 5TW Bristol; my mother is at 4 Oakfield Close"),
                ('B', "[](Q6) When?"),
                ('V', "12 April 2027, ask for APRIL or Dr Fotheringay"),
            ],
            gone: &[
                "siobhan",
                "rafferty",
                "trevor",
                "wilhelmina",
                "braithwaite",
                "79460018",
                "1987",
                "hotmail",
                "marmaduke",
                "bs65tw",
                "oakfield",
                "fotheringay",
            ],
            kept: &["12 April 2027", "a purchase", "17 ", " Road", "4 "],
        },
        Person {
            language: "de",
            visitor: json!({"firstName": "Jürgen", "lastName": "Großkopf", "email": "j.grosskopf@web.de", "phoneNumber": "030 901820"}),
            agent: "Heidrun",
            said: &[
                ('B', "Guten Tag, mein Name ist Heidrun. [](Q1) Was haben Sie vor?"),
                ('V', "Kauf. JÜRGEN GROSSKOPF mein Name, Herr Zwickelbauer empfahl Sie"),
                ('B', "[](Q4) Telefon?"),
                ('V', "030 / 90 18 20"),
                ('B', "[](Q3) Adresse?"),
                ('V', "Rebhuhnstraße 17, 79379 Müllheim, früher Potsdamer Straße 4"),
                ('B', "[](Q2) Budget?"),
                ('V', "350.000 €, Konto DE89 3704 0044 0532 0130 00, grosskopf-bau.de"),
            ],
            gone: &[
                "jurgen",
                "grosskopf",
                "heidrun",
                "zwickelbauer",
                "901820",
                "rebhuhn",
                "79379",
                "mullheim",
                "potsdamer",
                "37040044",
            ],
            kept: &["350.000 €", "Kauf", "straße 17", "Straße 4"],
        },
        Person {
            language: "es",
            visitor: json!({"firstName": "Lucía", "lastName": "Echegaray", "email": "lucia@echegaray.es", "phoneNumber": "612345678"}),
            agent: "Macarena",
            said: &[
                ('B', "Hola, le atiende Macarena [](Q1) ¿Cuál es su proyecto?"),
                ('V', "hola macarena, me llamo lucia echegaray y quiero comprar"),
                ('B', "[](Q4) ¿Teléfono?"),
                ('V', "612 34 56 78"),
                ('B', "[](Q3) ¿Código postal?"),
                ('V', "48930, vivo en la calle Gernikako 5, antes 20013 Donostia"),
                ('B', "[](Q2) ¿Presupuesto?"),
                ('V', "250.000 € y el Sr. Zubizarreta avala"),
            ],
            gone: &[
                "lucia",
                "echegaray",
                "macarena",
                "612345678",
                "48930",
                "gernikako",
                "20013",
                "donostia",
                "zubizarreta",
            ],
            kept: &["250.000 €", "quiero comprar"],
        },
        Person {
            language: "it",
            visitor: json!({"firstName": "Giosuè", "lastName": "Brambilla", "email": "g.brambilla@libero.it", "phoneNumber": "+39 347 123 4567"}),
            agent: "Ermenegilda",
            said: &[
                ('B', "Buongiorno, sono Ermenegilda [](Q1) Qual è il suo progetto?"),
                ('V', "acquisto, mi chiamo Giosue Brambilla"),
                ('B', "[](Q4) Telefono?"),
                ('V', "3471234567"),
                ('B', "[](Q3) CAP?"),
                ('V', "20835, via Sant'Ambrogio 12, vicino a 20900 Monza"),
                ('B', "[](Q2) Budget?"),
                ('V', "250.000 €, chieda della signora Pautasso"),
            ],
            gone: &[
                "giosue",
                "brambilla",
                "ermenegilda",
                "3471234567",
                "20835",
                "ambrogio",
                "20900",
                "monza",
                "pautasso",
            ],
            kept: &["250.000 €", "acquisto"],
        },
    ]
}

#[test]
fn nobody_is_left_and_it_reads_the_same() {
    for person in people() {
        let json = json(&person);
        let played = check_reading(&json, person.language, person.language);
        let folded: String = word::folded(&played.json);
        let close = folded.replace(' ', "");
        for gone in person.gone {
            let gone = word::folded(gone).replace(' ', "");
            assert!(close.find(&gone).is_none(), "{}: {gone}\n{}", person.language, played.json);
        }
        for kept in person.kept {
            assert!(played.json.contains(kept), "{}: {kept}\n{}", person.language, played.json);
        }
    }
}

#[test]
fn the_same_person_is_the_same_everywhere_and_keeps_the_form() {
    let said = |text: &str| ('V', text.to_owned());
    let lines = [
        said("06 12 34 56 78"),
        said("06.12.34.56.78"),
        said("+33 (0)6 12 34 56 78"),
        said("+33612345678"),
        said("Marc.Dupont@Gmail.com"),
        said("marc.dupont@gmail.com"),
        said("je m'appelle Hervé Dupont"),
        said("HERVE DUPONT"),
        said("hervé"),
    ];
    let played = anonymise(&chat("fr", &lines), &[], SEED).unwrap();
    let played = Conversation::from_json(&played.json).unwrap();
    let texts: Vec<&str> = played.messages.iter().map(|message| message.text.as_str()).collect();
    let tail =
        |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().split_off(2);
    let shape = |text: &str| {
        text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect::<String>()
    };
    assert_eq!(shape(texts[0]), "99 99 99 99 99");
    assert_eq!(shape(texts[1]), "99.99.99.99.99");
    assert_eq!(shape(texts[2]), "+99 (9)9 99 99 99 99");
    assert_ne!(tail(texts[0]), "12345678");
    assert_eq!(tail(texts[0]), tail(texts[1]));
    assert!(tail(texts[2]).ends_with(&tail(texts[0])) && tail(texts[3]).ends_with(&tail(texts[0])));
    assert_eq!(texts[4].to_lowercase(), texts[5]);
    assert!(texts[4].contains("@example.") || texts[4].contains("@Example."), "{}", texts[4]);
    let name = texts[6].strip_prefix("je m'appelle ").unwrap();
    assert_eq!(texts[7], name.to_uppercase());
    assert_eq!(texts[8], name.split(' ').next().unwrap().to_lowercase());
}

#[test]
fn extra_names_go_and_are_counted() {
    let lines = [('V', "Zorica, bonjour. C'est ZORICA Pavlov".to_owned()), ('V', "oui".to_owned())];
    let played = anonymise(&chat("fr", &lines), &["Zorica Pavlov".to_owned()], SEED).unwrap();
    assert!(!word::folded(&played.json).contains("zorica"));
    assert!(!word::folded(&played.json).contains("pavlov"));
    assert_eq!(played.replaced, [(Kind::Name, 2)].into());
}

#[test]
fn what_tells_nothing_stays() {
    for (language, text) in [
        (
            "fr",
            "je cherche une place de parking, 25 000 € pour 3 pièces à Lyon, rappelez-moi demain à 18h",
        ),
        ("fr", "il me faut 25000 avant le 12 mars 2027, c'est possible ?"),
        ("en", "I need 3 bedrooms and 2 parking places by 12 May 2027, my budget is 250,000"),
        ("de", "Ich suche 3 Zimmer und 1 Stellplatz bis 15.09.2026 für 25.000 €"),
        ("es", "busco 3 habitaciones por 25.000 € antes del 15/09/2026"),
        ("it", "cerco 3 locali per 25.000 €, mi scriva via mail"),
        ("fr", "mon budget est de 1 000 000 000 000 €"),
    ] {
        let played = anonymise(&chat(language, &[('V', text.to_owned())]), &[], SEED).unwrap();
        let stand_in = Conversation::from_json(&played.json).unwrap();
        assert_eq!(stand_in.messages[0].text, text);
        assert_eq!(played.replaced, BTreeMap::new());
    }
}
