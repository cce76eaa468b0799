//! What came: events and conversations.

use super::{
    leads::{LeadRow, LeadState},
    questions::ReadWith,
};
use crate::said::Said;
use leadbridge_domain::{
    extract::{AnswerReasons, MessageAccount},
    question::QuestionSet,
    reading::Reading,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A page of a list, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ListRequest {
    /// Only what contains these words (in ids, emails, names, projects).
    #[serde(default)]
    pub search: Option<String>,
    /// Only leads in this state; not for events.
    #[serde(default)]
    pub state: Option<LeadState>,
    /// At most so many; 200 when left out, 1000 at most.
    #[serde(default)]
    pub limit: Option<u32>,
    /// Go on after this row: the `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
}

/// One thing by its id.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ById {
    /// The id.
    pub id: String,
}

/// A page of events.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EventPage {
    /// The rows.
    pub rows: Vec<EventRow>,
    /// What to pass as `after` for the next page; absent on the last.
    pub next: Option<String>,
}

/// A webhook as it was received.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EventRow {
    /// iAdvize's event id, or the body's SHA-256 when it has none.
    pub id: String,
    /// Whose account's path it came by; empty for one from before there could be several.
    pub account: String,
    /// Its type, e.g. `v2.conversation.closed`; absent when the body can't be read.
    pub kind: Option<String>,
    /// The conversation it speaks of.
    pub conversation_id: Option<String>,
    /// When it arrived.
    pub received_at: String,
    /// How often it arrived.
    pub deliveries: u32,
    /// What became of it.
    pub state: EventState,
    /// Why.
    pub problem: Option<Said>,
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EventState {
    /// Stored, to be handled.
    Waiting,
    /// Being handled, or tried again later.
    Retrying,
    /// Handled: the conversation was fetched and read.
    Handled,
    /// Stored; nothing to do for its type.
    Noted,
    /// A rule leaves its conversation out.
    LeftOut,
    /// Signed, but not readable as an event.
    Unreadable,
    /// Given up; kept.
    Failed,
}

/// A page of conversations.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConversationPage {
    /// The rows.
    pub rows: Vec<ConversationRow>,
    /// What to pass as `after` for the next page; absent on the last.
    pub next: Option<String>,
}

/// A conversation in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConversationRow {
    /// iAdvize's id.
    pub id: String,
    /// When it began.
    pub created_at: Option<String>,
    /// When it ended.
    pub closed_at: Option<String>,
    /// Where it took place, e.g. `CHAT`.
    pub channel: Option<String>,
    /// Its language, two letters.
    pub language: Option<String>,
    /// The project's name.
    pub project: Option<String>,
    /// The visitor's name, if given.
    pub visitor: Option<String>,
    /// The person's email.
    pub email: Option<String>,
    /// The beginning of the first thing the visitor wrote.
    pub snippet: String,
    /// Messages by visitor or operators.
    pub messages: u32,
    /// Questions of the set.
    pub questions: u32,
    /// Questions answered.
    pub answered: u32,
    /// Answers a person should look at.
    pub needs_review: u32,
    /// The lead made from it.
    pub lead: Option<LeadState>,
}

/// A conversation with all that was read from it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConversationDetail {
    /// As in the list.
    pub row: ConversationRow,
    /// The transcript.
    pub messages: Vec<MessageView>,
    /// The answers, with the characters they stand on.
    pub reading: Option<Reading>,
    /// Why each answer came out so.
    pub reasons: Vec<AnswerReasons>,
    /// What became of each message of the visitor.
    pub accounts: Vec<MessageAccount>,
    /// The questions that were asked about, for their wording.
    pub question_set: Option<QuestionSet>,
    /// The version of the set that it was read with, where that is known.
    pub read_with: Option<ReadWith>,
    /// The lead made from it.
    pub lead: Option<LeadRow>,
    /// Its tags.
    pub tags: Vec<String>,
}

/// A message of the transcript.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MessageView {
    /// Its id; evidence points at it.
    pub id: String,
    /// When it was sent.
    pub at: Option<String>,
    /// Whose side it is on.
    pub side: Side,
    /// The author's type or name, e.g. `Bot`, `Claire`.
    pub author: String,
    /// The text as stored, markers included; evidence counts its Unicode scalar values.
    pub text: String,
    /// The markers in it.
    pub markers: Vec<MarkerView>,
    /// What is attached, by kind.
    pub attachments: Vec<String>,
}

/// A question's marker in a message.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct MarkerView {
    /// The question's number.
    pub number: u32,
    /// Where it begins, in Unicode scalar values of the text.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// Whose side a message is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The person who visits.
    Visitor,
    /// Who answers for the company, human or bot.
    Operator,
    /// The system.
    System,
    /// An author type nobody has said the side of.
    Unknown,
}
