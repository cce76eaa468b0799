//! The accounts' hooks: their paths, their secrets, and where its deliveries come from.

use super::App;
use crate::{
    config::SourcesConfig,
    receiver::{Hook, Hooks},
    secret::Secret,
    vault::Name,
};
use async_trait::async_trait;

#[async_trait]
impl Hooks for App {
    async fn hook(&self, segment: &str) -> Option<Hook> {
        let account = self.account_of_path(segment)?;
        let mut secrets = Vec::with_capacity(2);
        for name in [Name::WebhookSecret, Name::PreviousWebhookSecret] {
            match self.signing_secret(name, &account).await {
                Some(secret) => secrets.push(secret),
                // Without the secret of now none is taken: the one before alone is a mistake.
                None => break,
            }
        }
        let sources = self.config().receiver.sources.as_ref().map(SourcesConfig::sources);
        Some(Hook { account, secrets, sources })
    }

    fn heard(&self, nonce: &str) {
        self.hear_nonce(nonce);
    }
}

impl App {
    /// The base address at which the world reaches the listener, while a tunnel leads to it.
    pub(crate) fn public_address(&self) -> Option<String> {
        self.tunnel_address()
    }

    /// One of the secrets that deliveries are signed with.
    pub(crate) async fn signing_secret(&self, name: Name, account: &str) -> Option<Secret> {
        match self.secret_of(name, account).await {
            Ok(secret) => secret,
            Err(error) => {
                tracing::error!("the webhook's secret can't be read: {error}");
                None
            }
        }
    }
}
