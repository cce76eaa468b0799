//! An event as it is stored, with what it asks for.

use crate::{
    config::IntakeConfig,
    said::{Key, Said},
    store::{Asks, NewArrival, NewEvent},
    types::EventState,
};
use jiff::{SignedDuration, Timestamp};
use leadbridge_domain::{
    event::{Call, Event, Notice},
    intake::{self, Known, Verdict},
};

/// An event as it is stored. What it asks for follows from its type and the rules alone.
pub fn new_event(
    event: Event,
    body: Vec<u8>,
    account: String,
    intake: &IntakeConfig,
    now: Timestamp,
) -> NewEvent {
    let id = event.id().to_owned();
    match event {
        Event::Readable(notice) => {
            let asks = asks(&notice, &account, intake, now);
            let state = match asks {
                Asks::Read(_) => EventState::Waiting,
                _ => EventState::Noted,
            };
            let Notice { kind, conversation_id, visitors, .. } = notice;
            NewEvent {
                id,
                account,
                kind,
                conversation_id,
                visitors,
                body,
                state,
                problem: None,
                asks,
            }
        }
        Event::Unreadable { why, .. } => NewEvent {
            id,
            account,
            kind: None,
            conversation_id: None,
            visitors: Vec::new(),
            body,
            state: EventState::Unreadable,
            problem: Some(Said::new(Key::EventUnreadable, [("why", why)])),
            asks: Asks::Nothing,
        },
    }
}

fn asks(notice: &Notice, account: &str, intake: &IntakeConfig, now: Timestamp) -> Asks {
    let grace = now + SignedDuration::from_secs(i64::from(intake.grace_seconds));
    let arrival = |id: &str, due_at| NewArrival {
        conversation_id: id.to_owned(),
        account: account.to_owned(),
        project: notice.project.clone(),
        channel: notice.channel.clone(),
        operators: notice.operators.clone(),
        closed_at: notice.at.as_deref().and_then(|at| at.parse().ok()).unwrap_or(now),
        due_at,
    };
    match notice.call() {
        Call::Read(id) => Asks::Read(arrival(id, grace)),
        Call::Follow(id) if may_follow(notice, &intake.rules) => Asks::Follow(arrival(id, now)),
        // Clicks of one survey come close together: they are waited for like messages.
        Call::Amend(id) => Asks::Amend(id.to_owned(), grace),
        Call::Visitor(_) => Asks::Visitor(grace),
        Call::Follow(_) | Call::Nothing => Asks::Nothing,
    }
}

/// Whether a rule follows this conversation, or may: a look at it tells.
fn may_follow(notice: &Notice, rules: &[intake::Rule]) -> bool {
    let known = Known {
        project: notice.project.clone(),
        channel: notice.channel.clone(),
        operators: Some(notice.operators.clone()).filter(|operators| !operators.is_empty()),
        ..Known::default()
    };
    match intake::decide(rules, &known) {
        Verdict::Handle(rule) => rule.is_some_and(|rule| rule.live),
        Verdict::Unknown => rules.iter().any(|rule| rule.live),
        Verdict::LeaveOut(_) => false,
    }
}
