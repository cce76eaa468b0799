//! Where secrets are kept: the operating system's keyring, or memory for a demo and tests.
//!
//! A secret is never on disk in the data folder, in a log or in an argument list. A headless host
//! may be given one in its environment as `LEADBRIDGE_SECRET_<NAME>`, which wins over the keyring.

mod keyring_store;

use crate::{
    said::{Key, Said},
    secret::Secret,
    types::{VaultKind, VaultView},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, Instant},
};
use uuid::Uuid;

/// A keyring that has just refused is left alone for so long: asking again would put its window
/// in front of the person again.
const REST: Duration = Duration::from_secs(30);

/// How long a glance at the vault waits for a person to unlock it.
const GLANCE: Duration = Duration::from_secs(1);

/// The secrets there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Name {
    /// The iAdvize account's password.
    IadvizePassword,
    /// iAdvize's access token, so that a restart needs no sign-in.
    IadvizeToken,
    /// The webhook's signing secret.
    WebhookSecret,
    /// The signing secret before it: still taken, until it is removed.
    PreviousWebhookSecret,
    /// HubSpot's service key.
    HubspotToken,
    /// The tunnel's token or secret, for its kind and server.
    TunnelToken,
}

impl Name {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::IadvizePassword,
        Self::IadvizeToken,
        Self::WebhookSecret,
        Self::PreviousWebhookSecret,
        Self::HubspotToken,
        Self::TunnelToken,
    ];

    /// Its name in the keyring.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::IadvizePassword => "iadvize_password",
            Self::IadvizeToken => "iadvize_token",
            Self::WebhookSecret => "webhook_secret",
            Self::PreviousWebhookSecret => "previous_webhook_secret",
            Self::HubspotToken => "hubspot_token",
            Self::TunnelToken => "tunnel_token",
        }
    }

    /// Its name in the environment.
    pub fn variable(self) -> String {
        format!("LEADBRIDGE_SECRET_{}", self.as_str().to_uppercase())
    }
}

/// Why a secret can't be kept or found: a sentence that says how to go on.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{0}")]
pub struct Unavailable(pub Said);

/// The secrets of one data folder. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

struct Inner {
    place: Place,
    given: HashMap<Name, Secret>,
    memory: Mutex<Memory>,
    /// One question to the keyring at a time: two would open two windows.
    asking: tokio::sync::Mutex<()>,
}

enum Place {
    Keyring(keyring_store::Store),
    Memory,
}

/// A secret, and whom it was given for: an account, or a destination's address.
///
/// It is kept under both, so that a configuration which names another account or address never
/// gets it.
type Entry = (Name, String);

/// What the keyring has said so far.
#[derive(Default)]
struct Memory {
    known: HashMap<Entry, Option<Secret>>,
    refused: Option<(Instant, Unavailable)>,
}

