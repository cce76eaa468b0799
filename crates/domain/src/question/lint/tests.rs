//! Faults put into a clean set one by one. Each test names what it catches; each fix that is
//! offered is made, and must remove what it was offered for.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::question::{QuestionSet, apply_fix};

fn clean() -> Value {
    json!({"name": "Leads", "language": "fr", "region": "FR", "currency": "EUR", "questions": [
        {"number": 1, "field": "budget", "text": "Quel est votre budget ?", "texts": {"en": "What is your budget?"},
         "answer": {"type": "amount"}, "required": true},
        {"number": 2, "field": "project", "text": "Quel est votre projet ?", "texts": {"en": "What is your project?"},
         "answer": {"type": "choice", "options": [
            {"value": "buy", "labels": ["achat", "acheter"]}, {"value": "rent", "labels": ["louer"]}]}},
        {"number": 3, "field": "email", "text": "Votre e-mail ?", "texts": {"en": "Your email?"},
         "answer": {"type": "email"}},
    ]})
}

fn labels(value: &mut Value, first: Value, second: Value) {
    let options = json!([{"value": "buy", "labels": first}, {"value": "rent", "labels": second}]);
    value["questions"][1]["answer"]["options"] = options;
}

fn count(findings: &[Finding], code: FindingCode) -> usize {
    findings.iter().filter(|finding| finding.code == code).count()
}

/// Makes every fix, each on the file as it is: fewer findings of its kind must be left.
fn check_fixes(json: &str) {
    let findings = lint(json);
    for finding in &findings {
        let Some(fix) = &finding.fix else { continue };
        let fixed = apply_fix(json, &fix.patch).unwrap_or_else(|e| panic!("{finding:?}: {e}"));
        let left = count(&lint(&fixed), finding.code);
        assert!(left < count(&findings, finding.code), "{finding:?} is still there: {fixed}");
    }
}

/// What is said of the clean set with a change: each `path: message`, and ` → label` of its fix.
#[track_caller]
fn check(change: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut value = clean();
    change(&mut value);
    let json = value.to_string();
    let findings = lint(&json);
    let said = |finding: &Finding| {
        let fix = finding.fix.as_ref().map_or(String::new(), |fix| format!(" → {}", fix.label));
        format!("{}: {}{fix}", finding.path, finding.message)
    };
    assert_eq!(findings.iter().map(said).collect::<Vec<_>>(), expected);
    let readable = QuestionSet::from_json(&json).is_ok();
    assert_eq!(readable, findings.iter().all(|finding| finding.severity == Severity::Warning));
    check_fixes(&json);
}

#[test]
fn a_clean_set_has_no_finding() {
    check(|_| {}, &[]);
    check(|set| set["$schema"] = json!("x"), &[]);
    let bare = json!({"name": "n", "questions": [
        {"number": 1, "field": "f", "text": "Votre téléphone ?", "answer": {"type": "phone"}}]});
    assert_eq!(lint(&bare.to_string()).len(), 1, "the region");
}

#[test]
fn what_is_no_set() {
    for (json, code, message) in [
        ("{", FindingCode::NotJson, "not JSON: EOF while parsing an object at line 1 column 1"),
        ("[]", FindingCode::NotAnObject, "must be an object, not a list"),
        ("null", FindingCode::NotAnObject, "must be an object, not null"),
    ] {
        let [finding] = lint(json).try_into().unwrap();
        assert_eq!((finding.code, &*finding.message, &*finding.path), (code, message, ""));
        assert_eq!((finding.severity, finding.question), (Severity::Error, None));
    }
    let quiet = "{\"name\": \"n\", \"questions\": []}";
    let [finding] = lint(&format!("\u{feff}{quiet}")).try_into().unwrap();
    assert_eq!(finding.code, FindingCode::NothingToAsk);
}

#[test]
fn a_wrong_shape() {
    check(
        |set| {
            set["name"] = json!(7);
            set["language"] = json!("french");
            set["questions"][0]["required"] = json!("yes");
            set["questions"][2]["answer"] = json!(null);
        },
        &[
            "name: must be text, not 7",
            "language: must be a language code such as fr, not \"french\"",
            "questions[0].required: must be true or false, not \"yes\"",
            "questions[2].answer: missing → Read the answer as text",
            "questions: nothing asks for an email or a phone number → Add question 4: What is \
             your email address?",
        ],
    );
}

#[test]
fn a_name_that_is_missing_or_empty() {
    check(|set| set["name"] = json!(" "), &["name: is empty → Call it Questions"]);
    check(|set| set["name"] = json!(null), &["name: missing → Call it Questions"]);
}

#[test]
fn a_number_that_is_taken_or_none() {
    check(
        |set| set["questions"][2]["number"] = json!(1),
        &["questions[2].number: 1 is already the number of questions[0] → Give it number 3"],
    );
    check(
        |set| set["questions"][1]["number"] = json!("2"),
        &[
            "questions[1].number: must be a whole number from 1 to 9999, not \"2\" → Give it number 4",
        ],
    );
    // Once 9999 is given away, the first that is free has to do.
    check(
        |set| {
            set["questions"][1]["number"] = json!(9999);
            set["questions"][2]["number"] = json!(9999);
        },
        &["questions[2].number: 9999 is already the number of questions[1] → Give it number 2"],
    );
}

