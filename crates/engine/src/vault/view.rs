//! What a glance at the vault shows.

use super::{Kept, Name, Unavailable, Vault, is_locked};
use crate::{
    said::{Key, Said},
    types::{VaultKind, VaultView},
};
use std::time::Duration;

/// How long a glance at the keyring waits for a person to unlock it.
const GLANCE: Duration = Duration::from_secs(1);

impl Vault {
    /// Whether there is such a secret, as far as can be told at a glance. A vault that doesn't
    /// answer is said in [`Vault::view`]; here it only means "not known".
    pub async fn has(&self, name: Name, whom: &str) -> bool {
        let asked = match self.is_file() {
            // No person is waited for there.
            true => Ok(self.get(name, whom).await),
            false => tokio::time::timeout(GLANCE, self.get(name, whom)).await,
        };
        matches!(asked, Ok(Ok(Some(_))))
    }

    /// The place, and whether it answers. Asking for a secret is what proves it.
    pub async fn view(&self) -> VaultView {
        let kind = match &self.0.kept {
            Kept::Memory => Ok(VaultKind::Memory),
            Kept::System(system) => system.kind(),
        };
        let path = match (&self.0.kept, &kind) {
            (Kept::System(system), Ok(VaultKind::File)) => {
                Some(system.file.path().display().to_string())
            }
            _ => None,
        };
        let problem = self.problem(&kind).await;
        let locked = problem.as_ref().is_some_and(is_locked);
        let kind = kind.unwrap_or(VaultKind::Keyring);
        VaultView { kind, available: problem.is_none(), locked, problem, path }
    }

    async fn problem(&self, kind: &Result<VaultKind, Unavailable>) -> Option<Said> {
        if let Err(error) = kind {
            return Some(error.0.clone());
        }
        if let (Ok(VaultKind::File), Kept::System(system)) = (kind, &self.0.kept) {
            return system.in_file(|file| file.all().map(drop)).await.err().map(|error| error.0);
        }
        match tokio::time::timeout(GLANCE, self.get(self.proof(), "")).await {
            Ok(Ok(_)) => None,
            Ok(Err(error)) => Some(error.0),
            Err(_) => Some(Said::plain(Key::KeyringWaits)),
        }
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
}
