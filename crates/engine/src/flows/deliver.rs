//! A lead in the queue becomes a record and a note in the destination.

use super::{Ran, ingest};
use crate::{
    App,
    config::{Config, DestinationConfig},
    crm::{self, Crm, Failure, Note, Payload},
    said::{Key, Said},
    store::{ClaimedDelivery, DeliveryEnd, Digest, Sent},
    types::{AttemptOutcome, DeliveryMode, LeadRow, LeadState, Topic, Trigger},
    vault,
};
use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use leadbridge_domain::{
    conversation::Conversation,
    event::facts::Facts,
    mapping::{self, FieldFault, Finding, Mapped},
    reading::Reading,
    retry::{self, Decision, Outcome},
    transcript,
};
use uuid::Uuid;

/// How long one delivery may take before another worker may take it.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// How long a lead waits after a failure of our own.
const OURS: SignedDuration = SignedDuration::from_mins(10);

/// How long everything waits while the keyring doesn't answer.
const HELPLESS: SignedDuration = SignedDuration::from_mins(1);

/// When a lead without an email is looked at again at iAdvize, after the first time: an agent may
/// add it late.
const RECHECKS: [SignedDuration; 4] = [
    SignedDuration::from_hours(1),
    SignedDuration::from_hours(6),
    SignedDuration::from_hours(24),
    SignedDuration::from_hours(72),
];

/// A lead with what is sent of it.
pub struct Prepared {
    /// The conversation it comes from.
    pub conversation: Conversation,
    /// What fills which field.
    pub mapped: Vec<Mapped>,
}

impl Prepared {
    /// What tells whether the same was sent before.
    fn digest(&self, lead: &LeadRow) -> Digest {
        let hash = |text: &str| Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()).to_string();
        let fields = self.mapped.iter().map(|m| (&m.field, &m.values)).collect::<Vec<_>>();
        let content = format!("{fields:?}\n{}", transcript::text(&self.conversation));
        let email = hash(lead.email.as_deref().unwrap_or_default());
        Digest { email, content: hash(&content) }
    }
}

/// One delivery's work, by the settings of the moment it began.
struct Work<'a> {
    app: &'a App,
    config: &'a Config,
    destination: &'a DestinationConfig,
    delivery: ClaimedDelivery,
}

/// Send the lead that is due longest, or this one if it is due.
pub async fn run_one(app: &App, lead: Option<&str>) -> anyhow::Result<Ran> {
    let (now, config) = (app.clock().now(), app.config());
    let Some(destination) = config.destination.as_ref() else { return Ok(Ran::Idle) };
    if app.destination_rests(now) || app.paused().await?.is_some() {
        return Ok(Ran::Idle);
    }
    // While the public address is another than iAdvize was told, only what was asked for is sent.
    let by_hand = app.address_change().await?.is_some();
    let key = destination.key();
    let claim = app.store().claim_delivery(&key, lead, by_hand, now, now + LEASE).await?;
    let Some(delivery) = claim else { return Ok(Ran::Idle) };
    app.changed(Topic::Leads);
    let work = Work { app, config: &config, destination, delivery };
    let end = match work.run().await {
        Ok(end) => end,
        Err(error) => work.ours(&error),
    };
    app.store().end_delivery(work.delivery.id, &end, app.clock().now()).await?;
    app.changed(Topic::Leads);
    app.changed(Topic::Conversations);
    Ok(Ran::Some)
}

/// What a lead became.
struct Arrival {
    record: String,
    note: String,
    digest: Digest,
}

