//! The webhook sender, with iAdvize's signature, limits and retries.

use super::{Delivery, Options, Outcome, Try, WebhookFaults, sign};
use crate::Clock;
use anyhow::Context as _;
use reqwest::{Client, Url, redirect};
use serde_json::Value;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// iAdvize gives up connecting after this long,
const CONNECT_LIMIT: Duration = Duration::from_secs(1);
/// waits for an answer this long,
const REPLY_LIMIT: Duration = Duration::from_secs(30);
/// and tries again this long after the first call, then this long after the second. After that the event is lost.
const RETRIES: [Duration; 2] = [Duration::from_secs(10), Duration::from_secs(20)];

#[derive(Clone, Debug)]
pub(super) struct Sender(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    secret: String,
    clock: Clock,
    client: Client,
    stopping: CancellationToken,
    runtime: Handle,
    log: watch::Sender<Vec<Delivery>>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    target: Option<Url>,
    faults: WebhookFaults,
    held: Vec<Event>,
}

/// An event that has its place in the log.
#[derive(Clone, Debug)]
struct Event {
    at: usize,
    target: Url,
    correlation: Uuid,
    body: Vec<u8>,
}

impl Sender {
    pub(super) fn new(options: &Options, stopping: CancellationToken) -> anyhow::Result<Self> {
        let client = Client::builder()
            .connect_timeout(CONNECT_LIMIT)
            .redirect(redirect::Policy::none())
            .no_proxy()
            .build()
            .context("make the webhook sender's HTTP client")?;
        Ok(Self(Arc::new(Inner {
            secret: options.webhook_secret.clone(),
            clock: options.clock.clone(),
            client,
            stopping,
            runtime: Handle::current(),
            log: watch::Sender::default(),
            state: Mutex::default(),
        })))
    }

    pub(super) fn subscribe(&self, url: &str) -> anyhow::Result<()> {
        let url = Url::parse(url).with_context(|| format!("`{url}` is not an address"))?;
        self.state().target = Some(url);
        Ok(())
    }

    pub(super) fn target(&self) -> Option<String> {
        self.state().target.as_ref().map(Url::to_string)
    }

    pub(super) fn set_faults(&self, faults: WebhookFaults) {
        let held = {
            let mut state = self.state();
            state.faults = faults;
            mem::take(&mut state.held)
        };
        self.dispatch(held);
    }

    pub(super) fn deliveries(&self) -> Vec<Delivery> {
        self.0.log.borrow().clone()
    }

    pub(super) async fn wait_for(&self, done: impl Fn(&[Delivery]) -> bool) -> Vec<Delivery> {
        let mut log = self.0.log.subscribe();
        match log.wait_for(|log| done(log)).await {
            Ok(log) => log.clone(),
            Err(_) => unreachable!("`self` keeps the sending half"),
        }
    }

    /// Sends an event on its way, and says nothing about whether it arrives: iAdvize does not either.
    pub(super) fn send(&self, event: &Value) {
        let ready = self.take_up(event);
        self.dispatch(ready);
    }

    fn dispatch(&self, events: Vec<Event>) {
        if !events.is_empty() {
            self.spawn(self.clone().deliver(events));
        }
    }

    /// Runs beside, wherever it is called from, and until the simulator stops.
    fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let stopping = self.0.stopping.clone();
        self.0.runtime.spawn(async move {
            stopping.run_until_cancelled(work).await;
        });
    }

    /// Writes the event into the log and gives what is to be sent now, in that order.
    fn take_up(&self, event: &Value) -> Vec<Event> {
        let mut state = self.state();
        let Some(target) = state.target.clone() else {
            self.enter(event, Outcome::NoSubscriber, Uuid::new_v4());
            return Vec::new();
        };
        if state.faults.drop > 0 {
            state.faults.drop -= 1;
            self.enter(event, Outcome::Dropped, Uuid::new_v4());
            return Vec::new();
        }
        let correlation = Uuid::new_v4();
        let enter = || Event {
            at: self.enter(event, Outcome::Pending, correlation),
            target: target.clone(),
            correlation,
            body: event.to_string().into_bytes(),
        };
        let mut ready = vec![enter()];
        if state.faults.duplicate > 0 {
            state.faults.duplicate -= 1;
            ready.push(enter());
        }
        if state.faults.reorder > 0 {
            state.faults.reorder -= 1;
            state.held.append(&mut ready);
            if state.faults.reorder == 0 {
                ready = mem::take(&mut state.held);
                ready.reverse();
            }
        }
        ready
    }

    /// First calls one after the other, so that an order asked for is the order kept; then each on its own.
    async fn deliver(self, events: Vec<Event>) {
        let mut failed = Vec::new();
        for event in events {
            if !self.call(&event, RETRIES.first()).await {
                failed.push(event);
            }
        }
        for event in failed {
            self.spawn(self.clone().retry(event));
        }
    }

    async fn retry(self, event: Event) {
        for nth in 0..RETRIES.len() {
            let outcome = self.0.log.borrow()[event.at].outcome;
            if let Outcome::RetryAt(time) = outcome {
                self.0.clock.sleep_until(time).await;
            }
            if self.call(&event, RETRIES.get(nth + 1)).await {
                return;
            }
        }
    }

    /// One try. `after` is how long until the next one, if there is a next one.
    async fn call(&self, event: &Event, after: Option<&Duration>) -> bool {
        let clock = &self.0.clock;
        let delivery_id = Uuid::new_v4();
        let at = clock.now();
        let signature = sign(&self.0.secret, &event.body);
        let request = self
            .0
            .client
            .post(event.target.clone())
            .header("content-type", "application/json")
            .header("x-iadvize-delivery", delivery_id.to_string())
            .header("x-iadvize-correlationid", event.correlation.to_string())
            .header("x-iadvize-signature", signature)
            .body(event.body.clone());
        let answer = tokio::select! {
            answer = request.send() => answer.map_err(|error| error.without_url().to_string()),
            () = clock.sleep_until(clock.after(REPLY_LIMIT)) => Err("no answer within 30 s".to_owned()),
        };
        let status = answer.as_ref().ok().map(|answer| answer.status());
        let arrived = status.is_some_and(|status| status.is_success());
        let outcome = match after {
            _ if arrived => Outcome::Delivered,
            Some(delay) => Outcome::RetryAt(clock.after(*delay)),
            None => Outcome::GaveUp,
        };
        let this = Try {
            delivery_id,
            at,
            status: status.map(|status| status.as_u16()),
            error: answer.err(),
        };
        self.0.log.send_modify(|log| {
            log[event.at].tries.push(this);
            log[event.at].outcome = outcome;
        });
        arrived
    }

    fn enter(&self, event: &Value, outcome: Outcome, correlation_id: Uuid) -> usize {
        let text = |key: &str| event[key].as_str().unwrap_or_default().to_owned();
        let delivery = Delivery {
            event_id: text("eventId"),
            event_type: text("eventType"),
            correlation_id,
            tries: Vec::new(),
            outcome,
        };
        let mut at = 0;
        self.0.log.send_modify(|log| {
            at = log.len();
            log.push(delivery);
        });
        at
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
