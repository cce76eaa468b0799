//! The iAdvize account and the webhook's secret.

use super::{
    super::{ApiError, Code},
    intake::projects_of,
    not_found, status,
};
use crate::{
    App,
    app::Account,
    config::{AccountConfig, is_email},
    http,
    iadvize::{self, Checked},
    said::{Key, Said},
    secret::Secret,
    types::{AccountView, Check, Empty, OfAccount, ProjectName, SignIn, Topic},
    vault::Name,
};
use std::sync::{Arc, Mutex, MutexGuard};

/// Sign in to iAdvize. Nothing is kept unless it worked.
pub async fn sign_in(app: &App, request: SignIn) -> Result<AccountView, ApiError> {
    let email = request.email.trim();
    if !is_email(email) {
        return Err(ApiError::new(Code::BadInput, format!("{email:?} is no email address")));
    }
    if request.password.is_empty() {
        return Err(ApiError::new(Code::BadInput, "the password is missing"));
    }
    let given = request.base_url.as_deref().map(str::trim).filter(|url| !url.is_empty());
    let base_url = given.map(http::base_url).transpose();
    let base_url = base_url.map_err(|why| ApiError::new(Code::BadInput, why))?;
    let account = AccountConfig { email: email.to_owned(), platform: request.platform, base_url };
    let (key, whom) = (account.key(), app.whom(&account));
    let password = Secret::new(request.password);
    let token = prove(app, whom.clone(), password.clone()).await?;
    let whom = whom.identity();
    app.vault().set(Name::IadvizePassword, &whom, password).await?;
    match token {
        Some(token) => app.vault().set(Name::IadvizeToken, &whom, token).await?,
        None => app.vault().forget(Name::IadvizeToken, &whom).await?,
    }
    app.configure(|config| {
        match config.accounts.iter_mut().find(|one| one.key() == key) {
            Some(there) => *there = account,
            None => config.accounts.push(account),
        };
    })
    .await?;
    app.secrets_changed().await?;
    check_account(app, OfAccount { account: Some(key.clone()) }).await?;
    app.begin_sweeps().await?;
    app.wake_sweep();
    app.store().hurry_arrivals(app.clock().now()).await?;
    app.wake_ingest();
    let views = status::accounts(app).await?;
    let view = views.into_iter().find(|view| view.key == key);
    view.ok_or_else(|| ApiError::new(Code::Internal, "the account is gone"))
}

/// Try a password without keeping anything. Answers the token that it gave.
async fn prove(
    app: &App,
    account: iadvize::Account,
    password: Secret,
) -> Result<Option<Secret>, ApiError> {
    let trial = Arc::new(Trial { password, token: Mutex::default() });
    let (http, clock) = (app.http().clone(), app.clock().clone());
    iadvize::Client::new(http, account, trial.clone(), clock).check().await?;
    Ok(trial.token().clone())
}

/// A password that is not kept yet, and the token that it gives.
struct Trial {
    password: Secret,
    token: Mutex<Option<Secret>>,
}

impl Trial {
    fn token(&self) -> MutexGuard<'_, Option<Secret>> {
        self.token.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

#[async_trait::async_trait]
impl iadvize::Keys for Trial {
    async fn password(&self) -> Result<Option<Secret>, Said> {
        Ok(Some(self.password.clone()))
    }

    async fn kept_token(&self) -> Option<Secret> {
        None
    }

    async fn keep_token(&self, token: Option<Secret>) {
        *self.token() = token;
    }
}

/// The account that a request names, or the first.
pub(super) fn named(app: &App, request: &OfAccount) -> Result<Account, ApiError> {
    let key = request.account.as_deref().unwrap_or_default();
    match (app.account(key), key) {
        (Some(account), _) => Ok(account),
        (None, "") => Err(iadvize::Error::NotSignedIn.into()),
        (None, key) => Err(not_found("account", key)),
    }
}

/// Forget an account, its password and its token. What was received stays.
pub async fn sign_out(app: &App, request: OfAccount) -> Result<Empty, ApiError> {
    let Account { key, whom, .. } = named(app, &request)?;
    app.vault().forget(Name::IadvizeToken, &whom.identity()).await?;
    app.vault().forget(Name::IadvizePassword, &whom.identity()).await?;
    app.store().set(&[(status::check_of(&key).as_str(), None)]).await?;
    app.configure(|config| config.accounts.retain(|account| account.key() != key)).await?;
    app.secrets_changed().await?;
    Ok(Empty {})
}

/// Prove that iAdvize answers with the password we hold, and write down what was seen.
pub async fn check_account(app: &App, request: OfAccount) -> Result<Check, ApiError> {
    let Account { key, client, .. } = named(app, &request)?;
    let (ok, message) = match client.check().await {
        // It works all the same; whoever reads this is told what to mend.
        Ok(Checked { clock_off: Some(by), .. }) => (true, iadvize::Error::ClockOff { by }.said()),
        Ok(Checked { projects, .. }) => {
            (true, Said::new(Key::AccountAnswers, [("projects", projects.to_string())]))
        }
        Err(error) => (false, error.said()),
    };
    if ok && let Ok(projects) = client.projects().await {
        let name = |project: iadvize::Project| ProjectName { id: project.id, name: project.name };
        let names: Vec<ProjectName> = projects.into_iter().map(name).collect();
        app.store().set_one(&projects_of(&key), &names).await?;
    }
    let evidence = Check { at: app.clock().now().to_string(), ok, message };
    app.store().set_one(&status::check_of(&key), &evidence).await?;
    app.changed(Topic::Settings);
    Ok(evidence)
}
