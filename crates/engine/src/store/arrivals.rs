//! Conversations to read: one row each, where webhooks, the list of closed conversations and a
//! person's wish meet.

use super::{Store, json_list, millis, name, settings::json, timestamp};
use crate::{
    said::Said,
    types::{ArrivalOrigin, ArrivalState},
};
use jiff::Timestamp;
use sqlx::{FromRow, Row, SqliteConnection, sqlite::SqliteRow};

/// What is known of a conversation that is to be read.
#[derive(Debug, Clone)]
pub struct NewArrival {
    /// iAdvize's id.
    pub conversation_id: String,
    /// Whose account it is in.
    pub account: String,
    /// Its project's id.
    pub project: Option<String>,
    /// Its channel.
    pub channel: Option<String>,
    /// Who answered for the company.
    pub operators: Vec<String>,
    /// When it closed.
    pub closed_at: Timestamp,
    /// When it is to be read.
    pub due_at: Timestamp,
}

/// How a row that the list of closed conversations gives goes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing {
    /// Whether the past is being gone through, which waits behind what is new.
    pub backfill: bool,
    /// Whether the lead waits for the admin.
    pub review: bool,
}

/// A conversation that the caller alone reads until the lease runs out.
#[derive(Debug, Clone)]
pub struct ClaimedArrival {
    /// iAdvize's id.
    pub conversation_id: String,
    /// Whose account it is in.
    pub account: String,
    /// Its project's id, as far as known.
    pub project: Option<String>,
    /// Its channel, as far as known.
    pub channel: Option<String>,
    /// Who answered, as far as known.
    pub operators: Vec<String>,
    /// How far its being asked for has come: what is asked for later is done later.
    pub wanted: i64,
    /// Which try this is, from 1.
    pub attempt: u32,
    /// Whether its lead waits for the admin.
    pub review: bool,
}

/// How reading a conversation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArrivalEnd {
    /// It is kept. It closed then, if it did.
    Read(Option<Timestamp>),
    /// A rule leaves it out, for this reason.
    LeftOut(Said),
    /// To be tried again then.
    Retry(Timestamp, Said),
    /// Nothing was learnt of it: to be tried then, as if it had not been tried now.
    Postpone(Timestamp, Said),
    /// Given up; kept.
    Failed(Said),
}

/// A webhook asks for a conversation. Answers what it raised `wanted` to. One that was read after
/// it had closed is not asked for again.
pub(super) async fn call(
    connection: &mut SqliteConnection,
    arrival: &NewArrival,
    now: Timestamp,
) -> sqlx::Result<i64> {
    const READ: &str = "(state = 'read' AND read_closed_at >= excluded.closed_at)";
    let sql = format!(
        "INSERT INTO arrivals (conversation_id, account, origin, project, channel, operators, closed_at,
           seen_at, webhook_at, state, due_at)
         VALUES (?1, ?2, 'webhook', ?3, ?4, ?5, ?6, ?7, ?7, 'waiting', ?8)
         ON CONFLICT (conversation_id) DO UPDATE SET
           account = excluded.account,
           project = COALESCE(excluded.project, project),
           channel = COALESCE(excluded.channel, channel),
           operators = (SELECT json_group_array(value) FROM
             (SELECT value FROM json_each(arrivals.operators) UNION SELECT value FROM json_each(excluded.operators))),
           webhook_at = COALESCE(webhook_at, excluded.webhook_at),
           wanted = wanted + NOT {READ},
           due_at = CASE WHEN {READ} THEN due_at ELSE excluded.due_at END,
           attempts = CASE WHEN {READ} THEN attempts ELSE 0 END,
           priority = CASE WHEN {READ} THEN priority ELSE 0 END,
           problem = CASE WHEN {READ} THEN problem END,
           state = CASE WHEN {READ} THEN state ELSE 'waiting' END,
           closed_at = MAX(closed_at, excluded.closed_at)
         RETURNING wanted"
    );
    sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(&arrival.conversation_id)
        .bind(&arrival.account)
        .bind(&arrival.project)
        .bind(&arrival.channel)
        .bind(json_list(&arrival.operators)?)
        .bind(millis(arrival.closed_at))
        .bind(millis(now))
        .bind(millis(arrival.due_at))
        .fetch_one(connection)
        .await
}

