//! The iAdvize accounts: each with its client, its path for webhooks, and its secrets.

use super::{App, keys::VaultKeys};
use crate::{
    config::{AccountConfig, Config, IADVIZE_URL},
    iadvize,
};
use std::sync::Arc;
use subtle::ConstantTimeEq as _;

/// The setting that holds the path of an account that nobody has named yet.
const PATH: &str = "hook_path";

/// An account that is signed in, or was.
#[derive(Clone)]
pub(crate) struct Account {
    /// What rows and requests call it.
    pub key: String,
    /// Whose it is, and where.
    pub whom: iadvize::Account,
    /// Its client: one for everything.
    pub client: Arc<iadvize::Client>,
    /// The secret last segment of its webhooks' path.
    pub path: Arc<str>,
}

impl App {
    /// The accounts, the first one first.
    pub(crate) fn accounts(&self) -> Arc<[Account]> {
        self.known().accounts
    }

    /// The account of this key; the first one for an empty key, which is what rows have from
    /// before there could be several.
    pub(crate) fn account(&self, key: &str) -> Option<Account> {
        let accounts = self.accounts();
        let found = match key {
            "" => accounts.first(),
            key => accounts.iter().find(|account| account.key == key),
        };
        found.cloned()
    }

    /// The client of an account.
    pub(crate) fn iadvize(&self, key: &str) -> Result<Arc<iadvize::Client>, iadvize::Error> {
        self.account(key).map(|account| account.client).ok_or(iadvize::Error::NotSignedIn)
    }

    /// The webhooks' path of the first account, with its secret segment.
    pub(crate) fn hook_path(&self) -> String {
        let known = self.known();
        let path = known.accounts.first().map_or(&known.path, |account| &account.path);
        format!("/hook/{path}")
    }

    /// The account whose webhooks come by this last segment; an empty key while there is none.
    pub(crate) fn account_of_path(&self, segment: &str) -> Option<String> {
        let known = self.known();
        // In constant time: how much of a guess is right is nobody's business.
        let is = |path: &str| bool::from(path.as_bytes().ct_eq(segment.as_bytes()));
        if known.accounts.is_empty() {
            return is(&known.path).then(String::new);
        }
        let found = known.accounts.iter().find(|account| is(&account.path));
        found.map(|account| account.key.clone())
    }

    /// The accounts of a configuration. A client whose account and secrets are as before stays: it
    /// holds the token.
    pub(super) async fn open_accounts(
        &self,
        config: &Config,
        anew: bool,
    ) -> sqlx::Result<(Arc<[Account]>, Arc<str>)> {
        let before = self.accounts();
        let mut accounts = Vec::new();
        for account in &config.accounts {
            let (key, whom) = (account.key(), self.whom(account));
            let kept = before.iter().find(|one| !anew && one.whom == whom);
            let client = match kept {
                Some(kept) => kept.client.clone(),
                None => Arc::new(self.client(whom.clone())),
            };
            let path = self.path_of(&key).await?;
            accounts.push(Account { key, whom, client, path });
        }
        let unnamed = match accounts.is_empty() {
            true => self.store().setting_or(PATH, &random()).await?.into(),
            false => Arc::from(""),
        };
        Ok((accounts.into(), unnamed))
    }

    /// An account's path; the first account takes the one that was shown before it signed in.
    async fn path_of(&self, key: &str) -> sqlx::Result<Arc<str>> {
        let path = self.store().take_setting(PATH, &format!("{PATH}:{key}"), &random()).await?;
        Ok(path.into())
    }

    /// Whose an account of a configuration is, and where.
    pub(crate) fn whom(&self, account: &AccountConfig) -> iadvize::Account {
        iadvize::Account {
            email: account.email.clone(),
            platform: account.platform,
            base_url: self.iadvize_url(account.base_url.as_deref()),
        }
    }

    fn client(&self, whom: iadvize::Account) -> iadvize::Client {
        let keys = VaultKeys { vault: self.vault().clone(), whom: whom.identity() };
        iadvize::Client::new(self.http().clone(), whom, Arc::new(keys), self.clock().clone())
    }

    /// iAdvize's address: the environment's, else the account's, else its own.
    fn iadvize_url(&self, set: Option<&str>) -> String {
        let given = self.0.options.iadvize_url.as_deref();
        given.or(set).unwrap_or(IADVIZE_URL).trim_end_matches('/').to_owned()
    }
}

fn random() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}
