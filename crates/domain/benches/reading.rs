//! What reading a conversation costs beside parsing it. The figure that counts is the ratio of the
//! two, since both run on the same machine at the same moment.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use leadbridge_domain::conversation::{Author, Conversation, Message, OperatorKind};
use leadbridge_domain::extract::{Authors, Prepared, extract};
use leadbridge_domain::marker::markers;
use leadbridge_domain::question::QuestionSet;
use serde_json::{Value, json};

const QUESTIONS: &str = r#"{"name": "Bench", "language": "en", "region": "GB", "currency": "GBP", "questions": [
  {"number": 1, "field": "name", "text": "Your name?", "answer": {"type": "text"}},
  {"number": 2, "field": "mail", "text": "Your email?", "answer": {"type": "email"}},
  {"number": 3, "field": "project", "text": "Your project?", "answer": {"type": "choice", "options": [
    {"value": "kitchen", "labels": ["kitchen", "new kitchen"]}, {"value": "bath", "labels": ["bathroom"]}]}}]}"#;

/// A conversation in which each question is asked, answered, and talked about for a while.
fn conversation(messages: usize) -> String {
    let said = [
        ("Bot", "[](Q1) Your name?"),
        ("Visitor", "Ada Byron"),
        ("Bot", "[](Q2) Your email?"),
        ("Visitor", "it's Ada.Byron@example.com, thanks"),
        ("Professional", "[](Q3) Your project?"),
        ("Visitor", "we think of a new kitchen, perhaps in spring"),
    ];
    let chat = [("Professional", "I see. Tell me more."), ("Visitor", "The room has about 9 m²")];
    let all = said.iter().chain(chat.iter().cycle()).take(messages).enumerate();
    let edges: Vec<String> = all
        .map(|(index, (author, text))| {
            format!(
                r#"{{"node":{{"__typename":"ParticipantConversationMessage","id":"m{index}","createdAt":"2026-03-02T09:{:02}:{:02}Z","author":{{"__typename":"{author}"}},"text":"{text}","attachments":[]}}}}"#,
                index / 60 % 60,
                index % 60,
            )
        })
        .collect();
    format!(r#"{{"id":"c","messages":{{"edges":[{}]}}}}"#, edges.join(","))
}

fn reading(criterion: &mut Criterion) {
    let set = QuestionSet::from_json(QUESTIONS).expect("a question set");
    let authors = Authors::default();
    let mut group = criterion.benchmark_group("conversation");
    for messages in [20, 1_000] {
        let json = conversation(messages);
        let parse = || Conversation::from_json(black_box(&json)).expect("a conversation");
        let read = || extract(&parse(), &set, &authors);
        group.bench_function(BenchmarkId::new("parsed", messages), |bench| bench.iter(parse));
        group.bench_function(BenchmarkId::new("parsed and read", messages), |bench| {
            bench.iter(read);
        });
        let (parsed, both) = (median(|| drop(parse())), median(|| drop(read())));
        let beyond = both.saturating_sub(parsed);
        println!("{messages} messages: parsed in {parsed:?}, read in {beyond:?} beyond that\n");
    }
    group.finish();
}

/// The typical time an act takes. Criterion keeps its own figures to itself, and a difference of
/// two needs both.
fn median(act: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..201)
        .map(|_| {
            #[expect(clippy::disallowed_methods, reason = "the time it takes is what is measured")]
            let start = Instant::now();
            act();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// A question of every type over 1,000 messages: each is asked at the beginning, in one message,
/// and not answered before the end, so that all of them look through everything that is said.
fn every_type(criterion: &mut Criterion) {
    let (set, authors) = (of_every_type(), Authors::default());
    let prepared = Prepared::new(&set, &authors);
    let mut messages = vec![message(Author::Operator(OperatorKind::Bot), &asking(&set))];
    for at in 0..1_000 {
        let operator = Author::Operator(OperatorKind::Professional);
        let (author, text) = match at % 2 {
            0 => (Author::Visitor, "The room is rather large, and we would like a new floor"),
            _ => (operator, "I see. Tell me more."),
        };
        messages.push(message(author, text));
    }
    messages.push(message(
        Author::Visitor,
        "ada@example.com, 020 7946 0018, SW1A 1AA, £25k by 12 March 2026, yes, a kitchen for 4",
    ));
    let conversation = Conversation { id: "c".to_owned(), messages, ..Conversation::default() };
    criterion.bench_function("every type, answered after 1,000 messages", |bench| {
        bench.iter(|| prepared.read(black_box(&conversation)));
    });
}

/// One message of 300 KB that repeats a piece, read by all types. What any of them looked for
/// again and again in the rest of it would take minutes.
fn long(criterion: &mut Criterion) {
    let (set, authors) = (of_every_type(), Authors::default());
    let prepared = Prepared::new(&set, &authors);
    let mut group = criterion.benchmark_group("300 KB");
    group.sample_size(10).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    for (shape, piece) in SHAPES {
        let text = piece.repeat(300_000 / piece.len());
        let ask = message(Author::Operator(OperatorKind::Bot), &asking(&set));
        let messages = vec![ask, message(Author::Visitor, &text)];
        let conversation = Conversation { id: "c".to_owned(), messages, ..Conversation::default() };
        group.bench_function(*shape, |bench| {
            bench.iter(|| prepared.read(black_box(&conversation)));
        });
    }
    group.bench_function("markers, as an operator's", |bench| {
        let text = "[](Q1) ".repeat(300_000 / 7);
        bench.iter(|| markers(black_box(&text)));
    });
    group.finish();
}

const SHAPES: &[(&str, &str)] = &[
    ("digits", "1"),
    ("figures", "1 "),
    ("words", "achat oui demain "),
    ("one word", "a"),
    ("markers", "[](Q1)"),
    ("commas", ","),
    ("at signs", "@"),
    ("addresses", "a@b.fr https://a.fr "),
    ("phone numbers", "06 12 34 56 78 "),
    ("amounts", "25 000 € "),
    ("combining marks", "e\u{301}\u{301}"),
    ("lines", "\r\n"),
];

fn of_every_type() -> QuestionSet {
    let kinds = ["text", "email", "phone", "number", "amount", "date", "yes_no", "postcode", "url"];
    let mut answers: Vec<Value> = kinds.iter().map(|kind| json!({"type": kind})).collect();
    let options = json!([{"value": "kitchen"}, {"value": "bath", "labels": ["bathroom"]}]);
    answers.push(json!({"type": "choice", "options": options}));
    let numbered = answers.iter().zip(1..);
    let questions: Vec<Value> = numbered
        .map(|(answer, at)| json!({"number": at, "field": format!("f{at}"), "answer": answer}))
        .collect();
    let set = json!({"name": "every type", "language": "en", "region": "GB", "currency": "GBP",
        "questions": questions});
    QuestionSet::from_json(&set.to_string()).expect("a question set")
}

/// What asks all of a set's questions at once.
fn asking(set: &QuestionSet) -> String {
    set.questions.iter().map(|question| format!("[](Q{})", question.number)).collect()
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

criterion_group!(benches, reading, every_type, long);
criterion_main!(benches);
