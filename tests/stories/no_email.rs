//! A lead without an email is kept, and flows once somebody has given one.

use crate::harness::{World, clock, counts};
use leadbridge_engine::{
    App, api,
    types::{ById, LeadEmailSource, LeadState, Push, SetLeadEmail},
};
use leadbridge_simulator::seed;

async fn without_email() -> (World, App, leadbridge_engine::clock::ManualClock, String) {
    let (world, clock) = (World::new().await, clock());
    let app = world.connected(&clock).await;
    let seeds = seed::conversations();
    let seed = seeds.iter().find(|seed| seed.expected.email.is_none()).expect("one without");
    api::reread(&app, ById { id: seed.id().into() }).await.expect("it is fetched");
    app.drain().await.expect("it is kept");
    (world, app, clock, seed.id().to_owned())
}

async fn state(app: &App, id: &str) -> LeadState {
    api::lead(app, ById { id: id.into() }).await.expect("a lead").row.state
}

#[tokio::test]
async fn it_is_kept_and_nothing_is_written() {
    let (world, app, _, id) = without_email().await;
    assert_eq!(state(&app, &id).await, LeadState::NoEmail);
    assert_eq!((counts(&app).await.leads.no_email, world.crm.state().all_writes()), (1, 0));
}

#[tokio::test]
async fn the_admin_gives_it_and_it_flows() {
    let (world, app, _, id) = without_email().await;
    let lead = api::lead(&app, ById { id }).await.expect("a lead").row;
    let set = |email: &str| SetLeadEmail { id: lead.id.clone(), email: email.into() };
    let wrong = api::set_lead_email(&app, set("nobody")).await.expect_err("no address");
    assert!(wrong.message.contains("no email address"), "{wrong}");
    api::set_lead_email(&app, set(" Marta@Example.com ")).await.expect("it is kept");
    app.drain().await.expect("it is sent");
    let lead = api::lead(&app, ById { id: lead.id }).await.expect("a lead").row;
    assert_eq!((lead.state, lead.email_source), (LeadState::Sent, Some(LeadEmailSource::Admin)));
    assert!(world.crm.state().contact("marta@example.com").is_some());

    // What the admin gave outlives another reading.
    api::reread(&app, ById { id: lead.conversation_id }).await.expect("it is fetched again");
    let lead = api::lead(&app, ById { id: lead.id }).await.expect("a lead").row;
    assert_eq!(lead.email.as_deref(), Some("marta@example.com"));
}

#[tokio::test]
async fn an_agent_adds_it_at_iadvize_and_a_push_finds_it() {
    let (world, app, _, id) = without_email().await;
    let push = || Push { ids: vec![id.clone()], dry_run: false };
    let report = api::push(&app, push()).await.expect("a report");
    assert_eq!(report.results[0].state, Some(LeadState::NoEmail), "{report:?}");
    world.iadvize.set_visitor_email(&id, Some("Late@Example.com")).expect("it is added");
    let report = api::push(&app, push()).await.expect("a report");
    assert_eq!(report.results[0].state, Some(LeadState::Sent), "{report:?}");
    assert!(world.crm.state().contact("late@example.com").is_some());
}

#[tokio::test]
async fn an_agent_adds_it_at_iadvize_and_it_flows_by_itself() {
    let (world, app, clock, id) = without_email().await;
    world.iadvize.set_visitor_email(&id, Some("late@example.com")).expect("it is added");
    clock.advance(jiff::SignedDuration::from_mins(11));
    app.drain().await.expect("it is looked for again");
    assert_eq!(state(&app, &id).await, LeadState::Sent);
}
