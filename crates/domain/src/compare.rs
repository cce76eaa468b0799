//! What differs between two readings of one conversation: with an older and a newer version of the
//! questions, or between what was expected and what is read now.

use serde::{Deserialize, Serialize};

use crate::question::origins;
use crate::reading::{Answer, AnswerStatus, Note, Reading, Value};

/// An answer that differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerChange {
    /// The question's number, the newer one's where it was renumbered.
    pub number: u32,
    /// The question's field, the newer one's where it was renamed.
    pub field: String,
    /// What it was; `None` where the question is new.
    pub before: Option<AnswerBrief>,
    /// What it is; `None` where the question is gone.
    pub after: Option<AnswerBrief>,
}

/// What matters of an answer when two are compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerBrief {
    /// How far it can be relied on.
    pub status: AnswerStatus,
    /// The value, where there is one.
    pub value: Option<Value>,
    /// What the visitor wrote.
    pub raw: String,
    /// What a reader of the answer should know.
    pub notes: Vec<Note>,
}

impl AnswerChange {
    /// Whether there is a value now and there was none.
    pub fn is_gain(&self) -> bool {
        value(&self.before).is_none() && value(&self.after).is_some()
    }

    /// Whether there was a value and there is none now.
    pub fn is_loss(&self) -> bool {
        value(&self.before).is_some() && value(&self.after).is_none()
    }
}

impl From<&Answer> for AnswerBrief {
    fn from(answer: &Answer) -> Self {
        Self {
            status: answer.status,
            value: answer.value.clone(),
            raw: answer.raw.clone(),
            notes: answer.notes.clone(),
        }
    }
}

/// The answers that differ, in the order of the newer reading's; those that are gone come last.
/// Answers are the same one by their field, and where a question was renamed by its number.
///
/// Answers differ by status or value; by what the visitor wrote only where that is all there is to
/// them (a reply without a value). Confidence and notes alone make no difference: nothing else
/// would be sent. Nor does a question that was never asked, whether or not the questions have it,
/// nor a new name of a field.
pub fn changes(before: &Reading, after: &Reading) -> Vec<AnswerChange> {
    let brief = |answers: &[Answer]| {
        answers.iter().map(|a| (a.number, a.field.clone(), AnswerBrief::from(a))).collect()
    };
    changed(brief(&before.answers), brief(&after.answers))
}

/// As [`changes`], for answers that were kept in brief.
pub fn changed(
    before: Vec<(u32, String, AnswerBrief)>,
    after: Vec<(u32, String, AnswerBrief)>,
) -> Vec<AnswerChange> {
    let origins = origins(&known(&before), &known(&after));
    let mut old: Vec<_> = before.into_iter().map(Some).collect();
    let mut changes = Vec::new();
    for ((number, field, brief), origin) in after.into_iter().zip(origins) {
        let was = origin.and_then(|at| old.get_mut(at)?.take()).map(|(_, _, was)| was);
        if !is_same(was.as_ref(), Some(&brief)) {
            changes.push(AnswerChange { number, field, before: was, after: Some(brief) });
        }
    }
    let gone = old.into_iter().flatten().filter(|(_, _, was)| !is_same(Some(was), None));
    changes.extend(gone.map(|(number, field, was)| AnswerChange {
        number,
        field,
        before: Some(was),
        after: None,
    }));
    changes
}

fn known(answers: &[(u32, String, AnswerBrief)]) -> Vec<(&str, u32)> {
    answers.iter().map(|(number, field, _)| (field.as_str(), *number)).collect()
}

fn is_same(before: Option<&AnswerBrief>, after: Option<&AnswerBrief>) -> bool {
    let asked = |brief: &&AnswerBrief| brief.status != AnswerStatus::NotAsked;
    match (before.filter(asked), after.filter(asked)) {
        (Some(before), Some(after)) => {
            before.status == after.status
                && before.value == after.value
                && (before.value.is_some() || before.raw == after.raw)
        }
        (None, None) => true,
        _ => false,
    }
}

