//! From a conversation and a question set to a reading. Pure, deterministic, never an error:
//! whatever could not be read is said in the answer.
//!
//! # Where the rules leave room
//!
//! - A message that shows nothing, not even an attachment, is not there: it is no reply and ends
//!   none.
//! - An asking got a reply if the visitor sent anything in its window, be it an attachment. Whether
//!   the reply has a value of the type does not change which asking counts.
//! - `found_later` reads the rest of the windows of the askings that count.
//! - Of the values in a reply those that are only guessed (a bare number, a place in the list of
//!   options) count where nothing surer is said in the same reply.
//! - A value said twice stands on the last time it was said; one of several chosen on the first.
//! - `postcode` questions are read first, since their digits are no numbers to the questions they
//!   share a window with.
//! - Of several `email` questions the person's email is of one that was plainly answered, else of
//!   one to be reviewed; among equals of the lowest number.
//! - Why an answer reads so, and how its confidence follows, is in its [`Reason`]s.

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
