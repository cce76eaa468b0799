//! Deliveries of webhooks: those that were taken, with their events, and refused ones for a while.

use super::{
    NewEvent, Store, cursor, events,
    events::{PROBLEM, STATE},
    millis, name, named, page, pattern, said,
    settings::json,
    timestamp,
};
use crate::types::{
    HeaderView, LeadState, ReceiptDetail, ReceiptPage, ReceiptRow, SignatureVerdict,
};
use jiff::Timestamp;
use sqlx::{FromRow, Row, SqliteConnection, sqlite::SqliteRow};

/// How many refused deliveries are kept, and how many bytes of them: whoever sends nothing else
/// fills no disk.
const REFUSED_KEPT: i64 = 1_000;
const REFUSED_BYTES: i64 = 5 * 1024 * 1024;

/// The setting that holds how many refused ones were only counted.
const ONLY_COUNTED: &str = "receipts_only_counted";

/// A delivery to write down.
#[derive(Debug, Clone)]
pub struct NewReceipt {
    /// The account whose hook it came to.
    pub account: String,
    /// The method.
    pub method: String,
    /// The headers.
    pub headers: Vec<HeaderView>,
    /// iAdvize's id of the delivery.
    pub delivery_id: Option<String>,
    /// iAdvize's id of all tries.
    pub correlation_id: Option<String>,
    /// What its signature was worth.
    pub verdict: SignatureVerdict,
    /// What was answered.
    pub status: u16,
    /// How long it took, in microseconds.
    pub took_us: u32,
    /// How long its body is.
    pub size: u32,
    /// The beginning of a refused body.
    pub body: Option<Vec<u8>>,
}

/// Which deliveries are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReceiptFilter<'a> {
    /// Words in ids, the type, the conversation, the verdict or the body.
    pub search: &'a str,
    /// Only this verdict.
    pub verdict: Option<SignatureVerdict>,
    /// Only taken ones, or only refused ones.
    pub accepted: Option<bool>,
    /// Only this account's.
    pub account: Option<&'a str>,
}

/// A delivery's columns and its event's, as [`Listed`] reads them.
const COLUMNS: &str = "r.id, r.at, r.account, r.event_id, r.delivery_id, r.verdict, r.status, \
    r.took_us, r.size, r.replay, e.kind, e.conversation_id";

impl Store {
    /// Keep events with the deliveries that brought them, all under one flush. An event that is
    /// here already is counted once more.
    pub async fn add_deliveries(
        &self,
        deliveries: &[(NewEvent, NewReceipt)],
        now: Timestamp,
    ) -> sqlx::Result<()> {
        let mut tx = self.writer.begin().await?;
        for (event, receipt) in deliveries {
            events::add(&mut tx, event, now).await?;
            add(&mut tx, receipt, Some(&event.id), now).await?;
        }
        tx.commit().await
    }

    /// Write refused deliveries down, the oldest making room, and count those that could not be.
    pub async fn add_refused(
        &self,
        receipts: &[NewReceipt],
        only_counted: u32,
        now: Timestamp,
    ) -> sqlx::Result<()> {
        let mut tx = self.writer.begin().await?;
        for receipt in receipts {
            add(&mut tx, receipt, None, now).await?;
        }
        sqlx::query(
            "DELETE FROM receipts WHERE event_id IS NULL AND id <= (
               SELECT MAX(id) FROM (
                 SELECT id, ROW_NUMBER() OVER newest AS nth, SUM(bytes) OVER newest AS total
                 FROM receipts WHERE event_id IS NULL WINDOW newest AS (ORDER BY id DESC))
               WHERE nth > ?1 OR total > ?2)",
        )
        .bind(REFUSED_KEPT)
        .bind(REFUSED_BYTES)
        .execute(&mut *tx)
        .await?;
        if only_counted > 0 {
            sqlx::query(
                "INSERT INTO settings (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + ?2",
            )
            .bind(ONLY_COUNTED)
            .bind(i64::from(only_counted))
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await
    }

    /// Write down that an event is handled again, with the headers that it came with.
    pub async fn add_replay(&self, event: &str, now: Timestamp) -> sqlx::Result<()> {
        sqlx::query(
            "INSERT INTO receipts (at, account, method, path, headers, event_id, delivery_id,
               correlation_id, verdict, status, took_us, size, replay)
             SELECT ?2, account, method, path, headers, event_id, delivery_id, correlation_id,
               'not_checked', 0, 0, size, 1
             FROM receipts WHERE event_id = ?1 ORDER BY id DESC LIMIT 1",
        )
        .bind(event)
        .bind(millis(now))
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// A page of deliveries, newest first.
    pub async fn receipts(
        &self,
        filter: ReceiptFilter<'_>,
        limit: u32,
        after: Option<&str>,
    ) -> sqlx::Result<ReceiptPage> {
        let (at, id) = cursor(after);
        let sql = format!(
            "SELECT {COLUMNS}, {STATE} AS state, {PROBLEM} AS problem
             FROM receipts r LEFT JOIN events e ON e.id = r.event_id
             LEFT JOIN arrivals a ON a.conversation_id = e.conversation_id
             WHERE (r.at, r.id) < (?1, ?2)
               AND (?3 IS NULL OR r.verdict = ?3)
               AND (?4 IS NULL OR (r.event_id IS NOT NULL) = ?4)
               AND (?5 IS NULL OR r.account = ?5)
               AND (?6 = '%%' OR (r.id || ' ' || r.verdict || ' ' || COALESCE(r.event_id, '') || ' '
                 || COALESCE(r.delivery_id, '') || ' ' || COALESCE(r.correlation_id, '') || ' '
                 || COALESCE(e.kind, '') || ' ' || COALESCE(e.conversation_id, '')) LIKE ?6 ESCAPE '\\'
                 OR CAST(COALESCE(r.body, e.body) AS TEXT) LIKE ?6 ESCAPE '\\')
             ORDER BY r.at DESC, r.id DESC LIMIT ?7"
        );
        let rows: Vec<Listed> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(at)
            .bind(id.parse().unwrap_or(i64::MAX))
            .bind(filter.verdict.map(name))
            .bind(filter.accepted)
            .bind(filter.account)
            .bind(pattern(filter.search))
            .bind(i64::from(limit) + 1)
            .fetch_all(&self.reader)
            .await?;
        let (rows, next) = page(rows, limit, |row| (row.at, &row.row.id));
        let only_counted: Option<u32> =
            sqlx::query_scalar("SELECT CAST(value AS INTEGER) FROM settings WHERE name = ?")
                .bind(ONLY_COUNTED)
                .fetch_optional(&self.reader)
                .await?;
        let rows = rows.into_iter().map(|row| row.row).collect();
        Ok(ReceiptPage { rows, next, only_counted: only_counted.unwrap_or(0) })
    }

