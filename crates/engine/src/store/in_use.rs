//! The configuration, and the version of a set that its questions are.
//!
//! Both change in one step, with the questions of that very change: whatever several programs do
//! at once, nobody's questions end in the history of another's set.

use super::{
    Store,
    questions::{add_version, insert_set},
    settings::{json, keep, kept},
};
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::{SqliteConnection, SqliteExecutor};

/// The name of the setting that holds the configuration.
const CONFIG: &str = "config";
/// The name of the setting that says which version conversations are read with.
pub const IN_USE: &str = "questions_in_use";
/// The name of the setting that moves with the secrets.
const SECRETS: &str = "secrets_version";

/// The version that conversations are read with.
#[derive(Debug, Clone)]
pub struct InUse {
    /// Its set.
    pub set: String,
    /// Its number.
    pub number: u32,
    /// The set, as JSON.
    pub json: String,
}

/// What a program goes by, as it was at one moment.
#[derive(Debug, Clone)]
pub struct KeptConfig<T> {
    /// The configuration; the default one where none is kept.
    pub config: T,
    /// The version that its questions are.
    pub in_use: Option<InUse>,
    /// Moves with the secrets.
    pub secrets: Option<String>,
}

/// What goes with a changed configuration.
#[derive(Debug, Default)]
pub struct Besides {
    /// Its questions, as versions are kept.
    pub questions: Option<String>,
    /// Other settings that follow from it; `None` forgets one.
    pub settings: Vec<(&'static str, Option<String>)>,
}

/// Which version the questions of a changed configuration are.
#[derive(Debug, Clone, Copy)]
pub enum Adopt<'a> {
    /// This one, of a set that is not deleted.
    Version(&'a str, u32),
    /// The one in use where it says the same; else the latest of the set of their name, a new one
    /// of it where that says something else, or the first of a new set with this id.
    Found(&'a str),
}

impl Store {
    /// The configuration and what goes with it, all of the same moment.
    pub async fn config<T: DeserializeOwned + Default>(&self) -> sqlx::Result<KeptConfig<T>> {
        let mut tx = self.reader.begin().await?;
        Ok(KeptConfig {
            config: kept(&mut tx, CONFIG).await?.unwrap_or_default(),
            in_use: in_use(&mut *tx).await?,
            secrets: kept(&mut tx, SECRETS).await?,
        })
    }

    /// Change the configuration, read and written in one step: nobody else's change falls between.
    /// Answers what it was and what it is; nothing, and nothing is changed, where the set of the
    /// version to adopt is gone.
    pub async fn change_config<T: Serialize + DeserializeOwned + Default + Clone + PartialEq>(
        &self,
        adopt: Adopt<'_>,
        now: Timestamp,
        change: impl FnOnce(&mut T) -> sqlx::Result<Besides>,
    ) -> sqlx::Result<Option<(T, T)>> {
        let mut tx = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let before: T = kept(&mut tx, CONFIG).await?.unwrap_or_default();
        let mut after = before.clone();
        let besides = change(&mut after)?;
        if after != before {
            keep(&mut tx, CONFIG, Some(&json(&after)?)).await?;
            for (name, value) in besides.settings {
                keep(&mut tx, name, value.as_deref()).await?;
            }
        }
        if !adopted(&mut tx, besides.questions.as_deref(), adopt, now).await? {
            return Ok(None);
        }
        tx.commit().await?;
        Ok(Some((before, after)))
    }
}

/// Say which version these questions are. False where its set is gone.
async fn adopted(
    connection: &mut SqliteConnection,
    questions: Option<&str>,
    adopt: Adopt<'_>,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let before = in_use(&mut *connection).await?;
    let version = match (adopt, questions) {
        (Adopt::Version(set, number), _) => {
            if !is_there(connection, set).await? {
                return Ok(false);
            }
            Some((set.to_owned(), number))
        }
        (Adopt::Found(new_set), Some(questions)) => {
            if before.as_ref().is_some_and(|before| before.json == questions) {
                return Ok(true);
            }
            let before = before.as_ref().map(|before| before.set.as_str());
            let set = match owner(connection, questions, before).await? {
                Some(set) => set,
                None => {
                    insert_set(&mut *connection, new_set, questions, now).await?;
                    new_set.to_owned()
                }
            };
            let number = add_version(connection, &set, questions, now).await?;
            Some((set, number))
        }
        (Adopt::Found(_), None) => None,
    };
    if before.map(|before| (before.set, before.number)) != version {
        let value = version.map(|version| json(&version)).transpose()?;
        keep(connection, IN_USE, value.as_deref()).await?;
    }
    Ok(true)
}

async fn in_use(executor: impl SqliteExecutor<'_>) -> sqlx::Result<Option<InUse>> {
    let row: Option<(String, u32, String)> = sqlx::query_as(
        "SELECT v.set_id, v.number, v.json FROM settings u JOIN question_versions v
           ON v.set_id = u.value ->> 0 AND v.number = u.value ->> 1 WHERE u.name = ?",
    )
    .bind(IN_USE)
    .fetch_optional(executor)
    .await?;
    Ok(row.map(|(set, number, json)| InUse { set, number, json }))
}

async fn is_there(connection: &mut SqliteConnection, set: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM question_sets WHERE id = ? AND deleted_at IS NULL)",
    )
    .bind(set)
    .fetch_one(connection)
    .await
}

/// Whose version these questions are. Of the set in use only if it has their name still: a file of
/// another name is another set.
async fn owner(
    connection: &mut SqliteConnection,
    questions: &str,
    before: Option<&str>,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar(
        "SELECT id FROM question_sets WHERE deleted_at IS NULL AND draft ->> 'name' = ?1 ->> 'name'
         ORDER BY id = ?2 DESC, edited_at DESC LIMIT 1",
    )
    .bind(questions)
    .bind(before)
    .fetch_optional(connection)
    .await
}
