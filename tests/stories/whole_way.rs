//! The main job: closed conversations become leads.

use crate::harness::{World, clock, counts, program, run};
use leadbridge_engine::{
    api,
    types::{ById, Empty, LeadState, ListRequest, Push},
};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

#[test]
fn the_demonstration_is_right_about_every_lead() {
    let answer = run(&mut program(&["demo"])).succeeds();
    assert!(answer.out.contains("18 of 18 leads are right"), "{}", answer.out);
    let report = run(&mut program(&["demo", "--json"])).succeeds().json();
    let leads = report["leads"].as_array().expect("leads");
    assert!(leads.len() >= 12);
    assert!(leads.iter().all(|lead| lead["faults"] == json!([])), "{report:#}");
    let sent = leads.iter().filter(|lead| lead["state"] == "sent").count();
    assert_eq!(report["contacts"], json!(sent));
    assert_eq!(report["notes"], json!(sent));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_conversation_becomes_a_lead_with_its_evidence() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    app.start().await.expect("it starts");
    let receiver = api::status(&app, Empty {}).await.expect("a status").receiver;
    world.iadvize.subscribe(&receiver.address).expect("a subscription");
    let seed = &leadbridge_simulator::seed::conversations()[0];
    world.iadvize.close(seed.id()).expect("it is closed");
    crate::harness::eventually("the lead arrives", async || counts(&app).await.leads.sent == 1)
        .await;

    let detail = api::conversation(&app, ById { id: seed.id().into() }).await.expect("it is kept");
    let reading = detail.reading.expect("it was read");
    for answer in &reading.answers {
        for span in &answer.evidence {
            let message = detail.messages.iter().find(|m| m.id == span.message_id);
            let text = &message.expect("evidence points at a message").text;
            assert!(span.start < span.end && span.end as usize <= text.chars().count());
        }
    }
    let state = world.crm.state();
    let contact = state.contact("camille.moreau@example.com").expect("a contact");
    assert_eq!(contact.get("project_type"), Some("kitchen"));
    assert_eq!(contact.get("city"), Some("Nantes"));
    let note = state.notes_of(contact.id).next().expect("a note");
    assert!(note.body().starts_with(&format!("iadvize:{}", seed.id())), "{}", note.body());
    assert!(!note.body().contains("[](Q"), "nobody saw the markers");
    assert_eq!(world.iadvize.counts().logins, 1, "one token serves everything");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_conversation_is_fetched_with_all_its_pages() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let long = world.iadvize.conversations().into_iter().max_by_key(|c| c.messages).expect("one");
    assert!(long.messages > 100, "more than a page");
    api::reread(&app, ById { id: long.id.clone() }).await.expect("it is fetched");
    let detail = api::conversation(&app, ById { id: long.id }).await.expect("it is kept");
    assert_eq!(detail.messages.len(), long.messages);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_writes_nothing_and_says_what_would_change() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let seed = &leadbridge_simulator::seed::conversations()[0];
    api::reread(&app, ById { id: seed.id().into() }).await.expect("it is fetched");
    let before = world.crm.state().all_writes();
    let push = |dry_run| Push { ids: vec![seed.id().into()], dry_run };
    let report = api::push(&app, push(true)).await.expect("a report");
    assert_eq!(world.crm.state().all_writes(), before, "nothing is written");
    assert!(report.results[0].message.text.contains("would create"), "{report:?}");
    let change = report.results[0].changes.iter().find(|c| c.field == "city").expect("a change");
    assert_eq!((change.now.as_deref(), change.proposed.as_str()), (None, "Nantes"));

    api::push(&app, push(false)).await.expect("it is sent");
    let report = api::push(&app, push(true)).await.expect("a report");
    let change = report.results[0].changes.iter().find(|c| c.field == "city").expect("a change");
    assert_eq!(change.now.as_deref(), Some("Nantes"));
    assert!(report.results[0].message.text.contains("would update"), "{report:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_lists_what_came_and_what_became_of_it() {
    let world = World::new().await;
    let port = crate::harness::free_port();
    world.configure(port);
    let serve = crate::harness::Serving::start(&world);
    world.iadvize.subscribe(&serve.address).expect("a subscription");
    for seed in leadbridge_simulator::seed::conversations().iter().take(3) {
        world.iadvize.close(seed.id()).expect("it is closed");
    }
    let leads = || run(&mut world.program(&["leads", "--json"])).succeeds().json();
    crate::harness::eventually("three leads are sent", async || {
        let leads = leads();
        let rows = leads["rows"].as_array().expect("rows");
        rows.iter().filter(|row| row["state"] == "sent").count() == 3
    })
    .await;
    let count = |command: &str| {
        let page = run(&mut world.program(&[command, "--json"])).succeeds().json();
        page["rows"].as_array().map_or(0, Vec::len)
    };
    assert_eq!((count("events"), count("conversations")), (3, 3));
    let id = leads()["rows"][0]["id"].as_str().expect("an id").to_owned();
    let report = run(&mut world.program(&["push", &id, "--dry-run", "--json"])).succeeds().json();
    assert!(
        report["results"][0]["message"]["text"].as_str().expect("words").contains("would update")
    );
    for command in ["events", "conversations", "leads"] {
        let table = run(&mut world.program(&[command])).succeeds().out;
        assert!(table.lines().count() >= 5, "{table}");
    }
    let exported: Value = run(&mut world.program(&["config", "export"])).succeeds().json();
    assert_eq!(exported["destination"]["kind"], "hubspot");
    let nobody = run(&mut world.program(&["push", "nobody", &id, "no-one"]));
    let nobody = nobody.fails(2, "leadbridge: nobody: there is no lead or conversation");
    assert!(nobody.err.contains("leadbridge: no-one: there is no lead"), "{}", nobody.err);
    assert_eq!(nobody.err.lines().count(), 2, "a line each: {}", nobody.err);
    every_page_says_how_to_see_the_next(&world);
}

/// Walk through each list by what its pages say, in both forms.
fn every_page_says_how_to_see_the_next(world: &World) {
    for command in ["events", "conversations", "leads"] {
        let page = |more: &[&str]| {
            let args = [[command, "--limit", "2"].as_slice(), more].concat();
            run(&mut world.program(&args)).succeeds()
        };
        let first = page(&["--json"]).json();
        let next = first["next"].as_str().expect("there is more");
        let text = page(&[]).out;
        let last = text.lines().last().expect("a line");
        assert_eq!(last, format!("there are more: add --after '{next}' to see them"));
        let second = page(&["--json", "--after", next]).json();
        assert_eq!(second["rows"].as_array().map(Vec::len), Some(1), "{second}");
        assert_eq!(second["next"], json!(null));
        assert!(!first["rows"].as_array().expect("rows").contains(&second["rows"][0]));
        let text = page(&["--after", next]).out;
        assert!(!text.contains("there are more"), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_in_which_something_would_be_refused_ends_with_1() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let seed = &leadbridge_simulator::seed::conversations()[0];
    api::reread(&app, ById { id: seed.id().into() }).await.expect("it is fetched");
    app.stop().await;
    let push = || run(&mut world.program(&["push", seed.id(), "--dry-run", "--json"]));
    push().succeeds();
    world.crm.remove_property("city");
    let answer = push();
    assert_eq!(answer.status, 1, "{}{}", answer.out, answer.err);
    assert_eq!(answer.json()["results"][0]["findings"].as_array().map(Vec::len), Some(1));
    assert!(world.crm.state().contacts.is_empty(), "nothing is written");
}

/// The first lines that `leadbridge serve` says to a person, until it is killed.
fn announced(mut command: Command, lines: usize) -> Vec<String> {
    let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
    let out = BufReader::new(child.stdout.take().expect("piped"));
    let said = out.lines().take(lines).map(|line| line.expect("UTF-8")).collect();
    child.kill().expect("it runs");
    child.wait().expect("it ended");
    said
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn serve_says_what_is_not_set_up_and_what_to_do() {
    let folder = tempfile::tempdir().expect("a data folder");
    let mut command = program(&["serve", "--port", "0"]);
    command.env("LEADBRIDGE_DATA_DIR", folder.path());
    let said = announced(command, 5);
    for (line, says) in
        [(2, "LEADBRIDGE_SECRET_WEBHOOK_SECRET"), (3, "leadbridge login"), (4, "config apply")]
    {
        assert!(said[line].contains(says), "{said:?}");
    }
    assert!(said[3].starts_with("nobody is signed in"), "{said:?}");
    assert!(said[4].starts_with("no destination is connected"), "{said:?}");

    // An account and a destination whose secrets nobody knows are no better.
    let world = World::new().await;
    world.configure(crate::harness::free_port());
    let mut command = program(&["serve"]);
    command.env("LEADBRIDGE_DATA_DIR", world.folder.path());
    let said = announced(command, 5);
    assert!(said[3].starts_with("nobody is signed in"), "{said:?}");
    assert!(said[4].contains("HubSpot's key is missing"), "{said:?}");

    // With everything set up, the pages' address is the third line already.
    let pages = tempfile::tempdir().expect("a folder");
    std::fs::write(pages.path().join("index.html"), "").expect("a page");
    let pages = pages.path().display().to_string();
    let said = announced(world.program(&["serve", "--ui", "--ui-dir", &pages]), 3);
    assert!(said[2].starts_with("open http://127.0.0.1:"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_simulators_tell_a_script_how_to_use_them() {
    let webhooks = "http://127.0.0.1:9/hook";
    for (args, names) in [
        (
            ["iadvize", "--webhooks", webhooks].as_slice(),
            ["base_url", "email", "password", "webhook_secret"].as_slice(),
        ),
        (&["crm"], &["base_url", "token"]),
    ] {
        let mut child = program(&[["simulate"].as_slice(), args, &["--json"]].concat())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("piped"));
        out.read_line(&mut line).expect("a line");
        let told: Value = serde_json::from_str(&line).expect("JSON");
        let keys: Vec<&String> = told.as_object().expect("an object").keys().collect();
        assert_eq!(keys, names);
        let url = told["base_url"].as_str().expect("an address");
        assert!(reqwest::get(format!("{url}/")).await.expect("it answers").status().is_success());
        child.kill().expect("it runs");
        child.wait().expect("it ended");
        assert_eq!(out.lines().count(), 0, "one line alone");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_lead_book_needs_no_account_and_gives_a_safe_file() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let book = leadbridge_engine::types::ConnectDestination {
        kind: leadbridge_engine::types::DestinationKind::LeadBook,
        token: None,
        base_url: None,
    };
    api::connect_destination(&app, book).await.expect("the lead book");
    api::set_mapping(&app, leadbridge_engine::types::SetMapping { rows: vec![] })
        .await
        .expect("none");
    for seed in leadbridge_simulator::seed::conversations() {
        api::reread(&app, ById { id: seed.id().into() }).await.expect("it is fetched");
    }
    app.drain().await.expect("all is done");
    let sent = ListRequest { state: Some(LeadState::Sent), ..Default::default() };
    let sent = api::leads(&app, sent).await.expect("leads").rows.len() as u32;
    let folder = tempfile::tempdir().expect("a folder");
    let request = leadbridge_engine::types::ExportLeadBook {
        folder: Some(folder.path().display().to_string()),
    };
    let saved = api::export_lead_book(&app, request).await.expect("a file");
    assert_eq!(saved.rows, sent);
    let csv = std::fs::read_to_string(saved.path).expect("the file");
    assert!(csv.starts_with("\u{feff}\"email\",\""), "{csv}");
    assert!(csv.contains("camille.moreau@example.com"));
}
