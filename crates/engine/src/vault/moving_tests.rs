//! Between a keyring of the test's own and a real file. One test at a time has the keyring, since a
//! process has but one.

use super::*;
use crate::vault::{Name::*, keyring_store};
use keyring_core::{Entry, Error, mock};
use std::{collections::HashMap, fs, path::Path};
use tokio::sync::{Mutex, MutexGuard};

const WORK: u8 = 2;
const PASSPHRASE: &str = "four plain old words";

/// A data folder, with the keyring to itself.
struct Desk {
    folder: tempfile::TempDir,
    scope: String,

    _alone: MutexGuard<'static, ()>,
}

impl Desk {
    async fn new() -> Self {
        static ALONE: Mutex<()> = Mutex::const_new(());
        let _alone = ALONE.lock().await;
        let keyring = mock::Store::new().expect("a keyring");
        keyring_core::set_default_store(keyring);
        let folder = tempfile::tempdir().expect("a folder");
        let scope = folder.path().display().to_string();
        Self { folder, scope, _alone }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A program on this folder.
    fn program(&self, passphrase: Option<&str>) -> Vault {
        let given = passphrase.map(Secret::new);
        Vault::system_with(self.path(), &self.scope, HashMap::new(), given, WORK)
    }

    /// A program that keeps two secrets in the keyring.
    async fn begun(&self) -> Vault {
        let vault = self.program(None);
        vault.set(HubspotToken, "https://x", Secret::new("pat")).await.expect("kept");
        vault.set(WebhookSecret, "", Secret::new("sign")).await.expect("kept");
        vault
    }

    /// What the keyring itself holds of these.
    async fn in_keyring(&self) -> Vec<String> {
        let store = keyring_store::Store::new(&self.scope);
        let mut texts = vec![];
        for entry in entries() {
            let secret = store.get(label(&entry)).await.expect("it answers");
            texts.extend(secret.map(|secret| secret.reveal().to_owned()));
        }
        texts
    }

    /// The next question to the keyring about this secret is answered so.
    fn fail(&self, entry: &(Name, String), error: Error) {
        let service = format!("leadbridge:{}", self.scope);
        let entry = Entry::new(&service, &label(entry)).expect("an entry");
        let cred = entry.as_any().downcast_ref::<mock::Cred>().expect("a mock");
        cred.set_error(error);
    }
}

fn entries() -> Vec<(Name, String)> {
    vec![(WebhookSecret, String::new()), (HubspotToken, "https://x".to_owned())]
}

fn choose(kind: VaultKind, passphrase: &str, leave: bool) -> Choose {
    let passphrase = Some(passphrase).filter(|text| !text.is_empty()).map(Secret::new);
    Choose { kind, passphrase, leave }
}

async fn both(vault: &Vault) -> Result<Vec<String>, Key> {
    let mut texts = vec![];
    for (name, whom) in entries() {
        let secret = vault.get(name, &whom).await.map_err(|why| why.0.key)?;
        texts.extend(secret.map(|secret| secret.reveal().to_owned()));
    }
    Ok(texts)
}

fn whole() -> Result<Vec<String>, Key> {
    Ok(vec!["sign".into(), "pat".into()])
}

async fn key(result: impl Future<Output = Result<(), Unavailable>>) -> Option<Key> {
    result.await.err().map(|why| why.0.key)
}

#[tokio::test]
async fn secrets_move_to_the_file_and_back_and_the_old_place_keeps_none() {
    let desk = Desk::new().await;
    let vault = desk.begun().await;
    vault.choose(choose(VaultKind::File, PASSPHRASE, false), &entries()).await.expect("moved");
    assert_eq!(both(&vault).await, whole());
    assert!(desk.in_keyring().await.is_empty());
    let view = vault.view().await;
    assert_eq!((view.kind, view.available, view.locked), (VaultKind::File, true, false));
    assert!(view.path.expect("a path").ends_with("secrets.age"));

    let later = desk.program(None);
    assert_eq!(both(&later).await, Err(Key::VaultLocked));
    assert!(later.view().await.locked);
    let back = choose(VaultKind::Keyring, "", false);
    assert_eq!(key(later.choose(back, &entries())).await, Some(Key::VaultLocked));
    later.unlock(Secret::new(PASSPHRASE)).await.expect("opened");
    assert_eq!(both(&later).await, whole());

    // The keyring is asked for no list: all that the file holds goes back.
    later.choose(choose(VaultKind::Keyring, "", false), &[]).await.expect("moved");
    assert_eq!(desk.in_keyring().await.len(), 2);
    assert_eq!(both(&later).await, whole());
    assert_eq!(later.view().await.kind, VaultKind::Keyring);
    let left: Vec<_> = fs::read_dir(desk.path()).expect("a folder").flatten().collect();
    let age = |name: &str| name.ends_with(".age");
    assert!(!left.iter().any(|file| age(&file.file_name().to_string_lossy())), "{left:?}");
}

#[tokio::test]
async fn another_program_sees_the_choice_without_being_told() {
    let desk = Desk::new().await;
    let (vault, other) = (desk.begun().await, desk.program(Some(PASSPHRASE)));
    vault.choose(choose(VaultKind::File, PASSPHRASE, false), &entries()).await.expect("moved");
    other.set(WebhookSecret, "", Secret::new("new")).await.expect("kept");
    assert!(desk.in_keyring().await.is_empty(), "not in the place of before");
    let secret = vault.get(WebhookSecret, "").await.expect("open").expect("there");
    assert_eq!(secret.reveal(), "new");
}

#[tokio::test]
async fn a_keyring_that_stays_locked_is_not_left_unless_that_is_meant() {
    let desk = Desk::new().await;
    let vault = desk.begun().await;
    let locked = || Error::Invalid("prompt".into(), "locked".into());
    desk.fail(&entries()[1], locked());
    let file = || choose(VaultKind::File, PASSPHRASE, false);
    assert_eq!(key(vault.choose(file(), &entries())).await, Some(Key::KeyringLocked));
    assert_eq!(vault.view().await.kind, VaultKind::Keyring);
    assert!(!desk.path().join("secrets.age").exists());
    assert_eq!(both(&desk.program(None)).await, whole());

    desk.fail(&entries()[1], locked());
    vault.choose(choose(VaultKind::File, PASSPHRASE, true), &entries()).await.expect("left");
    assert_eq!(both(&vault).await, Ok(vec!["sign".into()]));
    assert_eq!(desk.in_keyring().await, ["pat"], "what could not be read is not removed");
}

#[tokio::test]
async fn without_any_keyring_there_is_nothing_to_be_moved() {
    let desk = Desk::new().await;
    let vault = desk.program(None);
    let absent = || Error::Invalid("bus".into(), "failed to connect to address".into());
    entries().iter().for_each(|entry| desk.fail(entry, absent()));
    vault.choose(choose(VaultKind::File, PASSPHRASE, false), &entries()).await.expect("chosen");
    assert!(vault.view().await.available);
    // Back to a keyring that doesn't answer: the file stays in use.
    vault.set(WebhookSecret, "", Secret::new("sign")).await.expect("kept");
    desk.fail(&entries()[0], absent());
    let back = choose(VaultKind::Keyring, "", false);
    assert_eq!(key(vault.choose(back, &[])).await, Some(Key::KeyringNoSession));
    assert_eq!(both(&vault).await, Ok(vec!["sign".into()]));
    assert_eq!(vault.view().await.kind, VaultKind::File);
}

#[tokio::test]
async fn a_choice_that_can_not_be_written_leaves_no_copy_behind() {
    let desk = Desk::new().await;
    let vault = desk.begun().await;
    fs::create_dir_all(desk.path().join("secrets.place/taken")).expect("a folder");
    let chosen = key(vault.choose(choose(VaultKind::File, PASSPHRASE, false), &entries())).await;
    assert_eq!(chosen, Some(Key::VaultFileFailed));
    assert!(!desk.path().join("secrets.age").exists());
    fs::remove_dir_all(desk.path().join("secrets.place")).expect("removed");
    assert_eq!(both(&desk.program(None)).await, whole());
}

#[tokio::test]
async fn a_lost_passphrase_costs_the_secrets_and_nothing_else() {
    let desk = Desk::new().await;
    let vault = desk.begun().await;
    vault.choose(choose(VaultKind::File, PASSPHRASE, false), &entries()).await.expect("moved");
    let later = desk.program(None);
    let new = "another four plain words";
    let again = |leave| choose(VaultKind::File, new, leave);
    assert_eq!(key(later.choose(again(false), &entries())).await, Some(Key::VaultWrongPassphrase));
    later.choose(again(true), &entries()).await.expect("a new file");
    assert_eq!(both(&later).await, Ok(vec![]));
    later.set(WebhookSecret, "", Secret::new("sign")).await.expect("entered again");
    assert!(desk.path().join("secrets.given-up.age").exists());
    assert_eq!(both(&vault).await, Err(Key::VaultPassphraseChanged));
}

#[tokio::test]
async fn a_place_that_this_version_does_not_know_is_not_guessed() {
    let desk = Desk::new().await;
    let vault = desk.begun().await;
    fs::write(desk.path().join("secrets.place"), "moon\n").expect("written");
    assert_eq!(both(&vault).await, Err(Key::VaultPlaceUnknown));
    assert!(!vault.view().await.available);
    assert_eq!(
        key(vault.set(WebhookSecret, "", Secret::new("x"))).await,
        Some(Key::VaultPlaceUnknown)
    );
}
