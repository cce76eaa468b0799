//! How an account's schema at iAdvize fits what Leadbridge asks for.

use crate::said::Said;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an account's schema has of what is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SchemaView {
    /// When it was looked at.
    pub checked_at: String,
    /// Why it couldn't be looked at; then the usual names are asked for, and there are no items.
    pub unchecked: Option<Said>,
    /// Everything that is asked for.
    pub items: Vec<SchemaItemView>,
}

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SchemaItemView {
    /// What it is for.
    pub feature: Feature,
    /// The account's type and our name of the field: `ParticipantConversationMessage.text`.
    pub field: String,
    /// Whether the account has it.
    pub state: SchemaState,
    /// What is lost without it.
    pub breaks: Said,
}

/// Whether the account has a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
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
