//! What the comparison found, for a screen and for the check of every part.

use crate::said::Key;
use jiff::Timestamp;
use serde::Serialize;

/// How the account's schema fits what Leadbridge asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// Whether the account has a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SchemaState {
    /// As we know it.
    Fits,
    /// Under another name, by which it is asked for.
    RenamedTo(String),
    /// It is used, and iAdvize has announced its end with these words.
    Deprecated(String),
    /// It has not, or it can't be told which of these it is.
    Missing {
        /// Fields that may be meant.
        candidates: Vec<String>,
    },
}

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// Fetching a conversation.
    Conversations,
    /// Reading answers in its messages.
    Answers,
    /// Reading questions asked with buttons or cards.
    Buttons,
    /// Knowing the visitor.
    Visitor,
    /// Date, channel, language, project, tags.
    Details,
    /// Listing closed conversations.
    Listing,
    /// Who spoke for the company.
    Operators,
    /// The projects of the account.
    Projects,
}

impl SchemaReport {
    /// What is missing.
    pub fn missing(&self) -> impl Iterator<Item = &SchemaItem> {
        self.items.iter().filter(|item| matches!(item.state, SchemaState::Missing { .. }))
    }
}
