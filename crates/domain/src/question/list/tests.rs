mod nested;

use proptest::prelude::*;

use super::*;
use crate::question::{AnswerType, lint};

fn only(text: &str) -> Question {
    let [question] = from_list(text, None).questions.try_into().unwrap();
    question
}

#[test]
fn what_is_around_a_question_goes() {
    for line in [
        "Quel est votre budget ?",
        "  Quel est votre budget ?  ",
        "- Quel est votre budget ?",
        "* Quel est votre budget ?",
        "• Quel est votre budget ?",
        "•Quel est votre budget ?",
        "– Quel est votre budget ?",
        "☐ Quel est votre budget ?",
        "[ ] Quel est votre budget ?",
        "1. Quel est votre budget ?",
        "12) Quel est votre budget ?",
        "(3) Quel est votre budget ?",
        "1 - Quel est votre budget ?",
        "Q1: Quel est votre budget ?",
        "Q1 : Quel est votre budget ?",
        "Question 1 : Quel est votre budget ?",
        "- 1. Quel est votre budget ?",
        "\t- Quel est votre budget ?",
        "\"Quel est votre budget ?\"",
        "« Quel est votre budget ? »",
        "“Quel est votre budget ?”",
        "1. \"Quel est votre budget ?\"",
        "Quel est votre budget ?\tamount\tobligatoire",
        "1\tQuel est votre budget ?\tamount",
        "Quel est votre budget ?;montant;oui",
        "\"Quel est votre budget ?\",amount",
        "1;Quel est votre budget ?;montant",
        "\u{feff}Quel est votre budget ?",
    ] {
        let question = only(line);
        assert_eq!((question.number, &*question.text), (1, "Quel est votre budget ?"), "{line:?}");
    }
}

#[test]
fn what_belongs_to_a_question_stays() {
    for line in [
        "10 000 € suffisent-ils ?",
        "3 pièces ou plus ?",
        "24/7 erreichbar?",
        "1,5 million, est-ce assez ?",
        "Bonjour, quel est votre projet ?",
        "'Maison' ou 'appartement'",
        "Questions ou remarques ?",
        "-10 % vous intéressent ?",
        "ご予算は？",
    ] {
        assert_eq!(only(line).text, line);
    }
    assert_eq!(only("\"Votre \"\"budget\"\" ?\",x").text, "Votre \"budget\" ?");
    assert_eq!(from_list("\n  \n---\n• \n\"\"\n?\n", None).questions, []);
}

#[test]
fn markers_keep_their_numbers_and_the_others_go_in_order() {
    for (list, expected) in [
        ("a\nb\r\nc", vec![(1, "a"), (2, "b"), (3, "c")]),
        ("[](Q3) a\nb\nc [](Q1)", vec![(3, "a"), (4, "b"), (1, "c")]),
        ("a\n[](Q1) b", vec![(2, "a"), (1, "b")]),
        ("[](Q2) a\n[](Q2) b", vec![(2, "a"), (3, "b")]),
        ("- [](Q7) a\n2. <a href=\"Q5\"></a>b", vec![(7, "a"), (5, "b")]),
        ("[](Q9999) a\nb", vec![(9999, "a"), (1, "b")]),
        ("\"[](Q4) a\"\tx", vec![(4, "a")]),
    ] {
        let set = from_list(list, None);
        let found: Vec<(u32, &str)> = set.questions.iter().map(|q| (q.number, &*q.text)).collect();
        assert_eq!(found, expected, "{list:?}");
    }
    let many: String = (0..10_010).map(|n| format!("q {n}\n")).collect();
    assert_eq!(from_list(&many, None).questions.len(), 9999, "there are no more numbers");
}