#[test]
fn numbers_that_skip_or_stand_out_of_order() {
    check(
        |set| set["questions"][2]["number"] = json!(4),
        &[
            "questions: the numbers skip 3 → Renumber 1 to 3; the markers in iAdvize must then follow",
        ],
    );
    check(
        |set| {
            set["questions"][0]["number"] = json!(2);
            set["questions"][1]["number"] = json!(7);
            set["questions"][2]["number"] = json!(6);
        },
        &[
            "questions: the numbers skip 1, 3–5 → Renumber 1 to 3; the markers in iAdvize must then follow",
            "questions[2].number: question 6 stands after question 7 → Put the list in the order \
             of its numbers",
        ],
    );
}

#[test]
fn a_text_that_is_missing() {
    check(
        |set| set["questions"][1]["text"] = json!("\u{200b} "),
        &["questions[1].text: not given: nobody can ask it from here"],
    );
    check(
        |set| {
            set["questions"][0]["text"] = json!(null);
            set["questions"][0]["texts"] = json!(null);
        },
        &["questions[0].text: required, and has no text in any language"],
    );
}

#[test]
fn a_marker_typed_into_the_text() {
    let own = "carries its own marker, which is put there anyway → Take it out of the text";
    let other = "carries the marker of question 3 → Take it out of the text";
    for (text, expected) in [
        ("[](Q1) Budget ?", vec![format!("questions[0].text: {own}")]),
        ("Budget ?<a href=\"Q1\"></a>", vec![format!("questions[0].text: {own}")]),
        ("[](Q3) Budget ?", vec![format!("questions[0].text: {other}")]),
        // Alone this is code; behind the marker it is none.
        (
            "```\n[](Q3) Budget ?",
            vec![
                format!("questions[0].text: {other}"),
                "questions[0].text: begins with code".into(),
            ],
        ),
        (
            "[](Q1)[](Q3) ?",
            vec![format!("questions[0].text: {own}"), format!("questions[0].text: {other}")],
        ),
    ] {
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check(|set| set["questions"][0]["text"] = json!(text), &expected);
    }
    check(
        |set| set["questions"][0]["texts"]["en"] = json!("[](Q1) Budget?"),
        &[&format!("questions[0].texts.en: {own}")],
    );
}

#[test]
fn a_text_that_would_show_a_marker() {
    for (text, expected) in [
        ("\\[\\](Q1) Budget ?", "has \"[\\](Q1) Budget ?\", which looks like a marker and is none"),
        ("[](Q0) Budget ?", "has \"[](Q0) Budget ?\", which looks like a marker and is none"),
        ("Budget [ici](Q2) ?", "has \"[ici](Q2) ?\", which looks like a marker and is none"),
        ("`Budget` ?", "begins with code"),
        ("~~~\nBudget ?", "begins with code"),
        ("Budget aujourd`hui ?", "has a ` that nothing closes"),
        ("Budget [en euros ?", "has a [ that nothing closes"),
    ] {
        let expected = format!("questions[0].text: {expected}");
        check(|set| set["questions"][0]["text"] = json!(text), &[&expected]);
    }
}