impl Work<'_> {
    async fn run(&self) -> anyhow::Result<DeliveryEnd> {
        let mut lead = self.lead().await?;
        if lead.email.is_none() {
            // An agent may have added the email since.
            let looked = ingest::fetch(self.app, &lead.conversation_id).await;
            lead = self.lead().await?;
            if lead.email.is_none() {
                return self.no_email(looked.err()).await;
            }
            let by_hand = self.delivery.trigger == Trigger::Manual;
            if self.config.mode == DeliveryMode::Manual && !by_hand {
                return Ok(end(LeadState::Ready, None));
            }
        } else {
            ingest::refresh(self.app, &lead.conversation_id).await?;
        }
        let crm = match self.app.crm(self.destination).await {
            Ok(crm) => crm,
            Err(vault::Unavailable(why)) => return Ok(self.helpless(why)),
        };
        let prepared = prepare(self.app, &lead).await?;
        let digest = prepared.digest(&lead);
        if let Some(end) = self.nothing_to_amend(&digest) {
            return Ok(end);
        }
        self.app.store().begin_try(&self.delivery, self.app.clock().now()).await?;
        let result = self.send(&lead, prepared, digest, crm.as_ref()).await?;
        self.finish(result).await
    }

    async fn lead(&self) -> anyhow::Result<LeadRow> {
        self.app.store().lead(&self.delivery.lead_id).await?.context("a delivery's lead is gone")
    }

    async fn no_email(&self, looked: Option<ingest::FetchError>) -> anyhow::Result<DeliveryEnd> {
        let now = self.app.clock().now();
        let learnt = looked.is_none();
        let problem = looked.map(|e| Said::new(Key::EmailNotAsked, [("why", e.to_string())]));
        let outcome = match self.delivery.trigger {
            Trigger::Automatic => None,
            Trigger::Manual => {
                self.app.store().begin_try(&self.delivery, now).await?;
                let message = problem.clone().unwrap_or_else(|| Said::plain(Key::NobodyGaveEmail));
                Some((AttemptOutcome::NoEmail, message))
            }
        };
        // A look that learnt nothing is none: it is made again.
        let wait = match learnt {
            true => RECHECKS.get(self.delivery.rechecks as usize).copied(),
            false => Some(OURS),
        };
        let due = wait.map(|wait| now + wait);
        Ok(DeliveryEnd { problem, outcome, counts: learnt, ..end(LeadState::NoEmail, due) })
    }

    /// The keyring doesn't answer: everything waits, and no try is charged for it.
    fn helpless(&self, why: Said) -> DeliveryEnd {
        let until = self.app.clock().now() + HELPLESS;
        self.app.rest_destination(until);
        DeliveryEnd { problem: Some(why), ..end(LeadState::Queued, Some(until)) }
    }

    /// A failure of our own: kept with its reason, and tried again in a while.
    fn ours(&self, error: &anyhow::Error) -> DeliveryEnd {
        let why = Said::new(Key::LeadbridgeFailed, [("why", format!("{error:#}"))]);
        tracing::error!(lead = %self.delivery.lead_id, "{why}");
        let outcome = Some((AttemptOutcome::Retry, why.clone()));
        let due = Some(self.app.clock().now() + OURS);
        DeliveryEnd { problem: Some(why), outcome, ..end(LeadState::Retrying, due) }
    }

    /// What was sent says the same as now, or may not be sent again by itself.
    fn nothing_to_amend(&self, digest: &Digest) -> Option<DeliveryEnd> {
        let sent = self.delivery.sent_digest.as_ref()?;
        let by_hand = self.delivery.trigger == Trigger::Manual;
        if by_hand {
            return None;
        }
        if sent == digest {
            return Some(end(LeadState::Sent, None));
        }
        // Another email is another record: that is for a person to decide.
        (sent.email != digest.email).then(|| {
            let problem = Some(Said::plain(Key::EmailChanged));
            DeliveryEnd { problem, ..end(LeadState::Sent, None) }
        })
    }

    async fn send(
        &self,
        lead: &LeadRow,
        prepared: Prepared,
        digest: Digest,
        crm: &dyn Crm,
    ) -> anyhow::Result<Result<Arrival, Failure>> {
        match findings(self.app, crm, &prepared.mapped).await {
            Ok(findings) => match findings.first() {
                Some(first) => Ok(Err(Failure::Rejected(finding(first)))),
                None => self.write(lead, &prepared, digest, crm).await,
            },
            Err(failure) => Ok(Err(failure)),
        }
    }

    /// Upsert, then the note. The record is written down in between, and both may be repeated.
    async fn write(
        &self,
        lead: &LeadRow,
        prepared: &Prepared,
        digest: Digest,
        crm: &dyn Crm,
    ) -> anyhow::Result<Result<Arrival, Failure>> {
        let email = lead.email.as_deref().context("a lead without an email is never sent")?;
        let payload = Payload { email, fields: &prepared.mapped, trace: &lead.conversation_id };
        let record = match crm.upsert(&payload).await {
            Ok(record) => record,
            Err(failure) => return Ok(Err(failure)),
        };
        self.app.store().remember_record(self.delivery.id, &record).await?;
        let transcript = transcript::text(&prepared.conversation);
        let ended = prepared.conversation.closed_at.as_deref().and_then(|at| at.parse().ok());
        let note = Note {
            conversation: &lead.conversation_id,
            at: ended.unwrap_or_else(|| self.app.clock().now()),
            transcript: &transcript,
            amends: self.delivery.sent_digest.is_some(),
        };
        Ok(crm.note(&record, &note).await.map(|note| Arrival { record, note, digest }))
    }

    async fn finish(&self, result: Result<Arrival, Failure>) -> anyhow::Result<DeliveryEnd> {
        let now = self.app.clock().now();
        let failure = match result {
            Ok(sent) => return Ok(self.arrived(now, sent)),
            Err(failure) => failure,
        };
        let attempt = self.delivery.tries + 1;
        tracing::warn!(lead = %self.delivery.lead_id, attempt, "a lead could not be sent");
        let why = failure.said().clone();
        let (outcome, seen) = match failure {
            Failure::Busy { after, .. } => return Ok(self.busy(now + after, why)),
            Failure::Retry { after, .. } => (AttemptOutcome::Retry, Outcome::Retry { after }),
            Failure::Rejected(_) => (AttemptOutcome::Rejected, Outcome::Rejected),
            Failure::Unauthorised(_) => (AttemptOutcome::Unauthorised, Outcome::Unauthorised),
        };
        let (state, due) = match retry::decide(&seen, attempt, now, self.app.clock().roll()) {
            Decision::Wait(until) => (LeadState::Retrying, Some(until)),
            Decision::Review => (LeadState::Refused, None),
            Decision::GiveUp | Decision::Done => (LeadState::Failed, None),
            Decision::Stop => {
                self.app.pause(&why).await?;
                (LeadState::Queued, Some(now))
            }
        };
        // A refused key says nothing of this lead.
        let counts = outcome != AttemptOutcome::Unauthorised;
        let outcome = Some((outcome, why.clone()));
        Ok(DeliveryEnd { problem: Some(why), outcome, counts, ..end(state, due) })
    }

    /// The destination has no time for anybody: everything waits, and no try is charged for it.
    fn busy(&self, until: Timestamp, why: Said) -> DeliveryEnd {
        self.app.rest_destination(until);
        let outcome = Some((AttemptOutcome::Retry, why.clone()));
        let waiting = end(LeadState::Retrying, Some(until));
        DeliveryEnd { problem: Some(why), outcome, counts: false, ..waiting }
    }

    fn arrived(&self, at: Timestamp, arrival: Arrival) -> DeliveryEnd {
        let Arrival { record, note, digest } = arrival;
        let name = ("name", crm::name(self.destination.kind).to_owned());
        let message = Said::new(Key::Arrived, [name, ("record", record.clone())]);
        let outcome = Some((AttemptOutcome::Accepted, message));
        let sent = Some(Sent { record, note, at, digest });
        DeliveryEnd { outcome, sent, ..end(LeadState::Sent, None) }
    }
}

