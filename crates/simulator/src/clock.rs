use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use tokio::sync::watch;

/// What time it is, for everything here that has to do with time: expiry, rate limits, retries, dates written down.
///
/// Clones share one time, so a test keeps one clone and gives the other to a simulator. Either kind can be moved
/// forward by hand; only the real one also moves by itself.
#[derive(Clone, Debug)]
pub struct Clock {
    kind: Kind,
    /// How far the clock was moved by hand. Watched, so that whoever waits for an hour wakes when it is moved there.
    moved: watch::Sender<SignedDuration>,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Real,
    Manual(Timestamp),
}

impl Clock {
    /// The computer's time, plus whatever [`advance`](Self::advance) added.
    pub fn real() -> Self {
        Self::of(Kind::Real)
    }

    /// A clock that starts at `start` and stands still until it is moved: what tests want instead of sleeping.
    pub fn manual(start: Timestamp) -> Self {
        Self::of(Kind::Manual(start))
    }

    fn of(kind: Kind) -> Self {
        Self { kind, moved: watch::Sender::new(SignedDuration::ZERO) }
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        let start = match self.kind {
            Kind::Real => Timestamp::now(),
            Kind::Manual(start) => start,
        };
        later(start, *self.moved.borrow())
    }

    /// Moves the clock forward, and wakes whoever waited for a time that has now come.
    pub fn advance(&self, by: Duration) {
        let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
        self.moved.send_modify(|moved| *moved = moved.saturating_add(by));
    }

    /// `by` from now.
    pub fn after(&self, by: Duration) -> Timestamp {
        let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
        later(self.now(), by)
    }

    /// Waits until the clock shows `time`, however it gets there.
    pub async fn sleep_until(&self, time: Timestamp) {
        let mut moved = self.moved.subscribe();
        loop {
            let left = time.duration_since(self.now());
            let Ok(left) = Duration::try_from(left) else {
                return;
            };
            if left.is_zero() {
                return;
            }
            // `self` holds a sender, so the channel cannot be closed here and `changed` only ever means "moved".
            match self.kind {
                Kind::Manual(_) => drop(moved.changed().await),
                Kind::Real => tokio::select! {
                    _ = moved.changed() => {}
                    () = tokio::time::sleep(left) => {}
                },
            }
        }
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::real()
    }
}

/// The end of time rather than a panic, where someone moves the clock too far.
fn later(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_manual_clock_moves_only_by_hand_and_wakes_who_waits() {
        let start: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        let clock = Clock::manual(start);
        let waiting = tokio::spawn({
            let clock = clock.clone();
            async move { clock.sleep_until(clock.after(Duration::from_secs(10))).await }
        });
        tokio::task::yield_now().await;
        assert_eq!(clock.now(), start);
        clock.advance(Duration::from_secs(9));
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        clock.advance(Duration::from_secs(1));
        waiting.await.unwrap();
        assert_eq!(clock.now().to_string(), "2026-03-02T09:00:10Z");
    }

    #[tokio::test]
    async fn a_real_clock_can_be_moved_too() {
        let clock = Clock::real();
        let deadline = clock.after(Duration::from_secs(3600));
        clock.advance(Duration::from_secs(3601));
        clock.sleep_until(deadline).await;
    }

    #[test]
    fn a_clock_moved_too_far_stays_at_the_end_of_time() {
        let clock = Clock::real();
        clock.advance(Duration::MAX);
        clock.advance(Duration::MAX);
        assert_eq!(clock.now(), Timestamp::MAX);
    }
}