#[test]
fn a_text_that_is_too_long_in_any_language() {
    // The marker and its space take seven.
    for (length, expected) in [
        (243, None),
        (244, Some("251 characters with its marker, at most 250 are advised")),
        (443, Some("450 characters with its marker, at most 250 are advised")),
        (444, Some("451 characters with its marker, a bot can send at most 450")),
    ] {
        let text = "é".repeat(length);
        let path = |path: &str| expected.map(|said| format!("questions[0].{path}: {said}"));
        let said = path("text");
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        check(|set| set["questions"][0]["text"] = json!(text), &said);
        let said = path("texts.en");
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        check(|set| set["questions"][0]["texts"]["en"] = json!(text), &said);
    }
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
fn a_label_that_never_matches_or_is_a_place() {
    let at = "questions[1].answer.options[0]";
    check(
        |set| labels(set, json!(["?"]), json!(["👍"])),
        &[&format!("{at}.labels[0]: \"?\" has no word to match → Remove the label")],
    );
    check(
        |set| labels(set, json!(["2", "1", "2024"]), json!([])),
        &[&format!("{at}.labels[0]: \"2\" is also the place of another option → Remove the label")],
    );
    check(|set| labels(set, json!([" "]), json!([])), &[&format!("{at}.labels[0]: is empty")]);
}

#[test]
fn fields_that_are_taken_alike_or_empty() {
    check(
        |set| set["questions"][1]["field"] = json!("budget"),
        &["questions[1].field: \"budget\" is already the field of questions[0] → Call it budget_2"],
    );
    for alike in ["Budget", "bud get", "bud_get", "BÜD-GET"] {
        let said = format!(
            "questions[1].field: \"{alike}\" reads like \"budget\" of questions[0] → Call it {alike}_2"
        );
        check(|set| set["questions"][1]["field"] = json!(alike), &[&said]);
    }
    check(
        |set| set["questions"][1]["field"] = json!(""),
        &["questions[1].field: is empty → Call it projet"],
    );
    check(
        |set| {
            set["questions"][2]["field"] = json!(null);
            set["questions"][1]["field"] = json!("E-mail");
        },
        &["questions[2].field: missing → Call it email_2"],
    );
}

#[test]
fn languages_that_are_empty_missing_or_the_sets_own() {
    check(
        |set| set["questions"][1]["texts"]["en"] = json!(""),
        &["questions[1].texts.en: the text in en is empty → Remove this text"],
    );
    check(
        |set| set["questions"][1]["texts"] = json!({}),
        &["questions[1].texts.en: question 2 has no text in en, and others have one"],
    );
    check(
        |set| set["questions"][1]["texts"]["FR"] = json!("Votre projet ?"),
        &[
            "questions[1].texts.FR: is a second text in the set's own language, FR → Remove this text",
        ],
    );
    check(|set| set["questions"][1]["texts"]["fr"] = json!("Quel est votre projet ?"), &[]);
    check(
        |set| set["questions"][1]["texts"]["fr-CH"] = json!("Votre projet ?"),
        &[
            "questions[0].texts.fr-CH: question 1 has no text in fr-CH, and others have one",
            "questions[2].texts.fr-CH: question 3 has no text in fr-CH, and others have one",
        ],
    );
}

#[test]
fn nobody_to_write_to() {
    let no_email = "questions: nothing asks for an email or a phone number";
    for (language, text) in [
        ("fr", "Quelle est votre adresse e-mail ?"),
        ("de-AT", "Wie lautet Ihre E-Mail-Adresse?"),
        ("pt", "What is your email address?"),
    ] {
        let said = format!("{no_email} → Add question 4: {text}");
        check(
            |set| {
                set["language"] = json!(language);
                set["questions"][2]["answer"] = json!({"type": "text"});
            },
            &[&said],
        );
    }
    check(|set| set["questions"][2]["answer"] = json!({"type": "phone"}), &[]);
}

#[test]
fn settings_that_questions_need() {
    check(
        |set| {
            set["region"] = json!(null);
            set["currency"] = json!(null);
            set["language"] = json!(null);
            set["questions"][1]["answer"] = json!({"type": "date"});
            set["questions"][2]["answer"] = json!({"type": "phone"});
        },
        &[
            "language: not given, and there are questions of type date, amount",
            "region: not given, and there are questions of type phone",
            "currency: not given, and there are questions of type amount",
        ],
    );
}

#[test]
fn fields_that_nobody_reads() {
    check(
        |set| {
            set["colour/tint"] = json!(1);
            set["questions"][0]["capure"] = json!("reply");
            set["questions"][0]["answer"]["multiple"] = json!(true);
            set["questions"][2]["answer"]["options"] = json!([]);
        },
        &[
            "colour/tint: unknown field, ignored (known: name, language, region, currency, \
             questions) → Remove it",
            "questions[0].answer.multiple: has no effect on amount: only a choice has it → Remove it",
            "questions[0].capure: unknown field, ignored (known: number, field, text, texts, \
             answer, capture, repeat, required) → Remove it",
            "questions[2].answer.options: has no effect on email: only a choice has it → Remove it",
        ],
    );
}

#[test]
fn two_questions_that_ask_the_same() {
    check(
        |set| set["questions"][1]["text"] = json!("QUEL est votre budget"),
        &["questions[1].text: asks the same as question 1 (questions[0])"],
    );
}

#[test]
fn findings_can_be_said_in_another_language() {
    let mut set = clean();
    set["questions"][2]["number"] = json!(1);
    let [taken] = lint(&set.to_string()).try_into().unwrap();
    let said = serde_json::to_value(&taken).unwrap();
    let expected = json!({
        "code": "number_taken", "severity": "error", "path": "questions[2].number", "question": 2,
        "with": {"number": "1", "other": "0", "next": "3"},
        "message": "1 is already the number of questions[0]",
        "why": "The number alone says which question a message asks.",
        "fix": {"label": "Give it number 3", "code": "give_number",
                "patch": [{"op": "add", "path": "/questions/2/number", "value": 3}]},
    });
    assert_eq!(said, expected);
    assert_eq!(serde_json::from_value::<Finding>(said).unwrap(), taken);
}

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
        proptest::sample::select(["fr", "en", "FR", "de", "fr-CH"].as_slice()),
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
        prop_assert!(lenient.questions.iter().all(|question| (1..=9999).contains(&question.number)));
        if errors == 0 {
            prop_assert_eq!(Ok(lenient), QuestionSet::from_json(&json));
        }
    }
}

fn count_errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}
