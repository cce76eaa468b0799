//! The iAdvize account and the webhook's secret.

use super::{
    super::{ApiError, Code},
    status,
};
use crate::{
    App,
    config::{AccountConfig, Config, is_email},
    http,
    iadvize::{self, Checked},
    said::{Key, Said},
    secret::Secret,
    types::{AccountView, Check, Empty, ReceiverView, SetWebhookSecret, SignIn, Topic},
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
    let config = Config { account: Some(account.clone()), ..Config::default() };
    let whom = app.account(&config).ok_or(iadvize::Error::NotSignedIn)?;
    let password = Secret::new(request.password);
    let token = prove(app, whom.clone(), password.clone()).await?;
    let whom = whom.identity();
    app.vault().set(Name::IadvizePassword, &whom, password).await?;
    match token {
        Some(token) => app.vault().set(Name::IadvizeToken, &whom, token).await?,
        None => app.vault().forget(Name::IadvizeToken, &whom).await?,
    }
    app.configure(|config| config.account = Some(account)).await?;
    app.secrets_changed().await?;
    check_account(app, Empty {}).await?;
    app.store().hurry_events(app.clock().now()).await?;
    app.wake_ingest();
    status::account(app).await?.ok_or_else(|| ApiError::new(Code::Internal, "the account is gone"))
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

/// Forget the account, its password and its token. What was received stays.
pub async fn sign_out(app: &App, _: Empty) -> Result<Empty, ApiError> {
    if let Some(account) = app.account(&app.config()) {
        app.vault().forget(Name::IadvizeToken, &account.identity()).await?;
        app.vault().forget(Name::IadvizePassword, &account.identity()).await?;
    }
    app.store().set(&[("account_check", None)]).await?;
    app.configure(|config| config.account = None).await?;
    app.secrets_changed().await?;
    Ok(Empty {})
}

/// Prove that iAdvize answers with the password we hold, and write down what was seen.
pub async fn check_account(app: &App, _: Empty) -> Result<Check, ApiError> {
    let client = app.iadvize().ok_or(iadvize::Error::NotSignedIn)?;
    let (ok, message) = match client.check().await {
        // It works all the same; whoever reads this is told what to mend.
        Ok(Checked { clock_off: Some(by), .. }) => (true, iadvize::Error::ClockOff { by }.said()),
        Ok(Checked { projects, .. }) => {
            (true, Said::new(Key::AccountAnswers, [("projects", projects.to_string())]))
        }
        Err(error) => (false, error.said()),
    };
    let evidence = Check { at: app.clock().now().to_string(), ok, message };
    app.store().set_one("account_check", &evidence).await?;
    app.changed(Topic::Settings);
    Ok(evidence)
}

/// Keep the webhook's signing secret.
pub async fn set_webhook_secret(
    app: &App,
    request: SetWebhookSecret,
) -> Result<ReceiverView, ApiError> {
    let secret = request.secret.trim();
    if secret.is_empty() {
        return Err(ApiError::new(Code::BadInput, "the secret is missing"));
    }
    app.vault().set(Name::WebhookSecret, "", Secret::new(secret)).await?;
    app.secrets_changed().await?;
    app.changed(Topic::Settings);
    status::receiver(app).await
}
