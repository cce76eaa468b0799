//! The secrets of an account, out of the vault.

use crate::{
    iadvize,
    said::Said,
    secret::Secret,
    vault::{Name, Vault},
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
