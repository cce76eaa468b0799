//! The events iAdvize documents, made from what the simulator knows.

use super::data::Record;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

/// The client number of every event.
const CLIENT: u32 = 335;

/// `v2.conversation.closed`: it says which conversation, and nothing of what was said in it.
pub(super) fn closed(record: &Record, now: Timestamp) -> Value {
    let operators = record.operators();
    let mut event = json!({
        "eventId": Uuid::new_v4(),
        "eventType": "v2.conversation.closed",
        "platform": record.platform.as_str(),
        "projectId": record.fields["project"]["id"],
        "clientId": CLIENT,
        "conversationId": record.id(),
        "operatorIds": operators,
        "channel": record.fields["channel"],
        "visitorId": record.fields["visitor"]["visitorId"],
        "createdAt": now,
        "sentAt": now,
    });
    // "Only available for ONSITE conversations"; whether it is absent or null elsewhere is not published.
    if matches!(record.str("/channel"), Some("CHAT" | "CALL" | "VIDEO")) {
        event["visitorExternalId"] = json!("63429889");
    }
    event
}
