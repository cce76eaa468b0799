//! Question sets: drafts and versions.

use super::{InUse, Store, in_use::IN_USE, millis, timestamp};
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection, SqliteExecutor};

/// A question set as kept.
#[derive(Debug, Clone)]
pub struct KeptSet {
    /// Its id.
    pub id: String,
    /// The draft, as JSON.
    pub draft: String,
    /// Grows with each change of the draft.
    pub revision: u32,
    /// When the draft was last changed.
    pub edited_at: Timestamp,
    /// The latest version's number and JSON.
    pub latest: Option<(u32, String)>,
}

/// A version of a question set.
#[derive(Debug, Clone)]
pub struct KeptVersion {
    /// Its number, from 1.
    pub number: u32,
    /// The set, as JSON.
    pub json: String,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// How many conversations were read with it.
    pub conversations: u32,
}

const SETS: &str = "SELECT s.id, s.draft, s.revision, s.edited_at, v.number, v.json
   FROM question_sets s LEFT JOIN question_versions v ON v.set_id = s.id
     AND v.number = (SELECT MAX(number) FROM question_versions WHERE set_id = s.id)";

impl Store {
    /// Every set that is not deleted, the last changed first.
    pub async fn question_sets(&self) -> sqlx::Result<Vec<KeptSet>> {
        let sql = format!("{SETS} WHERE s.deleted_at IS NULL ORDER BY s.edited_at DESC, s.id");
        let rows: Vec<SetRow> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(&self.reader).await?;
        Ok(rows.into_iter().map(SetRow::kept).collect())
    }

    /// A set that is not deleted.
    pub async fn question_set(&self, id: &str) -> sqlx::Result<Option<KeptSet>> {
        let sql = format!("{SETS} WHERE s.deleted_at IS NULL AND s.id = ?");
        let row: Option<SetRow> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(&self.reader).await?;
        Ok(row.map(SetRow::kept))
    }

    /// A set's versions, the newest first.
    pub async fn question_versions(&self, id: &str) -> sqlx::Result<Vec<KeptVersion>> {
        let rows: Vec<(u32, String, i64, u32)> = sqlx::query_as(
            "SELECT v.number, v.json, v.saved_at,
               (SELECT COUNT(*) FROM conversations c WHERE c.set_id = v.set_id AND c.set_version = v.number)
             FROM question_versions v WHERE v.set_id = ? ORDER BY v.number DESC",
        )
        .bind(id)
        .fetch_all(&self.reader)
        .await?;
        let kept = |(number, json, saved_at, conversations)| KeptVersion {
            number,
            json,
            saved_at: timestamp(saved_at),
            conversations,
        };
        Ok(rows.into_iter().map(kept).collect())
    }

    /// One version, as JSON.
    pub async fn question_version(&self, id: &str, number: u32) -> sqlx::Result<Option<String>> {
        sqlx::query_scalar("SELECT json FROM question_versions WHERE set_id = ? AND number = ?")
            .bind(id)
            .bind(number)
            .fetch_optional(&self.reader)
            .await
    }

    /// The newest version of the set of this name, with its JSON.
    pub async fn newest_version(&self, name: &str) -> sqlx::Result<Option<InUse>> {
        let row: Option<(String, u32, String)> = sqlx::query_as(
            "SELECT v.set_id, v.number, v.json FROM question_versions v
             JOIN question_sets s ON s.id = v.set_id AND s.deleted_at IS NULL
             WHERE v.json ->> 'name' = ? ORDER BY s.edited_at DESC, v.number DESC LIMIT 1",
        )
        .bind(name)
        .fetch_optional(&self.reader)
        .await?;
        Ok(row.map(|(set, number, json)| InUse { set, number, json }))
    }

    /// Keep a new set.
    pub async fn add_question_set(
        &self,
        id: &str,
        draft: &str,
        now: Timestamp,
    ) -> sqlx::Result<()> {
        insert_set(&self.writer, id, draft, now).await
    }

