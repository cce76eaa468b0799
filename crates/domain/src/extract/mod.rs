//! From a conversation and a question set to a reading. Pure, deterministic, never an error:
//! whatever could not be read is said in the answer.

mod account;
mod answer;
mod authors;
mod explain;
mod hits;
mod person;
mod prepared;
mod reason;
mod windows;

pub use account::{MessageAccount, MessageUse};
pub use authors::{Authors, Side};
pub use explain::{AnswerReasons, Explained};
pub use prepared::Prepared;
pub use reason::Reason;

use crate::conversation::Conversation;
use crate::question::QuestionSet;
use crate::reading::Reading;

/// Reads what a conversation answers to the questions of a set. Who reads many conversations
/// with one set uses [`Prepared`].
pub fn extract(conversation: &Conversation, set: &QuestionSet, authors: &Authors) -> Reading {
    Prepared::new(set, authors).read(conversation)
}

/// Reads a conversation and says why it reads so: the reasons for each answer, and what became
/// of each message. The reading is the same as [`extract`]'s.
pub fn explain(conversation: &Conversation, set: &QuestionSet, authors: &Authors) -> Explained {
    Prepared::new(set, authors).explain(conversation)
}

#[cfg(test)]
mod tests;
