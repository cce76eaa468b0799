//! Changes to a set's file: RFC 6902, as far as fixes need it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PatchOp {
    /// Put a value there; in a list, before what is there.
    Add,
    /// Put a value in the place of another.
    Replace,
    /// Take a value away.
    Remove,
}

/// One step of a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PatchStep {
    /// What it does.
    pub op: PatchOp,
    /// Where, as a JSON pointer into the set's JSON.
    pub path: String,
    /// The value; nothing for `remove`.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub value: Option<Value>,
}

impl PatchStep {
    pub(super) fn add(path: String, value: impl Into<Value>) -> Self {
        Self { op: PatchOp::Add, path, value: Some(value.into()) }
    }

    pub(super) fn replace(path: String, value: impl Into<Value>) -> Self {
        Self { op: PatchOp::Replace, path, value: Some(value.into()) }
    }

    pub(super) fn remove(path: String) -> Self {
        Self { op: PatchOp::Remove, path, value: None }
    }
}

/// Why a change can't be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatchError {
    /// What is to be changed is not JSON.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// The file has changed since, or the step was never meant for it.
    #[error("there is no place {0:?} for this change")]
    NoSuchPlace(String),
}

/// A set's file with a change made, or why it can't be made. All steps are made or none.
pub fn apply_fix(json: &str, patch: &[PatchStep]) -> Result<String, PatchError> {
    let not_json = |error: serde_json::Error| PatchError::NotJson(error.to_string());
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut value: Value = serde_json::from_str(json).map_err(not_json)?;
    for step in patch {
        apply(step, &mut value).ok_or_else(|| PatchError::NoSuchPlace(step.path.clone()))?;
    }
    serde_json::to_string_pretty(&value).map_err(not_json)
}

fn apply(step: &PatchStep, whole: &mut Value) -> Option<()> {
    let value = step.value.clone().unwrap_or_default();
    let Some((parent, last)) = step.path.rsplit_once('/') else {
        // The empty pointer names the whole, which can be exchanged but not taken away.
        let whole_meant = step.path.is_empty() && step.op != PatchOp::Remove;
        return whole_meant.then(|| *whole = value);
    };
    match (step.op, whole.pointer_mut(parent)?) {
        (PatchOp::Replace, _) => *whole.pointer_mut(&step.path)? = value,
        (PatchOp::Add, Value::Object(fields)) => drop(fields.insert(unescaped(last), value)),
        (PatchOp::Remove, Value::Object(fields)) => drop(fields.shift_remove(&unescaped(last))?),
        (PatchOp::Add, Value::Array(items)) => {
            let at = if last == "-" { Some(items.len()) } else { place(last) };
            let at = at.filter(|at| *at <= items.len())?;
            items.insert(at, value);
        }
        (PatchOp::Remove, Value::Array(items)) => {
            let at = place(last).filter(|at| *at < items.len())?;
            items.remove(at);
        }
        _ => return None,
    }
    Some(())
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}

/// A place in a list, spelt as the standard wants it: no sign, no leading zero.
fn place(text: &str) -> Option<usize> {
    text.parse().ok().filter(|at: &usize| at.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn step(op: PatchOp, path: &str, value: Value) -> PatchStep {
        PatchStep { op, path: path.to_owned(), value: (!value.is_null()).then_some(value) }
    }

    #[test]
    fn steps_change_what_they_name_and_keep_the_order() {
        use PatchOp::{Add, Remove, Replace};
        let file = r#"{"z": [1, 2], "a/b": {"c": 3}, "y": 4}"#;
        for (steps, expected) in [
            (
                vec![step(Add, "/x", json!(5))],
                json!({"z": [1, 2], "a/b": {"c": 3}, "y": 4, "x": 5}),
            ),
            (vec![step(Add, "/y", json!(5))], json!({"z": [1, 2], "a/b": {"c": 3}, "y": 5})),
            (vec![step(Add, "/z/-", json!(3))], json!({"z": [1, 2, 3], "a/b": {"c": 3}, "y": 4})),
            (vec![step(Add, "/z/0", json!(0))], json!({"z": [0, 1, 2], "a/b": {"c": 3}, "y": 4})),
            (vec![step(Remove, "/z", json!(null))], json!({"a/b": {"c": 3}, "y": 4})),
            (vec![step(Remove, "/z/0", json!(null))], json!({"z": [2], "a/b": {"c": 3}, "y": 4})),
            (
                vec![step(Replace, "/a~1b/c", json!(0))],
                json!({"z": [1, 2], "a/b": {"c": 0}, "y": 4}),
            ),
            (vec![step(Replace, "", json!([])), step(Add, "/0", json!(1))], json!([1])),
        ] {
            let changed = apply_fix(file, &steps).unwrap();
            assert_eq!(changed, serde_json::to_string_pretty(&expected).unwrap(), "{steps:?}");
        }
    }

    #[test]
    fn a_step_without_its_place_changes_nothing() {
        use PatchOp::{Add, Remove, Replace};
        for (op, path) in [
            (Remove, ""),
            (Remove, "/x"),
            (Replace, "/x"),
            (Remove, "/z/2"),
            (Remove, "/z/-"),
            (Add, "/z/3"),
            (Add, "/z/01"),
            (Add, "/z/+1"),
            (Add, "/x/y"),
            (Add, "/y/0"),
            (Add, "z"),
        ] {
            let refused = apply_fix(r#"{"z": [1, 2], "y": 4}"#, &[step(op, path, json!(1))]);
            assert_eq!(refused, Err(PatchError::NoSuchPlace(path.to_owned())), "{op:?} {path}");
        }
        assert!(matches!(apply_fix("{", &[]), Err(PatchError::NotJson(_))));
    }
}
