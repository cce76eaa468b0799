//! `POST …/contacts/search`.

use super::Shared;
use super::contacts::{USUAL, parse, record};
use super::error::Error;
use super::state::Contact;
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Search {
    #[serde(default)]
    filter_groups: Vec<Group>,
    properties: Option<Vec<String>>,
    limit: Option<usize>,
    #[serde(default)]
    after: String,
}

#[derive(Deserialize)]
struct Group {
    filters: Vec<Filter>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Filter {
    property_name: String,
    operator: String,
    value: Option<String>,
    #[serde(default)]
    values: Vec<String>,
}

impl Filter {
    fn lets_through(&self, contact: &Contact) -> Result<bool, Error> {
        let id = contact.id.to_string();
        let found = match self.property_name.as_str() {
            "hs_object_id" => Some(id.as_str()),
            name => contact.get(name),
        };
        let is =
            |wanted: &str| found.is_some_and(|found| found.to_lowercase() == wanted.to_lowercase());
        match self.operator.as_str() {
            "EQ" => Ok(is(self.value.as_deref().unwrap_or_default())),
            "IN" => Ok(self.values.iter().any(|wanted| is(wanted))),
            "HAS_PROPERTY" => Ok(found.is_some()),
            "NOT_HAS_PROPERTY" => Ok(found.is_none()),
            other => {
                Err(Error::invalid(format!("the simulator does not know the operator {other}")))
            }
        }
    }
}

pub(super) async fn search(
    State(shared): State<Shared>,
    body: Bytes,
) -> Result<Json<Value>, Error> {
    let search: Search = parse(&body)?;
    let limit = search.limit.unwrap_or(10);
    if limit > 200 {
        return Err(Error::invalid("the limit of a search is at most 200"));
    }
    let inner = shared.inner();
    let mut found = Vec::new();
    for contact in inner.state.contacts.iter().filter(|contact| is_indexed(&shared, contact)) {
        if matches(&search.filter_groups, contact)? {
            found.push(contact);
        }
    }
    let start: usize = search.after.parse().unwrap_or(0);
    let asked = search.properties.unwrap_or_default();
    let mut wanted: Vec<&str> = asked.iter().map(String::as_str).collect();
    if wanted.is_empty() {
        wanted = USUAL.to_vec();
    }
    let page = found.iter().skip(start).take(limit).map(|contact| record(contact, &wanted));
    let mut answer = json!({ "total": found.len(), "results": page.collect::<Vec<_>>() });
    if start + limit < found.len() {
        answer["paging"] = json!({ "next": { "after": (start + limit).to_string() } });
    }
    Ok(Json(answer))
}

/// Groups are alternatives, the filters of one must all agree. No group lets everybody through.
fn matches(groups: &[Group], contact: &Contact) -> Result<bool, Error> {
    for group in groups {
        let mut all = true;
        for filter in &group.filters {
            all &= filter.lets_through(contact)?;
        }
        if all {
            return Ok(true);
        }
    }
    Ok(groups.is_empty())
}

fn is_indexed(shared: &Shared, contact: &Contact) -> bool {
    let since = shared.options.clock.now().duration_since(contact.updated_at);
    since.unsigned_abs() >= shared.options.search_delay
}
