use super::super::locale::Locale;
use super::*;

#[track_caller]
fn check(language: &str, cases: &[(&str, &[(bool, &str)])]) {
    for (text, expected) in cases {
        let locale = Locale { language: language.to_owned(), ..Locale::default() };
        let found = read(&Said::new(text, None, &locale), &Topic::default());
        let found: Vec<(Value, &str)> =
            found.into_iter().map(|found| (found.value, &text[found.range])).collect();
        let expected: Vec<(Value, &str)> =
            expected.iter().map(|(yes, on)| (Value::YesNo(*yes), *on)).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn x10_yes_and_no_in_five_languages_whatever_the_set() {
    for language in ["fr", "en", "de", "es", "it", ""] {
        check(
            language,
            &[
                ("Oui", &[(true, "Oui")]),
                ("oui !", &[(true, "oui")]),
                ("Non.", &[(false, "Non")]),
                ("yes", &[(true, "yes")]),
                ("No", &[(false, "No")]),
                ("Ja", &[(true, "Ja")]),
                ("nein", &[(false, "nein")]),
                ("sí", &[(true, "sí")]),
                ("sì", &[(true, "sì")]),
                ("si", &[(true, "si")]),
                ("Si.", &[(true, "Si")]),
                ("d'accord", &[(true, "d'accord")]),
                ("of course", &[(true, "of course")]),
                ("claro", &[(true, "claro")]),
                ("va bene", &[(true, "va bene")]),
                ("natürlich", &[(true, "natürlich")]),
                ("ok", &[(true, "ok")]),
                ("oui merci", &[(true, "oui")]),
                ("Ouiiii", &[(true, "Ouiiii")]),
                ("noooon", &[(false, "noooon")]),
                ("creo que sí", &[(true, "creo que sí")]),
                ("no, thanks", &[(false, "no")]),
                ("👍", &[(true, "👍")]),
                ("oui 👍", &[(true, "oui")]),
            ],
        );
    }
}

#[test]
fn x10_outright_words_in_longer_clauses() {
    check(
        "fr",
        &[
            ("oui je veux bien un rendez-vous", &[(true, "oui")]),
            ("je crois que oui", &[(true, "oui")]),
            ("moi non", &[(false, "non")]),
            (
                "Oui bien sûr, avec plaisir",
                &[(true, "Oui"), (true, "bien sûr"), (true, "avec plaisir")],
            ),
            ("non je n'ai pas encore décidé", &[(false, "non")]),
            ("ja ich habe ein Auto", &[(true, "ja")]),
            ("sí quiero", &[(true, "sí quiero")]),
            ("yes I do", &[(true, "yes"), (true, "I do")]),
            ("oui, mais non", &[(true, "oui"), (false, "non")]),
            ("oui et non", &[(true, "oui"), (false, "non")]),
        ],
    );
}

#[test]
fn x10_an_ordinary_word_counts_only_as_a_whole_clause() {
    check(
        "fr",
        &[
            ("si c'est possible", &[]),
            ("je viens si vous voulez", &[]),
            ("oui, si c'est possible", &[(true, "oui")]),
            ("si, tout à fait", &[(true, "si"), (true, "tout à fait")]),
            ("si si", &[(true, "si si")]),
        ],
    );
    check(
        "it",
        &[
            ("non lo so", &[]),
            ("non ho la macchina", &[]),
            ("non", &[(false, "non")]),
            ("no grazie", &[(false, "no grazie")]),
        ],
    );
    check("de", &[("das ist ja teuer", &[]), ("Ja gerne", &[(true, "Ja"), (true, "gerne")])]);
    check("en", &[("I have no car", &[]), ("no car", &[])]);
}

#[test]
fn x10_a_negated_form_is_read_as_a_whole() {
    check(
        "fr",
        &[
            ("pas de problème", &[(true, "pas de problème")]),
            ("Pas de souci !", &[(true, "Pas de souci")]),
            ("no problem", &[(true, "no problem")]),
            ("kein Problem", &[(true, "kein Problem")]),
            ("no hay problema", &[(true, "no hay problema")]),
            ("nessun problema", &[(true, "nessun problema")]),
            ("no problem at all", &[(true, "no problem")]),
            ("aucun problème pour moi", &[(true, "aucun problème")]),
            ("gar kein Problem", &[(true, "gar kein Problem")]),
            ("sin ningún problema", &[(true, "sin ningún problema")]),
            ("pas la peine", &[(false, "pas la peine")]),
            ("no hace falta", &[(false, "no hace falta")]),
            ("I'm afraid not", &[(false, "I'm afraid not")]),
            ("sans aucun doute", &[(true, "sans aucun doute")]),
            ("bestimmt nicht", &[(false, "bestimmt nicht")]),
            ("exactement", &[(true, "exactement")]),
            ("absolument pas", &[(false, "absolument pas")]),
            ("pas du tout", &[(false, "pas du tout")]),
            ("bien sûr que non", &[(false, "bien sûr que non")]),
            ("pas d'accord", &[(false, "pas d'accord")]),
            ("of course not", &[(false, "of course not")]),
            ("not at all", &[(false, "not at all")]),
            ("assolutamente no", &[(false, "assolutamente no")]),
            ("claro que no", &[(false, "claro que no")]),
            ("je n'ai pas dit oui", &[]),
            ("je ne dis pas non", &[]),
        ],
    );
}

#[test]
fn x10_neither() {
    check(
        "fr",
        &[
            ("", &[]),
            ("merci", &[]),
            ("je ne sais pas", &[]),
            ("peut-être", &[]),
            ("un rendez-vous", &[]),
            ("ouistiti", &[]),
            ("une zone non-fumeur", &[]),
            ("non-fumeur", &[]),
            ("No. 14 Harcourt Road", &[]),
            ("it's no. 3", &[]),
            ("parfait", &[]),
            ("I'm not sure", &[]),
        ],
    );
}

#[test]
fn x10_everyday_forms_with_more_behind_them() {
    check(
        "fr",
        &[
            ("pas du tout je suis allergique", &[(false, "pas du tout")]),
            ("bien sûr que je veux", &[(true, "bien sûr")]),
            ("bien sûr que je ne veux pas", &[]),
            ("of course I don't want that", &[]),
            ("of course I want that", &[(true, "of course")]),
            ("course there is", &[(true, "course"), (true, "there is")]),
            ("claro que no hombre", &[(false, "claro que no")]),
            ("assolutamente no ci mancherebbe", &[(false, "assolutamente no")]),
            ("naja eher nicht, drei Wochen", &[(false, "eher nicht")]),
            ("yea since monday", &[(true, "yea")]),
            ("ya a cracked one", &[(true, "ya")]),
            ("jap alles da", &[(true, "jap")]),
            ("klar machen wir", &[(true, "klar"), (true, "machen wir")]),
            ("que va tío, ni hablar", &[(false, "que va"), (false, "ni hablar")]),
            ("hmm i dont think so", &[(false, "i dont think so")]),
            ("cest bon", &[(true, "cest bon")]),
        ],
    );
    check("es", &[("ya lo tengo hecho", &[]), ("ya no lo quiero", &[])]);
}

#[test]
fn x10_a_verb_answers_too() {
    check(
        "en",
        &[
            ("No I haven't", &[(false, "No"), (false, "I haven't")]),
            ("yes we do", &[(true, "yes"), (true, "we do")]),
            ("it isnt", &[(false, "it isnt")]),
            ("there is", &[(true, "there is")]),
            ("hab ich nicht", &[(false, "hab ich nicht")]),
            ("hab ich", &[(true, "hab ich")]),
            ("weiß ich nicht", &[]),
            ("is there", &[]),
        ],
    );
}

#[test]
fn x10_no_before_other_words() {
    check(
        "en",
        &[
            ("no that's why I'm here", &[(false, "no")]),
            ("nooo thats why", &[(false, "nooo")]),
            ("no we rent it", &[(false, "no")]),
            ("no pets", &[]),
            ("no idea", &[]),
            ("I'd say no", &[(false, "no")]),
            ("yes or no", &[]),
            ("flat 12 house no", &[]),
        ],
    );
    check("it", &[("no abbiamo già un contratto", &[(false, "no")])]);
    check("es", &[("no tengo ni idea", &[]), ("yo diría que no", &[(false, "no")])]);
}

#[test]
fn x10_second_thoughts() {
    check(
        "fr",
        &[
            ("oui\nactually no, hold off", &[(true, "oui"), (false, "no")]),
            ("non\nenfin si oui mettez-la", &[(false, "non"), (true, "oui")]),
            ("no\nanzi sì dai vediamo", &[(false, "no"), (true, "sì dai")]),
            ("nein, ach doch", &[(false, "nein"), (true, "doch")]),
        ],
    );
}

#[test]
fn x10_what_asks_says_nothing() {
    check(
        "es",
        &[
            ("es caro, ¿no?", &[]),
            ("ok ?", &[]),
            ("c'est cher, non ?", &[]),
            ("sí, ¿cuánto cuesta?", &[(true, "sí")]),
        ],
    );
}

#[test]
fn x10_why_not_is_a_yes_with_some_doubt() {
    for text in ["pourquoi pas", "pk pas", "why not!", "warum nicht", "por qué no", "perché no"] {
        let locale = Locale::default();
        let found = read(&Said::new(text, None, &locale), &Topic::default());
        assert_eq!(found.len(), 1, "{text:?}");
        assert_eq!(found[0].value, Value::YesNo(true), "{text:?}");
        assert_eq!(found[0].sureness, super::super::found::Sureness::Likely, "{text:?}");
    }
}

#[test]
fn x10_to_agree_is_a_yes_only_on_its_own() {
    for (text, expected) in [
        ("non c'est bon merci", vec![Value::YesNo(false)]),
        ("no, that's fine", vec![Value::YesNo(false)]),
        ("nein, passt", vec![Value::YesNo(false)]),
        ("no, va bene così", vec![Value::YesNo(false)]),
        ("ok, va bene", vec![]),
    ] {
        let locale = Locale::default();
        let mut found = read(&Said::new(text, None, &locale), &Topic::default());
        found.retain(|found| found.sureness > super::super::found::Sureness::Weak);
        let values: Vec<Value> = found.into_iter().map(|found| found.value).collect();
        assert_eq!(values, expected, "{text:?}");
    }
}
