//! The CRM's page and switches. The crate's documentation lists them.

use super::{Shared, State as Everything, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

pub(super) fn router() -> Router<Shared> {
    Router::new()
        .route("/", get(page::show))
        .route("/_simulator/", get(page::show))
        .route("/_simulator/state", get(state))
        .route("/_simulator/scopes", post(scopes))
        .route("/_simulator/properties", post(set_property))
        .route("/_simulator/properties/{name}", delete(remove_property))
}

async fn state(State(shared): State<Shared>) -> Json<Everything> {
    Json(shared.inner().state.clone())
}

async fn scopes(State(shared): State<Shared>, Json(scopes): Json<Vec<String>>) -> StatusCode {
    shared.inner().scopes = scopes;
    StatusCode::NO_CONTENT
}

async fn set_property(State(shared): State<Shared>, Json(property): Json<Value>) -> Response {
    match shared.set_property(property) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => {
            let body = json!({ "error": format!("{error:#}") });
            (StatusCode::BAD_REQUEST, Json(body)).into_response()
        }
    }
}

async fn remove_property(State(shared): State<Shared>, Path(name): Path<String>) -> StatusCode {
    shared.inner().properties.remove(&name);
    StatusCode::NO_CONTENT
}
