//! The operating system's keyring: Secret Service on Linux, Keychain on macOS, Credential Manager
//! on Windows.

use super::{Name, Unavailable};
use crate::{
    said::{Key, Said},
    secret::Secret,
};
use keyring::Error;
use std::time::Duration;

/// A locked keyring may ask the person at the screen, and doesn't return until they have answered.
const PATIENCE: Duration = Duration::from_secs(60);
/// Where there is no screen nobody answers.
const NO_SCREEN: Duration = Duration::from_secs(5);

fn patience() -> Duration {
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"].map(std::env::var_os).into_iter().flatten().next();
    match screen {
        None if cfg!(target_os = "linux") => NO_SCREEN,
        _ => PATIENCE,
    }
}

/// The keyring's service name, with the data folder so that two folders don't share secrets.
#[derive(Clone)]
pub struct Store {
    service: String,
}

impl Store {
    /// The entries of this scope.
    pub fn new(scope: &str) -> Self {
        Self { service: format!("leadbridge:{scope}") }
    }

    /// The secret of this name.
    pub async fn get(&self, name: String) -> Result<Option<Secret>, Unavailable> {
        let entry = self.entry(name);
        run(move || match entry()?.get_password() {
            Ok(text) => Ok(Some(Secret::new(text))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
        .await
    }

    /// Keep a secret.
    pub async fn set(&self, name: String, secret: &Secret) -> Result<(), Unavailable> {
        let (entry, secret) = (self.entry(name), secret.clone());
        run(move || entry()?.set_password(secret.reveal())).await
    }

    /// Forget a secret.
    pub async fn delete(&self, name: String) -> Result<(), Unavailable> {
        let entry = self.entry(name);
        run(move || match entry()?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
        .await
    }

    fn entry(&self, name: String) -> impl FnOnce() -> Result<Entry, Error> + Send + 'static {
        let service = self.service.clone();
        move || {
            open()?;
            Entry::new(&service, &name)
        }
    }
}

/// On Linux the store is opened by us, so that a keyring that comes up after us is found.
#[cfg(all(unix, not(target_os = "macos")))]
use keyring_core::Entry;

#[cfg(all(unix, not(target_os = "macos")))]
fn open() -> Result<(), Error> {
    if keyring_core::get_default_store().is_none() {
        keyring_core::set_default_store(zbus_secret_service_keyring_store::Store::new()?);
    }
    Ok(())
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
use keyring::Entry;

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn open() -> Result<(), Error> {
    Ok(())
}

/// The keyring's interface blocks: ask on a thread of its own, and not for ever.
async fn run<T: Send + 'static>(
    ask: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Unavailable> {
    match tokio::time::timeout(patience(), tokio::task::spawn_blocking(ask)).await {
        Ok(Ok(Ok(value))) => Ok(value),
        Ok(Ok(Err(error))) => Err(sentence(&error)),
        Ok(Err(_)) => Err(unexpected()),
        Err(_) => Err(unavailable(Key::KeyringLocked)),
    }
}

/// The keyring's own thread ended without an answer.
pub fn unexpected() -> Unavailable {
    failed("no answer")
}

fn sentence(error: &Error) -> Unavailable {
    let text = error.to_string().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    // The libraries give no kind for these: their words are all there is to go by.
    if has(&["prompt dismissed", "locked"]) {
        unavailable(Key::KeyringLocked)
    } else if has(&["serviceunknown", "not provided by any", "name has no owner"]) {
        unavailable(Key::KeyringNoService)
    } else if has(&["failed to connect", "dbus", "d-bus", "no such file"]) {
        unavailable(Key::KeyringNoSession)
    } else if has(&["result not returned"]) {
        unavailable(Key::KeyringNotCreated)
    } else {
        failed(&text)
    }
}

/// The environment's names for the secrets that a host can be given.
fn variables() -> (&'static str, String) {
    let names = [Name::IadvizePassword, Name::WebhookSecret, Name::HubspotToken];
    ("variables", names.map(Name::variable).join(", "))
}

fn unavailable(key: Key) -> Unavailable {
    Unavailable(Said::new(key, [variables()]))
}

fn failed(why: &str) -> Unavailable {
    Unavailable(Said::new(Key::KeyringFailed, [("why", why.to_owned()), variables()]))
}
