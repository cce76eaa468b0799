//! What stands on a bot's quick replies: words a person would put there, each of which is read
//! back as what it stands for.

use crate::question::language::primary;
use crate::question::{AnswerType, ChoiceOption, Question, QuestionSet};
use crate::reading::{Locale, Reader, Said, Stretches, Value, label_key};

/// Yes and no.
const YES_NO: [(&str, [&str; 2]); 5] = [
    ("fr", ["Oui", "Non"]),
    ("en", ["Yes", "No"]),
    ("de", ["Ja", "Nein"]),
    ("es", ["Sí", "No"]),
    ("it", ["Sì", "No"]),
];

/// Yes and no in the language of the questions, else in the window's.
pub(super) fn yes_no(tongue: &str, window: &str) -> [&'static str; 2] {
    let tongue = primary(tongue);
    let of = |wanted: &str| YES_NO.iter().find(|(code, _)| *code == wanted);
    of(&tongue).or_else(|| of(window)).map_or(["Yes", "No"], |(_, words)| *words)
}

/// The quick replies of a choice, in the order of its options, for a script in one language.
pub(super) fn choices(set: &QuestionSet, question: &Question, tongue: &str) -> Vec<String> {
    let AnswerType::Choice { options, .. } = &question.answer else { return Vec::new() };
    let spoken = spoken(set, question, options, tongue);
    let (reader, locale) = (Reader::new(question), Locale::new(set));
    let reads_as = |text: &str, value: &str| {
        let said = Said::new(text, None, &locale);
        let read = reader.as_ref().map(|reader| reader.read(&said, &Stretches::default()));
        let read = read.unwrap_or_default();
        !read.is_empty()
            && read.iter().all(|found| matches!(&found.value, Value::Text(text) if text == value))
    };
    let button = |option: &ChoiceOption| {
        let candidates = candidates(option, spoken);
        let read_back = candidates.iter().find(|text| reads_as(text, &option.value));
        read_back.or(candidates.first()).map_or_else(String::new, |text| text.trim().to_owned())
    };
    options.iter().map(button).collect()
}

/// What may stand for an option, the best first. `spoken` says that plain values are words to
/// show, and not the CRM's.
fn candidates(option: &ChoiceOption, spoken: bool) -> Vec<&str> {
    let value = option.value.as_str();
    let key = label_key(&value.replace('_', " "));
    let shown = match script_of(value) {
        Script::Written => true,
        Script::Plain => spoken,
        Script::Code => false,
    };
    // `démonstration` beside `demonstration` is the same word as people write it.
    let spelt = option.labels.iter().map(String::as_str).find(|label| label_key(label) == key);
    let spelt = spelt.filter(|_| script_of(value) != Script::Written);
    let labels = option.labels.iter().map(String::as_str);
    let all = spelt.into_iter().chain(shown.then_some(value)).chain(labels).chain([value]);
    all.filter(|text| !text.trim().is_empty()).collect()
}

/// Whether values in plain small letters are words for people. `occasion` may be, as `purchase`
/// with the label `achat` is the CRM's own word: what stands beside it tells, the values of the
/// other options or the words of the question. In another language than the set's, no label is
/// known to be in it, and a value is as good.
fn spoken(set: &QuestionSet, question: &Question, options: &[ChoiceOption], tongue: &str) -> bool {
    let own = set.language.as_deref();
    let is_set_language = own.is_some_and(|own| primary(own) == primary(tongue));
    let written = |option: &ChoiceOption| script_of(&option.value) == Script::Written;
    let text = format!(" {} ", label_key(&question.text));
    let named = |option: &ChoiceOption| text.contains(&format!(" {} ", label_key(&option.value)));
    !is_set_language
        || primary(tongue) == "en"
        || options.iter().any(written)
        || options.iter().any(named)
}

/// How a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// As words: with a first capital, an accent or a space.
    Written,
    /// One word all in small letters of ASCII, or all in capitals.
    Plain,
    /// As an identifier, or without a letter.
    Code,
}

fn script_of(value: &str) -> Script {
    let value = value.trim();
    let is_word = value.is_ascii() && !value.contains(char::is_whitespace);
    let all = |of: fn(char) -> bool| value.chars().all(|c| of(c) || c == '-' || c == '\'');
    let after_first = value.get(1..).unwrap_or_default();
    if !value.contains(char::is_alphabetic) || value.contains('_') {
        Script::Code
    } else if !is_word {
        Script::Written
    } else if all(|c| c.is_ascii_lowercase()) || value.len() > 1 && all(|c| c.is_ascii_uppercase())
    {
        Script::Plain
    } else if all(|c| c.is_ascii_alphabetic()) && !after_first.contains(char::is_uppercase) {
        Script::Written
    } else {
        Script::Code
    }
}

#[cfg(test)]
mod tests;