fn value(brief: &Option<AnswerBrief>) -> Option<&Value> {
    brief.as_ref().and_then(|brief| brief.value.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{conversation::Conversation, extract, question::QuestionSet};

    fn read(questions: &str) -> Reading {
        let conversation = Conversation::from_json(
            r#"{"id":"c","messages":{"edges":[
                {"node":{"id":"m1","author":{"__typename":"Bot"},"text":"[](Q1) Budget ?"}},
                {"node":{"id":"m2","author":{"__typename":"Visitor"},"text":"25 000 € ou 30 000 €"}},
                {"node":{"id":"m3","author":{"__typename":"Bot"},"text":"[](Q2) Projet ?"}},
                {"node":{"id":"m4","author":{"__typename":"Visitor"},"text":"acheter"}}]}}"#,
        );
        let set = QuestionSet::from_json(&format!(r#"{{"name":"n","questions":[{questions}]}}"#));
        let (conversation, set) = (conversation.expect("one"), set.expect("a set"));
        extract::extract(&conversation, &set, &extract::Authors::default())
    }

    #[test]
    fn answers_differ_by_status_and_value() {
        let budget = r#"{"number":1,"field":"budget","answer":{"type":"amount"}}"#;
        let text = r#"{"number":1,"field":"budget","answer":{"type":"text"}}"#;
        let other = r#"{"number":2,"field":"budget","answer":{"type":"text"}}"#;
        let project = r#"{"number":2,"field":"project","answer":{"type":"text"}}"#;
        let never = r#"{"number":9,"field":"never","answer":{"type":"text"}}"#;
        let money = r#"{"number":1,"field":"money","answer":{"type":"amount"}}"#;
        let sum = r#"{"number":1,"field":"sum","answer":{"type":"text"}}"#;
        let plan = r#"{"number":2,"field":"plan","answer":{"type":"text"}}"#;
        let swapped = format!("{plan},{money}");
        let (both, with_never) = (format!("{budget},{project}"), format!("{budget},{never}"));
        for (before, after, expected) in [
            (budget, budget, vec![]),
            (budget, text, vec![(1, "budget", true, true)]),
            (budget, both.as_str(), vec![(2, "project", false, true)]),
            (both.as_str(), budget, vec![(2, "project", true, false)]),
            (budget, with_never.as_str(), vec![]),
            (with_never.as_str(), budget, vec![]),
            (budget, other, vec![(2, "budget", true, true)]),
            // Another name is no other answer; another answer under it is.
            (budget, money, vec![]),
            (budget, sum, vec![(1, "sum", true, true)]),
            (both.as_str(), swapped.as_str(), vec![]),
        ] {
            let changes = changes(&read(before), &read(after));
            let found: Vec<_> = changes
                .iter()
                .map(|c| (c.number, c.field.as_str(), c.before.is_some(), c.after.is_some()))
                .collect();
            assert_eq!(found, expected, "{before} to {after}");
        }
    }

    /// Drafts have fields that are empty, or there twice.
    #[test]
    fn answers_are_paired_by_field_and_number_then_by_either() {
        type Plain<'a> = (u32, &'a str, &'a str);
        let kept = |answers: &[Plain<'_>]| {
            let one = |(number, field, value): &Plain<'_>| {
                let value = (!value.is_empty()).then(|| Value::Text((*value).to_owned()));
                let status = AnswerStatus::Answered;
                let brief = AnswerBrief { status, value, raw: String::new(), notes: Vec::new() };
                (*number, (*field).to_owned(), brief)
            };
            answers.iter().map(one).collect::<Vec<_>>()
        };
        let cases: &[(&[Plain<'_>], &[Plain<'_>], &[&str])] = &[
            (&[(1, "", "x"), (2, "", "y")], &[(1, "", "x"), (2, "", "y")], &[]),
            (&[(1, "", "x"), (2, "", "y")], &[(2, "", "y"), (1, "", "z")], &["1 : x to z"]),
            (&[(1, "a", "x"), (2, "a", "y")], &[(1, "a", "x"), (2, "a", "z")], &["2 a: y to z"]),
            (&[(1, "a", "x"), (2, "a", "y")], &[(2, "a", "y")], &["1 a: x to nothing"]),
            (&[(1, "a", "x"), (2, "b", "y")], &[(1, "b", "y"), (2, "a", "x")], &[]),
            (&[(1, "a", "x"), (2, "b", "y")], &[(1, "c", "x"), (2, "d", "z")], &["2 d: y to z"]),
            // The field goes before the number: the question with number 2 is gone.
            (&[(1, "a", "x"), (2, "b", "y")], &[(2, "a", "x")], &["2 b: y to nothing"]),
            (&[(1, "b", "x")], &[(2, "a", "x")], &["2 a: nothing to x", "1 b: x to nothing"]),
            (&[(3, "b", "x"), (1, "a", "x")], &[], &["3 b: x to nothing", "1 a: x to nothing"]),
        ];
        let said = |side: &Option<AnswerBrief>| match side.as_ref().and_then(|b| b.value.as_ref()) {
            Some(Value::Text(text)) => text.clone(),
            _ => "nothing".to_owned(),
        };
        for (before, after, expected) in cases {
            let changes: Vec<String> = changed(kept(before), kept(after))
                .iter()
                .map(|c| {
                    format!("{} {}: {} to {}", c.number, c.field, said(&c.before), said(&c.after))
                })
                .collect();
            assert_eq!(&changes, expected, "{before:?} to {after:?}");
        }
    }

    #[test]
    fn a_value_is_gained_or_lost() {
        let yes_no = r#"{"number":2,"field":"project","answer":{"type":"yes_no"}}"#;
        let text = r#"{"number":2,"field":"project","answer":{"type":"text"}}"#;
        let gain = changes(&read(yes_no), &read(text));
        assert!(gain.iter().all(|change| change.is_gain() && !change.is_loss()), "{gain:?}");
        let loss = changes(&read(text), &read(yes_no));
        assert!(loss.iter().all(|change| change.is_loss() && !change.is_gain()), "{loss:?}");
        assert_eq!((gain.len(), loss.len()), (1, 1));
    }
}