/// The plain end in this state.
fn end(state: LeadState, due: Option<Timestamp>) -> DeliveryEnd {
    DeliveryEnd { state, due, problem: None, sent: None, outcome: None, counts: true }
}

/// Apply the mapping to a lead, as it is kept now.
pub async fn prepare(app: &App, lead: &LeadRow) -> anyhow::Result<Prepared> {
    let kept = app.store().conversation(&lead.conversation_id).await?;
    let (_, kept) = kept.context("a lead's conversation is gone")?;
    let conversation = Conversation::from_json(&kept.json).context("read the kept conversation")?;
    let reading: Reading = serde_json::from_str(&kept.reading).context("read the kept reading")?;
    Ok(apply(app, conversation, &reading, lead).await?)
}

/// Apply the mapping to a reading, and to what events have said besides.
pub async fn apply(
    app: &App,
    conversation: Conversation,
    reading: &Reading,
    lead: &LeadRow,
) -> sqlx::Result<Prepared> {
    let facts = facts(app, &conversation.id).await?;
    let email = lead.email.as_deref();
    let mapped = mapping::apply(&app.rules(), &conversation, reading, &facts, email);
    Ok(Prepared { conversation, mapped })
}

/// What events have said of a conversation.
pub async fn facts(app: &App, conversation: &str) -> sqlx::Result<Facts> {
    let bodies = app.store().event_bodies(conversation, &Facts::KINDS).await?;
    Ok(Facts::of(bodies.iter().map(Vec::as_slice)))
}

/// A finding, for people.
pub fn finding(finding: &Finding) -> Said {
    let field = ("field", finding.field.clone());
    match &finding.fault {
        FieldFault::Gone => Said::new(Key::FieldGone, [field]),
        FieldFault::ReadOnly => Said::new(Key::FieldReadOnly, [field]),
        FieldFault::NoOption(value) => {
            Said::new(Key::OptionMissing, [field, ("value", value.clone())])
        }
    }
}

/// What the destination would refuse, by its fields as they are now.
pub async fn findings(
    app: &App,
    crm: &dyn Crm,
    mapped: &[Mapped],
) -> Result<Vec<Finding>, Failure> {
    if crm.takes_any_field() {
        return Ok(Vec::new());
    }
    let findings = mapping::check(mapped, &app.fields(crm, false).await?);
    if findings.is_empty() {
        return Ok(findings);
    }
    // What was remembered may be old: a finding stands only on fresh fields.
    Ok(mapping::check(mapped, &app.fields(crm, true).await?))
}
