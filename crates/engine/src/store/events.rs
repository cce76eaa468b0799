//! The inbox of webhooks.

use super::{Store, cursor, millis, name, named, page, pattern, said, settings::json, timestamp};
use crate::{
    said::Said,
    types::{EventPage, EventRow, EventState},
};
use jiff::Timestamp;
use sqlx::{FromRow, Row, SqliteConnection, sqlite::SqliteRow};

/// A signed event to keep.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// Unique: a second one of this id is only counted.
    pub id: String,
    /// Its type.
    pub kind: Option<String>,
    /// The conversation it speaks of.
    pub conversation_id: Option<String>,
    /// Exactly as it arrived.
    pub body: Vec<u8>,
    /// Waiting, noted or unreadable.
    pub state: EventState,
    /// What is wrong with it.
    pub problem: Option<Said>,
}

/// An event that the caller alone handles until the lease runs out.
#[derive(Debug, Clone)]
pub struct ClaimedEvent {
    /// Its id.
    pub id: String,
    /// The conversation to fetch.
    pub conversation_id: String,
    /// Which try this is, from 1.
    pub attempt: u32,
}

/// How handling an event ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventEnd {
    /// The conversation is kept.
    Handled,
    /// To be tried again then.
    Retry(Timestamp, Said),
    /// Nothing was learnt of this event: to be tried then, as if it had not been tried now.
    Postpone(Timestamp, Said),
    /// Given up; kept.
    Failed(Said),
}

/// Keep an event. One that is here already is counted once more.
pub(super) async fn add(
    connection: &mut SqliteConnection,
    event: &NewEvent,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO events (id, kind, conversation_id, body, received_at, last_at, state, due_at, problem)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?5, ?7)
         ON CONFLICT (id) DO UPDATE SET deliveries = deliveries + 1, last_at = excluded.last_at",
    )
    .bind(&event.id)
    .bind(&event.kind)
    .bind(&event.conversation_id)
    .bind(&event.body)
    .bind(millis(now))
    .bind(name(event.state))
    .bind(event.problem.as_ref().map(json).transpose()?)
    .execute(connection)
    .await
    .map(drop)
}

