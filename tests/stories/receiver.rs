//! The webhook listener: what it takes, what it refuses, and what it says of it.

use crate::harness::{Serving, World, clock, counts, free_port, run};
use leadbridge_domain::event::sign;
use leadbridge_engine::{
    App, api,
    types::{Empty, EventState, ListRequest},
};
use reqwest::{Client, Method, StatusCode};
use serde_json::json;

struct Listener {
    app: App,
    address: String,
    secret: String,
    http: Client,
    _world: World,
}

impl Listener {
    async fn start() -> Self {
        let world = World::new().await;
        let app = world.connected(&clock()).await;
        app.start().await.expect("it starts");
        let address = api::status(&app, Empty {}).await.expect("a status").receiver.address;
        let secret = world.iadvize.options().webhook_secret.clone();
        Self { app, address, secret, http: Client::new(), _world: world }
    }

    async fn post(&self, body: &[u8], signature: Option<&str>) -> StatusCode {
        let mut request = self.http.post(&self.address).body(body.to_vec());
        if let Some(signature) = signature {
            request = request.header("X-iAdvize-Signature", signature);
        }
        request.send().await.expect("an answer").status()
    }

    async fn signed(&self, body: &[u8]) -> StatusCode {
        self.post(body, Some(&sign(self.secret.as_bytes(), body))).await
    }

