//! `leadbridge push`

use super::open;
use crate::{
    args::Push as Args,
    failure::Failure,
    output,
    text::{cell, word},
};
use leadbridge_engine::{
    api,
    types::{LeadState, Push, PushReport, PushResult},
};

/// Send leads by hand, or say what would be sent. Ends with 1 when one did not arrive, or
/// would be refused.
pub async fn run(args: Args) -> Result<(), Failure> {
    let app = open("push").await?;
    let report = api::push(&app, Push { ids: args.ids, dry_run: args.dry_run }).await?;
    match args.json {
        true => output::json(&report)?,
        false => print(&report)?,
    }
    let unknown = report.results.iter().filter(|result| result.state.is_none());
    let unknown: Vec<_> =
        unknown.map(|result| format!("{}: {}", result.id, result.message)).collect();
    if !unknown.is_empty() {
        return Err(Failure::inputs(unknown));
    }
    match report.results.iter().all(|result| is_well(result, args.dry_run)) {
        true => Ok(()),
        false => Err(Failure::said()),
    }
}

/// Whether a lead arrived, or nothing would be refused of it.
fn is_well(result: &PushResult, dry_run: bool) -> bool {
    match dry_run {
        true => result.findings.is_empty(),
        false => result.state == Some(LeadState::Sent),
    }
}

/// What happened, and what would be refused.
fn said(result: &PushResult) -> String {
    let all = std::iter::once(&result.message).chain(&result.findings);
    all.map(|said| said.text.as_str()).collect::<Vec<_>>().join("; ")
}

fn print(report: &PushReport) -> Result<(), Failure> {
    let mut table = output::table(&["Id", "State", "What happened", "Record"]);
    for result in &report.results {
        table.add_row([
            result.id.clone(),
            result.state.as_ref().map(word).unwrap_or_default(),
            said(result),
            result.record_id.clone().unwrap_or_default(),
        ]);
    }
    output::line(&table.to_string())?;
    for result in report.results.iter().filter(|result| !result.changes.is_empty()) {
        let mut table = output::table(&["Field", "Now", "Proposed"]);
        for change in &result.changes {
            let now = change.now.as_deref().unwrap_or_default();
            table.add_row([change.field.clone(), cell(now, 60), cell(&change.proposed, 60)]);
        }
        output::line(&format!("{}\n{table}", result.id))?;
    }
    Ok(())
}
