//! The queue of leads for destinations.

use super::{Store, leads::LeadSnapshot, millis, name, settings::json, timestamp};
use crate::{
    said::Said,
    types::{AttemptOutcome, DeliveryMode, LeadState, Trigger},
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sqlx::{Row, SqliteConnection};

/// When a lead without an email is first looked at again at iAdvize.
pub const FIRST_RECHECK: SignedDuration = SignedDuration::from_mins(10);

/// How long a note that was perhaps being written when its program ended is left alone: as long as
/// a CRM may take to finish a call whose caller is gone. To look for it sooner could miss it.
const SETTLE: SignedDuration = SignedDuration::from_secs(30);

/// A delivery that the caller alone works on until its lease runs out.
#[derive(Debug, Clone)]
pub struct ClaimedDelivery {
    /// Its row.
    pub id: i64,
    /// The lead to send.
    pub lead_id: String,
    /// Who asked.
    pub trigger: Trigger,
    /// Tries before this one.
    pub tries: u32,
    /// How often the email was looked for without a find.
    pub rechecks: u32,
    /// What was sent of it before, if anything was.
    pub sent_digest: Option<Digest>,
}

/// What tells one content of a lead from another, without being it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Of the email.
    pub email: String,
    /// Of fields and note.
    pub content: String,
}

/// What was sent of a lead, and became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The record.
    pub record: String,
    /// The note.
    pub note: String,
    /// When.
    pub at: Timestamp,
    /// What it said.
    pub digest: Digest,
}

/// How work on a delivery ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryEnd {
    /// Where the lead is now.
    pub state: LeadState,
    /// When it goes on by itself.
    pub due: Option<Timestamp>,
    /// Why it isn't sent.
    pub problem: Option<Said>,
    /// What was written.
    pub sent: Option<Sent>,
    /// How the try ended; `None` when there was none (only the email was looked for).
    pub outcome: Option<(AttemptOutcome, Said)>,
    /// Whether the try says something of this lead. One that a destination had no time for doesn't.
    pub counts: bool,
}

/// See that a lead has its row in the queue. What is on its way, or was sent, stays as it is; a
/// lead whose email has turned up moves on. With `amends`, one that was sent, or is being sent, is
/// looked at again: what was sent may not be all that is known now.
pub(super) async fn ensure(
    connection: &mut SqliteConnection,
    lead: &LeadSnapshot,
    destination: &str,
    mode: DeliveryMode,
    amends: bool,
    now: Timestamp,
) -> sqlx::Result<()> {
    let (state, due) = match (&lead.email, mode) {
        (None, _) => (LeadState::NoEmail, Some(now + FIRST_RECHECK)),
        (Some(_), DeliveryMode::Automatic) => (LeadState::Queued, Some(now)),
        (Some(_), DeliveryMode::Manual) => (LeadState::Ready, None),
    };
    sqlx::query(
        "INSERT INTO deliveries (lead_id, destination, state, trigger, due_at) VALUES (?1, ?2, ?3, 'automatic', ?4)
         ON CONFLICT (lead_id, destination) DO UPDATE SET
           again = CASE WHEN state = 'sending' AND again = 0 THEN 2 ELSE again END,
           due_at = CASE state WHEN 'sending' THEN due_at ELSE ?4 END,
           state = CASE state WHEN 'sending' THEN state ELSE ?3 END
           WHERE (state IN ('no_email', 'ready') AND ?3 <> 'no_email')
              OR (?5 AND ?3 = 'queued' AND (state = 'sending' OR (state = 'sent' AND sent_digest IS NOT NULL)))",
    )
    .bind(&lead.id)
    .bind(destination)
    .bind(name(state))
    .bind(due.map(millis))
    .bind(amends)
    .execute(connection)
    .await
    .map(drop)
}

impl Store {
    /// Put leads into the queue by hand, whatever became of them before. One that is being sent is
    /// sent again afterwards: what was asked may have come too late for it.
    pub async fn queue(
        &self,
        leads: &[String],
        destination: &str,
        now: Timestamp,
    ) -> sqlx::Result<()> {
        let mut tx = self.writer.begin().await?;
        for lead in leads {
            sqlx::query(
                "INSERT INTO deliveries (lead_id, destination, state, trigger, due_at) VALUES (?1, ?2, 'queued', 'manual', ?3)
                 ON CONFLICT (lead_id, destination) DO UPDATE SET
                   again = (state = 'sending'),
                   due_at = CASE state WHEN 'sending' THEN due_at ELSE ?3 END,
                   state = CASE state WHEN 'sending' THEN state ELSE 'queued' END,
                   trigger = 'manual', tries = 0, problem = NULL",
            )
            .bind(lead)
            .bind(destination)
            .bind(millis(now))
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await
    }

    /// Take the delivery that is due longest, or the one of this lead, until the lease runs out:
    /// any, or only those that were asked for by hand.
    pub async fn claim_delivery(
        &self,
        destination: &str,
        lead: Option<&str>,
        by_hand: bool,
        now: Timestamp,
        lease_until: Timestamp,
    ) -> sqlx::Result<Option<ClaimedDelivery>> {
        let row = sqlx::query(
            "UPDATE deliveries SET state = 'sending', due_at = ?4 WHERE id = (
               SELECT id FROM deliveries
               WHERE destination = ?1 AND due_at <= ?3 AND (?2 IS NULL OR lead_id = ?2)
                 AND (?5 = 0 OR trigger = 'manual')
               ORDER BY due_at, id LIMIT 1)
             RETURNING id, lead_id, trigger, tries, rechecks, sent_digest",
        )
        .bind(destination)
        .bind(lead)
        .bind(millis(now))
        .bind(millis(lease_until))
        .bind(by_hand)
        .fetch_optional(&self.writer)
        .await?;
        row.map(|row| {
            Ok(ClaimedDelivery {
                id: row.try_get("id")?,
                lead_id: row.try_get("lead_id")?,
                trigger: super::named(row.try_get("trigger")?)?,
                tries: row.try_get("tries")?,
                rechecks: row.try_get("rechecks")?,
                sent_digest: row
                    .try_get::<Option<&str>, _>("sent_digest")?
                    .and_then(|digest| serde_json::from_str(digest).ok()),
            })
        })
        .transpose()
    }

