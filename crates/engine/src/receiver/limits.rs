//! What the listener puts up with.

use std::time::Duration;

/// How much, how many and how long. All of it can be given, so that a test need not wait.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections open at once. Whoever comes then takes the place of the one that has kept us
    /// waiting longest; where none waits for its sender, the newcomer waits in the backlog.
    pub connections: usize,
    /// Lines of a request's head.
    pub headers: usize,
    /// Bytes of a request's head.
    pub head_bytes: usize,
    /// How long a head may take, from its first byte.
    pub head: Duration,
    /// Bytes of a body. A documented event has some 400.
    pub body_bytes: usize,
    /// How long a body may take.
    pub body: Duration,
    /// How long a request may take from its first byte to its answer. iAdvize waits 30 s.
    pub whole: Duration,
    /// How long a connection may stay open without a request. More than the 90 s after which
    /// tunnels written in Go let go of theirs: closed by us, one might just be taken for the next
    /// delivery.
    pub idle: Duration,
    /// How long requests that were begun may go on when the listener stops.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 512,
            headers: 64,
            head_bytes: 16 * 1024,
            head: Duration::from_secs(10),
            body_bytes: 256 * 1024,
            body: Duration::from_secs(10),
            whole: Duration::from_secs(30),
            idle: Duration::from_secs(120),
            farewell: Duration::from_secs(5),
        }
    }
}

impl Limits {
    /// How often connections are looked over: often enough for the shortest of their limits.
    pub(super) fn rounds(&self) -> Duration {
        let shortest = self.head.min(self.whole).min(self.idle);
        (shortest / 10).max(Duration::from_millis(5))
    }
}