impl Store {
    /// Take the event that is due longest, until the lease runs out.
    pub async fn claim_event(
        &self,
        now: Timestamp,
        lease_until: Timestamp,
    ) -> sqlx::Result<Option<ClaimedEvent>> {
        let row = sqlx::query(
            "UPDATE events SET lease_until = ?2 WHERE id = (
               SELECT id FROM events
               WHERE state IN ('waiting', 'retrying') AND conversation_id IS NOT NULL
                 AND due_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
               ORDER BY due_at, id LIMIT 1)
             RETURNING id, conversation_id, attempts",
        )
        .bind(millis(now))
        .bind(millis(lease_until))
        .fetch_optional(&self.writer)
        .await?;
        row.map(|row| {
            Ok(ClaimedEvent {
                id: row.try_get("id")?,
                conversation_id: row.try_get("conversation_id")?,
                attempt: row.try_get::<u32, _>("attempts")? + 1,
            })
        })
        .transpose()
    }

    /// Say how handling an event ended, and give up its lease.
    pub async fn end_event(&self, id: &str, end: &EventEnd) -> sqlx::Result<()> {
        let (state, due, problem) = match end {
            EventEnd::Handled => (EventState::Handled, None, None),
            EventEnd::Retry(due, why) | EventEnd::Postpone(due, why) => {
                (EventState::Retrying, Some(millis(*due)), Some(why))
            }
            EventEnd::Failed(why) => (EventState::Failed, None, Some(why)),
        };
        sqlx::query(
            "UPDATE events SET state = ?, due_at = ?, problem = ?, lease_until = NULL,
               attempts = attempts + ? WHERE id = ?",
        )
        .bind(name(state))
        .bind(due)
        .bind(problem.map(json).transpose()?)
        .bind(i64::from(!matches!(end, EventEnd::Postpone(..))))
        .bind(id)
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// Let what waits for another try, or was given up, be tried now: something has been mended.
    pub async fn hurry_events(&self, now: Timestamp) -> sqlx::Result<()> {
        sqlx::query(
            "UPDATE events SET state = 'retrying', due_at = ?, attempts = 0
             WHERE state IN ('retrying', 'failed') AND conversation_id IS NOT NULL",
        )
        .bind(millis(now))
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// Let an event that there is something to do for be handled again, as if it had just come.
    /// Answers its state before, or nothing where there is no such event.
    pub async fn want_again(&self, id: &str, now: Timestamp) -> sqlx::Result<Option<EventState>> {
        let mut tx = self.writer.begin().await?;
        let state: Option<String> = sqlx::query_scalar("SELECT state FROM events WHERE id = ?")
            .bind(id)
            .fetch_optional(&mut *tx)
            .await?;
        let Some(state) = state else { return Ok(None) };
        sqlx::query(
            "UPDATE events SET state = 'waiting', due_at = ?, attempts = 0, problem = NULL
             WHERE id = ? AND state NOT IN ('noted', 'unreadable')",
        )
        .bind(millis(now))
        .bind(id)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        named(&state).map(Some)
    }

    /// An event's state and why it is in it, if there is such an event.
    pub async fn event_state(&self, id: &str) -> sqlx::Result<Option<(EventState, Option<Said>)>> {
        let row = sqlx::query("SELECT state, problem FROM events WHERE id = ?")
            .bind(id)
            .fetch_optional(&self.reader)
            .await?;
        row.map(|row| Ok((named(row.try_get("state")?)?, said(row.try_get("problem")?))))
            .transpose()
    }

    /// When the next event is due, or its lease runs out.
    pub async fn next_event_due(&self) -> sqlx::Result<Option<Timestamp>> {
        let due: Option<i64> = sqlx::query_scalar(
            "SELECT MIN(MAX(due_at, COALESCE(lease_until, due_at))) FROM events
             WHERE state IN ('waiting', 'retrying') AND conversation_id IS NOT NULL",
        )
        .fetch_one(&self.reader)
        .await?;
        Ok(due.map(timestamp))
    }

    /// When the last event arrived.
    pub async fn last_event_at(&self) -> sqlx::Result<Option<Timestamp>> {
        let at: Option<i64> =
            sqlx::query_scalar("SELECT MAX(last_at) FROM events").fetch_one(&self.reader).await?;
        Ok(at.map(timestamp))
    }

    /// A page of events, newest first.
    pub async fn events(
        &self,
        search: &str,
        limit: u32,
        after: Option<&str>,
    ) -> sqlx::Result<EventPage> {
        let (at, id) = cursor(after);
        let rows: Vec<Listed> = sqlx::query_as(
            "SELECT id, kind, conversation_id, received_at, deliveries, state, problem FROM events
             WHERE (received_at, id) < (?1, ?2)
               AND (id || ' ' || COALESCE(kind, '') || ' ' || COALESCE(conversation_id, '')) LIKE ?3 ESCAPE '\\'
             ORDER BY received_at DESC, id DESC LIMIT ?4",
        )
        .bind(at)
        .bind(id)
        .bind(pattern(search))
        .bind(i64::from(limit) + 1)
        .fetch_all(&self.reader)
        .await?;
        let (rows, next) = page(rows, limit, |row| (row.at, &row.event.id));
        Ok(EventPage { rows: rows.into_iter().map(|row| row.event).collect(), next })
    }
}

struct Listed {
    at: i64,
    event: EventRow,
}

impl FromRow<'_, SqliteRow> for Listed {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let at = row.try_get("received_at")?;
        let event = EventRow {
            id: row.try_get("id")?,
            kind: row.try_get("kind")?,
            conversation_id: row.try_get("conversation_id")?,
            received_at: timestamp(at).to_string(),
            deliveries: row.try_get("deliveries")?,
            state: named(row.try_get("state")?)?,
            problem: said(row.try_get("problem")?),
        };
        Ok(Self { at, event })
    }
}
