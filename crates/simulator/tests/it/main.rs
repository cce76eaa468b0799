//! The simulators over real HTTP: what the documentation says they do.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod control;
mod crm;
mod desk;
mod graphql;
mod sign_in;
mod support;
mod webhooks;
