//! Nothing is missed: webhooks that never come, come twice or late, sleep, and kills.

use crate::harness::{Serving, World, clock, counts, eventually, free_port, run};
use jiff::SignedDuration;
use leadbridge_engine::{
    App, api,
    types::{BackfillState, Empty, LedgerRequest, StartBackfill},
};
use leadbridge_simulator::{
    Fault, Plan,
    iadvize::{Platform, WebhookFaults},
    seed,
};
use serde_json::{Value, json};
use std::time::Duration;

async fn total(app: &App) -> leadbridge_engine::types::LedgerCounts {
    api::ledger(app, LedgerRequest { days: Some(400) }).await.expect("a ledger").total
}

/// An hour in which no webhook comes: the next look at the list finds all, once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_no_webhook_told_of_is_found_in_the_list() {
    let (world, clock) = (World::still().await, clock());
    let app = world.connected(&clock).await;
    app.drain().await.expect("nothing is new");
    for seed in seed::conversations().iter().take(5) {
        world.iadvize.close(seed.id()).expect("it is closed");
    }
    app.drain().await.expect("no look is due");
    assert_eq!(counts(&app).await.conversations, 0);
    world.pass(&clock, SignedDuration::from_mins(6));
    app.drain().await.expect("a look is due");
    let now = total(&app).await;
    assert_eq!((now.expected, now.recovered, now.by_webhook, now.missing), (5, 5, 0, 0));
    assert_eq!(counts(&app).await.leads.sent + counts(&app).await.leads.no_email, 5);
    // The next looks overlap with this one, and bring nothing twice.
    let calls = world.iadvize.counts().graphql;
    for _ in 0..3 {
        world.pass(&clock, SignedDuration::from_mins(5));
        app.drain().await.expect("a look is due");
    }
    assert_eq!(total(&app).await, now);
    assert!(world.iadvize.counts().graphql - calls <= 3 * 5, "a look costs a call or few");
}

/// A page that iAdvize refuses is asked for again, and what is known only grows.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_fails_is_read_again() {
    let (world, clock) = (World::still().await, clock());
    let app = world.connected(&clock).await;
    app.drain().await.expect("nothing is new");
    for seed in seed::conversations().iter().take(3) {
        world.iadvize.close(seed.id()).expect("it is closed");
    }
    world.pass(&clock, SignedDuration::from_mins(6));
    let before = api::sweeps(&app, Empty {}).await.expect("sweeps")[0].proven_to.clone();
    world.iadvize.faults().plan(Plan::new("/graphql", 2, Fault::Status(502)));
    app.drain().await.expect("a look is due");
    let failed = api::sweeps(&app, Empty {}).await.expect("sweeps").remove(0);
    assert_eq!(failed.proven_to, before);
    assert!(failed.problem.is_some_and(|problem| problem.text.contains("502")));
    world.pass(&clock, SignedDuration::from_mins(2));
    app.drain().await.expect("a look is due");
    world.pass(&clock, SignedDuration::from_mins(2));
    app.drain().await.expect("a look is due");
    let mended = api::sweeps(&app, Empty {}).await.expect("sweeps").remove(0);
    assert!(mended.proven_to > before && mended.problem.is_none(), "{mended:?}");
    assert_eq!(total(&app).await.recovered, 3);
}

