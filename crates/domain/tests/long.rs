//! A long message that repeats itself is read in a moment: no reader looks at the rest of the
//! text again for each thing it finds. The benchmark measures the same with ten times the length
//! (`make bench`); here it is enough that what would take the square of the length is noticed.

use std::time::Duration;

use leadbridge_domain::conversation::{Author, Conversation, Message, OperatorKind};
use leadbridge_domain::extract::{Authors, Prepared};
use leadbridge_domain::marker::shown;
use leadbridge_domain::question::QuestionSet;
use serde_json::{Value, json};

const LENGTH: usize = 30_000;

/// What a message may take to be read by all types, some ten times what it takes unoptimised on
/// a machine that has other things to do. In the square of its length it would be far more.
const LIMIT: Duration = Duration::from_secs(3);

/// What a reader might look for the end or the beginning of.
const PIECES: &[&str] = &[
    "1",
    "1 ",
    "1,",
    "123.",
    "1-",
    "+1 ",
    "06 12 34 56 78 ",
    "12345 ",
    "$1k ",
    "€",
    "02/03/2026 ",
    "1 mars 2026 ",
    "demain ",
    "@",
    "@a.",
    "a@b.fr ",
    "a.b",
    "https://a.fr/",
    "://",
    "oui ",
    "pas d'achat ",
    "je ne sais pas ",
    "👍",
    "a",
    "e\u{301}",
    "\u{301}",
    "\u{200b}",
    "日本",
    "\n",
    " ",
];

/// What the search for markers might.
const MARKUP: &[&str] = &[
    "[](Q1)",
    "[]",
    "[](Q1",
    "![",
    "`",
    "<a ",
    "<a href=\"Q1\">",
    "<a href=\"Q1\"></a>",
    "<p>",
    "*",
    "\u{200b}[](Q1)",
    "&lt;",
    "\\",
    "> ",
    "~~~\n",
    "<!--",
    "<?",
];

/// One question of every type, all asked at once.
fn set() -> QuestionSet {
    let kinds = ["text", "email", "phone", "number", "amount", "date", "yes_no", "postcode", "url"];
    let mut answers: Vec<Value> = kinds.iter().map(|kind| json!({"type": kind})).collect();
    let options = json!([{"value": "a", "labels": ["achat", "👍"]}, {"value": "1"}]);
    answers.push(json!({"type": "choice", "options": options, "multiple": true}));
    let numbered = answers.iter().zip(1..);
    let questions: Vec<Value> = numbered
        .map(|(answer, at)| json!({"number": at, "field": format!("f{at}"), "answer": answer}))
        .collect();
    let set = json!({"name": "long", "language": "fr", "region": "FR", "currency": "EUR",
        "questions": questions});
    QuestionSet::from_json(&set.to_string()).expect("a set")
}

fn message(author: Author, text: &str) -> Message {
    Message {
        id: String::new(),
        created_at: Some("2026-03-02T09:00:00Z".to_owned()),
        author,
        author_id: None,
        author_name: None,
        text: text.to_owned(),
        attachments: Vec::new(),
    }
}

/// What took too long, each with the time.
fn slow<'a>(pieces: &[&'a str], act: impl Fn(String)) -> Vec<(&'a str, Duration)> {
    let took = |piece: &str| {
        #[expect(clippy::disallowed_methods, reason = "the time it takes is what is tested")]
        let start = std::time::Instant::now();
        act(piece.repeat(LENGTH / piece.len()));
        start.elapsed()
    };
    let times = pieces.iter().map(|piece| (*piece, took(piece)));
    times.filter(|(_, took)| *took > LIMIT).collect()
}

#[test]
fn a_long_message_is_read_in_a_moment() {
    let (set, authors) = (set(), Authors::default());
    let asked: String = set.questions.iter().map(|q| format!("[](Q{})", q.number)).collect();
    let prepared = Prepared::new(&set, &authors);
    let slow = slow(PIECES, |text| {
        let ask = message(Author::Operator(OperatorKind::Bot), &asked);
        let messages = vec![ask, message(Author::Visitor, &text)];
        let long = Conversation { id: "c".to_owned(), messages, ..Conversation::default() };
        drop(prepared.explain(&long));
    });
    assert!(slow.is_empty(), "{slow:?}");
}

#[test]
fn markers_of_a_long_message_are_found_in_a_moment() {
    let slow = slow(MARKUP, |text| drop(shown(&text)));
    assert!(slow.is_empty(), "{slow:?}");
}
