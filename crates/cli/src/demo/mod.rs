//! `leadbridge demo`: the whole way with nothing set up.
//!
//! The parts are the real ones: the receiver, the client, the reading, the queue and HubSpot's
//! adapter. Only iAdvize and the CRM are simulators, on this machine. Secrets stay in memory.

mod report;
mod stage;

use crate::{
    args::Demo, commands::serve::stop_signal, failure::Failure, output, ui_server::UiServer,
};
use anyhow::Context as _;
use report::Report;
use stage::Stage;

/// Run the demonstration, print the leads, and say whether each is right.
pub async fn run(args: Demo) -> Result<(), Failure> {
    let tell = |text: &str| match args.json {
        true => Ok(()),
        false => output::line(text),
    };
    tell("Starting a simulated iAdvize and a simulated CRM on this machine …")?;
    let stage = Stage::set().await?;
    tell(&format!("  iAdvize {}   CRM {}", stage.iadvize.base_url(), stage.crm.base_url()))?;
    tell("Signing in, connecting the CRM, loading six questions …")?;
    stage.connect().await?;
    tell(&format!(
        "Closing {} conversations; each arrives as a signed webhook …",
        stage.seeds.len()
    ))?;
    stage.play().await?;
    let report = Report::of(&stage).await?;
    match args.json {
        true => output::json(&report)?,
        false => {
            output::line(&report.to_string())?;
            output::line(
                "Next: `make app` opens the window on your own data; start with Settings",
            )?;
        }
    }
    if args.ui {
        let ui = UiServer::start(stage.app.clone(), &args.ui_dir, 0).await?;
        match args.json {
            true => output::line(&serde_json::json!({ "ui": ui.address() }).to_string())?,
            false => output::line(&format!("open {}", ui.address()))?,
        }
        stop_signal().await;
    }
    let shown = match &args.window {
        Some(program) => {
            tell("Opening the window on these leads; the simulators run until it is closed …")?;
            stage.open(program).await.context("open the window")
        }
        None => Ok(()),
    };
    stage.clear().await;
    shown?;
    match report.is_right() {
        true => Ok(()),
        false => Err(Failure::wrong("not every lead is what it should be")),
    }
}
