//! What must hold for any conversation: nothing panics, nothing is invented, every offset is
//! inside its message.

use std::sync::LazyLock;

use leadbridge_domain::conversation::{Attachment, Author, Conversation, Message, OperatorKind};
use leadbridge_domain::extract::{Authors, extract};
use leadbridge_domain::marker::{markers, shown};
use leadbridge_domain::question::{self, QuestionSet};
use leadbridge_domain::reading::{Answer, Evidence, Reading, Value};
use proptest::prelude::*;

/// One question of every type, all of them asked by the same marker-laden messages.
static SET: LazyLock<QuestionSet> = LazyLock::new(|| {
    let kinds = ["text", "email", "phone", "number", "amount", "date", "yes_no", "postcode", "url"];
    let choice = r#"{"type": "choice", "options": [{"value": "purchase", "labels": ["achat", "🏠"]},
        {"value": "rent", "labels": ["location", "une location"]}, {"value": "été"}]"#;
    let mut answers: Vec<String> =
        kinds.iter().map(|kind| format!(r#"{{"type": "{kind}"}}"#)).collect();
    answers.push(format!("{choice}}}"));
    answers.push(format!(r#"{choice}, "multiple": true}}"#));
    let repeats = ["last", "first", "join"];
    let captures = ["reply", "first_message", "until_next_question"];
    let questions: Vec<String> = answers
        .iter()
        .enumerate()
        .map(|(at, answer)| {
            format!(
                r#"{{"number": {0}, "field": "f{0}", "answer": {answer}, "repeat": "{1}", "capture": "{2}"}}"#,
                at + 1, repeats[at % 3], captures[at / 3 % 3],
            )
        })
        .collect();
    let json = format!(
        r#"{{"name": "all", "language": "fr", "region": "FR", "currency": "EUR", "questions": [{}]}}"#,
        questions.join(",")
    );
    QuestionSet::from_json(&json).expect("a set")
});

const PIECES: &[&str] = &[
    "marc@Example.com",
    "A@b.FR",
    "06 12 34 56 78",
    "+33 (0)6 12 34 56 78",
    "25 000",
    "25.000,50",
    "25k",
    "$30k",
    "€",
    "euros",
    "1,5 million",
    "d'euros",
    "2026-03-02",
    "02/03/2026",
    "12 mars 2026",
    "demain",
    "aujourd'hui",
    "oui",
    "pas de problème",
    "non",
    "si",
    "achat",
    "UNE LOCATION",
    "e\u{301}te\u{301}",
    "été",
    "2",
    "2)",
    "1, 3",
    "75001",
    "75001 Paris",
    "https://example.com/x",
    "www.a.fr",
    "🏠",
    "👍",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\r\n",
    "\n\n",
    " ",
    "\u{a0}",
    "\u{202f}",
    ".",
    ",",
    "-",
    "/",
    "(",
    ")",
    "«",
    "»",
    "עברית",
    "日本語",
    "👨\u{200d}👩\u{200d}👧",
    "[](Q1)",
    "ﬁ",
    "½",
    "٣",
    "²",
    "k",
    "M",
    "E",
    "'",
    "’",
    "+",
    "00",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => ".{0,12}",
        1 => "[0-9 .,/€$k'+-]{0,14}",
        1 => Just(" ".to_owned()),
    ];
    proptest::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

fn asking() -> impl Strategy<Value = String> {
    let marker = (1..13_u32).prop_map(|number| format!("[](Q{number})"));
    (proptest::collection::vec(marker, 0..4), text())
        .prop_map(|(markers, text)| markers.concat() + &text)
}

fn message() -> impl Strategy<Value = Message> {
    let said = prop_oneof![
        4 => text().prop_map(|text| (Author::Visitor, text)),
        3 => asking().prop_map(|text| (Author::Operator(OperatorKind::Bot), text)),
        1 => asking().prop_map(|text| (Author::Unknown("X".to_owned()), text)),
    ];
    (said, any::<bool>()).prop_map(|((author, text), attached)| message_of(author, text, attached))
}

fn message_of(author: Author, text: String, attached: bool) -> Message {
    Message {
        id: String::new(),
        created_at: Some("2026-03-02T23:30:00-05:00".to_owned()),
        author,
        author_id: None,
        author_name: None,
        text,
        attachments: if attached { vec![Attachment::default()] } else { Vec::new() },
    }
}

fn conversation(mut messages: Vec<Message>) -> Conversation {
    for (at, message) in messages.iter_mut().enumerate() {
        message.id = at.to_string();
    }
    Conversation { id: "c".to_owned(), messages, ..Conversation::default() }
}

fn read(conversation: &Conversation) -> Reading {
    extract(conversation, &SET, &Authors::default())
}

/// The characters an evidence names; fails where they are not in a visitor's message.
fn slice(conversation: &Conversation, evidence: &Evidence) -> String {
    let message = &conversation.messages[evidence.message_id.parse::<usize>().expect("an id")];
    assert_eq!(message.author, Author::Visitor);
    let (start, end) = (evidence.start as usize, evidence.end as usize);
    assert!(start < end && end <= message.text.chars().count(), "{evidence:?}");
    message.text.chars().skip(start).take(end - start).collect()
}

/// What a question reads in a text that is the whole reply to it alone.
fn reread(number: u32, text: String) -> Option<Value> {
    let ask = message_of(Author::Operator(OperatorKind::Bot), format!("[](Q{number})"), false);
    let reply = message_of(Author::Visitor, text, false);
    let reading = read(&conversation(vec![ask, reply]));
    reading.answers.into_iter().find(|answer| answer.number == number)?.value
}

fn check(conversation: &Conversation, answer: &Answer) {
    let slices: Vec<String> =
        answer.evidence.iter().map(|evidence| slice(conversation, evidence)).collect();
    assert_eq!(answer.value.is_some(), !slices.is_empty());
    assert_eq!(answer.value.is_some(), answer.confidence > 0.0);
    assert!(answer.confidence <= 1.0);
    match &answer.value {
        Some(Value::Text(text)) if answer.number == 1 => {
            assert_eq!(*text, slices.join("\n"));
            assert_eq!(*text, answer.raw);
        }
        Some(Value::Choices(values)) => {
            assert_eq!(values.len(), slices.len());
            for (value, slice) in values.iter().zip(slices) {
                assert_eq!(reread(answer.number, slice), Some(Value::Choices(vec![value.clone()])));
            }
        }
        Some(value) => {
            assert_eq!(slices.len(), 1);
            assert!(answer.raw.contains(slices[0].as_str()));
            assert_eq!(
                reread(answer.number, slices[0].clone()).as_ref(),
                Some(value),
                "{slices:?}"
            );
        }
        None => assert!(answer.candidates.is_empty()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_invented(messages in proptest::collection::vec(message(), 0..8)) {
        let conversation = conversation(messages);
        let reading = read(&conversation);
        prop_assert_eq!(reading.answers.len(), SET.questions.len());
        for answer in &reading.answers {
            check(&conversation, answer);
        }
        prop_assert_eq!(read(&conversation), reading);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,40}", any in any::<String>()) {
        for text in [text, any] {
            let ask = message_of(Author::Operator(OperatorKind::Bot), (1..12).map(|n| format!("[](Q{n})")).collect(), false);
            let conversation = conversation(vec![ask, message_of(Author::Visitor, text, false)]);
            for answer in &read(&conversation).answers {
                check(&conversation, answer);
            }
        }
    }

    #[test]
    fn markers_are_inside_their_text(text in prop_oneof![asking(), any::<String>(), "[\\[\\]()<>Qqa=\"1-3 \\\\`!\u{200b}\n/href]{0,40}"]) {
        let length = text.chars().count();
        let mut end = 0;
        for marker in markers(&text) {
            prop_assert!(end <= marker.start && marker.start < marker.end);
            prop_assert!((1..=9999).contains(&marker.number));
            end = marker.end;
        }
        prop_assert!(end as usize <= length);
        prop_assert!(shown(&text).len() <= text.len());
    }

    #[test]
    fn any_file_is_an_error_at_worst(text in any::<String>(), json in "[\\[\\]{}:,\"a-z0-9 ]{0,60}") {
        for text in [text, json] {
            drop(Conversation::from_json(&text));
            drop(QuestionSet::from_json(&text));
            drop(question::lint(&text));
        }
    }
}
