//! A JSON object whose fields are read one by one, each fault noted under its path.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::Fault;

/// What a walk over a file has noted so far.
#[derive(Default)]
pub(super) struct Faults {
    /// What keeps the file from being used.
    pub(super) faults: Vec<Fault>,
    /// Fields nobody reads: allowed, and probably a slip.
    pub(super) unknown: Vec<Fault>,
}

impl Faults {
    pub(super) fn fault(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.faults.push(Fault::new(path, message));
    }
}

/// A JSON object and where it stands. `null` is the same as absent throughout.
pub(super) struct Object<'a> {
    fields: &'a Map<String, Value>,
    path: String,
}

impl<'a> Object<'a> {
    pub(super) fn new(value: &'a Value, path: String, faults: &mut Faults) -> Option<Self> {
        let Some(fields) = value.as_object() else {
            faults.fault(path, format!("must be an object, not {}", kind(value)));
            return None;
        };
        Some(Self { fields, path })
    }

    pub(super) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn required(&self, name: &str, faults: &mut Faults) -> Option<&'a Value> {
        let value = self.get(name);
        if value.is_none() {
            faults.fault(self.path_of(name), "missing");
        }
        value
    }

    pub(super) fn text(&self, name: &str, faults: &mut Faults) -> Option<String> {
        let value = self.get(name)?;
        let text = value.as_str();
        if text.is_none() {
            faults.fault(self.path_of(name), format!("must be text, not {}", kind(value)));
        }
        text.map(str::to_owned)
    }

    /// A text that must be there and not be blank; `""` where it was refused.
    pub(super) fn name(&self, name: &str, faults: &mut Faults) -> String {
        if self.required(name, faults).is_none() {
            return String::new();
        }
        let text = self.text(name, faults).unwrap_or_default();
        let blank = text.trim().is_empty();
        if blank && self.fields[name].is_string() {
            faults.fault(self.path_of(name), "is empty");
        }
        if blank { String::new() } else { text }
    }

    pub(super) fn code(
        &self,
        name: &str,
        fits: impl Fn(&str) -> bool,
        expected: &str,
        faults: &mut Faults,
    ) -> Option<String> {
        let code = self.text(name, faults)?;
        if !fits(&code) {
            faults.fault(self.path_of(name), format!("must be {expected}, not \"{code}\""));
        }
        Some(code)
    }

    pub(super) fn flag(&self, name: &str, faults: &mut Faults) -> bool {
        let Some(value) = self.get(name) else {
            return false;
        };
        let flag = value.as_bool();
        if flag.is_none() {
            faults.fault(self.path_of(name), format!("must be true or false, not {}", kind(value)));
        }
        flag.unwrap_or(false)
    }

    /// A whole number in a range; 0 where it was refused.
    pub(super) fn number(
        &self,
        name: &str,
        range: RangeInclusive<u32>,
        faults: &mut Faults,
    ) -> u32 {
        let Some(value) = self.required(name, faults) else {
            return 0;
        };
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        match number {
            Some(number) if range.contains(&number) => number,
            _ => {
                let (first, last) = (range.start(), range.end());
                let message =
                    format!("must be a whole number from {first} to {last}, not {}", kind(value));
                faults.fault(self.path_of(name), message);
                0
            }
        }
    }

    pub(super) fn list(&self, name: &str, faults: &mut Faults) -> &'a [Value] {
        let Some(value) = self.required(name, faults) else {
            return &[];
        };
        match value {
            Value::Array(items) => items,
            other => {
                faults.fault(self.path_of(name), format!("must be a list, not {}", kind(other)));
                &[]
            }
        }
    }

    pub(super) fn one_of<T: Clone>(
        &self,
        name: &str,
        known: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        let written = self.text(name, faults)?;
        let found = known.iter().find(|(name, _)| *name == written);
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            let message = format!("\"{written}\" is not one of {}", names.join(", "));
            faults.fault(self.path_of(name), message);
        }
        found.map(|(_, value)| value.clone())
    }

    /// Texts by key; entries that are `null` count as absent.
    pub(super) fn texts(&self, name: &str, faults: &mut Faults) -> BTreeMap<String, String> {
        let Some(value) = self.get(name) else {
            return BTreeMap::new();
        };
        let Some(texts) = Object::new(value, self.path_of(name), faults) else {
            return BTreeMap::new();
        };
        let read = |key: &String| Some((key.clone(), texts.text(key, faults)?));
        texts.fields.keys().filter_map(read).collect()
    }

    /// Notes the fields that are none of `known`. Those that begin with `$` belong to editors.
    pub(super) fn no_more(&self, known: &[&str], faults: &mut Faults) {
        for name in self.fields.keys() {
            if !known.contains(&name.as_str()) && !name.starts_with('$') {
                let message = format!("unknown field, ignored (known: {})", known.join(", "));
                faults.unknown.push(Fault::new(self.path_of(name), message));
            }
        }
    }
}

/// A value as a sentence names it.
fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => format!("\"{text}\""),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
