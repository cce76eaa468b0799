use serde_json::{Value as Json, json};

use super::super::tests::{AGENT, BOT, Line, VISITOR, conversation, question, set, with};
use super::super::{Authors, explain};
use super::*;

/// The reasons for each answer, as they are printed, without the quotes.
#[track_caller]
fn reasons(lines: &[Line<'_>], questions: Json, expected: &[&[&str]]) {
    let explained = explain(&conversation(lines), &set(questions), &Authors::default());
    let shown = |reason: &Reason| {
        serde_json::to_string(reason).unwrap().replace("\"kind\":", "").replace('"', "")
    };
    let reasons: Vec<Vec<String>> =
        explained.answers.iter().map(|answer| answer.reasons.iter().map(shown).collect()).collect();
    assert_eq!(reasons, expected, "{lines:?}");
    for (answer, reasons) in explained.reading.answers.iter().zip(&explained.answers) {
        assert_eq!(answer.number, reasons.number);
        assert_eq!(answer.confidence, super::super::reason::confidence(&reasons.reasons));
    }
}

/// What became of each message, as `m2 1,2 read`.
#[track_caller]
fn uses(lines: &[Line<'_>], questions: Json, expected: &[&str]) {
    let explained = explain(&conversation(lines), &set(questions), &Authors::default());
    let shown = |account: &MessageAccount| {
        let numbers: Vec<String> = account.questions.iter().map(u32::to_string).collect();
        let why = serde_json::to_string(&account.why).unwrap().replace('"', "");
        format!("{} {} {why}", account.message_id, numbers.join(","))
    };
    let accounts: Vec<String> = explained.messages.iter().map(shown).collect();
    assert_eq!(accounts, expected, "{lines:?}");
}

fn one(kind: &str) -> Json {
    json!([question(1, kind)])
}

#[test]
fn without_a_value() {
    reasons(&[(BOT, "bonjour"), (VISITOR, "a@b.fr")], one("email"), &[&["{not_asked}"]]);
    reasons(&[(BOT, "[](Q1) ?")], one("email"), &[&["{no_reply}"]]);
    reasons(&[(BOT, "[](Q1) ?"), (VISITOR, "+")], one("email"), &[&["{attachment_only}"]]);
    reasons(&[(BOT, "[](Q1) ?"), (VISITOR, "+")], one("text"), &[&["{attachment_only}"]]);
    reasons(&[(BOT, "[](Q1) ?"), (VISITOR, "non")], one("email"), &[&["{no_value_of_type}"]]);
    let asked_by_nobody = [("ThirdPartyAccount", "[](Q1) ?"), (VISITOR, "a@b.fr")];
    reasons(&asked_by_nobody, one("email"), &[&["{not_asked}", "{unknown_author}"]]);
}

#[test]
fn with_a_value() {
    let asked = |said| [(BOT, "[](Q1) ?"), (VISITOR, said)];
    reasons(&asked("ici"), one("text"), &[&["{whole_reply}"]]);
    reasons(&asked("a@b.fr"), one("email"), &[&["{read_after_question}", "{whole_value}"]]);
    reasons(&asked("c'est a@b.fr"), one("email"), &[&["{read_after_question}", "{says_more}"]]);
    reasons(
        &asked("25000"),
        one("amount"),
        &[&["{read_after_question}", "{whole_value}", "{rule_of_thumb}"]],
    );
    reasons(
        &asked("a@b.fr c@d.fr a@b.fr"),
        one("email"),
        &[&["{read_after_question}", "{whole_value}", "{several_values,count:2}"]],
    );
    let options = json!([{"value": "a", "labels": ["rouge"]}, {"value": "b", "labels": ["bleu"]}]);
    let mut choice = question(1, "choice");
    choice["answer"]["options"] = options;
    choice["answer"]["multiple"] = json!(true);
    reasons(
        &asked("rouge et bleu"),
        json!([choice]),
        &[&["{read_after_question}", "{says_more}", "{several,count:2}"]],
    );
}

#[test]
fn found_later_counts_the_visitors_messages() {
    let lines = [
        (BOT, "[](Q1) ?"),
        (VISITOR, "pourquoi"),
        (AGENT, "pour le devis"),
        (VISITOR, "ah"),
        (VISITOR, "a@b.fr"),
    ];
    let expected = ["{found_later,messages:2}", "{says_more}"];
    reasons(&lines, one("email"), &[&expected]);
    uses(&lines, one("email"), &["m2 1 nothing_of_type", "m4 1 after_reply", "m5 1 read"]);
}

#[test]
fn asked_again_and_together() {
    let lines = [
        (BOT, "[](Q1)[](Q2) ?"),
        (VISITOR, "a@b.fr"),
        (BOT, "[](Q1) ?"),
        (VISITOR, "c@d.fr"),
        (BOT, "[](Q1) ?"),
    ];
    let both = json!([question(1, "email"), question(2, "text")]);
    reasons(
        &lines,
        both.clone(),
        &[
            &["{read_after_question}", "{whole_value}", "{asked_again,times:3,kept:last}"],
            &["{whole_reply}", "{shared_reply,with:[1]}"],
        ],
    );
    uses(&lines, both, &["m2 1,2 read", "m4 1 read"]);
    uses(&lines, one("email"), &["m2 1,2 not_counted", "m4 1 read"]);
    let first = with(question(1, "email"), "repeat", json!("first"));
    uses(&lines, json!([first.clone()]), &["m2 1,2 read", "m4 1 not_counted"]);
    reasons(
        &lines,
        json!([first]),
        &[&[
            "{read_after_question}",
            "{whole_value}",
            "{asked_again,times:3,kept:first}",
            "{shared_reply,with:[2]}",
        ]],
    );
}

#[test]
fn what_became_of_each_message() {
    let lines = [
        (VISITOR, "bonjour"),
        (BOT, "[](Q1) Email ?"),
        (VISITOR, "lequel ?"),
        (VISITOR, "+"),
        (VISITOR, "a@b.fr"),
        (AGENT, "merci"),
        (VISITOR, "c@d.fr"),
        ("ThirdPartyAccount", "hm"),
        (BOT, "[](Q8)[](Q9) ?"),
        (VISITOR, "e@f.fr"),
        (BOT, "au revoir"),
    ];
    let expected = [
        "m1  before_any_question",
        "m3 1 nothing_of_type",
        "m5 1 read",
        "m7 1 after_reply",
        "m8 1 unknown_author",
        "m10 8,9 unknown_question",
    ];
    uses(&lines, one("email"), &expected);
    // A candidate is read too, though another value was kept.
    let lines = [(BOT, "[](Q1) ?"), (VISITOR, "a@b.fr"), (VISITOR, "non, c@d.fr")];
    uses(&lines, one("email"), &["m2 1 read", "m3 1 read"]);
}

#[test]
fn the_wire_form_comes_back() {
    let lines = [(BOT, "[](Q1)[](Q2) ?"), (VISITOR, "a@b.fr"), (BOT, "[](Q1)")];
    let questions = json!([question(1, "email"), question(2, "text")]);
    let explained = explain(&conversation(&lines), &set(questions), &Authors::default());
    let printed = serde_json::to_string(&explained).unwrap();
    assert_eq!(serde_json::from_str::<Explained>(&printed).unwrap(), explained);
}