#[test]
fn types_and_fields_are_told_by_the_words() {
    for (text, kind, field) in [
        // French
        ("Quelle est votre adresse e-mail ?", "email", "email"),
        ("Votre courriel ?", "email", "email"),
        ("Avez-vous une adresse email ?", "email", "email"),
        ("Votre numéro de téléphone (06…) ?", "phone", "phone"),
        ("Quel est votre budget ?", "amount", "budget"),
        ("Quel prix visez-vous ?", "amount", "budget"),
        ("Combien de personnes vivent chez vous ?", "number", "personnes_vivent_chez"),
        ("Quand souhaitez-vous commencer ?", "date", "date"),
        ("Date de naissance (jj/mm/aaaa) ?", "date", "date"),
        ("Quel est votre code postal ?", "postcode", "postcode"),
        ("Quel est votre site web ?", "url", "website"),
        ("Êtes-vous propriétaire ?", "yes_no", "proprietaire"),
        ("Avez-vous un budget ?", "yes_no", "budget"),
        ("Souhaitez-vous être rappelé par téléphone ?", "yes_no", "souhaitez_etre_rappele"),
        ("Êtes-vous propriétaire ou locataire ?", "text", "proprietaire_locataire"),
        ("Quel est votre projet ?", "text", "projet"),
        ("Quel est le nombre de pièces ?", "number", "nombre_pieces"),
        ("Quel est votre numéro de client ?", "text", "numero_client"),
        // English
        ("What is your email?", "email", "email"),
        ("Your phone number?", "phone", "phone"),
        ("What is your budget?", "amount", "budget"),
        ("How many rooms do you have?", "number", "rooms"),
        ("When would you like to start?", "date", "date"),
        ("What is your zip code?", "postcode", "postcode"),
        ("Your website?", "url", "website"),
        ("Do you own your home?", "yes_no", "own_home"),
        ("Are you a customer?", "yes_no", "customer"),
        ("Anything else?", "text", "anything_else"),
        // German
        ("Wie lautet Ihre E-Mail-Adresse?", "email", "email"),
        ("Unter welcher Telefonnummer erreichen wir Sie?", "phone", "phone"),
        ("An welchen Preis denken Sie?", "amount", "budget"),
        ("Wie viele Zimmer hat die Wohnung?", "number", "zimmer_hat_wohnung"),
        ("Wann möchten Sie beginnen?", "date", "date"),
        ("Ihre PLZ?", "postcode", "postcode"),
        ("Ihre Webseite?", "url", "website"),
        ("Haben Sie einen Garten?", "yes_no", "garten"),
        // Spanish
        ("¿Cuál es su correo electrónico?", "email", "email"),
        ("¿Su teléfono?", "phone", "phone"),
        ("¿Qué presupuesto tiene?", "amount", "budget"),
        ("¿Cuántas habitaciones necesita?", "number", "habitaciones_necesita"),
        ("¿Cuándo quiere empezar?", "date", "date"),
        ("¿Su código postal?", "postcode", "postcode"),
        ("¿Su sitio web?", "url", "website"),
        ("¿Nombre de la empresa?", "text", "nombre_empresa"),
        ("¿Tiene jardín?", "yes_no", "jardin"),
        // Italian
        ("Qual è il suo indirizzo e-mail?", "email", "email"),
        ("Il suo numero di telefono?", "phone", "phone"),
        ("Quale prezzo ha in mente?", "amount", "budget"),
        ("Quante stanze ha?", "number", "stanze"),
        ("Quando vuole iniziare?", "date", "date"),
        ("Il suo CAP?", "postcode", "postcode"),
        ("Il suo sito web?", "url", "website"),
        ("Ha già un preventivo?", "yes_no", "gia_preventivo"),
        ("ご予算は？", "text", "question_1"),
    ] {
        let question = only(text);
        assert_eq!((question.answer.name(), &*question.field), (kind, field), "{text:?}");
    }
}

