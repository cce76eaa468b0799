//! Time and chance, as values that can be given.

use jiff::{SignedDuration, Timestamp};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::sync::Notify;

/// The longest sleep before the time is looked at again: the timer stands still while the machine
/// sleeps, and the time does not.
const NAP: Duration = Duration::from_secs(30);

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
    now: Arc<Mutex<Timestamp>>,
    moved: Arc<Notify>,
}

impl ManualClock {
    /// A clock that stands at this time.
    pub fn at(now: Timestamp) -> Self {
        Self { now: Arc::new(Mutex::new(now)), moved: Arc::default() }
    }

    /// Move it forward.
    pub fn advance(&self, by: SignedDuration) {
        let mut now = self.now.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        *now = now.checked_add(by).unwrap_or(Timestamp::MAX);
        self.moved.notify_waiters();
    }

    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Clock {
    /// The time.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Manual(clock) => clock.now(),
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
            Self::Manual(clock) => loop {
                // Listen first: a move between the look and the wait would be missed.
                let moved = clock.moved.notified();
                tokio::pin!(moved);
                moved.as_mut().enable();
                if clock.now() >= until {
                    return;
                }
                moved.await;
            },
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
