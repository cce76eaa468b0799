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
#[derive(Default, Deserialize)]
pub struct OauthError {
    pub error: Option<String>,
    pub error_description: Option<String>,
}

#[derive(Serialize)]
pub struct Request<'a, V> {
    pub query: &'a str,
    pub variables: V,
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

/// A page of things, and where the next one begins.
#[derive(Debug)]
pub struct Page {
    pub edges: Vec<Value>,
    pub next: Option<String>,
}

/// Take the page of messages out of a conversation.
pub fn take_page(conversation: &mut Value) -> Result<Page, String> {
    page(&mut conversation["messages"], "messages")
}

/// Take a page out of a connection. One that has a next one and doesn't say where it begins is an
/// error: a part must never be kept as the whole.
pub fn page(connection: &mut Value, of: &str) -> Result<Page, String> {
    let info = &connection["pageInfo"];
    let cursor = info["endCursor"].as_str().filter(|cursor| !cursor.is_empty());
    let next = match (info["hasNextPage"].as_bool(), cursor) {
        (Some(true), Some(cursor)) => Some(cursor.to_owned()),
        (Some(true), None) => return Err(format!("more {of}, and no word on how to ask for them")),
        _ => None,
    };
    let edges = match connection["edges"].take() {
        Value::Array(edges) => edges,
        _ => Vec::new(),
    };
    Ok(Page { edges, next })
}
