//! The connections that are open, and which of them has to go.
//!
//! Everything arrives from this machine's own tunnel, so nothing is counted by address. What tells
//! a sender that works from one that only holds a place is how long it has kept us waiting.

use super::Limits;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
    time::Instant,
};
use tokio::sync::Notify;

/// What a connection is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Between requests, or before the first.
    Idle,
    /// A head has begun.
    Head,
    /// The head is here, the body is not.
    Body,
    /// The request is here whole: it is our turn.
    Ours,
}

/// A connection's place.
pub(super) struct Seat {
    now: Mutex<Now>,
    leave: Notify,
}

#[derive(Debug, Clone, Copy)]
struct Now {
    phase: Phase,
    since: Instant,
    /// When the request's first byte came.
    began: Instant,
}

impl Seat {
    fn new(at: Instant) -> Self {
        let now = Mutex::new(Now { phase: Phase::Idle, since: at, began: at });
        Self { now, leave: Notify::new() }
    }

    /// Bytes came. Between requests they are a request's first.
    pub(super) fn heard(&self) {
        let mut now = self.now();
        if now.phase == Phase::Idle {
            let at = Instant::now();
            *now = Now { phase: Phase::Head, since: at, began: at };
        }
    }

    /// Another part of the request is here. Answers when its first byte came.
    pub(super) fn at(&self, phase: Phase) -> Instant {
        let mut now = self.now();
        (now.phase, now.since) = (phase, Instant::now());
        now.began
    }

    pub(super) fn phase(&self) -> Phase {
        self.now().phase
    }

    /// Until this connection has to go.
    pub(super) async fn must_leave(&self) {
        self.leave.notified().await;
    }

    fn is_overdue(&self, at: Instant, limits: &Limits) -> bool {
        let now = *self.now();
        let waited = at.saturating_duration_since(now.since);
        match now.phase {
            Phase::Idle => waited > limits.idle,
            Phase::Head => waited > limits.head,
            // The body's own limit is kept where it is read, so that it can be answered.
            Phase::Body | Phase::Ours => at.saturating_duration_since(now.began) > limits.whole,
        }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// The places there are.
pub(super) struct Pool {
    limits: Limits,
    taken: Mutex<Taken>,
    freed: Notify,
}

#[derive(Default)]
struct Taken {
    seats: HashMap<u64, Arc<Seat>>,
    next: u64,
}

impl Pool {
    pub(super) fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, taken: Mutex::default(), freed: Notify::new() })
    }

    /// A place for a newcomer: a free one, else that of whoever has kept us waiting longest. Waits
    /// while every request is in our own hands.
    pub(super) async fn admit(self: &Arc<Self>) -> Place {
        loop {
            if let Some(place) = self.place() {
                return place;
            }
            self.freed.notified().await;
        }
    }

    fn place(self: &Arc<Self>) -> Option<Place> {
        let mut taken = self.taken();
        if taken.seats.len() >= self.limits.connections {
            let waiting = taken.seats.iter().filter_map(|(id, seat)| {
                let now = *seat.now();
                (now.phase != Phase::Ours).then_some((now.since, *id))
            });
            let (_, longest) = waiting.min()?;
            taken.seats.remove(&longest)?.leave.notify_one();
        }
        let (id, seat) = (taken.next, Arc::new(Seat::new(Instant::now())));
        taken.next += 1;
        taken.seats.insert(id, seat.clone());
        Some(Place { pool: self.clone(), id, seat })
    }

    /// Send away whoever is over its limit.
    pub(super) fn look_over(&self) {
        let at = Instant::now();
        for seat in self.taken().seats.values() {
            if seat.is_overdue(at, &self.limits) {
                seat.leave.notify_one();
            }
        }
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// A place while it is held: given back when dropped.
pub(super) struct Place {
    pool: Arc<Pool>,
    id: u64,
    pub(super) seat: Arc<Seat>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.pool.taken().seats.remove(&self.id);
        self.pool.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::FutureExt as _;

    fn pool(connections: usize) -> Arc<Pool> {
        Pool::new(Limits { connections, ..Limits::default() })
    }

    fn admit(pool: &Arc<Pool>) -> Option<Place> {
        pool.admit().now_or_never()
    }

    fn must_leave(place: &Place) -> bool {
        place.seat.must_leave().now_or_never().is_some()
    }

    #[test]
    fn whoever_kept_us_waiting_longest_goes_first_and_what_is_ours_stays() {
        let pool = pool(3);
        let [ours, slow, idle] = [(); 3].map(|()| admit(&pool).expect("a free place"));
        ours.seat.heard();
        ours.seat.at(Phase::Ours);
        slow.seat.heard();
        // The newest wait: it was at work in between.
        idle.seat.at(Phase::Idle);
        let first = admit(&pool).expect("a place");
        assert_eq!([&ours, &slow, &idle].map(must_leave), [false, true, false]);
        // One that was sent away holds no place, and gives none back.
        drop(slow);
        let second = admit(&pool).expect("a place");
        assert_eq!([&ours, &idle, &first].map(must_leave), [false, true, false]);
        assert!(!must_leave(&second));
    }

    #[test]
    fn a_newcomer_waits_while_every_request_is_in_our_hands() {
        let pool = pool(1);
        let busy = admit(&pool).expect("a free place");
        busy.seat.at(Phase::Ours);
        assert!(admit(&pool).is_none());
        drop(busy);
        assert!(admit(&pool).is_some());
    }

    #[test]
    fn each_phase_has_its_own_limit() {
        let limits = Limits::default();
        let at = Instant::now();
        for (phase, limit) in [
            (Phase::Idle, limits.idle),
            (Phase::Head, limits.head),
            (Phase::Body, limits.whole),
            (Phase::Ours, limits.whole),
        ] {
            let seat = Seat::new(at);
            *seat.now() = Now { phase, since: at, began: at };
            assert!(!seat.is_overdue(at + limit, &limits), "{phase:?}");
            assert!(seat.is_overdue(at + limit + limit / 10, &limits), "{phase:?}");
        }
    }
}
