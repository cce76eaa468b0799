//! From one place to the other: copied, read back, chosen, and only then removed from the old one.

use super::{Kept, Memory, Name, Unavailable, Vault, choice, disk::Turn, file, label};
use crate::{
    said::{Key, Said},
    secret::Secret,
    types::VaultKind,
};
use std::sync::Arc;

/// The choice of a place.
pub struct Choose {
    /// The place to use from now on.
    pub kind: VaultKind,
    /// The file's passphrase, when it isn't the environment's or known already.
    pub passphrase: Option<Secret>,
    /// Go on without what the old place does not give: it is entered again.
    pub leave: bool,
}

impl Vault {
    /// Use this place from now on, and move what these were given there. If anything fails the old
    /// place stays in use, with all that it holds.
    pub async fn choose(&self, new: Choose, entries: &[(Name, String)]) -> Result<(), Unavailable> {
        let Kept::System(system) = &self.0.kept else {
            return Err(Unavailable(Said::plain(Key::VaultInMemory)));
        };
        let _asking = self.0.asking.lock().await;
        let turn = system.turn().await?;
        match (system.kind(), new.kind) {
            (_, VaultKind::Memory) => return Err(Unavailable(Said::plain(Key::VaultInMemory))),
            (Ok(VaultKind::Keyring), VaultKind::Keyring) => return Ok(()),
            (Ok(VaultKind::File), VaultKind::File) => self.again(&turn, new).await?,
            (_, VaultKind::File) => self.to_file(&turn, new, entries).await?,
            (_, VaultKind::Keyring) => self.to_keyring(&turn, new).await?,
        }
        *self.said() = Memory::default();
        Ok(())
    }

    /// Open the file with this passphrase. Nothing is asked anew of a vault without a file.
    pub async fn unlock(&self, passphrase: Secret) -> Result<(), Unavailable> {
        let Kept::System(system) = &self.0.kept else { return Ok(()) };
        match system.kind()? {
            VaultKind::File => system.in_file(move |file| file.unlock(passphrase)).await,
            VaultKind::Keyring | VaultKind::Memory => {
                Err(Unavailable(Said::plain(Key::VaultNoPassphrase)))
            }
        }
    }

    /// Give the file another passphrase.
    pub async fn change_passphrase(&self, old: Secret, new: Secret) -> Result<(), Unavailable> {
        let no_file = || Unavailable(Said::plain(Key::VaultNoPassphrase));
        let Kept::System(system) = &self.0.kept else { return Err(no_file()) };
        let turn = system.turn().await?;
        if system.kind()? != VaultKind::File {
            return Err(no_file());
        }
        system.in_file(move |file| file.change_passphrase(&turn, &old, &new)).await
    }

    /// The passphrase that the environment gives.
    pub fn given_passphrase(&self) -> Option<Secret> {
        match &self.0.kept {
            Kept::System(system) => system.given.clone(),
            Kept::Memory => None,
        }
    }

    /// The file was chosen before: open it, or begin a new one if this one is to be left.
    async fn again(&self, turn: &Arc<Turn>, new: Choose) -> Result<(), Unavailable> {
        let Kept::System(system) = &self.0.kept else { return Ok(()) };
        let (turn, given) = (turn.clone(), system.given.clone());
        let passphrase = passphrase(new.passphrase, given)?;
        let begin = move |file: &file::Store| match file.unlock(passphrase.clone()) {
            Err(_) if new.leave => {
                file.give_up(&turn)?;
                file.begin(&turn, passphrase, |_| {})
            }
            opened => opened,
        };
        system.in_file(begin).await
    }

