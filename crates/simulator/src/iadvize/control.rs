//! The switches over HTTP, under `/_simulator/`. The crate's documentation lists them.

use super::data::{Platform, Record};
use super::{Delivery, Shared, Summary, WebhookFaults, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn router() -> Router<Shared> {
    Router::new()
        .route("/", get(page::show))
        .route("/_simulator/", get(page::show))
        .merge(crate::page::router())
        .route("/_simulator/state", get(state))
        .route("/_simulator/conversations", get(list).post(add))
        .route("/_simulator/conversations/{id}", get(show).patch(update))
        .route("/_simulator/conversations/{id}/messages", post(say))
        .route("/_simulator/conversations/{id}/close", post(close))
        .route("/_simulator/subscription", post(subscribe))
        .route("/_simulator/events", post(send))
        .route("/_simulator/deliveries", get(deliveries))
        .route("/_simulator/webhooks", post(webhooks))
        .route("/_simulator/revoke", post(revoke))
}

/// What was asked cannot be done, in one sentence.
struct Refused(StatusCode, anyhow::Error);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": format!("{:#}", self.1) }))).into_response()
    }
}

fn bad(error: anyhow::Error) -> Refused {
    Refused(StatusCode::BAD_REQUEST, error)
}

fn absent(error: anyhow::Error) -> Refused {
    Refused(StatusCode::NOT_FOUND, error)
}

async fn state(State(shared): State<Shared>) -> Json<Value> {
    Json(json!({
        "now": shared.options.clock.now(),
        "counts": shared.counts(),
        "subscription": shared.webhooks.target(),
        "conversations": shared.conversations().all().len(),
        "deliveries": shared.webhooks.deliveries().len(),
    }))
}

async fn list(State(shared): State<Shared>) -> Json<Vec<Summary>> {
    Json(shared.conversations().all().iter().map(Summary::of).collect())
}

async fn add(
    State(shared): State<Shared>,
    Json(mut file): Json<Value>,
) -> Result<Json<Value>, Refused> {
    let platform = file.as_object_mut().and_then(|file| file.remove("platform"));
    let platform: Platform = match platform {
        Some(name) => serde_json::from_value(name).map_err(|error| bad(error.into()))?,
        None => Platform::default(),
    };
    let id = shared.add(platform, file).map_err(bad)?;
    Ok(Json(json!({ "id": id })))
}

async fn show(
    State(shared): State<Shared>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Refused> {
    let conversations = shared.conversations();
    match conversations.find(&id) {
        Some(record) => Ok(Json(record.file())),
        None => Err(absent(anyhow::anyhow!("there is no conversation `{id}`"))),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Update {
    email: Option<String>,
}

async fn update(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    Json(update): Json<Update>,
) -> Result<StatusCode, Refused> {
    shared.set_visitor_email(&id, update.email.as_deref()).map_err(absent)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn say(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    Json(message): Json<Value>,
) -> Result<StatusCode, Refused> {
    let now = shared.options.clock.now();
    shared.change(&id, |record: &mut Record| record.push(message, now)).map_err(bad)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn close(
    State(shared): State<Shared>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Refused> {
    let event = shared.close(&id).map_err(absent)?;
    Ok(Json(json!({ "eventId": event })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Subscription {
    url: String,
}

async fn subscribe(
    State(shared): State<Shared>,
    Json(subscription): Json<Subscription>,
) -> Result<StatusCode, Refused> {
    shared.webhooks.subscribe(&subscription.url).map_err(bad)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn send(State(shared): State<Shared>, Json(event): Json<Value>) -> StatusCode {
    shared.webhooks.send(&event);
    StatusCode::ACCEPTED
}

async fn deliveries(State(shared): State<Shared>) -> Json<Vec<Delivery>> {
    Json(shared.webhooks.deliveries())
}

async fn webhooks(State(shared): State<Shared>, Json(faults): Json<WebhookFaults>) -> StatusCode {
    shared.webhooks.set_faults(faults);
    StatusCode::NO_CONTENT
}

async fn revoke(State(shared): State<Shared>) -> StatusCode {
    shared.logins().revoke_all();
    StatusCode::NO_CONTENT
}
