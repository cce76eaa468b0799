//! iAdvize on loopback: sign-in, GraphQL and webhooks, as its public documentation describes them.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use leadbridge_simulator::iadvize::{Options, Simulator};
//! let iadvize = Simulator::start(Options::default()).await?;
//! iadvize.subscribe("http://127.0.0.1:4000/hook")?;
//! let first = &iadvize.conversations()[0].id;
//! iadvize.close(first)?;
//! iadvize.wait_for_deliveries(|all| all.iter().all(|one| one.outcome.is_final())).await;
//! iadvize.stop().await;
//! # Ok(()) }
//! ```

mod auth;
mod control;
mod conversations;
mod data;
mod delivery;
mod desk;
mod documents;
mod event;
mod filter;
mod graphql;
mod options;
mod page;
mod paging;
mod resolve;
mod run;
mod shared;
mod signature;
mod simulator;
mod summary;
mod variant;
mod webhook;

pub use data::Platform;
pub use delivery::{Delivery, Outcome, Try, WebhookFaults};
pub use desk::Author;
pub use graphql::SCHEMA;
pub use options::{LoginLimit, Options};
pub use run::{Args, run};
pub use signature::sign;
pub use simulator::Simulator;
pub use summary::{Counts, Summary};
pub use variant::SchemaVariant;

use shared::Shared;
