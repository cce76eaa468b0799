//! Every kind of event, in every order; the grace time, reopening, rules, and following.

use crate::harness::{World, clock, counts, eventually};
use jiff::SignedDuration;
use leadbridge_domain::event::sign;
use leadbridge_engine::{
    App, api,
    types::{
        ById, ConfigText, ConnectDestination, ConversationDetail, DestinationKind, Empty,
        EventState, ExportLeadBook, HandleAgain, LeadState, LedgerRequest, ListRequest, OfAccount,
        Platform, SetWebhookSecret, SignIn,
    },
};
use leadbridge_simulator::{
    iadvize::{self, Author},
    seed,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Sends a signed webhook, as iAdvize does.
struct Sender {
    http: reqwest::Client,
    address: String,
    secret: String,
}

impl Sender {
    async fn new(app: &App, world: &World) -> Self {
        let address = api::status(app, Empty {}).await.expect("a status").receiver.address;
        let secret = world.iadvize.options().webhook_secret.clone();
        Self { http: reqwest::Client::new(), address, secret }
    }

    async fn send(&self, event: &Value) {
        let body = event.to_string();
        let signature = sign(self.secret.as_bytes(), body.as_bytes());
        let request = self.http.post(&self.address).header("x-iadvize-signature", signature);
        let answer = request.body(body).send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
    }
}

async fn apply(app: &App, config: Value) {
    let json = config.to_string();
    api::config_apply(app, ConfigText { json }).await.expect("a configuration");
}

/// Nothing waits, and nothing is on its way.
async fn settled(app: &App) {
    eventually("all is done", async || {
        app.drain().await.expect("it goes on");
        let counts = counts(app).await;
        counts.events_waiting == 0 && counts.leads.sending == 0
    })
    .await;
}

async fn open(app: &App, id: &str) -> ConversationDetail {
    api::conversation(app, ById { id: id.into() }).await.expect("it is kept")
}

/// The six events of one conversation, as they are documented.
fn events(nth: usize, conversation: &Value) -> Vec<Value> {
    let id = conversation["id"].as_str().expect("an id");
    let event = |name: &str, kind: &str, minute: u32, more: Value| {
        let mut event = json!({
            "eventId": format!("{name}-{nth}"), "eventType": kind, "platform": "ha", "clientId": 1,
            "createdAt": format!("2026-03-02T19:{minute:02}:00Z"),
        });
        for (name, value) in more.as_object().expect("an object") {
            event[name] = value.clone();
        }
        event
    };
    let visitor = format!("visitor-{nth}");
    let part =
        json!({ "conversationId": id, "projectId": 1, "channel": "CHAT", "visitorId": visitor });
    let with = |name: &str, value: Value| {
        let mut part = part.clone();
        part[name] = value;
        part
    };
    vec![
        event("pushed", "v2.conversation.pushed", 1, with("operatorId", json!(1))),
        event("moved", "v2.conversation.pushed", 2, with("operatorId", json!(2))),
        event("closed", "v2.conversation.closed", 30, with("operatorIds", json!([1, 2]))),
        event("survey", "satisfaction.answered", 31, with("customerSatisfaction", json!(4))),
        event("sale", "transaction.attributed", 32, {
            let mut sale = with("transactionId", json!(format!("t-{nth}")));
            sale["externalId"] = json!("order-1");
            sale["amount"] = json!(300.2);
            sale
        }),
        event("visitor", "visitor.updated", 33, json!({ "visitorId": visitor })),
    ]
}

/// Every order of so many things.
fn orders(length: usize) -> Vec<Vec<usize>> {
    if length == 0 {
        return vec![vec![]];
    }
    let shorter = orders(length - 1);
    let insert = |order: Vec<usize>| {
        (0..length).map(move |at| {
            let mut order = order.clone();
            order.insert(at, length - 1);
            order
        })
    };
    shorter.into_iter().flat_map(insert).collect()
}

/// All 720 orders of six events, each handled before the next one comes, end in the same state.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn six_events_end_the_same_in_every_order() {
    let (world, clock) = (World::still().await, clock());
    let app = world.connected(&clock).await;
    let lead_book =
        ConnectDestination { kind: DestinationKind::LeadBook, token: None, base_url: None };
    api::connect_destination(&app, lead_book).await.expect("the lead book");
    apply(
        &app,
        json!({
            "intake": { "grace_seconds": 0, "rules": [{ "name": "all", "live": true }] },
            "mapping": [
                { "from": "answer.city", "to": "city" },
                { "from": "conversation.satisfaction", "to": "satisfaction" },
                { "from": "conversation.purchases", "to": "orders" },
            ],
        }),
    )
    .await;
    app.start().await.expect("it starts");
    let sender = Sender::new(&app, &world).await;
    let model = world.iadvize.conversation(seed::conversations()[0].id()).expect("a conversation");
    let orders = orders(6);
    assert_eq!(orders.len(), 720);
    let mut ends: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, order) in orders.iter().enumerate() {
        let mut conversation = model.clone();
        conversation["id"] = json!(format!("00000000-0000-4000-8000-{nth:012}"));
        conversation["closedAt"] = json!("2026-03-02T19:30:00Z");
        conversation["visitor"]["email"] = json!(format!("person{nth}@example.com"));
        let id = conversation["id"].as_str().expect("an id").to_owned();
        world.iadvize.add(iadvize::Platform::Ha, conversation.clone()).expect("it is there");
        let events = events(nth, &conversation);
        for at in order {
            sender.send(&events[*at]).await;
            app.drain().await.expect("it goes on");
        }
        settled(&app).await;
        let lead = api::lead(&app, ById { id: id.clone() }).await.expect("a lead");
        let end = format!(
            "{:?} {:?} {}",
            lead.row.state,
            lead.row.problem,
            open(&app, &id).await.messages.len()
        );
        ends.entry(end).or_default().push(nth);
    }
    assert_eq!(ends.len(), 1, "{:?}", ends.keys().collect::<Vec<_>>());
    assert!(ends.keys().all(|end| end.starts_with("Sent None")), "{ends:?}");

    let folder = Some(world.folder.path().display().to_string());
    let saved = api::export_lead_book(&app, ExportLeadBook { folder }).await.expect("a file");
    let text = std::fs::read_to_string(saved.path).expect("a text");
    let cells = |line: &str| -> Vec<String> {
        line.split(',').map(|cell| cell.trim_matches(['"', '\u{feff}']).to_owned()).collect()
    };
    let mut rows = text.lines().map(cells);
    assert_eq!(rows.next().expect("heads")[1..4], ["city", "orders", "satisfaction"]);
    let rows: Vec<Vec<String>> = rows.collect();
    assert_eq!(rows.len(), 720, "a record each");
    for row in rows {
        assert_eq!(row[1..4], ["Nantes", "order-1", "4"], "{row:?}");
    }
    let view = api::intake(&app, Empty {}).await.expect("a view");
    assert_eq!(view.following, 0, "none of them is open");
    app.stop().await;
}

