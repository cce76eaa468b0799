//! The filters of `closedConversations`.

use super::data::Record;
use apollo_compiler::response::{JsonMap, JsonValue};
use jiff::Timestamp;

/// What a request wants of the closed conversations.
pub(super) struct Filters<'a> {
    /// When the wanted ones were closed: from included, to excluded.
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
    all: Option<&'a JsonMap>,
}

impl<'a> Filters<'a> {
    pub(super) fn of(arguments: &'a JsonMap) -> Result<Self, String> {
        let all = arguments.get("filters").and_then(JsonValue::as_object);
        let interval = all.and_then(|all| all.get("interval")).and_then(JsonValue::as_object);
        Ok(Self { from: bound(interval, "from")?, to: bound(interval, "to")?, all })
    }

    pub(super) fn pass(&self, record: &Record) -> bool {
        let closed = record.time("/closedAt");
        closed.is_some_and(|time| self.from <= time && time < self.to)
            && self.all.is_none_or(|filters| passes(record, filters))
    }
}

fn passes(record: &Record, filters: &JsonMap) -> bool {
    is_of_projects(record, filters)
        && among(filters, "channels", || record.str("/channel"))
        && among(filters, "automationLevels", || Some(automation(record)))
        && agrees(filters, "answered", || record.users().next().is_some())
        && agrees(filters, "answeredByHuman", || record.users().any(is_human))
        && is_conversation(record, filters)
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

fn bound(interval: Option<&JsonMap>, name: &str) -> Result<Timestamp, String> {
    let text = interval.and_then(|interval| interval.get(name)).and_then(JsonValue::as_str);
    let text = text.unwrap_or_default();
    text.parse().map_err(|_| format!("filters.interval.{name}: `{text}` is not a date and time"))
}

fn list<'a>(filters: &'a JsonMap, name: &str) -> Option<&'a Vec<JsonValue>> {
    filters.get(name).and_then(JsonValue::as_array)
}

fn among<'a>(filters: &JsonMap, name: &str, value: impl FnOnce() -> Option<&'a str>) -> bool {
    let Some(allowed) = list(filters, name) else { return true };
    let value = value();
    allowed.iter().any(|one| one.as_str() == value)
}

fn agrees(filters: &JsonMap, name: &str, value: impl FnOnce() -> bool) -> bool {
    filters.get(name).and_then(JsonValue::as_bool).is_none_or(|wanted| wanted == value())
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
