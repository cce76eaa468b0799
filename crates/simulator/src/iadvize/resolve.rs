//! How each field of the schema finds its value. Most are read from the conversation's own JSON by their name.

use super::SchemaVariant;
use super::conversations::Conversations;
use super::data::{Platform, Record, sent_at};
use super::filter::{self, Filters};
use super::graphql::leaf;
use super::paging::{Place, Row, connection, sought};
use apollo_compiler::Schema;
use apollo_compiler::ast::Type;
use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::response::{JsonMap, JsonValue};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Bound::{self, Excluded, Included};

type Resolved<'a> = Result<ResolvedValue<'a>, FieldError>;

/// An object of the schema: a piece of JSON, the name of its type, and where the rest is to be found.
pub(super) struct Node<'a> {
    conversations: &'a Conversations,
    platform: Platform,
    variant: &'a SchemaVariant,
    type_name: Cow<'a, str>,
    value: Cow<'a, Value>,
    /// Whether `closedConversations` led here: a conversation has its users only there.
    listed: bool,
}

impl<'a> Node<'a> {
    /// Where a query starts.
    pub(super) fn root(
        conversations: &'a Conversations,
        platform: Platform,
        variant: &'a SchemaVariant,
    ) -> Self {
        let (type_name, value) = ("Query".into(), Cow::Owned(Value::Null));
        Self { conversations, platform, variant, type_name, value, listed: false }
    }

    /// What another object of the same request is made with.
    fn child(&'a self, type_name: &'a str, value: Cow<'a, Value>) -> ResolvedValue<'a> {
        ResolvedValue::object(Node {
            conversations: self.conversations,
            platform: self.platform,
            variant: self.variant,
            type_name: type_name.into(),
            value,
            listed: self.listed || type_name == "ConversationConnection",
        })
    }

    fn record(&self, id: Option<&str>) -> Option<&'a Record> {
        let record = self.conversations.find(id?)?;
        (record.platform == self.platform).then_some(record)
    }

    fn conversation(&'a self, arguments: &JsonMap) -> ResolvedValue<'a> {
        let id = arguments.get("id").and_then(JsonValue::as_str);
        match self.record(id) {
            Some(record) => self.child("Conversation", Cow::Borrowed(&record.fields)),
            None => ResolvedValue::null(),
        }
    }

    fn closed_conversations(&self, arguments: &JsonMap) -> Result<Value, String> {
        let filters = &Filters::of(arguments)?;
        let (from, to) = (filters.from.as_millisecond(), filters.to.as_millisecond());
        sought(arguments, |after, before| {
            let within = (latest(after, from), earliest(before, to.saturating_add(1)));
            let all = self.conversations.closed(self.platform, within);
            all.filter(|(_, record)| filters.pass(record)).map(|((time, id), _)| Row {
                time: *time,
                id: id.clone(),
                node: json!(id),
            })
        })
    }

    fn messages(&self, arguments: &JsonMap) -> Result<Value, String> {
        let id = self.value["id"].as_str();
        let Some(record) = self.record(id) else {
            return Ok(Value::Null);
        };
        let rows = record.messages.iter().enumerate().map(|(at, message)| Row {
            time: sent_at(message),
            id: message["id"].as_str().unwrap_or_default().to_owned(),
            node: json!([id, at]),
        });
        connection(rows.collect(), arguments)
    }

    /// What an edge leads to: it has only the id of a conversation, and a message's place in one.
    fn led_to(&'a self) -> ResolvedValue<'a> {
        let node = &self.value["node"];
        let record = self.record(node.as_str().or_else(|| node[0].as_str()));
        let message = node[1].as_u64().and_then(|at| usize::try_from(at).ok());
        match (record, message) {
            (None, _) => ResolvedValue::null(),
            (Some(record), None) => self.child("Conversation", Cow::Borrowed(&record.fields)),
            (Some(record), Some(at)) => {
                record.messages.get(at).map_or(ResolvedValue::null(), |message| {
                    let kind = message["__typename"].as_str().unwrap_or_default();
                    self.child(kind, Cow::Borrowed(message))
                })
            }
        }
    }

    /// Who wrote in this conversation for the company, each once.
    fn answered_by(&self) -> Vec<&'a Value> {
        let record = self.record(self.value["id"].as_str()).filter(|_| self.listed);
        let mut users: Vec<&Value> = record.map(|r| r.users().collect()).unwrap_or_default();
        users.sort_by_key(|user| user["id"].as_i64());
        users.dedup_by_key(|user| user["id"].as_i64());
        users
    }

    fn projects(&self) -> Vec<Value> {
        let all = self.conversations.of(self.platform);
        let projects = distinct(all.map(|record| &record.fields["project"]));
        match projects.is_empty() {
            true => vec![json!({ "id": 1, "name": "Boutique" })],
            false => projects,
        }
    }

    fn users(&self, arguments: &JsonMap) -> Vec<Value> {
        let all = self.conversations.of(self.platform);
        let of_projects = all.filter(|record| filter::is_of_projects(record, arguments));
        distinct(of_projects.flat_map(Record::users))
    }

    fn by_name(&'a self, info: &ResolveInfo<'a>) -> ResolvedValue<'a> {
        let value = self
            .value
            .get(self.variant.field(&self.type_name, info.field_name()))
            .unwrap_or(&Value::Null);
        self.resolve(value, &info.field_definition().ty, info.schema())
    }

