//! `leadbridge sweep` and `gaps`

use super::open;
use crate::{
    args::{Gaps, Sweep},
    failure::Failure,
    output,
    text::cell,
};
use leadbridge_engine::{
    App, api,
    types::{
        BackfillState, BackfillView, Empty, HostState, Ledger, LedgerCounts, LedgerRequest,
        LedgerRow, StartBackfill, SweepView,
    },
};
use serde::Serialize;

/// What a sweep came to.
#[derive(Serialize)]
struct Swept {
    sweeps: Vec<SweepView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    backfills: Vec<BackfillView>,
    ledger: Ledger,
}

/// Catch up with iAdvize's closed conversations, since the last time or over a past one.
pub async fn sweep(args: Sweep) -> Result<(), Failure> {
    let app = open("sweep").await?;
    match args.from {
        Some(from) => {
            let asked = StartBackfill { from, to: args.to, send: args.send, account: None };
            api::start_backfill(&app, asked).await?;
        }
        None => drop(api::sweep_now(&app, Empty {}).await?),
    }
    // Where another program has the folder it does the work; it is only asked for here.
    app.drain().await?;
    let swept = Swept {
        sweeps: api::sweeps(&app, Empty {}).await?,
        backfills: api::backfills(&app, Empty {}).await?,
        ledger: api::ledger(&app, LedgerRequest::default()).await?,
    };
    let problem = swept.sweeps.iter().find_map(|sweep| sweep.problem.clone());
    let elsewhere = elsewhere(&app).await?;
    if args.json {
        output::json(&swept)?;
    } else {
        output::line(&summary(&swept, elsewhere.as_deref()))?;
    }
    match (problem, swept.ledger.total.missing) {
        (Some(problem), _) => Err(Failure::wrong(problem.text)),
        (None, 0) => Ok(()),
        (None, missing) => {
            Err(Failure::wrong(format!("{missing} closed conversations are missing")))
        }
    }
}

async fn elsewhere(app: &App) -> Result<Option<String>, Failure> {
    Ok(match api::status(app, Empty {}).await?.host {
        HostState::Standby { holder } => Some(holder),
        HostState::Active => None,
    })
}

fn summary(swept: &Swept, elsewhere: Option<&str>) -> String {
    let LedgerCounts { expected, by_webhook, recovered, missing, waiting, .. } = swept.ledger.total;
    let mut lines: Vec<String> = swept.sweeps.iter().map(proven).collect();
    for backfill in swept.backfills.iter().filter(|b| b.state == BackfillState::Running) {
        lines.push(format!(
            "going over {} to {}: {:.0} %",
            backfill.from,
            backfill.to,
            backfill.progress * 100.0
        ));
    }
    if let Some(holder) = elsewhere.filter(|_| waiting > 0) {
        lines.push(format!("{holder} reads what waits"));
    }
    lines.push(format!(
        "30 days: {expected} expected, {by_webhook} by webhook, {recovered} recovered, {waiting} waiting, {missing} missing"
    ));
    lines.join("\n")
}

fn proven(sweep: &SweepView) -> String {
    match &sweep.problem {
        Some(problem) => format!("known up to {}; then: {problem}", sweep.proven_to),
        None => format!("every conversation closed up to {} is known", sweep.proven_to),
    }
}

/// What was expected, received, recovered and missing, a day and project.
pub async fn gaps(args: Gaps) -> Result<(), Failure> {
    let app = open("gaps").await?;
    let ledger = api::ledger(&app, LedgerRequest { days: args.days }).await?;
    if args.json {
        output::json(&ledger)?;
    } else {
        print(&ledger)?;
    }
    match ledger.total.missing {
        0 => Ok(()),
        missing => Err(Failure::wrong(format!("{missing} closed conversations are missing"))),
    }
}

fn print(ledger: &Ledger) -> Result<(), Failure> {
    let mut table = output::table(&[
        "Day",
        "Project",
        "Expected",
        "By webhook",
        "Recovered",
        "Left out",
        "Waiting",
        "Missing",
        "Proven",
    ]);
    for row in &ledger.rows {
        let LedgerCounts { expected, by_webhook, recovered, left_out, waiting, missing } =
            row.counts;
        let counts = [expected, by_webhook, recovered, left_out, waiting, missing];
        let proven = if row.proven { "yes" } else { "not yet" };
        let cells = [row.day.clone(), cell(&project(row), 40)].into_iter();
        table.add_row(cells.chain(counts.map(|n| n.to_string())).chain([proven.to_owned()]));
    }
    if ledger.rows.is_empty() {
        output::line("no closed conversation is known yet")?;
    } else {
        output::line(&table.to_string())?;
    }
    for sweep in &ledger.sweeps {
        output::line(&proven(sweep))?;
    }
    for missing in &ledger.missing {
        let why = missing.problem.as_ref().map_or_else(String::new, |why| format!(": {why}"));
        output::line(&format!(
            "missing: {} closed {}{why}",
            missing.conversation_id, missing.closed_at
        ))?;
    }
    Ok(())
}

fn project(row: &LedgerRow) -> String {
    let named = match &row.project {
        None => "?".to_owned(),
        Some(project) => match &project.name {
            Some(name) => format!("{name} ({})", project.id),
            None => project.id.clone(),
        },
    };
    if row.known_project { named } else { format!("{named}, unknown to the account") }
}
