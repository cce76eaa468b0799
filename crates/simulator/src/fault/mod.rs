//! The switches that make requests go wrong.

mod apply;
pub(crate) mod routes;

use crate::Clock;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

pub(crate) use apply::apply;

/// One way in which a request can go wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing is done, and the answer has this status and the error body the real service has for it.
    Status(u16),
    /// Nothing is done, and this is answered, whatever it is.
    Answer {
        /// The status of the answer.
        status: u16,
        /// Its JSON body.
        body: Value,
    },
    /// Nothing is done, and a page of HTML is answered with this status, as a proxy in the way does.
    Html(u16),
    /// Nothing is done, and the connection is closed without an answer.
    Drop,
    /// It is done, and half of the answer arrives before the connection is closed.
    Truncate,
    /// It is done, and the answer is an error of this status all the same.
    WriteThenStatus(u16),
    /// It is done, and the connection is closed without an answer.
    WriteThenDrop,
    /// The connection is closed without an answer, and it is done so many seconds later by the simulator's [`Clock`],
    /// whatever the client does in the meantime.
    WriteLater(u64),
}

/// A [`Fault`] that waits for its requests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Which requests: a path, `*` at its end for all that begin so, a method and a space before it for that method
    /// only. All of them where it is left out.
    #[serde(default = "every_route")]
    pub route: String,
    /// How many of them.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to them.
    pub fault: Fault,
}

fn every_route() -> String {
    "*".to_owned()
}

fn once() -> u32 {
    1
}

impl Plan {
    /// The next `times` requests that `route` stands for meet `fault`.
    pub fn new(route: &str, times: u32, fault: Fault) -> Self {
        Self { route: route.to_owned(), times, fault }
    }

    fn concerns(&self, method: &Method, path: &str) -> bool {
        let route = match self.route.split_once(' ') {
            Some((only, _)) if only != method.as_str() => return false,
            Some((_, route)) => route,
            None => &self.route,
        };
        match route.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == route,
        }
    }
}

/// The switches of one simulator. Pages and switches themselves (`/` and `/_simulator/…`) always work.
#[derive(Clone, Debug)]
pub struct Faults(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    clock: Clock,
    /// The error body the simulated service has for a status.
    error: fn(StatusCode) -> Response,
    state: Mutex<Switches>,
    waiting: AtomicUsize,
}

#[derive(Debug, Default)]
struct Switches {
    latency: Duration,
    plans: Vec<Plan>,
}

impl Faults {
    pub(crate) fn new(clock: Clock, error: fn(StatusCode) -> Response) -> Self {
        Self(Arc::new(Inner {
            clock,
            error,
            state: Mutex::default(),
            waiting: AtomicUsize::new(0),
        }))
    }

    /// Every answer comes this much later, by the simulator's [`Clock`].
    pub fn set_latency(&self, latency: Duration) {
        self.state().latency = latency;
    }

    /// Adds a fault behind those planned before.
    pub fn plan(&self, plan: Plan) {
        self.state().plans.push(plan);
    }

    /// What still waits for its requests.
    pub fn planned(&self) -> Vec<Plan> {
        self.state().plans.clone()
    }

    /// How many requests the latency holds at this moment.
    pub fn waiting(&self) -> usize {
        self.0.waiting.load(Ordering::Relaxed)
    }

    /// Everything goes well again: no latency, no plan.
    pub fn clear(&self) {
        *self.state() = Switches::default();
    }

    async fn wait(&self) {
        let clock = &self.0.clock;
        let until = clock.after(self.state().latency);
        let _waiting = apply::Waiting::new(&self.0.waiting);
        clock.sleep_until(until).await;
    }

    fn state(&self) -> MutexGuard<'_, Switches> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, method: &Method, path: &str) -> Option<Fault> {
        let plans = &mut self.state().plans;
        let at = plans.iter().position(|plan| plan.times > 0 && plan.concerns(method, path))?;
        let fault = plans[at].fault.clone();
        plans[at].times -= 1;
        plans.retain(|plan| plan.times > 0);
        Some(fault)
    }
}
