//! The one command that the page may call.

use crate::engine::Engine;
use leadbridge_engine::api::{self, ApiError};
use serde_json::Value;
use tauri::{AppHandle, Manager};

/// Run the engine's command of this name.
#[tauri::command]
pub async fn rpc(window: AppHandle, name: String, request: Value) -> Result<Value, ApiError> {
    let engine = window.state::<Engine>();
    let app = engine.get(&window).await?;
    api::dispatch(app, &name, request).await
}
