//! The commands of Leadbridge: what every host offers, and nothing else.

mod contract;
mod error;
mod handlers;

pub use crate::types;
pub use contract::{Commands, NAMES, dispatch};
pub use error::{ApiError, Code};
pub use handlers::*;
