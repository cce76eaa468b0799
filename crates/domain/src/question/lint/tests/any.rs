//! What must hold for any JSON.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::kit;

/// Any JSON, the names of a set's fields more often than others.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2_i64..12).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!({"type": "choice"})),
        proptest::sample::select(TEXTS).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    let name = prop_oneof![
        8 => proptest::sample::select(NAMES).prop_map(str::to_owned),
        1 => ".{0,4}",
    ];
    leaf.prop_recursive(5, 60, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

const NAMES: &[&str] = &[
    "name",
    "language",
    "region",
    "currency",
    "questions",
    "number",
    "field",
    "text",
    "texts",
    "answer",
    "type",
    "options",
    "multiple",
    "value",
    "labels",
    "capture",
    "repeat",
    "required",
    "fr",
    "en",
    "a/b~c.d[0]",
];

const TEXTS: &[&str] = &[
    "fr",
    "FR",
    "EUR",
    "text",
    "email",
    "phone",
    "choice",
    "date",
    "amount",
    "reply",
    "Budget ?",
    "budget",
    "[](Q1) Budget ?",
    "[](Q2)",
    "[[](Q2)](Q3)",
    "`",
    "[",
    "\\[\\]",
    "?",
    "1",
    "2",
    "Été",
    "ete",
];

/// A set in good shape whose parts are drawn from what goes wrong.
fn any_set() -> impl Strategy<Value = Value> {
    let text = || {
        proptest::collection::vec(proptest::sample::select(TEXTS), 0..3)
            .prop_map(|texts| Value::from(texts.join(" ")))
    };
    let option = (text(), proptest::collection::vec(text(), 0..3))
        .prop_map(|(value, labels)| json!({"value": value, "labels": labels}));
    let answer = prop_oneof![
        proptest::sample::select(
            ["text", "email", "phone", "date", "amount", "postcode"].as_slice()
        )
        .prop_map(|kind| json!({"type": kind, "multiple": true})),
        proptest::collection::vec(option, 0..4)
            .prop_map(|options| json!({"type": "choice", "options": options})),
        Just(Value::Null),
    ];
    let texts = proptest::collection::hash_map(
        proptest::sample::select(
            ["fr", "en", "FR", "de", "fr-CH", "french", "Klingon", ""].as_slice(),
        ),
        text(),
        0..3,
    );
    let question = (0..6_u32, text(), text(), texts, answer, any::<bool>()).prop_map(
        |(number, field, text, texts, answer, required)| {
            json!({"number": number, "field": field, "text": text, "texts": texts,
                "answer": answer, "required": required, "x~/y": 1})
        },
    );
    let language = proptest::sample::select(["fr", "fr-CH", "xx", ""].as_slice());
    (text(), language, proptest::collection::vec(question, 0..6)).prop_map(
        |(name, language, questions)| {
            let language = (!language.is_empty()).then_some(language);
            json!({"name": name, "language": language, "questions": questions})
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_linted(value in prop_oneof![any_json(), any_set()]) {
        let json = value.to_string();
        let findings = lint(&json);
        let errors = count_errors(&findings);
        prop_assert_eq!(QuestionSet::from_json(&json).err().map_or(0, |faults| faults.len()), errors);
        check_fixes(&json);
        let lenient = QuestionSet::lenient(&value);
        // Each item of the list has something to enter, or a reason why not.
        let entries = kit::entries(&lenient, None);
        let entered: BTreeSet<u32> = entries.iter().map(|entry| entry.number).collect();
        let listed = value.get("questions").and_then(Value::as_array).map_or(0, Vec::len);
        prop_assert_eq!(kit::left_out(&value, &entries).len() + entered.len(), listed);
        prop_assert!(lenient.questions.iter().all(|question| (1..=9999).contains(&question.number)));
        if errors == 0 {
            prop_assert_eq!(Ok(lenient), QuestionSet::from_json(&json));
        }
    }
}

fn count_errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}
