use super::*;

#[track_caller]
fn check(language: &str, cases: &[(&str, &[(bool, &str)])]) {
    for (text, expected) in cases {
        let found = read(text, language);
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
            ("sí quiero", &[(true, "sí")]),
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
            ("si si", &[(true, "si"), (true, "si")]),
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
            ("pourquoi pas", &[]),
            ("un rendez-vous", &[]),
            ("ouistiti", &[]),
            ("une zone non-fumeur", &[]),
            ("non-fumeur", &[]),
        ],
    );
}
