//! Notes, which hang on contacts.

use super::batch::{answer, check_size};
use super::contacts::{parse, stamp};
use super::error::{Error, Fault};
use super::state::Note;
use super::value::{Refusal, absent, check_length, is_time, plain};
use super::{Inner, Shared};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The number HubSpot gave to "this note is about that contact".
const NOTE_TO_CONTACT: u32 = 202;

/// The properties a note takes here.
const PROPERTIES: [&str; 4] =
    ["hs_timestamp", "hs_note_body", "hubspot_owner_id", "hs_attachment_ids"];

#[derive(Deserialize)]
struct NewNote {
    #[serde(default)]
    properties: Map<String, Value>,
    #[serde(default)]
    associations: Vec<Association>,
}

#[derive(Deserialize)]
struct Association {
    to: Target,
    types: Vec<Kind>,
}

#[derive(Deserialize)]
struct Target {
    /// A string in HubSpot's documentation; numbers are taken too.
    id: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kind {
    association_category: String,
    association_type_id: u32,
}

pub(super) async fn create(
    State(shared): State<Shared>,
    body: Bytes,
) -> Result<(StatusCode, Json<Value>), Error> {
    let new: NewNote = parse(&body)?;
    let now = shared.options.clock.now();
    let mut inner = shared.inner();
    let values = accept(&new.properties)?;
    let contacts: Result<Vec<u64>, Error> =
        new.associations.iter().map(|association| association.resolve(&inner)).collect();
    let note = inner.state.note(values, contacts?, now);
    let all: Vec<&str> = note.properties.keys().map(String::as_str).collect();
    let answer = record(note, &all);
    inner.wrote("POST", "notes");
    Ok((StatusCode::CREATED, Json(answer)))
}

#[derive(Deserialize)]
struct Change {
    #[serde(default)]
    properties: Map<String, Value>,
}

pub(super) async fn update(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Json<Value>, Error> {
    let change: Change = parse(&body)?;
    let values = accept(&change.properties)?;
    let mut inner = shared.inner();
    let found = inner.state.notes.iter_mut().find(|note| note.id.to_string() == id);
    let note = found
        .ok_or_else(|| Error::not_found("Object not found.  objectId are usually numeric."))?;
    note.properties.extend(values);
    let all: Vec<&str> = note.properties.keys().map(String::as_str).collect();
    let answer = record(note, &all);
    inner.wrote("PATCH", "notes");
    Ok(Json(answer))
}

#[derive(Deserialize)]
struct Wanted {
    inputs: Vec<Target>,
    #[serde(default)]
    properties: Vec<String>,
}

pub(super) async fn read(
    State(shared): State<Shared>,
    body: Bytes,
) -> Result<(StatusCode, Json<Value>), Error> {
    let wanted: Wanted = parse(&body)?;
    check_size(wanted.inputs.len())?;
    let inner = shared.inner();
    let names: Vec<&str> = wanted.properties.iter().map(String::as_str).collect();
    let (mut results, mut absent) = (Vec::new(), Vec::new());
    for input in &wanted.inputs {
        let id = number(&input.id);
        match inner.state.notes.iter().find(|note| Some(note.id) == id) {
            Some(note) => results.push(record(note, &names)),
            None => absent.push(input.id.clone()),
        }
    }
    let mut errors = Vec::new();
    if !absent.is_empty() {
        let why = "Could not get some NOTE objects, they may be deleted or not exist. Check that ids are valid.";
        errors.push(Error::not_found(why).in_batch(json!({ "ids": absent })));
    }
    Ok(answer(results, errors, shared.options.clock.now()))
}

fn accept(given: &Map<String, Value>) -> Result<BTreeMap<String, String>, Error> {
    let mut values = BTreeMap::new();
    let mut faults = Vec::new();
    for (name, value) in given {
        let value = plain(name, value)?;
        if let Err((code, message)) = check(name, &value) {
            let name = name.clone();
            faults.push(Fault { name, code, message });
        }
        values.insert(name.clone(), value);
    }
    if !faults.is_empty() {
        return Err(Error::values(&faults));
    }
    if !values.contains_key("hs_timestamp") {
        let why = "Error creating NOTE. Some required properties were not set.";
        let context = json!({ "properties": ["hs_timestamp"] });
        let detail = json!({ "message": why, "code": "REQUIRED_FIELD", "context": context });
        return Err(Error::invalid(why).with("errors", json!([detail])));
    }
    Ok(values)
}

fn check(name: &str, value: &str) -> Result<(), Refusal> {
    if !PROPERTIES.contains(&name) {
        return Err(absent(name));
    }
    if name == "hs_timestamp" && !is_time(value) {
        return Err(("INVALID_DATE", format!("{value} was not a valid date and time.")));
    }
    check_length(value)
}

impl Association {
    fn resolve(&self, inner: &Inner) -> Result<u64, Error> {
        let fits = |kind: &Kind| {
            kind.association_category == "HUBSPOT_DEFINED"
                && kind.association_type_id == NOTE_TO_CONTACT
        };
        if !self.types.iter().any(fits) {
            let why = format!(
                "a note is associated with a contact by HUBSPOT_DEFINED type {NOTE_TO_CONTACT}"
            );
            return Err(Error::invalid(why));
        }
        let contact = number(&self.to.id).and_then(|id| inner.state.by_id(id));
        contact
            .map(|contact| contact.id)
            .ok_or_else(|| Error::not_found(format!("there is no contact {}", self.to.id)))
    }
}

fn number(id: &Value) -> Option<u64> {
    id.as_u64().or_else(|| id.as_str()?.parse().ok())
}

fn record(note: &Note, wanted: &[&str]) -> Value {
    let created = stamp(note.created_at);
    let mut properties = Map::new();
    for name in wanted {
        properties.insert((*name).to_owned(), json!(note.properties.get(*name)));
    }
    properties.insert("hs_createdate".to_owned(), json!(created));
    properties.insert("hs_lastmodifieddate".to_owned(), json!(created));
    properties.insert("hs_object_id".to_owned(), json!(note.id.to_string()));
    json!({
        "id": note.id.to_string(),
        "properties": properties,
        "createdAt": created,
        "updatedAt": created,
        "archived": false,
    })
}
