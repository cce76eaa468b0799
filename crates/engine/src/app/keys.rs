//! The secrets of an account, out of the vault.

use super::App;
use crate::{
    iadvize,
    said::Said,
    secret::Secret,
    vault::{Name, Unavailable, Vault},
};
use async_trait::async_trait;

/// An account's password and token, in the vault.
pub(super) struct VaultKeys {
    pub(super) vault: Vault,
    pub(super) whom: String,
}

#[async_trait]
impl iadvize::Keys for VaultKeys {
    async fn password(&self) -> Result<Option<Secret>, Said> {
        self.vault.get(Name::IadvizePassword, &self.whom).await.map_err(|error| error.0)
    }

    async fn kept_token(&self) -> Option<Secret> {
        match self.vault.get(Name::IadvizeToken, &self.whom).await {
            Ok(token) => token,
            Err(error) => {
                tracing::warn!("the token of an earlier run can't be read: {error}");
                None
            }
        }
    }

    async fn keep_token(&self, token: Option<Secret>) {
        let kept = match token {
            Some(token) => self.vault.set(Name::IadvizeToken, &self.whom, token).await,
            None => self.vault.forget(Name::IadvizeToken, &self.whom).await,
        };
        if let Err(error) = kept {
            tracing::warn!("the token can't be kept for a later run: {error}");
        }
    }
}

impl App {
    /// A secret of an account's webhooks. The first account also has the one that was given before
    /// there was any.
    pub(crate) async fn secret_of(
        &self,
        name: Name,
        account: &str,
    ) -> Result<Option<Secret>, Unavailable> {
        let own = self.vault().get(name, account).await?;
        let first = self.accounts().first().is_none_or(|first| first.key == account);
        match own {
            None if first && !account.is_empty() => self.vault().get(name, "").await,
            own => Ok(own),
        }
    }

    /// Whether there is such a secret, as far as can be told at a glance.
    pub(crate) async fn has_secret_of(&self, name: Name, account: &str) -> bool {
        let first = self.accounts().first().is_none_or(|first| first.key == account);
        self.vault().has(name, account).await || (first && self.vault().has(name, "").await)
    }
}
