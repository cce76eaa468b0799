//! What an admin set, as named JSON values.

use super::{Store, said};
use crate::said::Said;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::SqliteConnection;

impl Store {
    /// The value of this name. A value that no longer has its shape is an error, not absent.
    pub async fn setting<T: DeserializeOwned>(&self, name: &str) -> sqlx::Result<Option<T>> {
        let mut connection = self.reader.acquire().await?;
        kept(&mut connection, name).await
    }

    /// A kept sentence, of whatever version.
    pub async fn said_setting(&self, name: &str) -> sqlx::Result<Option<Said>> {
        let kept: Option<String> = sqlx::query_scalar("SELECT value FROM settings WHERE name = ?")
            .bind(name)
            .fetch_optional(&self.reader)
            .await?;
        Ok(said(kept.as_deref()))
    }

    /// Keep several values at once; `None` forgets one.
    pub async fn set(&self, values: &[(&str, Option<String>)]) -> sqlx::Result<()> {
        let mut tx = self.writer.begin().await?;
        for (name, value) in values {
            keep(&mut tx, name, value.as_deref()).await?;
        }
        tx.commit().await
    }

    /// The value of this name, kept now if there is none yet. Of two programs that try, one wins.
    pub async fn setting_or(&self, name: &str, new: &str) -> sqlx::Result<String> {
        sqlx::query("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .bind(name)
            .bind(json(&new)?)
            .execute(&self.writer)
            .await?;
        Ok(self.setting(name).await?.unwrap_or_else(|| new.to_owned()))
    }

    /// The value of this name; where there is none yet, the one of another name, which loses it, or
    /// a new one.
    pub async fn take_setting(&self, from: &str, name: &str, new: &str) -> sqlx::Result<String> {
        if let Some(there) = self.setting(name).await? {
            return Ok(there);
        }
        // Written before it is read: nobody else's write may fall between.
        let mut tx = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        if let Some(there) = kept(&mut tx, name).await? {
            return Ok(there);
        }
        let value: String = kept(&mut tx, from).await?.unwrap_or_else(|| new.to_owned());
        keep(&mut tx, from, None).await?;
        keep(&mut tx, name, Some(&json(&value)?)).await?;
        tx.commit().await?;
        Ok(value)
    }

    /// Keep one value.
    pub async fn set_one<T: Serialize>(&self, name: &str, value: &T) -> sqlx::Result<()> {
        self.set(&[(name, Some(json(value)?))]).await
    }
}

/// The value of this name.
pub async fn kept<T: DeserializeOwned>(
    connection: &mut SqliteConnection,
    name: &str,
) -> sqlx::Result<Option<T>> {
    let value: Option<String> = sqlx::query_scalar("SELECT value FROM settings WHERE name = ?")
        .bind(name)
        .fetch_optional(connection)
        .await?;
    let read = |json: String| serde_json::from_str(&json);
    let value = value.map(read).transpose();
    value.map_err(|error| sqlx::Error::Decode(format!("setting {name}: {error}").into()))
}

/// Keep the value of this name, as JSON, or forget it.
pub async fn keep(
    connection: &mut SqliteConnection,
    name: &str,
    value: Option<&str>,
) -> sqlx::Result<()> {
    let query = match value {
        Some(_) => "INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)",
        None => "DELETE FROM settings WHERE name = ?1 AND ?2 IS NULL",
    };
    sqlx::query(query).bind(name).bind(value).execute(connection).await.map(drop)
}

/// A value as kept.
pub fn json<T: Serialize>(value: &T) -> sqlx::Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}
