//! The reader that goes with a question.

use super::choice::Options;
use super::found::{Found, Said};
use super::locale::Locale;
use super::{date, email, number, phone, postcode, url, yes_no};
use crate::question::{AnswerType, QuestionSet};

/// How a typed answer is looked for in a message. A `text` answer has none: it is the reply
/// itself.
pub(crate) enum Reader {
    Email,
    Phone(Locale),
    Number(Locale),
    Amount(Locale),
    Date(Locale),
    YesNo(Locale),
    Postcode(Locale),
    Choice(Options),
    Url,
}

impl Reader {
    pub(crate) fn new(answer: &AnswerType, set: &QuestionSet) -> Option<Self> {
        Some(match answer {
            AnswerType::Email => Self::Email,
            AnswerType::Phone => Self::Phone(Locale::new(set)),
            AnswerType::Choice { options, multiple } => {
                Self::Choice(Options::new(options, *multiple))
            }
            AnswerType::Url => Self::Url,
            AnswerType::Number => Self::Number(Locale::new(set)),
            AnswerType::Amount => Self::Amount(Locale::new(set)),
            AnswerType::Date => Self::Date(Locale::new(set)),
            AnswerType::YesNo => Self::YesNo(Locale::new(set)),
            AnswerType::Postcode => Self::Postcode(Locale::new(set)),
            AnswerType::Text => return None,
        })
    }

    /// The values a message names, in the order it names them.
    pub(crate) fn read(&self, said: &Said<'_>) -> Vec<Found> {
        match self {
            Self::Email => email::read(said.text),
            Self::Phone(locale) => phone::read(said.text, locale),
            Self::Number(locale) => number::read(said, locale),
            Self::Amount(locale) => number::read_amounts(said, locale),
            Self::Date(locale) => date::read(said, locale),
            Self::YesNo(locale) => yes_no::read(said.text, &locale.language),
            Self::Postcode(locale) => postcode::read(said, locale),
            Self::Choice(options) => options.read(said.text),
            Self::Url => url::read(said.text),
        }
    }
}