    /// Write down that a try begins, before anything is sent.
    pub async fn begin_try(&self, delivery: &ClaimedDelivery, now: Timestamp) -> sqlx::Result<()> {
        sqlx::query(
            "INSERT INTO attempts (delivery_id, number, trigger, started_at)
             VALUES (?1, (SELECT COUNT(*) + 1 FROM attempts WHERE delivery_id = ?1), ?2, ?3)",
        )
        .bind(delivery.id)
        .bind(name(delivery.trigger))
        .bind(millis(now))
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// Write down the record as soon as it exists, before the note is written.
    pub async fn remember_record(&self, delivery: i64, record_id: &str) -> sqlx::Result<()> {
        sqlx::query("UPDATE deliveries SET record_id = ?, note_id = NULL WHERE id = ?")
            .bind(record_id)
            .bind(delivery)
            .execute(&self.writer)
            .await
            .map(drop)
    }

    /// Say how work on a delivery ended, and give up its lease. What was asked for meanwhile is
    /// done next.
    pub async fn end_delivery(
        &self,
        id: i64,
        end: &DeliveryEnd,
        now: Timestamp,
    ) -> sqlx::Result<()> {
        let mut tx = self.writer.begin().await?;
        let sent = end.sent.as_ref();
        sqlx::query(
            "UPDATE deliveries SET
               state = CASE again WHEN 0 THEN ?2 ELSE 'queued' END,
               due_at = CASE again WHEN 0 THEN ?4 ELSE ?3 END,
               trigger = CASE again WHEN 1 THEN 'manual' ELSE 'automatic' END,
               again = 0, problem = ?5, record_id = COALESCE(?6, record_id),
               note_id = COALESCE(?7, note_id), sent_at = COALESCE(?8, sent_at),
               tries = tries + ?9, rechecks = rechecks + ?10,
               sent_digest = COALESCE(?11, sent_digest) WHERE id = ?1",
        )
        .bind(id)
        .bind(name(end.state))
        .bind(millis(now))
        .bind(end.due.map(millis))
        .bind(end.problem.as_ref().map(json).transpose()?)
        .bind(sent.map(|sent| &sent.record))
        .bind(sent.map(|sent| &sent.note))
        .bind(sent.map(|sent| millis(sent.at)))
        .bind(i64::from(end.counts && end.outcome.is_some()))
        .bind(i64::from(end.counts && end.state == LeadState::NoEmail))
        .bind(sent.map(|sent| json(&sent.digest)).transpose()?)
        .execute(&mut *tx)
        .await?;
        if let Some((outcome, message)) = &end.outcome {
            sqlx::query(
                "UPDATE attempts SET finished_at = ?2, outcome = ?3, message = ?4 WHERE id =
                   (SELECT MAX(id) FROM attempts WHERE delivery_id = ?1 AND finished_at IS NULL)",
            )
            .bind(id)
            .bind(millis(now))
            .bind(name(*outcome))
            .bind(json(message)?)
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await
    }

    /// When the next delivery is due, or its lease runs out: of all, or of those that were asked
    /// for by hand.
    pub async fn next_delivery_due(
        &self,
        destination: &str,
        by_hand: bool,
    ) -> sqlx::Result<Option<Timestamp>> {
        let due: Option<i64> = sqlx::query_scalar(
            "SELECT MIN(due_at) FROM deliveries WHERE destination = ?1 AND due_at IS NOT NULL
               AND (?2 = 0 OR trigger = 'manual')",
        )
        .bind(destination)
        .bind(by_hand)
        .fetch_one(&self.reader)
        .await?;
        Ok(due.map(timestamp))
    }

    /// Let what is queued and waits, for a reason that is no lead's own, be sent now.
    pub async fn hurry_queued(&self, now: Timestamp) -> sqlx::Result<()> {
        sqlx::query("UPDATE deliveries SET due_at = ?1 WHERE state = 'queued' AND due_at > ?1")
            .bind(millis(now))
            .execute(&self.writer)
            .await
            .map(drop)
    }

    /// Let what flows by itself wait for the admin: the mode has become manual.
    pub async fn hold_back(&self, destination: &str) -> sqlx::Result<()> {
        sqlx::query(
            "UPDATE deliveries SET state = 'ready', due_at = NULL
             WHERE destination = ? AND state IN ('queued', 'retrying') AND trigger = 'automatic'",
        )
        .bind(destination)
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// End every lease. For the program that has just become the only one to work on this folder:
    /// whoever held a lease is gone. Their last calls may still be under way, so a note that was
    /// perhaps being written is left alone for a moment more.
    pub async fn release_leases(&self, now: Timestamp) -> sqlx::Result<()> {
        let mut tx = self.writer.begin().await?;
        sqlx::query("UPDATE arrivals SET lease_until = NULL WHERE lease_until IS NOT NULL")
            .execute(&mut *tx)
            .await?;
        sqlx::query(
            "UPDATE deliveries SET due_at = MIN(due_at, CASE
               WHEN record_id IS NOT NULL AND note_id IS NULL THEN ?2 ELSE ?1 END)
             WHERE state = 'sending'",
        )
        .bind(millis(now))
        .bind(millis(now + SETTLE))
        .execute(&mut *tx)
        .await?;
        tx.commit().await
    }
}
