//! What was expected, and what came.

use super::{Store, said, timestamp};
use crate::{said::Said, types::LedgerCounts};
use jiff::Timestamp;
use sqlx::{FromRow, Row, sqlite::SqliteRow};

/// The closed conversations of a quarter of an hour and a project: days are made of these, in any
/// time zone.
#[derive(Debug, Clone)]
pub struct Quarter {
    /// When it begins.
    pub at: Timestamp,
    /// The project's id.
    pub project: Option<String>,
    /// Its account.
    pub account: String,
    /// How many.
    pub counts: LedgerCounts,
}

/// A conversation that was given up.
#[derive(Debug, Clone)]
pub struct Missing {
    /// iAdvize's id.
    pub conversation_id: String,
    /// Its project's id.
    pub project: Option<String>,
    /// When it closed.
    pub closed_at: Timestamp,
    /// Why it could not be read.
    pub problem: Option<Said>,
}

impl Store {
    /// What closed since then.
    pub async fn quarters(&self, since: Timestamp) -> sqlx::Result<Vec<Quarter>> {
        sqlx::query_as(
            "SELECT closed_at / 900000 AS quarter, project, account, COUNT(*) AS expected,
               SUM(state = 'read' AND webhook_at IS NOT NULL) AS by_webhook,
               SUM(state = 'read' AND webhook_at IS NULL) AS recovered,
               SUM(state = 'left_out') AS left_out, SUM(due_at IS NOT NULL) AS waiting,
               SUM(state = 'failed') AS missing
             FROM arrivals WHERE closed_at >= ? GROUP BY 1, 2, 3 ORDER BY 1 DESC",
        )
        .bind(super::millis(since))
        .fetch_all(&self.reader)
        .await
    }

    /// The first of what was given up since then.
    pub async fn missing(&self, since: Timestamp, limit: u32) -> sqlx::Result<Vec<Missing>> {
        sqlx::query_as(
            "SELECT conversation_id, project, closed_at, problem FROM arrivals
             WHERE state = 'failed' AND closed_at >= ? ORDER BY closed_at DESC LIMIT ?",
        )
        .bind(super::millis(since))
        .bind(limit)
        .fetch_all(&self.reader)
        .await
    }

    /// The channels that conversations have come by.
    pub async fn channels(&self) -> sqlx::Result<Vec<String>> {
        sqlx::query_scalar(
            "SELECT DISTINCT channel FROM arrivals WHERE channel IS NOT NULL ORDER BY 1 LIMIT 50",
        )
        .fetch_all(&self.reader)
        .await
    }
}

impl FromRow<'_, SqliteRow> for Quarter {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            at: timestamp(row.try_get::<i64, _>("quarter")? * 900_000),
            project: row.try_get("project")?,
            account: row.try_get("account")?,
            counts: LedgerCounts {
                expected: row.try_get("expected")?,
                by_webhook: row.try_get("by_webhook")?,
                recovered: row.try_get("recovered")?,
                left_out: row.try_get("left_out")?,
                waiting: row.try_get("waiting")?,
                missing: row.try_get("missing")?,
            },
        })
    }
}

impl FromRow<'_, SqliteRow> for Missing {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            conversation_id: row.try_get("conversation_id")?,
            project: row.try_get("project")?,
            closed_at: timestamp(row.try_get("closed_at")?),
            problem: said(row.try_get("problem")?),
        })
    }
}
