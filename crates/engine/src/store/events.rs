//! The inbox of webhooks.

use super::{
    NewArrival, Store, arrivals, cursor, follows, json_list, millis, name, named, page, pattern,
    said, settings::json, timestamp,
};
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
    /// Whose account's path it came by.
    pub account: String,
    /// Its type.
    pub kind: Option<String>,
    /// The conversation it speaks of.
    pub conversation_id: Option<String>,
    /// The ids of the visitor it speaks of.
    pub visitors: Vec<String>,
    /// Exactly as it arrived.
    pub body: Vec<u8>,
    /// Waiting, noted or unreadable.
    pub state: EventState,
    /// What is wrong with it.
    pub problem: Option<Said>,
    /// What it asks for, the first time it comes.
    pub asks: Asks,
}

/// What an event asks for.
#[derive(Debug, Clone)]
pub enum Asks {
    /// Read a conversation that has ended.
    Read(NewArrival),
    /// Follow a conversation that is open, unless it has ended since.
    Follow(NewArrival),
    /// Read a conversation again, if it was read before.
    Amend(String, Timestamp),
    /// Read a visitor's conversations again.
    Visitor(Timestamp),
    /// Nothing.
    Nothing,
}

/// How many of a visitor's conversations are read again when something is learnt of the visitor.
const LAST: u32 = 20;

/// What became of an event `e`, whose conversation's row is `a`.
pub(super) const STATE: &str = "CASE WHEN e.wanted IS NULL THEN e.state
   WHEN a.state = 'read' OR (a.done >= e.wanted AND a.done < a.wanted) THEN 'handled' ELSE a.state END";
/// Why it is in that state.
pub(super) const PROBLEM: &str = "CASE WHEN e.wanted IS NULL THEN e.problem ELSE a.problem END";

/// Keep an event, with what it asks for. One that is here already is counted once more.
pub(super) async fn add(
    connection: &mut SqliteConnection,
    event: &NewEvent,
    now: Timestamp,
) -> sqlx::Result<()> {
    let deliveries: i64 = sqlx::query_scalar(
        "INSERT INTO events (id, account, kind, conversation_id, body, received_at, last_at, state, problem)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET deliveries = deliveries + 1, last_at = excluded.last_at
         RETURNING deliveries",
    )
    .bind(&event.id)
    .bind(&event.account)
    .bind(&event.kind)
    .bind(&event.conversation_id)
    .bind(&event.body)
    .bind(millis(now))
    .bind(name(event.state))
    .bind(event.problem.as_ref().map(json).transpose()?)
    .fetch_one(&mut *connection)
    .await?;
    if deliveries == 1 {
        ask(connection, event, now).await?;
    }
    Ok(())
}