/// Something more is known of conversations that were read: they are read again then. Answers the
/// `wanted` of the last one; none where none of them is here yet, since reading it will find all.
pub(super) async fn amend(
    connection: &mut SqliteConnection,
    conversations: &[String],
    due_at: Timestamp,
) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar(
        "UPDATE arrivals SET
           wanted = wanted + (state IN ('read', 'failed')),
           due_at = CASE WHEN state IN ('read', 'failed') THEN ?2 ELSE due_at END,
           attempts = CASE WHEN state IN ('read', 'failed') THEN 0 ELSE attempts END,
           state = CASE WHEN state IN ('read', 'failed') THEN 'waiting' ELSE state END
         WHERE conversation_id IN (SELECT value FROM json_each(?1)) RETURNING wanted",
    )
    .bind(json_list(conversations)?)
    .bind(millis(due_at))
    .fetch_all(connection)
    .await
    .map(|raised: Vec<i64>| raised.into_iter().next_back())
}

/// The list of closed conversations names one. Answers whether it was unknown here.
pub(super) async fn list(
    connection: &mut SqliteConnection,
    arrival: &NewArrival,
    listing: Listing,
    now: Timestamp,
) -> sqlx::Result<bool> {
    // Read since it closed, or waiting anyway: only noted. Closed once more since: read again.
    const STALE: &str = "(state = 'read' AND COALESCE(read_closed_at, 0) < excluded.closed_at)";
    let sql = format!(
        "INSERT INTO arrivals (conversation_id, account, origin, project, channel, operators, closed_at,
           seen_at, listed_at, state, due_at, priority, review)
         VALUES (?1, ?2, ?9, ?3, ?4, ?5, ?6, ?7, ?7, 'waiting', ?8, ?10, ?11)
         ON CONFLICT (conversation_id) DO UPDATE SET
           account = excluded.account,
           project = COALESCE(excluded.project, project),
           channel = COALESCE(excluded.channel, channel),
           operators = (SELECT json_group_array(value) FROM
             (SELECT value FROM json_each(arrivals.operators) UNION SELECT value FROM json_each(excluded.operators))),
           listed_at = COALESCE(listed_at, excluded.listed_at),
           wanted = wanted + {STALE},
           due_at = CASE WHEN {STALE} THEN excluded.due_at ELSE due_at END,
           attempts = CASE WHEN {STALE} THEN 0 ELSE attempts END,
           state = CASE WHEN {STALE} THEN 'waiting' ELSE state END,
           closed_at = MAX(closed_at, excluded.closed_at)"
    );
    let known: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM arrivals WHERE conversation_id = ?)")
            .bind(&arrival.conversation_id)
            .fetch_one(&mut *connection)
            .await?;
    let origin = if listing.backfill { ArrivalOrigin::Backfill } else { ArrivalOrigin::Sweep };
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(&arrival.conversation_id)
        .bind(&arrival.account)
        .bind(&arrival.project)
        .bind(&arrival.channel)
        .bind(json_list(&arrival.operators)?)
        .bind(millis(arrival.closed_at))
        .bind(millis(now))
        .bind(millis(arrival.due_at))
        .bind(name(origin))
        .bind(listing.backfill)
        .bind(listing.review)
        .execute(connection)
        .await?;
    Ok(!known)
}

/// Say how reading ended, and give up the lease. What was asked for meanwhile is done next.
pub(super) async fn end(
    connection: &mut SqliteConnection,
    claimed: &ClaimedArrival,
    end: &ArrivalEnd,
    now: Timestamp,
) -> sqlx::Result<()> {
    let (state, due, problem, closed) = match end {
        ArrivalEnd::Read(closed) => (ArrivalState::Read, None, None, *closed),
        ArrivalEnd::LeftOut(why) => (ArrivalState::LeftOut, None, Some(why), None),
        ArrivalEnd::Retry(due, why) | ArrivalEnd::Postpone(due, why) => {
            (ArrivalState::Retrying, Some(*due), Some(why), None)
        }
        ArrivalEnd::Failed(why) => (ArrivalState::Failed, None, Some(why), None),
    };
    let read = matches!(end, ArrivalEnd::Read(_));
    sqlx::query(
        "UPDATE arrivals SET
           state = CASE WHEN wanted > ?2 THEN 'waiting' ELSE ?3 END,
           due_at = CASE WHEN wanted > ?2 THEN due_at ELSE ?4 END,
           problem = CASE WHEN wanted > ?2 THEN NULL ELSE ?5 END,
           attempts = CASE WHEN wanted > ?2 OR ?8 THEN 0 ELSE attempts + ?6 END,
           done = CASE WHEN ?4 IS NULL THEN ?2 ELSE done END,
           read_closed_at = MAX(COALESCE(read_closed_at, ?7), COALESCE(?7, read_closed_at)),
           closed_at = MAX(closed_at, COALESCE(?7, closed_at)),
           read_at = CASE WHEN ?8 THEN ?9 ELSE read_at END, lease_until = NULL
         WHERE conversation_id = ?1",
    )
    .bind(&claimed.conversation_id)
    .bind(claimed.wanted)
    .bind(name(state))
    .bind(due.map(millis))
    .bind(problem.map(json).transpose()?)
    .bind(i64::from(!matches!(end, ArrivalEnd::Postpone(..))))
    .bind(closed.map(millis))
    .bind(read)
    .bind(millis(now))
    .execute(connection)
    .await
    .map(drop)
}

