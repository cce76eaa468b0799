//! Faults put into a clean set one by one. Each test names what it catches; each fix that is
//! offered is made, and must remove what it was offered for.

mod any;
mod choices;
mod wordings;

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
    assert_eq!(readable, findings.iter().all(|finding| finding.severity != Severity::Error));
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
            "language: must be a language code such as fr, not \"french\" → Call it fr",
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
fn errors_stand_before_warnings_and_those_before_advice() {
    let mut set = clean();
    set["questions"][0]["number"] = json!(5);
    set["questions"][0]["text"] = json!("e".repeat(300));
    set["questions"][1]["text"] = json!("[](Q2) Projet ?");
    set["questions"][2]["texts"]["en"] = json!("e".repeat(500));
    set["questions"][2]["texts"]["fr"] = json!("Votre e-mail ?");
    set["questions"][2]["text"] = json!("");
    set["questions"][2]["capture"] = json!("all");
    let found: Vec<_> = lint(&set.to_string()).iter().map(|f| (f.severity, f.code)).collect();
    use {FindingCode as F, Severity as S};
    let expected = [
        (S::Error, F::NotOneOf),
        (S::Warning, F::TooLong),
        (S::Advice, F::NumbersSkipped),
        (S::Advice, F::Long),
        (S::Advice, F::NumbersOutOfOrder),
        (S::Advice, F::OwnMarker),
        (S::Advice, F::TextUnderLanguage),
    ];
    assert_eq!(found, expected);
    assert_eq!(serde_json::to_value(S::Advice).unwrap(), "advice");
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
    check(
        |set| {
            set["language"] = json!(null);
            set["questions"][0]["answer"] = json!({"type": "number"});
        },
        &["language: not given, and there are questions of type number"],
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
