//! A sample under somebody's own questions: its markers take the numbers of the questions that ask
//! for the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    conversation::{Author, Conversation},
    marker::markers,
    question::{AnswerType, LAST_NUMBER, Question, QuestionSet},
    reading::label_key,
};

/// Renumbers the markers of a sample that asks `asked`, so that a question of `set` of the same
/// field or words, or else with the same type of answer, finds its answer there. A choice needs a label in
/// common as well. Each question stands for one other at most; what `set` does not ask gets a
/// number that it does not have.
///
/// Only operators ask, so only their markers change: one that the visitor pasted stays as it was
/// written, and asks nothing whatever its number.
pub fn fit(sample: &mut Conversation, asked: &QuestionSet, set: &QuestionSet) {
    let numbers = numbers(asked, set);
    let asks = |author: &Author| matches!(author, Author::Operator(_));
    for message in sample.messages.iter_mut().filter(|message| asks(&message.author)) {
        message.text = renumbered(&message.text, &numbers);
        for text in message.attachments.iter_mut().flat_map(|attachment| &mut attachment.texts) {
            *text = renumbered(text, &numbers);
        }
    }
}

fn numbers(asked: &QuestionSet, set: &QuestionSet) -> BTreeMap<u32, u32> {
    let mut numbers = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let passes: [fn(&Question, &Question) -> bool; 5] = [
        |one, other| one.field == other.field,
        |one, other| !wordings(one).is_disjoint(&wordings(other)),
        |one, other| one.number == other.number && alike(one, other),
        alike,
        akin,
    ];
    for fits_well in passes {
        for one in &asked.questions {
            let fits = |other: &&Question| !taken.contains(&other.number) && fits_well(one, other);
            if numbers.contains_key(&one.number) {
                continue;
            }
            if let Some(other) = set.questions.iter().find(fits) {
                taken.insert(other.number);
                numbers.insert(one.number, other.number);
            }
        }
    }
    // What nobody asks is numbered on from the last that somebody does.
    taken.extend(set.questions.iter().map(|question| question.number));
    let last = taken.last().copied().unwrap_or(asked.questions.len() as u32);
    let mut free = (last + 1..=LAST_NUMBER).chain(1..last).filter(|number| !taken.contains(number));
    for one in &asked.questions {
        if !numbers.contains_key(&one.number) {
            numbers.extend(free.next().map(|number| (one.number, number)));
        }
    }
    numbers
}

/// Whether an answer to one could be an answer to the other.
fn alike(one: &Question, other: &Question) -> bool {
    match (&one.answer, &other.answer) {
        (AnswerType::Choice { .. }, AnswerType::Choice { .. }) => {
            !labels(&one.answer).is_disjoint(&labels(&other.answer))
        }
        (one, other) => one.name() == other.name(),
    }
}

/// What a question asks, in all its languages.
fn wordings(question: &Question) -> BTreeSet<String> {
    let texts = question.texts.values().chain([&question.text]);
    texts.map(|text| label_key(text)).filter(|key| !key.is_empty()).collect()
}

/// Whether an answer to one often is one to the other.
fn akin(one: &Question, other: &Question) -> bool {
    matches!(
        (&one.answer, &other.answer),
        (AnswerType::Amount, AnswerType::Number) | (AnswerType::Number, AnswerType::Amount)
    )
}

fn labels(answer: &AnswerType) -> BTreeSet<String> {
    let AnswerType::Choice { options, .. } = answer else { return BTreeSet::new() };
    let words = options.iter().flat_map(|option| option.labels.iter().chain([&option.value]));
    words.map(|word| label_key(word)).filter(|key| !key.is_empty()).collect()
}

fn renumbered(text: &str, numbers: &BTreeMap<u32, u32>) -> String {
    let mut rest = text.chars();
    let mut at = 0;
    let mut fitted = String::with_capacity(text.len());
    for marker in markers(text) {
        let before = usize::try_from(marker.start.saturating_sub(at)).unwrap_or_default();
        let within = usize::try_from(marker.end - marker.start).unwrap_or_default();
        fitted.extend(rest.by_ref().take(before));
        let written: String = rest.by_ref().take(within).collect();
        match numbers.get(&marker.number) {
            Some(number) => fitted.push_str(&format!("[](Q{number})")),
            None => fitted.push_str(&written),
        }
        at = marker.end;
    }
    fitted.extend(rest);
    fitted
}

#[cfg(test)]
mod tests {
    use super::{super::questions, *};
    use crate::{
        extract::{Authors, extract},
        reading::AnswerStatus,
    };