#[test]
fn options_that_are_clearly_options() {
    for (text, expected) in [
        ("Quel est votre projet (achat, location ou travaux) ?", "achat|location|travaux"),
        ("Votre projet : achat / location / autre ?", "achat|location|autre"),
        ("Votre projet ? Achat / Location", "achat|location"),
        ("Taille (S, M, L) ?", "s|m|l"),
        ("Your project (buying or renting)?", "buying|renting"),
        ("Ihr Projekt: Kauf oder Miete?", "kauf|miete"),
        ("¿Su proyecto (compra o alquiler)?", "compra|alquiler"),
        ("Il suo progetto: acquisto o affitto", "acquisto|affitto"),
        ("Votre budget (moins de 10k, 10 à 20k ou plus de 20k) ?", "moins_10k|10_20k|plus_20k"),
        ("Vous êtes (un particulier / une entreprise)", "particulier|entreprise"),
        ("好きな色 (赤 / 青)", "赤|青"),
        ("Quelle voiture (neuve, occasion ou démonstration) ?", "neuve|occasion|demonstration"),
        ("Quelle voiture : neuve, occasion ou démonstration ?", "neuve|occasion|demonstration"),
        ("Quelle voiture ? neuve, occasion ou démonstration", "neuve|occasion|demonstration"),
        ("Quelle voiture ? Neuve, occasion ou démonstration ?", "neuve|occasion|demonstration"),
        ("Which car? New, used or demo?", "new|used|demo"),
        ("Which car: new, used, or demo", "new|used|demo"),
        ("Welches Auto? Neu, gebraucht oder Vorführwagen", "neu|gebraucht|vorfuhrwagen"),
    ] {
        let question = only(text);
        let AnswerType::Choice { options, multiple: false } = &question.answer else {
            panic!("{text:?} is {:?}", question.answer)
        };
        let values: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
        assert_eq!(values.join("|"), expected, "{text:?}");
        assert!(options.iter().all(|option| option.labels.len() == 1), "{text:?}");
        assert_eq!(question.text, text, "nothing is lost");
    }
    for (text, kind) in [
        ("Êtes-vous propriétaire (oui/non) ?", "yes_no"),
        ("Propriétaire ? Ja / Nein", "yes_no"),
        ("Quel est votre budget (fixe ou variable) ?", "amount"),
        ("Quel est votre budget (en euros) ?", "amount"),
        ("Votre e-mail (pro ou perso) ?", "email"),
        ("Vos coordonnées (nom, prénom, ville) ?", "text"),
        ("Votre véhicule (marque et modèle) ?", "text"),
        ("Votre véhicule (ex : Clio, 208, Golf) ?", "text"),
        ("Remarque : merci de répondre, si possible, en français", "text"),
        ("À savoir : un conseiller vous rappelle sous deux jours ou vous écrit", "text"),
        ("Rendez-vous à 10:30 ou 11:30 ?", "text"),
        ("Un projet ? Dites-nous ce que vous cherchez ou appelez", "text"),
        ("Which car? Tell us what you like best or call", "text"),
        ("Quelle voiture ? Merci !", "text"),
    ] {
        assert_eq!(only(text).answer.name(), kind, "{text:?}");
    }
}

#[test]
fn fields_are_told_apart() {
    let set = from_list("Votre email ?\nL'email de facturation ?\nVotre e-mail ?\nEmail 2 ?", None);
    let fields: Vec<&str> = set.questions.iter().map(|question| &*question.field).collect();
    assert_eq!(fields, ["email", "email_2", "email_3", "email_4"]);
}

#[test]
fn the_language_is_the_one_given_or_that_of_the_words() {
    for (given, list, expected) in [
        (None, "Quel est votre budget ?", Some("fr")),
        (Some("fr"), "Quel est votre budget ?", Some("fr")),
        (Some("french"), "Quel est votre budget ?", Some("fr")),
        (Some("fr"), "1. What is your budget?\n2. When would you like to start?", Some("en")),
        (Some("en"), "Quel véhicule ?\n- neuf\n- occasion\nVotre e-mail ?", Some("fr")),
        (Some("french"), "Budget?", None),
        (Some("de"), "Budget?", Some("de")),
    ] {
        assert_eq!(from_list(list, given).language.as_deref(), expected, "{given:?} {list:?}");
    }
}

#[test]
fn a_greeting_names_nothing() {
    for (text, kind, field) in [
        ("Bonjour, quel modèle vous intéresse ?", "text", "modele"),
        ("Bonjour, avez-vous un jardin ?", "yes_no", "jardin"),
        ("Hello! Which model are you interested in?", "text", "model"),
        ("Guten Tag, welches Modell interessiert Sie?", "text", "modell"),
        ("¡Hola! ¿Qué modelo le interesa?", "text", "modelo"),
        ("Buongiorno, quale modello le interessa?", "text", "modello"),
        ("Qu'est-ce qui vous intéresse ?", "text", "interesse"),
        ("Bonjour !", "text", "bonjour"),
    ] {
        let question = only(text);
        assert_eq!((question.answer.name(), &*question.field), (kind, field), "{text:?}");
        assert_eq!(question.text, text, "nothing is lost");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_list_gives_a_set_that_can_be_read(
        text in prop_oneof![any::<String>(), "([ \t\"'0-9.)(:/,;?Q\\[\\]a-zé•-]{0,20}\n){0,6}", "([12][.)] [a-z ?]{1,9}\n([ \t]{0,3}[-•*]? ?[a-cé_🙂.,]{1,4}\n){0,4}){0,3}"],
    ) {
        let set = from_list(&text, Some("fr"));
        let json = serde_json::to_string(&set).unwrap();
        prop_assert_eq!(Ok(set), QuestionSet::from_json(&json), "{:?}", lint(&json));
    }
}
