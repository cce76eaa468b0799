//! What reading a conversation costs beside parsing it. The figure that counts is the ratio of the
//! two, since both run on the same machine at the same moment.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use leadbridge_domain::{
    conversation::Conversation,
    extract::{Authors, extract},
    question::QuestionSet,
};
use std::hint::black_box;

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
        group.bench_function(BenchmarkId::new("parsed", messages), |bench| {
            bench.iter(|| Conversation::from_json(black_box(&json)).expect("a conversation"));
        });
        group.bench_function(BenchmarkId::new("parsed and read", messages), |bench| {
            bench.iter(|| {
                let conversation = Conversation::from_json(black_box(&json)).expect("one");
                extract(&conversation, &set, &authors)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
