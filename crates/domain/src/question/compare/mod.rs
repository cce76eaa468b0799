//! What changed between two versions of a set, for people.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{AnswerType, ChoiceOption, Question, QuestionSet};

/// The kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SetChangeKind {
    /// The set's name.
    Name,
    /// The set's language.
    Language,
    /// The set's region.
    Region,
    /// The set's currency.
    Currency,
    /// A question is new; `after` is its text.
    QuestionAdded,
    /// A question is gone; `before` was its text.
    QuestionRemoved,
    /// A question's number: messages sent with the old marker no longer ask it.
    QuestionRenumbered,
    /// A question's place in the list, from 1.
    QuestionMoved,
    /// The text.
    Text,
    /// The text in another `language`.
    TextIn,
    /// The field.
    Field,
    /// The type of the answer.
    AnswerType,
    /// An `option` is new; `after` is its labels.
    OptionAdded,
    /// An `option` is gone; `before` was its labels.
    OptionRemoved,
    /// The labels of an `option`.
    OptionLabels,
    /// The order of the options: a reply that is a number picks by it.
    OptionsMoved,
    /// Whether several options can be chosen.
    Multiple,
    /// Which messages are the reply.
    Capture,
    /// Which asking counts.
    Repeat,
    /// Whether a lead needs it.
    Required,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetChange {
    /// What kind of thing.
    pub kind: SetChangeKind,
    /// The question's number, the new one where it changed.
    pub number: Option<u32>,
    /// The question's field, the new one where it changed.
    pub field: Option<String>,
    /// The language of the text that changed.
    pub language: Option<String>,
    /// The value of the option that changed.
    pub option: Option<String>,
    /// As it was; nothing where there was nothing.
    pub before: Option<String>,
    /// As it is; nothing where there is nothing.
    pub after: Option<String>,
}

/// What changed, settings first, then question by question. A question is the same as the one
/// with its field, or else as the one with its number.
pub fn compare(before: &QuestionSet, after: &QuestionSet) -> Vec<SetChange> {
    use SetChangeKind as K;
    let mut changes = Changes { list: Vec::new(), question: None };
    changes.note(K::Name, Some(before.name.clone()), Some(after.name.clone()));
    changes.note(K::Language, before.language.clone(), after.language.clone());
    changes.note(K::Region, before.region.clone(), after.region.clone());
    changes.note(K::Currency, before.currency.clone(), after.currency.clone());
    let origins = origins(&before.questions, &after.questions);
    let kept: BTreeSet<usize> = origins.iter().flatten().copied().collect();
    for (at, question) in before.questions.iter().enumerate() {
        if !kept.contains(&at) {
            changes.about(question).note(K::QuestionRemoved, Some(question.text.clone()), None);
        }
    }
    let moved = moved(&origins);
    for (at, (question, origin)) in after.questions.iter().zip(&origins).enumerate() {
        let changes = changes.about(question);
        let Some(origin) = *origin else {
            changes.note(K::QuestionAdded, None, Some(question.text.clone()));
            continue;
        };
        if moved.contains(&origin) {
            let place = |at: usize| Some((at + 1).to_string());
            changes.push(K::QuestionMoved, place(origin), place(at));
        }
        changes.parts(&before.questions[origin], question);
    }
    changes.list
}

/// Where each question of the new list stood in the old one.
fn origins(before: &[Question], after: &[Question]) -> Vec<Option<usize>> {
    let mut fields: BTreeMap<&str, usize> = BTreeMap::new();
    let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, question) in before.iter().enumerate() {
        fields.entry(&question.field).or_insert(at);
        numbers.entry(question.number).or_insert(at);
    }
    let mut taken = BTreeSet::new();
    let mut take = |at: Option<&usize>| at.copied().filter(|at| taken.insert(*at));
    let named = |question: &&Question| !question.field.is_empty();
    let mut origins: Vec<Option<usize>> = after
        .iter()
        .map(|question| take(Some(question).filter(named).and_then(|q| fields.get(&*q.field))))
        .collect();
    for (question, origin) in after.iter().zip(&mut origins) {
        if origin.is_none() {
            *origin = take(numbers.get(&question.number));
        }
    }
    origins
}

