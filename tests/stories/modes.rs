//! Who decides that a lead is sent: the flow, or the admin.

use crate::harness::{World, clock, counts};
use leadbridge_engine::{
    App, api,
    clock::ManualClock,
    types::{ById, DeliveryMode, LeadState, ListRequest, Push, SetMode},
};
use leadbridge_simulator::{Fault, Plan, seed};

async fn state(app: &App, id: &str) -> LeadState {
    api::lead(app, ById { id: id.into() }).await.expect("a lead").row.state
}

async fn set(app: &App, mode: DeliveryMode) {
    api::set_mode(app, SetMode { mode }).await.expect("the mode");
}

/// A lead without an email in this mode, whose email is added at iAdvize afterwards.
async fn found_late(mode: DeliveryMode) -> (World, App, ManualClock, String) {
    let (world, clock) = (World::new().await, clock());
    let app = world.connected(&clock).await;
    set(&app, mode).await;
    let seeds = seed::conversations();
    let seed = seeds.iter().find(|seed| seed.expected.email.is_none()).expect("one without");
    api::reread(&app, ById { id: seed.id().into() }).await.expect("it is fetched");
    world.iadvize.set_visitor_email(seed.id(), Some("late@example.com")).expect("it is added");
    (world, app, clock, seed.id().to_owned())
}

#[tokio::test]
async fn a_dry_run_of_a_lead_without_an_email_sends_nothing_then_or_later() {
    let (world, app, _, id) = found_late(DeliveryMode::Automatic).await;
    let push = Push { ids: vec![id.clone()], dry_run: true };
    let report = api::push(&app, push).await.expect("a report");
    assert!(report.results[0].message.text.contains("would create"), "{report:?}");
    app.drain().await.expect("nothing is due");
    assert_eq!(state(&app, &id).await, LeadState::NoEmail);
    assert_eq!(world.crm.state().all_writes(), 0);
}

#[tokio::test]
async fn in_manual_mode_an_email_that_turns_up_makes_a_lead_ready_and_no_more() {
    let (world, app, clock, id) = found_late(DeliveryMode::Manual).await;
    clock.advance(jiff::SignedDuration::from_mins(11));
    app.drain().await.expect("it is looked at again");
    assert_eq!(state(&app, &id).await, LeadState::Ready);
    assert_eq!(world.crm.state().all_writes(), 0);
    let push = Push { ids: vec![id.clone()], dry_run: false };
    api::push(&app, push).await.expect("it is sent");
    assert_eq!(state(&app, &id).await, LeadState::Sent);
}

#[tokio::test]
async fn what_waits_for_another_try_waits_for_the_admin_once_the_mode_is_manual() {
    let (world, clock) = (World::new().await, clock());
    let app = world.connected(&clock).await;
    let id = seed::conversations()[0].id().to_owned();
    api::reread(&app, ById { id: id.clone() }).await.expect("it is fetched");
    let upsert = "/crm/objects/2026-09/contacts/batch/upsert";
    world.crm.faults().plan(Plan::new(upsert, 1, Fault::Status(500)));
    app.drain().await.expect("a try");
    assert_eq!(state(&app, &id).await, LeadState::Retrying);
    set(&app, DeliveryMode::Manual).await;
    clock.advance(jiff::SignedDuration::from_hours(1));
    app.drain().await.expect("nothing is due");
    assert_eq!(state(&app, &id).await, LeadState::Ready);
    assert_eq!(world.crm.state().all_writes(), 0);
}

/// A changed password is a fault of the account: one sign-in finds it out, no event is charged,
/// and all go on once it is mended.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_password_costs_one_sign_in_and_no_event() {
    let (world, clock) = (World::new().await, clock());
    let app = world.connected(&clock).await;
    app.start().await.expect("it starts");
    let status = api::status(&app, Default::default()).await.expect("a status");
    world.iadvize.subscribe(&status.receiver.address).expect("a subscription");
    world.iadvize.revoke_tokens();
    let tokens = Plan::new("/oauth2/token", 1_000, Fault::Status(401));
    world.iadvize.faults().plan(tokens);
    for seed in seed::conversations() {
        world.iadvize.close(seed.id()).expect("it is closed");
    }
    let waiting = async || {
        let page = api::events(&app, ListRequest::default()).await.expect("events");
        page.rows.len() == 18 && page.rows.iter().any(|row| row.problem.is_some())
    };
    crate::harness::eventually("the events wait", async || waiting().await).await;
    for _ in 0..5 {
        clock.advance(jiff::SignedDuration::from_mins(1));
        tokio::task::yield_now().await;
    }
    assert_eq!(counts(&app).await.events_failed, 0);
    let left: u32 = world.iadvize.faults().planned().iter().map(|plan| plan.times).sum();
    assert_eq!(1_000 - left, 1, "sign-ins that were tried");
    world.iadvize.faults().clear();
    api::sign_in(&app, world.sign_in()).await.expect("signed in");
    crate::harness::eventually("all are handled", async || counts(&app).await.conversations == 18)
        .await;
    app.stop().await;
}
