//! A conversation as iAdvize tells it, in the order it was said.
//!
//! Everything downstream (markers, windows, readers) works on these types and never sees a
//! wire name: what iAdvize calls things is known to the private `wire` module alone.

mod id;
mod order;
mod wire;

use thiserror::Error;

/// One iAdvize conversation, its messages in the order they were said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conversation {
    /// iAdvize's identifier (a UUID, kept as written).
    pub id: String,
    /// When it began, as written.
    pub created_at: Option<String>,
    /// When it ended, as written; `None` while it goes on.
    pub closed_at: Option<String>,
    /// `CHAT`, `WHATSAPP`, …
    pub channel: Option<String>,
    /// Two-letter language of the conversation.
    pub language: Option<String>,
    /// The iAdvize project (site) it took place on.
    pub project: Option<Project>,
    /// What iAdvize knows of the visitor; all `None` when it knows nothing.
    pub visitor: Visitor,
    /// Names of the tags put on the conversation.
    pub tags: Vec<String>,
    /// The messages, by time.
    pub messages: Vec<Message>,
}

impl Conversation {
    /// Reads a conversation file: iAdvize's whole answer (`{"data":{"conversation":{…}}}`) or
    /// the conversation object alone.
    ///
    /// Unknown fields are ignored and `null` is the same as absent; only `id` and `messages`
    /// are required.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        wire::read(json)
    }
}

/// Every id that a conversation file gives its visitor: events use one or another. None of it is
/// part of what was said, so it is apart from [`Conversation`].
pub fn visitor_ids(json: &str) -> Vec<String> {
    wire::visitor_ids(json)
}

/// An iAdvize project, the site a conversation took place on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// Its identifier; iAdvize writes a number, some exports a string.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// What iAdvize's visitor record holds of the person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visitor {
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Email as stored, not checked.
    pub email: Option<String>,
    /// Phone number as stored, not checked.
    pub phone_number: Option<String>,
}

/// One message of a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// iAdvize's identifier, or `#n` (its place in the file, from 1) where there is none.
    pub id: String,
    /// When it was said, as written.
    pub created_at: Option<String>,
    /// Who said it.
    pub author: Author,
    /// iAdvize's identifier of the author, where given.
    pub author_id: Option<String>,
    /// The author's name as shown or, failing that, as registered.
    pub author_name: Option<String>,
    /// The text as stored, markers included; empty where there is none.
    pub text: String,
    /// What came with it.
    pub attachments: Vec<Attachment>,
}

impl Message {
    /// The texts an operator's message is made of: its own, then those of its quick replies
    /// and cards.
    ///
    /// They stay apart because each is rendered on its own: a code fence left open in one must
    /// not swallow the next.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let attached = self.attachments.iter().flat_map(|attachment| &attachment.texts);
        std::iter::once(self.text.as_str()).chain(attached.map(String::as_str))
    }
}

/// Something sent with a message: a file, a card, a menu of quick replies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attachment {
    /// iAdvize's type name, empty where not given.
    pub kind: String,
    /// The texts of a quick-reply menu or of cards; empty for every other kind.
    pub texts: Vec<String>,
}

/// Who said a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// The person the company talks to.
    Visitor,
    /// Someone, or something, that answers for the company.
    Operator(OperatorKind),
    /// iAdvize itself: transfers, closings.
    System,
    /// A type iAdvize has that no rule assigns to a side, by its name (empty where not given).
    Unknown(String),
}

/// The kinds of operator iAdvize tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperatorKind {
    /// A scenario or an external bot.
    Bot,
    /// An agent of the company.
    Professional,
    /// An independent expert.
    Expert,
    /// A manager of iAdvize's expert community.
    IbbuManager,
}

/// Why a text is no conversation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// Not JSON at all.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// JSON, with something at `path` that a conversation cannot have.
    #[error("{path}: {message}")]
    Invalid {
        /// Where, as `messages.edges[2].node.text`.
        path: String,
        /// What is wrong there.
        message: String,
    },
    /// JSON that is about something else.
    #[error("not a conversation: it has neither `id` nor `messages`")]
    NotAConversation,
    /// An answer in which iAdvize gives no conversation.
    #[error("the answer holds no conversation: `data.conversation` is null")]
    NoConversation,
    /// An answer in which iAdvize gives an error instead.
    #[error("the answer holds no conversation but an error: {0}")]
    Refused(String),
}

#[cfg(test)]
mod tests;
