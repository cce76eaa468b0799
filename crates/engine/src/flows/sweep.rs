//! The list of closed conversations is looked through, so that none is missed: from where it is
//! known to, a page at a time, and over past times that somebody asks for.
//!
//! What a page names and how far the list is known by it are kept in one step: a program that ends
//! in between goes on at that page.

use super::Ran;
use crate::{
    App, iadvize,
    iadvize::ListedConversation,
    store::{DuePage, NewArrival, Next, Reader},
    types::Topic,
};
use jiff::{SignedDuration, Timestamp};

/// The longest time that is read at once.
const SLICE: SignedDuration = SignedDuration::from_hours(24);
/// How far before the known end a look begins: how soon a conversation that has closed is in the
/// list is documented nowhere.
const OVERLAP: SignedDuration = SignedDuration::from_mins(10);
/// How long to leave a list alone that could not be read.
const AGAIN: SignedDuration = SignedDuration::from_secs(30);
/// The longest that is, after many times.
const LONGEST: SignedDuration = SignedDuration::from_mins(10);

/// Read the page that is due longest.
pub async fn run_one(app: &App) -> anyhow::Result<Ran> {
    let (now, accounts) = (app.clock().now(), awake(app));
    let Some(page) = app.store().due_page(&accounts, now).await? else { return Ok(Ran::Idle) };
    match read(app, &page, now).await {
        Ok(()) => {}
        Err(Failure::Iadvize(error)) => put_off(app, &page, &error).await?,
        Err(Failure::Ours(error)) => return Err(error.into()),
    }
    app.changed(Topic::Intake);
    Ok(Ran::Some)
}

/// The accounts that don't rest.
fn awake(app: &App) -> Vec<String> {
    let resting = app.resting(app.clock().now());
    let keys = app.accounts();
    keys.iter().map(|account| account.key.clone()).filter(|key| !resting.contains(key)).collect()
}

/// When there will be a page to read.
pub async fn next_due(app: &App) -> sqlx::Result<Option<Timestamp>> {
    let due = app.store().next_page_due(&awake(app)).await?;
    Ok(due.into_iter().chain(app.first_rest_ends(app.clock().now())).min())
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Iadvize(#[from] iadvize::Error),
    #[error(transparent)]
    Ours(#[from] sqlx::Error),
}

async fn read(app: &App, page: &DuePage, now: Timestamp) -> Result<(), Failure> {
    let (from, to) = slice(page, now);
    let client = app.iadvize(&page.account)?;
    let list = client.closed_conversations(from, to, None, page.cursor.as_deref()).await?;
    let grace = SignedDuration::from_secs(i64::from(app.config().intake.grace_seconds));
    let arrivals: Vec<NewArrival> =
        list.rows.into_iter().map(|row| arrival(row, &page.account, grace, now)).collect();
    let next = match list.next {
        Some(cursor) => {
            Next { known_to: page.known_to, page: Some((to, cursor)), due_at: Some(now) }
        }
        None => Next { known_to: to, page: None, due_at: after(app, page, to, now) },
    };
    let new = app.store().keep_page(page, &arrivals, &next, now).await?;
    if new > 0 {
        tracing::info!(new, "closed conversations that no webhook had told of");
    }
    app.wake_ingest();
    Ok(())
}

/// The time that is read now. It stays the same from its first page to its last.
fn slice(page: &DuePage, now: Timestamp) -> (Timestamp, Timestamp) {
    let from = match page.reader {
        Reader::Sweep(_) => page.known_to.checked_sub(OVERLAP).unwrap_or(page.known_to),
        Reader::Backfill(_) => page.known_to,
    };
    let end = page.until.unwrap_or(now);
    let to = page.slice_to.filter(|_| page.cursor.is_some());
    let longest = page.known_to.checked_add(SLICE).unwrap_or(end);
    (from, to.unwrap_or_else(|| longest.min(end)).max(page.known_to))
}

/// When to go on after the last page of a slice.
fn after(app: &App, page: &DuePage, to: Timestamp, now: Timestamp) -> Option<Timestamp> {
    match page.until {
        Some(until) => (to < until).then_some(now),
        None if to < now => Some(now),
        None => {
            let minutes = i64::from(app.config().intake.sweep_minutes);
            now.checked_add(SignedDuration::from_mins(minutes)).ok()
        }
    }
}

fn arrival(
    row: ListedConversation,
    account: &str,
    grace: SignedDuration,
    now: Timestamp,
) -> NewArrival {
    let closed_at = row.closed_at.as_deref().and_then(|at| at.parse().ok()).unwrap_or(now);
    NewArrival {
        conversation_id: row.id,
        account: account.to_owned(),
        project: row.project.map(|project| project.id),
        channel: row.channel,
        operators: row.operators,
        closed_at,
        due_at: closed_at.checked_add(grace).map_or(now, |due| due.max(now)),
    }
}

async fn put_off(app: &App, page: &DuePage, error: &iadvize::Error) -> sqlx::Result<()> {
    let now = app.clock().now();
    let asked = match error {
        iadvize::Error::Unavailable { after, .. } => *after,
        _ => None,
    };
    let wait = asked.unwrap_or(AGAIN * (1 << page.attempts.min(5))).min(LONGEST);
    // A place in the list may be good for a while only: the slice is read from its beginning.
    let anew = page.cursor.is_some() && !error.is_of_the_account();
    let why = error.said();
    tracing::warn!("the list of closed conversations can't be read: {why}");
    app.store().put_page_off(page, &why, now + wait, anew).await
}