    async fn to_file(
        &self,
        turn: &Arc<Turn>,
        new: Choose,
        entries: &[(Name, String)],
    ) -> Result<(), Unavailable> {
        let Kept::System(system) = &self.0.kept else { return Ok(()) };
        let passphrase = passphrase(new.passphrase, system.given.clone())?;
        let mut moved = file::Secrets::new();
        for entry in entries {
            let name = label(entry);
            match system.keyring.get(name.clone()).await {
                Ok(secret) => moved.extend(secret.map(|secret| (name, secret))),
                // Where no keyring is there is nothing to be moved.
                Err(error) if new.leave || is_absent(&error) => {}
                Err(error) => return Err(error),
            }
        }
        let (turn, folder, copy) = (turn.clone(), system.folder.clone(), moved.clone());
        let begin = move |file: &file::Store| {
            if new.leave && file.is_there()? && file.unlock(passphrase.clone()).is_err() {
                file.give_up(&turn)?;
            }
            let was_there = file.is_there()?;
            let begun = copy_into(file, &turn, passphrase, &copy)
                .and_then(|()| choice::write(&folder, VaultKind::File));
            if begun.is_err() && !was_there {
                file.remove(&turn)?;
            }
            begun
        };
        system.in_file(begin).await?;
        for name in moved.into_keys() {
            if let Err(error) = system.keyring.delete(name).await {
                tracing::warn!("a secret was moved, and its copy stays in the keyring: {error}");
            }
        }
        Ok(())
    }

    async fn to_keyring(&self, turn: &Arc<Turn>, new: Choose) -> Result<(), Unavailable> {
        let Kept::System(system) = &self.0.kept else { return Ok(()) };
        let given = new.passphrase;
        let all = move |file: &file::Store| {
            given.map(|passphrase| file.unlock(passphrase)).transpose()?;
            file.all()
        };
        let (moved, left) = match system.in_file(all).await {
            Ok(secrets) => (secrets, false),
            Err(_) if new.leave => (file::Secrets::new(), true),
            Err(error) => return Err(error),
        };
        // A keyring that holds nothing of ours yet must answer all the same.
        let mut before = vec![];
        system.keyring.get(Name::ALL[0].as_str().to_owned()).await?;
        for name in moved.keys() {
            before.push((name.clone(), system.keyring.get(name.clone()).await?));
        }
        let copied = async {
            for (name, secret) in &moved {
                system.keyring.set(name.clone(), secret).await?;
            }
            for (name, secret) in &moved {
                if system.keyring.get(name.clone()).await?.as_ref() != Some(secret) {
                    return Err(Unavailable(Said::plain(Key::VaultNotMoved)));
                }
            }
            choice::write(&system.folder, VaultKind::Keyring).map_err(Unavailable)
        };
        if let Err(error) = copied.await {
            self.put_back(before).await;
            return Err(error);
        }
        let turn = turn.clone();
        let tidy = move |file: &file::Store| match left {
            // What could not be read is not removed.
            true => file.give_up(&turn),
            false => file.remove(&turn),
        };
        if let Err(error) = system.in_file(tidy).await {
            tracing::warn!("the secrets were moved, and the encrypted file stays: {error}");
        }
        Ok(())
    }

    /// Make the keyring what it was.
    async fn put_back(&self, before: Vec<(String, Option<Secret>)>) {
        let Kept::System(system) = &self.0.kept else { return };
        for (name, secret) in before {
            let done = match secret {
                Some(secret) => system.keyring.set(name, &secret).await,
                None => system.keyring.delete(name).await,
            };
            if let Err(error) = done {
                tracing::warn!("the keyring can't be made what it was: {error}");
            }
        }
    }
}

/// Keep these in the file too, and see that the disk gives them back.
fn copy_into(
    file: &file::Store,
    turn: &Turn,
    passphrase: Secret,
    copy: &file::Secrets,
) -> Result<(), Said> {
    file.begin(turn, passphrase, |secrets| secrets.extend(copy.clone()))?;
    let kept = file.proof()?;
    match copy.iter().all(|(name, secret)| kept.get(name) == Some(secret)) {
        true => Ok(()),
        false => Err(Said::plain(Key::VaultNotMoved)),
    }
}

fn passphrase(asked: Option<Secret>, given: Option<Secret>) -> Result<Secret, Unavailable> {
    asked.or(given).ok_or_else(|| Unavailable(Said::plain(Key::VaultNeedsPassphrase)))
}

/// Whether there is no keyring at all, so that it holds nothing.
fn is_absent(error: &Unavailable) -> bool {
    use Key::{KeyringNoService, KeyringNoSession, KeyringNotCreated};
    matches!(error.0.key, KeyringNoService | KeyringNoSession | KeyringNotCreated)
}

#[cfg(test)]
#[path = "moving_tests.rs"]
mod tests;
