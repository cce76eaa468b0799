use crate::Clock;
use std::time::Duration;

/// How a [`Crm`](super::Crm) starts.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// The service key that is accepted.
    pub token: String,
    /// What the service key may do. Leave some out to see 403.
    pub scopes: Vec<String>,
    /// When requests are too many; `None` for never.
    pub limits: Option<Limits>,
    /// How long a search does not yet find what was written. The real one is not immediate either.
    pub search_delay: Duration,
    /// What governs limits and dates.
    pub clock: Clock,
}

/// When the answer is 429.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Requests in ten seconds. 190 is what the larger plans have.
    pub ten_seconds: usize,
    /// Searches in a second, which have a limit of their own.
    pub searches_per_second: usize,
    /// Requests in a day.
    pub daily: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { ten_seconds: 190, searches_per_second: 5, daily: 650_000 }
    }
}

/// Reading contacts, searching them, and reading notes.
pub const READ: &str = "crm.objects.contacts.read";
/// Writing contacts and notes.
pub const WRITE: &str = "crm.objects.contacts.write";
/// Reading which properties there are.
pub const SCHEMAS: &str = "crm.schemas.contacts.read";

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            token: "pat-eu1-simulated".to_owned(),
            scopes: [READ, WRITE, SCHEMAS].map(str::to_owned).to_vec(),
            limits: Some(Limits::default()),
            search_delay: Duration::ZERO,
            clock: Clock::real(),
        }
    }
}
