//! THE one table of what we need from an account's schema.
//!
//! Most names inside a message, the argument of `conversation` and the filters of
//! `closedConversations` are confirmed by no public document, and some others are announced to go.
//! So nothing of this is asked for by habit: what the account calls it is looked up in its own
//! schema, and given back its name here by an alias in the query.

use super::report::Feature;
use crate::said::Key;

/// A type that fields are looked for on: what it is to us, whatever the account calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    Query,
    Conversation,
    Project,
    Visitor,
    Tag,
    /// A message that somebody wrote.
    Participant,
    /// A message that nobody wrote.
    System,
    User,
    QuickReply,
    Card,
    CardBundle,
    BundledCard,
}

/// What kind of field it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A scalar or an enum.
    Leaf,
    /// Several of them.
    Leaves,
    /// A leaf, or an object that has one of these.
    LeafIn(&'static [&'static str]),
    /// What somebody wrote: a leaf of one of the names, else the only `String` that is left.
    Text,
    /// An object.
    Object(On),
    /// A list of objects.
    Objects(On),
    /// A Relay connection of these.
    Connection(On),
    /// The connection of messages.
    Messages,
    /// Who wrote it: one of several types, the visitor among them.
    Author,
    /// A list of attachments, each of one of several types.
    Attachments,
    /// One conversation by its id.
    ById,
    /// Closed conversations by an interval.
    ByInterval,
}

/// One thing that we need.
#[derive(Debug, PartialEq, Eq)]
pub struct Need {
    pub on: On,
    /// The name in a conversation file.
    pub ours: &'static str,
    /// What else it may be called, likeliest first.
    pub others: &'static [&'static str],
    pub shape: Shape,
    /// Whether nothing goes without it.
    pub must: bool,
    pub feature: Feature,
    /// What is lost without it.
    pub breaks: Key,
}

impl Need {
    /// All names, ours first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.ours).chain(self.others.iter().copied())
    }
}

const fn must(
    on: On,
    ours: &'static str,
    others: &'static [&'static str],
    shape: Shape,
    feature: Feature,
    breaks: Key,
) -> Need {
    Need { on, ours, others, shape, must: true, feature, breaks }
}

const fn may(
    on: On,
    ours: &'static str,
    others: &'static [&'static str],
    shape: Shape,
    feature: Feature,
    breaks: Key,
) -> Need {
    Need { on, ours, others, shape, must: false, feature, breaks }
}

use Feature as F;
use Key as K;
use On as O;
use Shape as S;

const DATES: &[&str] = &["sentAt", "date", "postedAt", "timestamp", "startedAt"];
const IDS: &[&str] = &["uuid", "messageId", "conversationId"];

