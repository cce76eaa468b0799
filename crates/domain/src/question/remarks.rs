//! What a question set may say but its author surely does not mean.

use std::collections::BTreeMap;

use super::{AnswerType, ChoiceOption, Fault, Question, QuestionSet};
use crate::marker;
use crate::reading::label_key;

/// The most characters a bot's message can have at iAdvize, the marker's included.
const LONGEST_MESSAGE: usize = 450;

/// Everything remarkable about a set that can be read.
pub(super) fn remarks(set: &QuestionSet) -> Vec<Fault> {
    let mut remarks = Vec::new();
    if set.questions.is_empty() {
        remarks.push(Fault::new("questions", "there is nothing to ask"));
    }
    remark_settings(set, &mut remarks);
    for (at, question) in set.questions.iter().enumerate() {
        let path = format!("questions[{at}]");
        remark_texts(question, &path, &mut remarks);
        if let AnswerType::Choice { options, .. } = &question.answer {
            remark_labels(options, &format!("{path}.answer.options"), &mut remarks);
        }
    }
    remarks
}

/// Settings that a question of the set depends on and the set does not give.
fn remark_settings(set: &QuestionSet, remarks: &mut Vec<Fault>) {
    let asks = |wanted: &[&str]| set.questions.iter().any(|q| wanted.contains(&q.answer.name()));
    let mut remark = |given: bool, path: &str, wanted: &[&str], consequence: &str| {
        if !given && asks(wanted) {
            remarks.push(Fault::new(path, format!("not given: {consequence}")));
        }
    };
    remark(set.language.is_some(), "language", &["date"], "dates are read day first");
    remark(set.currency.is_some(), "currency", &["amount"], "amounts need a currency beside them");
    remark(
        set.region.is_some(),
        "region",
        &["phone"],
        "phone numbers are read only with their country prefix",
    );
    remark(set.region.is_some(), "region", &["postcode"], "postcodes of every known form are read");
}

fn remark_texts(question: &Question, path: &str, remarks: &mut Vec<Fault>) {
    if question.text.trim().is_empty() {
        remarks.push(Fault::new(format!("{path}.text"), "not given: nobody can ask it from here"));
    }
    let own = (format!("{path}.text"), &question.text);
    let others = question.texts.iter().map(|(code, text)| (format!("{path}.texts.{code}"), text));
    for (path, text) in std::iter::once(own).chain(others) {
        let other = marker::markers(text).into_iter().find(|m| m.number != question.number);
        if let Some(marker) = other {
            let message = format!("carries the marker of question {}", marker.number);
            remarks.push(Fault::new(path.clone(), message));
        }
        let marked = format!("[](Q{}) ", question.number).len() + text.chars().count();
        if marked > LONGEST_MESSAGE {
            let message = format!(
                "{marked} characters with its marker, a bot can send at most {LONGEST_MESSAGE}"
            );
            remarks.push(Fault::new(path, message));
        }
    }
}

/// Labels that read the same can't tell options apart; labels without a word match nothing.
fn remark_labels(options: &[ChoiceOption], path: &str, remarks: &mut Vec<Fault>) {
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for (at, option) in options.iter().enumerate() {
        let value = (format!("{path}[{at}].value"), &option.value);
        let labels = option.labels.iter().enumerate();
        let labels = labels.map(|(n, label)| (format!("{path}[{at}].labels[{n}]"), label));
        for (path, label) in std::iter::once(value).chain(labels) {
            let key = label_key(label);
            if key.is_empty() {
                remarks.push(Fault::new(path, "has no word to match"));
            } else if let Some(owner) = owners.get(&key).filter(|owner| **owner != at) {
                let message = format!("reads the same as one of options[{owner}]");
                remarks.push(Fault::new(path, message));
            } else {
                owners.insert(key, at);
            }
        }
    }
}
