//! Why an answer came out as it did, and how much to trust it, in one number that a person can
//! retrace from the reasons.

use serde::{Deserialize, Serialize};

use crate::question::Repeat;

/// One thing that made an answer what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Reason {
    /// No operator asked the question.
    NotAsked,
    /// It was asked, and the visitor wrote nothing before the next question.
    NoReply,
    /// The reply is attachments and no text.
    AttachmentOnly,
    /// Neither the reply nor the rest of the window has a value of the type.
    NoValueOfType,
    /// A text answer is the reply itself.
    WholeReply,
    /// The value stands in the reply.
    ReadAfterQuestion,
    /// The value was said after the reply had ended, before the next question.
    FoundLater {
        /// How many visitor messages after the end of the reply: 1 is the next one.
        messages: u32,
    },
    /// There are other words beside the value.
    SaysMore,
    /// The value was read by a rule of thumb: the text could mean something else.
    RuleOfThumb,
    /// Nothing but the value was said.
    WholeValue,
    /// Several distinct values were said, and the last one was kept.
    SeveralValues {
        /// How many.
        count: u32,
    },
    /// Several options were chosen, as the question allows, and all were kept.
    Several {
        /// How many.
        count: u32,
    },
    /// The question was asked more than once.
    AskedAgain {
        /// How many times.
        times: u32,
        /// Which asking counts.
        kept: Repeat,
    },
    /// The message that asked it asked other questions too.
    SharedReply {
        /// The numbers of those.
        with: Vec<u32>,
    },
    /// Someone took part, or asked, who is neither visitor nor operator as far as is known.
    UnknownAuthor,
}

impl Reason {
    /// What is left of the trust in an answer, in percent, where this reason holds for it.
    fn leaves(&self, is_text: bool) -> u32 {
        match self {
            Self::NotAsked | Self::NoReply | Self::AttachmentOnly | Self::NoValueOfType => 0,
            Self::SaysMore => 97,
            Self::RuleOfThumb => 90,
            Self::FoundLater { .. } => 80,
            Self::AskedAgain { .. } => 95,
            Self::SeveralValues { .. } => 50,
            // The values of a typed question are told apart by their type.
            Self::SharedReply { .. } if is_text => 60,
            Self::SharedReply { .. }
            | Self::WholeReply
            | Self::ReadAfterQuestion
            | Self::WholeValue
            | Self::Several { .. }
            | Self::UnknownAuthor => 100,
        }
    }
}

/// How much to trust an answer, from 0 to 1 with two decimals: nothing speaks against one that is
/// worth 1, each doubt takes its share of what is left, and without a value it is worth 0.
pub(super) fn confidence(reasons: &[Reason]) -> f64 {
    let is_text = reasons.contains(&Reason::WholeReply);
    let shares = reasons.iter().map(|reason| f64::from(reason.leaves(is_text)) / 100.0);
    let left: f64 = shares.product();
    (left * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubts_add_up() {
        let asked_again = Reason::AskedAgain { times: 2, kept: Repeat::Last };
        let shared = Reason::SharedReply { with: vec![2] };
        for (reasons, expected) in [
            (vec![Reason::ReadAfterQuestion, Reason::WholeValue], 1.0),
            (vec![Reason::ReadAfterQuestion, Reason::SaysMore], 0.97),
            (vec![Reason::SaysMore, Reason::SeveralValues { count: 2 }], 0.49),
            (vec![Reason::FoundLater { messages: 1 }, Reason::WholeValue], 0.8),
            (vec![Reason::ReadAfterQuestion, Reason::RuleOfThumb, asked_again], 0.86),
            (vec![Reason::WholeReply, shared.clone()], 0.6),
            (vec![Reason::ReadAfterQuestion, shared], 1.0),
            (vec![Reason::NoValueOfType, Reason::UnknownAuthor], 0.0),
            (vec![Reason::NotAsked], 0.0),
        ] {
            assert_eq!(confidence(&reasons), expected, "{reasons:?}");
        }
    }
}
