//! `leadbridge serve`

use super::vault;
use crate::{args::Serve, failure::Failure, output, ui_server::UiServer};
use leadbridge_engine::{
    App, api,
    types::{Empty, HostState, Status},
};
use serde_json::json;

/// Receive, fetch and deliver, until stopped.
pub async fn run(args: Serve) -> Result<(), Failure> {
    let mut options = leadbridge_engine::from_environment("leadbridge serve")?;
    options.port = args.port;
    let app = App::open(options).await?;
    vault::unlock(&app).await?;
    app.start().await?;
    let status = api::status(&app, Empty {}).await?;
    if let (HostState::Active, Some(problem)) = (&status.host, &status.receiver.problem) {
        return Err(Failure::wrong(problem.text.clone()));
    }
    let ui = match args.ui {
        true => Some(UiServer::start(app.clone(), &args.ui_dir, args.ui_port).await?),
        false => None,
    };
    announce(&status, ui.as_ref(), args.json)?;
    stop_signal().await;
    app.stop().await;
    Ok(())
}

fn announce(status: &Status, ui: Option<&UiServer>, json: bool) -> Result<(), Failure> {
    if json {
        let ui = ui.map(UiServer::address);
        return output::line(&json!({ "status": status, "ui": ui }).to_string());
    }
    output::line(&format!("data folder {}", status.data_dir))?;
    match &status.host {
        HostState::Active => output::line(&format!("webhooks on {}", status.receiver.address))?,
        HostState::Standby { holder } => {
            output::line(&format!("{holder} works on this folder; taking over when it ends"))?;
        }
    }
    for line in missing(status) {
        output::line(&line)?;
    }
    if let Some(problem) = &status.vault.problem {
        output::line(&problem.text)?;
    }
    match ui {
        Some(ui) => output::line(&format!("open {}", ui.address())),
        None => Ok(()),
    }
}

const NO_SECRET: &str = "no signing secret is set: webhooks are refused until there is one; \
    give it as LEADBRIDGE_SECRET_WEBHOOK_SECRET, or in the window's settings";

const NOT_SIGNED_IN: &str = "nobody is signed in to iAdvize: no conversation is fetched until \
    you run `leadbridge login --email EMAIL`, or sign in in the window's settings";

const NO_DESTINATION: &str = "no destination is connected: leads are kept and not sent; \
    choose one in the window's settings, or with `leadbridge config apply` \
    (the built-in list is {\"destination\": {\"kind\": \"lead_book\"}})";

/// What is not set up yet, and what to do about it: one line each.
fn missing(status: &Status) -> Vec<String> {
    let mut lines = Vec::new();
    if !status.receiver.has_secret {
        lines.push(NO_SECRET.to_owned());
    }
    if !status.accounts.iter().any(|account| account.has_password) {
        lines.push(NOT_SIGNED_IN.to_owned());
    }
    match &status.destination {
        None => lines.push(NO_DESTINATION.to_owned()),
        Some(destination) if !destination.has_token => lines.push(no_key(&destination.name)),
        Some(_) => {}
    }
    lines
}

fn no_key(name: &str) -> String {
    format!(
        "no destination is connected: {name}'s key is missing; \
         give it as LEADBRIDGE_SECRET_HUBSPOT_TOKEN, or in the window's settings"
    )
}

/// Wait for Ctrl-C, or for the system's request to end.
pub async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    // Without signals there is nothing to wait for: stopping at once is the safe end.
    drop(tokio::signal::ctrl_c().await);
}
