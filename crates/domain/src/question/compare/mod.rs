//! What changed between two versions of a set, for people.

mod matching;
mod parts;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::QuestionSet;
use matching::moved;
pub(crate) use matching::origins;
use parts::Changes;

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
/// with its field and number, or else with its field, or else with its number.
pub fn compare(before: &QuestionSet, after: &QuestionSet) -> Vec<SetChange> {
    use SetChangeKind as K;
    let mut changes = Changes::default();
    changes.note(K::Name, Some(before.name.clone()), Some(after.name.clone()));
    changes.note(K::Language, before.language.clone(), after.language.clone());
    changes.note(K::Region, before.region.clone(), after.region.clone());
    changes.note(K::Currency, before.currency.clone(), after.currency.clone());
    let origins = origins(&known(before), &known(after));
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

fn known(set: &QuestionSet) -> Vec<(&str, u32)> {
    set.questions.iter().map(|question| (question.field.as_str(), question.number)).collect()
}

#[cfg(test)]
mod tests;
