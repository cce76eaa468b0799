//! Time and chance, as values that can be given.

use jiff::{SignedDuration, Timestamp};
use std::{
    sync::{Arc, LazyLock, Mutex},
    time::{Duration, Instant},
};
use tokio::sync::Notify;

/// The longest sleep before the time is looked at again: the timer stands still while the machine
/// sleeps, and the time does not.
const NAP: Duration = Duration::from_secs(30);

/// When this process first asked how long it is up.
static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Where the time comes from.
#[derive(Clone, Default)]
pub enum Clock {
    /// The machine's.
    #[default]
    System,
    /// A test's.
    Manual(ManualClock),
}

/// A clock that only moves when told to.
#[derive(Clone)]
pub struct ManualClock {
    now: Arc<Mutex<(Timestamp, Duration)>>,
    moved: Arc<Notify>,
}

impl ManualClock {
    /// A clock that stands at this time.
    pub fn at(now: Timestamp) -> Self {
        Self { now: Arc::new(Mutex::new((now, Duration::ZERO))), moved: Arc::default() }
    }

    /// Move it forward.
    pub fn advance(&self, by: SignedDuration) {
        self.pass(by, by.unsigned_abs());
    }

    /// Move it forward as a machine's sleep does: the time goes on, and how long the machine is up
    /// stands still.
    pub fn sleep_through(&self, by: SignedDuration) {
        self.pass(by, Duration::ZERO);
    }

    fn pass(&self, by: SignedDuration, up: Duration) {
        let mut kept = self.now.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        *kept = (kept.0.checked_add(by).unwrap_or(Timestamp::MAX), kept.1 + up);
        self.moved.notify_waiters();
    }

    fn read(&self) -> (Timestamp, Duration) {
        *self.now.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Wait until it says so.
    async fn until(&self, so: impl Fn((Timestamp, Duration)) -> bool) {
        loop {
            // Listen first: a move between the look and the wait would be missed.
            let moved = self.moved.notified();
            tokio::pin!(moved);
            moved.as_mut().enable();
            if so(self.read()) {
                return;
            }
            moved.await;
        }
    }
}

impl Clock {
    /// The time.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Manual(clock) => clock.read().0,
        }
    }

    /// How far the machine's clock is ahead of somebody else's. A time that is given is right.
    pub fn ahead_of(&self, theirs: Timestamp) -> SignedDuration {
        match self {
            Self::System => Timestamp::now().duration_since(theirs),
            Self::Manual(_) => SignedDuration::ZERO,
        }
    }

    /// Wait until then.
    pub async fn sleep_until(&self, until: Timestamp) {
        match self {
            Self::System => loop {
                let left = until.duration_since(Timestamp::now());
                match Duration::try_from(left) {
                    Ok(left) if !left.is_zero() => tokio::time::sleep(left.min(NAP)).await,
                    _ => return,
                }
            },
            Self::Manual(clock) => clock.until(|(now, _)| now >= until).await,
        }
    }

    /// How long the machine is up, from some moment on: no change of the time moves it, and it
    /// stands still while the machine sleeps (where the system's own clock for this does).
    pub fn uptime(&self) -> Duration {
        match self {
            Self::System => BEGAN.elapsed(),
            Self::Manual(clock) => clock.read().1,
        }
    }

    /// Wait until the machine is up for so long.
    pub async fn wait_until(&self, up: Duration) {
        match self {
            Self::System => tokio::time::sleep(up.saturating_sub(BEGAN.elapsed())).await,
            Self::Manual(clock) => clock.until(|(_, now)| now >= up).await,
        }
    }

    /// A random number from 0 to 1; always in the middle when time is given.
    pub fn roll(&self) -> f64 {
        match self {
            Self::System => fastrand::f64(),
            Self::Manual(_) => 0.5,
        }
    }
}
