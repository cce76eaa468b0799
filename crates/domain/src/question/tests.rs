use serde_json::json;

use super::*;

const FULL: &str = include_str!("../../tests/fixtures/mortgage-set.json");

#[track_caller]
fn faults(json: serde_json::Value, expected: &[&str]) {
    let faults = QuestionSet::from_json(&json.to_string()).unwrap_err();
    let faults: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert_eq!(faults, expected);
    assert_eq!(
        serde_json::from_value::<QuestionSet>(json).unwrap_err().to_string(),
        expected.join("; ")
    );
}

fn question(number: u32, field: &str, answer: serde_json::Value) -> serde_json::Value {
    json!({"number": number, "field": field, "text": "?", "answer": answer})
}

#[test]
fn a_set_is_written_as_it_was_read() {
    let set = QuestionSet::from_json(FULL).unwrap();
    let file: serde_json::Value = serde_json::from_str(FULL).unwrap();
    assert_eq!(serde_json::to_value(&set).unwrap(), file);
    assert_eq!(serde_json::from_str::<QuestionSet>(FULL).unwrap(), set);
    let [budget, project, comment] = set.questions.as_slice() else { panic!("three questions") };
    assert_eq!((budget.number, budget.answer.name(), budget.required), (1, "amount", true));
    assert!(
        matches!(&project.answer, AnswerType::Choice { options, multiple: false } if options.len() == 2)
    );
    assert_eq!((comment.capture, comment.repeat), (Capture::UntilNextQuestion, Repeat::Join));
    assert_eq!(comment.texts["en"], "Anything else?");
}

#[test]
fn every_type_is_known() {
    let kinds = ["text", "email", "phone", "number", "amount", "date", "yes_no", "postcode", "url"];
    let questions: Vec<_> =
        (1..).zip(kinds).map(|(n, kind)| question(n, kind, json!({"type": kind}))).collect();
    let set = json!({"name": "all", "questions": questions});
    let set = QuestionSet::from_json(&set.to_string()).unwrap();
    let names: Vec<&str> = set.questions.iter().map(|question| question.answer.name()).collect();
    assert_eq!(names, kinds);
}

#[test]
fn null_is_absent_and_unknown_fields_are_ignored() {
    let set = json!({"name": "s", "language": null, "$schema": "x", "colour": 1, "questions": [
        {"number": 1, "field": "f", "text": null, "texts": null, "answer": {"type": "text", "multiple": null},
         "capture": null, "repeat": null, "required": null, "hint": ""}]});
    let set = QuestionSet::from_json(&set.to_string()).unwrap();
    assert_eq!(set.questions[0].capture, Capture::Reply);
}

#[test]
fn all_faults_are_reported_at_once() {
    faults(
        json!({"name": " ", "language": "french", "region": 33, "currency": "EURO", "questions": [
            question(0, "a", json!({"type": "fone"})),
            question(3, "b", json!({"type": "choice", "options": []})),
            question(3, "b", json!({"type": "choice"})),
            {"number": "4", "answer": {}},
            question(10000, "", json!("text")),
            7,
            {"number": 5, "field": "e", "text": 1, "answer": {"type": "text"}, "capture": "all",
             "repeat": 3, "required": "yes", "texts": {"en": 1}},
            question(6, "f", json!({"type": "choice", "multiple": 1, "options": [
                {"value": "x", "labels": ["", 1]}, {"value": "x"}, {"labels": "y"}, "z"]})),
        ]}),
        &[
            "questions[0].number: must be a whole number from 1 to 9999, not 0",
            "questions[0].answer.type: \"fone\" is not one of text, email, phone, number, amount, \
             date, yes_no, choice, postcode, url",
            "questions[1].answer.options: a choice needs at least one option",
            "questions[2].answer.options: a choice needs at least one option",
            "questions[3].number: must be a whole number from 1 to 9999, not \"4\"",
            "questions[3].field: missing",
            "questions[3].answer.type: missing",
            "questions[4].number: must be a whole number from 1 to 9999, not 10000",
            "questions[4].field: is empty",
            "questions[4].answer: must be an object, not \"text\"",
            "questions[5]: must be an object, not 7",
            "questions[6].text: must be text, not 1",
            "questions[6].texts.en: must be text, not 1",
            "questions[6].capture: \"all\" is not one of reply, first_message, until_next_question",
            "questions[6].repeat: must be text, not 3",
            "questions[6].required: must be true or false, not \"yes\"",
            "questions[7].answer.multiple: must be true or false, not 1",
            "questions[7].answer.options[0].labels[0]: is empty",
            "questions[7].answer.options[0].labels[1]: must be text, not 1",
            "questions[7].answer.options[2].labels: must be a list, not \"y\"",
            "questions[7].answer.options[2].value: missing",
            "questions[7].answer.options[3]: must be an object, not \"z\"",
            "questions[7].answer.options[1].value: \"x\" is already the value of options[0]",
            "questions[2].number: 3 is already the number of questions[1]",
            "questions[2].field: \"b\" is already the field of questions[1]",
            "name: is empty",
            "language: must be a language code such as fr, not \"french\"",
            "region: must be text, not 33",
            "currency: must be a currency code such as EUR, not \"EURO\"",
        ],
    );
    faults(json!({}), &["questions: missing", "name: missing"]);
    faults(json!([]), &["must be an object, not a list"]);
    let text = QuestionSet::from_json("{").unwrap_err();
    assert_eq!(text[0].to_string(), "not JSON: EOF while parsing an object at line 1 column 1");
}

#[test]
fn a_half_written_set_is_read_as_far_as_it_goes() {
    let set = json!({"name": 7, "language": "french", "region": "FR", "questions": [
        7,
        {"field": "no_number", "text": "?", "answer": {"type": "text"}},
        {"number": 2, "field": "first", "text": "a", "texts": {"en": 1, "de": "b"},
         "answer": {"type": "choice", "options": [{"value": "x", "labels": ["y", 7]}, {"labels": ["z"]}, "w"]}},
        {"number": 2, "field": "second"},
        {"number": 1, "text": 3, "answer": {"type": "fone"}, "capture": "all", "required": 1},
    ]});
    let set = QuestionSet::lenient(&set);
    assert_eq!((&*set.name, set.language, set.region), ("", None, Some("FR".to_owned())));
    let [first, faulty] = set.questions.try_into().unwrap();
    assert_eq!((first.number, &*first.field, first.texts.len()), (2, "first", 1));
    let option = ChoiceOption { value: "x".to_owned(), labels: vec!["y".to_owned()] };
    assert_eq!(first.answer, AnswerType::Choice { options: vec![option], multiple: false });
    assert_eq!(faulty, Question { number: 1, ..Question::default() });
    for none in [json!(null), json!([]), json!({"questions": "x"})] {
        assert_eq!(QuestionSet::lenient(&none), QuestionSet::default());
    }
    let full = serde_json::from_str(FULL).unwrap();
    assert_eq!(QuestionSet::lenient(&full), QuestionSet::from_json(FULL).unwrap());
}
