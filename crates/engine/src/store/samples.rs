//! Samples, and what they are expected to give.

use super::{Store, millis};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A conversation kept as a sample.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KeptSample {
    /// Its id.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// The conversation, in the file's form.
    pub json: String,
    /// Whether what can tell who somebody is was replaced.
    pub anonymised: bool,
}

impl Store {
    /// Every sample that is not removed, by name.
    pub async fn samples(&self) -> sqlx::Result<Vec<KeptSample>> {
        sqlx::query_as(
            "SELECT id, name, json, anonymised FROM samples WHERE removed_at IS NULL
             ORDER BY name, id",
        )
        .fetch_all(&self.reader)
        .await
    }

    /// A sample that is not removed.
    pub async fn sample(&self, id: &str) -> sqlx::Result<Option<KeptSample>> {
        sqlx::query_as(
            "SELECT id, name, json, anonymised FROM samples WHERE removed_at IS NULL AND id = ?",
        )
        .bind(id)
        .fetch_optional(&self.reader)
        .await
    }

    /// Keep a sample.
    pub async fn add_sample(&self, sample: &KeptSample, now: Timestamp) -> sqlx::Result<()> {
        sqlx::query(
            "INSERT INTO samples (id, name, json, anonymised, kept_at) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(&sample.id)
        .bind(&sample.name)
        .bind(&sample.json)
        .bind(sample.anonymised)
        .bind(millis(now))
        .execute(&self.writer)
        .await
        .map(drop)
    }

    /// Remove a sample, or take that back. False where there is nothing to remove or take back.
    pub async fn remove_sample(&self, id: &str, at: Option<Timestamp>) -> sqlx::Result<bool> {
        let done = sqlx::query(
            "UPDATE samples SET removed_at = ?2
             WHERE id = ?1 AND (removed_at IS NULL) = (?2 IS NOT NULL)",
        )
        .bind(id)
        .bind(at.map(millis))
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// What a set's samples are expected to give, as JSON, by sample.
    pub async fn expectations(&self, set: &str) -> sqlx::Result<BTreeMap<String, String>> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT sample, answers FROM expectations WHERE set_id = ?")
                .bind(set)
                .fetch_all(&self.reader)
                .await?;
        Ok(rows.into_iter().collect())
    }

    /// Keep what a sample is expected to give, or forget it.
    pub async fn expect(
        &self,
        set: &str,
        sample: &str,
        answers: Option<&str>,
        now: Timestamp,
    ) -> sqlx::Result<()> {
        let query = match answers {
            Some(_) => {
                "INSERT OR REPLACE INTO expectations (set_id, sample, answers, kept_at)
                 VALUES (?1, ?2, ?3, ?4)"
            }
            None => {
                "DELETE FROM expectations
                 WHERE set_id = ?1 AND sample = ?2 AND ?3 IS NULL AND ?4 IS NOT NULL"
            }
        };
        sqlx::query(query)
            .bind(set)
            .bind(sample)
            .bind(answers)
            .bind(millis(now))
            .execute(&self.writer)
            .await
            .map(drop)
    }
}
