//! Whether a stand-in reads as its original does, with sets in which every question has had every
//! type.

use super::*;

/// A type for each question, shifted so that over all shifts each question has had each type.
fn sets(language: &str) -> Vec<QuestionSet> {
    let shipped = QuestionSet::from_json(sample::questions(language).unwrap()).unwrap();
    let choice = shipped.questions[0].answer.clone();
    let kinds = [
        AnswerType::Text,
        AnswerType::Email,
        AnswerType::Phone,
        AnswerType::Number,
        AnswerType::Amount,
        AnswerType::Date,
        AnswerType::YesNo,
        AnswerType::Postcode,
        AnswerType::Url,
        choice,
    ];
    let shifted = |shift: usize| {
        let mut set = shipped.clone();
        for (at, question) in set.questions.iter_mut().enumerate() {
            question.answer = kinds[(at + shift) % kinds.len()].clone();
        }
        set
    };
    let mut sets: Vec<QuestionSet> = (0..kinds.len()).map(shifted).collect();
    sets.push(shipped);
    sets
}

/// Whether values of a type are replaced.
pub(super) fn goes(kind: &AnswerType) -> bool {
    use AnswerType::{Email, Phone, Postcode, Url};
    matches!(kind, Email | Phone | Postcode | Url)
}

/// Whether a type reads bare figures: of an account, of a postcode that was asked for.
fn is_figure(kind: &AnswerType) -> bool {
    matches!(kind, AnswerType::Number | AnswerType::Amount)
}

/// Which value became which.
#[derive(Default)]
struct Pairs(BTreeMap<String, String>, BTreeMap<String, String>);

impl Pairs {
    fn check(&mut self, one: &Value, other: &Value, why: &str) {
        let (one, other) = (format!("{one:?}"), format!("{other:?}"));
        assert_eq!(*self.0.entry(one.clone()).or_insert_with(|| other.clone()), other, "{why}");
        assert_eq!(*self.1.entry(other).or_insert_with(|| one.clone()), one, "{why}");
    }
}

/// What an answer's value stands on, as it is written.
fn written(answer: &Answer, conversation: &Conversation) -> Vec<String> {
    let text = |evidence: &Evidence| {
        let said =
            conversation.messages.iter().find(|said| said.id == evidence.message_id).unwrap();
        let (start, end) = (evidence.start as usize, evidence.end as usize);
        said.text.chars().take(end).skip(start).collect()
    };
    answer.evidence.iter().map(text).collect()
}

/// An answer and the conversation it was read from.
type Read<'a> = (&'a Answer, &'a Conversation);

fn check_answer(
    kind: &AnswerType,
    (one, here): Read<'_>,
    (other, there): Read<'_>,
    pairs: &mut Pairs,
    why: &str,
) {
    let shows = |answer: &Answer| {
        let counts = (answer.evidence.len(), answer.candidates.len(), answer.raw.lines().count());
        format!(
            "{} {:?} {:?} {} {counts:?}",
            answer.number, answer.status, answer.notes, answer.confidence
        )
    };
    assert_eq!(shows(one), shows(other), "{why} {kind:?}\n{}\n{}", one.raw, other.raw);
    assert_eq!(one.value.is_some(), other.value.is_some(), "{why}");
    if *kind == AnswerType::Text {
        return;
    }
    if goes(kind) {
        let values = one.value.iter().chain(&one.candidates);
        values
            .zip(other.value.iter().chain(&other.candidates))
            .for_each(|(one, other)| pairs.check(one, other, why));
    } else if !is_figure(kind) || written(one, here) == written(other, there) {
        assert_eq!(one.value, other.value, "{why} {kind:?}");
    } else {
        // It stands on figures that went.
        assert_ne!(one.value, other.value, "{why} {kind:?}");
    }
}

/// Reads a conversation and its stand-in with many sets.
pub(super) fn check_reading(json: &str, language: &str, why: &str) -> Anonymised {
    let played = anonymise(json, &[], SEED).unwrap();
    assert!(played.reads_the_same, "{why}\n{}", played.json);
    check_same(json, &played, language, why);
    played
}

pub(super) fn check_same(json: &str, played: &Anonymised, language: &str, why: &str) {
    check_types(json, played, language, why, |_| true);
}

/// As far as that is known without a set: a name that is a choice's label as well goes.
pub(super) fn check_without_set(json: &str, played: &Anonymised, language: &str) {
    let known = |kind: &AnswerType| !matches!(kind, AnswerType::Choice { .. });
    check_types(json, played, language, json, known);
}

fn check_types(
    json: &str,
    played: &Anonymised,
    language: &str,
    why: &str,
    counts: impl Fn(&AnswerType) -> bool,
) {
    let one = Conversation::from_json(json).unwrap();
    let other = Conversation::from_json(&played.json).unwrap();
    assert_eq!(one.messages.len(), other.messages.len(), "{why}");
    for set in sets(language) {
        let mut pairs = Pairs::default();
        let read = |of: &Conversation| extract(of, &set, &Authors::default());
        let (first, second) = (read(&one), read(&other));
        let source = |reading: &Reading| reading.email.as_ref().map(|email| email.source);
        assert_eq!(source(&first), source(&second), "{why}");
        let answers = first.answers.iter().zip(&second.answers).zip(&set.questions);
        for ((before, after), question) in answers.filter(|(_, asked)| counts(&asked.answer)) {
            let why = format!("{why} {:?}", question.answer.name());
            check_answer(&question.answer, (before, &one), (after, &other), &mut pairs, &why);
        }
    }
}
