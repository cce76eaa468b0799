//! What an admin set, and what follows from it.

use super::{App, VersionOf, rests::Rests};
use crate::{
    config::Config,
    store::{Adopt, Besides, InUse, KeptConfig},
    types::{DeliveryMode, Topic},
};
use leadbridge_domain::question::QuestionSet;
use std::sync::Arc;

impl App {
    /// Read the configuration again: another program may have changed it.
    pub(crate) async fn reload(&self) -> sqlx::Result<()> {
        // One at a time: what was read first would else be taken for what is so now.
        let _alone = self.0.reloading.lock().await;
        let KeptConfig { config, in_use, secrets } = self.store().config::<Config>().await?;
        let questions = questions_json(&config)?;
        // A program that knows no versions may have changed the questions alone.
        let in_use = in_use.filter(|version| Some(&version.json) == questions.as_ref());
        let secrets_moved = self.known().secrets != secrets;
        if secrets_moved {
            self.vault().refresh();
        }
        let (accounts, path) = self.open_accounts(&config, secrets_moved).await?;
        let mut known = self.0.known.write().unwrap_or_else(|p| p.into_inner());
        known.secrets = secrets;
        (known.accounts, known.path) = (accounts, path);
        if secrets_moved || *known.config != config {
            // What made everything wait may be mended.
            *self.rests() = Rests::default();
        }
        known.config = Arc::new(config);
        known.in_use = in_use.map(|InUse { set: id, number, .. }| VersionOf { id, number });
        Ok(())
    }

    /// See to it that the questions in use are a version of a set, and go by what is kept.
    pub(super) async fn adopt(&self) -> sqlx::Result<()> {
        self.change(None, |_| {}).await?;
        self.reload().await
    }

    /// Tell the other programs on this folder that a secret has changed, and take note ourselves.
    pub(crate) async fn secrets_changed(&self) -> sqlx::Result<()> {
        self.store().set_one("secrets_version", &self.new_id()).await?;
        self.resume().await?;
        self.reload().await
    }

    /// Change the configuration, and go by it from now on. Whoever else changes it meanwhile is
    /// not undone.
    pub(crate) async fn configure(&self, change: impl FnOnce(&mut Config)) -> sqlx::Result<()> {
        self.configure_with(None, change).await.map(drop)
    }

    /// Read conversations with this version, which says this, from now on, and drop the lines of
    /// the mapping that it leaves without an answer, if they may go. False, and nothing is changed,
    /// where its set is gone.
    pub(crate) async fn put_to_use(
        &self,
        version: &VersionOf,
        questions: QuestionSet,
        drop_lines: bool,
    ) -> sqlx::Result<bool> {
        let change = |config: &mut Config| {
            config.question_set = Some(questions);
            if drop_lines {
                config.drop_lines();
            }
        };
        self.configure_with(Some(version), change).await
    }

    async fn configure_with(
        &self,
        version: Option<&VersionOf>,
        change: impl FnOnce(&mut Config),
    ) -> sqlx::Result<bool> {
        let Some((before, now)) = self.change(version, change).await? else { return Ok(false) };
        self.reload().await?;
        if version.is_some() || before.question_set != now.question_set {
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
        Ok(true)
    }

    /// Change the configuration as kept. Answers what it was and what it is.
    async fn change(
        &self,
        version: Option<&VersionOf>,
        change: impl FnOnce(&mut Config),
    ) -> sqlx::Result<Option<(Config, Config)>> {
        let (new_set, now) = (self.new_id(), self.clock().now());
        let adopt = match version {
            Some(version) => Adopt::Version(&version.id, version.number),
            None => Adopt::Found(&new_set),
        };
        let change = |config: &mut Config| {
            change(config);
            let key = config.destination.as_ref().map(|destination| destination.key());
            let settings = vec![("destination_key", key)];
            Ok(Besides { questions: questions_json(config)?, settings })
        };
        self.store().change_config(adopt, now, change).await
    }
}

/// A configuration's questions, as versions are kept.
fn questions_json(config: &Config) -> sqlx::Result<Option<String>> {
    let json = config.question_set.as_ref().map(serde_json::to_string).transpose();
    json.map_err(|error| sqlx::Error::Encode(error.into()))
}