/// A closed conversation is left alone for its grace time; one that is opened again and closed
/// once more amends its lead, and its note.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reopened_conversation_amends_its_lead() {
    let (world, clock) = (World::still().await, clock());
    let app = world.connected(&clock).await;
    apply(&app, json!({ "intake": { "grace_seconds": 60 } })).await;
    app.start().await.expect("it starts");
    let sender = Sender::new(&app, &world).await;
    world.iadvize.subscribe(&sender.address).expect("a subscription");
    let id = seed::conversations()[0].id().to_owned();
    world.iadvize.close(&id).expect("it is closed");
    let arrived = |count: usize| {
        world.iadvize.wait_for_deliveries(move |all| {
            all.iter().filter(|one| !one.tries.is_empty()).count() >= count
        })
    };
    arrived(1).await;
    settle_but_wait(&app).await;
    assert_eq!(counts(&app).await.conversations, 0, "it is left alone for a minute");
    world.pass(&clock, SignedDuration::from_secs(61));
    settled(&app).await;
    let first = api::lead(&app, ById { id: id.clone() }).await.expect("a lead").row;
    assert_eq!(first.state, LeadState::Sent);
    let noted = || world.crm.state().notes[0].body().to_owned();
    assert!(!noted().contains("Rennes"));

    world.iadvize.reopen(&id).expect("it is open");
    world.iadvize.say(&id, Author::Bot, "[](Q4) Dans quelle ville ?").expect("asked");
    world.pass(&clock, SignedDuration::from_secs(30));
    world.iadvize.say(&id, Author::Visitor, "Finalement à Rennes").expect("said");
    world.iadvize.close(&id).expect("it is closed");
    arrived(2).await;
    world.pass(&clock, SignedDuration::from_secs(61));
    settled(&app).await;
    let again = api::lead(&app, ById { id: id.clone() }).await.expect("a lead").row;
    assert_eq!(
        (again.id, again.state, again.record_id),
        (first.id, LeadState::Sent, first.record_id)
    );
    assert_eq!((world.crm.state().contacts.len(), world.crm.state().notes.len()), (1, 1));
    assert!(noted().contains("Rennes"), "{}", noted());

    // Read again with nothing new: nothing is written.
    let writes: u64 = world.crm.state().writes.values().sum();
    sender
        .send(&json!({
            "eventId": "once more", "eventType": "satisfaction.answered", "conversationId": id,
            "customerSatisfaction": 3, "createdAt": "2026-03-02T20:10:00Z",
        }))
        .await;
    world.pass(&clock, SignedDuration::from_secs(61));
    settled(&app).await;
    assert_eq!(world.crm.state().writes.values().sum::<u64>(), writes);
    app.stop().await;
}

