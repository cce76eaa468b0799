//! The events iAdvize documents, made from what the simulator knows.

use super::data::Record;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

/// The client number of every event.
const CLIENT: u32 = 335;

/// `v2.conversation.closed`: it says which conversation, and nothing of what was said in it.
pub(super) fn closed(record: &Record, now: Timestamp) -> Value {
    let mut event = contact(record, "v2.conversation.closed", now);
    event["operatorIds"] = json!(record.operators());
    event
}

/// `v2.conversation.pushed`: the conversation came to an operator, as its first or handed over by another.
pub(super) fn pushed(record: &Record, now: Timestamp) -> Value {
    let mut event = contact(record, "v2.conversation.pushed", now);
    event["operatorId"] = json!(operator(record));
    event
}

/// `visitor.updated`: it names a visitor by the older id, and no conversation.
pub(super) fn visitor_updated(record: &Record, now: Timestamp) -> Value {
    let mut event = envelope(record, "visitor.updated", now);
    event["operatorId"] = json!(operator(record));
    event["visitorId"] = json!(older_id(record));
    event
}

/// `satisfaction.answered`: one of the four questions, here the one from 1 to 5.
pub(super) fn satisfaction(record: &Record, score: u8, now: Timestamp) -> Value {
    let mut event = of_conversation(record, "satisfaction.answered", now);
    event["customerSatisfaction"] = json!(score);
    event
}

/// `transaction.attributed`: an amount without a currency.
pub(super) fn transaction(record: &Record, external: &str, amount: f64, now: Timestamp) -> Value {
    let mut event = of_conversation(record, "transaction.attributed", now);
    event["transactionId"] = json!(Uuid::new_v4());
    event["receivedAt"] = json!(now);
    event["externalId"] = json!(external);
    event["amount"] = json!(amount);
    event["source"] = json!(if is_onsite(record) { "Onsite" } else { "Offsite" });
    event["operatorId"] = json!(operator(record));
    event
}

/// What every event has.
fn envelope(record: &Record, event_type: &str, now: Timestamp) -> Value {
    json!({
        "eventId": Uuid::new_v4(),
        "eventType": event_type,
        "platform": record.platform.as_str(),
        "clientId": CLIENT,
        "createdAt": now,
        "sentAt": now,
    })
}

fn of_conversation(record: &Record, event_type: &str, now: Timestamp) -> Value {
    let mut event = envelope(record, event_type, now);
    event["projectId"] = record.fields["project"]["id"].clone();
    event["conversationId"] = json!(record.id());
    event
}

/// What the two events of a contact have, but for its operators.
fn contact(record: &Record, event_type: &str, now: Timestamp) -> Value {
    let mut event = of_conversation(record, event_type, now);
    event["channel"] = record.fields["channel"].clone();
    event["visitorId"] = record.fields["visitor"]["visitorId"].clone();
    // "Only available for ONSITE conversations"; whether it is absent or null elsewhere is not published.
    if is_onsite(record) {
        event["visitorExternalId"] = json!("63429889");
    }
    event
}

fn is_onsite(record: &Record) -> bool {
    matches!(record.str("/channel"), Some("CHAT" | "CALL" | "VIDEO"))
}

/// Whoever wrote, else the number of the samples in iAdvize's documentation.
fn operator(record: &Record) -> i64 {
    record.operators().first().copied().unwrap_or(1)
}

/// 45 characters of hexadecimal, the same for the same visitor.
fn older_id(record: &Record) -> String {
    let visitor = record.str("/visitor/visitorId").unwrap_or_default().as_bytes();
    let half = |space| Uuid::new_v5(space, visitor).simple().to_string();
    let both = half(&Uuid::NAMESPACE_OID) + &half(&Uuid::NAMESPACE_URL);
    both.chars().take(45).collect()
}
