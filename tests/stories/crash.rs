//! Nothing is lost and nothing arrives twice, whatever ends the program.

use crate::harness::{Serving, World, free_port};
use leadbridge_domain::event::sign;
use leadbridge_simulator::{iadvize::Platform, seed};
use serde_json::json;
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

const CONVERSATIONS: usize = 200;
const COPIES: usize = 5;
const KILLS: usize = 10;
/// How long all of it may take: several times what a slow machine needs.
const PATIENCE: Duration = Duration::from_secs(120);

/// 200 webhooks, each sent five times side by side in a shuffled order, and again until each copy
/// got a 2xx, while the program is killed ten times and more: 200 records and 200 notes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_webhooks_survive_ten_kills_and_arrive_once_each() {
    let world = World::new().await;
    let seeds = seed::generated(CONVERSATIONS, 7);
    for seed in &seeds {
        world.iadvize.add(Platform::Ha, seed.conversation.clone()).expect("a conversation");
    }
    world.configure(free_port());
    let mut serving = Serving::start(&world);
    let accepted = Arc::new(AtomicUsize::new(0));
    let senders = send_all(&world, &seeds, &serving.address, &accepted);

    let began = Instant::now();
    let mut kills = 0;
    let all = CONVERSATIONS * COPIES;
    loop {
        let (taken, arrived) = (accepted.load(Ordering::SeqCst), world.crm.state().notes.len());
        if kills >= KILLS && taken == all && arrived >= CONVERSATIONS {
            break;
        }
        assert!(
            began.elapsed() < PATIENCE,
            "after {PATIENCE:?}: {kills} of {KILLS} kills, {taken} of {all} webhooks taken, {arrived} of {CONVERSATIONS} notes arrived\n{}",
            serving.log()
        );
        // Spread over the whole way: a part while webhooks come in, a part while leads go out.
        let part = kills * (all + CONVERSATIONS) / (KILLS + 1);
        if kills < KILLS && taken + arrived > part {
            drop(serving);
            kills += 1;
            serving = Serving::start(&world);
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    for sender in senders {
        sender.await.expect("no sender fails");
    }
    // Whatever might still write a second note gets the time to do it.
    crate::harness::eventually("every lead is written down as sent", async || {
        let leads =
            crate::harness::run(&mut world.program(&["leads", "--json", "--limit", "1000"]));
        let leads = leads.succeeds().json();
        let rows = leads["rows"].as_array().expect("rows").clone();
        rows.len() == CONVERSATIONS && rows.iter().all(|row| row["state"] == "sent")
    })
    .await;
    println!(
        "{kills} kills, {} requests to the CRM",
        world.crm.state().requests.values().sum::<u64>()
    );

    let state = world.crm.state();
    assert_eq!((state.contacts.len(), state.notes.len()), (CONVERSATIONS, CONVERSATIONS));
    let emails: BTreeMap<_, _> = state.contacts.iter().map(|c| (c.get("email"), c.id)).collect();
    for seed in &seeds {
        let email = seed.expected.email.as_deref();
        let contact = emails.get(&email).expect("each person has a record");
        let marker = format!("iadvize:{}", seed.id());
        let notes = state.notes_of(*contact).filter(|note| note.body().contains(&marker)).count();
        assert_eq!(notes, 1, "{email:?}");
    }
}

/// Send every webhook from a few senders side by side, in an order that mixes copies.
fn send_all(
    world: &World,
    seeds: &[seed::Seed],
    address: &str,
    accepted: &Arc<AtomicUsize>,
) -> Vec<tokio::task::JoinHandle<()>> {
    let secret = world.iadvize.options().webhook_secret.clone();
    let bodies = seeds.iter().enumerate().map(|(index, seed)| {
        json!({
            "eventId": format!("00000000-0000-4000-8000-{index:012}"),
            "eventType": "v2.conversation.closed", "platform": "ha", "projectId": 1, "clientId": 1,
            "conversationId": seed.id(), "operatorIds": [1], "channel": "CHAT",
            "createdAt": "2026-03-02T20:00:00Z", "sentAt": "2026-03-02T20:00:01Z",
        })
        .to_string()
    });
    let mut copies: Vec<String> = bodies.flat_map(|body| vec![body; COPIES]).collect();
    shuffle(&mut copies);
    let waiting = Arc::new(Mutex::new(copies));
    let http =
        reqwest::Client::builder().timeout(Duration::from_secs(5)).build().expect("a client");
    let sender = || {
        let (waiting, accepted) = (waiting.clone(), accepted.clone());
        let (http, secret, address) = (http.clone(), secret.clone(), address.to_owned());
        tokio::spawn(async move {
            loop {
                let Some(body) = waiting.lock().expect("no panic").pop() else {
                    return;
                };
                let signature = sign(secret.as_bytes(), body.as_bytes());
                loop {
                    let request = http.post(&address).header("x-iadvize-signature", &signature);
                    let answer = request.body(body.clone()).send().await;
                    if answer.is_ok_and(|answer| answer.status().is_success()) {
                        break;
                    }
                    // The program is down: a sender's own retry.
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
                accepted.fetch_add(1, Ordering::SeqCst);
            }
        })
    };
    (0..16).map(|_| sender()).collect()
}

/// The same order each time, and none that a person would choose.
fn shuffle<T>(items: &mut [T]) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for index in (1..items.len()).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        items.swap(index, (state >> 33) as usize % (index + 1));
    }
}
