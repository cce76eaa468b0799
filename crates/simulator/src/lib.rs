//! iAdvize and a CRM on loopback, for `leadbridge demo`, `leadbridge simulate`, tests and design work.
//!
//! [`iadvize::Simulator`] answers and calls as iAdvize documents it, [`crm::Crm`] as HubSpot does, and [`seed`] has
//! conversations whose right leads are known. Both listen on 127.0.0.1 only, forget everything when they stop, and
//! take their time from a [`Clock`] that can be moved by hand.
//!
//! Whatever can go wrong with the real services can be made to go wrong here, from Rust and over HTTP. The switches
//! themselves never fail, need no key, take and answer JSON:
//!
//! | in both | does |
//! | --- | --- |
//! | `GET /` | a page for people |
//! | `GET /_simulator/state` | what there is and what was asked, in numbers (iAdvize) or in full (CRM) |
//! | `POST /_simulator/faults` `{"route": "POST /graphql", "times": 2, "fault": {"status": 429}}` | plans a [`Fault`]; the others are `{"answer": {"status": 200, "body": {}}}`, `{"html": 403}`, `"drop"`, `"truncate"`, `{"write_then_status": 500}`, `"write_then_drop"`, `{"write_later": 60}` |
//! | `GET`, `DELETE /_simulator/faults` | what is planned · plans nothing any more, no latency either |
//! | `POST /_simulator/latency` `{"ms": 500}` | lets every answer wait |
//! | `GET`, `POST /_simulator/clock` `{"ms": 10000}` | the time · moves it forward |
//!
//! | in iAdvize | does |
//! | --- | --- |
//! | `GET`, `POST /_simulator/conversations` | lists them · adds one: a conversation file, with `"platform": "sd"` beside if it is there |
//! | `GET`, `PATCH /_simulator/conversations/{id}` `{"email": "a@b.org"}` | the conversation file · what iAdvize knows of the visitor's email |
//! | `POST /_simulator/conversations/{id}/messages` | adds a message node |
//! | `POST /_simulator/conversations/{id}/close` | closes it and sends `v2.conversation.closed` |
//! | `POST /_simulator/subscription` `{"url": "http://…"}` | where webhooks go |
//! | `POST /_simulator/events` | sends the body as an event |
//! | `GET /_simulator/deliveries` | what became of every event |
//! | `POST /_simulator/webhooks` `{"drop": 1, "duplicate": 1, "reorder": 3}` | loses, doubles or shuffles the next ones |
//! | `POST /_simulator/revoke` | makes every token worthless |
//!
//! | in the CRM | does |
//! | --- | --- |
//! | `POST /_simulator/scopes` `["crm.objects.contacts.read"]` | what the service key may do |
//! | `POST /_simulator/properties`, `DELETE /_simulator/properties/{name}` | adds or changes a property · removes one |
//!
//! What no public page settles was decided so, and is easy to find here should it turn out otherwise: a wrong
//! password is a 400 (or 401, by option); signing in counts in a sliding minute, successful or not; the second answer
//! of `/_authenticated` is a 401; a page of more than 100 rows is an error of that field, and no size at all means
//! 100; an unknown conversation is null; an unknown `platform` is `ha`; webhooks are tried again after a timeout or a
//! 3xx as after a 500; `visitorExternalId` is left out off site. In the CRM, an empty batch, an id that comes twice
//! and an association of another type are 400s, and numbers and booleans are taken for the strings they look like.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod clock;
pub mod crm;
mod fault;
pub mod iadvize;
mod page;
mod run;
pub mod seed;
mod server;

pub use clock::Clock;
pub use fault::{Fault, Faults, Plan};

/// Picks rustls's cryptography for this process, unless the program that uses us already did.
fn install_tls() {
    drop(rustls::crypto::ring::default_provider().install_default());
}