    const ASKED: &str = r#"{"name":"Theirs","questions":[
        {"number":1,"field":"project","text":"Project?","answer":{"type":"choice",
            "options":[{"value":"purchase","labels":["buy"]},{"value":"rent"}]}},
        {"number":2,"field":"budget","text":"Budget?","answer":{"type":"amount"}},
        {"number":3,"field":"email","text":"Email?","answer":{"type":"email"}}]}"#;

    fn own(questions: &str) -> QuestionSet {
        let json = format!(r#"{{"name":"Own","questions":[{questions}]}}"#);
        QuestionSet::from_json(&json).expect("a set")
    }

    #[test]
    fn the_numbers_are_those_of_the_questions_that_ask_the_same() {
        let amount = r#"{"number":7,"field":"money","text":"Money?","answer":{"type":"amount"}}"#;
        let email = r#"{"number":3,"field":"mail","text":"Mail?","answer":{"type":"email"}}"#;
        let first = r#"{"number":1,"field":"mail1","text":"Mail?","answer":{"type":"email"}}"#;
        let buy = r#"{"number":2,"field":"plan","text":"Plan?","answer":{"type":"choice",
            "options":[{"value":"x","labels":["BUY"]},{"value":"y"}]}}"#;
        let highest = r#"{"number":9999,"field":"z","text":"Z?","answer":{"type":"url"}}"#;
        let thousandth = r#"{"number":1000,"field":"z","text":"Z?","answer":{"type":"url"}}"#;
        let changed = r#"{"number":5,"field":"budget","text":"B?","answer":{"type":"yes_no"}}"#;
        let figure = r#"{"number":6,"field":"size","text":"Size?","answer":{"type":"number"}}"#;
        let worded = r#"{"number":8,"field":"aim","text":"Project ?","answer":{"type":"text"}}"#;
        let colour = r#"{"number":1,"field":"colour","text":"Colour?","answer":{"type":"choice",
            "options":[{"value":"red"},{"value":"blue"}]}}"#;
        let cases: &[(&[&str], [u32; 3])] = &[
            (&[], [4, 5, 6]),
            (&[amount], [8, 7, 9]),
            (&[email, first], [4, 5, 3]),
            (&[first, email], [4, 5, 3]),
            (&[buy, amount, email], [2, 7, 3]),
            (&[colour], [2, 3, 4]),
            (&[highest], [1, 2, 3]),
            (&[thousandth], [1001, 1002, 1003]),
            (&[amount, changed, figure], [8, 5, 9]),
            (&[figure], [7, 6, 8]),
            (&[buy, worded], [8, 9, 10]),
        ];
        let asked = QuestionSet::from_json(ASKED).expect("a set");
        for (questions, expected) in cases {
            let set = own(&questions.join(","));
            let numbers = numbers(&asked, &set);
            assert_eq!(numbers.into_values().collect::<Vec<_>>(), expected, "{questions:?}");
        }
    }

    #[test]
    fn only_markers_change() {
        let numbers = BTreeMap::from([(1, 40), (2, 1)]);
        let cases = [
            ("[](Q1) Été 🙂 [](Q2)?", "[](Q40) Été 🙂 [](Q1)?"),
            ("[](Q9) other", "[](Q9) other"),
            ("Q1, `[](Q1)`, no", "Q1, `[](Q1)`, no"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(renumbered(text, &numbers), expected);
        }
    }

    #[test]
    fn the_visitors_words_are_never_touched() {
        let own = own(r#"{"number":9,"field":"w","text":"W?","answer":{"type":"email"}},
            {"number":7,"field":"x","text":"X?","answer":{"type":"url"}},
            {"number":2,"field":"y","text":"Y?","answer":{"type":"phone"}}"#);
        let said = |one: &Conversation, visitor: bool| {
            let of = one.messages.iter().filter(|m| (m.author == Author::Visitor) == visitor);
            of.map(|message| message.text.clone()).collect::<Vec<_>>()
        };
        for sample in super::super::shipped() {
            let asked = questions(sample.language).expect("questions");
            let asked = QuestionSet::from_json(asked).expect("a set");
            let original = Conversation::from_json(sample.json).expect("a conversation");
            let mut fitted = original.clone();
            fit(&mut fitted, &asked, &own);
            assert_eq!(said(&fitted, true), said(&original, true), "{}", sample.id);
            assert_ne!(said(&fitted, false), said(&original, false), "{}", sample.id);
            // The number that a visitor pastes is a question's here, and still asks nothing.
            let reading = extract(&fitted, &own, &Authors::default());
            let seven = reading.answers.iter().find(|answer| answer.number == 7).expect("a row");
            assert_eq!(seven.status, AnswerStatus::NotAsked, "{}", sample.id);
        }
    }

    #[test]
    fn under_its_own_questions_a_sample_stays_as_it_is() {
        for sample in super::super::shipped() {
            let json = questions(sample.language).expect("questions");
            let set = QuestionSet::from_json(json).expect("a set");
            let original = Conversation::from_json(sample.json).expect("a conversation");
            let mut fitted = original.clone();
            fit(&mut fitted, &set, &set);
            let texts = |one: &Conversation| {
                one.messages.iter().map(|message| message.text.clone()).collect::<Vec<_>>()
            };
            assert_eq!(texts(&fitted), texts(&original), "{}", sample.id);
        }
    }
}
