//! What must hold for any conversation: nothing panics, nothing is invented, every offset is
//! inside its message.

use std::cell::Cell;
use std::fmt;
use std::sync::LazyLock;

use leadbridge_domain::conversation::{Attachment, Author, Conversation, Message, OperatorKind};
use leadbridge_domain::extract::{
    Authors, Explained, MessageAccount, MessageUse, Prepared, Reason,
};
use leadbridge_domain::marker::{markers, shown};
use leadbridge_domain::question::{QuestionSet, lint};
use leadbridge_domain::reading::{Answer, AnswerStatus, Evidence, Value};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value as Json, json};

/// A question set with one question of every type, and its readers.
struct Readers {
    locale: (&'static str, &'static str, &'static str),
    all: Prepared<'static>,
    /// The same questions, each on its own, in number order.
    single: Vec<Prepared<'static>>,
}

/// A failing case is told by where it was read.
impl fmt::Debug for Readers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.locale.fmt(formatter)
    }
}

/// In every language, and wherever it is read otherwise.
static READERS: LazyLock<Vec<Readers>> = LazyLock::new(|| {
    let locales = [
        ("fr", "FR", "EUR"),
        ("en", "GB", "GBP"),
        ("en", "US", "USD"),
        ("de", "DE", "EUR"),
        ("de", "CH", "CHF"),
        ("es", "ES", "EUR"),
        ("it", "IT", "EUR"),
    ];
    locales.into_iter().map(readers).collect()
});

static AUTHORS: LazyLock<Authors> = LazyLock::new(Authors::default);

const KINDS: [&str; 9] =
    ["text", "email", "phone", "number", "amount", "date", "yes_no", "postcode", "url"];

fn readers(locale: (&'static str, &'static str, &'static str)) -> Readers {
    let options = json!([
        {"value": "purchase", "labels": ["achat", "🏠"]},
        {"value": "rent", "labels": ["location", "une location"]},
        {"value": "été"},
    ]);
    let mut answers: Vec<Json> = KINDS.iter().map(|kind| json!({"type": kind})).collect();
    for multiple in [false, true] {
        answers.push(json!({"type": "choice", "options": options, "multiple": multiple}));
    }
    let repeats = ["last", "first", "join"];
    let captures = ["reply", "first_message", "until_next_question"];
    let question = |(at, answer): (usize, &Json)| {
        json!({
            "number": at + 1, "field": format!("f{at}"), "text": "Combien de pièces ?",
            "answer": answer, "repeat": repeats[at % 3], "capture": captures[at / 3 % 3],
        })
    };
    let questions: Vec<Json> = answers.iter().enumerate().map(question).collect();
    let prepared = |questions: &[Json]| {
        let (language, region, currency) = locale;
        let set = json!({"name": "all", "language": language, "region": region,
            "currency": currency, "questions": questions});
        let set = QuestionSet::from_json(&set.to_string()).expect("a set");
        Prepared::new(Box::leak(Box::new(set)), &AUTHORS)
    };
    let single = questions.iter().map(|question| prepared(std::slice::from_ref(question)));
    Readers { locale, single: single.collect(), all: prepared(&questions) }
}

fn any_readers() -> impl Strategy<Value = &'static Readers> {
    (0..READERS.len()).prop_map(|at| &READERS[at])
}

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
    "T€",
    " tkm",
    " TEUR",
    ".Merci",
    "M",
    "E",
    "'",
    "’",
    "+",
    "00",
    " pas d'",
    "no ",
    "non ",
    " mais ",
    "clio ",
    "m2",
    " pièces",
    "%",
    "3e",
    "le ",
    "à ",
    "Uhr",
    "1.6 tdci",
    "hasta ",
    "commande n° ",
    "?",
    "Roma",
    "00184",
    "SW1A 1AA",
    "١٢٣ שלום 12",
    "हिन्दी",
    "Z\u{335}\u{321}",
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

