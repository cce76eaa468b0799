//! Reading, creating and changing contacts one at a time.

use super::error::Error;
use super::state::Contact;
use super::{Inner, Shared, VERSION};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What is answered where nothing else is asked for.
pub(super) const USUAL: [&str; 3] = ["email", "firstname", "lastname"];

pub(super) async fn properties(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.inner().properties.listed())
}

/// The most associated records that one answer lists.
const PAGE: usize = 100;

/// Which property the `{id}` of a path means, and what to answer.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Asked {
    id_property: Option<String>,
    properties: Option<String>,
    associations: Option<String>,
}

pub(super) async fn show(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, Error> {
    let inner = shared.inner();
    let contact = inner.find(&id, asked.id_property.as_deref())?.ok_or_else(not_found)?;
    let wanted: Vec<&str> = match &asked.properties {
        Some(names) => names.split(',').map(str::trim).collect(),
        None => USUAL.to_vec(),
    };
    let mut answer = record(contact, &wanted);
    if asked.associations.is_some_and(|names| names.split(',').any(|name| name == "notes")) {
        let notes = inner.notes_page(contact.id, 0);
        if notes["results"] != json!([]) {
            answer["associations"] = json!({ "notes": notes });
        }
    }
    Ok(Json(answer))
}

/// Where a page of associations begins.
#[derive(Deserialize)]
pub(super) struct Paged {
    /// The id of the first note to list, as the page before gave it.
    #[serde(default)]
    after: u64,
}

pub(super) async fn notes(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    Query(paged): Query<Paged>,
) -> Result<Json<Value>, Error> {
    let inner = shared.inner();
    let contact = inner.find(&id, None)?.ok_or_else(not_found)?;
    Ok(Json(inner.notes_page(contact.id, paged.after)))
}

#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    properties: Map<String, Value>,
}

pub(super) async fn create(
    State(shared): State<Shared>,
    body: Bytes,
) -> Result<(StatusCode, Json<Value>), Error> {
    let written: Written = parse(&body)?;
    let now = shared.options.clock.now();
    let mut inner = shared.inner();
    let values = inner.properties.accept(&written.properties)?;
    inner.check_email(&values, None)?;
    let contact = inner.state.create(values, now);
    let answer = whole(contact);
    inner.wrote("POST", "contacts");
    Ok((StatusCode::CREATED, Json(answer)))
}

pub(super) async fn update(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    body: Bytes,
) -> Result<Json<Value>, Error> {
    let written: Written = parse(&body)?;
    let now = shared.options.clock.now();
    let mut inner = shared.inner();
    let found = inner.find(&id, asked.id_property.as_deref())?.ok_or_else(not_found)?.id;
    let values = inner.properties.accept(&written.properties)?;
    inner.check_email(&values, Some(found))?;
    let answer = inner.state.update(found, values, now).map(whole).ok_or_else(not_found)?;
    inner.wrote("PATCH", "contacts/{id}");
    Ok(Json(answer))
}

impl Inner {
    /// The notes of a contact from this id on, as many as a page holds, and where the next page begins.
    fn notes_page(&self, contact: u64, after: u64) -> Value {
        let mut notes = self.state.notes_of(contact).filter(|note| note.id >= after);
        let page = notes.by_ref().take(PAGE);
        let results: Vec<Value> = page
            .map(|note| json!({ "id": note.id.to_string(), "type": "contact_to_note" }))
            .collect();
        let mut answer = json!({ "results": results });
        if let Some(next) = notes.next() {
            let after = next.id.to_string();
            let path = format!("/crm/objects/{VERSION}/contacts/{contact}/associations/notes");
            let link = format!("https://api.hubapi.com{path}?after={after}");
            answer["paging"] = json!({ "next": { "after": after, "link": link } });
        }
        answer
    }

    /// The contact that `id` means: its record id, or the value of a property that no two contacts share.
    pub(super) fn find(&self, id: &str, property: Option<&str>) -> Result<Option<&Contact>, Error> {
        match property {
            None | Some("hs_object_id") => Ok(id.parse().ok().and_then(|id| self.state.by_id(id))),
            Some("email") => Ok(self.state.contact(id)),
            Some(name) if self.properties.get(name).is_some_and(|known| known.has_unique_value) => {
                Ok(self.state.find(name, id))
            }
            Some(name) => {
                Err(Error::invalid(format!("Property {name} is not a unique property of contacts")))
            }
        }
    }

    /// Whether these values would give a contact the email of another.
    pub(super) fn check_email(
        &self,
        values: &BTreeMap<String, String>,
        of: Option<u64>,
    ) -> Result<(), Error> {
        let email = values.get("email").filter(|email| !email.is_empty());
        match email.and_then(|email| self.state.contact(email)) {
            Some(other) if Some(other.id) != of => Err(Error::exists(other.id)),
            _ => Ok(()),
        }
    }
}

/// The body as JSON, or what is wrong with it.
pub(super) fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(body)
        .map_err(|error| Error::invalid(format!("Invalid input JSON: {error}")))
}

pub(super) fn not_found() -> Error {
    Error::not_found("resource not found")
}

/// A contact with all its properties.
pub(super) fn whole(contact: &Contact) -> Value {
    let names: Vec<&str> = contact.properties.keys().map(String::as_str).collect();
    record(contact, &names)
}

/// A contact with the properties asked for, null where they have no value.
pub(super) fn record(contact: &Contact, wanted: &[&str]) -> Value {
    let mut properties = Map::new();
    for name in wanted {
        properties.insert((*name).to_owned(), json!(contact.get(name)));
    }
    let (created, updated) = (stamp(contact.created_at), stamp(contact.updated_at));
    properties.insert("createdate".to_owned(), json!(created));
    properties.insert("hs_object_id".to_owned(), json!(contact.id.to_string()));
    properties.insert("lastmodifieddate".to_owned(), json!(updated));
    json!({
        "id": contact.id.to_string(),
        "properties": properties,
        "createdAt": created,
        "updatedAt": updated,
        "archived": false,
    })
}

/// Milliseconds are always written out.
pub(super) fn stamp(time: Timestamp) -> String {
    format!("{time:.3}")
}
