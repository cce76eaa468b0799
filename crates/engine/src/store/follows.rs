//! Conversations that are followed while they are open.

use super::{NewArrival, Store, millis, timestamp};
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteConnection};

/// A conversation whose turn it is to be looked at.
#[derive(Debug, Clone, FromRow)]
pub struct Followed {
    /// iAdvize's id.
    pub conversation_id: String,
    /// Whose account it is in.
    pub account: String,
    /// How long the last wait was, in seconds.
    pub wait_seconds: i64,
    /// How many messages it had then.
    pub messages: i64,
}

/// Begin to follow a conversation, unless it closed after this.
pub(super) async fn begin(
    connection: &mut SqliteConnection,
    arrival: &NewArrival,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO followed (conversation_id, account, since, due_at, wait_seconds)
         SELECT ?1, ?2, ?3, ?4, 0 WHERE NOT EXISTS
           (SELECT 1 FROM arrivals WHERE conversation_id = ?1 AND closed_at >= ?5)
         ON CONFLICT DO NOTHING",
    )
    .bind(&arrival.conversation_id)
    .bind(&arrival.account)
    .bind(millis(now))
    .bind(millis(arrival.due_at))
    .bind(millis(arrival.closed_at))
    .execute(connection)
    .await
    .map(drop)
}

/// Follow a conversation no more.
pub(super) async fn end(connection: &mut SqliteConnection, conversation: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM followed WHERE conversation_id = ?")
        .bind(conversation)
        .execute(connection)
        .await
        .map(drop)
}

/// The hour that a call belongs to.
fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(3_600)
}

impl Store {
    /// The followed conversation that is due longest, counted as a call of this hour; none when
    /// the hour's calls are spent.
    pub async fn next_look(&self, now: Timestamp, cap: u32) -> sqlx::Result<Option<Followed>> {
        let due: bool =
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM followed WHERE due_at <= ?)")
                .bind(millis(now))
                .fetch_one(&self.reader)
                .await?;
        if !due {
            return Ok(None);
        }
        let mut tx = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let spent: Option<i64> =
            sqlx::query_scalar("SELECT calls FROM followed_calls WHERE hour = ?")
                .bind(hour(now))
                .fetch_optional(&mut *tx)
                .await?;
        if spent.unwrap_or(0) >= i64::from(cap) {
            return Ok(None);
        }
        let followed: Option<Followed> = sqlx::query_as(
            "SELECT conversation_id, account, wait_seconds, messages FROM followed
             WHERE due_at <= ? ORDER BY due_at LIMIT 1",
        )
        .bind(millis(now))
        .fetch_optional(&mut *tx)
        .await?;
        if followed.is_some() {
            sqlx::query(
                "INSERT INTO followed_calls (hour, calls) VALUES (?1, 1)
                 ON CONFLICT DO UPDATE SET calls = calls + 1",
            )
            .bind(hour(now))
            .execute(&mut *tx)
            .await?;
            sqlx::query("DELETE FROM followed_calls WHERE hour < ? - 48")
                .bind(hour(now))
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        Ok(followed)
    }

    /// Look at it again after this wait.
    pub async fn follow_on(
        &self,
        conversation: &str,
        messages: i64,
        wait: SignedDuration,
        now: Timestamp,
    ) -> sqlx::Result<()> {
        sqlx::query(
            "UPDATE followed SET messages = ?2, wait_seconds = ?3, due_at = ?4, calls = calls + 1
             WHERE conversation_id = ?1",
        )
        .bind(conversation)
        .bind(messages)
        .bind(wait.as_secs())
        .bind(millis(now + wait))
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// Follow it no more.
    pub async fn unfollow(&self, conversation: &str) -> sqlx::Result<()> {
        end(&mut *self.writer.acquire().await?, conversation).await
    }

    /// When the next followed conversation is due; when the hour's calls are spent, the next hour.
    pub async fn next_look_due(&self, now: Timestamp, cap: u32) -> sqlx::Result<Option<Timestamp>> {
        let due: Option<i64> =
            sqlx::query_scalar("SELECT MIN(due_at) FROM followed").fetch_one(&self.reader).await?;
        let (_, spent) = self.following(now).await?;
        let next_hour = Timestamp::from_second((hour(now) + 1) * 3_600).unwrap_or(Timestamp::MAX);
        let rest = if spent >= cap { next_hour } else { Timestamp::MIN };
        Ok(due.map(|due| timestamp(due).max(rest)))
    }

    /// How many conversations are followed, and how many calls that has cost this hour.
    pub async fn following(&self, now: Timestamp) -> sqlx::Result<(u32, u32)> {
        sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM followed),
               COALESCE((SELECT calls FROM followed_calls WHERE hour = ?), 0)",
        )
        .bind(hour(now))
        .fetch_one(&self.reader)
        .await
    }
}
