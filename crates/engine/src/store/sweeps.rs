//! How far the list of closed conversations is known: as it is looked through every few minutes,
//! and over past times that somebody asked for.

use super::{
    Listing, NewArrival, Store, arrivals, millis, name, named, said, settings::json, timestamp,
};
use crate::{
    said::Said,
    types::{BackfillState, BackfillView, SweepView},
};
use jiff::Timestamp;
use sqlx::{FromRow, Row, SqliteConnection, sqlite::SqliteRow};

/// Whose list is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// The one that looks every few minutes, of this account.
    Sweep(String),
    /// The one of this id that goes over the past.
    Backfill(String),
}

/// A page of the list that is to be read now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuePage {
    /// Who reads it.
    pub reader: Reader,
    /// The account.
    pub account: String,
    /// All that closed before this is known.
    pub known_to: Timestamp,
    /// The end of the time that is being read, if its first page was.
    pub slice_to: Option<Timestamp>,
    /// Where the page begins.
    pub cursor: Option<String>,
    /// The end of all that is to be read, for a backfill.
    pub until: Option<Timestamp>,
    /// Whether the leads wait for the admin.
    pub review: bool,
    /// How often it has failed in a row.
    pub attempts: u32,
}

/// What follows a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// All that closed before this is known now.
    pub known_to: Timestamp,
    /// The end of the time that goes on being read, with the next page's beginning.
    pub page: Option<(Timestamp, String)>,
    /// When to go on; never for a backfill that is done.
    pub due_at: Option<Timestamp>,
}

impl Store {
    /// See that each account's list is looked through: from now on, for a new one.
    pub async fn begin_sweeps(&self, accounts: &[String], now: Timestamp) -> sqlx::Result<()> {
        let mut tx = self.writer.begin().await?;
        for account in accounts {
            sqlx::query(
                "INSERT INTO sweeps (account, proven_to, due_at) VALUES (?1, ?2, ?2)
                 ON CONFLICT DO NOTHING",
            )
            .bind(account)
            .bind(millis(now))
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await
    }

    /// Look through the lists as soon as may be.
    pub async fn hurry_sweeps(&self, now: Timestamp) -> sqlx::Result<()> {
        sqlx::query("UPDATE sweeps SET due_at = MIN(due_at, ?)")
            .bind(millis(now))
            .execute(&self.writer)
            .await
            .map(drop)
    }

    /// The page that is due longest, of these accounts: what is new before what is past.
    pub async fn due_page(
        &self,
        accounts: &[String],
        now: Timestamp,
    ) -> sqlx::Result<Option<DuePage>> {
        let accounts = super::json_list(accounts)?;
        let sweep: Option<DuePage> = sqlx::query_as(
            "SELECT 'sweep' AS reader, account AS id, account, proven_to AS known_to, slice_to, cursor,
               NULL AS until, 0 AS review, 0 AS attempts
             FROM sweeps WHERE due_at <= ?1 AND account IN (SELECT value FROM json_each(?2))
             ORDER BY due_at LIMIT 1",
        )
        .bind(millis(now))
        .bind(&accounts)
        .fetch_optional(&self.reader)
        .await?;
        if sweep.is_some() {
            return Ok(sweep);
        }
        sqlx::query_as(
            "SELECT 'backfill' AS reader, id, account, done_to AS known_to, slice_to, cursor, to_at AS until,
               review, attempts
             FROM backfills WHERE state = 'running' AND due_at <= ?1
               AND account IN (SELECT value FROM json_each(?2)) ORDER BY due_at LIMIT 1",
        )
        .bind(millis(now))
        .bind(&accounts)
        .fetch_optional(&self.reader)
        .await
    }

    /// When the next page is due, of these accounts.
    pub async fn next_page_due(&self, accounts: &[String]) -> sqlx::Result<Option<Timestamp>> {
        let due: Option<i64> = sqlx::query_scalar(
            "SELECT MIN(due_at) FROM (SELECT account, due_at FROM sweeps
               UNION ALL SELECT account, due_at FROM backfills WHERE state = 'running')
             WHERE account IN (SELECT value FROM json_each(?))",
        )
        .bind(super::json_list(accounts)?)
        .fetch_one(&self.reader)
        .await?;
        Ok(due.map(timestamp))
    }

