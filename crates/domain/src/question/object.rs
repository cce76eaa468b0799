//! A JSON object whose fields are read one by one, each fault noted under its path.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::Fault;
use super::lint::FindingCode;
use super::place::Place;

/// What a walk over a file has noted so far.
#[derive(Default)]
pub(super) struct Faults {
    /// What keeps the file from being used.
    pub(super) faults: Vec<Fault>,
    /// Fields nobody reads: allowed, and probably a slip.
    pub(super) unknown: Vec<Fault>,
}

impl Faults {
    pub(super) fn fault(&mut self, place: Place, code: FindingCode, with: &[(&str, &str)]) {
        self.faults.push(Fault::new(place, code, with));
    }

    /// A value of another kind than this place takes.
    fn other_kind(&mut self, place: Place, code: FindingCode, found: &Value) {
        self.fault(place, code, &[("found", &kind(found))]);
    }
}

/// A JSON object and where it stands. `null` is the same as absent throughout.
pub(super) struct Object<'a> {
    fields: &'a Map<String, Value>,
    place: Place,
}

impl<'a> Object<'a> {
    pub(super) fn new(value: &'a Value, place: Place, faults: &mut Faults) -> Option<Self> {
        let Some(fields) = value.as_object() else {
            faults.other_kind(place, FindingCode::NotAnObject, value);
            return None;
        };
        Some(Self { fields, place })
    }

    pub(super) fn place_of(&self, name: &str) -> Place {
        self.place.field(name)
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn required(&self, name: &str, faults: &mut Faults) -> Option<&'a Value> {
        let value = self.get(name);
        if value.is_none() {
            faults.fault(self.place_of(name), FindingCode::Missing, &[("what", name)]);
        }
        value
    }

    pub(super) fn text(&self, name: &str, faults: &mut Faults) -> Option<String> {
        let value = self.get(name)?;
        text(value, self.place_of(name), faults)
    }

    /// A text that must be there and not be blank; `""` where it was refused.
    pub(super) fn name(&self, name: &str, faults: &mut Faults) -> String {
        if self.required(name, faults).is_none() {
            return String::new();
        }
        let text = self.text(name, faults).unwrap_or_default();
        let blank = text.trim().is_empty();
        if blank && self.fields[name].is_string() {
            faults.fault(self.place_of(name), FindingCode::Empty, &[("what", name)]);
        }
        if blank { String::new() } else { text }
    }

    pub(super) fn code(
        &self,
        name: &str,
        fits: impl Fn(&str) -> bool,
        otherwise: FindingCode,
        faults: &mut Faults,
    ) -> Option<String> {
        let code = self.text(name, faults)?;
        let fits = fits(&code);
        if !fits {
            faults.fault(self.place_of(name), otherwise, &[("found", &code)]);
        }
        fits.then_some(code)
    }

    pub(super) fn flag(&self, name: &str, faults: &mut Faults) -> bool {
        let Some(value) = self.get(name) else {
            return false;
        };
        let flag = value.as_bool();
        if flag.is_none() {
            faults.other_kind(self.place_of(name), FindingCode::NotTrueOrFalse, value);
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
                let (least, most) = (range.start().to_string(), range.end().to_string());
                let with = [("least", &*least), ("most", &*most), ("found", &*kind(value))];
                faults.fault(self.place_of(name), FindingCode::NotAWholeNumber, &with);
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
                faults.other_kind(self.place_of(name), FindingCode::NotAList, other);
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
            let with = [("found", &*written), ("known", &*names.join(", "))];
            faults.fault(self.place_of(name), FindingCode::NotOneOf, &with);
        }
        found.map(|(_, value)| value.clone())
    }

    /// Texts by key; entries that are `null` count as absent.
    pub(super) fn texts(&self, name: &str, faults: &mut Faults) -> BTreeMap<String, String> {
        let Some(value) = self.get(name) else {
            return BTreeMap::new();
        };
        let Some(texts) = Object::new(value, self.place_of(name), faults) else {
            return BTreeMap::new();
        };
        let read = |key: &String| Some((key.clone(), texts.text(key, faults)?));
        texts.fields.keys().filter_map(read).collect()
    }

    /// Notes the fields that are none of `known`. Those that begin with `$` belong to editors.
    pub(super) fn no_more(&self, known: &[&str], faults: &mut Faults) {
        for name in self.fields.keys() {
            if !known.contains(&name.as_str()) && !name.starts_with('$') {
                let with = [("what", name.as_str()), ("known", &*known.join(", "))];
                let place = self.place_of(name);
                faults.unknown.push(Fault::new(place, FindingCode::UnknownField, &with));
            }
        }
    }
}

/// A text, or a fault where it is none.
pub(super) fn text(value: &Value, place: Place, faults: &mut Faults) -> Option<String> {
    let text = value.as_str();
    if text.is_none() {
        faults.other_kind(place, FindingCode::NotText, value);
    }
    text.map(str::to_owned)
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
