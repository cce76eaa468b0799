//! The conversations the simulator knows, one set for each of iAdvize's two platforms.

use super::paging::Place;
use anyhow::{Context as _, bail, ensure};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::sync::OnceLock;
use uuid::Uuid;

/// iAdvize runs two platforms that know nothing of each other's conversations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// The one most customers are on, and the one meant where none is said.
    #[default]
    Ha,
    /// The other one, asked for with `?platform=sd`.
    Sd,
}

impl Platform {
    /// As webhooks write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ha => "ha",
            Self::Sd => "sd",
        }
    }
}

/// One conversation: the file it came as, completed with what the schema promises.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) platform: Platform,
    /// The conversation as GraphQL answers it, but for its messages.
    pub(super) fields: Value,
    /// Its message nodes, in the order of `createdAt`; one without a date keeps its place.
    pub(super) messages: Vec<Value>,
}

impl Record {
    /// Reads a conversation file: the bare object, or a whole answer around it.
    pub(super) fn parse(platform: Platform, file: Value, now: Timestamp) -> anyhow::Result<Self> {
        let conversation = match file.pointer("/data/conversation") {
            Some(inner) => inner.clone(),
            None => file,
        };
        let Value::Object(mut fields) = conversation else {
            bail!("a conversation is a JSON object");
        };
        let id = text(&fields, "id").context("id: a conversation needs one")?;
        Uuid::parse_str(&id).context("id: not a UUID")?;
        let messages = fields.remove("messages").unwrap_or_default();
        let edges = messages.get("edges").and_then(Value::as_array);
        let edges = edges.context("messages.edges: a conversation needs them")?;
        // A message without a date keeps its place: it gets the date of the one before.
        let mut date = fields.get("createdAt").filter(|date| !date.is_null()).cloned();
        let mut nodes = Vec::with_capacity(edges.len());
        for (at, edge) in edges.iter().enumerate() {
            let node = edge.get("node").cloned().unwrap_or_default();
            let node = message(&id, at, node, date.unwrap_or_else(|| json!(now)))?;
            date = Some(node["createdAt"].clone());
            nodes.push(node);
        }
        complete(&mut fields, &id, nodes.first(), now);
        let mut record = Self { platform, fields: Value::Object(fields), messages: nodes };
        record.sort();
        Ok(record)
    }

    pub(super) fn id(&self) -> &str {
        self.str("/id").unwrap_or_default()
    }

    pub(super) fn str(&self, pointer: &str) -> Option<&str> {
        self.fields.pointer(pointer).and_then(Value::as_str)
    }

    pub(super) fn time(&self, pointer: &str) -> Option<Timestamp> {
        self.str(pointer).and_then(|time| time.parse().ok())
    }

    /// Where it stands among the closed ones, if it is closed.
    pub(super) fn place(&self) -> Option<Place> {
        Some((self.time("/closedAt")?.as_millisecond(), self.id().to_owned()))
    }

    pub(super) fn close(&mut self, now: Timestamp) {
        if self.fields["closedAt"].is_null() {
            self.fields["closedAt"] = json!(now);
        }
    }

    /// Makes `closed_at` the date of its closing, and moves every other date with it. One that was never closed is
    /// closed when its last message was sent.
    pub(super) fn move_to(&mut self, closed_at: Timestamp) -> anyhow::Result<()> {
        let last = self.messages.last().and_then(|message| date(&message["createdAt"]));
        let closed = self.time("/closedAt").or(last).or_else(|| self.time("/createdAt"));
        let by = closed_at.duration_since(closed.unwrap_or(closed_at));
        for field in self.messages.iter_mut().map(|message| message.get_mut("createdAt")) {
            shift(field, by)?;
        }
        for pointer in ["/createdAt", "/visitor/createdAt", "/visitor/updatedAt"] {
            shift(self.fields.pointer_mut(pointer), by)?;
        }
        self.fields["closedAt"] = json!(closed_at);
        Ok(())
    }

    pub(super) fn push(&mut self, node: Value, now: Timestamp) -> anyhow::Result<()> {
        let node = message(self.id(), self.messages.len(), node, json!(now))?;
        self.messages.push(node);
        self.sort();
        Ok(())
    }

