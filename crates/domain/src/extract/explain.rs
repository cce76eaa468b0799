//! A reading with the reasons for it.

use serde::{Deserialize, Serialize};

use super::account::MessageAccount;
use super::reason::Reason;
use crate::reading::Reading;

/// A reading, and why it came out so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Explained {
    /// The reading, the same as without its reasons.
    pub reading: Reading,
    /// The reasons for each answer, in the order of the answers.
    pub answers: Vec<AnswerReasons>,
    /// What became of each message.
    pub messages: Vec<MessageAccount>,
}

/// Why one answer came out as it did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerReasons {
    /// The question's number.
    pub number: u32,
    /// The reasons; the answer's confidence follows from them.
    pub reasons: Vec<Reason>,
}

#[cfg(test)]
mod tests;
