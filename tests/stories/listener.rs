//! The listener's limits, and what is written down of each delivery.

use crate::harness::{World, clock, eventually, run};
use leadbridge_domain::event::sign;
use leadbridge_engine::{
    App, api,
    receiver::{self, Hook, Hooks, Inbox, Limits, Reception},
    secret::Secret,
    types::{
        ById, Empty, OfAccount, ReceiptsRequest, ReplayEvents, ReplayOutcome, SetWebhookSecret,
        SignatureVerdict,
    },
};
use reqwest::{Client, StatusCode, header};
use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

const BODY: &str = r#"{"eventId":"e1","eventType":"v2.conversation.pushed"}"#;

/// One hook, `/hook/a`, signed with `s`.
struct OneHook;

#[async_trait::async_trait]
impl Hooks for OneHook {
    async fn hook(&self, segment: &str) -> Option<Hook> {
        let hook = Hook { account: String::new(), secrets: vec![Secret::new("s")], sources: None };
        (segment == "a").then_some(hook)
    }

    fn heard(&self, _: &str) {}
}

async fn listening(limits: Limits) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    let inbox = Inbox::start(async |_| Ok(()), async |_| Ok(()));
    let reception = Reception { hooks: Arc::new(OneHook), inbox };
    tokio::spawn(receiver::serve(listener, reception, limits, std::future::pending()));
    address
}

