//! Destinations: where leads go. One folder a provider, one trait, and the one `match` on which.

pub mod hubspot;
pub mod lead_book;

use crate::{said::Said, secret::Secret, store::Store, types::DestinationKind};
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use leadbridge_domain::{
    field::Field,
    mapping::{Context, Mapped, Rule, Source},
    question::QuestionSet,
};
use std::collections::BTreeMap;

/// Five questions that every destination answers.
#[async_trait]
pub trait Crm: Send + Sync {
    /// Is it there, and does it let us in? Answers with what it saw.
    async fn check(&self) -> Result<Said, Failure>;
    /// What fields does it have now?
    async fn fields(&self) -> Result<Vec<Field>, Failure>;
    /// Whether it takes fields that it doesn't list.
    fn takes_any_field(&self) -> bool {
        false
    }
    /// Who is this? Answers the record with the values of these fields.
    async fn find(&self, email: &str, fields: &[&str]) -> Result<Option<Record>, Failure>;
    /// Write this, whoever has this email. The same again does no harm. Answers the record's id.
    async fn upsert(&self, lead: &Payload<'_>) -> Result<String, Failure>;
    /// Attach the note to the record, unless it is there already; one that is there is brought up
    /// to date when that is asked for. Answers the note's id.
    async fn note(&self, record: &str, note: &Note<'_>) -> Result<String, Failure>;
}

/// A lead as it is sent.
pub struct Payload<'a> {
    /// The person's email: the key.
    pub email: &'a str,
    /// What fills which field.
    pub fields: &'a [Mapped],
    /// What comes back with errors of this lead in a batch.
    pub trace: &'a str,
}

/// A note as it is sent.
pub struct Note<'a> {
    /// What it is recognised by: the same conversation never gives a second note.
    pub conversation: &'a str,
    /// When the conversation took place.
    pub at: Timestamp,
    /// All that was said.
    pub transcript: &'a str,
    /// Whether it was written before with something else, and is to say this now.
    pub amends: bool,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// The values of the fields asked for; one without a value is absent.
    pub values: BTreeMap<String, String>,
}

/// Why a destination gave no yes: an outcome, not a status code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Not now: no answer, too many calls, a failure of its own.
    #[error("{why}")]
    Retry {
        /// What was seen.
        why: Said,
        /// The least time to wait that it asked for.
        after: Option<SignedDuration>,
    },
    /// It has no time for anybody now: it answered that there are too many calls.
    #[error("{why}")]
    Busy {
        /// What was seen.
        why: Said,
        /// The least time to wait.
        after: SignedDuration,
    },
    /// It read the data and refused it: the same again would be refused again.
    #[error("{0}")]
    Rejected(Said),
    /// It refuses the key: nothing goes until it is connected again.
    #[error("{0}")]
    Unauthorised(Said),
}

impl Failure {
    /// A failure that passes.
    pub fn retry(why: Said) -> Self {
        Self::Retry { why, after: None }
    }

    /// What it is, for people.
    pub fn said(&self) -> &Said {
        match self {
            Self::Retry { why, .. }
            | Self::Busy { why, .. }
            | Self::Rejected(why)
            | Self::Unauthorised(why) => why,
        }
    }
}

/// Open a destination.
pub fn open(
    kind: DestinationKind,
    base_url: &str,
    token: Option<Secret>,
    store: &Store,
    http: &reqwest::Client,
    now: Timestamp,
) -> Box<dyn Crm> {
    match kind {
        DestinationKind::LeadBook => Box::new(lead_book::LeadBook::new(store.clone(), now)),
        DestinationKind::Hubspot => {
            Box::new(hubspot::Hubspot::new(http.clone(), base_url.to_owned(), token))
        }
    }
}

/// The mapping while the admin has made none: what fits the destination's own fields by name.
pub fn default_rules(kind: DestinationKind, set: Option<&QuestionSet>) -> Vec<Rule> {
    let context = |from, to: &str| Rule { from: Source::Context(from), to: to.into() };
    match kind {
        DestinationKind::Hubspot => vec![
            context(Context::FirstName, "firstname"),
            context(Context::LastName, "lastname"),
            context(Context::PhoneNumber, "phone"),
        ],
        DestinationKind::LeadBook => {
            let known = [
                context(Context::FirstName, "first_name"),
                context(Context::LastName, "last_name"),
                context(Context::PhoneNumber, "phone"),
                context(Context::ProjectName, "project"),
                context(Context::Channel, "channel"),
                context(Context::Language, "language"),
                context(Context::Tags, "tags"),
                context(Context::ConversationId, "conversation"),
                context(Context::ClosedAt, "closed_at"),
            ];
            let answers = set.into_iter().flat_map(|set| &set.questions).map(|question| Rule {
                from: Source::Answer(question.field.clone()),
                to: question.field.clone(),
            });
            answers.chain(known).collect()
        }
    }
}

/// A destination's name for people.
pub fn name(kind: DestinationKind) -> &'static str {
    match kind {
        DestinationKind::LeadBook => "Lead book",
        DestinationKind::Hubspot => "HubSpot",
    }
}
