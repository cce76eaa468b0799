//! What follows a try: the whole policy of trying again, as one pure function.

use jiff::{SignedDuration, Timestamp};

/// How a try ended, as far as trying again is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Accepted,
    /// Not now: no answer, too many requests, a server's own failure.
    Retry {
        /// The least time to wait that the other side asked for.
        after: Option<SignedDuration>,
    },
    /// The other side read it and refused the data: the same again would be refused again.
    Rejected,
    /// The key or password was refused: nothing works until a person mends it.
    Unauthorised,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nothing: it is done.
    Done,
    /// Try again then.
    Wait(Timestamp),
    /// Keep it, and show it as failed.
    GiveUp,
    /// Keep it, and show a person what to correct.
    Review,
    /// Keep it, and stop the destination until it is connected again.
    Stop,
}

/// How long to wait after the first, second, … failed try, in seconds: 5 s, 30 s, 2 min, 10 min,
/// 1 h, 4 h, 12 h. Short first, since most failures pass; the sum spans a working day, so that an
/// outage overnight is outlived.
pub const SCHEDULE: [i64; 7] = [5, 30, 120, 600, 3_600, 14_400, 43_200];

/// How far a wait strays to either side, so that many leads that failed together don't return
/// together.
const JITTER: f64 = 0.2;

/// Decide what follows try number `attempt` (from 1) that ended at `now`.
///
/// `roll` is a random number from 0 to 1. What the other side asked for is the least that is
/// waited, however long.
pub fn decide(outcome: &Outcome, attempt: u32, now: Timestamp, roll: f64) -> Decision {
    match outcome {
        Outcome::Accepted => Decision::Done,
        Outcome::Rejected => Decision::Review,
        Outcome::Unauthorised => Decision::Stop,
        Outcome::Retry { after } => match wait(attempt, roll) {
            None => Decision::GiveUp,
            Some(wait) => {
                let wait = after.map_or(wait, |least| wait.max(least));
                Decision::Wait(now.checked_add(wait).unwrap_or(Timestamp::MAX))
            }
        },
    }
}

fn wait(attempt: u32, roll: f64) -> Option<SignedDuration> {
    let index = usize::try_from(attempt.saturating_sub(1)).ok()?;
    let seconds = *SCHEDULE.get(index)? as f64;
    let stray = 1.0 + JITTER * (2.0 * roll.clamp(0.0, 1.0) - 1.0);
    Some(SignedDuration::from_secs_f64(seconds * stray))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn waits(outcome: &Outcome, attempt: u32, roll: f64) -> Option<i64> {
        match decide(outcome, attempt, NOW, roll) {
            Decision::Wait(until) => Some(until.as_second()),
            Decision::GiveUp => None,
            other => panic!("a retry never ends as {other:?}"),
        }
    }

    #[test]
    fn waits_longer_each_time_and_then_gives_up() {
        let retry = Outcome::Retry { after: None };
        let got: Vec<_> = (1..=8).map(|attempt| waits(&retry, attempt, 0.5)).collect();
        let expected: Vec<_> = SCHEDULE.iter().copied().map(Some).chain([None]).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn strays_by_a_fifth_at_most() {
        let retry = Outcome::Retry { after: None };
        assert_eq!(waits(&retry, 4, 0.0), Some(480));
        assert_eq!(waits(&retry, 4, 1.0), Some(720));
        assert_eq!(waits(&retry, 4, 99.0), Some(720));
    }

    #[test]
    fn what_was_asked_for_is_the_least() {
        let asked = |s| Outcome::Retry { after: Some(SignedDuration::from_secs(s)) };
        assert_eq!(waits(&asked(90), 1, 0.5), Some(90));
        assert_eq!(waits(&asked(1), 4, 0.5), Some(600));
        assert_eq!(waits(&asked(200_000), 7, 0.5), Some(200_000));
        assert_eq!(waits(&asked(90), 8, 0.5), None);
    }

    #[test]
    fn only_a_retry_is_retried() {
        assert_eq!(decide(&Outcome::Accepted, 1, NOW, 0.5), Decision::Done);
        assert_eq!(decide(&Outcome::Rejected, 1, NOW, 0.5), Decision::Review);
        assert_eq!(decide(&Outcome::Unauthorised, 9, NOW, 0.5), Decision::Stop);
    }

    #[test]
    fn the_end_of_time_is_no_panic() {
        let never = Outcome::Retry { after: Some(SignedDuration::MAX) };
        assert_eq!(decide(&never, 1, Timestamp::MAX, 1.0), Decision::Wait(Timestamp::MAX));
    }
}
