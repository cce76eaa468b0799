//! Options that replies can't tell apart, or never name.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::language::primary;
use super::super::place::Place;
use super::super::{AnswerType, PatchStep, Question};
use super::draft::Draft;
use super::languages::is_code;
use super::{Finding, FindingCode, FixCode};
use crate::reading::label_key;
use crate::visible::is_blank;

/// A way of saying an option, where it stands in the file.
struct Label<'a> {
    text: &'a str,
    key: String,
    option: usize,
    /// Its place among the option's labels; the option's value has none.
    at: Option<usize>,
    place: Place,
}

pub(super) fn check(draft: &Draft<'_>, found: &mut Vec<Finding>) {
    for (at, question) in draft.read.questions() {
        if !matches!(question.answer, AnswerType::Choice { .. }) {
            continue;
        }
        let place = Place::question(at).field("answer").field("options");
        let options = draft.file.pointer(&place.pointer()).and_then(Value::as_array);
        let options = options.map(Vec::as_slice).unwrap_or_default();
        let labels = labels(options, &place);
        found.extend(in_one_language(draft, question, &labels));
        let mut owners: BTreeMap<&str, &Label<'_>> = BTreeMap::new();
        for label in &labels {
            alone(label, &labels, options.len(), found);
            let owner = owners.entry(&label.key).or_insert(label);
            if !label.key.is_empty() && owner.option != label.option {
                shared(label, owner, &labels, found);
            }
        }
    }
}

fn labels<'a>(options: &'a [Value], place: &Place) -> Vec<Label<'a>> {
    let mut labels = Vec::new();
    for (option, value) in options.iter().enumerate() {
        let place = place.at(option);
        let others = value["labels"].as_array().map(Vec::as_slice).unwrap_or_default();
        let others = others
            .iter()
            .enumerate()
            .map(|(at, label)| (Some(at), place.field("labels").at(at), label));
        let all = std::iter::once((None, place.field("value"), &value["value"])).chain(others);
        for (at, place, text) in all {
            // What is empty or no text is a fault, and told as one.
            if let Some(text) = text.as_str().filter(|text| !text.trim().is_empty()) {
                labels.push(Label { text, key: label_key(text), option, at, place });
            }
        }
    }
    labels
}

/// The first option that is said in one way alone, where the question is asked in another
/// language than the set's own. Figures are the same in all of them.
fn in_one_language(
    draft: &Draft<'_>,
    question: &Question,
    labels: &[Label<'_>],
) -> Option<Finding> {
    let own = draft.read.set.language.as_deref().map(primary);
    let is_other =
        |code: &str| is_code(code) && own.as_ref().is_none_or(|own| primary(code) != *own);
    let mut asked = question.texts.iter().filter(|(_, text)| !is_blank(text));
    let (language, _) = asked.find(|(code, _)| is_other(code))?;
    let said_otherwise = |value: &Label<'_>| {
        labels.iter().any(|other| other.option == value.option && other.key != value.key)
    };
    let alone = labels
        .iter()
        .filter(|label| label.at.is_none())
        .find(|value| value.key.contains(char::is_alphabetic) && !said_otherwise(value))?;
    let with = [("value", alone.text), ("language", language.as_str())];
    Some(Finding::advice(FindingCode::LabelInOneLanguage, &alone.place, &with))
}

/// What is wrong with a label by itself.
fn alone(label: &Label<'_>, all: &[Label<'_>], options: usize, found: &mut Vec<Finding>) {
    let warning = |code| Finding::warning(code, &label.place, &[("label", label.text)]);
    if label.key.is_empty() {
        // The CRM's own code may well be nothing anyone says, as long as something else is.
        let said = |other: &Label<'_>| other.option == label.option && !other.key.is_empty();
        match label.at {
            Some(_) => {
                found.push(without(warning(FindingCode::LabelWithoutWord), std::iter::once(label)));
            }
            None if all.iter().any(said) => {}
            None => found.push(warning(FindingCode::LabelWithoutWord)),
        }
        return;
    }
    let place = label.text.trim().parse::<usize>().ok();
    if place.is_some_and(|place| (1..=options).contains(&place) && place != label.option + 1) {
        // Without the label the same reply would pick the option at that place, in silence.
        found.push(warning(FindingCode::LabelIsPlace));
    }
}

/// Two options that are said the same way.
fn shared(label: &Label<'_>, owner: &Label<'_>, all: &[Label<'_>], found: &mut Vec<Finding>) {
    // Two values that are the same to the letter are a fault, and told as one.
    if label.at.is_none() && owner.at.is_none() && label.text == owner.text {
        return;
    }
    let other = owner.option.to_string();
    let with = [("label", label.text), ("other_label", owner.text), ("other", &*other)];
    let finding = Finding::warning(FindingCode::LabelShared, &label.place, &with);
    // A value can't go without its option: then the other one's labels that say it do.
    let same = |other: &&Label<'_>| other.option == owner.option && other.key == owner.key;
    let is_value = |other: &Label<'_>| other.at.is_none();
    found.push(if label.at.is_some() {
        without(finding, std::iter::once(label))
    } else if all.iter().filter(same).any(is_value) {
        finding
    } else {
        without(finding, all.iter().filter(same))
    });
}

/// The finding with these labels removed, the last first: each step leaves the places before it.
fn without<'a>(
    finding: Finding,
    labels: impl DoubleEndedIterator<Item = &'a Label<'a>>,
) -> Finding {
    let patch = labels.rev().map(|label| PatchStep::remove(label.place.pointer())).collect();
    finding.fixed(FixCode::RemoveLabel, &[], patch)
}
