//! How conversations come in: which are handled, how far the list of closed ones is known, and what
//! was missed.

use crate::said::Said;
use leadbridge_domain::intake::Rule;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who told of a conversation first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ArrivalOrigin {
    /// A webhook.
    Webhook,
    /// The list of closed conversations, as it is looked through every few minutes.
    Sweep,
    /// The list of closed conversations, over a past time that somebody asked for.
    Backfill,
}

/// Where reading a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ArrivalState {
    /// To be read.
    Waiting,
    /// To be tried again.
    Retrying,
    /// Read and kept.
    Read,
    /// A rule leaves it out.
    LeftOut,
    /// Given up.
    Failed,
}

/// How conversations come in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeSettings {
    /// How long a closed conversation is left alone before it is read, in seconds.
    pub grace_seconds: u32,
    /// How often the list of closed conversations is looked through, in minutes.
    pub sweep_minutes: u32,
    /// How long to wait between two looks at a conversation that is followed, in seconds.
    pub live_seconds: u32,
    /// The most calls an hour that following may cost.
    pub live_calls_per_hour: u32,
    /// Which conversations are handled; all where there is no rule.
    pub rules: Vec<Rule>,
}

/// How conversations come in, with what that costs now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IntakeView {
    /// What is set.
    pub settings: IntakeSettings,
    /// How many conversations are followed now.
    pub following: u32,
    /// The calls that following has cost this hour.
    pub live_calls: u32,
    /// The projects that the accounts can see, for the rules.
    pub projects: Vec<ProjectName>,
    /// The channels that conversations have come by so far.
    pub channels: Vec<String>,
}

/// A project of iAdvize.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct ProjectName {
    /// Its id (SID).
    pub id: String,
    /// Its name.
    pub name: Option<String>,
}

/// How far the list of closed conversations is known, for one account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SweepView {
    /// The account, by its key.
    pub account: String,
    /// Every conversation that closed before this is known here.
    pub proven_to: String,
    /// When the list was last looked through.
    pub ran_at: Option<String>,
    /// When it will be next.
    pub due_at: String,
    /// Why it could not be.
    pub problem: Option<Said>,
}

/// Go back over the past.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct StartBackfill {
    /// From then on, RFC 3339 or a day (`2026-03-01`).
    pub from: String,
    /// Until then; now when left out.
    #[serde(default)]
    pub to: Option<String>,
    /// Let the leads go to the destination by themselves; otherwise they wait for the admin.
    #[serde(default)]
    pub send: bool,
    /// Only this account; all when left out.
    #[serde(default)]
    pub account: Option<String>,
}

/// Going back over the past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BackfillView {
    /// Its id.
    pub id: String,
    /// The account, by its key.
    pub account: String,
    /// From then on.
    pub from: String,
    /// Until then.
    pub to: String,
    /// Whether the leads wait for the admin.
    pub review: bool,
    /// Whether it goes on.
    pub state: BackfillState,
    /// How much of the time asked for is listed, 0 to 1.
    pub progress: f64,
    /// Closed conversations found.
    pub found: u32,
    /// Of these, those that were not known here.
    pub new: u32,
    /// Of those, still to be read.
    pub waiting: u32,
    /// Leads of it that wait for the admin.
    pub to_review: u32,
    /// When it was asked for.
    pub asked_at: String,
    /// When it came to its end.
    pub ended_at: Option<String>,
    /// Why it is held up, or was given up.
    pub problem: Option<Said>,
}

/// Whether going back over the past goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackfillState {
    /// It goes on.
    Running,
    /// All of the time asked for is listed.
    Done,
    /// Somebody stopped it.
    Stopped,
}

/// What was expected, and what came: `leadbridge gaps`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Ledger {
    /// A row for each day and project, the newest first.
    pub rows: Vec<LedgerRow>,
    /// All of it.
    pub total: LedgerCounts,
    /// How far it is known, for each account.
    pub sweeps: Vec<SweepView>,
    /// The first conversations that are missing, 100 at most.
    pub missing: Vec<MissingRow>,
}

/// A day of a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LedgerRow {
    /// The day, in the time zone of this machine: `2026-03-02`.
    pub day: String,
    /// The project.
    pub project: Option<ProjectName>,
    /// Whether the account can see this project: one that it can't was never listed to it.
    pub known_project: bool,
    /// Whether the whole of the day is proven: the list of closed conversations was read beyond it.
    pub proven: bool,
    /// How many.
    pub counts: LedgerCounts,
}

/// How many closed conversations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LedgerCounts {
    /// All that are known to have closed.
    pub expected: u32,
    /// Read, and a webhook had told of them.
    pub by_webhook: u32,
    /// Read, though no webhook told of them.
    pub recovered: u32,
    /// Left out by a rule.
    pub left_out: u32,
    /// On their way: waiting for their turn.
    pub waiting: u32,
    /// Not read, and not on their way: 0 is the normal.
    pub missing: u32,
}

/// A conversation that is missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MissingRow {
    /// iAdvize's id.
    pub conversation_id: String,
    /// Its project's id.
    pub project: Option<String>,
    /// When it closed.
    pub closed_at: String,
    /// Why it could not be read.
    pub problem: Option<Said>,
}

/// The days to look at.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct LedgerRequest {
    /// So many days back from today; 30 when left out.
    #[serde(default)]
    pub days: Option<u32>,
}

/// Conversations to handle again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct HandleAgain {
    /// These; all that rules left out when there are none.
    #[serde(default)]
    pub conversations: Option<Vec<String>>,
}

/// How many will be handled again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HandledAgain {
    /// So many.
    pub count: u32,
}

/// One account, or the first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct OfAccount {
    /// Its key.
    #[serde(default)]
    pub account: Option<String>,
}
