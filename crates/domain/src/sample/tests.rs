//! What each kind of sample is there to show, in every language.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::conversation::{Author, Conversation};
use crate::extract::{Authors, extract};
use crate::marker::markers;
use crate::question::{QuestionSet, lint};
use crate::reading::{Answer, Locale, Reading, Said, email};

mod shown;

const LANGUAGES: [&str; 5] = ["fr", "en", "de", "es", "it"];

const KINDS: [SampleKind; 9] = [
    SampleKind::Plain,
    SampleKind::LongWinded,
    SampleKind::SeveralFacts,
    SampleKind::Corrected,
    SampleKind::BotToAgent,
    SampleKind::AskedTwice,
    SampleKind::Skipped,
    SampleKind::PastedMarker,
    SampleKind::AttachmentsOnly,
];

fn set(language: &str) -> QuestionSet {
    QuestionSet::from_json(questions(language).unwrap()).unwrap()
}

fn conversation(sample: &Sample) -> Conversation {
    Conversation::from_json(sample.json).unwrap()
}

fn read(sample: &Sample) -> Reading {
    extract(&conversation(sample), &set(sample.language), &Authors::default())
}

fn of(kind: SampleKind) -> impl Iterator<Item = (&'static Sample, Vec<Answer>)> {
    let samples = shipped().iter().filter(move |sample| sample.kind == kind);
    samples.map(|sample| (sample, read(sample).answers))
}

/// An answer's status and notes, as `answered several_values`.
fn shows(answer: &Answer) -> String {
    let name = |value: serde_json::Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let mut all = vec![name(serde_json::to_value(answer.status).unwrap())];
    all.extend(answer.notes.iter().map(|note| name(serde_json::to_value(note).unwrap())));
    all.join(" ")
}

fn value(answer: &Answer) -> String {
    serde_json::to_string(&answer.value).unwrap().replace('"', "")
}

#[test]
fn every_language_has_every_kind_and_a_question_set() {
    let there: BTreeSet<(&str, SampleKind)> =
        shipped().iter().map(|sample| (sample.language, sample.kind)).collect();
    let wanted = LANGUAGES.iter().flat_map(|language| KINDS.map(|kind| (*language, kind)));
    assert_eq!(there, wanted.collect());
    assert_eq!(shipped().len(), there.len());
    let ids: BTreeSet<String> = shipped().iter().map(|sample| conversation(sample).id).collect();
    assert_eq!(ids.len(), shipped().len());
    for id in ids {
        let parts: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
        assert!(id.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()), "{id}");
    }
    assert_eq!(questions("nl"), None);
}

#[test]
fn samples_are_conversations_of_their_language() {
    for sample in shipped() {
        let conversation = conversation(sample);
        let (language, name) = sample.id.split_once('/').unwrap();
        assert_eq!(conversation.language.as_deref(), Some(sample.language));
        assert_eq!(language, sample.language);
        assert_eq!(serde_json::to_value(sample.kind).unwrap(), name);
        let times: Vec<&Option<String>> =
            conversation.messages.iter().map(|message| &message.created_at).collect();
        assert!(times.is_sorted(), "{}", sample.id);
    }
}

#[test]
fn question_sets_have_nothing_to_remark_and_ask_the_same_in_every_language() {
    for language in LANGUAGES {
        assert_eq!(lint(questions(language).unwrap()), [], "{language}");
        let set = set(language);
        for (question, french) in set.questions.iter().zip(&self::set("fr").questions) {
            assert_eq!(question.field, french.field);
            assert_eq!(question.answer.name(), french.answer.name());
            let others: BTreeMap<String, String> = LANGUAGES
                .iter()
                .filter(|other| **other != language)
                .map(|other| {
                    let at = question.number as usize - 1;
                    ((*other).to_owned(), self::set(other).questions[at].text.clone())
                })
                .collect();
            assert_eq!(question.texts, others, "{language} {}", question.field);
        }
    }
}

#[test]
fn a_correction_keeps_the_last_value_and_shows_both() {
    for (sample, answers) in of(SampleKind::Corrected) {
        for at in [1, 3] {
            assert_eq!(answers[at].candidates.len(), 2, "{}", sample.id);
            assert_eq!(answers[at].value.as_ref(), answers[at].candidates.last(), "{}", sample.id);
        }
        assert!(value(&answers[1]).contains("950"), "{}", sample.id);
    }
}

#[test]
fn a_second_asking_gets_the_value_the_first_did_not() {
    for (sample, answers) in of(SampleKind::AskedTwice) {
        assert!(value(&answers[1]).contains("280000"), "{} {}", sample.id, value(&answers[1]));
    }
}

#[test]
fn several_facts_stand_in_one_message() {
    for (sample, answers) in of(SampleKind::SeveralFacts) {
        let messages: Vec<&str> =
            answers.iter().flat_map(|a| &a.evidence).map(|e| e.message_id.as_str()).collect();
        assert_eq!(messages, ["m3", "m3", "m3", "m5", "m5", "m7", "m7"], "{}", sample.id);
    }
}

#[test]
fn a_bot_asks_and_then_a_person() {
    for (sample, _) in of(SampleKind::BotToAgent) {
        let asking: Vec<Author> = conversation(sample)
            .messages
            .into_iter()
            .filter(|message| !markers(&message.text).is_empty())
            .map(|message| message.author)
            .collect();
        assert_eq!(asking.len(), 8, "{}", sample.id);
        assert!(asking[..2].iter().all(|author| *author == asking[0]), "{}", sample.id);
        assert!(asking[2..].iter().all(|author| *author != asking[0]), "{}", sample.id);
    }
}

#[test]
fn the_visitor_pastes_a_marker_that_asks_nothing() {
    for (sample, answers) in of(SampleKind::PastedMarker) {
        let conversation = conversation(sample);
        let said = conversation.messages.iter().filter(|said| said.author == Author::Visitor);
        let pasted: Vec<u32> =
            said.flat_map(|said| markers(&said.text)).map(|marker| marker.number).collect();
        assert_eq!(pasted, [7], "{}", sample.id);
        assert_eq!(answers[6].raw, "", "{}", sample.id);
    }
}

/// Numbers that France, the United Kingdom and Germany keep for films; Spain and Italy keep none.
const FILM_NUMBERS: [(&str, &str); 3] =
    [("fr", "+331990"), ("en", "+442079460"), ("de", "+493023125")];

#[test]
fn nobody_real_is_in_them() {
    let locale = Locale::default();
    for (sample, answers) in shipped().iter().map(|sample| (sample, read(sample).answers)) {
        for message in conversation(sample).messages {
            for found in email::read(&Said::new(&message.text, None, &locale)) {
                let address = &message.text[found.range];
                let host = address.split('@').nth(1).unwrap();
                let reserved = ["example.com", "example.org", "example.net"];
                assert!(reserved.contains(&host), "{}: {address}", sample.id);
            }
        }
        let phone = answers.iter().find(|answer| answer.field == "phone").unwrap();
        let films = FILM_NUMBERS.iter().find(|(language, _)| *language == sample.language);
        if let (Some((_, films)), true) = (films, phone.value.is_some()) {
            let numbers = phone.value.iter().chain(&phone.candidates);
            let all = serde_json::to_value(numbers.collect::<Vec<_>>()).unwrap();
            let in_films = |number: &serde_json::Value| number.as_str().unwrap().starts_with(films);
            assert!(all.as_array().unwrap().iter().all(in_films), "{}: {all}", sample.id);
        }
    }
}
