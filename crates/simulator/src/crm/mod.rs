//! A CRM on loopback, in the shape of HubSpot's `2026-09` API: contacts, their properties, and notes.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use leadbridge_simulator::crm::{Crm, Options};
//! let crm = Crm::start(Options::default()).await?;
//! println!("{} with the key {}", crm.base_url(), crm.options().token);
//! let state = crm.state();
//! assert!(state.contact("ada@example.com").is_none());
//! crm.stop().await;
//! # Ok(()) }
//! ```

mod batch;
mod contacts;
mod control;
mod error;
mod gate;
mod notes;
mod options;
mod page;
mod property;
mod run;
mod search;
mod simulator;
mod state;
mod value;

pub use options::{Limits, Options, READ, SCHEMAS, WRITE};
pub use run::{Args, run};
pub use simulator::{Crm, VERSION};
pub use state::{Contact, Note, State};

use simulator::{Inner, Shared};
