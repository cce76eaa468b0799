//! What an event says, under iAdvize's own names.

use serde::Deserialize;
use serde_json::Value;

/// A readable event. What its type doesn't carry is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notice {
    /// iAdvize's event id; the same in its retries.
    pub id: String,
    /// The type, e.g. `v2.conversation.closed`.
    pub kind: Option<String>,
    /// The conversation it speaks of.
    pub conversation_id: Option<String>,
    /// The project (SID), which events write as a number.
    pub project: Option<String>,
    /// Where the conversation takes place, e.g. `CHAT`.
    pub channel: Option<String>,
    /// Who answers for the company: agents and bots, by number.
    pub operators: Vec<String>,
    /// The visitor's ids: a UUID in the events of a conversation, 45 hex digits in
    /// `visitor.updated`, and the older number.
    pub visitors: Vec<String>,
    /// When it happened, as written (RFC 3339).
    pub at: Option<String>,
}

/// What an event calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call<'a> {
    /// Read this conversation: it has ended.
    Read(&'a str),
    /// Follow this conversation: somebody has begun to answer in it.
    Follow(&'a str),
    /// Something more is known of this conversation.
    Amend(&'a str),
    /// Read this visitor's conversations again.
    Visitor(&'a [String]),
    /// Nothing.
    Nothing,
}

/// The type that says a conversation ended.
pub const CONVERSATION_CLOSED: &str = "v2.conversation.closed";
/// The type that says an operator was given a conversation: at its start and at each transfer.
pub const CONVERSATION_PUSHED: &str = "v2.conversation.pushed";
/// The type that says an agent or admin has changed what is known of a visitor.
pub const VISITOR_UPDATED: &str = "visitor.updated";
/// The type of each click in a satisfaction survey.
pub const SATISFACTION_ANSWERED: &str = "satisfaction.answered";
/// The type that says a purchase is owed to a conversation.
pub const TRANSACTION_ATTRIBUTED: &str = "transaction.attributed";

/// An id longer than this is none of iAdvize's (theirs are UUIDs): such an event is unreadable.
const LONGEST_ID: usize = 200;

impl Notice {
    /// What it calls for, by its type alone.
    pub fn call(&self) -> Call<'_> {
        match (self.kind.as_deref(), self.conversation_id.as_deref()) {
            (Some(CONVERSATION_CLOSED), Some(id)) => Call::Read(id),
            (Some(CONVERSATION_PUSHED), Some(id)) => Call::Follow(id),
            (Some(SATISFACTION_ANSWERED | TRANSACTION_ATTRIBUTED), Some(id)) => Call::Amend(id),
            (Some(VISITOR_UPDATED), _) if !self.visitors.is_empty() => {
                Call::Visitor(&self.visitors)
            }
            _ => Call::Nothing,
        }
    }
}

/// The wire names, as documented for every `v2.*` event.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    event_id: Option<String>,
    event_type: Option<String>,
    // An integer in the deprecated events, a UUID in the current ones.
    conversation_id: Option<Value>,
    project_id: Option<Value>,
    channel: Option<Value>,
    operator_ids: Option<Value>,
    operator_id: Option<Value>,
    visitor_id: Option<Value>,
    visitor_external_id: Option<Value>,
    created_at: Option<Value>,
}

/// Read a body whose signature was right.
pub(super) fn notice(body: &[u8]) -> Result<Notice, String> {
    let deserializer = &mut serde_json::Deserializer::from_slice(body);
    let wire: Wire = serde_path_to_error::deserialize(deserializer).map_err(|e| e.to_string())?;
    let id = wire.event_id.filter(|id| !id.trim().is_empty()).ok_or("it has no eventId")?;
    if id.len() > LONGEST_ID {
        return Err(format!("its eventId is longer than {LONGEST_ID} bytes"));
    }
    let operators = match wire.operator_ids {
        Some(Value::Array(ids)) => ids.into_iter().filter_map(|id| text(Some(id))).collect(),
        _ => text(wire.operator_id).into_iter().collect(),
    };
    let visitors = [wire.visitor_id, wire.visitor_external_id].into_iter().filter_map(text);
    Ok(Notice {
        id,
        kind: wire.event_type,
        conversation_id: text(wire.conversation_id),
        project: text(wire.project_id),
        channel: text(wire.channel),
        operators,
        visitors: visitors.collect(),
        at: text(wire.created_at),
    })
}

/// An id or name, which iAdvize writes as a text or a number.
fn text(value: Option<Value>) -> Option<String> {
    match value {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Notice {
        notice(body.as_bytes()).expect(body)
    }

    #[test]
    fn each_type_calls_for_what_it_concerns() {
        let visitor = ["v1".to_owned()];
        for (body, expected) in [
            (
                r#""eventType":"v2.conversation.closed","conversationId":"c1","x":[1]"#,
                Call::Read("c1"),
            ),
            (r#""eventType":"v2.conversation.pushed","conversationId":"c1""#, Call::Follow("c1")),
            (r#""eventType":"satisfaction.answered","conversationId":"c1""#, Call::Amend("c1")),
            (r#""eventType":"transaction.attributed","conversationId":"c1""#, Call::Amend("c1")),
            (r#""eventType":"visitor.updated","visitorId":"v1""#, Call::Visitor(&visitor)),
            (r#""eventType":"visitor.updated""#, Call::Nothing),
            (r#""eventType":"v2.conversation.closed""#, Call::Nothing),
            (r#""eventType":"conversation.closed","conversationId":12"#, Call::Nothing),
            (r#""eventType":"never.heard.of""#, Call::Nothing),
            (r#""a":1"#, Call::Nothing),
        ] {
            let notice = read(&format!(r#"{{"eventId":"e1",{body}}}"#));
            assert_eq!((notice.id.as_str(), notice.call()), ("e1", expected), "{body}");
        }
    }

    /// The documented payload of the event that everything hangs on.
    #[test]
    fn reads_all_that_an_event_carries() {
        let closed = read(
            r#"{"eventId":"0f0bb3af-5035-4ba3-b3fb-ff4879a3a74d","eventType":"v2.conversation.closed",
                "platform":"ha","projectId":1,"clientId":1,"operatorIds":[1,2],"channel":"CHAT",
                "conversationId":"4c8c7408-f73c-42cd-89e9-afbbee7d9024","visitorExternalId":"63429889",
                "visitorId":"b05f1b45-c891-4a9c-b47e-91ee6c8ffb44",
                "createdAt":"2019-04-12T07:58:35.171Z","sentAt":"2019-04-12T07:58:35.496Z"}"#,
        );
        assert_eq!(closed.project.as_deref(), Some("1"));
        assert_eq!(closed.channel.as_deref(), Some("CHAT"));
        assert_eq!(closed.operators, ["1", "2"]);
        assert_eq!(closed.visitors, ["b05f1b45-c891-4a9c-b47e-91ee6c8ffb44", "63429889"]);
        assert_eq!(closed.at.as_deref(), Some("2019-04-12T07:58:35.171Z"));
        let pushed = read(r#"{"eventId":"e","operatorId":7,"visitorExternalId":null}"#);
        assert_eq!((pushed.operators, pushed.visitors), (vec!["7".to_owned()], vec![]));
    }
}
