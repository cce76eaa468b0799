//! A file of secrets under a passphrase, for where there is no keyring.
//!
//! It is opened once and kept in memory: the work that keeps guessers out is paid when the file was
//! changed, not at each need of a secret. Another program's change is seen because the bytes are
//! looked at each time; there are few of them.

mod format;

use super::disk::{self, Turn};
use crate::{
    said::{Key, Said},
    secret::Secret,
};
use format::Fault;
pub use format::Secrets;
use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
};

/// The file, in the data folder.
const FILE: &str = "secrets.age";
/// Where a file goes that is given up: nothing of a person's is ever removed unread.
const GIVEN_UP: &str = "secrets.given-up.age";

/// The passphrase of a host where nobody is to be asked.
pub const VARIABLE: &str = "LEADBRIDGE_SECRET_VAULT_PASSPHRASE";

/// The file of a data folder. Cheap to clone; all clones are one. What it does blocks.
#[derive(Clone)]
pub struct Store {
    path: PathBuf,
    work: u8,
    held: Arc<Mutex<Held>>,
}

/// What is known of the file.
struct Held {
    passphrase: Option<Secret>,
    /// Why there is no passphrase, when there is none.
    locked: Key,
    open: Option<Open>,
}

/// The file as it was opened last.
struct Open {
    bytes: Vec<u8>,
    secrets: Secrets,
}

impl Store {
    /// The file of this folder, with the environment's passphrase if it gives one.
    pub fn new(folder: &Path, given: Option<Secret>, work: u8) -> Self {
        let locked = if given.is_some() { Key::VaultGivenWrong } else { Key::VaultLocked };
        let held = Held { passphrase: given, locked, open: None };
        Self { path: folder.join(FILE), work, held: Arc::new(Mutex::new(held)) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All its secrets, as they are now.
    pub fn all(&self) -> Result<Secrets, Said> {
        let mut held = self.held();
        self.fresh(&mut held).map(|open| open.secrets.clone())
    }

    /// The secret of this name.
    pub fn get(&self, name: &str) -> Result<Option<Secret>, Said> {
        let mut held = self.held();
        self.fresh(&mut held).map(|open| open.secrets.get(name).cloned())
    }

    /// Change what is there now, whoever wrote it.
    pub fn change(&self, _turn: &Turn, change: impl FnOnce(&mut Secrets)) -> Result<(), Said> {
        let mut held = self.held();
        let before = self.fresh(&mut held)?.secrets.clone();
        let mut secrets = before.clone();
        change(&mut secrets);
        if before == secrets {
            return Ok(());
        }
        // There is one, or it would not be open.
        let passphrase = held.passphrase.clone().ok_or_else(|| Said::plain(held.locked))?;
        self.write(&mut held, &passphrase, secrets)
    }

    /// Open it with this passphrase. A wrong one leaves everything as it was.
    pub fn unlock(&self, passphrase: Secret) -> Result<(), Said> {
        let bytes = self.bytes()?;
        let secrets = self.open(&bytes, &passphrase)?;
        *self.held() = held(passphrase, bytes, secrets);
        Ok(())
    }

    /// Make the file, or open the one that is there; then change it.
    pub fn begin(
        &self,
        turn: &Turn,
        passphrase: Secret,
        change: impl FnOnce(&mut Secrets),
    ) -> Result<(), Said> {
        if self.is_there()? {
            self.unlock(passphrase)?;
            return self.change(turn, change);
        }
        let mut secrets = Secrets::new();
        change(&mut secrets);
        self.write(&mut self.held(), &passphrase, secrets)
    }

    /// Encrypt it anew under another passphrase.
    pub fn change_passphrase(&self, _turn: &Turn, old: &Secret, new: &Secret) -> Result<(), Said> {
        let secrets = self.open(&self.bytes()?, old)?;
        self.write(&mut self.held(), new, secrets)
    }

    /// What is on the disk, opened anew: proof of what was written.
    pub fn proof(&self) -> Result<Secrets, Said> {
        let passphrase = self.held().passphrase.clone();
        let passphrase = passphrase.ok_or_else(|| Said::plain(Key::VaultLocked))?;
        self.open(&self.bytes()?, &passphrase)
    }

    /// Whether there is a file.
    pub fn is_there(&self) -> Result<bool, Said> {
        self.path.try_exists().map_err(|error| failed(&self.path, &error))
    }

    /// Put the file aside, still encrypted: it can't be opened, or is not to be.
    pub fn give_up(&self, _turn: &Turn) -> Result<(), Said> {
        *self.held() = Held { passphrase: None, locked: Key::VaultLocked, open: None };
        match self.is_there()? {
            true => disk::rename(&self.path, &self.path.with_file_name(GIVEN_UP))
                .map_err(|error| failed(&self.path, &error)),
            false => Ok(()),
        }
    }

    /// Remove the file: what it held is elsewhere.
    pub fn remove(&self, _turn: &Turn) -> Result<(), Said> {
        disk::remove(&self.path).map_err(|error| failed(&self.path, &error))?;
        *self.held() = Held { passphrase: None, locked: Key::VaultLocked, open: None };
        Ok(())
    }

    /// The file as it is now, opened.
    fn fresh<'a>(&self, held: &'a mut Held) -> Result<&'a Open, Said> {
        let passphrase = held.passphrase.clone().ok_or_else(|| Said::plain(held.locked));
        // A file that is gone or damaged opens with no passphrase: that is said first.
        let bytes = self.bytes()?;
        let known = held.open.take().filter(|open| open.bytes == bytes);
        let open = match known {
            Some(open) => open,
            None => {
                format::check(&bytes).map_err(|fault| self.said(fault))?;
                let passphrase = passphrase?;
                let secrets = self.open(&bytes, &passphrase).inspect_err(|why| {
                    if why.key == Key::VaultWrongPassphrase {
                        held.passphrase = None;
                    }
                });
                let secrets = secrets.map_err(|why| match why.key {
                    Key::VaultWrongPassphrase => Said::plain(held.locked),
                    _ => why,
                })?;
                // From now on a passphrase that doesn't open it was changed elsewhere.
                held.locked = Key::VaultPassphraseChanged;
                Open { bytes, secrets }
            }
        };
        Ok(held.open.insert(open))
    }

