//! The whole at a glance.

use super::tunnel::TunnelView;
use crate::said::Said;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request that needs nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Empty {}

/// The whole at a glance: the status bar and `leadbridge serve`'s first lines.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Status {
    /// The program's version.
    pub version: String,
    /// Where everything but secrets is kept.
    pub data_dir: String,
    /// Whether this program does the work, or another one on the same data folder.
    pub host: HostState,
    /// Where webhooks are received, once listening.
    pub receiver: ReceiverView,
    /// The iAdvize accounts, the first one first.
    pub accounts: Vec<AccountView>,
    /// How the public address leads there, if a tunnel is set.
    pub tunnel: Option<TunnelView>,
    /// Where leads go.
    pub destination: Option<DestinationView>,
    /// Where secrets are kept, and whether that place answers.
    pub vault: VaultView,
    /// How many of each.
    pub counts: Counts,
}

/// Who does the work on a data folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HostState {
    /// This program listens, fetches and delivers.
    Active,
    /// Another program does; what is asked here waits for it as rows.
    Standby {
        /// Who holds the folder, as it wrote itself down, e.g. `leadbridge serve (process 4711)`.
        holder: String,
    },
}

/// The webhook listener.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReceiverView {
    /// Whether it listens now.
    pub listening: bool,
    /// Its local address with the secret path of the first account, e.g.
    /// `http://127.0.0.1:47800/hook/3f…`.
    pub address: String,
    /// Whether the first account's signing secret is known; without it every delivery is refused.
    pub has_secret: bool,
    /// Whether the secret before it is still taken.
    pub has_previous_secret: bool,
    /// Why it doesn't listen.
    pub problem: Option<Said>,
    /// When the last signed event arrived.
    pub last_event_at: Option<String>,
}

/// The iAdvize account.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccountView {
    /// What it is called in requests; made from platform and email.
    pub key: String,
    /// The email that signs in.
    pub email: String,
    /// `ha` or `sd`: the platform the account lives on.
    pub platform: Platform,
    /// The API's base address.
    pub base_url: String,
    /// Whether the password is in the vault.
    pub has_password: bool,
    /// What the last sign-in proved.
    pub check: Option<Check>,
    /// Where its webhooks go.
    pub hook: HookView,
}

/// Where an account's webhooks go.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HookView {
    /// Its path, with its secret last segment: `/hook/3f…`.
    pub path: String,
    /// Whether its signing secret is known.
    pub has_secret: bool,
    /// Whether the secret before it is still taken.
    pub has_previous_secret: bool,
    /// When its last signed event arrived.
    pub last_event_at: Option<String>,
}

/// iAdvize's two platforms; the host of the admin's own iAdvize address tells which.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// `ha.iadvize.com`, the default.
    #[default]
    Ha,
    /// `sd.iadvize.com`.
    Sd,
}

/// Something that was tried, and when: health is evidence, never a flag.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Check {
    /// When it was tried.
    pub at: String,
    /// Whether it worked.
    pub ok: bool,
    /// What was seen.
    pub message: Said,
}

/// Where leads go.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DestinationView {
    /// Which kind.
    pub kind: DestinationKind,
    /// Its name for people: `Lead book`, `HubSpot`.
    pub name: String,
    /// The API's base address; empty for the lead book.
    pub base_url: String,
    /// Whether its key is in the vault; always true for the lead book.
    pub has_token: bool,
    /// What the last check proved.
    pub check: Option<Check>,
    /// Set when its key was refused: nothing is sent until it is connected again.
    pub paused: Option<Said>,
}

/// The kinds of destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DestinationKind {
    /// The built-in list, kept here, exported as CSV. Needs no account.
    LeadBook,
    /// HubSpot contacts, with the conversation as a note.
    Hubspot,
}

/// Where secrets are kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VaultView {
    /// The kind of place.
    pub kind: VaultKind,
    /// Whether it answers.
    pub available: bool,
    /// Whether a passphrase is all that is missing (`unlock_vault`).
    pub locked: bool,
    /// Why it doesn't answer, and how to go on.
    pub problem: Option<Said>,
    /// The file's path, where a file is the place.
    pub path: Option<String>,
}

/// The kinds of place for secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VaultKind {
    /// The operating system's keyring.
    Keyring,
    /// A file in the data folder, encrypted under a passphrase.
    File,
    /// This process's memory: gone when it ends (the demo).
    Memory,
}

/// How many of each.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Counts {
    /// Conversations kept.
    pub conversations: u32,
    /// Events not handled yet.
    pub events_waiting: u32,
    /// Events that can't be read or fetched.
    pub events_failed: u32,
    /// Leads by state.
    pub leads: LeadCounts,
}

/// How many leads are in each state.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct LeadCounts {
    /// Without an email: kept, not sent.
    pub no_email: u32,
    /// Ready, sent by hand when the mode is manual.
    pub ready: u32,
    /// Waiting for their turn or being sent.
    pub sending: u32,
    /// Failed for now; tried again by themselves.
    pub retrying: u32,
    /// Arrived.
    pub sent: u32,
    /// The destination refused the data.
    pub refused: u32,
    /// Given up after the last try.
    pub failed: u32,
}
