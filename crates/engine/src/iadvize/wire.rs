//! The JSON of iAdvize's answers, as far as the client itself must read it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The documented four keys; only the token can be counted on.
#[derive(Deserialize)]
pub struct TokenAnswer {
    pub access_token: String,
    pub expires_in: Option<i64>,
}

/// Of a refused sign-in.
#[derive(Deserialize)]
pub struct OauthError {
    pub error: Option<String>,
}

#[derive(Serialize)]
pub struct Request<'a, V> {
    pub query: &'a str,
    pub variables: V,
}

#[derive(Serialize)]
pub struct ConversationVariables<'a> {
    pub id: &'a str,
    pub after: Option<&'a str>,
}

#[derive(Deserialize)]
pub struct Response<T> {
    pub data: Option<T>,
    #[serde(default)]
    pub errors: Vec<GraphqlError>,
}

#[derive(Deserialize)]
pub struct GraphqlError {
    #[serde(default)]
    pub message: String,
    pub extensions: Option<Extensions>,
}

#[derive(Deserialize)]
pub struct Extensions {
    pub name: Option<String>,
}

/// The conversation is kept as it came; only its pages of messages are looked into.
#[derive(Deserialize)]
pub struct ConversationData {
    pub conversation: Option<Value>,
}

#[derive(Deserialize)]
pub struct ProjectsData {
    pub projects: Option<Projects>,
}

#[derive(Deserialize)]
pub struct Projects {
    #[serde(default)]
    pub edges: Vec<Value>,
}

/// Where a page of messages ends.
pub struct Page {
    pub edges: Vec<Value>,
    pub next: Option<String>,
}

/// Take the page of messages out of a conversation. A page that has a next one and doesn't say
/// where it begins is an error: a part must never be kept as the whole.
pub fn take_page(conversation: &mut Value) -> Result<Page, &'static str> {
    let messages = &mut conversation["messages"];
    let info = &messages["pageInfo"];
    let cursor = info["endCursor"].as_str().filter(|cursor| !cursor.is_empty());
    let next = match (info["hasNextPage"].as_bool(), cursor) {
        (Some(true), Some(cursor)) => Some(cursor.to_owned()),
        (Some(true), None) => return Err("more messages, and no word on how to ask for them"),
        _ => None,
    };
    let edges = match messages["edges"].take() {
        Value::Array(edges) => edges,
        _ => Vec::new(),
    };
    Ok(Page { edges, next })
}
