//! Sentences for people.
//!
//! What the engine has to say is a key with its values, and the English sentence made of them. The
//! command line prints the sentence; the window says the same in the person's own language, by the
//! key. A test of the window's fails when a key has no words there.

use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};
use ts_rs::TS;

/// Something said to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Said {
    /// Which sentence.
    pub key: Key,
    /// What stands in its places.
    pub with: BTreeMap<String, String>,
    /// The sentence in English; lower case, no full stop.
    pub text: String,
}

macro_rules! sentences {
    ($( $key:ident = $english:literal; )*) => {
        /// The sentences there are.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(rename = "SaidKey")]
        pub enum Key {
            $( #[doc = $english] $key, )*
        }

        impl Key {
            fn english(self) -> &'static str {
                match self {
                    $( Self::$key => $english, )*
                }
            }
        }
    };
}

sentences! {
    // The account.
    AccountAnswers = "iAdvize answers; the account sees {projects} project(s)";
    NotSignedIn = "not signed in to iAdvize: sign in first";
    WrongPassword = "iAdvize refuses this email and password: check them, and that the account signs in with a password, not through single sign-on";
    SignInBlocked = "iAdvize blocks sign-in for a while, after too many: wait a minute or two";
    TokenRefused = "iAdvize refuses a token that it has just given: sign in again";
    IadvizeForbids = "iAdvize says: {said}; use an account that may read conversations";
    IadvizeSchema = "iAdvize doesn't understand our query ({said}); update Leadbridge";
    IadvizeUnavailable = "iAdvize doesn't answer as it should: {why}; it is tried again";

    // The place for secrets.
    KeyringLocked = "the keyring is locked: unlock it, or give the secrets in the environment as {variables}";
    KeyringNoSession = "no keyring answers (there is no D-Bus session): start one (GNOME Keyring, KWallet or KeePassXC), keep secrets in an encrypted file (`leadbridge vault use file`, or in the window's settings), or give them in the environment as {variables}";
    KeyringNoService = "no keyring answers (no Secret Service is running): start one (GNOME Keyring, KWallet or KeePassXC), keep secrets in an encrypted file (`leadbridge vault use file`, or in the window's settings), or give them in the environment as {variables}";
    KeyringNotCreated = "the keyring has not been created yet: create one, keep secrets in an encrypted file (`leadbridge vault use file`, or in the window's settings), or give them in the environment as {variables}";
    KeyringFailed = "the keyring failed ({why}): start it again, keep secrets in an encrypted file (`leadbridge vault use file`, or in the window's settings), or give them in the environment as {variables}";
    KeyringWaits = "the keyring waits to be unlocked: look for its window";
    VaultLocked = "the encrypted file of secrets is locked: enter its passphrase, or start Leadbridge again with LEADBRIDGE_SECRET_VAULT_PASSPHRASE";
    VaultGivenWrong = "the passphrase in LEADBRIDGE_SECRET_VAULT_PASSPHRASE doesn't open the encrypted file of secrets: correct it and start again";
    VaultPassphraseChanged = "the passphrase of the encrypted file of secrets was changed elsewhere: enter the new one";
    VaultWrongPassphrase = "this passphrase doesn't open the encrypted file of secrets; nothing was changed";
    VaultNeedsPassphrase = "the encrypted file of secrets needs a passphrase";
    VaultPassphraseShort = "the passphrase is too short: it needs {least} characters or more; four or five words that nobody would guess do well";
    VaultNoPassphrase = "secrets are not in an encrypted file here: there is no passphrase";
    VaultInMemory = "these secrets are in memory, for a demonstration: there is nothing to choose";
    VaultFileMissing = "{path} is gone: put a copy of it back, or begin a new file and enter the secrets again";
    VaultFileDamaged = "{path} is damaged: put a copy of it back, or begin a new file and enter the secrets again";
    VaultFileNewer = "{path} was written by a newer Leadbridge (format {format}): update Leadbridge, nothing was changed";
    VaultFileFailed = "{path} can't be used: {why}";
    VaultPlaceUnknown = "where secrets are kept can't be read from {path}: {why}";
    VaultNotMoved = "the secrets were copied and did not come back the same: they stay where they were";
    SecretGiven = "{variable} is set in the environment and wins";

    // Webhooks and conversations.
    PortInUse = "port {port} is in use by another program: end it, or choose another port in the configuration (receiver.port)";
    PortFailed = "port {port} can't be listened on: {why}";
    EventUnreadable = "this is no event that Leadbridge can read: {why}";
    ConversationUnknown = "iAdvize doesn't know the conversation {id}";
    ConversationUnreadable = "the conversation that iAdvize gave can't be read: {why}";
    LeadbridgeFailed = "Leadbridge failed: {why}";

    // Destinations.
    HubspotAnswers = "HubSpot answers; contacts have {fields} fields";
    LeadBookReady = "the lead book is ready; it holds {people} people";
    LeadBookFailed = "the lead book can't be written: {why}";
    KeyMissing = "HubSpot's service key is missing: connect it in the settings";
    KeyRefused = "{name} refuses the service key ({said}): connect it again in the settings";
    ScopesMissing = "{name}'s service key may not do this ({said}): give it the scopes for contacts and connect again";
    AsksToWait = "{name} asks to wait (HTTP {status})";
    Unavailable = "{name} doesn't answer as it should: {why}";
    DataRefused = "{name} refuses the data: {said}";
    FieldGone = "there is no field \"{field}\" any more";
    FieldReadOnly = "the field {field} can't be written";
    OptionMissing = "the field {field} has no option \"{value}\"";

    // What became of a lead.
    Arrived = "{name} has it as {record}";
    NobodyGaveEmail = "nobody has given an email yet";
    EmailNotAsked = "no email yet; iAdvize could not be asked for it: {why}";
    Sent = "sent to {name}";
    NoEmailYet = "no email yet: nothing was sent";
    Queued = "queued";
    QueuedElsewhere = "queued; {holder} sends it";
    NotSent = "not sent";
    NoSuchLead = "there is no lead or conversation of this id";
    NoEmailNothingSent = "no email yet: nothing would be sent";
    WouldCreate = "would create a record in {name}";
    WouldUpdate = "would update {record} in {name}";
    WouldBeRefused = "would be refused";

    // What another version of Leadbridge has written down.
    Foreign = "{text}";
}