    /// Keep a page's conversations and how far the list is known now, in one step. Answers how many
    /// of them were not known here.
    pub async fn keep_page(
        &self,
        page: &DuePage,
        rows: &[NewArrival],
        next: &Next,
        now: Timestamp,
    ) -> sqlx::Result<u32> {
        let mut tx = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let backfill = matches!(page.reader, Reader::Backfill(_));
        let mut new = 0;
        for row in rows {
            let listing = Listing { backfill, review: page.review };
            new += u32::from(arrivals::list(&mut tx, row, listing, now).await?);
        }
        move_on(&mut tx, page, next, (rows.len() as u32, new), now).await?;
        tx.commit().await?;
        Ok(new)
    }

    /// The page could not be read: try again then. `anew` reads its time from the first page.
    pub async fn put_page_off(
        &self,
        page: &DuePage,
        why: &Said,
        due_at: Timestamp,
        anew: bool,
    ) -> sqlx::Result<()> {
        let (sql, id) = match &page.reader {
            Reader::Sweep(account) => (
                "UPDATE sweeps SET due_at = ?2, problem = ?3, cursor = CASE WHEN ?4 THEN NULL ELSE cursor END
                 WHERE account = ?1",
                account,
            ),
            Reader::Backfill(id) => (
                "UPDATE backfills SET due_at = ?2, problem = ?3, attempts = attempts + 1,
                   cursor = CASE WHEN ?4 THEN NULL ELSE cursor END WHERE id = ?1",
                id,
            ),
        };
        sqlx::query(sql)
            .bind(id)
            .bind(millis(due_at))
            .bind(json(why)?)
            .bind(anew)
            .execute(&self.writer)
            .await
            .map(drop)
    }

    /// How far the lists are known.
    pub async fn sweeps(&self) -> sqlx::Result<Vec<SweepView>> {
        let rows =
            sqlx::query("SELECT * FROM sweeps ORDER BY account").fetch_all(&self.reader).await?;
        let view = |row: &SqliteRow| {
            Ok(SweepView {
                account: row.try_get("account")?,
                proven_to: timestamp(row.try_get("proven_to")?).to_string(),
                ran_at: row
                    .try_get::<Option<i64>, _>("ran_at")?
                    .map(|at| timestamp(at).to_string()),
                due_at: timestamp(row.try_get("due_at")?).to_string(),
                problem: said(row.try_get("problem")?),
            })
        };
        rows.iter().map(view).collect()
    }