/// The characters an evidence names; fails where they are not in a visitor's message.
fn slice(conversation: &Conversation, evidence: &Evidence) -> String {
    let message = &conversation.messages[evidence.message_id.parse::<usize>().expect("an id")];
    assert_eq!(message.author, Author::Visitor);
    let (start, end) = (evidence.start as usize, evidence.end as usize);
    assert!(start < end && end <= message.text.chars().count(), "{evidence:?}");
    message.text.chars().skip(start).take(end - start).collect()
}

/// What a question reads in a text that is the whole reply to it alone.
fn reread(readers: &Readers, number: u32, text: String) -> Option<Value> {
    let ask = message_of(Author::Operator(OperatorKind::Bot), format!("[](Q{number})"), false);
    let reply = message_of(Author::Visitor, text, false);
    let reader = &readers.single[number as usize - 1];
    reader.read(&conversation(vec![ask, reply])).answers.remove(0).value
}

/// That nothing in an answer is invented: each value can be read from the characters it stands on.
fn check(readers: &Readers, conversation: &Conversation, answer: &Answer) {
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
                assert_eq!(
                    reread(readers, answer.number, slice),
                    Some(Value::Choices(vec![value.clone()]))
                );
            }
        }
        Some(value) => {
            assert_eq!(slices.len(), 1);
            assert!(answer.raw.contains(slices[0].as_str()));
            assert_eq!(
                reread(readers, answer.number, slices[0].clone()).as_ref(),
                Some(value),
                "{slices:?}"
            );
        }
        None => assert!(answer.candidates.is_empty()),
    }
}

/// That a conversation is read without a panic, the same each time and with its reasons, with
/// nothing invented.
fn check_all(readers: &Readers, conversation: &Conversation) {
    let reading = readers.all.read(conversation);
    assert_eq!(reading.answers.len(), KINDS.len() + 2);
    for answer in &reading.answers {
        check(readers, conversation, answer);
    }
    let explained = readers.all.explain(conversation);
    assert_eq!(explained.reading, reading);
    check_reasons(conversation, &explained);
}

/// That the reasons fit the answers, and each thing that was said has its account.
fn check_reasons(conversation: &Conversation, explained: &Explained) {
    for (answer, why) in explained.reading.answers.iter().zip(&explained.answers) {
        assert_eq!(answer.number, why.number);
        assert!(!why.reasons.is_empty());
        let has = |reason: Reason| why.reasons.contains(&reason);
        assert_eq!(has(Reason::NotAsked), answer.status == AnswerStatus::NotAsked);
        assert_eq!(has(Reason::NoReply), answer.status == AnswerStatus::Unanswered);
        assert_eq!(has(Reason::NoValueOfType), answer.status == AnswerStatus::Invalid);
        if answer.value.is_some() && answer.number != 1 {
            assert_ne!(has(Reason::SaysMore), has(Reason::WholeValue));
        }
        for evidence in &answer.evidence {
            let of_message = |account: &&MessageAccount| account.message_id == evidence.message_id;
            let account = explained.messages.iter().find(of_message).expect("an account");
            assert_eq!(account.why, MessageUse::Read);
            assert!(account.questions.contains(&answer.number));
        }
    }
    let visitors = explained.messages.iter().filter(|account| {
        conversation.messages[account.message_id.parse::<usize>().expect("an id")].author
            == Author::Visitor
    });
    let none_is_unknown = |account: &MessageAccount| account.why != MessageUse::UnknownAuthor;
    assert!(visitors.into_iter().all(none_is_unknown));
}

fn check_markers(text: &str) {
    let length = text.chars().count();
    let mut end = 0;
    for marker in markers(text) {
        assert!(end <= marker.start && marker.start < marker.end);
        assert!((1..=9999).contains(&marker.number));
        end = marker.end;
    }
    assert!(end as usize <= length);
    assert!(shown(text).len() <= text.len());
}

