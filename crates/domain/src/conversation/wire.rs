//! iAdvize's names. The fields inside a message are confirmed by no public document, so they
//! are written here and nowhere else.

use serde::Deserialize;
use serde_json::Value;

use super::id::Id;
use super::{Attachment, Author, Conversation, Error, Message, OperatorKind, Project, Visitor};

/// A file: iAdvize's whole answer or the conversation alone. One type for both, because which
/// one it is shows only in its fields and nothing should be parsed twice.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    data: Option<Data>,
    errors: Option<Value>,
    id: Option<Id>,
    created_at: Option<String>,
    closed_at: Option<String>,
    channel: Option<String>,
    language: Option<String>,
    project: Option<ProjectWire>,
    visitor: Option<VisitorWire>,
    tags: Option<Vec<Option<Tag>>>,
    messages: Option<Messages>,
}

#[derive(Deserialize)]
struct Data {
    conversation: Option<Box<File>>,
}

#[derive(Deserialize)]
struct ProjectWire {
    id: Option<Id>,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct VisitorWire {
    first_name: Option<String>,
    last_name: Option<String>,
    email: Option<String>,
    phone_number: Option<String>,
}

#[derive(Deserialize)]
struct Tag {
    name: Option<String>,
}

#[derive(Deserialize)]
struct Messages {
    edges: Option<Vec<Option<Edge>>>,
}

#[derive(Deserialize)]
struct Edge {
    node: Option<Node>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(rename = "__typename")]
    kind: Option<String>,
    id: Option<Id>,
    created_at: Option<String>,
    author: Option<AuthorWire>,
    text: Option<String>,
    attachments: Option<Vec<Value>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AuthorWire {
    #[serde(rename = "__typename")]
    kind: Option<String>,
    id: Option<Id>,
    user_name: Option<String>,
    pseudo: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
}

const SYSTEM_MESSAGE: &str = "SystemMessage";

/// The texts of a quick-reply menu or a card that the visitor reads as a message.
const ATTACHED_TEXTS: [&str; 5] = ["title", "message", "text", "description", "content"];

/// Where a bundle keeps its cards.
const ATTACHED_LISTS: [&str; 3] = ["cards", "items", "attachments"];

/// Reads a file, see [`Conversation::from_json`].
pub(super) fn read(json: &str) -> Result<Conversation, Error> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let file: File = serde_path_to_error::deserialize(&mut deserializer).map_err(invalid)?;
    deserializer.end().map_err(|error| Error::NotJson(error.to_string()))?;
    conversation(pick(file)?)
}

fn invalid(error: serde_path_to_error::Error<serde_json::Error>) -> Error {
    let path = error.path().to_string();
    let inner = error.into_inner();
    if inner.is_data() && path != "." {
        Error::Invalid { path, message: inner.to_string() }
    } else if inner.is_data() {
        Error::NotAConversation
    } else {
        Error::NotJson(inner.to_string())
    }
}

/// The conversation object of a file, wherever it is.
fn pick(file: File) -> Result<(File, &'static str), Error> {
    if file.id.is_some() && file.messages.is_some() {
        return Ok((file, ""));
    }
    match (file.data, file.errors) {
        (Some(Data { conversation: Some(conversation) }), _) => {
            Ok((*conversation, "data.conversation."))
        }
        (_, Some(errors)) => Err(Error::Refused(first_message(&errors))),
        (Some(_), None) => Err(Error::NoConversation),
        (None, None) if file.id.is_none() && file.messages.is_none() => {
            Err(Error::NotAConversation)
        }
        (None, None) => Err(missing(if file.id.is_none() { "id" } else { "messages" }, "")),
    }
}

fn first_message(errors: &Value) -> String {
    let message = errors.get(0).and_then(|error| error.get("message")).and_then(Value::as_str);
    message.unwrap_or("of an unknown kind").to_owned()
}

fn missing(field: &str, prefix: &str) -> Error {
    Error::Invalid { path: format!("{prefix}{field}"), message: "missing".to_owned() }
}

