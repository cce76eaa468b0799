//! What happens, in order: the verbs. No SQL, no address and no JSON of others here.

pub mod arrivals;
pub mod deliver;
pub mod host;
pub mod ingest;
pub mod live;
pub mod sweep;
pub mod tunnel;

/// Whether there was work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ran {
    /// Something was done, well or not.
    Some,
    /// Nothing is due.
    Idle,
}