fn markup() -> impl Strategy<Value = String> {
    prop_oneof![asking(), any::<String>(), "[\\[\\]()<>Qqa=\"1-3 \\\\`!\u{200b}\n/href]{0,40}"]
}

fn messages() -> impl Strategy<Value = Vec<Message>> {
    proptest::collection::vec(message(), 0..8)
}

/// Parts of a conversation that each ask one question, none of them twice, and what was said to
/// it.
fn parts() -> impl Strategy<Value = Vec<Vec<Message>>> {
    let number = (1..13_u32).collect::<Vec<_>>();
    let numbers = proptest::sample::subsequence(number, 0..5);
    let replies = proptest::collection::vec(proptest::collection::vec(plain(), 0..4), 5);
    (numbers, replies).prop_map(|(numbers, replies)| {
        let part = |(number, replies): (u32, Vec<Message>)| {
            let asked = format!("[](Q{number}) ?");
            let ask = message_of(Author::Operator(OperatorKind::Bot), asked, false);
            std::iter::once(ask).chain(replies).collect()
        };
        numbers.into_iter().zip(replies).map(part).collect()
    })
}

/// What someone says that asks nothing.
fn plain() -> impl Strategy<Value = Message> {
    let author = prop_oneof![
        3 => Just(Author::Visitor),
        1 => Just(Author::Operator(OperatorKind::Professional)),
    ];
    let said = (author, text()).prop_map(|(author, text)| message_of(author, text, false));
    said.prop_filter("asks", |message| markers(&message.text).is_empty())
}

/// A line of signs and of letters from right to left, of many bytes to the character.
fn before() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(
        &["😀", "👨\u{200d}👩\u{200d}👧", "שלום", "\u{301}", "\u{202e}", " "][..],
    );
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat() + "\r\n")
}

/// What a visitor says before anything was asked.
fn opening() -> impl Strategy<Value = Vec<Message>> {
    let said = text().prop_map(|text| message_of(Author::Visitor, text, false));
    proptest::collection::vec(said, 0..4)
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(10_000))]

    #[test]
    fn nothing_is_invented(readers in any_readers(), messages in messages()) {
        check_all(readers, &conversation(messages));
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn any_text_is_read(readers in any_readers(), text in "\\PC{0,40}", any in any::<String>()) {
        for text in [text, any] {
            let asked = (1..12).map(|n| format!("[](Q{n})")).collect();
            let ask = message_of(Author::Operator(OperatorKind::Bot), asked, false);
            check_all(readers, &conversation(vec![ask, message_of(Author::Visitor, text, false)]));
        }
    }

    #[test]
    fn what_an_operator_says_before_any_question_changes_nothing(
        readers in any_readers(), opening in opening(), said in text(), at in 0_usize..5, messages in messages(),
    ) {
        prop_assume!(markers(&said).is_empty());
        let conversation = conversation([opening.clone(), messages].concat());
        let mut other = conversation.clone();
        let mut said = message_of(Author::Operator(OperatorKind::Professional), said, false);
        said.id = "said".to_owned();
        other.messages.insert(at.min(opening.len()), said);
        prop_assert_eq!(readers.all.read(&conversation), readers.all.read(&other));
    }

    #[test]
    fn the_order_of_what_is_said_before_any_question_changes_no_answer(
        readers in any_readers(), opening in opening(), turn in 0_usize..4, messages in messages(),
    ) {
        let conversation = conversation([opening.clone(), messages].concat());
        let mut other = conversation.clone();
        let (first, _) = other.messages.split_at_mut(opening.len());
        first.reverse();
        first.rotate_left(turn.min(opening.len()));
        let (reading, other) = (readers.all.read(&conversation), readers.all.read(&other));
        prop_assert_eq!(reading.answers, other.answers);
    }

    #[test]
    fn windows_do_not_touch_each_other(
        readers in any_readers(), parts in parts(), keys in proptest::collection::vec(any::<u32>(), 12),
    ) {
        let conversation = conversation(parts.concat());
        let mut rest = conversation.messages.as_slice();
        let mut turned: Vec<(u32, &[Message])> = Vec::new();
        for (part, key) in parts.iter().zip(keys) {
            let (part, others) = rest.split_at(part.len());
            turned.push((key, part));
            rest = others;
        }
        turned.sort_by_key(|(key, _)| *key);
        let messages = turned.into_iter().flat_map(|(_, part)| part.to_vec()).collect();
        let other = Conversation { messages, ..conversation.clone() };
        prop_assert_eq!(readers.all.read(&conversation).answers, readers.all.read(&other).answers);
    }

    #[test]
    fn what_stands_before_moves_the_offsets_and_nothing_else(
        readers in any_readers(), number in 2_u32..7, said in text(), before in before(),
    ) {
        let read = |text: String| {
            let ask = message_of(Author::Operator(OperatorKind::Bot), format!("[](Q{number})"), false);
            let conversation = conversation(vec![ask, message_of(Author::Visitor, text, false)]);
            readers.single[number as usize - 1].read(&conversation).answers.remove(0)
        };
        let (plain, moved) = (read(said.clone()), read(format!("{before}{said}")));
        let by = before.chars().count() as u32;
        let expected: Vec<(u32, u32)> =
            plain.evidence.iter().map(|e| (e.start + by, e.end + by)).collect();
        let found: Vec<(u32, u32)> = moved.evidence.iter().map(|e| (e.start, e.end)).collect();
        prop_assert_eq!((&moved.value, found), (&plain.value, expected));
        prop_assert_eq!(moved.candidates, plain.candidates);
    }

    #[test]
    fn markers_are_inside_their_text(text in markup()) {
        check_markers(&text);
    }

    #[test]
    fn any_file_is_an_error_at_worst(text in any::<String>(), json in "[\\[\\]{}:,\"a-z0-9 ]{0,60}") {
        for text in [text, json] {
            drop(Conversation::from_json(&text));
            drop(QuestionSet::from_json(&text));
            drop(lint(&text));
        }
    }
}

