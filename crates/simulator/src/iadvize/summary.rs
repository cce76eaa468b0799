use super::data::{Platform, Record};
use jiff::Timestamp;
use serde::Serialize;

/// How often the simulator was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Tokens given out.
    pub logins: u64,
    /// Wrong passwords.
    pub refused_logins: u64,
    /// Token requests beyond the limits.
    pub limited_logins: u64,
    /// GraphQL requests, the refused ones included, those that met a [`Fault`](crate::Fault) before they arrived not.
    pub graphql: u64,
}

/// One line about a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// Which platform it is on.
    pub platform: Platform,
    /// Where it took place.
    pub channel: String,
    /// In which language, if that is known.
    pub language: Option<String>,
    /// When it began.
    pub created_at: Option<Timestamp>,
    /// When it was closed, if it was.
    pub closed_at: Option<Timestamp>,
    /// What iAdvize itself knows of the visitor's email.
    pub visitor_email: Option<String>,
    /// How many messages it has.
    pub messages: usize,
}

impl Summary {
    pub(super) fn of(record: &Record) -> Self {
        Self {
            id: record.id().to_owned(),
            platform: record.platform,
            channel: record.str("/channel").unwrap_or_default().to_owned(),
            language: record.str("/language").map(str::to_owned),
            created_at: record.time("/createdAt"),
            closed_at: record.time("/closedAt"),
            visitor_email: record.str("/visitor/email").map(str::to_owned),
            messages: record.messages.len(),
        }
    }
}
