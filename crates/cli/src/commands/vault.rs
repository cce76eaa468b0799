//! `leadbridge vault`

use super::open;
use crate::{
    args::{Place, Vault, VaultCommand},
    ask,
    failure::Failure,
    output,
};
use leadbridge_engine::{
    App, api,
    said::Key,
    types::{ChangePassphrase, Empty, UnlockVault, UseVault, VaultKind, VaultView},
    vault::PASSPHRASE_VARIABLE,
};

/// Say where secrets are, choose another place, or change the file's passphrase.
pub async fn run(args: Vault) -> Result<(), Failure> {
    let app = open("vault").await?;
    let (view, note) = match args.command {
        None => (view(&app).await?, None),
        Some(VaultCommand::Use { place: Place::File, leave }) => to_file(&app, leave).await?,
        Some(VaultCommand::Use { place: Place::Keyring, leave }) => to_keyring(&app, leave).await?,
        Some(VaultCommand::Passphrase) => passphrase(&app).await?,
    };
    match args.json {
        true => output::json(&view)?,
        false => {
            output::line(&place(&view))?;
            note.map_or(Ok(()), |note| output::line(&note))?;
        }
    }
    match view.problem {
        Some(problem) => Err(Failure::wrong(problem.text)),
        None => Ok(()),
    }
}

/// Open the encrypted file if it waits for its passphrase: for what can do nothing without secrets.
pub async fn unlock(app: &App) -> Result<(), Failure> {
    let view = view(app).await?;
    let Some(problem) = view.problem.filter(|_| view.locked) else { return Ok(()) };
    // A wrong one of the environment is corrected there: nobody is asked.
    if problem.key != Key::VaultLocked || !ask::is_terminal() {
        return Err(Failure::wrong(problem.text));
    }
    let passphrase = ask::secret("passphrase of the encrypted file of secrets")?;
    api::unlock_vault(app, UnlockVault { passphrase }).await?;
    Ok(())
}

/// The place after a change, and what else there is to know.
type Changed = (VaultView, Option<String>);

async fn to_file(app: &App, leave: bool) -> Result<Changed, Failure> {
    let in_use = view(app).await?.kind == VaultKind::File;
    let given = given().is_some();
    let passphrase = match given {
        true => None,
        // It is the one of the file that is there.
        false if in_use && !leave => Some(ask::secret("passphrase")?),
        false => Some(ask::new_secret("passphrase")?),
    };
    let request = UseVault { kind: VaultKind::File, passphrase, leave };
    let view = api::use_vault(app, request).await?;
    Ok((view, given.then(|| format!("its passphrase is the one in {PASSPHRASE_VARIABLE}"))))
}

async fn to_keyring(app: &App, leave: bool) -> Result<Changed, Failure> {
    let passphrase = match view(app).await?.locked && !leave {
        true => Some(ask::secret("passphrase")?),
        false => None,
    };
    let request = UseVault { kind: VaultKind::Keyring, passphrase, leave };
    Ok((api::use_vault(app, request).await?, None))
}

async fn passphrase(app: &App) -> Result<Changed, Failure> {
    if view(app).await?.kind != VaultKind::File {
        return Err(Failure::input(
            "secrets are in no encrypted file here: `leadbridge vault use file` makes one",
        ));
    }
    let old = ask::secret("passphrase of now")?;
    let new = ask::new_secret("new passphrase")?;
    let stale = given().is_some_and(|given| given != new);
    let view = api::change_passphrase(app, ChangePassphrase { old, new }).await?;
    let note = match stale {
        true => format!(
            "the passphrase is changed; {PASSPHRASE_VARIABLE} holds another one: change it there too"
        ),
        false => "the passphrase is changed; a window asks for it, `leadbridge serve` is to be started again".to_owned(),
    };
    Ok((view, Some(note)))
}

async fn view(app: &App) -> Result<VaultView, Failure> {
    Ok(api::status(app, Empty {}).await?.vault)
}

/// The environment's passphrase.
fn given() -> Option<String> {
    std::env::var(PASSPHRASE_VARIABLE).ok().filter(|text| !text.trim().is_empty())
}

fn place(view: &VaultView) -> String {
    match (view.kind, &view.path) {
        (VaultKind::File, Some(path)) => format!("secrets are in the encrypted file {path}"),
        (VaultKind::File, None) => "secrets are in an encrypted file".to_owned(),
        (VaultKind::Keyring, _) => "secrets are in the system's keyring".to_owned(),
        (VaultKind::Memory, _) => "secrets are in this program's memory".to_owned(),
    }
}