impl Store {
    /// Let an event that there is something to do for be handled again, as if it had just come.
    /// Answers its state before, or nothing where there is no such event.
    pub async fn want_again(&self, id: &str, now: Timestamp) -> sqlx::Result<Option<EventState>> {
        let Some((state, _)) = self.event_state(id).await? else { return Ok(None) };
        let mut tx = self.writer.begin().await?;
        sqlx::query(
            "UPDATE arrivals SET wanted = wanted + 1, state = 'waiting', due_at = ?1, attempts = 0,
               problem = NULL
             WHERE conversation_id =
               (SELECT conversation_id FROM events WHERE id = ?2 AND wanted IS NOT NULL)",
        )
        .bind(millis(now))
        .bind(id)
        .execute(&mut *tx)
        .await?;
        sqlx::query(
            "UPDATE events SET wanted = (SELECT wanted FROM arrivals a
               WHERE a.conversation_id = events.conversation_id) WHERE id = ? AND wanted IS NOT NULL",
        )
        .bind(id)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(Some(state))
    }

    /// An event's state and why it is in it, if there is such an event.
    pub async fn event_state(&self, id: &str) -> sqlx::Result<Option<(EventState, Option<Said>)>> {
        let sql = format!(
            "SELECT {STATE} AS state, {PROBLEM} AS problem FROM events e
             LEFT JOIN arrivals a ON a.conversation_id = e.conversation_id WHERE e.id = ?"
        );
        let row =
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(&self.reader).await?;
        row.map(|row| Ok((named(row.try_get("state")?)?, said(row.try_get("problem")?))))
            .transpose()
    }

    /// The bodies of the events of these types that speak of a conversation.
    pub async fn event_bodies(
        &self,
        conversation: &str,
        kinds: &[&str],
    ) -> sqlx::Result<Vec<Vec<u8>>> {
        sqlx::query_scalar(
            "SELECT body FROM events WHERE conversation_id = ?1
               AND kind IN (SELECT value FROM json_each(?2)) ORDER BY received_at, id",
        )
        .bind(conversation)
        .bind(json(&kinds)?)
        .fetch_all(&self.reader)
        .await
    }

    /// When the last event arrived; of this account, or of any.
    pub async fn last_event_at(&self, account: Option<&str>) -> sqlx::Result<Option<Timestamp>> {
        let at: Option<i64> = sqlx::query_scalar(
            "SELECT last_at FROM events WHERE ?1 IS NULL OR account = ?1
             ORDER BY last_at DESC LIMIT 1",
        )
        .bind(account)
        .fetch_optional(&self.reader)
        .await?;
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
        let sql = format!(
            "SELECT e.id, e.account, e.kind, e.conversation_id, e.received_at, e.deliveries,
               {STATE} AS state, {PROBLEM} AS problem
             FROM events e LEFT JOIN arrivals a ON a.conversation_id = e.conversation_id
             WHERE (e.received_at, e.id) < (?1, ?2)
               AND (e.id || ' ' || COALESCE(e.kind, '') || ' ' || COALESCE(e.conversation_id, '')) LIKE ?3 ESCAPE '\\'
             ORDER BY e.received_at DESC, e.id DESC LIMIT ?4"
        );
        let rows: Vec<Listed> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
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

/// Do what an event asks for, in the step that keeps it.
async fn ask(
    connection: &mut SqliteConnection,
    event: &NewEvent,
    now: Timestamp,
) -> sqlx::Result<()> {
    let wanted = match &event.asks {
        Asks::Read(arrival) => {
            follows::end(&mut *connection, &arrival.conversation_id).await?;
            Some(arrivals::call(&mut *connection, arrival, now).await?)
        }
        Asks::Follow(arrival) => {
            follows::begin(&mut *connection, arrival, now).await?;
            None
        }
        Asks::Amend(conversation, due) => {
            arrivals::amend(&mut *connection, std::slice::from_ref(conversation), *due).await?
        }
        Asks::Visitor(due) => {
            let conversations = conversations_of(&mut *connection, &event.visitors).await?;
            arrivals::amend(&mut *connection, &conversations, *due).await?
        }
        Asks::Nothing => None,
    };
    if let Some(wanted) = wanted {
        sqlx::query("UPDATE events SET wanted = ? WHERE id = ?")
            .bind(wanted)
            .bind(&event.id)
            .execute(&mut *connection)
            .await?;
    }
    if let Some(conversation) = &event.conversation_id {
        remember_visitors(connection, &event.visitors, conversation).await?;
    }
    Ok(())
}

/// Write down whose conversation it is.
pub(super) async fn remember_visitors(
    connection: &mut SqliteConnection,
    visitors: &[String],
    conversation: &str,
) -> sqlx::Result<()> {
    for visitor in visitors {
        sqlx::query(
            "INSERT INTO visitors (visitor, conversation_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(visitor)
        .bind(conversation)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

async fn conversations_of(
    connection: &mut SqliteConnection,
    visitors: &[String],
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "SELECT a.conversation_id FROM arrivals a WHERE a.conversation_id IN
           (SELECT conversation_id FROM visitors WHERE visitor IN (SELECT value FROM json_each(?1)))
         ORDER BY a.closed_at DESC LIMIT ?2",
    )
    .bind(json_list(visitors)?)
    .bind(LAST)
    .fetch_all(connection)
    .await
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
            account: row.try_get("account")?,
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
