//! `POST …/contacts/batch/upsert`: up to a hundred contacts at once, each created or updated.

use super::contacts::{parse, stamp, whole};
use super::error::Error;
use super::{Inner, Shared};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The most records a batch may have.
pub(super) const MOST: usize = 100;

#[derive(Deserialize)]
struct Upserts {
    inputs: Vec<Upsert>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Upsert {
    id: String,
    id_property: Option<String>,
    object_write_trace_id: Option<String>,
    #[serde(default)]
    properties: Map<String, Value>,
}

/// An input that will do: whom it is for, if that contact is there, and what is to be written.
struct Checked {
    contact: Option<u64>,
    values: BTreeMap<String, String>,
}

pub(super) async fn upsert(
    State(shared): State<Shared>,
    body: Bytes,
) -> Result<(StatusCode, Json<Value>), Error> {
    let Upserts { inputs } = parse(&body)?;
    check_size(inputs.len())?;
    let names: BTreeSet<(&Option<String>, String)> =
        inputs.iter().map(|input| (&input.id_property, input.id.to_lowercase())).collect();
    if names.len() < inputs.len() {
        return Err(Error::invalid("Duplicate IDs found in batch input"));
    }
    let now = shared.options.clock.now();
    let mut inner = shared.inner();
    let checked: Vec<Result<Checked, Error>> =
        inputs.iter().map(|input| inner.check(input)).collect();
    let first_error = checked.iter().find_map(|result| result.as_ref().err());
    if let (Some(error), false) = (first_error, can_be_mixed(&inputs)) {
        return Err(error.clone());
    }
    let (mut results, mut errors) = (Vec::new(), Vec::new());
    for (input, checked) in inputs.iter().zip(checked) {
        // Two inputs can want the same new email: the second is held against what the first has written.
        let written = checked.and_then(|checked| inner.write(checked, now));
        match written {
            Ok(mut result) => {
                if let Some(trace) = &input.object_write_trace_id {
                    result["objectWriteTraceId"] = json!(trace);
                }
                results.push(result);
            }
            Err(error) => {
                let trace = input.object_write_trace_id.iter().collect::<Vec<_>>();
                errors.push(error.in_batch(json!({ "objectWriteTraceId": trace })));
            }
        }
    }
    if !results.is_empty() {
        inner.wrote("POST", "contacts/batch/upsert");
    }
    Ok(answer(results, errors, now))
}

pub(super) fn check_size(inputs: usize) -> Result<(), Error> {
    match inputs {
        0 => Err(Error::invalid("the batch has no inputs")),
        1..=MOST => Ok(()),
        _ => {
            Err(Error::invalid(format!("a batch has at most {MOST} inputs, this one has {inputs}")))
        }
    }
}

/// The answer of a batch: 207 where some of it went wrong.
pub(super) fn answer(
    results: Vec<Value>,
    errors: Vec<Value>,
    now: Timestamp,
) -> (StatusCode, Json<Value>) {
    let mut body = json!({
        "status": "COMPLETE",
        "results": results,
        "startedAt": stamp(now),
        "completedAt": stamp(now),
    });
    if errors.is_empty() {
        return (StatusCode::OK, Json(body));
    }
    body["numErrors"] = json!(errors.len());
    body["errors"] = json!(errors);
    (StatusCode::MULTI_STATUS, Json(body))
}

/// Some may fail and others not only where every input can be told apart by a trace id of its own.
fn can_be_mixed(inputs: &[Upsert]) -> bool {
    let traces: BTreeSet<&String> =
        inputs.iter().filter_map(|input| input.object_write_trace_id.as_ref()).collect();
    traces.len() == inputs.len()
}

impl Inner {
    fn check(&self, input: &Upsert) -> Result<Checked, Error> {
        let contact = self.find(&input.id, input.id_property.as_deref())?.map(|contact| contact.id);
        let mut properties = input.properties.clone();
        match input.id_property.as_deref() {
            Some("hs_object_id") | None if contact.is_none() => {
                return Err(Error::not_found(format!("there is no contact {}", input.id)));
            }
            Some("hs_object_id") | None => {}
            Some(name) => {
                properties.entry(name).or_insert_with(|| json!(input.id));
            }
        }
        let values = self.properties.accept(&properties)?;
        Ok(Checked { contact, values })
    }

    fn write(&mut self, checked: Checked, now: Timestamp) -> Result<Value, Error> {
        self.check_email(&checked.values, checked.contact)?;
        let written = match checked.contact {
            Some(id) => self.state.update(id, checked.values, now),
            None => Some(self.state.create(checked.values, now)),
        };
        let mut result = written.map(whole).ok_or_else(super::contacts::not_found)?;
        result["new"] = json!(checked.contact.is_none());
        Ok(result)
    }
}
