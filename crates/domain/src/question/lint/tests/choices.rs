//! What can be chosen.

use serde_json::{Value, json};

use super::check;

fn labels(value: &mut Value, first: Value, second: Value) {
    let options = json!([{"value": "buy", "labels": first}, {"value": "rent", "labels": second}]);
    value["questions"][1]["answer"]["options"] = options;
}

#[test]
fn a_choice_without_options_or_with_one_twice() {
    let none =
        "questions[1].answer.options: a choice needs at least one option → Read the answer as text";
    check(|set| set["questions"][1]["answer"]["options"] = json!([]), &[none]);
    check(|set| set["questions"][1]["answer"] = json!({"type": "choice"}), &[none]);
    check(
        |set| {
            set["questions"][1]["answer"]["options"] =
                json!([7, {"value": "a", "labels": ["un"]}, {"value": "a", "labels": ["deux"]}])
        },
        &[
            "questions[1].answer.options[0]: must be an object, not 7",
            "questions[1].answer.options[2].value: \"a\" is already the value of options[1] → Call it a_2",
        ],
    );
}

#[test]
fn labels_that_read_the_same() {
    let at = "questions[1].answer.options[1]";
    check(
        |set| labels(set, json!(["Été"]), json!(["louer", "ete !"])),
        &[&format!(
            "{at}.labels[1]: \"ete !\" reads the same as \"Été\" of options[0] → Remove the label"
        )],
    );
    // A value can't be removed: the label that says it goes.
    check(
        |set| labels(set, json!(["Rent!", "rent"]), json!(["louer"])),
        &[&format!(
            "{at}.value: \"rent\" reads the same as \"Rent!\" of options[0] → Remove the label"
        )],
    );
    check(
        |set| {
            set["questions"][1]["answer"]["options"] =
                json!([{"value": "A", "labels": ["un"]}, {"value": "a", "labels": ["deux"]}])
        },
        &[&format!("{at}.value: \"a\" reads the same as \"A\" of options[0]")],
    );
    // Twice in one option harms nobody.
    check(|set| labels(set, json!(["achat", "Achat"]), json!(["louer"])), &[]);
}

#[test]
fn a_value_is_said_by_its_labels() {
    let valued = |value: &str, labels: Value| {
        let options =
            json!([{"value": value, "labels": labels}, {"value": "rent", "labels": ["louer"]}]);
        move |set: &mut Value| set["questions"][1]["answer"]["options"] = options
    };
    let at = "questions[1].answer.options[0]";
    check(valued("--", json!(["Autre"])), &[]);
    check(valued("--", json!(["👍"])), &[]);
    check(valued("--", json!([])), &[&format!("{at}.value: \"--\" has no word to match")]);
    check(
        valued("--", json!(["?"])),
        &[
            &format!("{at}.value: \"--\" has no word to match"),
            &format!("{at}.labels[0]: \"?\" has no word to match → Remove the label"),
        ],
    );
}

#[test]
fn a_label_that_never_matches_or_is_a_place() {
    let at = "questions[1].answer.options[0]";
    check(
        |set| labels(set, json!(["?"]), json!(["👍"])),
        &[&format!("{at}.labels[0]: \"?\" has no word to match → Remove the label")],
    );
    check(
        |set| labels(set, json!(["2", "1", "2024"]), json!(["louer"])),
        &[&format!("{at}.labels[0]: \"2\" is also the place of another option")],
    );
    // Without the label "2" would pick the second option, and nobody would hear of it.
    let mut set = super::clean();
    labels(&mut set, json!(["1"]), json!(["1"]));
    let findings = super::lint(&set.to_string());
    let place = findings.iter().find(|finding| finding.code == super::FindingCode::LabelIsPlace);
    assert!(place.is_some_and(|finding| finding.fix.is_none()), "{findings:?}");
    check(
        |set| labels(set, json!([" ", "achat"]), json!(["louer"])),
        &[&format!("{at}.labels[0]: is empty")],
    );
}

#[test]
fn an_option_said_in_one_language_alone() {
    let said = |option: usize, value: &str, language: &str| {
        format!(
            "questions[1].answer.options[{option}].value: \"{value}\" has no label besides, and \
             the question is asked in {language} too"
        )
    };
    let rent = said(1, "rent", "en");
    check(|set| labels(set, json!(["achat"]), json!([])), &[&rent]);
    check(|set| labels(set, json!(["achat"]), json!(["Rent", "rent !"])), &[&rent]);
    // Once a question.
    check(|set| labels(set, json!([]), json!([])), &[&said(0, "buy", "en")]);
    check(|set| labels(set, json!(["buy", "achat"]), json!(["louer"])), &[]);
    // Figures are the same in every language, and a variant of the set's own language is it.
    let figures = json!([{"value": "100"}, {"value": "1 000"}]);
    check(|set| set["questions"][1]["answer"]["options"] = figures, &[]);
    let in_texts = |texts: Value| {
        move |set: &mut Value| {
            for question in set["questions"].as_array_mut().unwrap() {
                question["texts"] = json!({});
            }
            set["questions"][1]["texts"] = texts;
            labels(set, json!([]), json!([]));
        }
    };
    for texts in [json!({}), json!({"en": " "}), json!({"fr": "Quel est votre projet ?"})] {
        let mut set = super::clean();
        in_texts(texts.clone())(&mut set);
        let findings = super::lint(&set.to_string());
        assert_eq!(super::count(&findings, super::FindingCode::LabelInOneLanguage), 0, "{texts}");
    }
    for (texts, language) in
        [(json!({"fr-CH": "?", "de": "?"}), "de"), (json!({"EN-gb": "?"}), "EN-gb")]
    {
        let mut set = super::clean();
        in_texts(texts)(&mut set);
        let findings = super::lint(&set.to_string());
        let one = findings.iter().find(|one| one.code == super::FindingCode::LabelInOneLanguage);
        let one = one.unwrap();
        assert_eq!(
            (one.severity, one.with["language"].as_str()),
            (super::Severity::Advice, language)
        );
        assert!(one.fix.is_none());
    }
}
