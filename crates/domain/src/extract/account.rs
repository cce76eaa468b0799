//! What became of each thing the visitor wrote.

use serde::{Deserialize, Serialize};

use super::answer::Told;
use super::windows::{Part, Windows};

/// What became of one message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MessageAccount {
    /// The message.
    pub message_id: String,
    /// The numbers asked by the message whose window it is in, whether the set has them or not.
    pub questions: Vec<u32>,
    /// What it was good for.
    pub why: MessageUse,
}

/// What a message was good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum MessageUse {
    /// Some answer stands on it, or has one of its candidates from it.
    Read,
    /// Nothing had been asked yet.
    BeforeAnyQuestion,
    /// The set has none of the questions that were open.
    UnknownQuestion,
    /// The reply had ended, and no value was taken from it.
    AfterReply,
    /// It is in a reply, and has no value of the type asked for.
    NothingOfType,
    /// The question was asked again, and another asking counts.
    NotCounted,
    /// Its author is neither visitor nor operator as far as is known.
    UnknownAuthor,
}

/// One account for each message of the visitor that shows text, and for each of an author
/// nobody knows.
pub(super) fn accounts(windows: &Windows<'_>, told: &[Told]) -> Vec<MessageAccount> {
    let mut uses = vec![None; windows.messages.len()];
    for told in told {
        mark(&mut uses, &told.captured, MessageUse::NothingOfType);
        mark(&mut uses, &told.rest, MessageUse::AfterReply);
        mark(&mut uses, &told.stands_on, MessageUse::Read);
    }
    let known = |number: &u32| told.iter().any(|told| told.answer.number == *number);
    windows
        .parts()
        .map(|(at, part)| {
            let asked = windows.asked_before(at);
            let why = match (part, asked, uses[at]) {
                (Part::OfUnknown, ..) => MessageUse::UnknownAuthor,
                (_, None, _) => MessageUse::BeforeAnyQuestion,
                (_, _, Some(why)) => why,
                (_, Some(asked), None) if asked.iter().any(known) => MessageUse::NotCounted,
                _ => MessageUse::UnknownQuestion,
            };
            let questions = asked.map(<[u32]>::to_vec).unwrap_or_default();
            MessageAccount { message_id: windows.messages[at].id.clone(), questions, why }
        })
        .collect()
}

/// Notes a use, where nothing that says more is noted: to be read says more than to be part of a
/// reply, and that more than to come after it.
fn mark(uses: &mut [Option<MessageUse>], messages: &[usize], why: MessageUse) {
    let weight = |why: Option<MessageUse>| match why {
        Some(MessageUse::Read) => 3,
        Some(MessageUse::NothingOfType) => 2,
        Some(_) => 1,
        None => 0,
    };
    for &at in messages {
        if weight(Some(why)) > weight(uses[at]) {
            uses[at] = Some(why);
        }
    }
}
