//! What the comparison found, for a screen and for the check of every part.

pub use crate::types::{Feature, SchemaState};

use crate::said::Key;
use jiff::Timestamp;

/// How the account's schema fits what Leadbridge asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaReport {
    /// When it was looked at.
    pub checked_at: Timestamp,
    /// Why the schema could not be looked at, where it couldn't: then the queries are those of
    /// `graphql/`, and nothing is known of the items.
    pub unchecked: Option<String>,
    /// Everything that is asked for, in the order of the table of needs.
    pub items: Vec<SchemaItem>,
}

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaItem {
    /// What it is for.
    pub feature: Feature,
    /// The account's type and our name of the field: `ParticipantConversationMessage.text`.
    pub field: String,
    /// Whether the account has it.
    pub state: SchemaState,
    /// What is lost without it.
    pub breaks: Key,
}

impl SchemaReport {
    /// What is missing.
    pub fn missing(&self) -> impl Iterator<Item = &SchemaItem> {
        self.items.iter().filter(|item| matches!(item.state, SchemaState::Missing { .. }))
    }
}
