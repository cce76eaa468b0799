//! The routes that work the switches over HTTP, the same in both simulators.

use super::{Faults, Plan};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) fn router<S: Clone + Send + Sync + 'static>(faults: Faults) -> Router<S> {
    Router::new()
        .route("/_simulator/faults", get(list).post(add).delete(clear))
        .route("/_simulator/latency", post(latency))
        .route("/_simulator/clock", get(clock).post(advance))
        .layer(Extension(faults))
}

async fn list(Extension(faults): Extension<Faults>) -> Json<Vec<Plan>> {
    Json(faults.planned())
}

async fn add(Extension(faults): Extension<Faults>, Json(plan): Json<Plan>) -> StatusCode {
    faults.plan(plan);
    StatusCode::NO_CONTENT
}

async fn clear(Extension(faults): Extension<Faults>) -> StatusCode {
    faults.clear();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Millis {
    ms: u64,
}

async fn latency(Extension(faults): Extension<Faults>, Json(by): Json<Millis>) -> StatusCode {
    faults.set_latency(Duration::from_millis(by.ms));
    StatusCode::NO_CONTENT
}

async fn clock(Extension(faults): Extension<Faults>) -> Json<Value> {
    Json(json!({ "now": faults.0.clock.now() }))
}

async fn advance(Extension(faults): Extension<Faults>, Json(by): Json<Millis>) -> Json<Value> {
    faults.0.clock.advance(Duration::from_millis(by.ms));
    clock(Extension(faults)).await
}
