//! Where secrets are kept: the operating system's keyring, a file under a passphrase where there is
//! none, or memory for a demo and tests.
//!
//! A secret is never readable in the data folder, in a log or in an argument list. Which place is
//! used is chosen by a person, and never changes by itself. A headless host may be given a secret
//! in its environment as `LEADBRIDGE_SECRET_<NAME>`, which wins over every place.

mod choice;
mod disk;
mod file;
mod keyring_store;
mod moving;
mod name;
mod system;
mod view;

use crate::{
    said::{Key, Said},
    secret::Secret,
    types::VaultKind,
};
pub use file::VARIABLE as PASSPHRASE_VARIABLE;
pub use moving::Choose;
pub use name::Name;
use name::{Entry, label};
use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, Instant},
};
use system::System;

/// A keyring that has just refused is left alone for so long: asking again would put its window
/// in front of the person again.
const REST: Duration = Duration::from_secs(30);

/// The work of turning a passphrase into a key, as a power of two: 128 MiB, and about half a second
/// on a small machine. It is paid when the file is opened or written, not at each need of a secret.
const WORK: u8 = 17;

/// Why a secret can't be kept or found: a sentence that says how to go on.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{0}")]
pub struct Unavailable(pub Said);

/// Whether a passphrase is all that is missing.
pub fn is_locked(said: &Said) -> bool {
    use Key::{VaultGivenWrong, VaultLocked, VaultPassphraseChanged};
    matches!(said.key, VaultLocked | VaultGivenWrong | VaultPassphraseChanged)
}

/// The secrets of one data folder. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

struct Inner {
    kept: Kept,
    given: HashMap<Name, Secret>,
    memory: Mutex<Memory>,
    /// One question to the keyring at a time: two would open two windows.
    asking: tokio::sync::Mutex<()>,
}

enum Kept {
    System(Box<System>),
    Memory,
}

/// What this process remembers: what the keyring has said so far, and what is kept nowhere else.
#[derive(Default)]
struct Memory {
    known: HashMap<Entry, Option<Secret>>,
    refused: Option<(Instant, Unavailable)>,
}

impl Vault {
    /// The place that was chosen for this data folder (the operating system's keyring until
    /// another is), with what the environment gives on top.
    ///
    /// `scope` tells data folders apart in the keyring: two of them have different secrets.
    pub fn system(folder: &Path, scope: &str) -> Self {
        let given =
            Name::ALL.into_iter().filter_map(|name| Some((name, variable(&name.variable())?)));
        Self::system_with(folder, scope, given.collect(), variable(file::VARIABLE), WORK)
    }

    /// The same with another environment and another amount of work: for tests, which have no time.
    pub fn system_with(
        folder: &Path,
        scope: &str,
        given: HashMap<Name, Secret>,
        passphrase: Option<Secret>,
        work: u8,
    ) -> Self {
        let system = System::new(folder, scope, passphrase, work);
        Self::new(Kept::System(Box::new(system)), given)
    }

    /// This process's memory.
    pub fn memory() -> Self {
        Self::new(Kept::Memory, HashMap::new())
    }

    fn new(kept: Kept, given: HashMap<Name, Secret>) -> Self {
        let (memory, asking) = (Mutex::default(), tokio::sync::Mutex::default());
        Self(Arc::new(Inner { kept, given, memory, asking }))
    }

    /// The secret of this name that was given for this one, if there is one.
    pub async fn get(&self, name: Name, whom: &str) -> Result<Option<Secret>, Unavailable> {
        if let Some(secret) = self.0.given.get(&name) {
            return Ok(Some(secret.clone()));
        }
        let entry = (name, whom.to_owned());
        match self.place(name) {
            None => self.remembered(&entry).unwrap_or(Ok(None)),
            Some(system) if system.kind()? == VaultKind::File => system.get(label(&entry)).await,
            Some(_) => match self.remembered(&entry) {
                Some(answer) => answer,
                None => self.ask(entry).await,
            },
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
            let found = match vault.place(entry.0) {
                None => Ok(None),
                Some(system) => system.get(label(&entry)).await,
            };
            vault.note(entry, found)
        });
        asked.await.unwrap_or_else(|_| Err(keyring_store::unexpected()))
    }

    /// Keep a secret. One that the environment gives can't be replaced by another.
    pub async fn set(&self, name: Name, whom: &str, secret: Secret) -> Result<(), Unavailable> {
        match self.0.given.get(&name) {
            Some(given) if *given == secret => Ok(()),
            Some(_) => {
                let why = Said::new(Key::SecretGiven, [("variable", name.variable())]);
                Err(Unavailable(why))
            }
            None => self.put((name, whom.to_owned()), Some(secret)).await,
        }
    }

    /// Forget a secret. What the environment gives stays.
    pub async fn forget(&self, name: Name, whom: &str) -> Result<(), Unavailable> {
        self.put((name, whom.to_owned()), None).await
    }

    async fn put(&self, entry: Entry, secret: Option<Secret>) -> Result<(), Unavailable> {
        let kept = match self.place(entry.0).filter(|_| !self.0.given.contains_key(&entry.0)) {
            None => Ok(()),
            Some(system) => {
                let _turn = self.0.asking.lock().await;
                let kept = system.put(label(&entry), secret.as_ref()).await;
                if self.is_file() {
                    // The file remembers for itself.
                    return kept;
                }
                kept
            }
        };
        self.note(entry, kept.map(|()| secret)).map(drop)
    }

    /// Drop what is remembered, so that what another program has kept since is seen.
    pub fn refresh(&self) {
        if matches!(self.0.kept, Kept::System(_)) {
            *self.said() = Memory::default();
        }
    }

    /// Where this secret is kept beyond this process.
    fn place(&self, name: Name) -> Option<&System> {
        match &self.0.kept {
            Kept::System(system) if !self.is_transient(name) => Some(system),
            _ => None,
        }
    }

    /// Whether the encrypted file is used.
    fn is_file(&self) -> bool {
        match &self.0.kept {
            Kept::System(system) => matches!(system.kind(), Ok(VaultKind::File)),
            Kept::Memory => false,
        }
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

/// A variable that says something: one that is set to nothing gives nothing, and an empty key would
/// sign anything.
fn variable(name: &str) -> Option<Secret> {
    std::env::var(name).ok().filter(|text| !text.trim().is_empty()).map(Secret::new)
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