    fn write(&self, held: &mut Held, passphrase: &Secret, secrets: Secrets) -> Result<(), Said> {
        let written = format::seal(&secrets, passphrase, self.work)
            .and_then(|bytes| disk::replace(&self.path, &bytes).map(|()| bytes));
        let bytes = written.map_err(|error| failed(&self.path, &error))?;
        *held = self::held(passphrase.clone(), bytes, secrets);
        Ok(())
    }

    fn bytes(&self) -> Result<Vec<u8>, Said> {
        let bytes = disk::read(&self.path).map_err(|error| failed(&self.path, &error))?;
        bytes.ok_or_else(|| Said::new(Key::VaultFileMissing, [self.named()]))
    }

    fn open(&self, bytes: &[u8], passphrase: &Secret) -> Result<Secrets, Said> {
        format::unseal(bytes, passphrase).map_err(|fault| self.said(fault))
    }

    fn said(&self, fault: Fault) -> Said {
        match fault {
            Fault::Passphrase => Said::plain(Key::VaultWrongPassphrase),
            Fault::Damaged => Said::new(Key::VaultFileDamaged, [self.named()]),
            Fault::Newer(format) => {
                Said::new(Key::VaultFileNewer, [self.named(), ("format", format.to_string())])
            }
        }
    }

    fn named(&self) -> (&'static str, String) {
        ("path", self.path.display().to_string())
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

fn held(passphrase: Secret, bytes: Vec<u8>, secrets: Secrets) -> Held {
    let open = Some(Open { bytes, secrets });
    Held { passphrase: Some(passphrase), locked: Key::VaultPassphraseChanged, open }
}

/// A file that can't be read or written.
pub fn failed(path: &Path, error: &io::Error) -> Said {
    let why = ("why", error.to_string());
    Said::new(Key::VaultFileFailed, [("path", path.display().to_string()), why])
}

#[cfg(test)]
mod tests;
