//! Leads: one a conversation.

use super::{Store, cursor, millis, name, named, page, pattern, said, timestamp};
use crate::types::{LeadCounts, LeadEmailSource, LeadPage, LeadRow, LeadState};
use jiff::Timestamp;
use sqlx::{FromRow, Row, SqliteConnection, sqlite::SqliteRow};

/// A lead as read from its conversation.
#[derive(Debug, Clone)]
pub struct NewLead {
    /// Its id, if it turns out to be new.
    pub id: String,
    /// The conversation it comes from.
    pub conversation_id: String,
    /// The person's name.
    pub name: Option<String>,
    /// The person's email, and who said so.
    pub email: Option<(String, LeadEmailSource)>,
}

/// A lead as kept.
#[derive(Debug, Clone)]
pub struct LeadSnapshot {
    /// Its id.
    pub id: String,
    /// The person's email.
    pub email: Option<String>,
}

/// Where a lead is that was never queued for a destination.
pub(super) fn state_without_delivery(email: Option<&str>) -> LeadState {
    if email.is_some() { LeadState::Ready } else { LeadState::NoEmail }
}

/// Keep a lead. What the admin supplied stays; an email that is gone at iAdvize is not forgotten.
pub(super) async fn upsert(
    connection: &mut SqliteConnection,
    lead: &NewLead,
    now: Timestamp,
) -> sqlx::Result<LeadSnapshot> {
    let (email, source) = lead.email.clone().unzip();
    let row = sqlx::query(
        "INSERT INTO leads (id, conversation_id, name, email, email_source, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (conversation_id) DO UPDATE SET
           name = COALESCE(?3, name),
           email = CASE WHEN email_source = 'admin' THEN email ELSE COALESCE(?4, email) END,
           email_source = CASE WHEN email_source = 'admin' THEN email_source ELSE COALESCE(?5, email_source) END
         RETURNING id, email",
    )
    .bind(&lead.id)
    .bind(&lead.conversation_id)
    .bind(&lead.name)
    .bind(email)
    .bind(source.map(name))
    .bind(millis(now))
    .fetch_one(connection)
    .await?;
    Ok(LeadSnapshot { id: row.try_get("id")?, email: row.try_get("email")? })
}

const LISTED: &str =
    "SELECT l.*, d.destination, d.state, d.due_at, d.record_id, d.problem, d.sent_at,
     (SELECT COUNT(*) FROM attempts a WHERE a.delivery_id = d.id) AS attempts
   FROM leads l LEFT JOIN deliveries d ON d.lead_id = l.id
     AND d.destination = (SELECT value FROM settings WHERE name = 'destination_key')";

/// A lead's state in SQL, also for one that was never queued.
const STATE: &str = "COALESCE(d.state, CASE WHEN l.email IS NULL THEN 'no_email' ELSE 'ready' END)";

impl Store {
    /// A page of leads, newest first.
    pub async fn leads(
        &self,
        search: &str,
        state: Option<LeadState>,
        limit: u32,
        after: Option<&str>,
    ) -> sqlx::Result<LeadPage> {
        let (at, id) = cursor(after);
        let sql = format!(
            "{LISTED} WHERE (l.created_at, l.id) < (?1, ?2)
               AND (l.id || ' ' || l.conversation_id || ' ' || COALESCE(l.name, '') || ' ' || COALESCE(l.email, '')) LIKE ?3 ESCAPE '\\'
               AND (?4 IS NULL OR {STATE} = ?4)
             ORDER BY l.created_at DESC, l.id DESC LIMIT ?5"
        );
        let rows: Vec<Listed> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(at)
            .bind(id)
            .bind(pattern(search))
            .bind(state.map(name))
            .bind(i64::from(limit) + 1)
            .fetch_all(&self.reader)
            .await?;
        let (rows, next) = page(rows, limit, |row| (row.at, &row.lead.id));
        Ok(LeadPage { rows: rows.into_iter().map(|row| row.lead).collect(), next })
    }

    /// The lead of this id, or of this conversation.
    pub async fn lead(&self, id: &str) -> sqlx::Result<Option<LeadRow>> {
        let sql = format!("{LISTED} WHERE l.id = ?1 OR l.conversation_id = ?1");
        let row: Option<Listed> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(&self.reader).await?;
        Ok(row.map(|row| row.lead))
    }

    /// Keep the email that the admin gave.
    pub async fn set_lead_email(&self, id: &str, email: &str) -> sqlx::Result<()> {
        sqlx::query("UPDATE leads SET email = ?, email_source = 'admin' WHERE id = ?")
            .bind(email)
            .bind(id)
            .execute(&self.writer)
            .await
            .map(drop)
    }

    /// How many conversations, events and leads there are: (conversations, events waiting, events
    /// failed or unreadable, leads by state).
    pub async fn counts(&self) -> sqlx::Result<(u32, u32, u32, LeadCounts)> {
        let (conversations, waiting, failed) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM conversations),
               (SELECT COUNT(*) FROM arrivals WHERE due_at IS NOT NULL),
               (SELECT COUNT(*) FROM arrivals WHERE state = 'failed')
                 + (SELECT COUNT(*) FROM events WHERE state = 'unreadable')",
        )
        .fetch_one(&self.reader)
        .await?;
        let sql = format!(
            "SELECT {STATE}, COUNT(*) FROM leads l LEFT JOIN deliveries d ON d.lead_id = l.id
               AND d.destination = (SELECT value FROM settings WHERE name = 'destination_key') GROUP BY 1"
        );
        let rows: Vec<(String, u32)> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(&self.reader).await?;
        let mut leads = LeadCounts::default();
        for (state, count) in rows {
            let place = match named(&state)? {
                LeadState::NoEmail => &mut leads.no_email,
                LeadState::Ready => &mut leads.ready,
                LeadState::Queued | LeadState::Sending => &mut leads.sending,
                LeadState::Retrying => &mut leads.retrying,
                LeadState::Sent => &mut leads.sent,
                LeadState::Refused => &mut leads.refused,
                LeadState::Failed => &mut leads.failed,
            };
            *place += count;
        }
        Ok((conversations, waiting, failed, leads))
    }
}

struct Listed {
    at: i64,
    lead: LeadRow,
}

impl FromRow<'_, SqliteRow> for Listed {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let at: i64 = row.try_get("created_at")?;
        let email: Option<String> = row.try_get("email")?;
        let source: Option<&str> = row.try_get("email_source")?;
        let state: Option<&str> = row.try_get("state")?;
        let time = |column| {
            Ok::<_, sqlx::Error>(
                row.try_get::<Option<i64>, _>(column)?.map(|at| timestamp(at).to_string()),
            )
        };
        let lead = LeadRow {
            id: row.try_get("id")?,
            conversation_id: row.try_get("conversation_id")?,
            name: row.try_get("name")?,
            email_source: source.map(named).transpose()?,
            state: match state {
                Some(state) => named(state)?,
                None => state_without_delivery(email.as_deref()),
            },
            email,
            destination: row.try_get("destination")?,
            record_id: row.try_get("record_id")?,
            attempts: row.try_get("attempts")?,
            due_at: time("due_at")?.filter(|_| state != Some("sending")),
            problem: said(row.try_get("problem")?),
            created_at: timestamp(at).to_string(),
            sent_at: time("sent_at")?,
        };
        Ok(Self { at, lead })
    }
}
