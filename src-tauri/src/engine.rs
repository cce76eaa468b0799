//! The engine behind the window.

use crate::tunnel::Shell;
use leadbridge_engine::{
    App,
    api::{ApiError, types::Topic},
};
use std::{sync::Arc, time::Duration};
use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::{
    OnceCell,
    broadcast::{Receiver, error::RecvError},
};

/// The event that tells the page of a change; its payload is the [`Topic`].
const CHANGE: &str = "change";
/// How long the end of the program waits for the files to be closed. What is not closed by then is
/// safe all the same: every change was committed when it was made.
const PATIENCE: Duration = Duration::from_secs(5);

/// The engine, once it is open.
///
/// When the data folder can't be used the window opens all the same and every call says why. Each
/// call tries again, so that the page's "try again" is enough once the cause is gone.
#[derive(Default)]
pub struct Engine(OnceCell<App>);

impl Engine {
    /// The engine, opened and at work.
    pub async fn get(&self, window: &AppHandle) -> Result<&App, ApiError> {
        self.0.get_or_try_init(|| open(window)).await
    }

    /// Stop the work and close the files.
    pub async fn stop(&self) {
        if let Some(app) = self.0.get()
            && tokio::time::timeout(PATIENCE, app.stop()).await.is_err()
        {
            tracing::warn!("the engine took too long to stop");
        }
    }
}

/// Begin without waiting for the page to call.
pub async fn start(window: AppHandle) {
    match window.state::<Engine>().get(&window).await {
        Ok(app) => tracing::info!(data_dir = %app.data_dir().display(), "the engine is open"),
        Err(error) => tracing::error!("the engine can't be opened: {error}"),
    }
}

async fn open(window: &AppHandle) -> Result<App, ApiError> {
    let mut options = leadbridge_engine::from_environment("leadbridge-desktop")?;
    options.tunnel.launcher = Some(Arc::new(Shell(window.clone())));
    let app = App::open(options).await?;
    tauri::async_runtime::spawn(tell(app.changes(), window.clone()));
    app.start().await?;
    Ok(app)
}

/// Tell the page of every change, until the engine is gone.
async fn tell(mut changes: Receiver<Topic>, window: AppHandle) {
    loop {
        let changed = match changes.recv().await {
            Ok(topic) => vec![topic],
            // Some were missed: any of them may have changed.
            Err(RecvError::Lagged(_)) => Topic::ALL.to_vec(),
            Err(RecvError::Closed) => return,
        };
        for topic in changed {
            if let Err(error) = window.emit(CHANGE, topic) {
                tracing::warn!(%error, "the page can't be told of a change");
            }
        }
    }
}
