//! Every adapter and every flow of Leadbridge, and the list of its commands.
//!
//! `domain ← adapters ← flows ← api ← hosts`. Adapters ([`iadvize`], [`crm`], [`store`],
//! [`receiver`], [`tunnel`], [`vault`], [`clock`], [`lock`]) speak to the outside and never import each other;
//! [`flows`] hold order and policy, with no SQL, no address and no JSON of others; [`api`] is what
//! the window and the command line call.

pub mod api;
mod app;
pub mod clock;
pub mod config;
pub mod crm;
pub mod flows;
mod http;
pub mod iadvize;
mod lock;
mod options;
pub mod receiver;
pub mod said;
pub mod secret;
pub mod store;
pub mod tunnel;
pub mod types;
pub mod vault;

pub use app::{App, Options};
pub use options::from_environment;
