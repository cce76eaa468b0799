//! What crosses the boundary to the window and the command line.
//!
//! Only these types (and the reading that the contract fixes) are exported to TypeScript. A secret
//! never is: it crosses as a `has_…` flag. Times are RFC 3339 in UTC.

mod config;
mod conversations;
mod intake;
mod leads;
mod questions;
mod receipts;
mod samples;
mod schema;
mod settings;
mod status;
mod tunnel;

pub use config::*;
pub use conversations::*;
pub use intake::*;
pub use leads::*;
pub use questions::*;
pub use receipts::*;
pub use samples::*;
pub use schema::*;
pub use settings::*;
pub use status::*;
pub use tunnel::*;