/// Cases that `make fuzz` tries of each kind.
fn fuzz_cases() -> u32 {
    let asked = std::env::var("LEADBRIDGE_FUZZ_CASES").ok();
    asked.map_or(1_000_000, |cases| cases.parse().expect("a number of cases"))
}

/// Tries many cases, on all cores, and says how many there were and how long it took. A case
/// that fails is told in its smallest form.
fn fuzz<S: Strategy>(what: &str, strategy: impl Fn() -> S + Sync, check: impl Fn(S::Value) + Sync) {
    #[expect(clippy::disallowed_methods, reason = "how long it takes is told")]
    let start = std::time::Instant::now();
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u32);
    let share = fuzz_cases().div_ceil(threads);
    let run = || {
        let tried = Cell::new(0_u32);
        let result = TestRunner::new(config(share)).run(&strategy(), |case| {
            tried.set(tried.get() + 1);
            check(case);
            Ok(())
        });
        result.map(|()| tried.get()).unwrap_or_else(|error| panic!("{what}: {error}"))
    };
    let tried: u32 = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        runs.into_iter().map(|run| run.join().expect("no case fails")).sum()
    });
    assert!(tried >= fuzz_cases(), "{tried} of {} cases", fuzz_cases());
    println!("{what}: {tried} cases in {:.0?}, none failed", start.elapsed());
}

/// `make fuzz`
#[test]
#[ignore = "a million cases: run by `make fuzz`"]
fn fuzz_conversations() {
    let strategy = || (any_readers(), messages());
    fuzz("conversations", strategy, |(readers, messages)| {
        check_all(readers, &conversation(messages));
    });
}

/// `make fuzz`
#[test]
#[ignore = "a million cases: run by `make fuzz`"]
fn fuzz_markers() {
    fuzz("markers", markup, |text| check_markers(&text));
}
