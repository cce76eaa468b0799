//! What the account's own schema has of what we need.
//!
//! No public document confirms all the names that we use, so they are looked up: one introspection
//! gives [`types`], [`fit`] holds them against the table of [`needs`], and [`queries`] asks in the
//! account's names. What is handed on bears ours. All of it is pure.

mod fit;
mod layout;
mod needs;
mod queries;
mod report;
#[cfg(test)]
mod tests;
mod types;

pub use queries::Queries;
pub use report::{Feature, SchemaItem, SchemaReport, SchemaState};
pub use types::Introspected;

use jiff::Timestamp;

/// What is known of the account's schema.
#[derive(Debug)]
pub struct Known {
    pub queries: Queries,
    pub report: SchemaReport,
}

impl Known {
    /// From what the account says of its schema.
    pub fn of(introspected: Introspected, now: Timestamp) -> Self {
        let fit = fit::Fit::of(introspected.into());
        let queries = Queries::of(&fit);
        let report = SchemaReport { checked_at: now, unchecked: None, items: fit.items };
        Self { queries, report }
    }

    /// Where it says nothing, and why.
    pub fn assumed(why: String, now: Timestamp) -> Self {
        let report = SchemaReport { checked_at: now, unchecked: Some(why), items: Vec::new() };
        Self { queries: Queries::assumed(), report }
    }
}
