//! Where secrets are kept.

use super::super::{ApiError, Code};
use crate::{
    App,
    said::{Key, Said},
    secret::Secret,
    types::{
        ChangePassphrase, DestinationKind, Topic, UnlockVault, UseVault, VaultKind, VaultView,
    },
    vault::{self, Choose, Name},
};

/// A passphrase is guessed at as fast as a thief's machine goes: shorter ones fall in days.
const LEAST: usize = 12;

/// Choose where secrets are kept, and move those that are there.
pub async fn use_vault(app: &App, request: UseVault) -> Result<VaultView, ApiError> {
    let given = app.vault().given_passphrase();
    let passphrase = request.passphrase.filter(|text| !text.is_empty()).map(Secret::new);
    if request.kind == VaultKind::File {
        // One that opens the file that is there may be as short as it is.
        let known = app.vault().view().await.kind == VaultKind::File && !request.leave;
        match passphrase.as_ref().or(given.as_ref()) {
            Some(passphrase) if !known => long_enough(passphrase)?,
            _ => {}
        }
    }
    let choose = Choose { kind: request.kind, passphrase, leave: request.leave };
    app.vault().choose(choose, &entries(app)).await?;
    app.secrets_changed().await?;
    go_on(app).await
}

/// Open the encrypted file of secrets; what waited for it goes on.
pub async fn unlock_vault(app: &App, request: UnlockVault) -> Result<VaultView, ApiError> {
    app.vault().unlock(Secret::new(request.passphrase)).await?;
    // Nothing has changed for the other programs: each has its own passphrase.
    app.resume().await?;
    go_on(app).await
}

/// Give the encrypted file of secrets another passphrase.
pub async fn change_passphrase(
    app: &App,
    request: ChangePassphrase,
) -> Result<VaultView, ApiError> {
    let new = Secret::new(request.new);
    long_enough(&new)?;
    app.vault().change_passphrase(Secret::new(request.old), new).await?;
    app.secrets_changed().await?;
    go_on(app).await
}

/// Do at once what waited for a secret.
async fn go_on(app: &App) -> Result<VaultView, ApiError> {
    let now = app.clock().now();
    app.store().hurry_arrivals(now).await?;
    app.store().hurry_queued(now).await?;
    app.wake_ingest();
    app.wake_deliver();
    app.changed(Topic::Settings);
    Ok(app.vault().view().await)
}

fn long_enough(passphrase: &Secret) -> Result<(), ApiError> {
    match passphrase.reveal().chars().count() < LEAST {
        true => {
            let short = Said::new(Key::VaultPassphraseShort, [("least", LEAST.to_string())]);
            Err(ApiError::new(Code::BadInput, short.text))
        }
        false => Ok(()),
    }
}

/// The secrets that the configuration speaks of. A keyring can't be asked for all that it holds:
/// what was given for an account or address of before stays there.
fn entries(app: &App) -> Vec<(Name, String)> {
    let config = app.config();
    let hooks = [Name::WebhookSecret, Name::PreviousWebhookSecret];
    let mut entries: Vec<_> = hooks.map(|name| (name, String::new())).into();
    for account in app.accounts().iter() {
        let whom = account.whom.identity();
        entries.extend([Name::IadvizePassword, Name::IadvizeToken].map(|n| (n, whom.clone())));
        entries.extend(hooks.map(|name| (name, account.key.clone())));
    }
    if let Some(tunnel) = config.tunnel.as_ref().filter(|tunnel| tunnel.takes_secret()) {
        entries.push((Name::TunnelToken, tunnel.whom()));
    }
    if let Some(to) = config.destination.as_ref().filter(|to| to.kind == DestinationKind::Hubspot) {
        entries.push((Name::HubspotToken, to.base_url()));
    }
    entries
}

/// The way out that a vault's words call for.
pub(super) fn code(said: &Said) -> Code {
    match said.key {
        _ if vault::is_locked(said) => Code::VaultLocked,
        Key::VaultWrongPassphrase => Code::WrongPassphrase,
        Key::VaultNeedsPassphrase | Key::VaultNoPassphrase | Key::VaultInMemory => Code::BadInput,
        _ => Code::VaultUnavailable,
    }
}
