//! How conversations come in: rules, sweeps, going over the past, and the ledger.

use super::{
    super::{ApiError, Code},
    not_found,
};
use crate::{
    App,
    config::{self, IntakeConfig},
    store::Quarter,
    types::{
        BackfillView, ById, Empty, HandleAgain, HandledAgain, IntakeSettings, IntakeView, Ledger,
        LedgerCounts, LedgerRequest, LedgerRow, MissingRow, ProjectName, StartBackfill, SweepView,
        Topic,
    },
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::collections::{BTreeMap, BTreeSet};

/// How many days the ledger shows when nobody says, and at most.
const DAYS: (u32, u32) = (30, 400);
/// How many missing conversations are named.
const NAMED: u32 = 100;

/// How conversations come in, with what that costs now.
pub async fn intake(app: &App, _: Empty) -> Result<IntakeView, ApiError> {
    let (following, live_calls) = app.store().following(app.clock().now()).await?;
    Ok(IntakeView {
        settings: IntakeSettings::from(&app.config().intake),
        following,
        live_calls,
        projects: projects(app).await?.into_iter().collect(),
        channels: app.store().channels().await?,
    })
}

/// Set how conversations come in.
pub async fn set_intake(app: &App, request: IntakeSettings) -> Result<IntakeView, ApiError> {
    let intake = IntakeConfig::from(request);
    let faults: Vec<String> = config::intake_faults(&intake).collect();
    if !faults.is_empty() {
        return Err(ApiError::new(Code::BadInput, faults.join("\n")));
    }
    app.configure(|config| config.intake = intake).await?;
    app.changed(Topic::Intake);
    self::intake(app, Empty {}).await
}

/// The projects that the accounts can see, as last asked.
async fn projects(app: &App) -> Result<BTreeSet<ProjectName>, ApiError> {
    let mut projects = BTreeSet::new();
    for account in app.accounts().iter() {
        let kept: Option<Vec<ProjectName>> =
            app.store().setting(&projects_of(&account.key)).await?;
        projects.extend(kept.unwrap_or_default());
    }
    Ok(projects)
}

/// The setting that holds the projects that an account can see.
pub(super) fn projects_of(account: &str) -> String {
    format!("projects:{account}")
}

/// How far the lists of closed conversations are known.
pub async fn sweeps(app: &App, _: Empty) -> Result<Vec<SweepView>, ApiError> {
    let accounts = app.accounts();
    let ours = |sweep: &SweepView| accounts.iter().any(|account| account.key == sweep.account);
    Ok(app.store().sweeps().await?.into_iter().filter(ours).collect())
}

/// Look through the lists of closed conversations now.
pub async fn sweep_now(app: &App, _: Empty) -> Result<Vec<SweepView>, ApiError> {
    app.begin_sweeps().await?;
    app.store().hurry_sweeps(app.clock().now()).await?;
    app.wake_sweep();
    app.changed(Topic::Intake);
    sweeps(app, Empty {}).await
}

/// Go over the past.
pub async fn start_backfill(
    app: &App,
    request: StartBackfill,
) -> Result<Vec<BackfillView>, ApiError> {
    let now = app.clock().now();
    let from = moment("from", &request.from)?;
    let to = request.to.as_deref().map(|to| moment("to", to)).transpose()?.unwrap_or(now).min(now);
    if from >= to {
        return Err(ApiError::new(Code::BadInput, "from: it must lie before to, in the past"));
    }
    let keys: Vec<String> = app.accounts().iter().map(|account| account.key.clone()).collect();
    let accounts = match request.account {
        Some(key) if keys.contains(&key) => vec![key],
        Some(key) => return Err(not_found("account", &key)),
        None if keys.is_empty() => return Err(crate::iadvize::Error::NotSignedIn.into()),
        None => keys,
    };
    for account in accounts {
        let (id, review) = (app.new_id(), !request.send);
        app.store().begin_backfill(&id, &account, (from, to), review, now).await?;
    }
    app.wake_sweep();
    app.changed(Topic::Intake);
    backfills(app, Empty {}).await
}

/// A moment, or the beginning of a day on this machine.
fn moment(place: &str, text: &str) -> Result<Timestamp, ApiError> {
    let text = text.trim();
    if let Ok(at) = text.parse() {
        return Ok(at);
    }
    let day = text.parse::<Date>().ok().and_then(|day| day.to_zoned(TimeZone::system()).ok());
    day.map(|day| day.timestamp()).ok_or_else(|| {
        let why =
            format!("{place}: {text:?} is no time; write 2026-03-01, or 2026-03-01T08:00:00Z");
        ApiError::new(Code::BadInput, why)
    })
}

/// Stop going over a past time.
pub async fn stop_backfill(app: &App, request: ById) -> Result<Vec<BackfillView>, ApiError> {
    if !app.store().stop_backfill(&request.id, app.clock().now()).await? {
        return Err(not_found("running backfill", &request.id));
    }
    app.changed(Topic::Intake);
    backfills(app, Empty {}).await
}

/// The past times that were gone over.
pub async fn backfills(app: &App, _: Empty) -> Result<Vec<BackfillView>, ApiError> {
    Ok(app.store().backfills().await?)
}

/// Handle again what the rules left out, or what was given up.
pub async fn handle_again(app: &App, request: HandleAgain) -> Result<HandledAgain, ApiError> {
    let conversations = request.conversations.as_deref();
    let count = app.store().ask_again(conversations, app.clock().now()).await?;
    app.wake_ingest();
    app.changed(Topic::Intake);
    Ok(HandledAgain { count: u32::try_from(count).unwrap_or(u32::MAX) })
}

/// What was expected, and what came.
pub async fn ledger(app: &App, request: LedgerRequest) -> Result<Ledger, ApiError> {
    let days = request.days.unwrap_or(DAYS.0).clamp(1, DAYS.1);
    let (zone, now) = (TimeZone::system(), app.clock().now());
    let today = now.to_zoned(zone.clone()).date();
    let first = today.saturating_sub(jiff::Span::new().days(i64::from(days) - 1));
    let since = first.to_zoned(zone.clone()).map_or(Timestamp::UNIX_EPOCH, |day| day.timestamp());
    let (quarters, sweeps) = (app.store().quarters(since).await?, sweeps(app, Empty {}).await?);
    let names = projects(app).await?;
    let mut rows: BTreeMap<(Date, Option<String>), (LedgerCounts, BTreeSet<String>)> =
        BTreeMap::new();
    let mut total = LedgerCounts::default();
    for Quarter { at, project, account, counts } in quarters {
        let row = rows.entry((at.to_zoned(zone.clone()).date(), project)).or_default();
        row.0 += counts;
        row.1.insert(account);
        total += counts;
    }
    let row = |((day, id), (counts, accounts)): (
        (Date, Option<String>),
        (LedgerCounts, BTreeSet<String>),
    )| {
        let known = id.as_ref().and_then(|id| names.iter().find(|name| name.id == *id));
        let end = day.tomorrow().ok().and_then(|day| day.to_zoned(zone.clone()).ok());
        LedgerRow {
            day: day.to_string(),
            known_project: names.is_empty() || known.is_some(),
            project: known.cloned().or(id.map(|id| ProjectName { id, name: None })),
            proven: end.is_some_and(|end| proven(&sweeps, &accounts, end.timestamp())),
            counts,
        }
    };
    let missing = app.store().missing(since, NAMED).await?;
    let missing = missing.into_iter().map(|one| MissingRow {
        conversation_id: one.conversation_id,
        project: one.project,
        closed_at: one.closed_at.to_string(),
        problem: one.problem,
    });
    Ok(Ledger {
        rows: rows.into_iter().rev().map(row).collect(),
        total,
        sweeps,
        missing: missing.collect(),
    })
}

/// Whether the lists of these accounts are known beyond this moment.
fn proven(sweeps: &[SweepView], accounts: &BTreeSet<String>, end: Timestamp) -> bool {
    let known = |sweep: &SweepView| sweep.proven_to.parse::<Timestamp>().is_ok_and(|to| to >= end);
    let of = |account: &String| {
        sweeps.iter().find(|sweep| account.is_empty() || sweep.account == *account)
    };
    accounts.iter().all(|account| of(account).is_some_and(known))
}

impl std::ops::AddAssign for LedgerCounts {
    fn add_assign(&mut self, other: Self) {
        self.expected += other.expected;
        self.by_webhook += other.by_webhook;
        self.recovered += other.recovered;
        self.left_out += other.left_out;
        self.waiting += other.waiting;
        self.missing += other.missing;
    }
}

impl From<&IntakeConfig> for IntakeSettings {
    fn from(config: &IntakeConfig) -> Self {
        Self {
            grace_seconds: config.grace_seconds,
            sweep_minutes: config.sweep_minutes,
            live_seconds: config.live_seconds,
            live_calls_per_hour: config.live_calls_per_hour,
            rules: config.rules.clone(),
        }
    }
}

impl From<IntakeSettings> for IntakeConfig {
    fn from(set: IntakeSettings) -> Self {
        Self {
            grace_seconds: set.grace_seconds,
            sweep_minutes: set.sweep_minutes,
            live_seconds: set.live_seconds,
            live_calls_per_hour: set.live_calls_per_hour,
            rules: set.rules,
        }
    }
}
