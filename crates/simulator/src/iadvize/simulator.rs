use super::auth;
use super::conversations::Conversations;
use super::data::{Platform, Record};
use super::shared::Shared;
use super::{Counts, Delivery, Options, SchemaVariant, Summary, WebhookFaults, control, graphql};
use crate::fault::{self, Fault, Faults, Plan};
use crate::server::Server;
use crate::{Clock, install_tls, seed};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

/// iAdvize, listening on 127.0.0.1 until it is stopped or dropped.
#[derive(Debug)]
pub struct Simulator {
    pub(super) shared: Shared,
    server: Server,
}

impl Simulator {
    /// Starts listening.
    pub async fn start(options: Options) -> anyhow::Result<Self> {
        install_tls();
        let stopping = CancellationToken::new();
        let mut conversations = Conversations::default();
        if options.seed {
            for seed in seed::conversations() {
                let mut open = seed.conversation;
                open["closedAt"] = Value::Null;
                conversations.add(Record::parse(Platform::Ha, open, options.clock.now())?);
            }
        }
        let faults = Faults::new(options.clock.clone(), error);
        let shared = Shared::new(options, conversations, faults.clone(), stopping.clone())?;
        let router = Router::new()
            .route("/oauth2/token", post(auth::token))
            .route("/_authenticated", get(auth::authenticated))
            .route("/graphql", post(graphql::answer))
            .merge(control::router())
            .with_state(shared.clone())
            .merge(fault::routes::router(faults.clone()))
            .layer(middleware::from_fn_with_state(faults, fault::apply))
            .layer(middleware::from_fn_with_state(shared.clone(), dated));
        let server = Server::start(shared.options.port, router, stopping).await?;
        Ok(Self { shared, server })
    }

    /// Where it listens, without a slash at the end: what `LEADBRIDGE_IADVIZE_URL` takes.
    pub fn base_url(&self) -> String {
        self.server.base_url()
    }

    /// What it was started with.
    pub fn options(&self) -> &Options {
        &self.shared.options
    }

    /// The clock that governs it.
    pub fn clock(&self) -> &Clock {
        &self.shared.options.clock
    }

    /// Stops listening and sending, and waits until that is so.
    pub async fn stop(self) {
        self.server.stop().await;
    }

    /// The switches for its answers.
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// The next `times` GraphQL answers are iAdvize's documented permission error, which comes with status 200.
    pub fn deny_permission(&self, times: u32) {
        let fault = Fault::Answer { status: 200, body: graphql::permission_denied() };
        self.faults().plan(Plan::new("/graphql", times, fault));
    }

    /// The account's schema is another one from now on.
    pub fn set_schema(&self, schema: SchemaVariant) -> anyhow::Result<()> {
        self.shared.set_schema(schema)
    }

    /// Makes every token given out so far worthless.
    pub fn revoke_tokens(&self) {
        self.shared.logins().revoke_all();
    }

    /// The tokens it gave out: what a search for leaks looks for.
    pub fn tokens(&self) -> Vec<String> {
        self.shared.logins().tokens()
    }

    /// How often it was asked so far.
    pub fn counts(&self) -> Counts {
        self.shared.counts()
    }

    /// Events go to this address from now on. The real iAdvize wants https; here http does.
    pub fn subscribe(&self, url: &str) -> anyhow::Result<()> {
        self.shared.webhooks.subscribe(url)
    }

    /// Sends any event.
    pub fn send(&self, event: &Value) {
        self.shared.webhooks.send(event);
    }

    /// The switches for the events to come.
    pub fn set_webhook_faults(&self, faults: WebhookFaults) {
        self.shared.webhooks.set_faults(faults);
    }

    /// What became of every event so far.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.shared.webhooks.deliveries()
    }

    /// Waits until the log of deliveries is as wished.
    pub async fn wait_for_deliveries(&self, done: impl Fn(&[Delivery]) -> bool) -> Vec<Delivery> {
        self.shared.webhooks.wait_for(done).await
    }

    /// Every conversation, of both platforms.
    pub fn conversations(&self) -> Vec<Summary> {
        self.shared.conversations().all().iter().map(Summary::of).collect()
    }

    /// A conversation as a conversation file.
    pub fn conversation(&self, id: &str) -> Option<Value> {
        self.shared.conversations().find(id).map(Record::file)
    }

    /// Adds a conversation, in the form in which conversations are kept in files, and gives its id.
    pub fn add(&self, platform: Platform, conversation: Value) -> anyhow::Result<String> {
        self.shared.add(platform, conversation)
    }

    /// Adds a message node to a conversation. What it leaves out (id, date, type) is filled in.
    pub fn add_message(&self, conversation: &str, message: Value) -> anyhow::Result<()> {
        let now = self.clock().now();
        self.shared.change(conversation, |record| record.push(message, now))
    }

    /// Changes what iAdvize knows of the visitor's email, as an operator does in the desk.
    pub fn set_visitor_email(&self, conversation: &str, email: Option<&str>) -> anyhow::Result<()> {
        self.shared.set_visitor_email(conversation, email)
    }
}

/// Says the time as the simulator has it, or as far from it as the switch wants.
async fn dated(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let options = &shared.options;
    let time = options.clock.now().checked_add(options.date_offset).ok();
    let text = time.map(|time| time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string());
    if let Some(date) = text.and_then(|text| text.parse().ok()) {
        answer.headers_mut().insert(header::DATE, date);
    }
    answer
}

/// The body of an error that a switch asked for. Only that of 401 is published.
fn error(status: StatusCode) -> Response {
    let body = match status {
        StatusCode::UNAUTHORIZED => auth::invalid_token(),
        _ => json!({ "errors": [{ "message": status.canonical_reason().unwrap_or("error") }] }),
    };
    (status, Json(body)).into_response()
}
