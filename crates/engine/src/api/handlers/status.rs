//! The whole at a glance, and all that is set.

use super::super::ApiError;
use crate::{
    App, crm,
    types::{
        AccountView, Counts, DestinationKind, DestinationView, Empty, MappingRow, ReceiverView,
        Settings, Status,
    },
    vault::Name,
};

/// The whole at a glance.
pub async fn status(app: &App, _: Empty) -> Result<Status, ApiError> {
    let (conversations, events_waiting, events_failed, leads) = app.store().counts().await?;
    Ok(Status {
        version: env!("CARGO_PKG_VERSION").into(),
        data_dir: app.data_dir().display().to_string(),
        host: app.host(),
        receiver: receiver(app).await?,
        tunnel: app.tunnel_view().await?,
        account: account(app).await?,
        destination: destination(app).await?,
        vault: app.vault().view().await,
        counts: Counts { conversations, events_waiting, events_failed, leads },
    })
}

/// Everything an admin sets.
pub async fn settings(app: &App, _: Empty) -> Result<Settings, ApiError> {
    let config = app.config();
    let row = |rule: leadbridge_domain::mapping::Rule| MappingRow {
        from: rule.from.to_string(),
        to: rule.to,
    };
    Ok(Settings {
        account: account(app).await?,
        receiver: receiver(app).await?,
        destination: destination(app).await?,
        question_set: config.question_set.clone(),
        mapping: app.rules().into_iter().map(row).collect(),
        mode: config.mode,
        vault: app.vault().view().await,
    })
}

pub(super) async fn receiver(app: &App) -> Result<ReceiverView, ApiError> {
    let listening = app.listening().clone();
    let port = listening.port.unwrap_or_else(|| app.port());
    Ok(ReceiverView {
        listening: listening.port.is_some(),
        address: format!("http://127.0.0.1:{port}{}", app.hook_path()),
        has_secret: app.vault().has(Name::WebhookSecret, "").await,
        problem: listening.problem,
        last_event_at: app.store().last_event_at().await?.map(|at| at.to_string()),
    })
}

pub(super) async fn account(app: &App) -> Result<Option<AccountView>, ApiError> {
    let Some(account) = app.account(&app.config()) else {
        return Ok(None);
    };
    let has_password = app.vault().has(Name::IadvizePassword, &account.identity()).await;
    Ok(Some(AccountView {
        email: account.email,
        platform: account.platform,
        base_url: account.base_url,
        has_password,
        check: app.store().setting("account_check").await?,
    }))
}

pub(super) async fn destination(app: &App) -> Result<Option<DestinationView>, ApiError> {
    let config = app.config();
    let Some(destination) = config.destination.as_ref() else {
        return Ok(None);
    };
    Ok(Some(DestinationView {
        kind: destination.kind,
        name: crm::name(destination.kind).into(),
        base_url: destination.base_url(),
        has_token: match destination.kind {
            DestinationKind::LeadBook => true,
            DestinationKind::Hubspot => {
                app.vault().has(Name::HubspotToken, &destination.base_url()).await
            }
        },
        check: app.store().setting("destination_check").await?,
        paused: app.paused().await?,
    }))
}
