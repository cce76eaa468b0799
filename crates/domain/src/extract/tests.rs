//! The rules X1 to X8 and X14 to X16, each as a small conversation.

use serde_json::{Value as Json, json};

use super::*;
use crate::reading::{Answer, AnswerStatus, EmailSource, Evidence, Value};

/// A message: who, what; `+` after the text for an attachment.
pub(super) type Line<'a> = (&'a str, &'a str);

pub(super) const BOT: &str = "Bot";
pub(super) const AGENT: &str = "Professional";
pub(super) const VISITOR: &str = "Visitor";
const SYSTEM: &str = "SystemMessage";

pub(super) fn conversation(lines: &[Line<'_>]) -> Conversation {
    with_email(lines, Json::Null)
}

fn with_email(lines: &[Line<'_>], email: Json) -> Conversation {
    let edge = |(at, (author, text)): (usize, &Line<'_>)| {
        let (text, attached) = text.strip_suffix('+').map_or((*text, 0), |text| (text, 1));
        let attachments = vec![json!({"__typename": "ImageAttachment"}); attached];
        let id = format!("m{}", at + 1);
        if *author == SYSTEM {
            return json!({"node": {"__typename": SYSTEM, "id": id, "attachments": []}});
        }
        json!({"node": {
            "__typename": "ParticipantConversationMessage", "id": id, "text": text,
            "createdAt": format!("2026-03-02T09:{:02}:00Z", at % 60),
            "author": {"__typename": author}, "attachments": attachments,
        }})
    };
    let edges: Vec<Json> = lines.iter().enumerate().map(edge).collect();
    let json = json!({"id": "c", "visitor": {"email": email}, "messages": {"edges": edges}});
    Conversation::from_json(&json.to_string()).unwrap()
}

pub(super) fn set(questions: Json) -> QuestionSet {
    let json = json!({
        "name": "set", "language": "fr", "region": "FR", "currency": "EUR", "questions": questions
    });
    QuestionSet::from_json(&json.to_string()).unwrap()
}

pub(super) fn question(number: u32, kind: &str) -> Json {
    json!({"number": number, "field": format!("f{number}"), "text": "?", "answer": {"type": kind}})
}

pub(super) fn with(mut question: Json, name: &str, value: Json) -> Json {
    question[name] = value;
    question
}

fn read(lines: &[Line<'_>], questions: Json) -> Vec<Answer> {
    extract(&conversation(lines), &set(questions), &Authors::default()).answers
}

/// The only answer, as `status value raw notes`.
fn one(lines: &[Line<'_>], question: Json) -> String {
    show(&read(lines, json!([question]))[0])
}

fn show(answer: &Answer) -> String {
    let text = |value: Json| value.as_str().map_or(value.to_string(), str::to_owned);
    let status = text(serde_json::to_value(answer.status).unwrap());
    let value = serde_json::to_string(&answer.value).unwrap();
    let notes: Vec<String> =
        answer.notes.iter().map(|note| text(serde_json::to_value(note).unwrap())).collect();
    format!("{status} {value} {:?} [{}]", answer.raw, notes.join(" "))
}

fn stands(id: &str, start: u32, end: u32) -> Evidence {
    Evidence { message_id: id.to_owned(), start, end }
}

#[test]
fn section_4_example() {
    let json = include_str!("../../tests/fixtures/mortgage.json");
    let set =
        QuestionSet::from_json(include_str!("../../tests/fixtures/mortgage-set.json")).unwrap();
    let reading = extract(&Conversation::from_json(json).unwrap(), &set, &Authors::default());
    let printed = serde_json::to_string(&reading).unwrap();
    let first = r#"{"conversation_id":"4c8c7408-f73c-42cd-89e9-afbbee7d9024","question_set":"Mortgage lead","email":{"value":"marc@example.com","source":"visitor"},"answers":[{"number":1,"field":"budget","status":"answered","value":{"amount":"25000","currency":"EUR"},"raw":"environ 25 000 €","confidence":0.97,"evidence":[{"message_id":"m2","start":8,"end":16}],"candidates":[],"notes":[]},"#;
    assert!(printed.starts_with(first), "{printed}");
    assert_eq!(reading.answers.len(), 3);
    assert_eq!(serde_json::from_str::<Reading>(&printed).unwrap(), reading);
}

#[test]
fn x1_only_an_operator_asks() {
    for operator in [BOT, AGENT, "Expert", "IbbuManager"] {
        assert_eq!(
            one(&[(operator, "[](Q1) Nom ?"), (VISITOR, "Marc")], question(1, "text")),
            r#"answered "Marc" "Marc" []"#
        );
    }
    assert_eq!(
        one(&[(VISITOR, "[](Q1)"), (VISITOR, "Marc")], question(1, "text")),
        r#"not_asked null "" []"#
    );
    assert_eq!(
        one(
            &[(BOT, "[](Q1) Nom ?"), (VISITOR, "[](Q2) Marc"), (VISITOR, "D")],
            question(1, "text")
        ),
        "answered \"[](Q2) Marc\\nD\" \"[](Q2) Marc\\nD\" []"
    );
}

#[test]
fn x1_system_messages_are_not_there() {
    assert_eq!(
        one(
            &[(BOT, "[](Q1) Nom ?"), (SYSTEM, ""), (VISITOR, "Marc"), (SYSTEM, ""), (VISITOR, "D")],
            question(1, "text")
        ),
        "answered \"Marc\\nD\" \"Marc\\nD\" []"
    );
}

#[test]
fn x1_an_unknown_author_neither_asks_nor_answers_and_it_is_said() {
    let lines = [(BOT, "[](Q1) Nom ?"), ("ThirdPartyAccount", "Paul"), (VISITOR, "Marc")];
    assert_eq!(one(&lines, question(1, "text")), r#"answered "Marc" "Marc" [unknown_author]"#);
    let asked = [("ThirdPartyAccount", "[](Q1) Nom ?"), (VISITOR, "Marc")];
    assert_eq!(one(&asked, question(1, "text")), r#"not_asked null "" [unknown_author]"#);

    let says = |side| Authors([("ThirdPartyAccount".to_owned(), side)].into());
    let read = |lines: &[Line<'_>], side| {
        let set = set(json!([question(1, "text")]));
        show(&extract(&conversation(lines), &set, &says(side)).answers[0])
    };
    assert_eq!(read(&lines, Side::Visitor), "answered \"Paul\\nMarc\" \"Paul\\nMarc\" []");
    assert_eq!(read(&lines, Side::Neither), r#"answered "Marc" "Marc" []"#);
    assert_eq!(read(&lines, Side::Operator), r#"answered "Marc" "Marc" []"#);
    assert_eq!(read(&asked, Side::Operator), r#"answered "Marc" "Marc" []"#);
    let elsewhere = [(BOT, "[](Q1)"), (VISITOR, "Marc"), (BOT, "[](Q2)"), ("X", "hm")];
    assert_eq!(one(&elsewhere, question(1, "text")), r#"answered "Marc" "Marc" []"#);
}

#[test]
fn x2_the_text_of_a_quick_reply_or_card_is_part_of_the_message() {
    for attachment in [
        json!({"__typename": "QuickReplyMenuAttachment", "message": "[](Q1) Nom ?", "choices": ["[](Q2)"]}),
        json!({"__typename": "CardAttachment", "title": "Nom", "text": "[](Q1) ?"}),
        json!({"__typename": "CardBundleAttachment", "cards": [{"title": "x"}, {"text": "[](Q1) ?"}]}),
    ] {
        let json = json!({"id": "c", "messages": {"edges": [
            {"node": {"id": "m1", "author": {"__typename": "Bot"}, "text": null, "attachments": [attachment]}},
            {"node": {"id": "m2", "author": {"__typename": "Visitor"}, "text": "Marc"}},
        ]}});
        let conversation = Conversation::from_json(&json.to_string()).unwrap();
        let set = set(json!([question(1, "text"), question(2, "text")]));
        let answers = extract(&conversation, &set, &Authors::default()).answers;
        assert_eq!(show(&answers[0]), r#"answered "Marc" "Marc" []"#, "{attachment}");
        assert_eq!(answers[1].status, AnswerStatus::NotAsked);
    }
    let file = json!({"id": "c", "messages": {"edges": [{"node": {"author": {"__typename": "Bot"},
        "attachments": [{"__typename": "FileAttachment", "title": "[](Q1)"}]}}]}});
    let conversation = Conversation::from_json(&file.to_string()).unwrap();
    let reading = extract(&conversation, &set(json!([question(1, "text")])), &Authors::default());
    assert_eq!(reading.answers[0].status, AnswerStatus::NotAsked);
}

#[test]
fn x4_windows_and_captures() {
    let lines = [
        (VISITOR, "avant"),
        (BOT, "[](Q1) Nom ?"),
        (AGENT, "je suis là"),
        (VISITOR, "un"),
        (VISITOR, "deux"),
        (AGENT, "ah ?"),
        (VISITOR, "trois"),
        (BOT, "[](Q9) autre"),
        (VISITOR, "quatre"),
    ];
    let captured = |capture: &str| {
        let question = with(question(1, "text"), "capture", json!(capture));
        read(&lines, json!([question]))[0].raw.clone()
    };
    assert_eq!(captured("first_message"), "un");
    assert_eq!(captured("reply"), "un\ndeux");
    assert_eq!(captured("until_next_question"), "un\ndeux\ntrois");
}

#[test]
fn x4_messages_that_show_nothing_are_not_there() {
    let question = with(question(1, "text"), "capture", json!("first_message"));
    let lines = [(BOT, "[](Q1) ?"), (VISITOR, " \u{200b}\n"), (AGENT, " "), (VISITOR, "oui")];
    assert_eq!(one(&lines, question), r#"answered "oui" "oui" []"#);
}

#[test]
fn x5_several_markers_share_a_window() {
    let lines = [(BOT, "[](Q1)[](Q2) Nom et email ?"), (VISITOR, "Marc, marc@example.com")];
    let answers = read(&lines, json!([question(1, "text"), question(2, "email")]));
    assert_eq!(
        show(&answers[0]),
        r#"needs_review "Marc, marc@example.com" "Marc, marc@example.com" [shared_reply]"#
    );
    assert_eq!(show(&answers[1]), r#"answered "marc@example.com" "Marc, marc@example.com" []"#);
    assert_eq!(answers[1].evidence, [stands("m2", 6, 22)]);
    let twice = [(BOT, "[](Q1)[](Q1) Nom ?"), (VISITOR, "Marc")];
    assert_eq!(one(&twice, question(1, "text")), r#"answered "Marc" "Marc" []"#);
}

#[test]
fn x5_each_type_takes_its_own() {
    let said = "06 12 34 56 78, a@b.fr, le 12/05/2026, 25 000 €, a.fr, oui";
    let kinds = ["phone", "email", "date", "amount", "url", "yes_no"];
    let asked: String = (1..=kinds.len()).map(|number| format!("[](Q{number})")).collect();
    let questions: Vec<Json> = kinds.iter().zip(1..).map(|(kind, n)| question(n, kind)).collect();
    let answers = read(&[(BOT, &asked), (VISITOR, said)], json!(questions));
    for (answer, expected) in answers.iter().zip([
        r#""+33612345678""#,
        r#""a@b.fr""#,
        r#""2026-05-12""#,
        r#"{"amount":"25000","currency":"EUR"}"#,
        r#""a.fr""#,
        "true",
    ]) {
        assert_eq!(show(answer), format!("answered {expected} {said:?} []"));
    }
}

#[test]
fn x5_a_window_closes_before_any_marker() {
    let lines = [(BOT, "[](Q1)[](Q2)"), (VISITOR, "ah"), (AGENT, "[](Q3)"), (VISITOR, "a@b.fr")];
    for (number, expected) in [
        (1, r#"invalid null "ah" [no_value_of_type]"#),
        (2, r#"invalid null "ah" [no_value_of_type]"#),
        (3, r#"answered "a@b.fr" "a@b.fr" []"#),
    ] {
        assert_eq!(one(&lines, question(number, "email")), expected);
    }
}

#[test]
fn x6_a_question_asked_again() {
    let lines = [
        (BOT, "[](Q1) ?"),
        (VISITOR, "un"),
        (BOT, "[](Q1) ?"),
        (VISITOR, "deux"),
        (BOT, "[](Q1) ?"),
    ];
    let repeat = |repeat: &str| one(&lines, with(question(1, "text"), "repeat", json!(repeat)));
    assert_eq!(repeat("last"), r#"answered "deux" "deux" [asked_again]"#);
    assert_eq!(repeat("first"), r#"answered "un" "un" [asked_again]"#);
    assert_eq!(repeat("join"), "answered \"un\\ndeux\" \"un\\ndeux\" [asked_again]");
    let never = [(BOT, "[](Q1) ?"), (BOT, "[](Q1) ?")];
    assert_eq!(one(&never, question(1, "text")), r#"unanswered null "" [asked_again]"#);
}

#[test]
fn x6_a_typed_answer_reads_joined_replies_as_one() {
    let lines =
        [(BOT, "[](Q1) ?"), (VISITOR, "a@b.fr"), (BOT, "[](Q1) ?"), (VISITOR, "non, c@d.fr")];
    let answers = read(&lines, json!([with(question(1, "email"), "repeat", json!("join"))]));
    assert_eq!(
        show(&answers[0]),
        "needs_review \"c@d.fr\" \"a@b.fr\\nnon, c@d.fr\" [asked_again several_values]"
    );
}

#[test]
fn x6_an_asking_without_a_value_still_counts() {
    let lines = [
        (BOT, "[](Q1) ?"),
        (VISITOR, "a@b.fr"),
        (BOT, "[](Q1) ?"),
        (VISITOR, "je l'ai dit"),
        (BOT, "[](Q1) ?"),
        (VISITOR, " "),
    ];
    let repeat = |repeat: &str| one(&lines, with(question(1, "email"), "repeat", json!(repeat)));
    assert_eq!(repeat("last"), r#"invalid null "je l'ai dit" [asked_again no_value_of_type]"#);
    assert_eq!(repeat("first"), r#"answered "a@b.fr" "a@b.fr" [asked_again]"#);
    assert_eq!(repeat("join"), "answered \"a@b.fr\" \"a@b.fr\\nje l'ai dit\" [asked_again]");
}

#[test]
fn x7_raw_is_always_given() {
    for (lines, expected) in [
        (&[][..], ""),
        (&[(BOT, "[](Q1)")][..], ""),
        (&[(BOT, "[](Q1)"), (VISITOR, "+")][..], ""),
        (&[(BOT, "[](Q1)"), (VISITOR, " oui "), (AGENT, "ah"), (VISITOR, "a")][..], "oui"),
        (
            &[(BOT, "[](Q1)"), (VISITOR, "oui"), (AGENT, "?"), (VISITOR, " a@b.fr ")][..],
            "oui\na@b.fr",
        ),
    ] {
        assert_eq!(read(lines, json!([question(1, "email")]))[0].raw, expected, "{lines:?}");
    }
}

#[test]
fn x7_raw_is_trimmed_and_joined() {
    let lines = [
        (BOT, "[](Q1) ?"),
        (VISITOR, "  un \r\n deux\u{a0}"),
        (VISITOR, "+"),
        (VISITOR, "\ttrois"),
    ];
    let answer = &read(&lines, json!([question(1, "text")]))[0];
    assert_eq!(answer.raw, "un \r\n deux\ntrois");
    assert_eq!(answer.evidence, [stands("m2", 2, 12), stands("m4", 1, 6)]);
}

#[test]
fn x8_one_value_several_or_none() {
    let email = |text: &str| one(&[(BOT, "[](Q1) ?"), (VISITOR, text)], question(1, "email"));
    assert_eq!(email("A@b.fr ou a@B.fr"), r#"answered "a@b.fr" "A@b.fr ou a@B.fr" []"#);
    assert_eq!(
        email("a@b.fr, c@d.fr"),
        r#"needs_review "c@d.fr" "a@b.fr, c@d.fr" [several_values]"#
    );
    assert_eq!(email("pourquoi ?"), r#"invalid null "pourquoi ?" [no_value_of_type]"#);
    let answer = &read(
        &[(BOT, "[](Q1)"), (VISITOR, "a@b.fr, c@d.fr, a@b.fr")],
        json!([question(1, "email")]),
    )[0];
    assert_eq!(answer.value, Some(Value::Text("a@b.fr".to_owned())));
    let texts = ["a@b.fr", "c@d.fr"].map(|text| Value::Text(text.to_owned()));
    assert_eq!(answer.candidates, texts);
    assert_eq!(answer.evidence, [stands("m2", 16, 22)]);
}

#[test]
fn x8_found_later_in_the_window() {
    let lines = [
        (BOT, "[](Q1) Email ?"),
        (VISITOR, "pourquoi ?"),
        (AGENT, "pour le devis"),
        (VISITOR, "ah"),
        (VISITOR, "é a@b.fr"),
        (BOT, "[](Q2)"),
        (VISITOR, "c@d.fr"),
    ];
    let answer = &read(&lines, json!([question(1, "email")]))[0];
    assert_eq!(show(answer), "answered \"a@b.fr\" \"pourquoi ?\\né a@b.fr\" [found_later]");
    assert_eq!(answer.evidence, [stands("m5", 2, 8)]);
}

fn colours(multiple: bool) -> Json {
    let mut question = question(1, "choice");
    question["answer"]["multiple"] = json!(multiple);
    question["answer"]["options"] =
        json!([{"value": "red", "labels": ["rouge"]}, {"value": "blue", "labels": ["bleu"]}]);
    question
}

#[test]
fn x8_a_multiple_choice_takes_all() {
    let lines = [(BOT, "[](Q1) ?"), (VISITOR, "bleu"), (VISITOR, "rouge et bleu")];
    let answer = &read(&lines, json!([colours(true)]))[0];
    assert_eq!(show(answer), "answered [\"blue\",\"red\"] \"bleu\\nrouge et bleu\" []");
    assert_eq!(answer.evidence, [stands("m2", 0, 4), stands("m3", 0, 5)]);
    assert!(answer.candidates.is_empty());
    let single = &read(&lines, json!([colours(false)]))[0];
    assert_eq!(single.status, AnswerStatus::NeedsReview);
}

#[test]
fn x9_places_count_only_where_no_label_matches() {
    let lines = [(BOT, "[](Q1) ?"), (VISITOR, "2"), (VISITOR, "rouge")];
    assert_eq!(one(&lines, colours(false)), "answered \"red\" \"2\\nrouge\" []");
    assert_eq!(one(&lines[..2], colours(false)), r#"answered "blue" "2" []"#);
}

#[test]
fn x11_a_postcode_question_of_the_same_window_takes_its_digits() {
    let lines = [(BOT, "[](Q1)[](Q2) ?"), (VISITOR, "18100 et 25000 €")];
    let answers = read(&lines, json!([question(1, "amount"), question(2, "postcode")]));
    assert_eq!(answers[1].value, Some(Value::Text("18100".to_owned())));
    assert!(show(&answers[0]).starts_with(r#"answered {"amount":"25000","currency":"EUR"}"#));
    let lines = [(BOT, "[](Q1)[](Q2) ?"), (VISITOR, "18100, 3 pièces")];
    let answers = read(&lines, json!([question(1, "number"), question(2, "postcode")]));
    assert!(show(&answers[0]).starts_with("answered 3 "), "{}", show(&answers[0]));
}

#[test]
fn x14_a_text_is_the_reply_itself() {
    let answer = &read(&[(BOT, "[](Q1) ?"), (VISITOR, " 😀 é ")], json!([question(1, "text")]))[0];
    assert_eq!(show(answer), r#"answered "😀 é" "😀 é" []"#);
    assert_eq!(answer.evidence, [stands("m2", 1, 4)]);
    assert_eq!(answer.confidence, 1.0);
}

#[test]
fn x14_each_value_stands_on_what_was_written() {
    for (kind, said, on) in [
        ("text", " é 😀 ", "é 😀"),
        ("email", "😀 é A@B.fr.", "A@B.fr"),
        ("phone", "e\u{301} (06 12 34 56 78)", "06 12 34 56 78"),
        ("postcode", "\u{202b}שלום\u{202c} 75001", "75001"),
        ("url", "ici\r\nwww.a.fr !", "www.a.fr"),
        ("number", "👨\u{200d}👩\u{200d}👧 2\u{200b}5", "2\u{200b}5"),
        ("amount", "é 25 k€", "25 k€"),
        ("date", "né le 3 août 1975.", "3 août 1975"),
        ("yes_no", "«\u{a0}Bien sûr\u{a0}»", "Bien sûr"),
    ] {
        let answer = &read(&[(BOT, "[](Q1)"), (VISITOR, said)], json!([question(1, kind)]))[0];
        let [stands] = &answer.evidence[..] else { panic!("{kind} {said:?}: {answer:?}") };
        let length = (stands.end - stands.start) as usize;
        let found: String = said.chars().skip(stands.start as usize).take(length).collect();
        assert_eq!(found, on, "{kind} {said:?}");
        assert_eq!(stands.message_id, "m2");
    }
}

#[test]
fn x15_statuses() {
    for (lines, kind, expected) in [
        (&[(BOT, "[](Q2)"), (VISITOR, "a@b.fr")][..], "email", AnswerStatus::NotAsked),
        (&[(BOT, "[](Q1)")][..], "email", AnswerStatus::Unanswered),
        (
            &[(BOT, "[](Q1)"), (BOT, "[](Q2)"), (VISITOR, "a@b.fr")][..],
            "email",
            AnswerStatus::Unanswered,
        ),
        (&[(BOT, "[](Q1)"), (VISITOR, "a@b.fr")][..], "email", AnswerStatus::Answered),
        (&[(BOT, "[](Q1)"), (VISITOR, "a@b.fr, c@d.fr")][..], "email", AnswerStatus::NeedsReview),
        (&[(BOT, "[](Q1)"), (VISITOR, "+")][..], "email", AnswerStatus::NeedsReview),
        (&[(BOT, "[](Q1)"), (VISITOR, "non")][..], "email", AnswerStatus::Invalid),
        (&[(BOT, "[](Q1)"), (VISITOR, "non+")][..], "email", AnswerStatus::Invalid),
        (&[(BOT, "[](Q1)[](Q2)"), (VISITOR, "non")][..], "text", AnswerStatus::NeedsReview),
        (&[(BOT, "[](Q1)"), (VISITOR, "non+")][..], "text", AnswerStatus::Answered),
    ] {
        let answer = &read(lines, json!([question(1, kind)]))[0];
        assert_eq!(answer.status, expected, "{lines:?}");
    }
}

#[test]
fn x15_statuses_without_a_value() {
    assert_eq!(one(&[(BOT, "bonjour")], question(1, "text")), r#"not_asked null "" []"#);
    assert_eq!(one(&[(BOT, "[](Q1)")], question(1, "email")), r#"unanswered null "" []"#);
    for kind in ["text", "email"] {
        let lines = [(BOT, "[](Q1)"), (VISITOR, "+")];
        assert_eq!(one(&lines, question(1, kind)), r#"needs_review null "" [attachment_only]"#);
    }
    let later = [(BOT, "[](Q1)"), (VISITOR, "+"), (AGENT, "et ?"), (VISITOR, "a@b.fr")];
    assert_eq!(one(&later, question(1, "email")), r#"answered "a@b.fr" "a@b.fr" [found_later]"#);
}

#[test]
fn x15_every_question_has_its_row_in_number_order() {
    let answers = read(&[], json!([question(7, "text"), question(2, "date"), question(5, "url")]));
    let numbers: Vec<u32> = answers.iter().map(|answer| answer.number).collect();
    assert_eq!(numbers, [2, 5, 7]);
}

#[test]
fn x16_the_persons_email() {
    let lines = [
        (VISITOR, "first@x.fr"),
        (BOT, "[](Q1) Email ?"),
        (VISITOR, "Answer@x.fr"),
        (BOT, "[](Q2)"),
        (VISITOR, "last@x.fr"),
        (BOT, "bot@x.fr"),
    ];
    let email = |known: Json, questions: Json| {
        let reading = extract(&with_email(&lines, known), &set(questions), &Authors::default());
        reading.email.map(|email| (email.value, email.source))
    };
    let expect = |value: &str, source| Some((value.to_owned(), source));
    let asked = json!([question(1, "email")]);
    assert_eq!(
        email(json!(" Known@X.fr "), asked.clone()),
        expect("known@x.fr", EmailSource::Visitor)
    );
    for absent in [Json::Null, json!(""), json!("Marc"), json!("a@b")] {
        assert_eq!(email(absent, asked.clone()), expect("answer@x.fr", EmailSource::Answer));
    }
    assert_eq!(email(Json::Null, json!([])), expect("last@x.fr", EmailSource::Transcript));
    let none = extract(&conversation(&[(BOT, "a@b.fr")]), &set(json!([])), &Authors::default());
    assert_eq!(none.email, None);
}

#[test]
fn x16_of_several_answers_the_plain_one_goes_first() {
    let email = |first: &str, second: &str| {
        let lines = [(BOT, "[](Q1)"), (VISITOR, first), (BOT, "[](Q2)"), (VISITOR, second)];
        let set = set(json!([question(1, "email"), question(2, "email")]));
        let reading = extract(&conversation(&lines), &set, &Authors::default());
        reading.email.map(|email| (email.value, email.source))
    };
    for (first, second, expected) in [
        ("a@b.fr", "c@d.fr", Some(("a@b.fr", EmailSource::Answer))),
        ("x@b.fr, a@b.fr", "c@d.fr", Some(("c@d.fr", EmailSource::Answer))),
        ("non", "C@d.fr", Some(("c@d.fr", EmailSource::Answer))),
        ("non", "non", None),
    ] {
        let expected = expected.map(|(value, source)| (value.to_owned(), source));
        assert_eq!(email(first, second), expected, "{first:?} {second:?}");
    }
}

#[test]
fn x16_the_last_address_of_any_message() {
    let lines =
        [(VISITOR, "a@b.fr puis C@D.fr"), (BOT, "x@y.fr"), (VISITOR, "merci"), (VISITOR, "+")];
    let reading = extract(&conversation(&lines), &set(json!([])), &Authors::default());
    let email = reading.email.map(|email| (email.value, email.source));
    assert_eq!(email, Some(("c@d.fr".to_owned(), EmailSource::Transcript)));
}
