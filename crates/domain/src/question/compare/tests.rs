use super::*;
use crate::question::QuestionSet;
use serde_json::{Value, json};

fn set() -> Value {
    json!({"name": "Leads", "language": "fr", "questions": [
        {"number": 1, "field": "budget", "text": "Budget ?", "answer": {"type": "amount"}},
        {"number": 2, "field": "project", "text": "Projet ?", "texts": {"en": "Project?"},
         "answer": {"type": "choice", "options": [{"value": "buy", "labels": ["achat"]}, {"value": "rent"}]}},
        {"number": 3, "field": "email", "text": "Email ?", "answer": {"type": "email"}},
    ]})
}

/// Each change in one line: kind, number, field, language or option, before → after.
#[track_caller]
fn check(change: impl Fn(&mut Value), expected: &[&str]) {
    check_between(|_| {}, change, expected);
}

#[track_caller]
fn check_between(old: impl Fn(&mut Value), new: impl Fn(&mut Value), expected: &[&str]) {
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut value = set();
        change(&mut value);
        QuestionSet::from_json(&value.to_string()).unwrap()
    };
    let said = |change: SetChange| {
        let kind = serde_json::to_value(change.kind).unwrap();
        let number = change.number.map_or(String::new(), |number| format!(" Q{number}"));
        let rest = [change.field, change.language, change.option].into_iter().flatten();
        let rest: String = rest.map(|text| format!(" {text}")).collect();
        let side = |side: Option<String>| side.unwrap_or_else(|| "nothing".to_owned());
        let kind = kind.as_str().unwrap().to_owned();
        format!("{kind}{number}{rest}: {} → {}", side(change.before), side(change.after))
    };
    let changes: Vec<String> =
        compare(&changed(&old), &changed(&new)).into_iter().map(said).collect();
    assert_eq!(changes, expected);
}

#[test]
fn nothing_changed() {
    check(|_| {}, &[]);
    check(|set| set["questions"][0]["capture"] = json!("reply"), &[]);
}

#[test]
fn settings_and_parts_of_questions() {
    check(
        |set| {
            set["name"] = json!("Prospects");
            set["language"] = json!(null);
            set["region"] = json!("FR");
            set["currency"] = json!("EUR");
            let question = &mut set["questions"][0];
            question["text"] = json!("Votre budget ?");
            question["texts"] = json!({"en": "Budget?"});
            question["answer"] = json!({"type": "number"});
            question["capture"] = json!("first_message");
            question["repeat"] = json!("join");
            question["required"] = json!(true);
            set["questions"][1]["texts"] = json!({"en": "Which project?"});
        },
        &[
            "name: Leads → Prospects",
            "language: fr → nothing",
            "region: nothing → FR",
            "currency: nothing → EUR",
            "text Q1 budget: Budget ? → Votre budget ?",
            "answer_type Q1 budget: amount → number",
            "capture Q1 budget: reply → first_message",
            "repeat Q1 budget: last → join",
            "required Q1 budget: false → true",
            "text_in Q1 budget en: nothing → Budget?",
            "text_in Q2 project en: Project? → Which project?",
        ],
    );
}

#[test]
fn options() {
    check(
        |set| {
            set["questions"][1]["answer"] = json!({"type": "choice", "multiple": true, "options": [
                {"value": "rent"}, {"value": "buy", "labels": ["achat", "acheter"]}, {"value": "sell"}]});
        },
        &[
            "multiple Q2 project: false → true",
            "option_labels Q2 project buy: achat → achat, acheter",
            "option_added Q2 project sell: nothing → ",
            "options_moved Q2 project: buy, rent → rent, buy",
        ],
    );
    check(
        |set| {
            set["questions"][1]["answer"] =
                json!({"type": "choice", "options": [{"value": "rent"}]});
        },
        &["option_removed Q2 project buy: achat → nothing"],
    );
    // Lists are compared, not how they read when put together.
    let labels = |labels: Value| {
        move |set: &mut Value| {
            set["questions"][1]["answer"]["options"] = json!([{"value": "buy", "labels": labels}]);
        }
    };
    for (before, after, expected) in [
        (json!(["a, b"]), json!(["a", "b"]), "option_labels Q2 project buy: \"a, b\" → a, b"),
        (json!(["a", "b"]), json!(["b", "a"]), "option_labels Q2 project buy: a, b → b, a"),
    ] {
        check_between(labels(before), labels(after), &[expected]);
    }
}

#[test]
fn questions_come_go_and_move() {
    check(
        |set| {
            let questions = set["questions"].as_array_mut().unwrap();
            questions.remove(0);
            questions.push(json!({"number": 9, "field": "note", "text": "Autre ?", "answer": {"type": "text"}}));
        },
        &[
            "question_removed Q1 budget: Budget ? → nothing",
            "question_added Q9 note: nothing → Autre ?",
        ],
    );
    check(
        |set| set["questions"].as_array_mut().unwrap().rotate_right(1),
        &["question_moved Q3 email: 3 → 1"],
    );
}

#[test]
fn a_question_is_known_by_its_field_then_by_its_number() {
    check(
        |set| set["questions"][0]["number"] = json!(7),
        &["question_renumbered Q7 budget: 1 → 7"],
    );
    check(
        |set| set["questions"][0]["field"] = json!("amount"),
        &["field Q1 amount: budget → amount"],
    );
    // In a draft two can have one field: then the number tells which is which.
    let twins = |first: u32, second: u32, text: &str| {
        QuestionSet::lenient(&json!({"name": "n", "questions": [
            {"number": first, "field": "a", "text": "Un ?", "answer": {"type": "text"}},
            {"number": second, "field": "a", "text": text, "answer": {"type": "text"}},
        ]}))
    };
    let kinds = |before: &QuestionSet, after: &QuestionSet| {
        compare(before, after).iter().map(|change| change.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&twins(1, 2, "Deux ?"), &twins(1, 2, "Trois ?")), [SetChangeKind::Text]);
    let mut turned = twins(1, 2, "Deux ?");
    turned.questions.reverse();
    assert_eq!(kinds(&twins(1, 2, "Deux ?"), &turned), [SetChangeKind::QuestionMoved]);
    // Two that swapped their numbers are renumbered; none came or went.
    check(
        |set| {
            set["questions"][0]["number"] = json!(3);
            set["questions"][2]["number"] = json!(1);
        },
        &["question_renumbered Q3 budget: 1 → 3", "question_renumbered Q1 email: 3 → 1"],
    );
}
