//! Conversations that are due are fetched, read, and become leads in the queue.

mod notice;
mod read;
mod summary;

pub use notice::new_event;
pub use read::{Fetched, ask, refresh};
pub(super) use read::{get, keep, keeping, known, read};
pub use summary::snippet;

use super::Ran;
use crate::{
    App, iadvize,
    said::{Key, Said},
    store::{ArrivalEnd, ClaimedArrival, Keep},
    types::Topic,
};
use futures::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use leadbridge_domain::{
    intake::{self, Known, Verdict},
    retry::{self, Decision, Outcome},
};
use std::sync::Arc;

/// How long reading conversations may take before another worker may take them.
const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// How long everything of an account waits while the account itself is at fault.
const HELPLESS: SignedDuration = SignedDuration::from_mins(1);
/// How many are taken at once, and how many of these are asked for side by side.
const BATCH: u32 = 32;
const ABREAST: usize = 6;
/// When a conversation that iAdvize still shows as open is looked at once more: how soon an end can
/// be read is documented nowhere.
const STILL_OPEN: SignedDuration = SignedDuration::from_secs(60);

/// Read the conversations that are due longest.
pub async fn run_some(app: &App) -> anyhow::Result<Ran> {
    let now = app.clock().now();
    let resting = app.resting(now);
    let claimed = app.store().claim_arrivals(now, now + LEASE, BATCH, &resting).await?;
    if claimed.is_empty() {
        return Ok(Ran::Idle);
    }
    if claimed.len() == BATCH as usize {
        // There may be more for another worker.
        app.wake_ingest();
    }
    let reads = stream::iter(claimed).map(|claimed| handle(app, claimed));
    let mut ends = reads.buffer_unordered(ABREAST).ready_chunks(BATCH as usize);
    while let Some(chunk) = ends.next().await {
        finish(app, chunk).await?;
    }
    Ok(Ran::Some)
}

/// Write down how reading has ended: all that is ready at once, in one step.
async fn finish(app: &App, ends: Vec<End>) -> anyhow::Result<()> {
    let (mut keeping, now) = (Vec::new(), app.clock().now());
    for end in ends {
        match end {
            End::Keep(kept) => keeping.push(*kept),
            End::Not(ended) => {
                let (claimed, how) = *ended;
                app.store().end_arrival(&claimed, &how, now).await?;
            }
        }
    }
    keep(app, keeping).await?;
    app.changed(Topic::Events);
    app.changed(Topic::Intake);
    Ok(())
}

/// What became of a conversation that was due.
enum End {
    Keep(Box<Keep>),
    Not(Box<(ClaimedArrival, ArrivalEnd)>),
}

impl End {
    fn not(claimed: ClaimedArrival, how: ArrivalEnd) -> Self {
        Self::Not(Box::new((claimed, how)))
    }
}

async fn handle(app: &App, claimed: ClaimedArrival) -> End {
    let now = app.clock().now();
    let client = app.iadvize(&claimed.account).ok();
    match read_claimed(app, &claimed).await {
        Ok(Read::Keep(keep)) => End::Keep(keep),
        Ok(Read::LeftOut(why)) => End::not(claimed, ArrivalEnd::LeftOut(why)),
        Ok(Read::StillOpen) => {
            let why = Said::plain(Key::StillOpen);
            End::not(claimed, ArrivalEnd::Retry(now + STILL_OPEN, why))
        }
        // Nobody says how soon a closed conversation can be read: it is asked for again.
        Ok(Read::Unknown) => {
            let id = claimed.conversation_id.clone();
            let why = Said::new(Key::ConversationUnknown, [("id", id)]);
            again(app, claimed, Outcome::Retry { after: None }, why)
        }
        // A fault of the account says nothing of this one: all of it waits, none is charged.
        Err(FetchError::Iadvize(error)) if error.is_of_the_account() => {
            let client_now = app.iadvize(&claimed.account).ok();
            if client_now.map(|now| Arc::as_ptr(&now)) != client.map(|used| Arc::as_ptr(&used)) {
                // Somebody has signed in anew meanwhile: it says nothing of now.
                return End::not(claimed, ArrivalEnd::Postpone(now, error.said()));
            }
            app.rest_account(&claimed.account, now + HELPLESS);
            End::not(claimed, ArrivalEnd::Postpone(now + HELPLESS, error.said()))
        }
        Err(FetchError::Iadvize(error)) => {
            let outcome = Outcome::Retry { after: asked(&error) };
            again(app, claimed, outcome, error.said())
        }
        Err(FetchError::Unreadable(why)) => End::not(claimed, ArrivalEnd::Failed(why)),
        Err(FetchError::Ours(error)) => {
            let why = Said::new(Key::LeadbridgeFailed, [("why", format!("{error:#}"))]);
            tracing::error!(conversation = %claimed.conversation_id, "a conversation could not be read: {why}");
            again(app, claimed, Outcome::Retry { after: None }, why)
        }
    }
}

