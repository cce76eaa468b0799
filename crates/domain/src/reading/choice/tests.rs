use super::super::locale::Locale;
use super::*;

fn options(options: &[(&str, &[&str])], multiple: bool) -> Options {
    let option = |(value, labels): &(&str, &[&str])| ChoiceOption {
        value: (*value).to_owned(),
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
    };
    Options::new(&options.iter().map(option).collect::<Vec<_>>(), multiple)
}

#[track_caller]
fn check(options: &Options, cases: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in cases {
        let locale = Locale::default();
        let found = options.read(&Said::new(text, None, &locale));
        let found: Vec<(Value, &str)> =
            found.into_iter().map(|found| (found.value, &text[found.range])).collect();
        let expected: Vec<(Value, &str)> =
            expected.iter().map(|(value, on)| (Value::Text((*value).to_owned()), *on)).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

fn project() -> Options {
    options(&[("purchase", &["achat", "acheter"]), ("rent", &["location", "louer"])], false)
}

#[test]
fn x9_values_and_labels_as_whole_words() {
    check(
        &project(),
        &[
            ("achat", &[("purchase", "achat")]),
            ("Je voudrais LOUER.", &[("rent", "LOUER")]),
            ("l'achat d'une maison", &[("purchase", "achat")]),
            ("un (achat)", &[("purchase", "achat")]),
            ("Àchât", &[("purchase", "Àchât")]),
            ("purchase", &[("purchase", "purchase")]),
            ("achats", &[]),
            ("rachat", &[]),
            ("autre chose", &[]),
            ("", &[]),
            ("achat ou location", &[("purchase", "achat"), ("rent", "location")]),
        ],
    );
}

#[test]
fn x9_accents_case_and_punctuation_do_not_matter_in_labels_either() {
    let options =
        options(&[("house", &["Maison-individuelle"]), ("ete", &["Été", "L’été !"])], false);
    check(
        &options,
        &[
            ("maison individuelle", &[("house", "maison individuelle")]),
            ("MAISON, INDIVIDUELLE", &[("house", "MAISON, INDIVIDUELLE")]),
            ("en ete", &[("ete", "ete")]),
            ("l'e\u{301}te\u{301}", &[("ete", "l'e\u{301}te\u{301}")]),
        ],
    );
}

#[test]
fn x9_the_longest_label_wins_where_two_overlap() {
    let options = options(
        &[("flat", &["appartement"]), ("new_flat", &["appartement neuf"]), ("new", &["neuf"])],
        false,
    );
    check(
        &options,
        &[
            ("un appartement neuf", &[("new_flat", "appartement neuf")]),
            ("un appartement", &[("flat", "appartement")]),
            ("neuf, un appartement", &[("new", "neuf"), ("flat", "appartement")]),
        ],
    );
}

#[test]
fn x9_a_number_alone_picks_by_place_where_no_label_matches() {
    check(
        &project(),
        &[
            ("2", &[("rent", "2")]),
            (" 1) ", &[("purchase", "1")]),
            ("2.", &[("rent", "2")]),
            ("2\u{20e3}", &[("rent", "2")]),
            ("0", &[]),
            ("3", &[]),
            ("99999999999999999999", &[]),
            ("-1", &[]),
            ("1.5", &[]),
            ("1 2", &[]),
            ("2 pièces", &[]),
            ("2!", &[]),
        ],
    );
    let rooms = options(&[("2", &[]), ("1", &[])], false);
    check(&rooms, &[("1", &[("1", "1")]), ("2.", &[("2", "2")])]);
}

#[test]
fn x9_a_list_of_numbers_picks_several_where_several_can_be_chosen() {
    let options = options(&[("a", &["rouge"]), ("b", &["vert"]), ("c", &["bleu"])], true);
    check(
        &options,
        &[
            ("1, 3", &[("a", "1"), ("c", "3")]),
            ("3 et 1", &[("c", "3"), ("a", "1")]),
            ("2)", &[("b", "2")]),
            ("1, 4", &[]),
            ("1 ou vert", &[("b", "vert")]),
            ("bleu, rouge", &[("c", "bleu"), ("a", "rouge")]),
        ],
    );
}

#[test]
fn a_sign_can_be_a_label() {
    let options = options(&[("good", &["👍"]), ("bad", &["👎"]), ("none", &["?"])], false);
    check(&options, &[("👍 merci", &[("good", "👍")]), ("pourquoi ?", &[])]);
}

#[test]
fn x9_what_is_denied_is_not_chosen() {
    let options = options(
        &[
            ("buy", &["achat", "acheter", "buying", "Kauf", "compra", "acquisto"]),
            ("rent", &["location", "louer", "renting", "Miete", "alquiler", "affitto"]),
        ],
        false,
    );
    for text in [
        "pas d'achat",
        "je ne veux pas acheter",
        "surtout pas un achat",
        "sans achat",
        "aucun achat",
        "je ne veux plus acheter",
        "I can't go buying",
        "we aren't buying",
        "not buying",
        "I don't want to go buying",
        "I'm not buying",
        "kein Kauf",
        "nicht zum Kauf",
        "ohne Kauf",
        "Kauf nicht",
        "no quiero compra",
        "no una compra",
        "sin compra",
        "senza acquisto",
        "acquisto no",
        "ni achat ni location",
        "neither buying nor renting",
        "weder Kauf noch Miete",
    ] {
        check(&options, &[(text, &[])]);
    }
    check(
        &options,
        &[
            ("pas d'achat, une location", &[("rent", "location")]),
            ("je ne veux pas acheter mais louer", &[("rent", "louer")]),
            ("location plutôt qu'achat", &[("rent", "location")]),
            ("renting instead of buying", &[("rent", "renting")]),
            ("lieber Miete statt Kauf", &[("rent", "Miete")]),
            ("alquiler, no compra", &[("rent", "alquiler")]),
            ("Kauf nein, Miete ja", &[("rent", "Miete")]),
            ("plutôt louer qu'acheter", &[("rent", "louer")]),
            ("lieber Miete als Kauf", &[("rent", "Miete")]),
            ("rather renting than buying", &[("rent", "renting")]),
            ("mejor alquiler que compra", &[("rent", "alquiler")]),
            ("meglio un affitto che un acquisto", &[("rent", "affitto")]),
            ("lieber als Kauf", &[("buy", "Kauf")]),
            ("je veux plus louer", &[("rent", "louer")]),
            ("euh non location pour commencer", &[("rent", "location")]),
            ("no renting", &[("rent", "renting")]),
            ("renting, no buying", &[("rent", "renting")]),
        ],
    );
}

#[test]
fn x9_a_denial_of_something_else_denies_no_choice() {
    let options = options(
        &[("buy", &["achat", "buying"]), ("none", &["pas d'assurance", "no", "keine"])],
        false,
    );
    check(
        &options,
        &[
            ("pourquoi pas un achat", &[("buy", "achat")]),
            ("why not buying", &[("buy", "buying")]),
            ("why don't we go buying", &[("buy", "buying")]),
            ("pas seulement un achat", &[("buy", "achat")]),
            ("je ne sais pas, un achat", &[("buy", "achat")]),
            ("je n'ai pas encore fait mon achat", &[("buy", "achat")]),
            ("pas d'assurance", &[("none", "pas d'assurance")]),
            ("keine", &[("none", "keine")]),
            ("no", &[("none", "no")]),
        ],
    );
}

#[test]
fn x9_italian_non_denies() {
    let options = options(&[("buy", &["acquisto"]), ("rent", &["affitto"])], false);
    let locale = Locale { language: "it".to_owned(), ..Locale::default() };
    for (text, expected) in [
        ("affitto e non acquisto", vec!["rent"]),
        ("affitto, non un acquisto", vec!["rent"]),
        ("non acquisto", vec![]),
        ("no, acquisto", vec!["buy"]),
        ("no acquisto", vec!["buy"]),
    ] {
        let found = options.read(&Said::new(text, None, &locale));
        let values: Vec<Value> = found.into_iter().map(|found| found.value).collect();
        let expected: Vec<Value> =
            expected.into_iter().map(|value| Value::Text(value.to_owned())).collect();
        assert_eq!(values, expected, "{text:?}");
    }
}