fn signed(http: &Client, address: &str, secret: &str) -> reqwest::RequestBuilder {
    http.post(address)
        .header("x-iadvize-signature", sign(secret.as_bytes(), BODY.as_bytes()))
        .body(BODY)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn six_hundred_slow_senders_do_not_keep_a_good_one_from_its_answer() {
    // Their own limit is never reached here: a place is found all the same.
    let address = listening(Limits { connections: 64, ..Limits::default() }).await;
    let mut slow = Vec::new();
    for _ in 0..600 {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(b"P").await.expect("a byte");
        slow.push(stream);
    }
    let began = Instant::now();
    let sent = signed(&Client::new(), &format!("http://{address}/hook/a"), "s").send();
    let answer = sent.await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_takes_too_long_or_says_too_much_is_told_so() {
    let short = Duration::from_millis(100);
    let address = listening(Limits { head: short, body: short, ..Limits::default() }).await;
    let many: String = (0..70).map(|n| format!("h{n}: x\r\n")).collect();
    for (sent, status) in [
        ("POST /hook/a HTTP/1.1\r\n".to_owned(), "408"),
        ("POST /hook/a HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{".into(), "408"),
        (format!("POST /hook/a HTTP/1.1\r\n{many}\r\n"), "431"),
        (format!("POST /hook/a HTTP/1.1\r\nh: {}\r\n\r\n", "x".repeat(17 * 1024)), "431"),
    ] {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(sent.as_bytes()).await.expect("it is sent");
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await.expect("an answer");
        assert_eq!(String::from_utf8_lossy(&answer), format!("HTTP/1.1 {status}"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_says_up_and_what_is_no_json_is_refused() {
    let root = format!("http://{}", listening(Limits::default()).await);
    let http = Client::new();
    let up = http.get(format!("{root}/health?nonce=a-1")).send().await.expect("an answer");
    assert_eq!(up.text().await.expect("a text"), r#"{"status":"UP"}"#);
    let put = http.put(format!("{root}/hook/a")).send().await.expect("an answer");
    assert_eq!(
        (put.status().as_u16(), &put.headers()[header::ALLOW]),
        (405, &"POST".parse().expect("a value"))
    );
    for (kind, status) in [
        ("application/json; charset=utf-8", 200),
        ("application/x-www-form-urlencoded", 415),
        ("text/plain", 415),
    ] {
        let sent =
            signed(&http, &format!("{root}/hook/a"), "s").header("content-type", kind).send();
        let answer = sent.await.expect("an answer");
        assert_eq!(answer.status().as_u16(), status, "{kind}");
        let text = answer.text().await.expect("a text");
        assert_eq!(text.contains("choose application/json"), kind.contains("form"), "{text}");
    }
}

async fn started(world: &World) -> (App, String) {
    let app = world.connected(&clock()).await;
    app.start().await.expect("it starts");
    let address = api::status(&app, Empty {}).await.expect("a status").receiver.address;
    (app, address)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_secret_before_is_taken_until_it_is_removed_and_every_verdict_is_kept() {
    let world = World::new().await;
    let (app, address) = started(&world).await;
    let (http, old) = (Client::new(), world.iadvize.options().webhook_secret.clone());
    let post = async |secret: &str| {
        signed(&http, &address, secret).send().await.expect("an answer").status().as_u16()
    };
    assert_eq!(post(&old).await, 200);
    let secret = SetWebhookSecret { account: None, secret: "new".into() };
    let view = api::set_webhook_secret(&app, secret).await.expect("it is kept");
    assert!(view.has_previous_secret);
    assert_eq!((post("new").await, post(&old).await, post("other").await), (200, 200, 401));
    let view =
        api::forget_previous_secret(&app, OfAccount::default()).await.expect("it is forgotten");
    assert!(!view.has_previous_secret && view.has_secret);
    assert_eq!((post("new").await, post(&old).await), (200, 401));

    let rows = async |request| api::receipts(&app, request).await.expect("a page").rows;
    eventually("all are written down", async || rows(ReceiptsRequest::default()).await.len() == 6)
        .await;
    for (verdict, expected) in [
        (SignatureVerdict::Right, 3),
        (SignatureVerdict::RightPrevious, 1),
        (SignatureVerdict::Wrong, 2),
    ] {
        let request = ReceiptsRequest { verdict: Some(verdict), ..Default::default() };
        assert_eq!(rows(request).await.len(), expected, "{verdict:?}");
    }
    let words =
        ReceiptsRequest { search: Some("conversation.pushed".into()), ..Default::default() };
    assert_eq!(rows(words).await.len(), 6, "refused ones are found by their bodies");
    let detail = api::receipt(&app, ById { id: "e1".into() }).await.expect("it is there");
    assert!(detail.body.contains("\"eventId\": \"e1\""), "{}", detail.body);
    assert_eq!((detail.deliveries, detail.row.status), (Some(4), 200));
    assert!(!detail.path.contains(address.rsplit('/').next().expect("a segment")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_test_event_goes_round_and_a_replay_fetches_anew() {
    let world = World::new().await;
    let (app, address) = started(&world).await;
    let report = api::send_test_event(&app, Empty {}).await.expect("a report");
    assert!(report.ok && !report.public && report.status == Some(200), "{report:?}");

    world.iadvize.subscribe(&address).expect("a subscription");
    let seed = &leadbridge_simulator::seed::conversations()[0];
    world.iadvize.close(seed.id()).expect("it is closed");
    let closed = ReceiptsRequest { search: Some(seed.id().into()), ..Default::default() };
    let rows = async || api::receipts(&app, closed.clone()).await.expect("a page").rows;
    let handled = |row: &leadbridge_engine::types::ReceiptRow| {
        row.state == Some(leadbridge_engine::types::EventState::Handled)
    };
    eventually("it is handled", async || rows().await.first().is_some_and(handled)).await;
    let event = rows().await[0].event_id.clone().expect("an event");
    let ids = vec![event, report.event_id, "nobody".into()];
    let replayed = api::replay_events(&app, ReplayEvents { ids }).await.expect("a report");
    let outcomes: Vec<_> = replayed.results.iter().map(|result| result.outcome).collect();
    use ReplayOutcome::{NotFound, NothingToDo, Queued};
    assert_eq!(outcomes, [Queued, NothingToDo, NotFound]);
    let rows = rows().await;
    assert_eq!(rows.iter().filter(|row| row.replay).count(), 1, "{rows:?}");

    let event = rows[0].event_id.clone().expect("an event");
    let shown = run(&mut world.program(&["events", "--show", &event])).succeeds().out;
    assert!(shown.contains("not checked") && shown.contains("conversation.closed"), "{shown}");
    let listed = run(&mut world.program(&["events", "--search", seed.id()])).succeeds().out;
    assert!(listed.contains("(replay)") && listed.contains("right"), "{listed}");
    run(&mut world.program(&["replay", "nobody"])).fails(2, "nobody: there is no event");
    let again = run(&mut world.program(&["replay", &event, "--json"])).succeeds().json();
    assert_eq!(again["results"][0]["outcome"], "queued");
}
