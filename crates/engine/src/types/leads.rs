//! Leads, their tries, and sending them by hand.

use crate::said::Said;
use leadbridge_domain::reading::EmailSource;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a lead is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeadState {
    /// Nobody knows the person's email yet: kept, not sent.
    NoEmail,
    /// Complete, and waits for the admin (manual mode, or no destination yet).
    Ready,
    /// In the queue.
    Queued,
    /// Being sent.
    Sending,
    /// A try failed; tried again by itself.
    Retrying,
    /// Arrived.
    Sent,
    /// The destination refused the data: something must be corrected.
    Refused,
    /// Given up after the last try; can be pushed again.
    Failed,
}

/// A page of leads.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadPage {
    /// The rows.
    pub rows: Vec<LeadRow>,
    /// What to pass as `after` for the next page; absent on the last.
    pub next: Option<String>,
}

/// A lead in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadRow {
    /// Its id.
    pub id: String,
    /// The conversation it comes from.
    pub conversation_id: String,
    /// The person's name, if known.
    pub name: Option<String>,
    /// The person's email.
    pub email: Option<String>,
    /// Who said so.
    pub email_source: Option<LeadEmailSource>,
    /// Where it is on its way.
    pub state: LeadState,
    /// The destination's name for people.
    pub destination: Option<String>,
    /// The record it became there.
    pub record_id: Option<String>,
    /// Tries so far.
    pub attempts: u32,
    /// When it is tried again.
    pub due_at: Option<String>,
    /// Why it isn't sent.
    pub problem: Option<Said>,
    /// When it was made.
    pub created_at: String,
    /// When it arrived.
    pub sent_at: Option<String>,
}

/// Who said what a person's email is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeadEmailSource {
    /// iAdvize's visitor record.
    Visitor,
    /// The answer to an email question.
    Answer,
    /// An address somewhere in the transcript.
    Transcript,
    /// The admin, in Leadbridge.
    Admin,
}

impl From<EmailSource> for LeadEmailSource {
    fn from(source: EmailSource) -> Self {
        match source {
            EmailSource::Visitor => Self::Visitor,
            EmailSource::Answer => Self::Answer,
            EmailSource::Transcript => Self::Transcript,
        }
    }
}

/// A lead with what is sent and what happened.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadDetail {
    /// As in the list.
    pub row: LeadRow,
    /// What is sent, field by field.
    pub fields: Vec<LeadField>,
    /// Every try, newest first.
    pub attempts: Vec<AttemptView>,
}

/// One field of a lead as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeadField {
    /// The destination's field.
    pub field: String,
    /// The value sent.
    pub value: String,
    /// Where it was read, e.g. `answer.budget`.
    pub from: String,
}

/// One try.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttemptView {
    /// Its number, from 1.
    pub number: u32,
    /// When it began.
    pub started_at: String,
    /// When it ended; absent when the program ended first.
    pub finished_at: Option<String>,
    /// Who asked for it.
    pub trigger: Trigger,
    /// How it ended.
    pub outcome: Option<AttemptOutcome>,
    /// The destination's answer.
    pub message: Option<Said>,
}

/// Who asked for a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The flow.
    Automatic,
    /// The admin.
    Manual,
}

/// How a try ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttemptOutcome {
    /// Arrived.
    Accepted,
    /// Not now: tried again.
    Retry,
    /// The data was refused.
    Rejected,
    /// The key was refused.
    Unauthorised,
    /// No email yet.
    NoEmail,
}

/// Give a lead the person's email.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetLeadEmail {
    /// The lead.
    pub id: String,
    /// The email.
    pub email: String,
}

/// Send leads by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Push {
    /// Leads or conversations, by id.
    pub ids: Vec<String>,
    /// Say what would be written, and write nothing.
    #[serde(default)]
    pub dry_run: bool,
}

/// What came of a push, one result for each id.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PushReport {
    /// In the order asked.
    pub results: Vec<PushResult>,
}

/// What came of one push.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PushResult {
    /// As asked.
    pub id: String,
    /// Where the lead is now; absent when there is none of that id.
    pub state: Option<LeadState>,
    /// What happened, or would.
    pub message: Said,
    /// What the destination would refuse (dry run).
    pub findings: Vec<Said>,
    /// The record in the destination: found, or written.
    pub record_id: Option<String>,
    /// Each field now and as proposed (dry run).
    pub changes: Vec<FieldChange>,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The destination's field.
    pub field: String,
    /// Its value there now.
    pub now: Option<String>,
    /// The value that would be written.
    pub proposed: String,
}
