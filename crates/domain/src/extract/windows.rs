//! Who asked what when, and which of the visitor's messages answer it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::authors::{Authors, Side};
use crate::conversation::{Conversation, Message};
use crate::marker;
use crate::question::{Capture, Question};
use crate::visible::is_blank;

/// A conversation cut into the windows its markers open.
pub(super) struct Windows<'a> {
    pub(super) messages: &'a [Message],
    turns: Vec<Turn>,
    asks: Vec<Ask>,
    /// The asks of each question, by its number.
    by_number: BTreeMap<u32, Vec<usize>>,
    /// Numbers that someone asked who may be no operator.
    asked_by_unknown: BTreeSet<u32>,
}

/// What a message is to the reading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Visitor,
    Operator,
    /// Nobody knows which.
    Unknown,
    /// System messages, those of authors set aside, and messages that show nothing: as if they
    /// were not there.
    Nothing,
}

/// A message that asks, and the messages after it that may answer.
struct Ask {
    numbers: Vec<u32>,
    window: Range<usize>,
}

/// The visitor's messages after one asking, by their places in the conversation.
pub(super) struct Reply {
    /// The reply as the question captures it.
    pub(super) captured: Vec<usize>,
    /// The rest of the window.
    pub(super) rest: Vec<usize>,
    /// Whether the same message asked something else too.
    pub(super) shared: bool,
}

impl<'a> Windows<'a> {
    pub(super) fn new(conversation: &'a Conversation, authors: &Authors) -> Self {
        let messages = conversation.messages.as_slice();
        let turns: Vec<Turn> = messages.iter().map(|message| turn(message, authors)).collect();
        let mut asks: Vec<Ask> = Vec::new();
        let mut asked_by_unknown = BTreeSet::new();
        for (at, message) in messages.iter().enumerate() {
            if !matches!(turns[at], Turn::Operator | Turn::Unknown) {
                continue;
            }
            let numbers = numbers(message);
            if numbers.is_empty() {
                continue;
            }
            if turns[at] == Turn::Unknown {
                asked_by_unknown.extend(numbers);
                continue;
            }
            if let Some(open) = asks.last_mut() {
                open.window.end = at;
            }
            asks.push(Ask { numbers, window: at + 1..messages.len() });
        }
        let mut by_number: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, ask) in asks.iter().enumerate() {
            ask.numbers.iter().for_each(|number| by_number.entry(*number).or_default().push(at));
        }
        Self { messages, turns, asks, by_number, asked_by_unknown }
    }

    /// The replies to each asking of a question, in order.
    pub(super) fn replies(&self, question: &Question) -> Vec<Reply> {
        let asks = self.by_number.get(&question.number).into_iter().flatten();
        asks.map(|ask| self.reply(&self.asks[*ask], question.capture)).collect()
    }

    /// Whether someone whose side is unknown took part in a question's windows, or asked it.
    pub(super) fn has_unknown_author(&self, number: u32) -> bool {
        let asks = self.by_number.get(&number).into_iter().flatten();
        let mut windows = asks.map(|ask| self.asks[*ask].window.clone());
        self.asked_by_unknown.contains(&number)
            || windows.any(|window| self.turns[window].contains(&Turn::Unknown))
    }

    /// Everything the visitor wrote, in order.
    pub(super) fn visitor_messages(&self) -> impl DoubleEndedIterator<Item = &'a Message> {
        let spoken = self.messages.iter().zip(&self.turns);
        spoken.filter(|(_, turn)| **turn == Turn::Visitor).map(|(message, _)| message)
    }

    fn reply(&self, ask: &Ask, capture: Capture) -> Reply {
        let said = ask.window.clone().filter(|at| self.turns[*at] == Turn::Visitor);
        let said: Vec<usize> = said.collect();
        let captured = match (capture, said.first()) {
            (_, None) => 0,
            (Capture::FirstMessage, _) => 1,
            (Capture::UntilNextQuestion, _) => said.len(),
            (Capture::Reply, Some(&first)) => {
                let is_operator = |at: &usize| self.turns[*at] == Turn::Operator;
                let end = (first..ask.window.end).find(is_operator).unwrap_or(ask.window.end);
                said.partition_point(|at| *at < end)
            }
        };
        let rest = said[captured..].to_vec();
        Reply { captured: said[..captured].to_vec(), rest, shared: ask.numbers.len() > 1 }
    }
}

fn turn(message: &Message, authors: &Authors) -> Turn {
    let shows = message.parts().any(|part| !is_blank(part)) || !message.attachments.is_empty();
    match authors.side(&message.author) {
        _ if !shows => Turn::Nothing,
        Some(Side::Visitor) => Turn::Visitor,
        Some(Side::Operator) => Turn::Operator,
        Some(Side::Neither) => Turn::Nothing,
        None => Turn::Unknown,
    }
}

/// The distinct numbers a message asks.
fn numbers(message: &Message) -> Vec<u32> {
    let mut numbers = Vec::new();
    for marker in message.parts().flat_map(marker::markers) {
        if !numbers.contains(&marker.number) {
            numbers.push(marker.number);
        }
    }
    numbers
}
