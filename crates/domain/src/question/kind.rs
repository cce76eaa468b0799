//! The settings of a question.

use serde::{Deserialize, Serialize};

/// What kind of answer a question expects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AnswerType {
    /// Whatever is said.
    #[default]
    Text,
    /// An email address.
    Email,
    /// A phone number.
    Phone,
    /// A number.
    Number,
    /// A sum of money.
    Amount,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// One of a list, or several.
    Choice {
        /// What can be chosen, in the order shown.
        options: Vec<ChoiceOption>,
        /// Whether several can be chosen.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(feature = "ts", ts(as = "Option<bool>", optional))]
        multiple: bool,
    },
    /// A postal code.
    Postcode,
    /// A web address.
    Url,
}

impl AnswerType {
    /// The name it has in a question set file.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Number => "number",
            Self::Amount => "amount",
            Self::Date => "date",
            Self::YesNo => "yes_no",
            Self::Choice { .. } => "choice",
            Self::Postcode => "postcode",
            Self::Url => "url",
        }
    }
}

/// One thing that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChoiceOption {
    /// What is written to the lead.
    pub value: String,
    /// What visitors call it, besides the value itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<String>>", optional))]
    pub labels: Vec<String>,
}

/// Which of the visitor's messages in a question's window are the reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Capture {
    /// The first one.
    FirstMessage,
    /// Those up to the next operator message.
    #[default]
    Reply,
    /// All of them.
    UntilNextQuestion,
}

impl Capture {
    /// The name it has in a question set file.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstMessage => "first_message",
            Self::Reply => "reply",
            Self::UntilNextQuestion => "until_next_question",
        }
    }

    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Which asking counts where a question is asked again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Repeat {
    /// The last that got a reply.
    #[default]
    Last,
    /// The first that got a reply.
    First,
    /// All of them, in order.
    Join,
}

impl Repeat {
    /// The name it has in a question set file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::First => "first",
            Self::Join => "join",
        }
    }

    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
