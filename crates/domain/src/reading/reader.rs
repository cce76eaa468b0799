//! The reader that goes with a question.

use super::choice::Options;
use super::found::Found;
use super::number::Asked;
use super::said::Said;
use super::spoken::Stretches;
use super::yes_no::Topic;
use super::{date, email, number, phone, postcode, url, yes_no};
use crate::question::{AnswerType, Question};

/// How a typed answer is looked for in a message. A `text` answer has none: it is the reply
/// itself.
pub(crate) enum Reader {
    Email,
    Phone,
    Number(Asked),
    Amount,
    Date,
    YesNo(Topic),
    Postcode,
    Choice(Options),
    Url,
}

impl Reader {
    pub(crate) fn new(question: &Question) -> Option<Self> {
        Some(match &question.answer {
            AnswerType::Email => Self::Email,
            AnswerType::Phone => Self::Phone,
            AnswerType::Choice { options, multiple } => {
                Self::Choice(Options::new(options, *multiple))
            }
            AnswerType::Url => Self::Url,
            AnswerType::Number => Self::Number(Asked::new(&question.text, &question.texts)),
            AnswerType::Amount => Self::Amount,
            AnswerType::Date => Self::Date,
            AnswerType::YesNo => Self::YesNo(Topic::new(&question.text, &question.texts)),
            AnswerType::Postcode => Self::Postcode,
            AnswerType::Text => return None,
        })
    }

    /// The values a message names, in the order it names them. `taken` is what another question
    /// of the same window has read as a postcode.
    pub(crate) fn read(&self, said: &Said<'_>, taken: &Stretches) -> Vec<Found> {
        match self {
            Self::Email => email::read(said),
            Self::Phone => phone::read(said),
            Self::Number(asked) => number::read(said, taken, asked),
            Self::Amount => number::read_amounts(said, taken),
            Self::Date => date::read(said),
            Self::YesNo(topic) => yes_no::read(said, topic),
            Self::Postcode => postcode::read(said),
            Self::Choice(options) => options.read(said),
            Self::Url => url::read(said),
        }
    }
}