impl Vault {
    /// The operating system's keyring, with what the environment gives on top.
    ///
    /// `scope` tells data folders apart: two of them have different secrets.
    pub fn keyring(scope: &str) -> Self {
        let given = Name::ALL
            .into_iter()
            .filter_map(|name| Some((name, std::env::var(name.variable()).ok()?)))
            // A variable that is set to nothing gives nothing: an empty key would sign anything.
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(name, text)| (name, Secret::new(text)))
            .collect();
        Self::new(Place::Keyring(keyring_store::Store::new(scope)), given)
    }

    /// This process's memory.
    pub fn memory() -> Self {
        Self::new(Place::Memory, HashMap::new())
    }

    fn new(place: Place, given: HashMap<Name, Secret>) -> Self {
        let (memory, asking) = (Mutex::default(), tokio::sync::Mutex::default());
        Self(Arc::new(Inner { place, given, memory, asking }))
    }

    /// The secret of this name that was given for this one, if there is one.
    pub async fn get(&self, name: Name, whom: &str) -> Result<Option<Secret>, Unavailable> {
        if let Some(secret) = self.0.given.get(&name) {
            return Ok(Some(secret.clone()));
        }
        let entry = (name, whom.to_owned());
        match self.remembered(&entry) {
            Some(answer) => answer,
            None if self.is_transient(name) => Ok(None),
            None => self.ask(entry).await,
        }
    }

    /// Ask the keyring, to the end: also when whoever wanted to know has gone.
    async fn ask(&self, entry: Entry) -> Result<Option<Secret>, Unavailable> {
        let vault = self.clone();
        let asked = tokio::spawn(async move {
            let _turn = vault.0.asking.lock().await;
            // Whoever was before us may have asked the same, or been refused.
            if let Some(answer) = vault.remembered(&entry) {
                return answer;
            }
            let found = match &vault.0.place {
                Place::Memory => Ok(None),
                Place::Keyring(store) => store.get(label(&entry)).await,
            };
            vault.note(entry, found)
        });
        asked.await.unwrap_or_else(|_| Err(keyring_store::unexpected()))
    }

    /// Keep a secret. One that the environment gives can't be replaced by another.
    pub async fn set(&self, name: Name, whom: &str, secret: Secret) -> Result<(), Unavailable> {
        match self.0.given.get(&name) {
            Some(given) if *given == secret => return Ok(()),
            Some(_) => {
                let why = Said::new(Key::SecretGiven, [("variable", name.variable())]);
                return Err(Unavailable(why));
            }
            None => {}
        }
        let entry = (name, whom.to_owned());
        let kept = match (&self.0.place, self.is_transient(name)) {
            (Place::Keyring(store), false) => {
                let _turn = self.0.asking.lock().await;
                store.set(label(&entry), &secret).await
            }
            _ => Ok(()),
        };
        self.note(entry, kept.map(|()| Some(secret))).map(drop)
    }

    /// Forget a secret. What the environment gives stays.
    pub async fn forget(&self, name: Name, whom: &str) -> Result<(), Unavailable> {
        let entry = (name, whom.to_owned());
        let forgotten = match (&self.0.place, self.is_transient(name)) {
            (Place::Keyring(store), false) if !self.0.given.contains_key(&name) => {
                let _turn = self.0.asking.lock().await;
                store.delete(label(&entry)).await
            }
            _ => Ok(()),
        };
        self.note(entry, forgotten.map(|()| None)).map(drop)
    }

    /// Whether there is such a secret, as far as can be told at a glance. A vault that doesn't
    /// answer is said in [`Vault::view`]; here it only means "not known".
    pub async fn has(&self, name: Name, whom: &str) -> bool {
        let asked = tokio::time::timeout(GLANCE, self.get(name, whom)).await;
        matches!(asked, Ok(Ok(Some(_))))
    }

    /// Drop what is remembered, so that what another program has kept since is seen.
    pub fn refresh(&self) {
        if matches!(self.0.place, Place::Keyring(_)) {
            *self.said() = Memory::default();
        }
    }

    /// The place, and whether it answers. Asking for a secret is what proves it.
    pub async fn view(&self) -> VaultView {
        let kind = match &self.0.place {
            Place::Memory => VaultKind::Memory,
            Place::Keyring(_) => VaultKind::Keyring,
        };
        let problem = match tokio::time::timeout(GLANCE, self.get(self.proof(), "")).await {
            Ok(Ok(_)) => None,
            Ok(Err(error)) => Some(error.0),
            Err(_) => Some(Said::plain(Key::KeyringWaits)),
        };
        VaultView { kind, available: problem.is_none(), problem }
    }

    /// A secret that only the place itself can answer for.
    fn proof(&self) -> Name {
        let elsewhere = |name: &Name| {
            // A host may do without these for ever: they prove nothing that it needs.
            matches!(name, Name::PreviousWebhookSecret | Name::TunnelToken)
                || self.0.given.contains_key(name)
                || self.is_transient(*name)
        };
        Name::ALL.into_iter().find(|name| !elsewhere(name)).unwrap_or(Name::WebhookSecret)
    }

    /// A host that is given a secret needs no keyring for what only goes with it: a token is a
    /// convenience, and whoever gives the secret of now can give the one before it too.
    fn is_transient(&self, name: Name) -> bool {
        let goes_with = match name {
            Name::IadvizeToken => Name::IadvizePassword,
            Name::PreviousWebhookSecret => Name::WebhookSecret,
            _ => return false,
        };
        self.0.given.contains_key(&goes_with)
    }

    /// What the keyring said before, if it is to be believed still.
    fn remembered(&self, entry: &Entry) -> Option<Result<Option<Secret>, Unavailable>> {
        let memory = self.said();
        if let Some(known) = memory.known.get(entry) {
            return Some(Ok(known.clone()));
        }
        let (at, why) = memory.refused.as_ref()?;
        (at.elapsed() < REST).then(|| Err(why.clone()))
    }

    fn note(
        &self,
        entry: Entry,
        answer: Result<Option<Secret>, Unavailable>,
    ) -> Result<Option<Secret>, Unavailable> {
        let mut memory = self.said();
        match &answer {
            Ok(secret) => {
                memory.known.insert(entry, secret.clone());
                memory.refused = None;
            }
            Err(why) => memory.refused = Some((Instant::now(), why.clone())),
        }
        answer
    }

    fn said(&self) -> MutexGuard<'_, Memory> {
        self.0.memory.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// What an entry is called in the keyring. Whom it is for is told apart, not told: libraries log
/// the names of entries, and an account's has an email in it.
fn label((name, whom): &Entry) -> String {
    match whom.is_empty() {
        true => name.as_str().to_owned(),
        false => {
            let whom = Uuid::new_v5(&Uuid::NAMESPACE_OID, whom.as_bytes());
            format!("{} for {whom}", name.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_secret_is_only_for_whom_it_was_given() {
        let vault = Vault::memory();
        let secret = Secret::new("pat-1");
        vault.set(Name::HubspotToken, "https://a.example", secret.clone()).await.expect("kept");
        let get = async |whom: &str| vault.get(Name::HubspotToken, whom).await.expect("an answer");
        assert_eq!(get("https://a.example").await, Some(secret));
        assert_eq!(get("https://b.example").await, None);
        assert_eq!(get("").await, None);
        vault.forget(Name::HubspotToken, "https://a.example").await.expect("forgotten");
        assert_eq!(get("https://a.example").await, None);
    }
}
