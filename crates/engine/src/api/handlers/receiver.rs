//! The webhook's signing secrets.

use super::{
    super::{ApiError, Code},
    account::named,
    status,
};
use crate::{
    App,
    secret::Secret,
    types::{OfAccount, ReceiverView, SetWebhookSecret, Topic},
    vault::{Name, Unavailable},
};

/// Keep the webhook's signing secret. The one before it stays valid until it is removed: iAdvize
/// may sign with it for a while.
pub async fn set_webhook_secret(
    app: &App,
    request: SetWebhookSecret,
) -> Result<ReceiverView, ApiError> {
    let secret = request.secret.trim();
    if secret.is_empty() {
        return Err(ApiError::new(Code::BadInput, "the secret is missing"));
    }
    let account = match request.account.is_some() || !app.accounts().is_empty() {
        true => named(app, &OfAccount { account: request.account })?.key,
        false => String::new(),
    };
    replace(app, &account, Secret::new(secret)).await?;
    changed(app).await
}

/// Take the secret before the one of now no longer.
pub async fn forget_previous_secret(
    app: &App,
    request: OfAccount,
) -> Result<ReceiverView, ApiError> {
    let account = named(app, &request)?.key;
    app.vault().forget(Name::PreviousWebhookSecret, &account).await?;
    changed(app).await
}

/// The one of now becomes the one before first: whenever this ends, neither is lost.
async fn replace(app: &App, account: &str, secret: Secret) -> Result<(), Unavailable> {
    let vault = app.vault();
    let now = app.secret_of(Name::WebhookSecret, account).await?;
    let Some(now) = now.filter(|now| *now != secret) else {
        return vault.set(Name::WebhookSecret, account, secret).await;
    };
    let before = vault.get(Name::PreviousWebhookSecret, account).await?;
    vault.set(Name::PreviousWebhookSecret, account, now).await?;
    let kept = vault.set(Name::WebhookSecret, account, secret).await;
    if kept.is_err() {
        match before {
            Some(before) => vault.set(Name::PreviousWebhookSecret, account, before).await?,
            None => vault.forget(Name::PreviousWebhookSecret, account).await?,
        }
    }
    kept
}

async fn changed(app: &App) -> Result<ReceiverView, ApiError> {
    app.secrets_changed().await?;
    app.changed(Topic::Settings);
    status::receiver(app).await
}