/// Everything, each type after the field that leads to it.
#[rustfmt::skip]
pub const NEEDS: &[Need] = &[
    must(O::Query, "projects", &["websites"], S::Connection(O::Project), F::Projects, K::LostProjects),
    must(O::Query, "conversation", &[], S::ById, F::Conversations, K::LostConversations),
    must(O::Conversation, "id", IDS, S::Leaf, F::Conversations, K::LostConversations),
    may(O::Conversation, "createdAt", DATES, S::Leaf, F::Details, K::LostDates),
    may(O::Conversation, "closedAt", &["endedAt"], S::Leaf, F::Details, K::LostDates),
    may(O::Conversation, "channel", &["channelType"], S::Leaf, F::Details, K::LostChannel),
    may(O::Conversation, "language", &["locale", "languageCode"], S::LeafIn(&["code", "isoCode", "id", "value", "name"]), F::Details, K::LostLanguage),
    may(O::Conversation, "project", &["website"], S::Object(O::Project), F::Details, K::LostProject),
    must(O::Project, "id", &["projectId", "legacyId"], S::Leaf, F::Projects, K::LostProject),
    may(O::Project, "name", &["label", "title"], S::Leaf, F::Projects, K::LostProject),
    may(O::Conversation, "visitor", &[], S::Object(O::Visitor), F::Visitor, K::LostEmail),
    may(O::Visitor, "id", &["visitorId", "uuid", "legacyVisitorId"], S::Leaf, F::Visitor, K::LostVisitorId),
    may(O::Visitor, "firstName", &["firstname", "givenName"], S::Leaf, F::Visitor, K::LostName),
    may(O::Visitor, "lastName", &["lastname", "familyName"], S::Leaf, F::Visitor, K::LostName),
    may(O::Visitor, "email", &["emailAddress", "mail"], S::Leaf, F::Visitor, K::LostEmail),
    may(O::Visitor, "phoneNumber", &["phone", "telephone"], S::Leaf, F::Visitor, K::LostPhone),
    may(O::Conversation, "tags", &["conversationTags"], S::Objects(O::Tag), F::Details, K::LostTags),
    may(O::Tag, "name", &["label", "title", "value"], S::Leaf, F::Details, K::LostTags),
    must(O::Conversation, "messages", &[], S::Messages, F::Conversations, K::LostConversations),
    may(O::Participant, "id", IDS, S::Leaf, F::Answers, K::LostMessageIds),
    may(O::Participant, "createdAt", DATES, S::Leaf, F::Answers, K::LostOrder),
    must(O::Participant, "author", &["sender", "from", "participant", "writer"], S::Author, F::Answers, K::LostAnswers),
    may(O::User, "id", &["userId", "legacyId"], S::Leaf, F::Operators, K::LostOperators),
    may(O::User, "firstName", &["firstname"], S::Leaf, F::Operators, K::LostOperators),
    may(O::User, "lastName", &["lastname", "name"], S::Leaf, F::Operators, K::LostOperators),
    may(O::User, "userName", &["pseudo", "username"], S::Leaf, F::Operators, K::LostOperators),
    must(O::Participant, "text", &["content", "body", "message", "value", "rawText", "plainText", "markdown"], S::Text, F::Answers, K::LostAnswers),
    may(O::Participant, "attachments", &["attachment"], S::Attachments, F::Buttons, K::LostButtons),
    may(O::QuickReply, "message", &["text", "title", "question", "content"], S::Leaf, F::Buttons, K::LostButtons),
    may(O::QuickReply, "choices", &["options", "quickReplies", "labels"], S::Leaves, F::Buttons, K::LostButtons),
    may(O::Card, "title", &["name"], S::Leaf, F::Buttons, K::LostButtons),
    may(O::Card, "text", &["description", "content", "body"], S::Leaf, F::Buttons, K::LostButtons),
    may(O::CardBundle, "cards", &["items"], S::Objects(O::BundledCard), F::Buttons, K::LostButtons),
    may(O::BundledCard, "title", &["name"], S::Leaf, F::Buttons, K::LostButtons),
    may(O::BundledCard, "text", &["description", "content", "body"], S::Leaf, F::Buttons, K::LostButtons),
    may(O::System, "id", IDS, S::Leaf, F::Details, K::LostMessageIds),
    may(O::System, "createdAt", DATES, S::Leaf, F::Details, K::LostOrder),
    may(O::System, "attachments", &["attachment"], S::Attachments, F::Details, K::LostMessageIds),
    must(O::Query, "closedConversations", &["searchClosedConversations"], S::ByInterval, F::Listing, K::LostListing),
    may(O::Conversation, "users", &["agents", "operators"], S::Objects(O::User), F::Operators, K::LostOperators),
];

/// Strings of a message that are never what somebody wrote.
pub const NOT_TEXT: &[&str] = &[
    "language", "locale", "channel", "type", "kind", "status", "state", "cursor", "url", "source",
];

/// Arguments of the one thing by its id, likeliest first.
pub const ID_ARGUMENTS: &[&str] = &["id", "conversationId", "uuid", "conversationUuid"];
/// What an interval may be called.
pub const INTERVALS: &[&str] = &["interval", "period", "dateRange", "range", "dates"];
/// What its two ends may be called.
pub const ENDS: &[(&str, &str)] = &[
    ("from", "to"),
    ("start", "end"),
    ("startDate", "endDate"),
    ("startAt", "endAt"),
    ("begin", "end"),
    ("fromDate", "toDate"),
    ("since", "until"),
    ("min", "max"),
];
/// What the filter by project may be called.
pub const PROJECTS: &[&str] = &["projectIds", "projects", "websiteIds", "projectId"];