    fn resolve(&'a self, value: &'a Value, ty: &'a Type, schema: &'a Schema) -> ResolvedValue<'a> {
        match (value, ty) {
            (Value::Null, ty) => ResolvedValue::leaf(promised(ty)),
            (Value::Array(items), Type::List(inner) | Type::NonNullList(inner)) => {
                ResolvedValue::list(items.iter().map(move |item| self.resolve(item, inner, schema)))
            }
            (Value::Object(fields), Type::Named(name) | Type::NonNullNamed(name))
                if schema.types.get(name).is_some_and(|ty| !ty.is_leaf()) =>
            {
                let stated = fields.get("__typename").and_then(Value::as_str);
                self.child(stated.unwrap_or(name), Cow::Borrowed(value))
            }
            _ => ResolvedValue::Leaf(leaf(value)),
        }
    }

    fn owned(&'a self, type_name: &'a str, value: Result<Value, String>) -> Resolved<'a> {
        match value {
            Ok(Value::Null) => Ok(ResolvedValue::null()),
            Ok(value) => Ok(self.child(type_name, Cow::Owned(value))),
            Err(message) => Err(FieldError { message }),
        }
    }
}

impl ObjectValue for Node<'_> {
    fn type_name(&self) -> &str {
        &self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let field = self.variant.field(&self.type_name, info.field_name());
        let arguments = &self.variant.arguments(field, info.arguments());
        match (&*self.type_name, field) {
            ("Query", "conversation") => Ok(self.conversation(arguments)),
            ("Query", "closedConversations") => {
                self.owned("ConversationConnection", self.closed_conversations(arguments))
            }
            ("Query", "project") => {
                let wanted = arguments.get("projectId").and_then(JsonValue::as_i64);
                let found =
                    self.projects().into_iter().find(|project| project["id"].as_i64() == wanted);
                self.owned("Project", Ok(found.unwrap_or_default()))
            }
            ("Query", "projects") => {
                self.owned("ProjectConnection", connection(numbered(self.projects()), arguments))
            }
            ("Query", "users") => {
                self.owned("UserConnection", connection(numbered(self.users(arguments)), arguments))
            }
            ("ConversationEdge" | "ConversationMessageEdge", "node") => Ok(self.led_to()),
            ("Conversation", "messages")
                if self.listed && self.variant.refuses_messages_in_lists() =>
            {
                Err(FieldError { message: "the query is too complex".to_owned() })
            }
            ("Conversation", "language") if self.variant.has_language_object() => {
                let code = &self.value["language"];
                let language = if code.is_null() { Value::Null } else { json!({ "code": code }) };
                self.owned("ConversationLanguage", Ok(language))
            }
            ("Conversation", "messages") => {
                self.owned("ConversationMessageConnection", self.messages(arguments))
            }
            ("Conversation", "users") => {
                Ok(ResolvedValue::list(self.answered_by().into_iter().map(|user| {
                    let name = user["__typename"].as_str().unwrap_or("Professional");
                    self.child(name, Cow::Borrowed(user))
                })))
            }
            ("Conversation", "duration") => Ok(ResolvedValue::leaf(duration(&self.value))),
            _ => Ok(self.by_name(info)),
        }
    }
}

/// Something for a field that the schema says is never null and that no conversation file needs to have.
fn promised(ty: &Type) -> JsonValue {
    let value = match ty {
        Type::Named(_) | Type::List(_) => Value::Null,
        Type::NonNullList(_) => json!([]),
        Type::NonNullNamed(name) => match name.as_str() {
            "String" => json!(""),
            "Boolean" => json!(false),
            "LegacyId" => json!(0),
            _ => Value::Null,
        },
    };
    value.into()
}

/// From the visitor's arrival to the closing, in ISO 8601.
fn duration(conversation: &Value) -> Option<String> {
    let time = |key: &str| conversation[key].as_str()?.parse::<Timestamp>().ok();
    Some(time("closedAt")?.duration_since(time("createdAt")?).to_string())
}

/// The later of a place and the first one of a time,
fn latest(place: Bound<Place>, time: i64) -> Bound<Place> {
    match place {
        Included((at, _)) | Excluded((at, _)) if at >= time => place,
        _ => Included((time, String::new())),
    }
}

/// and the earlier one.
fn earliest(place: Bound<Place>, time: i64) -> Bound<Place> {
    match place {
        Included((at, _)) | Excluded((at, _)) if at < time => place,
        _ => Excluded((time, String::new())),
    }
}

/// Each object once, by its `id`, smallest first.
fn distinct<'a>(objects: impl Iterator<Item = &'a Value>) -> Vec<Value> {
    let mut by_id = BTreeMap::new();
    for object in objects {
        if let Some(id) = object["id"].as_i64() {
            by_id.entry(id).or_insert(object);
        }
    }
    by_id.into_values().cloned().collect()
}

/// Rows for things that have a number and no date.
fn numbered(objects: Vec<Value>) -> Vec<Row> {
    let row = |node: Value| Row { time: 0, id: node["id"].to_string(), node };
    objects.into_iter().map(row).collect()
}
