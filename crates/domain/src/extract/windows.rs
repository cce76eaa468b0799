//! Who asked what when, and which of the visitor's messages answer it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::authors::{Authors, Side};
use crate::conversation::{Conversation, Message};
use crate::marker;
use crate::question::{Capture, Question};
use crate::reading::{Locale, Said};
use crate::visible::is_blank;

/// A conversation cut into the windows its markers open.
pub(super) struct Windows<'a> {
    pub(super) messages: &'a [Message],
    locale: &'a Locale,
    /// The messages as readers see them, as far as any was read.
    said: Vec<OnceCell<Box<Said<'a>>>>,
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
    /// What else the same message asked.
    pub(super) shared_with: Vec<u32>,
}

/// Whose message it is, of those that are accounted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    OfVisitor,
    OfUnknown,
}

impl<'a> Windows<'a> {
    pub(super) fn new(
        conversation: &'a Conversation,
        authors: &Authors,
        locale: &'a Locale,
    ) -> Self {
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
        let said = messages.iter().map(|_| OnceCell::new()).collect();
        Self { messages, locale, said, turns, asks, by_number, asked_by_unknown }
    }

    /// The replies to each asking of a question, in order.
    pub(super) fn replies(&self, question: &Question) -> Vec<Reply> {
        let asks = self.by_number.get(&question.number).into_iter().flatten();
        asks.map(|ask| self.reply(&self.asks[*ask], question)).collect()
    }

    /// Whether someone whose side is unknown took part in a question's windows, or asked it.
    pub(super) fn has_unknown_author(&self, number: u32) -> bool {
        let asks = self.by_number.get(&number).into_iter().flatten();
        let mut windows = asks.map(|ask| self.asks[*ask].window.clone());
        self.asked_by_unknown.contains(&number)
            || windows.any(|window| self.turns[window].contains(&Turn::Unknown))
    }

    /// The visitor's messages, in order.
    pub(super) fn visitor_messages(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.turns.len()).filter(|at| self.turns[*at] == Turn::Visitor)
    }

    /// A message as readers see it.
    pub(super) fn said(&self, at: usize) -> &Said<'a> {
        self.said[at].get_or_init(|| {
            let message = &self.messages[at];
            Box::new(Said::new(&message.text, message.created_at.as_deref(), self.locale))
        })
    }

    /// The messages that are accounted for: the visitor's that show text, and all of those whose
    /// side is unknown.
    pub(super) fn parts(&self) -> impl Iterator<Item = (usize, Part)> {
        self.turns.iter().enumerate().filter_map(|(at, turn)| match turn {
            Turn::Visitor if !is_blank(&self.messages[at].text) => Some((at, Part::OfVisitor)),
            Turn::Unknown => Some((at, Part::OfUnknown)),
            _ => None,
        })
    }

    /// The numbers whose window a message is in, if it is in one.
    pub(super) fn asked_before(&self, at: usize) -> Option<&[u32]> {
        let next = self.asks.partition_point(|ask| ask.window.start <= at);
        let ask = &self.asks[next.checked_sub(1)?];
        Some(&ask.numbers)
    }

    fn reply(&self, ask: &Ask, question: &Question) -> Reply {
        let said = ask.window.clone().filter(|at| self.turns[*at] == Turn::Visitor);
        let said: Vec<usize> = said.collect();
        let captured = match (question.capture, said.first()) {
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
        let others = ask.numbers.iter().filter(|number| **number != question.number);
        let shared_with = others.copied().collect();
        Reply { captured: said[..captured].to_vec(), rest, shared_with }
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