    /// The whole conversation, as a conversation file.
    pub(super) fn file(&self) -> Value {
        let edges: Vec<Value> = self.messages.iter().map(|node| json!({ "node": node })).collect();
        let mut file = self.fields.clone();
        file["messages"] = json!({ "edges": edges });
        file
    }

    /// The ids of the operators who wrote in it, each once.
    pub(super) fn operators(&self) -> Vec<i64> {
        let mut ids: Vec<i64> = self.users().filter_map(|user| user["id"].as_i64()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Every author who is a user of the company's account.
    pub(super) fn users(&self) -> impl Iterator<Item = &Value> {
        let users = ["Bot", "Professional", "Expert"];
        let authors = self.messages.iter().filter_map(|message| message.get("author"));
        authors.filter(move |author| {
            author["__typename"].as_str().is_some_and(|name| users.contains(&name))
        })
    }

    fn sort(&mut self) {
        self.messages.sort_by_cached_key(sent_at);
    }
}

/// When a message was sent, to the millisecond. `message` gave every message a date.
pub(super) fn sent_at(message: &Value) -> i64 {
    date(&message["createdAt"]).map_or(0, Timestamp::as_millisecond)
}

fn date(value: &Value) -> Option<Timestamp> {
    value.as_str()?.parse().ok()
}

/// Moves a date, where it is one.
fn shift(field: Option<&mut Value>, by: SignedDuration) -> anyhow::Result<()> {
    if let Some(field) = field
        && let Some(time) = date(field)
    {
        *field = json!(time.checked_add(by).context("closed_at: out of all time")?);
    }
    Ok(())
}

/// What the schema promises of every conversation and a conversation file need not say.
fn complete(fields: &mut Map<String, Value>, id: &str, first: Option<&Value>, now: Timestamp) {
    let started = first.map_or_else(|| json!(now), |message| message["createdAt"].clone());
    default(fields, "createdAt", started);
    default(fields, "closedAt", Value::Null);
    default(fields, "channel", json!("CHAT"));
    default(fields, "project", json!({ "id": 1, "name": "Boutique" }));
    default(fields, "tags", json!([]));
    let created = fields["createdAt"].clone();
    default(fields, "visitor", json!({}));
    if let Some(Value::Object(visitor)) = fields.get_mut("visitor") {
        let visitor_id = derived_id(id, "visitor");
        default(visitor, "id", json!(visitor_id));
        default(visitor, "visitorId", json!(visitor_id));
        default(visitor, "source", json!("ONSITE"));
        default(visitor, "createdAt", created.clone());
        default(visitor, "updatedAt", created);
    }
}

/// A message as the schema promises it: with a type, an id and a date.
fn message(conversation: &str, at: usize, node: Value, date: Value) -> anyhow::Result<Value> {
    let Value::Object(mut node) = node else {
        bail!("messages.edges[{at}].node: a message is a JSON object");
    };
    default(&mut node, "__typename", json!("ParticipantConversationMessage"));
    let of_type = node["__typename"].as_str().unwrap_or_default();
    let known = ["ParticipantConversationMessage", "SystemMessage"];
    ensure!(known.contains(&of_type), "messages.edges[{at}].node: unknown __typename `{of_type}`");
    default_with(&mut node, "id", || json!(derived_id(conversation, &at.to_string())));
    default(&mut node, "createdAt", date);
    default(&mut node, "attachments", json!([]));
    Ok(Value::Object(node))
}

/// Sets a key that is absent or null.
fn default(object: &mut Map<String, Value>, key: &str, value: Value) {
    default_with(object, key, || value);
}

fn default_with(object: &mut Map<String, Value>, key: &str, value: impl FnOnce() -> Value) {
    let entry = object.entry(key).or_insert(Value::Null);
    if entry.is_null() {
        *entry = value();
    }
}

fn text(object: &Map<String, Value>, key: &str) -> Option<String> {
    object.get(key)?.as_str().map(str::to_owned)
}

/// An id that is the same at every run.
fn derived_id(conversation: &str, name: &str) -> Uuid {
    static SPACE: OnceLock<Uuid> = OnceLock::new();
    let space = SPACE.get_or_init(|| Uuid::new_v5(&Uuid::NAMESPACE_OID, b"leadbridge-simulator"));
    Uuid::new_v5(space, format!("{conversation}/{name}").as_bytes())
}
