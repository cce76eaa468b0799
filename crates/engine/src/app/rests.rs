//! When nothing is fetched or sent, for a reason that is no single row's.

use super::App;
use crate::{said::Said, types::Topic};
use jiff::Timestamp;
use std::{collections::HashMap, sync::MutexGuard};

/// Until when a whole flow waits, for a reason that is no single row's.
pub(super) struct Rests {
    accounts: HashMap<String, Timestamp>,
    destination: Timestamp,
}

impl Default for Rests {
    fn default() -> Self {
        Self { accounts: HashMap::new(), destination: Timestamp::MIN }
    }
}

impl App {
    /// Why nothing is sent, when the destination's key was refused.
    pub(crate) async fn paused(&self) -> sqlx::Result<Option<Said>> {
        self.store().said_setting("destination_paused").await
    }

    /// Send nothing more until the key may have been mended.
    pub(crate) async fn pause(&self, why: &Said) -> sqlx::Result<()> {
        tracing::warn!("the destination refuses its key: nothing is sent until it is mended");
        self.store().set_one("destination_paused", why).await?;
        self.changed(Topic::Settings);
        Ok(())
    }

    /// Send again: the key may have been mended. If it was not, the first try says so.
    pub(crate) async fn resume(&self) -> sqlx::Result<()> {
        self.store().set(&[("destination_paused", None)]).await?;
        *self.rests() = Rests::default();
        self.changed(Topic::Settings);
        self.wake_deliver();
        Ok(())
    }

    pub(super) fn rests(&self) -> MutexGuard<'_, Rests> {
        self.0.rests.lock().unwrap_or_else(|p| p.into_inner())
    }

    /// Fetch nothing of an account until then: it is at fault itself.
    pub(crate) fn rest_account(&self, account: &str, until: Timestamp) {
        self.rests().accounts.insert(account.to_owned(), until);
    }

    /// The accounts that rest now.
    pub(crate) fn resting(&self, now: Timestamp) -> Vec<String> {
        let rests = self.rests();
        rests
            .accounts
            .iter()
            .filter(|(_, until)| now < **until)
            .map(|(key, _)| key.clone())
            .collect()
    }

    /// When the first account ends its rest, if all that is due waits for one.
    pub(crate) fn first_rest_ends(&self, now: Timestamp) -> Option<Timestamp> {
        self.rests().accounts.values().filter(|until| now < **until).min().copied()
    }

    /// Send nothing until then: the destination, or its key's keyring, has no time for us.
    pub(crate) fn rest_destination(&self, until: Timestamp) {
        self.rests().destination = until;
    }

    pub(crate) fn destination_rests(&self, now: Timestamp) -> bool {
        now < self.destination_rests_until()
    }

    pub(crate) fn destination_rests_until(&self) -> Timestamp {
        self.rests().destination
    }
}
