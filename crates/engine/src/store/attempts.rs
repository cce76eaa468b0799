//! Every try to send a lead.

use super::{Store, named, said, timestamp};
use crate::types::AttemptView;
use sqlx::{Row, sqlite::SqliteRow};

impl Store {
    /// A lead's tries at this destination, newest first.
    pub async fn attempts(&self, lead: &str, destination: &str) -> sqlx::Result<Vec<AttemptView>> {
        let rows = sqlx::query(
            "SELECT a.* FROM attempts a JOIN deliveries d ON d.id = a.delivery_id
             WHERE d.lead_id = ? AND d.destination = ? ORDER BY a.number DESC",
        )
        .bind(lead)
        .bind(destination)
        .fetch_all(&self.reader)
        .await?;
        rows.iter().map(view).collect()
    }
}

fn view(row: &SqliteRow) -> sqlx::Result<AttemptView> {
    let outcome: Option<&str> = row.try_get("outcome")?;
    let finished: Option<i64> = row.try_get("finished_at")?;
    Ok(AttemptView {
        number: row.try_get("number")?,
        started_at: timestamp(row.try_get("started_at")?).to_string(),
        finished_at: finished.map(|at| timestamp(at).to_string()),
        trigger: named(row.try_get("trigger")?)?,
        outcome: outcome.map(named).transpose()?,
        message: said(row.try_get("message")?),
    })
}
