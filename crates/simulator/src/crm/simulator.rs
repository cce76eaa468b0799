use super::gate::{self, Windows};
use super::property::{Properties, Property};
use super::{Options, State, batch, contacts, control, error, notes, search};
use crate::fault::{self, Faults};
use crate::server::Server;
use crate::{Clock, page};
use anyhow::Context as _;
use axum::routing::{get, patch, post};
use axum::{Router, middleware};
use serde_json::Value;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio_util::sync::CancellationToken;

/// The version in the API's paths.
pub const VERSION: &str = "2026-09";

/// A CRM, listening on 127.0.0.1 until it is stopped or dropped.
#[derive(Debug)]
pub struct Crm {
    shared: Shared,
    faults: Faults,
    server: Server,
}

impl Crm {
    /// Starts listening, with properties and without a contact.
    pub async fn start(options: Options) -> anyhow::Result<Self> {
        let faults = Faults::new(options.clock.clone(), error::planned);
        let inner = Inner {
            properties: Properties::start()?,
            scopes: options.scopes.clone(),
            state: State::default(),
            windows: Windows::default(),
        };
        let shared = Shared { options: Arc::new(options), inner: Arc::new(Mutex::new(inner)) };
        let router = api()
            .route_layer(middleware::from_fn_with_state(shared.clone(), gate::pass))
            .merge(control::router())
            .merge(page::router())
            .with_state(shared.clone())
            .merge(fault::routes::router(faults.clone()))
            .layer(middleware::from_fn_with_state(faults.clone(), fault::apply));
        let server = Server::start(shared.options.port, router, CancellationToken::new()).await?;
        Ok(Self { shared, faults, server })
    }

    /// Where it listens, without a slash at the end.
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

    /// Everything it knows now.
    pub fn state(&self) -> State {
        self.shared.inner().state.clone()
    }

    /// The switches for its answers.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// What the service key may do from now on.
    pub fn set_scopes(&self, scopes: &[&str]) {
        self.shared.inner().scopes = scopes.iter().map(|&scope| scope.to_owned()).collect();
    }

    /// Adds a property to contacts, or changes one, as an admin does. The form is that of
    /// `fixtures/properties.json`: `name`, `label`, `type`, `fieldType`, and `options` as pairs of value and label.
    pub fn set_property(&self, property: Value) -> anyhow::Result<()> {
        self.shared.set_property(property)
    }

    /// Removes a property. Contacts keep the values they have.
    pub fn remove_property(&self, name: &str) {
        self.shared.inner().properties.remove(name);
    }

    /// Stops listening, and waits until that is so.
    pub async fn stop(self) {
        self.server.stop().await;
    }
}

fn api() -> Router<Shared> {
    let objects = format!("/crm/objects/{VERSION}");
    Router::new()
        .route(&format!("/crm/properties/{VERSION}/contacts"), get(contacts::properties))
        .route(&format!("{objects}/contacts"), post(contacts::create))
        .route(&format!("{objects}/contacts/search"), post(search::search))
        .route(&format!("{objects}/contacts/batch/upsert"), post(batch::upsert))
        .route(&format!("{objects}/contacts/{{id}}"), get(contacts::show).patch(contacts::update))
        .route(&format!("{objects}/contacts/{{id}}/associations/notes"), get(contacts::notes))
        .route(&format!("{objects}/notes"), post(notes::create))
        .route(&format!("{objects}/notes/batch/read"), post(notes::read))
        .route(&format!("{objects}/notes/{{id}}"), patch(notes::update))
}

/// What the request handlers and the [`Crm`] itself both hold.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    pub(super) options: Arc<Options>,
    inner: Arc<Mutex<Inner>>,
}

/// What changes.
#[derive(Debug)]
pub(super) struct Inner {
    pub(super) properties: Properties,
    pub(super) scopes: Vec<String>,
    pub(super) state: State,
    pub(super) windows: Windows,
}

impl Shared {
    pub(super) fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set_property(&self, property: Value) -> anyhow::Result<()> {
        let property: Property = serde_json::from_value(property).context("read the property")?;
        self.inner().properties.set(property);
        Ok(())
    }
}

impl Inner {
    /// Counts a request that wrote something.
    pub(super) fn wrote(&mut self, method: &str, path: &str) {
        let route = format!("{method} /crm/objects/{VERSION}/{path}");
        *self.state.writes.entry(route).or_default() += 1;
    }
}
