//! What becomes of a lead when the CRM doesn't say yes.

use crate::harness::{World, clock, counts};
use leadbridge_engine::{
    App, api,
    types::{AttemptOutcome, ById, LeadDetail, LeadState, Push},
};
use leadbridge_simulator::{Fault, Plan, seed};

const UPSERT: &str = "/crm/objects/2026-09/contacts/batch/upsert";
const NOTES: &str = "/crm/objects/2026-09/notes";

/// A world in which the first conversation has been fetched, and its lead waits to be sent.
async fn waiting() -> (World, App, leadbridge_engine::clock::ManualClock, String) {
    let (world, clock) = (World::new().await, clock());
    let app = world.connected(&clock).await;
    let id = seed::conversations()[0].id().to_owned();
    api::reread(&app, ById { id: id.clone() }).await.expect("it is fetched");
    (world, app, clock, id)
}

async fn lead(app: &App, id: &str) -> LeadDetail {
    api::lead(app, ById { id: id.into() }).await.expect("a lead")
}

fn outcomes(lead: &LeadDetail) -> Vec<Option<AttemptOutcome>> {
    lead.attempts.iter().rev().map(|attempt| attempt.outcome).collect()
}

#[tokio::test]
async fn a_500_is_not_success() {
    let (world, app, clock, id) = waiting().await;
    world.crm.faults().plan(Plan::new(UPSERT, 2, Fault::Status(500)));
    app.drain().await.expect("a try");
    let first = lead(&app, &id).await;
    assert_eq!(first.row.state, LeadState::Retrying);
    assert!(first.row.problem.expect("a reason").text.contains("HTTP 500"));
    assert_eq!(world.crm.state().contacts.len(), 0);
    for seconds in [5, 30] {
        clock.advance(jiff::SignedDuration::from_secs(seconds));
        app.drain().await.expect("a try");
    }
    let last = lead(&app, &id).await;
    use AttemptOutcome::{Accepted, Retry};
    assert_eq!(outcomes(&last), [Some(Retry), Some(Retry), Some(Accepted)]);
    assert_eq!((world.crm.state().contacts.len(), world.crm.state().notes.len()), (1, 1));
}

#[tokio::test]
async fn every_kind_of_passing_trouble_ends_in_one_record_and_one_note() {
    for (path, fault) in [
        (UPSERT, Fault::Status(502)),
        (UPSERT, Fault::Status(504)),
        (UPSERT, Fault::Status(429)),
        (UPSERT, Fault::Html(502)),
        (UPSERT, Fault::Truncate),
        (UPSERT, Fault::WriteThenDrop),
        (UPSERT, Fault::WriteThenStatus(500)),
        (NOTES, Fault::Status(500)),
        (NOTES, Fault::WriteThenDrop),
        (NOTES, Fault::WriteThenStatus(500)),
    ] {
        let (world, app, clock, id) = waiting().await;
        world.crm.faults().plan(Plan::new(path, 1, fault.clone()));
        app.drain().await.expect("a try");
        assert_eq!(lead(&app, &id).await.row.state, LeadState::Retrying, "{path} {fault:?}");
        // A note that may be under way is left alone for two minutes.
        clock.advance(jiff::SignedDuration::from_secs(130));
        app.drain().await.expect("a try");
        assert_eq!(lead(&app, &id).await.row.state, LeadState::Sent, "{path} {fault:?}");
        let state = world.crm.state();
        assert_eq!((state.contacts.len(), state.notes.len()), (1, 1), "{path} {fault:?}");
    }
}

#[tokio::test]
async fn what_asks_to_wait_is_waited_for() {
    let (world, app, clock, id) = waiting().await;
    // HubSpot's window is ten seconds: longer than the first wait of our own.
    world.crm.faults().plan(Plan::new(UPSERT, 1, Fault::Status(429)));
    app.drain().await.expect("a try");
    clock.advance(jiff::SignedDuration::from_secs(9));
    app.drain().await.expect("nothing is due");
    assert_eq!(lead(&app, &id).await.row.state, LeadState::Retrying);
    clock.advance(jiff::SignedDuration::from_secs(1));
    app.drain().await.expect("a try");
    assert_eq!(lead(&app, &id).await.row.state, LeadState::Sent);
}

#[tokio::test]
async fn a_trouble_that_lasts_ends_as_failed_and_can_be_pushed_again() {
    let (world, app, clock, id) = waiting().await;
    world.crm.faults().plan(Plan::new(UPSERT, 8, Fault::Status(500)));
    for _ in 0..8 {
        app.drain().await.expect("a try");
        clock.advance(jiff::SignedDuration::from_hours(15));
    }
    let failed = lead(&app, &id).await;
    assert_eq!((failed.row.state, failed.attempts.len()), (LeadState::Failed, 8));
    let report = api::push(&app, Push { ids: vec![id], dry_run: false }).await.expect("a report");
    assert_eq!(report.results[0].state, Some(LeadState::Sent), "{report:?}");
}

#[tokio::test]
async fn refused_data_is_shown_and_not_tried_again() {
    let (world, app, clock, id) = waiting().await;
    world.crm.remove_property("city");
    app.drain().await.expect("a try");
    let refused = lead(&app, &id).await;
    assert_eq!(refused.row.state, LeadState::Refused);
    assert!(refused.row.problem.expect("a reason").text.contains("city"));
    clock.advance(jiff::SignedDuration::from_hours(100));
    app.drain().await.expect("nothing is due");
    assert_eq!(lead(&app, &id).await.attempts.len(), 1);
    assert_eq!(world.crm.state().all_writes(), 0);
}

#[tokio::test]
async fn a_refused_key_stops_the_destination_and_loses_nothing() {
    let (world, app, clock, id) = waiting().await;
    world.crm.faults().plan(Plan::new(UPSERT, 100, Fault::Status(401)));
    app.drain().await.expect("a try");
    for seed in seed::conversations().iter().skip(1).take(3) {
        api::reread(&app, ById { id: seed.id().into() }).await.expect("it is fetched");
    }
    clock.advance(jiff::SignedDuration::from_hours(24));
    app.drain().await.expect("nothing is sent");
    let settings = api::settings(&app, Default::default()).await.expect("settings");
    let paused = settings.destination.expect("a destination").paused.expect("a reason");
    assert!(paused.text.contains("refuses the service key"), "{paused}");
    assert_eq!(world.crm.state().all_writes(), 0);
    assert_eq!(lead(&app, &id).await.row.state, LeadState::Queued);

    world.crm.faults().clear();
    api::connect_destination(&app, world.hubspot()).await.expect("a new key");
    app.drain().await.expect("all is sent");
    assert_eq!(counts(&app).await.leads.sent, 4);
}

#[tokio::test]
async fn sent_again_it_stays_one_record_and_one_note() {
    let (world, app, _, id) = waiting().await;
    app.drain().await.expect("it is sent");
    for _ in 0..3 {
        let push = Push { ids: vec![id.clone()], dry_run: false };
        api::push(&app, push).await.expect("it is sent again");
        api::reread(&app, ById { id: id.clone() }).await.expect("it is fetched again");
        app.drain().await.expect("nothing more");
    }
    let state = world.crm.state();
    assert_eq!((state.contacts.len(), state.notes.len()), (1, 1));
    assert_eq!(lead(&app, &id).await.attempts.len(), 4);
}
