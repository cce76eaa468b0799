//! What an admin set, and what follows from it.

use super::{App, VersionOf, keys::VaultKeys, rests::Rests};
use crate::{
    config::{Config, IADVIZE_URL},
    iadvize,
    types::{DeliveryMode, Topic},
};
use leadbridge_domain::question::QuestionSet;
use std::sync::Arc;

impl App {
    /// Read the configuration again: another program may have changed it.
    pub(crate) async fn reload(&self) -> sqlx::Result<()> {
        let config: Config = self.store().setting("config").await?.unwrap_or_default();
        let secrets: Option<String> = self.store().setting("secrets_version").await?;
        let questions = config.question_set.as_ref().map(settings_json).transpose()?;
        // Another version than the questions that are in use is only until whoever changed them
        // has said which one they are.
        let in_use = self.store().questions_in_use().await?;
        let in_use = in_use.filter(|(.., json)| Some(json) == questions.as_ref());
        let mut known = self.0.known.write().unwrap_or_else(|p| p.into_inner());
        let secrets_moved = known.secrets != secrets;
        if secrets_moved {
            known.secrets = secrets;
            self.vault().refresh();
        }
        if secrets_moved || known.config.account != config.account || known.iadvize.is_none() {
            known.iadvize = self.account(&config).map(|account| Arc::new(self.client(account)));
        }
        if secrets_moved || *known.config != config {
            // What made everything wait may be mended.
            *self.rests() = Rests::default();
        }
        known.config = Arc::new(config);
        known.in_use = in_use.map(|(id, number, _)| VersionOf { id, number });
        Ok(())
    }

    /// See to it that the questions in use are a version of a set: of the one named, if any.
    pub(super) async fn adopt(&self, set: Option<&str>) -> sqlx::Result<()> {
        let questions = self.config().question_set.as_ref().map(settings_json).transpose()?;
        let (id, now) = (self.new_id(), self.clock().now());
        self.store().adopt_questions(questions.as_deref(), set, &id, now).await?;
        self.reload().await
    }

    /// Tell the other programs on this folder that a secret has changed, and take note ourselves.
    pub(crate) async fn secrets_changed(&self) -> sqlx::Result<()> {
        self.store().set_one("secrets_version", &self.new_id()).await?;
        self.resume().await?;
        self.reload().await
    }

    fn client(&self, account: iadvize::Account) -> iadvize::Client {
        let keys = VaultKeys { vault: self.vault().clone(), whom: account.identity() };
        iadvize::Client::new(self.http().clone(), account, Arc::new(keys), self.clock().clone())
    }

    /// Change the configuration, and go by it from now on. Whoever else changes it meanwhile is
    /// not undone.
    pub(crate) async fn configure(&self, change: impl FnOnce(&mut Config)) -> sqlx::Result<()> {
        self.configure_for(None, change).await
    }

    /// As [`App::configure`], where the questions are a version of this set.
    pub(crate) async fn configure_for(
        &self,
        set: Option<&str>,
        change: impl FnOnce(&mut Config),
    ) -> sqlx::Result<()> {
        let before = self.config();
        self.store()
            .update("config", |config: &mut Config| {
                change(config);
                vec![("destination_key", config.destination.as_ref().map(|d| d.key()))]
            })
            .await?;
        self.reload().await?;
        let now = self.config();
        if set.is_some() || before.question_set != now.question_set {
            self.adopt(set).await?;
            self.changed(Topic::Questions);
        }
        if before.destination != now.destination {
            self.resume().await?;
        }
        if let (DeliveryMode::Manual, Some(destination)) = (now.mode, &now.destination)
            && before.mode != now.mode
        {
            self.store().hold_back(&destination.key()).await?;
        }
        self.changed(Topic::Settings);
        self.changed(Topic::Leads);
        self.wake_ingest();
        self.wake_deliver();
        Ok(())
    }

    /// The account of a configuration, and where it is.
    pub(crate) fn account(&self, config: &Config) -> Option<iadvize::Account> {
        config.account.as_ref().map(|account| iadvize::Account {
            email: account.email.clone(),
            platform: account.platform,
            base_url: self.iadvize_url(account.base_url.as_deref()),
        })
    }

    /// iAdvize's address: the environment's, else the account's, else its own.
    pub(crate) fn iadvize_url(&self, set: Option<&str>) -> String {
        let given = self.0.options.iadvize_url.as_deref();
        given.or(set).unwrap_or(IADVIZE_URL).trim_end_matches('/').to_owned()
    }
}

/// Questions as versions are kept.
fn settings_json(set: &QuestionSet) -> sqlx::Result<String> {
    serde_json::to_string(set).map_err(|error| sqlx::Error::Encode(error.into()))
}
