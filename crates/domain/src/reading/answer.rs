//! The shape of a reading, exactly as `leadbridge extract` prints it.

use serde::{Deserialize, Serialize};

use super::Value;

/// Everything a question set asks, as answered in one conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reading {
    /// The conversation that was read.
    pub conversation_id: String,
    /// Name of the question set it was read with.
    pub question_set: String,
    /// The person's email, `None` where the conversation has none.
    pub email: Option<Email>,
    /// One row for each question of the set, in number order.
    pub answers: Vec<Answer>,
}

/// The person's email and where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Email {
    /// The address, trimmed and lower-cased.
    pub value: String,
    /// Where it comes from.
    pub source: EmailSource,
}

/// Where the person's email comes from, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum EmailSource {
    /// iAdvize's visitor record.
    Visitor,
    /// The answer to an `email` question.
    Answer,
    /// The last address the visitor wrote anywhere.
    Transcript,
}

/// What the conversation says to one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Answer {
    /// The question's number.
    pub number: u32,
    /// The question's field name.
    pub field: String,
    /// How far the answer can be relied on.
    pub status: AnswerStatus,
    /// The value, where there is one.
    pub value: Option<Value>,
    /// What the visitor wrote: the messages read, trimmed, one a line.
    pub raw: String,
    /// From 0 (no value) to 1 (nothing but the value was said).
    pub confidence: f64,
    /// The characters each value stands on.
    pub evidence: Vec<Evidence>,
    /// Every distinct value where several were said, in the order first said.
    pub candidates: Vec<Value>,
    /// What a reader of the answer should know.
    pub notes: Vec<Note>,
}

/// How far an answer can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AnswerStatus {
    /// One value, said plainly.
    Answered,
    /// Something was said that a person should look at.
    NeedsReview,
    /// A reply without a value of the type asked for.
    Invalid,
    /// Asked, and no reply.
    Unanswered,
    /// Never asked.
    NotAsked,
}

/// Where in a message a value stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Evidence {
    /// The message.
    pub message_id: String,
    /// First character, counted in Unicode scalar values of the message's text.
    pub start: u32,
    /// The character after the last one.
    pub end: u32,
}

/// What a reader of an answer should know about how it came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Note {
    /// The question was asked more than once.
    AskedAgain,
    /// One reply answers several questions, and no type tells them apart.
    SharedReply,
    /// Several distinct values were said.
    SeveralValues,
    /// The value was said after the reply, before the next question.
    FoundLater,
    /// The reply has no value of the type asked for.
    NoValueOfType,
    /// The reply is attachments and no text.
    AttachmentOnly,
    /// Someone wrote who is neither visitor nor operator as far as is known.
    UnknownAuthor,
}
