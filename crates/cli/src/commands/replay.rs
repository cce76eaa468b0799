//! `leadbridge replay`

use super::open;
use crate::{
    args::Replay as Args,
    failure::Failure,
    output,
    text::{cell, word},
};
use leadbridge_engine::{
    api,
    types::{ReplayEvents, ReplayOutcome, ReplayReport},
};

/// Handle stored events again. Ends with 1 when one could not be handled, with 2 when there is no
/// such event.
pub async fn run(args: Args) -> Result<(), Failure> {
    let app = open("replay").await?;
    let report = api::replay_events(&app, ReplayEvents { ids: args.ids }).await?;
    match args.json {
        true => output::json(&report)?,
        false => print(&report)?,
    }
    let unknown = report.results.iter().filter(|one| one.outcome == ReplayOutcome::NotFound);
    let unknown: Vec<_> = unknown.map(|one| format!("{}: {}", one.id, one.message)).collect();
    if !unknown.is_empty() {
        return Err(Failure::inputs(unknown));
    }
    match report.results.iter().any(|one| one.outcome == ReplayOutcome::Failed) {
        true => Err(Failure::said()),
        false => Ok(()),
    }
}

fn print(report: &ReplayReport) -> Result<(), Failure> {
    let mut table = output::table(&["Event", "Outcome", "What happened"]);
    for one in &report.results {
        table.add_row([cell(&one.id, 80), word(&one.outcome), cell(&one.message.text, 120)]);
    }
    output::line(&table.to_string())
}
