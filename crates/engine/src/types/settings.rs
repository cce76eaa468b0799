//! What an admin sets.

use super::status::{
    AccountView, DestinationKind, DestinationView, Platform, ReceiverView, VaultKind, VaultView,
};
use leadbridge_domain::question::QuestionSet;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything an admin sets.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Settings {
    /// The iAdvize accounts, the first one first.
    pub accounts: Vec<AccountView>,
    /// The webhook listener.
    pub receiver: ReceiverView,
    /// Where leads go.
    pub destination: Option<DestinationView>,
    /// The active question set.
    pub question_set: Option<QuestionSet>,
    /// What goes where.
    pub mapping: Vec<MappingRow>,
    /// Whether leads flow by themselves.
    pub mode: DeliveryMode,
    /// Where secrets are kept.
    pub vault: VaultView,
}

/// Whether leads flow by themselves.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryMode {
    /// As conversations close.
    #[default]
    Automatic,
    /// Only when the admin pushes them.
    Manual,
}

/// One row of the mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MappingRow {
    /// What is read: `answer.<field>` or `visitor.first_name`, `conversation.id`, ….
    pub from: String,
    /// The destination's field, by its own name.
    pub to: String,
}

/// Sign in to iAdvize.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SignIn {
    /// The account's email.
    pub email: String,
    /// Its password; kept in the vault, never answered back.
    pub password: String,
    /// The platform.
    #[serde(default)]
    pub platform: Platform,
    /// Another base address than iAdvize's own (a simulator).
    #[serde(default)]
    pub base_url: Option<String>,
}

/// Choose where secrets are kept, and move those that are there.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct UseVault {
    /// The place; memory can't be chosen.
    pub kind: VaultKind,
    /// The file's passphrase; left out where the environment gives it or it is known already.
    #[serde(default)]
    pub passphrase: Option<String>,
    /// Go on without the secrets that the old place does not give (a lost passphrase, a keyring
    /// that stays locked): they are entered again. A file that can't be opened is put aside.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub leave: bool,
}

/// Open the encrypted file of secrets.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct UnlockVault {
    /// Its passphrase; kept in this program's memory alone.
    pub passphrase: String,
}

/// Give the encrypted file of secrets another passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChangePassphrase {
    /// The passphrase of now.
    pub old: String,
    /// The one from now on.
    pub new: String,
}

/// The webhook's signing secret, from the app's page at iAdvize.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SetWebhookSecret {
    /// The account whose app it is, by its key; the first one when left out.
    #[serde(default)]
    pub account: Option<String>,
    /// The secret; kept in the vault.
    pub secret: String,
}

/// Say where leads go.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ConnectDestination {
    /// Which kind.
    pub kind: DestinationKind,
    /// HubSpot's service key; left out to keep the one in the vault.
    #[serde(default)]
    pub token: Option<String>,
    /// Another base address than the provider's own (a simulator).
    #[serde(default)]
    pub base_url: Option<String>,
}

/// A field of the destination, as it describes itself now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldView {
    /// Its own name.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// What it takes, in the provider's words: `string`, `enumeration`, ….
    pub kind: String,
    /// Whether it can be written.
    pub read_only: bool,
    /// The values it takes, when it takes no other.
    pub options: Vec<FieldOption>,
}

/// A value that a field takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldOption {
    /// As sent.
    pub value: String,
    /// As shown.
    pub label: String,
}

/// Replace the mapping.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetMapping {
    /// The rows, in order.
    pub rows: Vec<MappingRow>,
}

/// Change whether leads flow by themselves.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetMode {
    /// The mode.
    pub mode: DeliveryMode,
}