/// Going over the past: the leads wait for the admin, unless they say otherwise.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_past_waits_for_a_look_unless_it_is_to_be_sent() {
    let (world, clock) = (World::still().await, clock());
    for seed in seed::conversations().iter().take(6) {
        world.iadvize.close(seed.id()).expect("it is closed");
    }
    world.pass(&clock, SignedDuration::from_hours(48));
    let app = world.connected(&clock).await;
    app.drain().await.expect("nothing is new");
    assert_eq!(counts(&app).await.conversations, 0, "the past is not read unasked");
    let from = "2026-03-01".to_owned();
    let ask = |send| StartBackfill { from: from.clone(), to: None, send, account: None };
    api::start_backfill(&app, ask(false)).await.expect("it begins");
    app.drain().await.expect("it is gone over");
    let done = api::backfills(&app, Empty {}).await.expect("one").remove(0);
    assert_eq!((done.state, done.found, done.new), (BackfillState::Done, 6, 6));
    let leads = counts(&app).await.leads;
    assert_eq!((leads.ready, leads.sent), (done.to_review, 0), "{leads:?}");
    assert!(done.to_review > 0);
    assert_eq!(world.crm.state().contacts.len(), 0);

    // Once more: nothing is new, and nothing goes out by itself.
    api::start_backfill(&app, ask(true)).await.expect("it begins");
    app.drain().await.expect("it is gone over");
    let again = api::backfills(&app, Empty {}).await.expect("two").remove(0);
    assert_eq!((again.found, again.new), (6, 0));
    assert_eq!(counts(&app).await.leads.sent, 0);

    let bad = StartBackfill { from: "last week".into(), to: None, send: false, account: None };
    let error = api::start_backfill(&app, bad).await.expect_err("no time");
    assert!(error.message.contains("\"last week\" is no time"), "{error}");
}

const CONVERSATIONS: usize = 1_000;
const KILLS: u32 = 5;
/// How long all of it may take: several times what a slow machine needs.
const PATIENCE: Duration = Duration::from_secs(240);

/// 1,000 conversations, of whose webhooks two in five are dropped and the rest come twice and out
/// of order, while the program is killed five times and sleeps for ten minutes: none is missing,
/// and the destination has a record of each.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_conversations_outlive_lost_webhooks_sleep_and_kills() {
    let world = World::new().await;
    world.configure_with(
        free_port(),
        &json!({ "intake": { "grace_seconds": 0, "sweep_minutes": 1 } }),
    );
    let seeds = seed::generated(CONVERSATIONS, 11);
    for seed in &seeds {
        let mut open = seed.conversation.clone();
        open["closedAt"] = Value::Null;
        world.iadvize.add(Platform::Ha, open).expect("a conversation");
    }
    let mut serving = Serving::start(&world);
    world.iadvize.subscribe(&serving.address).expect("a subscription");
    for (nth, batch) in seeds.chunks(10).enumerate() {
        let faults = WebhookFaults { drop: 4, duplicate: 3, reorder: 3 };
        world.iadvize.set_webhook_faults(faults);
        for seed in batch {
            world.iadvize.close(seed.id()).expect("it is closed");
        }
        if nth % 20 == 10 {
            drop(serving);
            serving = Serving::start(&world);
            world.iadvize.subscribe(&serving.address).expect("a subscription");
        }
    }
    assert_eq!(CONVERSATIONS / 10 / 20, KILLS as usize);
    // The lid is closed on the rest: whatever is still to come is nobody's.
    drop(serving);
    let ledger =
        async || -> Value { run(&mut world.program(&["gaps", "--days", "400", "--json"])).json() };
    let serving = Serving::start(&world);
    let began = std::time::Instant::now();
    while world.crm.state().contacts.len() < CONVERSATIONS {
        let arrived = world.crm.state().contacts.len();
        assert!(began.elapsed() < PATIENCE, "{arrived} of {CONVERSATIONS} after {PATIENCE:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    eventually("every lead is written down as sent", async || {
        let leads =
            run(&mut world.program(&["leads", "--json", "--limit", "1000"])).succeeds().json();
        leads["rows"].as_array().expect("rows").iter().all(|row| row["state"] == "sent")
    })
    .await;
    let total = ledger().await["total"].clone();
    println!(
        "{:?} after the last start: {total}; {} notes",
        began.elapsed(),
        world.crm.state().notes.len()
    );
    assert_eq!(total["expected"], CONVERSATIONS);
    assert_eq!((&total["missing"], &total["waiting"]), (&json!(0), &json!(0)));
    let lost = total["recovered"].as_u64().expect("a number");
    assert!((300..=800).contains(&lost), "{lost} were recovered");
    assert_eq!(world.crm.state().notes.len(), CONVERSATIONS, "a note each");
    drop(serving);
}
