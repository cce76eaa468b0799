//! What kind of answer a question asks for, as its words tell.

use super::options::{Options, listed, options};
use super::phrases as p;
use crate::question::AnswerType;
use crate::question::greeting::without_greeting;
use crate::reading::words;

/// The guess; text where nothing tells. Choices that stand under the question leave nothing to
/// guess.
pub(super) fn answer(text: &str, choices: &[String]) -> AnswerType {
    let text = without_greeting(text);
    match listed(choices) {
        Some(Options::YesNo) => return AnswerType::YesNo,
        Some(Options::Choice { options, .. }) => return choice(options),
        None => {}
    }
    let said: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    let typed = typed(&said, text);
    // What is in brackets after these shows the form that is wanted: `(jj/mm/aaaa)`.
    if let Some(
        AnswerType::Email
        | AnswerType::Phone
        | AnswerType::Date
        | AnswerType::Postcode
        | AnswerType::Url,
    ) = typed
    {
        return typed.unwrap_or_default();
    }
    match options(text, &said) {
        Some(Options::YesNo) => AnswerType::YesNo,
        // Ranges to choose a sum from have figures; `(fixe ou variable)` says which sum.
        Some(Options::Choice { options, .. }) if typed.is_none() => choice(options),
        Some(Options::Choice { options, figures: true }) => choice(options),
        _ => typed.unwrap_or_else(|| plain(&said)),
    }
}

fn choice(options: Vec<crate::question::ChoiceOption>) -> AnswerType {
    AnswerType::Choice { options, multiple: false }
}

/// A type that some word names.
pub(super) fn typed(said: &[String], text: &str) -> Option<AnswerType> {
    let has = |phrases: &[&str]| find(said, phrases).is_some();
    let yes_no = begins(said, p::YES_NO);
    // `Souhaitez-vous être rappelé par téléphone ?` asks for no number.
    let asked = |phrases: &[&str]| {
        find(said, phrases).is_some_and(|at| {
            let before = at.checked_sub(1).and_then(|before| said.get(before));
            !before.is_some_and(|before| p::BY.contains(&before.as_str()))
        })
    };
    if asked(p::EMAIL) {
        Some(AnswerType::Email)
    } else if asked(p::PHONE) {
        Some(AnswerType::Phone)
    } else if has(p::POSTCODE) || text.split(|c: char| !c.is_alphabetic()).any(|w| w == "CAP") {
        Some(AnswerType::Postcode)
    } else if yes_no {
        None
    } else if has(p::URL) {
        Some(AnswerType::Url)
    } else if has(p::AMOUNT) {
        Some(AnswerType::Amount)
    } else if has(p::NUMBER) {
        Some(AnswerType::Number)
    } else if has(p::DATE) {
        Some(AnswerType::Date)
    } else {
        None
    }
}

/// Yes or no, or text. `Êtes-vous propriétaire ou locataire ?` begins like the one and is the
/// other.
fn plain(said: &[String]) -> AnswerType {
    match begins(said, p::YES_NO) && find(said, p::OR).is_none() {
        true => AnswerType::YesNo,
        false => AnswerType::Text,
    }
}

/// Where one of these phrases stands first.
pub(super) fn find(said: &[String], phrases: &[&str]) -> Option<usize> {
    (0..said.len()).find(|at| begins(&said[*at..], phrases))
}

fn begins(said: &[String], phrases: &[&str]) -> bool {
    let starts = |phrase: &&str| {
        let mut said = said.iter();
        phrase.split(' ').all(|word| said.next().is_some_and(|said| said == word))
    };
    phrases.iter().any(starts)
}