    /// Begin to go over a past time.
    pub async fn begin_backfill(
        &self,
        id: &str,
        account: &str,
        (from, to): (Timestamp, Timestamp),
        review: bool,
        now: Timestamp,
    ) -> sqlx::Result<()> {
        sqlx::query(
            "INSERT INTO backfills (id, account, from_at, to_at, review, state, done_to, asked_at, due_at)
             VALUES (?1, ?2, ?3, ?4, ?5, 'running', ?3, ?6, ?6)",
        )
        .bind(id)
        .bind(account)
        .bind(millis(from))
        .bind(millis(to))
        .bind(review)
        .bind(millis(now))
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// Stop going over a past time. What it found and nobody has read yet is forgotten: it can be
    /// found again. Answers whether there was such a one.
    pub async fn stop_backfill(&self, id: &str, now: Timestamp) -> sqlx::Result<bool> {
        let mut tx = self.writer.begin().await?;
        let stopped = sqlx::query(
            "UPDATE backfills SET state = ?2, ended_at = ?3, due_at = NULL WHERE id = ?1 AND state = 'running'",
        )
        .bind(id)
        .bind(name(BackfillState::Stopped))
        .bind(millis(now))
        .execute(&mut *tx)
        .await?;
        sqlx::query(
            "DELETE FROM arrivals WHERE origin = 'backfill' AND done = 0 AND webhook_at IS NULL
               AND lease_until IS NULL AND due_at IS NOT NULL
               AND account = (SELECT account FROM backfills WHERE id = ?1)
               AND closed_at >= (SELECT from_at FROM backfills WHERE id = ?1)
               AND closed_at < (SELECT to_at FROM backfills WHERE id = ?1)",
        )
        .bind(id)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(stopped.rows_affected() > 0)
    }

    /// The past times that were gone over, the last asked for first.
    pub async fn backfills(&self) -> sqlx::Result<Vec<BackfillView>> {
        let rows: Vec<Backfill> = sqlx::query_as(
            "SELECT b.*,
               (SELECT COUNT(*) FROM arrivals a WHERE a.origin = 'backfill' AND a.account = b.account
                  AND a.closed_at >= b.from_at AND a.closed_at < b.to_at AND a.due_at IS NOT NULL) AS waiting,
               (SELECT COUNT(*) FROM arrivals a JOIN leads l ON l.conversation_id = a.conversation_id
                  JOIN deliveries d ON d.lead_id = l.id AND d.state = 'ready'
                WHERE a.review = 1 AND a.account = b.account
                  AND a.closed_at >= b.from_at AND a.closed_at < b.to_at) AS to_review
             FROM backfills b ORDER BY b.asked_at DESC, b.rowid DESC LIMIT 20",
        )
        .fetch_all(&self.reader)
        .await?;
        Ok(rows.into_iter().map(|row| row.0).collect())
    }
}

async fn move_on(
    connection: &mut SqliteConnection,
    page: &DuePage,
    next: &Next,
    (found, new): (u32, u32),
    now: Timestamp,
) -> sqlx::Result<()> {
    let (slice, cursor) = next.page.clone().unzip();
    let (sql, id) = match &page.reader {
        Reader::Sweep(account) => (
            "UPDATE sweeps SET proven_to = ?2, slice_to = ?3, cursor = ?4, due_at = ?5, ran_at = ?6,
               problem = NULL WHERE account = ?1 AND ?7 + ?8 >= 0",
            account,
        ),
        Reader::Backfill(id) => (
            "UPDATE backfills SET done_to = ?2, slice_to = ?3, cursor = ?4, due_at = ?5, problem = NULL,
               attempts = 0, found = found + ?7, new = new + ?8,
               state = CASE WHEN ?5 IS NULL AND state = 'running' THEN 'done' ELSE state END,
               ended_at = CASE WHEN ?5 IS NULL THEN ?6 ELSE ended_at END WHERE id = ?1",
            id,
        ),
    };
    sqlx::query(sql)
        .bind(id)
        .bind(millis(next.known_to))
        .bind(slice.map(millis))
        .bind(cursor)
        .bind(next.due_at.map(millis))
        .bind(millis(now))
        .bind(found)
        .bind(new)
        .execute(connection)
        .await
        .map(drop)
}

impl FromRow<'_, SqliteRow> for DuePage {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let id: String = row.try_get("id")?;
        let time =
            |column| Ok::<_, sqlx::Error>(row.try_get::<Option<i64>, _>(column)?.map(timestamp));
        Ok(Self {
            reader: match row.try_get("reader")? {
                "sweep" => Reader::Sweep(id),
                _ => Reader::Backfill(id),
            },
            account: row.try_get("account")?,
            known_to: timestamp(row.try_get("known_to")?),
            slice_to: time("slice_to")?,
            cursor: row.try_get("cursor")?,
            until: time("until")?,
            review: row.try_get("review")?,
            attempts: row.try_get("attempts")?,
        })
    }
}

struct Backfill(BackfillView);

impl FromRow<'_, SqliteRow> for Backfill {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let at = |column| row.try_get::<i64, _>(column);
        let (from, to, done) = (at("from_at")?, at("to_at")?, at("done_to")?);
        let whole = (to - from).max(1) as f64;
        Ok(Self(BackfillView {
            id: row.try_get("id")?,
            account: row.try_get("account")?,
            from: timestamp(from).to_string(),
            to: timestamp(to).to_string(),
            review: row.try_get("review")?,
            state: named(row.try_get("state")?)?,
            progress: ((done - from) as f64 / whole).clamp(0.0, 1.0),
            found: row.try_get("found")?,
            new: row.try_get("new")?,
            waiting: row.try_get("waiting")?,
            to_review: row.try_get("to_review")?,
            asked_at: timestamp(at("asked_at")?).to_string(),
            ended_at: row
                .try_get::<Option<i64>, _>("ended_at")?
                .map(|at| timestamp(at).to_string()),
            problem: said(row.try_get("problem")?),
        }))
    }
}
