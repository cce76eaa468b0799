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
        |set| set["questions"][1]["answer"]["options"] = json!([7, {"value": "a"}, {"value": "a"}]),
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
        |set| labels(set, json!(["Rent!", "rent"]), json!([])),
        &[&format!(
            "{at}.value: \"rent\" reads the same as \"Rent!\" of options[0] → Remove the label"
        )],
    );
    check(
        |set| set["questions"][1]["answer"]["options"] = json!([{"value": "A"}, {"value": "a"}]),
        &[&format!("{at}.value: \"a\" reads the same as \"A\" of options[0]")],
    );
    // Twice in one option harms nobody.
    check(|set| labels(set, json!(["achat", "Achat"]), json!([])), &[]);
}

#[test]
fn a_value_is_said_by_its_labels() {
    let valued = |value: &str, labels: Value| {
        let options = json!([{"value": value, "labels": labels}, {"value": "rent"}]);
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
        |set| labels(set, json!(["2", "1", "2024"]), json!([])),
        &[&format!("{at}.labels[0]: \"2\" is also the place of another option")],
    );
    // Without the label "2" would pick the second option, and nobody would hear of it.
    let mut set = super::clean();
    labels(&mut set, json!(["1"]), json!(["1"]));
    let findings = super::lint(&set.to_string());
    let place = findings.iter().find(|finding| finding.code == super::FindingCode::LabelIsPlace);
    assert!(place.is_some_and(|finding| finding.fix.is_none()), "{findings:?}");
    check(|set| labels(set, json!([" "]), json!([])), &[&format!("{at}.labels[0]: is empty")]);
}
