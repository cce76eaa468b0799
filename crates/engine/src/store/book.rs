//! The built-in destination's own tables.

use super::{Store, millis, timestamp};
use jiff::Timestamp;
use sqlx::Row;
use std::collections::BTreeMap;

/// One person of the lead book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookRecord {
    /// Its number.
    pub id: i64,
    /// The person's email: the key.
    pub email: String,
    /// Its fields.
    pub fields: BTreeMap<String, String>,
    /// When it was first written.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

impl Store {
    /// Write a person's fields; those not named stay. Answers its number.
    pub async fn book_upsert(
        &self,
        email: &str,
        fields: &BTreeMap<String, String>,
        now: Timestamp,
    ) -> sqlx::Result<i64> {
        sqlx::query_scalar(
            "INSERT INTO lead_book (email, fields, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
             ON CONFLICT (email) DO UPDATE SET fields = json_patch(fields, ?2), updated_at = ?3
             RETURNING id",
        )
        .bind(email)
        .bind(super::settings::json(fields)?)
        .bind(millis(now))
        .fetch_one(&self.writer)
        .await
    }

    /// Add a note to a person, unless one of this marker is there. Answers its number.
    pub async fn book_note(
        &self,
        record: i64,
        marker: &str,
        body: &str,
        now: Timestamp,
    ) -> sqlx::Result<i64> {
        sqlx::query_scalar(
            "INSERT INTO lead_book_notes (record_id, marker, body, at) VALUES (?, ?, ?, ?)
             ON CONFLICT (record_id, marker) DO UPDATE SET body = excluded.body RETURNING id",
        )
        .bind(record)
        .bind(marker)
        .bind(body)
        .bind(millis(now))
        .fetch_one(&self.writer)
        .await
    }

    /// The person of this email.
    pub async fn book_find(&self, email: &str) -> sqlx::Result<Option<BookRecord>> {
        let row = sqlx::query("SELECT * FROM lead_book WHERE email = ?")
            .bind(email)
            .fetch_optional(&self.reader)
            .await?;
        row.as_ref().map(record).transpose()
    }

    /// Everyone, in the order they came.
    pub async fn book(&self) -> sqlx::Result<Vec<BookRecord>> {
        let rows =
            sqlx::query("SELECT * FROM lead_book ORDER BY id").fetch_all(&self.reader).await?;
        rows.iter().map(record).collect()
    }
}

fn record(row: &sqlx::sqlite::SqliteRow) -> sqlx::Result<BookRecord> {
    let fields: &str = row.try_get("fields")?;
    Ok(BookRecord {
        id: row.try_get("id")?,
        email: row.try_get("email")?,
        fields: serde_json::from_str(fields).map_err(|e| sqlx::Error::Decode(e.into()))?,
        created_at: timestamp(row.try_get("created_at")?),
        updated_at: timestamp(row.try_get("updated_at")?),
    })
}
