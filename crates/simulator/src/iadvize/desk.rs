//! What happens to a conversation, and the event that iAdvize sends of it. Each gives the event's id.

use super::data::Platform;
use super::{Simulator, event};
use jiff::Timestamp;
use serde_json::{Value, json};

/// Who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// The person who wants something.
    Visitor,
    /// A bot called Ada.
    Bot,
    /// An operator called Sophie Garnier.
    Operator,
}

impl Author {
    fn node(self) -> Value {
        match self {
            Self::Visitor => json!({ "__typename": "Visitor" }),
            Self::Bot => {
                json!({ "__typename": "Bot", "id": 9001, "firstName": null, "lastName": "Ada" })
            }
            Self::Operator => json!({
                "__typename": "Professional", "id": 41, "firstName": "Sophie", "lastName": "Garnier",
            }),
        }
    }
}

impl Simulator {
    /// Ends a conversation and sends `v2.conversation.closed`. One that is closed already keeps its date and sends
    /// another event.
    pub fn close(&self, conversation: &str) -> anyhow::Result<String> {
        self.shared.close(conversation)
    }

    /// Sends `v2.conversation.pushed`: an operator got the conversation.
    pub fn push(&self, conversation: &str) -> anyhow::Result<String> {
        let now = self.clock().now();
        self.shared.tell(conversation, |record| event::pushed(record, now))
    }

    /// Opens a closed conversation again, as its visitor does who comes back. No event is documented of that.
    pub fn reopen(&self, conversation: &str) -> anyhow::Result<()> {
        self.shared.change(conversation, |record| {
            record.fields["closedAt"] = Value::Null;
            Ok(())
        })
    }

    /// Adds a message of now.
    pub fn say(&self, conversation: &str, author: Author, text: &str) -> anyhow::Result<()> {
        self.add_message(conversation, json!({ "author": author.node(), "text": text }))
    }

    /// Writes the visitor's email down, as an operator does in the desk, and sends `visitor.updated`.
    pub fn update_visitor(&self, conversation: &str, email: &str) -> anyhow::Result<String> {
        self.shared.set_visitor_email(conversation, Some(email))?;
        let now = self.clock().now();
        self.shared.tell(conversation, |record| event::visitor_updated(record, now))
    }

    /// The visitor says how satisfied they are, from 1 to 5: sends `satisfaction.answered`.
    pub fn answer_survey(&self, conversation: &str, score: u8) -> anyhow::Result<String> {
        let now = self.clock().now();
        self.shared.tell(conversation, |record| event::satisfaction(record, score, now))
    }

    /// The shop puts a purchase down to the conversation: sends `transaction.attributed`. `transaction` is the shop's
    /// own number of it.
    pub fn attribute(
        &self,
        conversation: &str,
        transaction: &str,
        amount: f64,
    ) -> anyhow::Result<String> {
        let now = self.clock().now();
        let made = |record: &_| event::transaction(record, transaction, amount, now);
        self.shared.tell(conversation, made)
    }

    /// Adds a conversation that was closed then, all its dates moved along, and sends nothing.
    pub fn add_closed(
        &self,
        platform: Platform,
        conversation: Value,
        closed_at: Timestamp,
    ) -> anyhow::Result<String> {
        self.shared.add_closed(platform, conversation, closed_at)
    }

    /// The same with many, closed one after the other at even distances from `from` on and before `to`.
    pub fn add_closed_over(
        &self,
        platform: Platform,
        conversations: impl IntoIterator<Item = Value, IntoIter: ExactSizeIterator>,
        (from, to): (Timestamp, Timestamp),
    ) -> anyhow::Result<Vec<String>> {
        let conversations = conversations.into_iter();
        let of = i32::try_from(conversations.len().max(1))?;
        let apart = to.duration_since(from) / of;
        let at = |nth: usize| -> anyhow::Result<Timestamp> {
            Ok(from.checked_add(apart.saturating_mul(i32::try_from(nth)?))?)
        };
        conversations
            .enumerate()
            .map(|(nth, one)| self.add_closed(platform, one, at(nth)?))
            .collect()
    }
}
