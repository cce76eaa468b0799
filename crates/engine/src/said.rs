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
            pub(crate) fn english(self) -> &'static str {
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
    WrongPassword = "iAdvize refuses this email and password: check them; an account that signs in through single sign-on has no password of its own here, so create a dedicated user with a password for Leadbridge";
    SingleSignOn = "this account signs in to iAdvize through single sign-on, which Leadbridge can't use: create a dedicated user with a password for Leadbridge";
    SignInBlocked = "iAdvize blocks sign-in for a while, after too many: wait a minute or two";
    SignInBlockedFor = "iAdvize blocks sign-in after too many, and asks to wait {seconds} s";
    TokenRefused = "iAdvize refuses a token that it has just given: sign in again";
    ClockFast = "this computer's clock is {minutes} min fast by iAdvize's: set it right, or conversations are looked for at the wrong time";
    ClockSlow = "this computer's clock is {minutes} min slow by iAdvize's: set it right, or conversations are looked for at the wrong time";
    NoSuchHost = "the name {host} can't be found: check the internet connection, and the address";
    NoConnection = "{host} can't be reached ({why}): check the internet connection, and that no firewall is in the way";
    IadvizeForbids = "iAdvize says: {said}; use an account that may read conversations";
    IadvizeSchema = "iAdvize doesn't understand our query ({said}); update Leadbridge";
    IadvizeTooMuch = "iAdvize refuses to answer so much at once ({said}): less is asked for at a time";
    SchemaLacks = "this account's iAdvize has no {field}, and this can't be done without it: update Leadbridge";
    SchemaUnclear = "this account's iAdvize has no {field}, and it can't be told which of these it is: {candidates}; update Leadbridge";
    IadvizeUnavailable = "iAdvize doesn't answer as it should: {why}; it is tried again";
    SchemaUnseen = "iAdvize doesn't show what its schema has ({said}): the usual names are asked for";

    // What is lost where iAdvize's schema lacks a field.
    LostConversations = "no conversation can be read";
    LostAnswers = "no answer can be read";
    LostOrder = "messages are read in the order that iAdvize gives them in, and \"tomorrow\" has no date";
    LostMessageIds = "messages are named by their place";
    LostButtons = "questions that a bot asks with buttons or cards are not read";
    LostEmail = "an email is only found where the visitor writes it";
    LostPhone = "a phone number is only found where the visitor writes it";
    LostName = "the visitor's name is not known";
    LostVisitorId = "the visitor's number at iAdvize is not kept";
    LostDates = "conversations stand under the time they were fetched at";
    LostChannel = "the channel is not shown";
    LostLanguage = "the language is not shown";
    LostProject = "the project is not shown";
    LostTags = "tags are not shown";
    LostListing = "conversations that were missed can't be caught up with";
    LostOperators = "it is not known who answered";
    LostProjects = "the account's projects can't be listed";

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
    StillOpen = "iAdvize still shows it as open: it is looked at once more";
    RuleLeavesOut = "the rule \"{rule}\" leaves it out";
    NoRuleForProject = "no rule takes its project";
    NoRuleForChannel = "no rule takes its channel";
    NoRuleForOperator = "no rule takes who answered";
    NoRuleForLanguage = "no rule takes its language";
    NoRuleForTag = "no rule takes its tags";
    NoSuchEvent = "there is no event of this id";
    ReplayHandled = "its conversation was fetched anew";
    ReplayWaits = "its conversation could not be fetched yet; it is tried again";
    ReplayNothingToDo = "nothing is done for an event of its type";
    ReplayQueuedElsewhere = "queued; {holder} handles it";
    TestArrived = "the test event arrived: answered in {took} ms, connected in {connect} ms";
    TestSlow = "the test event arrived, but a connection took {connect} ms and iAdvize gives up after 1000 ms: choose a tunnel nearer by, or a faster line";
    TestRefused = "{address} answers with HTTP {status} instead of taking the test event";
    TestNoAnswer = "{address} doesn't answer: {why}";
    TestLost = "{address} takes the test event, but it never arrives here: something else answers at that address";
    TestNoSecret = "no signing secret is set: give the one of the app at iAdvize first";

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
    EmailChanged = "the email has changed since it was sent: push it to send it under the new one";
    WouldCreate = "would create a record in {name}";
    WouldUpdate = "would update {record} in {name}";
    WouldBeRefused = "would be refused";

    // The tunnel.
    TunnelProved = "the address leads here; connecting takes {ms} ms";
    TunnelSlow = "the address leads here, but connecting takes {ms} ms and iAdvize waits {limit} ms at most";
    TunnelNameUnknown = "{host} is not known to the name service: {why}";
    TunnelNoConnection = "no connection to {host}: {why}";
    TunnelCertificate = "{host} has no certificate that can be trusted: {why}";
    TunnelElsewhere = "{host} answers (HTTP {status}), but what is sent there doesn't arrive here";
    TunnelSilent = "{host} doesn't answer within {seconds} s";
    TunnelBrokeOff = "{host} broke off: {why}";
    TunnelProgramMissing = "{program} is not found on this machine: install it first";
    TunnelNotAllowed = "{program} may not be started like this: {why}";
    TunnelNotStarted = "{program} can't be started: {why}";
    TunnelEnded = "{program} ended ({why})";
    TunnelSays = "{program} says: {said}";
    TunnelNoAddress = "{program} has given no address within {seconds} s";
    TunnelAddressUnusable = "{program} gave an address that iAdvize can't call: {why}";
    TunnelSecretRefused = "{server} refuses the secret, or wants one: set it again";
    TunnelHostKey = "{host} doesn't show the key that it had before: if it has a new one, remove the old one from the known hosts";
    TunnelKeyRefused = "{host} refuses this user and key: check both, and that the key needs no passphrase";
    TunnelPortTaken = "port {port} at {host} is in use, or may not be used";
    TunnelNeedsWindow = "this tunnel is run by Leadbridge's window; where there is none, set a fixed address";
    TunnelNoListener = "the tunnel waits until webhooks can be received here";
    TunnelKeptElsewhere = "{holder} keeps the tunnel";
    TunnelNetworkChanged = "the network has changed: the tunnel is opened again";
    InstallRun = "run {command}";
    InstallFrom = "get it from {address}";

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
