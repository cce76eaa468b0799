//! `leadbridge config`

use super::{name, open, read};
use crate::{
    args::{Config, ConfigCommand},
    failure::Failure,
    output,
};
use leadbridge_engine::{
    api,
    config::schema,
    types::{ConfigText, Empty},
};
use std::path::Path;

/// Export, apply or check.
pub async fn run(args: Config) -> Result<(), Failure> {
    match args.command {
        ConfigCommand::Export { schema: true, .. } => output::json(&schema()),
        ConfigCommand::Export { .. } => {
            let app = open("config").await?;
            output::line(&api::config_export(&app, Empty {}).await?.json)
        }
        ConfigCommand::Apply { file, json } => apply(&file, json).await,
        ConfigCommand::Check { file, json } => check(&file, json).await,
    }
}

async fn apply(file: &Path, json: bool) -> Result<(), Failure> {
    let text = read(file)?;
    let app = open("config").await?;
    let faults = faults(&app, file, &text).await?;
    if !faults.is_empty() {
        return Err(Failure::inputs(faults));
    }
    let settings = api::config_apply(&app, ConfigText { json: text }).await?;
    match json {
        true => output::json(&settings),
        false => output::line("the configuration is in use"),
    }
}

async fn check(file: &Path, json: bool) -> Result<(), Failure> {
    let text = read(file)?;
    let app = open("config").await?;
    let faults = faults(&app, file, &text).await?;
    if json {
        output::json(&serde_json::json!({ "faults": faults }))?;
    }
    match (faults.is_empty(), json) {
        (true, true) => Ok(()),
        (true, false) => output::line("nothing is wrong with it"),
        (false, _) => Err(Failure::inputs(faults)),
    }
}

async fn faults(
    app: &leadbridge_engine::App,
    file: &Path,
    text: &str,
) -> Result<Vec<String>, Failure> {
    let report = api::config_check(app, ConfigText { json: text.to_owned() }).await?;
    Ok(report.faults.iter().map(|fault| format!("{}: {fault}", name(file))).collect())
}
