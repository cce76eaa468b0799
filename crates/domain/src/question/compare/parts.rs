//! The changes, collected.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{AnswerType, ChoiceOption, Question};
use super::{SetChange, SetChangeKind};

/// What changed so far, and which question is looked at.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) list: Vec<SetChange>,
    question: Option<(u32, String)>,
}

impl Changes {
    pub(super) fn about(&mut self, question: &Question) -> &mut Self {
        self.question = Some((question.number, question.field.clone()));
        self
    }

    pub(super) fn push(
        &mut self,
        kind: SetChangeKind,
        before: Option<String>,
        after: Option<String>,
    ) {
        let (number, field) = self.question.clone().unzip();
        let (language, option) = (None, None);
        self.list.push(SetChange { kind, number, field, language, option, before, after });
    }

    pub(super) fn note(
        &mut self,
        kind: SetChangeKind,
        before: Option<String>,
        after: Option<String>,
    ) {
        if before != after {
            self.push(kind, before, after);
        }
    }

    /// The parts of a question that changed.
    pub(super) fn parts(&mut self, before: &Question, after: &Question) {
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
            let (before, after) = (was.get(value).copied(), is.get(value).copied());
            let kind = match (before, after) {
                (None, _) => K::OptionAdded,
                (_, None) => K::OptionRemoved,
                (before, after) if before != after => K::OptionLabels,
                _ => continue,
            };
            self.push(kind, before.map(listed), after.map(listed));
            self.last(|change| change.option = Some(value.to_owned()));
        }
        let (before, after) = (order(old, &is), order(new, &was));
        if before != after {
            self.push(K::OptionsMoved, Some(listed(&before)), Some(listed(&after)));
        }
    }

    fn last(&mut self, complete: impl FnOnce(&mut SetChange)) {
        if let Some(change) = self.list.last_mut() {
            complete(change);
        }
    }
}

type Labels<'a> = BTreeMap<&'a str, &'a [String]>;

/// The options' labels, by value.
fn by_value(options: &[ChoiceOption]) -> Labels<'_> {
    options.iter().map(|option| (option.value.as_str(), option.labels.as_slice())).collect()
}

/// The values of those options that the others have too, in order.
fn order(options: &[ChoiceOption], others: &Labels<'_>) -> Vec<String> {
    let values = options.iter().map(|option| &option.value);
    values.filter(|value| others.contains_key(value.as_str())).cloned().collect()
}

/// A list as people read it. What has a comma of its own stands in quotes.
fn listed(texts: &[String]) -> String {
    let one = |text: &String| match text.contains(',') {
        true => format!("\"{text}\""),
        false => text.clone(),
    };
    texts.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn keys<'a, K: AsRef<str> + Ord, V>(
    before: &'a BTreeMap<K, V>,
    after: &'a BTreeMap<K, V>,
) -> BTreeSet<&'a str> {
    before.keys().chain(after.keys()).map(AsRef::as_ref).collect()
}