    /// Keep a set's draft, if the one that is kept is of this revision (or of any, for `None`).
    /// Answers the new revision; nothing where the set is gone or another draft is kept.
    pub async fn save_draft(
        &self,
        id: &str,
        draft: &str,
        revision: Option<u32>,
        now: Timestamp,
    ) -> sqlx::Result<Option<u32>> {
        sqlx::query_scalar(
            "UPDATE question_sets SET draft = ?2, revision = revision + 1, edited_at = ?4
             WHERE id = ?1 AND deleted_at IS NULL AND (?3 IS NULL OR revision = ?3)
             RETURNING revision",
        )
        .bind(id)
        .bind(draft)
        .bind(revision)
        .bind(millis(now))
        .fetch_optional(&self.writer)
        .await
    }

    /// Keep the draft of this revision, written as versions are, as a version. Answers its number,
    /// the latest one's where that is the same; nothing where the set is gone or another draft is
    /// kept.
    pub async fn add_question_version(
        &self,
        id: &str,
        json: &str,
        revision: u32,
        now: Timestamp,
    ) -> sqlx::Result<Option<u32>> {
        let mut tx = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let is_kept: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM question_sets
               WHERE id = ? AND revision = ? AND deleted_at IS NULL)",
        )
        .bind(id)
        .bind(revision)
        .fetch_one(&mut *tx)
        .await?;
        if !is_kept {
            return Ok(None);
        }
        let number = add_version(&mut tx, id, json, now).await?;
        tx.commit().await?;
        Ok(Some(number))
    }

    /// Delete a set that is not in use, or take that back. False where there is nothing to delete
    /// or take back.
    pub async fn delete_question_set(&self, id: &str, at: Option<Timestamp>) -> sqlx::Result<bool> {
        let done = sqlx::query(
            "UPDATE question_sets SET deleted_at = ?2
             WHERE id = ?1 AND (deleted_at IS NULL) = (?2 IS NOT NULL) AND (?2 IS NULL OR id IS NOT
               (SELECT value ->> 0 FROM settings WHERE name = ?3))",
        )
        .bind(id)
        .bind(at.map(millis))
        .bind(IN_USE)
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() == 1)
    }
}

pub async fn insert_set(
    executor: impl SqliteExecutor<'_>,
    id: &str,
    draft: &str,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query("INSERT INTO question_sets (id, draft, edited_at) VALUES (?, ?, ?)")
        .bind(id)
        .bind(draft)
        .bind(millis(now))
        .execute(executor)
        .await
        .map(drop)
}

/// Keep a version. Answers its number; the latest one's where that says the same: what is older
/// is history, and going back to it is a step of its own. A draft that nobody has changed since
/// the latest version goes along.
pub async fn add_version(
    connection: &mut SqliteConnection,
    id: &str,
    json: &str,
    now: Timestamp,
) -> sqlx::Result<u32> {
    let latest: Option<(u32, String)> = sqlx::query_as(
        "SELECT number, json FROM question_versions WHERE set_id = ? ORDER BY number DESC LIMIT 1",
    )
    .bind(id)
    .fetch_optional(&mut *connection)
    .await?;
    if let Some((number, _)) = latest.filter(|(_, kept)| kept == json) {
        return Ok(number);
    }
    sqlx::query(
        "UPDATE question_sets SET draft = ?2, revision = revision + 1, edited_at = ?3
         WHERE id = ?1 AND draft = (SELECT json FROM question_versions WHERE set_id = ?1
           ORDER BY number DESC LIMIT 1)",
    )
    .bind(id)
    .bind(json)
    .bind(millis(now))
    .execute(&mut *connection)
    .await?;
    sqlx::query_scalar(
        "INSERT INTO question_versions (set_id, number, json, saved_at)
         SELECT ?1, COALESCE(MAX(number), 0) + 1, ?2, ?3 FROM question_versions WHERE set_id = ?1
         RETURNING number",
    )
    .bind(id)
    .bind(json)
    .bind(millis(now))
    .fetch_one(connection)
    .await
}

#[derive(FromRow)]
struct SetRow {
    id: String,
    draft: String,
    revision: u32,
    edited_at: i64,
    number: Option<u32>,
    json: Option<String>,
}

impl SetRow {
    fn kept(self) -> KeptSet {
        KeptSet {
            id: self.id,
            draft: self.draft,
            revision: self.revision,
            edited_at: timestamp(self.edited_at),
            latest: self.number.zip(self.json),
        }
    }
}