    async fn events(&self) -> Vec<leadbridge_engine::types::EventRow> {
        api::events(&self.app, ListRequest::default()).await.expect("events").rows
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refuses_every_signature_but_the_right_one_and_stores_nothing() {
    let listener = Listener::start().await;
    let body = br#"{"eventId":"e1","eventType":"v2.conversation.closed","conversationId":"c"}"#;
    let right = sign(listener.secret.as_bytes(), body);
    let wrong = [
        None,
        Some(String::new()),
        Some(right.to_uppercase()),
        Some(format!("sha256={}", right["sha256=".len()..].to_uppercase())),
        Some(right[..right.len() - 1].to_owned()),
        Some(sign(b"another secret", body)),
        Some(sign(listener.secret.as_bytes(), b"another body")),
    ];
    for signature in wrong {
        let status = listener.post(body, signature.as_deref()).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{signature:?}");
    }
    assert!(listener.events().await.is_empty());
    assert_eq!(listener.post(body, Some(&right)).await, StatusCode::OK);
    assert_eq!(listener.events().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keeps_known_unknown_and_unreadable_events_once_each() {
    let listener = Listener::start().await;
    let cases: [(&[u8], EventState); 6] = [
        (
            br#"{"eventId":"e1","eventType":"v2.conversation.pushed","conversationId":"c"}"#,
            EventState::Noted,
        ),
        (br#"{"eventId":"e2","eventType":"never.heard.of","x":{"y":[1,2]}}"#, EventState::Noted),
        (br#"{"eventType":"v2.conversation.closed","conversationId":"c"}"#, EventState::Unreadable),
        (b"not json", EventState::Unreadable),
        (b"", EventState::Unreadable),
        (br#"{"eventId":17}"#, EventState::Unreadable),
    ];
    for (body, _) in &cases {
        for _ in 0..3 {
            assert_eq!(listener.signed(body).await, StatusCode::OK);
        }
    }
    let events = listener.events().await;
    assert_eq!(events.len(), cases.len());
    assert!(events.iter().all(|event| event.deliveries == 3), "{events:?}");
    for state in [EventState::Noted, EventState::Unreadable] {
        let expected = cases.iter().filter(|case| case.1 == state).count();
        assert_eq!(events.iter().filter(|event| event.state == state).count(), expected);
    }
    assert!(events.iter().all(|e| (e.state == EventState::Unreadable) == e.problem.is_some()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn takes_post_on_its_own_path_and_256_kb_at_most() {
    let listener = Listener::start().await;
    let http = &listener.http;
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::PATCH] {
        let answer =
            http.request(method.clone(), &listener.address).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    let root = listener.address.split("/hook/").next().expect("a root");
    for path in ["/", "/hook", "/hook/", "/hook/guess", "/metrics"] {
        let answer = http.post(format!("{root}{path}")).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let filled = |length: usize| {
        let mut body = br#"{"eventId":"big","fill":""#.to_vec();
        body.resize(length - 2, b'x');
        body.extend_from_slice(br#""}"#);
        body
    };
    let most = 256 * 1024;
    assert_eq!(listener.signed(&filled(most)).await, StatusCode::OK);
    assert_eq!(listener.signed(&filled(most + 1)).await, StatusCode::PAYLOAD_TOO_LARGE);
    // Ten megabytes: refused without being read to the end, so the sender may only see it hang up.
    let huge = filled(10 * 1024 * 1024);
    let signature = sign(listener.secret.as_bytes(), &huge);
    let sent = http.post(&listener.address).header("x-iadvize-signature", signature).body(huge);
    if let Ok(answer) = sent.send().await {
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }
    assert_eq!(listener.events().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_before_anything_is_fetched() {
    let listener = Listener::start().await;
    // iAdvize's own API answers nothing but failures: the webhook is taken all the same.
    listener._world.iadvize.faults().plan(leadbridge_simulator::Plan::new(
        "/graphql",
        u32::MAX,
        leadbridge_simulator::Fault::Status(500),
    ));
    let id = leadbridge_simulator::seed::conversations()[0].id().to_owned();
    let body =
        json!({ "eventId": "e1", "eventType": "v2.conversation.closed", "conversationId": id });
    assert_eq!(listener.signed(body.to_string().as_bytes()).await, StatusCode::OK);
    crate::harness::eventually("the event waits for another try", async || {
        listener.events().await[0].state == EventState::Retrying
    })
    .await;
    assert_eq!(counts(&listener.app).await.conversations, 0);
    let problem = listener.events().await[0].problem.clone().expect("a reason");
    assert!(problem.text.contains("HTTP 500"), "{problem}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_conversation_that_iadvize_does_not_know_is_asked_for_again_and_then_kept_as_failed() {
    let world = World::new().await;
    let clock = clock();
    let app = world.connected(&clock).await;
    app.start().await.expect("it starts");
    let address = api::status(&app, Empty {}).await.expect("a status").receiver.address;
    world.iadvize.subscribe(&address).expect("a subscription");
    let event = json!({
        "eventId": "e1", "eventType": "v2.conversation.closed",
        "conversationId": "00000000-0000-4000-8000-000000000000",
    });
    world.iadvize.send(&event);
    let state = async || {
        let rows = api::events(&app, ListRequest::default()).await.expect("events").rows;
        rows.first().map(|row| (row.state, row.problem.clone()))
    };
    crate::harness::eventually("it fails for good", async || {
        clock.advance(jiff::SignedDuration::from_hours(15));
        matches!(state().await, Some((EventState::Failed, Some(why))) if why.text.contains("doesn't know"))
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_refusal_is_one_line_in_the_log_and_holds_nothing_of_the_body() {
    let world = World::new().await;
    world.configure(free_port());
    let serving = Serving::start(&world);
    let body = r#"{"eventId":"e1","secretly":"marc@example.com"}"#;
    let answer = Client::new().post(&serving.address).body(body).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    crate::harness::eventually("the refusal is in the log", async || {
        serving.log().contains("refused a webhook")
    })
    .await;
    let log = serving.log();
    assert_eq!(log.matches("refused a webhook").count(), 1, "{log}");
    assert!(!log.contains("marc@example.com") && !log.contains("secretly"), "{log}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_port_in_use_is_said_in_one_sentence() {
    let world = World::new().await;
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    world.configure(taken.local_addr().expect("its address").port());
    run(&mut world.program(&["serve"])).fails(1, "is in use by another program");
}

/// A variable that is set to nothing gives no secret: an empty one would let anybody sign.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_secret_of_the_environment_is_none() {
    let world = World::new().await;
    world.configure(free_port());
    let mut command = world.program(&["serve", "--json"]);
    command.env("LEADBRIDGE_SECRET_WEBHOOK_SECRET", " ");
    let serving = Serving::with(command);
    let body = br#"{"eventId":"e1"}"#;
    for key in [b"".as_slice(), b" "] {
        let request = Client::new().post(&serving.address).body(body.to_vec());
        let answer = request.header("x-iadvize-signature", sign(key, body)).send().await;
        assert_eq!(answer.expect("an answer").status(), StatusCode::SERVICE_UNAVAILABLE);
    }
}