    /// One delivery: that of this number, or the last of this event.
    pub async fn receipt(&self, id: &str) -> sqlx::Result<Option<ReceiptDetail>> {
        let sql = format!(
            "SELECT {COLUMNS}, {STATE} AS state, {PROBLEM} AS problem, r.method, r.path, r.headers, r.correlation_id, e.deliveries,
               COALESCE(r.body, e.body, x'') AS body, l.id AS lead_id, d.state AS lead_state
             FROM receipts r LEFT JOIN events e ON e.id = r.event_id
             LEFT JOIN arrivals a ON a.conversation_id = e.conversation_id
             LEFT JOIN leads l ON l.conversation_id = e.conversation_id
             LEFT JOIN deliveries d ON d.lead_id = l.id AND d.destination =
               (SELECT value FROM settings WHERE name = 'destination_key')
             WHERE r.event_id = ?1 OR r.id = ?2
             ORDER BY r.event_id = ?1 DESC, r.id DESC LIMIT 1"
        );
        let row = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(id)
            .bind(id.parse::<i64>().ok())
            .fetch_optional(&self.reader)
            .await?;
        row.as_ref().map(detail).transpose()
    }
}

async fn add(
    connection: &mut SqliteConnection,
    receipt: &NewReceipt,
    event: Option<&str>,
    now: Timestamp,
) -> sqlx::Result<()> {
    let headers = json(&receipt.headers)?;
    let kept = headers.len() + receipt.body.as_ref().map_or(0, Vec::len);
    sqlx::query(
        "INSERT INTO receipts (at, account, method, path, headers, event_id, delivery_id,
           correlation_id, verdict, status, took_us, size, body, bytes)
         VALUES (?, ?, ?, '/hook/…', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(millis(now))
    .bind(&receipt.account)
    .bind(&receipt.method)
    .bind(headers)
    .bind(event)
    .bind(&receipt.delivery_id)
    .bind(&receipt.correlation_id)
    .bind(name(receipt.verdict))
    .bind(i64::from(receipt.status))
    .bind(i64::from(receipt.took_us))
    .bind(i64::from(receipt.size))
    .bind(&receipt.body)
    .bind(i64::try_from(kept).unwrap_or(i64::MAX))
    .execute(connection)
    .await
    .map(drop)
}

struct Listed {
    at: i64,
    row: ReceiptRow,
}

impl FromRow<'_, SqliteRow> for Listed {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let at = row.try_get("at")?;
        let state: Option<&str> = row.try_get("state")?;
        let listed = ReceiptRow {
            id: row.try_get::<i64, _>("id")?.to_string(),
            at: timestamp(at).to_string(),
            account: row.try_get("account")?,
            event_id: row.try_get("event_id")?,
            kind: row.try_get("kind")?,
            conversation_id: row.try_get("conversation_id")?,
            delivery_id: row.try_get("delivery_id")?,
            verdict: named(row.try_get("verdict")?)?,
            status: row.try_get("status")?,
            took_us: row.try_get("took_us")?,
            size: row.try_get("size")?,
            replay: row.try_get("replay")?,
            state: state.map(named).transpose()?,
            problem: said(row.try_get("problem")?),
        };
        Ok(Self { at, row: listed })
    }
}

fn detail(row: &SqliteRow) -> sqlx::Result<ReceiptDetail> {
    let headers: &str = row.try_get("headers")?;
    let headers = serde_json::from_str(headers).map_err(|e| sqlx::Error::Decode(e.into()))?;
    let lead: Option<&str> = row.try_get("lead_state")?;
    let lead: Option<LeadState> = lead.map(named).transpose()?;
    Ok(ReceiptDetail {
        row: Listed::from_row(row)?.row,
        method: row.try_get("method")?,
        path: row.try_get("path")?,
        headers,
        correlation_id: row.try_get("correlation_id")?,
        body: readable(row.try_get("body")?),
        deliveries: row.try_get("deliveries")?,
        lead_id: row.try_get("lead_id")?,
        lead,
    })
}

/// A body to be read: JSON on several lines, anything else as it came.
fn readable(body: &[u8]) -> String {
    let json: Option<serde_json::Value> = serde_json::from_slice(body).ok();
    let pretty = json.and_then(|json| serde_json::to_string_pretty(&json).ok());
    pretty.unwrap_or_else(|| String::from_utf8_lossy(body).into_owned())
}
