//! The filters of `closedConversations`.

use super::data::Record;
use apollo_compiler::response::{JsonMap, JsonValue};
use jiff::Timestamp;

/// The closed conversations among `all` that the arguments' filters let through.
pub(super) fn closed<'a>(
    all: impl Iterator<Item = &'a Record>,
    arguments: &JsonMap,
) -> Result<Vec<&'a Record>, String> {
    let nothing = JsonMap::new();
    let filters = arguments.get("filters").and_then(JsonValue::as_object).unwrap_or(&nothing);
    let interval = filters.get("interval").and_then(JsonValue::as_object).unwrap_or(&nothing);
    let (from, to) = (bound(interval, "from")?, bound(interval, "to")?);
    let passes = |record: &&Record| {
        record.time("/closedAt").is_some_and(|time| from <= time && time < to)
            && is_of_projects(record, filters)
            && among(filters, "channels", record.str("/channel"))
            && among(filters, "automationLevels", Some(automation(record)))
            && agrees(filters, "answered", record.users().next().is_some())
            && agrees(filters, "answeredByHuman", record.users().any(is_human))
            && is_conversation(record, filters)
    };
    Ok(all.filter(passes).collect())
}

/// Whether the conversation belongs to one of `projectIds`, or that is not asked.
pub(super) fn is_of_projects(record: &Record, filters: &JsonMap) -> bool {
    let project = record.fields["project"]["id"].as_i64();
    list(filters, "projectIds").is_none_or(|ids| ids.iter().any(|id| id.as_i64() == project))
}

fn is_conversation(record: &Record, filters: &JsonMap) -> bool {
    let wanted = filters.get("conversationId").and_then(JsonValue::as_str);
    wanted.is_none_or(|id| id.eq_ignore_ascii_case(record.id()))
}

fn bound(interval: &JsonMap, name: &str) -> Result<Timestamp, String> {
    let text = interval.get(name).and_then(JsonValue::as_str).unwrap_or_default();
    text.parse().map_err(|_| format!("filters.interval.{name}: `{text}` is not a date and time"))
}

fn list<'a>(filters: &'a JsonMap, name: &str) -> Option<&'a Vec<JsonValue>> {
    filters.get(name).and_then(JsonValue::as_array)
}

fn among(filters: &JsonMap, name: &str, value: Option<&str>) -> bool {
    list(filters, name).is_none_or(|allowed| allowed.iter().any(|one| one.as_str() == value))
}

fn agrees(filters: &JsonMap, name: &str, value: bool) -> bool {
    filters.get(name).and_then(JsonValue::as_bool).is_none_or(|wanted| wanted == value)
}

fn automation(record: &Record) -> &'static str {
    let humans = record.users().any(is_human);
    let bots = record.users().any(|user| !is_human(user));
    match (bots, humans) {
        (true, false) => "FULLY_AUTOMATED",
        (true, true) => "PARTIALLY_AUTOMATED",
        (false, _) => "NOT_AUTOMATED",
    }
}

fn is_human(user: &serde_json::Value) -> bool {
    user["__typename"] != "Bot"
}
