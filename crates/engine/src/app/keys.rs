//! The secrets of an account and of the webhook, out of the vault.

use super::App;
use crate::{
    iadvize,
    receiver::SigningSecret,
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
    /// What an account's webhooks are signed with. The first account also has the one that was
    /// given before there was any.
    pub(crate) async fn signing_secret_of(
        &self,
        account: &str,
    ) -> Result<Option<Secret>, Unavailable> {
        let own = self.vault().get(Name::WebhookSecret, account).await?;
        let first = self.accounts().first().is_none_or(|first| first.key == account);
        match own {
            None if first && !account.is_empty() => self.vault().get(Name::WebhookSecret, "").await,
            own => Ok(own),
        }
    }

    /// Whether an account's webhooks can be verified, as far as can be told at a glance.
    pub(crate) async fn has_signing_secret(&self, account: &str) -> bool {
        let first = self.accounts().first().is_none_or(|first| first.key == account);
        self.vault().has(Name::WebhookSecret, account).await
            || (first && self.vault().has(Name::WebhookSecret, "").await)
    }
}

#[async_trait]
impl SigningSecret for App {
    async fn signing_secret(&self) -> Option<Secret> {
        let account = self.account("").map(|account| account.key).unwrap_or_default();
        match self.signing_secret_of(&account).await {
            Ok(secret) => secret,
            Err(error) => {
                tracing::error!("the webhook's secret can't be read: {error}");
                None
            }
        }
    }
}
