//! Being asked to end by something else than the window's own button.

use tauri::AppHandle;

/// End the program as its window's button does, when the system or a terminal asks for it.
pub async fn end_on_request(app: AppHandle) {
    match asked().await {
        Ok(()) => app.exit(0),
        Err(error) => tracing::warn!(%error, "requests to end can't be heard"),
    }
}

#[cfg(unix)]
async fn asked() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut end, mut interrupt) =
        (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = end.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

#[cfg(not(unix))]
async fn asked() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
