//! Where leads go.

use super::{
    super::{ApiError, Code},
    status,
};
use crate::{
    App,
    config::DestinationConfig,
    crm::{Crm, Failure},
    http,
    said::Said,
    secret::Secret,
    types::{
        Check, ConnectDestination, DestinationKind, DestinationView, Empty, FieldOption, FieldView,
        Topic,
    },
    vault::Name,
};
use leadbridge_domain::field::Field;

/// Connect a destination, and prove that it answers. Nothing is kept unless it did.
pub async fn connect_destination(
    app: &App,
    request: ConnectDestination,
) -> Result<DestinationView, ApiError> {
    let given = request.base_url.as_deref().map(str::trim).filter(|url| !url.is_empty());
    let base_url = given.map(http::base_url).transpose();
    let base_url = base_url.map_err(|why| ApiError::new(Code::BadInput, why))?;
    let destination = DestinationConfig { kind: request.kind, base_url };
    let given = request.token.as_deref().map(str::trim).filter(|token| !token.is_empty());
    let token = match (request.kind, given) {
        (DestinationKind::LeadBook, _) => None,
        (DestinationKind::Hubspot, Some(token)) => Some(Secret::new(token)),
        (DestinationKind::Hubspot, None) => Some(kept_token(app, &destination).await?),
    };
    let crm = app.open_crm(&destination, token.clone());
    let seen = crm.check().await?;
    if let Some(token) = token {
        app.vault().set(Name::HubspotToken, &destination.base_url(), token).await?;
    }
    app.configure(|config| config.destination = Some(destination)).await?;
    app.secrets_changed().await?;
    write_down(app, Ok(seen)).await?;
    let view = status::destination(app).await?;
    view.ok_or_else(|| ApiError::new(Code::Internal, "the destination is gone"))
}

/// The key in the vault that was given for this address.
async fn kept_token(app: &App, destination: &DestinationConfig) -> Result<Secret, ApiError> {
    let token = app.vault().get(Name::HubspotToken, &destination.base_url()).await?;
    token.ok_or_else(|| ApiError::new(Code::BadInput, "HubSpot's service key is missing"))
}

/// Prove again that the destination answers, and write down what was seen.
pub async fn check_destination(app: &App, _: Empty) -> Result<Check, ApiError> {
    let crm = connected(app).await?;
    let seen = crm.check().await;
    if seen.is_ok() {
        app.resume().await?;
    }
    write_down(app, seen).await
}

async fn write_down(app: &App, seen: Result<Said, Failure>) -> Result<Check, ApiError> {
    let at = app.clock().now().to_string();
    let evidence = match seen {
        Ok(message) => Check { at, ok: true, message },
        Err(failure) => Check { at, ok: false, message: failure.said().clone() },
    };
    app.store().set_one("destination_check", &evidence).await?;
    app.changed(Topic::Settings);
    Ok(evidence)
}

/// The destination's fields as they are now.
pub async fn destination_fields(app: &App, _: Empty) -> Result<Vec<FieldView>, ApiError> {
    let crm = connected(app).await?;
    let fields = app.fields(crm.as_ref(), true).await?;
    Ok(fields.iter().cloned().map(view).collect())
}

/// The connected destination.
pub(super) async fn connected(app: &App) -> Result<Box<dyn Crm>, ApiError> {
    let config = app.config();
    let destination = config.destination.as_ref().ok_or_else(|| {
        let what = "no destination is connected: choose one in the settings";
        ApiError::new(Code::NoDestination, what)
    })?;
    Ok(app.crm(destination).await?)
}

fn view(field: Field) -> FieldView {
    let option = |choice: leadbridge_domain::field::Choice| FieldOption {
        value: choice.value,
        label: choice.label,
    };
    FieldView {
        name: field.name,
        label: field.label,
        kind: field.kind,
        read_only: field.read_only,
        options: field.options.into_iter().map(option).collect(),
    }
}