fn again(app: &App, claimed: ClaimedArrival, outcome: Outcome, why: Said) -> End {
    let (id, attempt) = (&claimed.conversation_id, claimed.attempt);
    tracing::warn!(conversation = %id, attempt, "a conversation could not be fetched");
    let end = match retry::decide(&outcome, attempt, app.clock().now(), app.clock().roll()) {
        Decision::Wait(until) => ArrivalEnd::Retry(until, why),
        _ => ArrivalEnd::Failed(why),
    };
    End::not(claimed, end)
}

/// What asking iAdvize for a conversation gave.
enum Read {
    Keep(Box<Keep>),
    LeftOut(Said),
    StillOpen,
    Unknown,
}

async fn read_claimed(app: &App, claimed: &ClaimedArrival) -> Result<Read, FetchError> {
    let config = app.config();
    let rules = &config.intake.rules;
    // What a rule leaves out by what is known already is not even asked for.
    if let Verdict::LeaveOut(why) = intake::decide(rules, &told(claimed)) {
        return Ok(Read::LeftOut(read::left_out(&why)));
    }
    let (account, id) = (&claimed.account, &claimed.conversation_id);
    let Some((conversation, json)) = get(app, account, id).await? else {
        return Ok(Read::Unknown);
    };
    let mut seen = known(&conversation);
    seen.operators.get_or_insert_default().extend(claimed.operators.iter().cloned());
    let rule = match intake::decide(rules, &seen) {
        Verdict::Handle(rule) => rule,
        Verdict::LeaveOut(why) => return Ok(Read::LeftOut(read::left_out(&why))),
        Verdict::Unknown => None,
    };
    if conversation.closed_at.is_none() && claimed.attempt == 1 {
        return Ok(Read::StillOpen);
    }
    let fetched = read(app, account.clone(), conversation, json, rule).await?;
    Ok(Read::Keep(Box::new(keeping(app, fetched, true, Some(claimed.clone()))?)))
}

/// What rules look at, as far as it was told before the conversation is fetched.
fn told(claimed: &ClaimedArrival) -> Known {
    let operators = claimed.operators.clone();
    Known {
        project: claimed.project.clone(),
        channel: claimed.channel.clone(),
        operators: Some(operators).filter(|operators| !operators.is_empty()),
        ..Known::default()
    }
}

fn asked(error: &iadvize::Error) -> Option<SignedDuration> {
    match error {
        iadvize::Error::Unavailable { after, .. } => *after,
        _ => None,
    }
}

/// When there will be something to read.
pub async fn next_due(app: &App) -> sqlx::Result<Option<Timestamp>> {
    let now = app.clock().now();
    let resting = app.resting(now);
    let due = app.store().next_arrival_due(&resting).await?;
    Ok(due.into_iter().chain(app.first_rest_ends(now)).min())
}

/// Why a conversation could not be fetched and kept.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// iAdvize gave nothing.
    #[error(transparent)]
    Iadvize(#[from] iadvize::Error),
    /// It gave something that is no conversation.
    #[error("{0}")]
    Unreadable(Said),
    /// Ours.
    #[error(transparent)]
    Ours(#[from] anyhow::Error),
}

impl From<sqlx::Error> for FetchError {
    fn from(error: sqlx::Error) -> Self {
        Self::Ours(error.into())
    }
}

/// Fetch a conversation, read it, and keep it with its lead. False when iAdvize doesn't know it.
pub async fn fetch(app: &App, id: &str) -> Result<bool, FetchError> {
    let account = app.store().account_of(id).await?.unwrap_or_default();
    let Some(fetched) = ask(app, &account, id).await? else { return Ok(false) };
    keep(app, vec![keeping(app, fetched, true, None)?]).await?;
    Ok(true)
}