/// All that is due now is done; what is not due yet waits.
async fn settle_but_wait(app: &App) {
    app.drain().await.expect("it goes on");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rules_choose_what_is_handled_and_say_why() {
    let (world, clock) = (World::still().await, clock());
    let app = world.connected(&clock).await;
    let model = world.iadvize.conversation(seed::conversations()[0].id()).expect("a conversation");
    let add = |nth: u32, project: u32, language: &str| {
        let mut one = model.clone();
        one["id"] = json!(format!("00000000-0000-4000-8000-{nth:012}"));
        one["project"] = json!({ "id": project, "name": format!("Site {project}") });
        one["language"] = json!(language);
        let id = world.iadvize.add(iadvize::Platform::Ha, one).expect("it is there");
        world.iadvize.close(&id).expect("it is closed");
        id
    };
    let rule = |rule: Value| json!({ "intake": { "grace_seconds": 0, "rules": [rule] } });
    apply(&app, rule(json!({ "name": "Boutique", "projects": ["7"], "languages": ["fr"] }))).await;
    let (taken, other, german) = (add(1, 7, "fr"), add(2, 8, "fr"), add(3, 7, "de"));
    world.pass(&clock, SignedDuration::from_mins(6));
    app.drain().await.expect("it goes on");
    assert_eq!(open(&app, &taken).await.row.id, taken);
    assert_eq!(counts(&app).await.conversations, 1);
    let total = api::ledger(&app, LedgerRequest::default()).await.expect("a ledger").total;
    assert_eq!((total.expected, total.recovered, total.left_out, total.missing), (3, 1, 2, 0));

    // What was left out is kept, and comes in once the rules say so.
    apply(&app, json!({ "intake": { "grace_seconds": 0, "rules": [] } })).await;
    let again = HandleAgain { conversations: Some(vec![german.clone()]) };
    assert_eq!(api::handle_again(&app, again).await.expect("one").count, 1);
    app.drain().await.expect("it goes on");
    assert_eq!(open(&app, &german).await.row.language.as_deref(), Some("de"));
    assert_eq!(counts(&app).await.conversations, 2);
    let all = HandleAgain { conversations: None };
    assert_eq!(api::handle_again(&app, all).await.expect("the rest").count, 1);
    app.drain().await.expect("it goes on");
    assert_eq!(open(&app, &other).await.row.id, other);
}

/// An event says why its conversation was left out, without anything being fetched.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_event_tells_is_enough_to_leave_a_conversation_out() {
    let (world, clock) = (World::still().await, clock());
    let app = world.connected(&clock).await;
    let rules = json!([{ "name": "No texts", "channels": ["SMS"], "leave_out": true }]);
    apply(&app, json!({ "intake": { "grace_seconds": 0, "rules": rules } })).await;
    app.start().await.expect("it starts");
    let sender = Sender::new(&app, &world).await;
    // The look at the list that comes with the start is over, and the next one is not due.
    let start = "2026-03-02T20:00:00Z";
    eventually("the list was looked through", async || {
        let sweep = api::sweeps(&app, Empty {}).await.expect("sweeps").remove(0);
        sweep.ran_at.is_some() && *sweep.due_at > *start
    })
    .await;
    let calls = world.iadvize.counts().graphql;
    sender
        .send(&json!({
            "eventId": "e1", "eventType": "v2.conversation.closed", "conversationId": "c1",
            "channel": "SMS", "projectId": 1, "createdAt": "2026-03-02T19:30:00Z",
        }))
        .await;
    settled(&app).await;
    let row = api::events(&app, ListRequest::default()).await.expect("events").rows.remove(0);
    assert_eq!(row.state, EventState::LeftOut);
    assert!(row.problem.expect("a reason").text.contains("\"No texts\" leaves it out"));
    assert_eq!(world.iadvize.counts().graphql, calls, "nothing was asked for");
    app.stop().await;
}

