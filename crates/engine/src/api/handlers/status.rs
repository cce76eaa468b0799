//! The whole at a glance, and all that is set.

use super::super::ApiError;
use crate::{
    App,
    app::Account,
    crm,
    types::{
        AccountView, Counts, DestinationKind, DestinationView, Empty, HookView, MappingRow,
        ReceiverView, Settings, Status,
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
        accounts: accounts(app).await?,
        tunnel: app.tunnel_view().await?,
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
        accounts: accounts(app).await?,
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
    let first = app.account("").map(|account| account.key).unwrap_or_default();
    Ok(ReceiverView {
        listening: listening.port.is_some(),
        address: format!("http://127.0.0.1:{port}{}", app.hook_path()),
        has_secret: app.has_secret_of(Name::WebhookSecret, &first).await,
        has_previous_secret: app.has_secret_of(Name::PreviousWebhookSecret, &first).await,
        problem: listening.problem,
        last_event_at: app.store().last_event_at(None).await?.map(|at| at.to_string()),
    })
}

pub(super) async fn accounts(app: &App) -> Result<Vec<AccountView>, ApiError> {
    let mut views = Vec::new();
    for Account { key, whom, path, .. } in app.accounts().iter() {
        let last = app.store().last_event_at(Some(key)).await?;
        let hook = HookView {
            path: format!("/hook/{path}"),
            has_secret: app.has_secret_of(Name::WebhookSecret, key).await,
            has_previous_secret: app.has_secret_of(Name::PreviousWebhookSecret, key).await,
            last_event_at: last.map(|at| at.to_string()),
        };
        views.push(AccountView {
            key: key.clone(),
            email: whom.email.clone(),
            platform: whom.platform,
            base_url: whom.base_url.clone(),
            has_password: app.vault().has(Name::IadvizePassword, &whom.identity()).await,
            check: app.store().setting(&check_of(key)).await?,
            hook,
        });
    }
    Ok(views)
}

/// The setting that holds what an account's last check proved.
pub(super) fn check_of(account: &str) -> String {
    format!("account_check:{account}")
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
