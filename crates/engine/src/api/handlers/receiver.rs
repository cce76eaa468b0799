//! The webhook's signing secrets.

use super::{
    super::{ApiError, Code},
    status,
};
use crate::{
    App,
    secret::Secret,
    types::{Empty, ReceiverView, SetWebhookSecret, Topic},
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
    replace(app, Secret::new(secret)).await?;
    changed(app).await
}

/// Take the secret before the one of now no longer.
pub async fn forget_previous_secret(app: &App, _: Empty) -> Result<ReceiverView, ApiError> {
    app.vault().forget(Name::PreviousWebhookSecret, "").await?;
    changed(app).await
}

/// The one of now becomes the one before first: whenever this ends, neither is lost.
async fn replace(app: &App, secret: Secret) -> Result<(), Unavailable> {
    let vault = app.vault();
    let now = vault.get(Name::WebhookSecret, "").await?;
    let Some(now) = now.filter(|now| *now != secret) else {
        return vault.set(Name::WebhookSecret, "", secret).await;
    };
    let before = vault.get(Name::PreviousWebhookSecret, "").await?;
    vault.set(Name::PreviousWebhookSecret, "", now).await?;
    let kept = vault.set(Name::WebhookSecret, "", secret).await;
    if kept.is_err() {
        match before {
            Some(before) => vault.set(Name::PreviousWebhookSecret, "", before).await?,
            None => vault.forget(Name::PreviousWebhookSecret, "").await?,
        }
    }
    kept
}

async fn changed(app: &App) -> Result<ReceiverView, ApiError> {
    app.secrets_changed().await?;
    app.changed(Topic::Settings);
    status::receiver(app).await
}