/// A conversation that a rule follows shows its answers while it is open, costs no more calls than
/// it may, and makes a lead only once it has ended.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_followed_conversation_shows_its_answers_while_it_is_open() {
    let (world, clock) = (World::still().await, clock());
    let app = world.connected(&clock).await;
    let intake = json!({
        "grace_seconds": 0, "live_seconds": 10, "live_calls_per_hour": 8,
        "rules": [{ "name": "live", "live": true }],
    });
    apply(&app, json!({ "intake": intake })).await;
    app.start().await.expect("it starts");
    let sender = Sender::new(&app, &world).await;
    world.iadvize.subscribe(&sender.address).expect("a subscription");
    let id = seed::conversations()[0].id().to_owned();
    world.iadvize.push(&id).expect("it is pushed");
    eventually("it is seen while it is open", async || counts(&app).await.conversations == 1).await;
    assert_eq!(open(&app, &id).await.row.closed_at, None);
    assert_eq!(counts(&app).await.leads.sent, 0);
    let before = open(&app, &id).await.messages.len();
    world.iadvize.say(&id, Author::Visitor, "encore une chose").expect("said");
    world.pass(&clock, SignedDuration::from_secs(11));
    eventually("what was said is seen", async || open(&app, &id).await.messages.len() > before)
        .await;

    // Quiet: the waits grow, and the hour's calls are never more than they may be.
    for _ in 0..200 {
        world.pass(&clock, SignedDuration::from_secs(10));
        app.drain().await.expect("it goes on");
    }
    let view = api::intake(&app, Empty {}).await.expect("a view");
    assert!(view.following == 1 && view.live_calls <= 8, "{view:?}");
    world.iadvize.close(&id).expect("it is closed");
    eventually("the lead goes out", async || counts(&app).await.leads.sent == 1).await;
    assert_eq!(api::intake(&app, Empty {}).await.expect("a view").following, 0);
    app.stop().await;
}

/// Two accounts, one on each platform: each has its path, its secret and its conversations.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_accounts_keep_to_themselves() {
    let (world, clock) = (World::still().await, clock());
    let app = world.connected(&clock).await;
    let options = iadvize::Options {
        usernames: vec!["sud@example.com".into()],
        webhook_secret: "another secret".into(),
        clock: world.iadvize.clock().clone(),
        ..Default::default()
    };
    let south = iadvize::Simulator::start(options).await.expect("iAdvize starts");
    let sign_in = SignIn {
        email: "sud@example.com".into(),
        password: south.options().password.clone(),
        platform: Platform::Sd,
        base_url: Some(south.base_url()),
    };
    let view = api::sign_in(&app, sign_in).await.expect("signed in");
    let secret = south.options().webhook_secret.clone();
    let account = Some(view.key.clone());
    api::set_webhook_secret(&app, SetWebhookSecret { account: account.clone(), secret })
        .await
        .expect("kept");
    app.start().await.expect("it starts");
    let status = api::status(&app, Empty {}).await.expect("a status");
    let [first, second] = &status.accounts[..] else { panic!("two accounts") };
    assert_ne!(first.hook.path, second.hook.path);
    let base = status.receiver.address.replace(&first.hook.path, "");
    let model = world.iadvize.conversation(seed::conversations()[0].id()).expect("a conversation");
    let mut theirs = model.clone();
    theirs["id"] = json!("00000000-0000-4000-8000-000000000001");
    south.add(iadvize::Platform::Sd, theirs).expect("it is there");
    south.subscribe(&format!("{base}{}", second.hook.path)).expect("a subscription");
    south.close("00000000-0000-4000-8000-000000000001").expect("it is closed");
    eventually("the south's conversation is here", async || counts(&app).await.conversations == 1)
        .await;

    // The north's secret opens the north's path alone.
    let body = r#"{"eventId":"e","eventType":"v2.conversation.closed","conversationId":"x"}"#;
    for (path, status) in [(&first.hook.path, 200), (&second.hook.path, 401)] {
        let signature = sign(world.iadvize.options().webhook_secret.as_bytes(), body.as_bytes());
        let request = reqwest::Client::new().post(format!("{base}{path}"));
        let answer = request.header("x-iadvize-signature", signature).body(body).send().await;
        assert_eq!(answer.expect("an answer").status(), status, "{path}");
    }
    api::sign_out(&app, OfAccount { account }).await.expect("signed out");
    let left = api::status(&app, Empty {}).await.expect("a status").accounts;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].key, first.key);
    app.stop().await;
}
