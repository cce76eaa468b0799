//! Deliveries of webhooks: looked at, handled again, and one of our own making.

use super::{super::ApiError, PAGE, not_found};
use crate::{
    App,
    said::{Key, Said},
    store::ReceiptFilter,
    types::{
        ById, EventState, HostState, ReceiptDetail, ReceiptPage, ReceiptsRequest, ReplayEvents,
        ReplayOutcome, ReplayReport, ReplayResult, Topic,
    },
};

/// Deliveries, newest first.
pub async fn receipts(app: &App, request: ReceiptsRequest) -> Result<ReceiptPage, ApiError> {
    let filter = ReceiptFilter {
        search: request.search.as_deref().map(str::trim).unwrap_or_default(),
        verdict: request.verdict,
        accepted: request.accepted,
        account: request.account.as_deref(),
    };
    let limit = request.limit.unwrap_or(PAGE.0).clamp(1, PAGE.1);
    Ok(app.store().receipts(filter, limit, request.after.as_deref()).await?)
}

/// One delivery, by its number or its event.
pub async fn receipt(app: &App, request: ById) -> Result<ReceiptDetail, ApiError> {
    let receipt = app.store().receipt(&request.id).await?;
    receipt.ok_or_else(|| not_found("delivery or event", &request.id))
}

/// Handle stored events again: their conversations are fetched anew.
pub async fn replay_events(app: &App, request: ReplayEvents) -> Result<ReplayReport, ApiError> {
    let mut outcomes = Vec::with_capacity(request.ids.len());
    for id in &request.ids {
        outcomes.push(want_again(app, id).await?);
    }
    app.changed(Topic::Events);
    app.wake_ingest();
    // Where nobody works on the folder, we do; where it is ours already, our workers do.
    let here = app.host() != HostState::Active && app.fetch_now().await?;
    let mut results = Vec::with_capacity(request.ids.len());
    for (id, outcome) in request.ids.into_iter().zip(outcomes) {
        results.push(match (outcome, here) {
            (ReplayOutcome::Queued, true) => handled(app, id).await?,
            _ => result(app, id, outcome),
        });
    }
    Ok(ReplayReport { results })
}

/// Queue an event, and write down that it is a replay.
async fn want_again(app: &App, id: &str) -> Result<ReplayOutcome, ApiError> {
    let now = app.clock().now();
    let state = app.store().want_again(id, now).await?;
    Ok(match state {
        None => ReplayOutcome::NotFound,
        Some(EventState::Noted | EventState::Unreadable) => ReplayOutcome::NothingToDo,
        Some(_) => {
            app.store().add_replay(id, now).await?;
            ReplayOutcome::Queued
        }
    })
}

/// What became of an event that was handled here and now.
async fn handled(app: &App, id: String) -> Result<ReplayResult, ApiError> {
    let Some((state, problem)) = app.store().event_state(&id).await? else {
        return Ok(result(app, id, ReplayOutcome::NotFound));
    };
    let outcome = match state {
        EventState::Handled => ReplayOutcome::Handled,
        _ => ReplayOutcome::Failed,
    };
    let result = result(app, id, outcome);
    Ok(ReplayResult { message: problem.unwrap_or(result.message.clone()), ..result })
}

fn result(app: &App, id: String, outcome: ReplayOutcome) -> ReplayResult {
    let message = match (outcome, app.host()) {
        (ReplayOutcome::Queued, HostState::Standby { holder }) => {
            Said::new(Key::ReplayQueuedElsewhere, [("holder", holder)])
        }
        (ReplayOutcome::Queued, HostState::Active) => Said::plain(Key::Queued),
        (ReplayOutcome::Handled, _) => Said::plain(Key::ReplayHandled),
        (ReplayOutcome::Failed, _) => Said::plain(Key::ReplayWaits),
        (ReplayOutcome::NothingToDo, _) => Said::plain(Key::ReplayNothingToDo),
        (ReplayOutcome::NotFound, _) => Said::plain(Key::NoSuchEvent),
    };
    ReplayResult { id, outcome, message }
}