/// The old places of those that changed their order, as few as can be: all but a longest run
/// that still stands in the old order.
fn moved(origins: &[Option<usize>]) -> BTreeSet<usize> {
    let kept: Vec<usize> = origins.iter().flatten().copied().collect();
    // The ends of the best runs of each length, and what stands before each place in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::new();
    for (at, origin) in kept.iter().enumerate() {
        let length = ends.partition_point(|end| kept[*end] < *origin);
        previous.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut moved: BTreeSet<usize> = kept.iter().copied().collect();
    let mut last = ends.last().copied();
    while let Some(at) = last {
        moved.remove(&kept[at]);
        last = previous[at];
    }
    moved
}

/// What changed so far, and which question is looked at.
struct Changes {
    list: Vec<SetChange>,
    question: Option<(u32, String)>,
}

impl Changes {
    fn about(&mut self, question: &Question) -> &mut Self {
        self.question = Some((question.number, question.field.clone()));
        self
    }

    fn push(&mut self, kind: SetChangeKind, before: Option<String>, after: Option<String>) {
        let (number, field) = self.question.clone().unzip();
        let (language, option) = (None, None);
        self.list.push(SetChange { kind, number, field, language, option, before, after });
    }

    fn note(&mut self, kind: SetChangeKind, before: Option<String>, after: Option<String>) {
        if before != after {
            self.push(kind, before, after);
        }
    }

    /// The parts of a question that changed.
    fn parts(&mut self, before: &Question, after: &Question) {
        use SetChangeKind as K;
        let mut both = |kind, before: String, after: String| {
            self.note(kind, Some(before), Some(after));
        };
        both(K::QuestionRenumbered, before.number.to_string(), after.number.to_string());
        both(K::Field, before.field.clone(), after.field.clone());
        both(K::Text, before.text.clone(), after.text.clone());
        both(K::AnswerType, before.answer.name().into(), after.answer.name().into());
        both(K::Capture, before.capture.name().into(), after.capture.name().into());
        both(K::Repeat, before.repeat.name().into(), after.repeat.name().into());
        both(K::Required, before.required.to_string(), after.required.to_string());
        for language in keys(&before.texts, &after.texts) {
            let text = |texts: &BTreeMap<String, String>| texts.get(language).cloned();
            let (before, after) = (text(&before.texts), text(&after.texts));
            if before != after {
                self.push(K::TextIn, before, after);
                self.last(|change| change.language = Some(language.to_owned()));
            }
        }
        self.options(&before.answer, &after.answer);
    }

    /// The options, where it was a choice and still is.
    fn options(&mut self, before: &AnswerType, after: &AnswerType) {
        use SetChangeKind as K;
        let (
            AnswerType::Choice { options: old, multiple: old_multiple },
            AnswerType::Choice { options: new, multiple },
        ) = (before, after)
        else {
            return;
        };
        self.note(K::Multiple, Some(old_multiple.to_string()), Some(multiple.to_string()));
        let (was, is) = (by_value(old), by_value(new));
        for value in keys(&was, &is) {
            let labels = |options: &BTreeMap<String, String>| options.get(value).cloned();
            let (before, after) = (labels(&was), labels(&is));
            let kind = match (&before, &after) {
                (None, _) => K::OptionAdded,
                (_, None) => K::OptionRemoved,
                (before, after) if before != after => K::OptionLabels,
                _ => continue,
            };
            self.push(kind, before, after);
            self.last(|change| change.option = Some(value.to_owned()));
        }
        let order = |options: &[ChoiceOption], others: &BTreeMap<String, String>| {
            let values = options.iter().map(|option| option.value.as_str());
            let kept = values.filter(|value| others.contains_key(*value));
            Some(kept.collect::<Vec<_>>().join(", "))
        };
        self.note(K::OptionsMoved, order(old, &is), order(new, &was));
    }

    fn last(&mut self, complete: impl FnOnce(&mut SetChange)) {
        if let Some(change) = self.list.last_mut() {
            complete(change);
        }
    }
}

/// The options' labels as people read them, by value.
fn by_value(options: &[ChoiceOption]) -> BTreeMap<String, String> {
    options.iter().map(|option| (option.value.clone(), option.labels.join(", "))).collect()
}

fn keys<'a>(
    before: &'a BTreeMap<String, String>,
    after: &'a BTreeMap<String, String>,
) -> BTreeSet<&'a str> {
    before.keys().chain(after.keys()).map(String::as_str).collect()
}

#[cfg(test)]
mod tests;