impl Said {
    /// A sentence with its places filled.
    pub fn new<const N: usize>(key: Key, with: [(&str, String); N]) -> Self {
        let text = fill(key.english(), &with);
        let with = with.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { key, with, text }
    }

    /// A sentence that another version kept: as it stands.
    pub fn foreign(kept: &str) -> Self {
        #[derive(Deserialize)]
        struct Text {
            text: String,
        }
        let text = serde_json::from_str(kept).map_or_else(|_| kept.to_owned(), |t: Text| t.text);
        Self::new(Key::Foreign, [("text", text)])
    }

    /// A sentence without places.
    pub fn plain(key: Key) -> Self {
        Self::new(key, [])
    }
}

/// Fill the places of a sentence, once: what stands in a place is not looked into.
fn fill(sentence: &str, with: &[(&str, String)]) -> String {
    let mut text = String::with_capacity(sentence.len());
    for part in sentence.split_inclusive('}') {
        let (before, name) = match part.strip_suffix('}').and_then(|part| part.rsplit_once('{')) {
            Some((before, name)) => (before, name),
            None => (part, ""),
        };
        text.push_str(before);
        let value = with.iter().find(|(known, _)| *known == name);
        text.push_str(value.map_or("", |(_, value)| value));
    }
    text
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_and_what_fills_them_is_left_alone() {
        let said =
            Said::new(Key::WouldUpdate, [("name", "{record}".into()), ("record", "7".into())]);
        assert_eq!(said.text, "would update 7 in {record}");
    }
}
