//! The places that a data folder's secrets can be in, and the one that was chosen.

use super::{Unavailable, choice, disk::Turn, file, keyring_store};
use crate::{secret::Secret, types::VaultKind};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Both places. Which one is used is looked up each time: another program may have chosen.
pub struct System {
    pub folder: PathBuf,
    pub keyring: keyring_store::Store,
    pub file: file::Store,
    /// The passphrase that the environment gives.
    pub given: Option<Secret>,
}

impl System {
    pub fn new(folder: &Path, scope: &str, given: Option<Secret>, work: u8) -> Self {
        Self {
            folder: folder.to_owned(),
            keyring: keyring_store::Store::new(scope),
            file: file::Store::new(folder, given.clone(), work),
            given,
        }
    }

    /// The place that was chosen.
    pub fn kind(&self) -> Result<VaultKind, Unavailable> {
        choice::read(&self.folder).map_err(Unavailable)
    }

    /// The secret of this name, out of the place that is used.
    pub async fn get(&self, name: String) -> Result<Option<Secret>, Unavailable> {
        match self.kind()? {
            VaultKind::File => self.in_file(move |file| file.get(&name)).await,
            VaultKind::Keyring | VaultKind::Memory => self.keyring.get(name).await,
        }
    }

    /// Keep a secret in the place that is used, or forget it.
    pub async fn put(&self, name: String, secret: Option<&Secret>) -> Result<(), Unavailable> {
        let turn = self.turn().await?;
        match (self.kind()?, secret) {
            (VaultKind::File, secret) => {
                let secret = secret.cloned();
                let change = move |secrets: &mut file::Secrets| match secret {
                    Some(secret) => drop(secrets.insert(name, secret)),
                    None => drop(secrets.remove(&name)),
                };
                self.in_file(move |file| file.change(&turn, change)).await
            }
            (_, Some(secret)) => self.keyring.set(name, secret).await,
            (_, None) => self.keyring.delete(name).await,
        }
    }

    /// The right to change, once no other program has it.
    pub async fn turn(&self) -> Result<Arc<Turn>, Unavailable> {
        let folder = self.folder.clone();
        let taken = move || Turn::take(&folder).map_err(|error| file::failed(&folder, &error));
        beside(taken).await.map(Arc::new)
    }

    /// Work on the file, beside everything else: it reads, writes, and turns passphrases into keys.
    pub async fn in_file<T: Send + 'static>(
        &self,
        work: impl FnOnce(&file::Store) -> Result<T, crate::said::Said> + Send + 'static,
    ) -> Result<T, Unavailable> {
        let file = self.file.clone();
        beside(move || work(&file)).await
    }
}

async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, crate::said::Said> + Send + 'static,
) -> Result<T, Unavailable> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result.map_err(Unavailable),
        Err(_) => Err(keyring_store::unexpected()),
    }
}
