//! A client, a clock and a receiver for the tests.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use jiff::Timestamp;
use leadbridge_simulator::Clock;
use leadbridge_simulator::iadvize::{Options, Simulator};
use reqwest::{Client, Response};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

pub fn client() -> Client {
    drop(rustls::crypto::ring::default_provider().install_default());
    Client::builder().no_proxy().build().unwrap()
}

pub fn clock() -> Clock {
    let start: Timestamp = "2026-11-23T08:00:00Z".parse().unwrap();
    Clock::manual(start)
}

pub fn options() -> Options {
    Options { clock: clock(), ..Options::default() }
}

/// A simulator, a client, and a token that both agree on.
pub struct Setup {
    pub iadvize: Simulator,
    pub client: Client,
    pub token: String,
}

impl Setup {
    pub async fn new() -> Self {
        Self::with(options()).await
    }

    pub async fn with(options: Options) -> Self {
        let iadvize = Simulator::start(options).await.unwrap();
        let client = client();
        let answer = sign_in(&client, &iadvize).await;
        let body: Value = answer.json().await.unwrap();
        let token = body["access_token"].as_str().unwrap().to_owned();
        Self { iadvize, client, token }
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.iadvize.base_url())
    }

    pub async fn graphql(&self, query: &str, variables: Value) -> Response {
        self.graphql_at("/graphql", query, variables).await
    }

    pub async fn graphql_at(&self, path: &str, query: &str, variables: Value) -> Response {
        let request = self.client.post(self.url(path)).bearer_auth(&self.token);
        let body = json!({ "query": query, "variables": variables });
        request.json(&body).send().await.unwrap()
    }

    /// The `data` of a query that is fine.
    pub async fn data(&self, query: &str, variables: Value) -> Value {
        let answer = self.graphql(query, variables).await;
        assert_eq!(answer.status(), 200);
        let mut body: Value = answer.json().await.unwrap();
        assert!(body.get("errors").is_none(), "{body}");
        body["data"].take()
    }

    pub async fn switch(&self, path: &str, body: Value) -> Response {
        self.client.post(self.url(path)).json(&body).send().await.unwrap()
    }
}

pub async fn sign_in(client: &Client, iadvize: &Simulator) -> Response {
    let options = iadvize.options();
    let form = [
        ("grant_type", "password"),
        ("username", &options.usernames[0]),
        ("password", &options.password),
    ];
    let url = format!("{}/oauth2/token", iadvize.base_url());
    client.post(url).form(&form).send().await.unwrap()
}

type Log = Arc<Mutex<Vec<(HeaderMap, Bytes)>>>;

/// Receives webhooks, and answers each with the next of the statuses it was given, then 200.
pub struct Receiver {
    pub url: String,
    received: Log,
}

impl Receiver {
    pub async fn start(statuses: &[u16]) -> Self {
        let received = Log::default();
        let statuses: Vec<StatusCode> =
            statuses.iter().map(|status| StatusCode::from_u16(*status).unwrap()).collect();
        let handler = move |State(received): State<Log>, headers, body| async move {
            let mut received = received.lock().unwrap();
            received.push((headers, body));
            statuses.get(received.len() - 1).copied().unwrap_or(StatusCode::OK)
        };
        Self::serve(Router::new().route("/hook", post(handler)), received).await
    }

    /// An address where nobody is.
    pub async fn gone() -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        format!("http://{}/hook", listener.local_addr().unwrap())
    }

    /// One that never answers its first call.
    pub async fn deaf_at_first() -> Self {
        let received = Log::default();
        let handler = async |State(received): State<Log>, headers, body| {
            let first = {
                let mut received = received.lock().unwrap();
                received.push((headers, body));
                received.len() == 1
            };
            if first {
                std::future::pending::<()>().await;
            }
        };
        Self::serve(Router::new().route("/hook", post(handler)), received).await
    }

    pub async fn called(&self, times: usize) {
        while self.received().len() < times {
            tokio::task::yield_now().await;
        }
    }

    async fn serve(router: Router<Log>, received: Log) -> Self {
        let router = router.with_state(received.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        tokio::spawn(async { axum::serve(listener, router).await });
        Self { url, received }
    }

    pub fn received(&self) -> Vec<(HeaderMap, Bytes)> {
        self.received.lock().unwrap().clone()
    }

    pub fn events(&self) -> Vec<Value> {
        let bodies = self.received();
        bodies.iter().map(|(_, body)| serde_json::from_slice(body).unwrap()).collect()
    }
}