fn conversation((file, prefix): (File, &'static str)) -> Result<Conversation, Error> {
    let id = file.id.ok_or_else(|| missing("id", prefix))?;
    let messages = file.messages.ok_or_else(|| missing("messages", prefix))?;
    let nodes = messages.edges.into_iter().flatten().flatten().filter_map(|edge| edge.node);
    let messages = nodes.enumerate().map(|(at, node)| message(at, node)).collect();
    Ok(Conversation {
        id: id.0,
        created_at: file.created_at,
        closed_at: file.closed_at,
        channel: file.channel,
        language: file.language,
        project: file
            .project
            .map(|project| Project { id: project.id.map(|id| id.0), name: project.name }),
        visitor: file.visitor.map(visitor).unwrap_or_default(),
        tags: file.tags.into_iter().flatten().flatten().filter_map(|tag| tag.name).collect(),
        messages: super::order::by_time(messages),
    })
}

fn visitor(wire: VisitorWire) -> Visitor {
    Visitor {
        first_name: wire.first_name,
        last_name: wire.last_name,
        email: wire.email,
        phone_number: wire.phone_number,
    }
}

/// The names under which iAdvize gives a visitor's ids; which there are differs between accounts.
const VISITOR_IDS: [&str; 5] =
    ["id", "visitorId", "legacyVisitorId", "externalUserId", "externalId"];

pub(super) fn visitor_ids(json: &str) -> Vec<String> {
    let file: Value = serde_json::from_str(json).unwrap_or_default();
    let conversation = file.pointer("/data/conversation").unwrap_or(&file);
    let id = |name: &&str| match &conversation["visitor"][*name] {
        Value::String(id) if !id.is_empty() => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    };
    VISITOR_IDS.iter().filter_map(id).collect()
}

fn message(at: usize, node: Node) -> Message {
    let (author, author_id, author_name) = author(node.kind.as_deref(), node.author);
    Message {
        id: node.id.map_or_else(|| format!("#{}", at + 1), |id| id.0),
        created_at: node.created_at,
        author,
        author_id,
        author_name,
        text: node.text.unwrap_or_default(),
        attachments: node.attachments.into_iter().flatten().filter_map(attachment).collect(),
    }
}

fn author(
    message_kind: Option<&str>,
    wire: Option<AuthorWire>,
) -> (Author, Option<String>, Option<String>) {
    let Some(wire) = wire else {
        let system = message_kind == Some(SYSTEM_MESSAGE);
        let author = if system { Author::System } else { Author::Unknown(String::new()) };
        return (author, None, None);
    };
    let author = match wire.kind.as_deref() {
        _ if message_kind == Some(SYSTEM_MESSAGE) => Author::System,
        Some("Visitor") => Author::Visitor,
        Some("Bot") => Author::Operator(OperatorKind::Bot),
        Some("Professional") => Author::Operator(OperatorKind::Professional),
        Some("Expert") => Author::Operator(OperatorKind::Expert),
        Some("IbbuManager") => Author::Operator(OperatorKind::IbbuManager),
        other => Author::Unknown(other.unwrap_or_default().to_owned()),
    };
    let registered = [wire.first_name, wire.last_name].into_iter().flatten().collect::<Vec<_>>();
    let registered = (!registered.is_empty()).then(|| registered.join(" "));
    (author, wire.id.map(|id| id.0), wire.user_name.or(wire.pseudo).or(registered))
}

fn attachment(value: Value) -> Option<Attachment> {
    let fields = value.as_object()?;
    let kind = fields.get("__typename").and_then(Value::as_str).unwrap_or_default();
    // A type that is not given is read too: only menus and cards carry these texts.
    let readable = kind.is_empty() || kind.contains("QuickReply") || kind.contains("Card");
    let mut texts = Vec::new();
    if readable {
        gather(&value, &mut texts);
    }
    Some(Attachment { kind: kind.to_owned(), texts })
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    let named = ATTACHED_TEXTS.iter().filter_map(|name| value.get(name)?.as_str());
    texts.extend(named.filter(|text| !text.trim().is_empty()).map(str::to_owned));
    for list in ATTACHED_LISTS.iter().filter_map(|name| value.get(name)?.as_array()) {
        list.iter().for_each(|item| gather(item, texts));
    }
}