impl Store {
    /// Take the conversations that are due longest, at most so many, until the lease runs out:
    /// those of the past only when nothing new is due. None of an account that rests.
    pub async fn claim_arrivals(
        &self,
        now: Timestamp,
        lease_until: Timestamp,
        limit: u32,
        resting: &[String],
    ) -> sqlx::Result<Vec<ClaimedArrival>> {
        let mut claimed = Vec::new();
        for priority in [0, 1] {
            let left = limit.saturating_sub(claimed.len() as u32);
            if left == 0 || (priority == 1 && !claimed.is_empty()) {
                break;
            }
            let rows: Vec<Claimed> = sqlx::query_as(
                "UPDATE arrivals SET lease_until = ?2 WHERE conversation_id IN (
                   SELECT conversation_id FROM arrivals
                   WHERE priority = ?3 AND due_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
                     AND account NOT IN (SELECT value FROM json_each(?5))
                   ORDER BY due_at LIMIT ?4)
                 RETURNING conversation_id, account, project, channel, operators, wanted, attempts, review",
            )
            .bind(millis(now))
            .bind(millis(lease_until))
            .bind(priority)
            .bind(left)
            .bind(json_list(resting)?)
            .fetch_all(&self.writer)
            .await?;
            claimed.extend(rows.into_iter().map(|row| row.0));
        }
        Ok(claimed)
    }

    /// Say how reading a conversation ended that is not kept, and give up the lease.
    pub async fn end_arrival(
        &self,
        claimed: &ClaimedArrival,
        how: &ArrivalEnd,
        now: Timestamp,
    ) -> sqlx::Result<()> {
        end(&mut *self.writer.acquire().await?, claimed, how, now).await
    }

    /// Let what waits for another try, or was given up, be tried now: something has been mended.
    pub async fn hurry_arrivals(&self, now: Timestamp) -> sqlx::Result<()> {
        sqlx::query(
            "UPDATE arrivals SET state = 'retrying', due_at = ?, attempts = 0
             WHERE state IN ('retrying', 'failed')",
        )
        .bind(millis(now))
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// Handle again what the rules left out, or what was given up: these conversations, or all of
    /// them. Answers how many.
    pub async fn ask_again(
        &self,
        conversations: Option<&[String]>,
        now: Timestamp,
    ) -> sqlx::Result<u64> {
        let done = sqlx::query(
            "UPDATE arrivals SET wanted = wanted + 1, state = 'waiting', due_at = ?1, attempts = 0,
               problem = NULL
             WHERE CASE WHEN ?2 IS NULL THEN state = 'left_out'
                   ELSE conversation_id IN (SELECT value FROM json_each(?2)) END",
        )
        .bind(millis(now))
        .bind(conversations.map(json_list).transpose()?)
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected())
    }

    /// When the next conversation is due, or its lease runs out; not of an account that rests.
    pub async fn next_arrival_due(&self, resting: &[String]) -> sqlx::Result<Option<Timestamp>> {
        let due: Option<i64> = sqlx::query_scalar(
            "SELECT MIN(MAX(due_at, COALESCE(lease_until, due_at))) FROM arrivals
             WHERE due_at IS NOT NULL AND account NOT IN (SELECT value FROM json_each(?))",
        )
        .bind(json_list(resting)?)
        .fetch_one(&self.reader)
        .await?;
        Ok(due.map(timestamp))
    }
}

struct Claimed(ClaimedArrival);

impl FromRow<'_, SqliteRow> for Claimed {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let operators: &str = row.try_get("operators")?;
        let operators =
            serde_json::from_str(operators).map_err(|e| sqlx::Error::Decode(e.into()))?;
        Ok(Self(ClaimedArrival {
            conversation_id: row.try_get("conversation_id")?,
            account: row.try_get("account")?,
            project: row.try_get("project")?,
            channel: row.try_get("channel")?,
            operators,
            wanted: row.try_get("wanted")?,
            attempt: row.try_get::<u32, _>("attempts")? + 1,
            review: row.try_get("review")?,
        }))
    }
}
