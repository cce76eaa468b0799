//! Conversations as iAdvize gave them, and what was read from them.

use super::{Store, cursor, millis, named, page, pattern};
use crate::{
    store::{
        ArrivalEnd, ClaimedArrival, arrivals, deliveries, events::remember_visitors, leads,
        leads::NewLead,
    },
    types::{ConversationPage, ConversationRow, DeliveryMode},
};
use jiff::Timestamp;
use sqlx::{FromRow, Row, SqliteConnection, sqlite::SqliteRow};

/// A conversation to keep, or as kept.
#[derive(Debug, Clone)]
pub struct KeptConversation {
    /// Whose account it is in.
    pub account: String,
    /// What lists show; where its lead is, is not kept here.
    pub summary: ConversationRow,
    /// Every id of its visitor; not kept here but beside.
    pub visitors: Vec<String>,
    /// The answer of iAdvize's API, whole.
    pub json: String,
    /// The reading, as JSON.
    pub reading: String,
    /// The question set it was read with, as JSON.
    pub question_set: Option<String>,
    /// Which version of which set that was.
    pub read_with: Option<(String, u32)>,
    /// Where it stands in lists.
    pub sort_at: Timestamp,
}

/// A conversation to keep, with all that goes with it.
#[derive(Debug, Clone)]
pub struct Keep {
    /// The conversation.
    pub conversation: KeptConversation,
    /// Its lead; none while it is only followed.
    pub lead: Option<NewLead>,
    /// Where its lead goes, and whether by itself.
    pub destination: Option<(String, DeliveryMode)>,
    /// The claim that this ends.
    pub claimed: Option<(ClaimedArrival, ArrivalEnd)>,
}

/// A conversation's own text, and how lists call it.
#[derive(Debug, Clone, FromRow)]
pub struct ConversationText {
    /// iAdvize's id.
    pub id: String,
    sort_at: i64,
    /// The visitor's name, if given.
    pub visitor: Option<String>,
    /// The person's email.
    pub email: Option<String>,
    /// When it ended.
    pub closed_at: Option<String>,
    /// The answer of iAdvize's API, whole.
    pub json: String,
}

/// A conversation's lead, and where that is on its way to the destination of now.
const LEAD: &str =
    "d.state AS lead_state, l.id AS lead_id, l.email AS lead_email FROM conversations c
   LEFT JOIN leads l ON l.conversation_id = c.id
   LEFT JOIN deliveries d ON d.lead_id = l.id
     AND d.destination = (SELECT value FROM settings WHERE name = 'destination_key')";

impl Store {
    /// Keep conversations with their leads, queue the leads for the destination, and say that
    /// reading them has ended: all in one step.
    ///
    /// A conversation that is here already is replaced; its lead stays the same one.
    pub async fn keep(&self, keeping: &[Keep], now: Timestamp) -> sqlx::Result<()> {
        let mut tx = self.writer.begin().await?;
        for keep in keeping {
            upsert(&mut tx, &keep.conversation, now).await?;
            remember_visitors(&mut tx, &keep.conversation.visitors, &keep.conversation.summary.id)
                .await?;
            if let Some(lead) = &keep.lead {
                let lead = leads::upsert(&mut tx, lead, now).await?;
                if let Some((destination, mode)) = &keep.destination {
                    let amends = keep.claimed.is_some();
                    deliveries::ensure(&mut tx, &lead, destination, *mode, amends, now).await?;
                }
            }
            if let Some((claimed, end)) = &keep.claimed {
                arrivals::end(&mut tx, claimed, end, now).await?;
            }
        }
        tx.commit().await
    }

    /// Whose account a conversation is in, as far as anybody said.
    pub async fn account_of(&self, conversation: &str) -> sqlx::Result<Option<String>> {
        sqlx::query_scalar(
            "SELECT account FROM arrivals WHERE conversation_id = ?1
             UNION SELECT account FROM conversations WHERE id = ?1 ORDER BY 1 DESC LIMIT 1",
        )
        .bind(conversation)
        .fetch_optional(&self.reader)
        .await
    }

    /// A conversation as kept: iAdvize's JSON, the reading's and the question set's.
    pub async fn conversation(
        &self,
        id: &str,
    ) -> sqlx::Result<Option<(ConversationRow, KeptConversation)>> {
        let sql = format!(
            "SELECT c.*, t.json, t.reading, t.question_set, {LEAD}
             JOIN conversation_texts t ON t.id = c.id WHERE c.id = ?"
        );
        let row =
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(&self.reader).await?;
        row.map(|row| {
            let listed = Listed::from_row(&row)?;
            let kept = KeptConversation {
                account: row.try_get("account")?,
                visitors: Vec::new(),
                summary: listed.row.clone(),
                json: row.try_get("json")?,
                reading: row.try_get("reading")?,
                question_set: row.try_get("question_set")?,
                read_with: row
                    .try_get::<Option<String>, _>("set_id")?
                    .zip(row.try_get("set_version")?),
                sort_at: super::timestamp(listed.at),
            };
            Ok((listed.row, kept))
        })
        .transpose()
    }

    /// The newest conversations as iAdvize gave them, from this one on, a page at a time: each with
    /// its row's visitor, email and end.
    pub async fn conversation_texts(
        &self,
        limit: u32,
        after: Option<&str>,
    ) -> sqlx::Result<(Vec<ConversationText>, Option<String>)> {
        let (at, id) = cursor(after);
        let rows: Vec<ConversationText> = sqlx::query_as(
            "SELECT c.id, c.sort_at, c.visitor, COALESCE(l.email, c.email) AS email, c.closed_at, t.json
             FROM conversations c JOIN conversation_texts t ON t.id = c.id
             LEFT JOIN leads l ON l.conversation_id = c.id
             WHERE (c.sort_at, c.id) < (?1, ?2) ORDER BY c.sort_at DESC, c.id DESC LIMIT ?3",
        )
        .bind(at)
        .bind(id)
        .bind(i64::from(limit) + 1)
        .fetch_all(&self.reader)
        .await?;
        Ok(page(rows, limit, |row| (row.sort_at, &row.id)))
    }

    /// A page of conversations, newest first.
    pub async fn conversations(
        &self,
        search: &str,
        limit: u32,
        after: Option<&str>,
    ) -> sqlx::Result<ConversationPage> {
        let (at, id) = cursor(after);
        let sql = format!(
            "SELECT c.*, {LEAD} WHERE (c.sort_at, c.id) < (?1, ?2)
               AND (c.id || ' ' || COALESCE(c.visitor, '') || ' ' || COALESCE(c.email, '') || ' '
                    || COALESCE(l.email, '') || ' ' || COALESCE(c.project, '') || ' ' || c.snippet) LIKE ?3 ESCAPE '\\'
             ORDER BY c.sort_at DESC, c.id DESC LIMIT ?4"
        );
        let rows: Vec<Listed> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(at)
            .bind(id)
            .bind(pattern(search))
            .bind(i64::from(limit) + 1)
            .fetch_all(&self.reader)
            .await?;
        let (rows, next) = page(rows, limit, |row| (row.at, &row.row.id));
        Ok(ConversationPage { rows: rows.into_iter().map(|listed| listed.row).collect(), next })
    }
}

async fn upsert(
    connection: &mut SqliteConnection,
    conversation: &KeptConversation,
    now: Timestamp,
) -> sqlx::Result<()> {
    let summary = &conversation.summary;
    sqlx::query(
        "INSERT INTO conversations (id, fetched_at, sort_at, created_at, closed_at, channel, language,
           project, visitor, email, snippet, messages, questions, answered, needs_review,
           set_id, set_version, account)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
         ON CONFLICT (id) DO UPDATE SET fetched_at = ?2, sort_at = ?3, created_at = ?4, closed_at = ?5,
           channel = ?6, language = ?7, project = ?8, visitor = ?9, email = ?10, snippet = ?11,
           messages = ?12, questions = ?13, answered = ?14, needs_review = ?15,
           set_id = ?16, set_version = ?17, account = ?18",
    )
    .bind(&summary.id)
    .bind(millis(now))
    .bind(millis(conversation.sort_at))
    .bind(&summary.created_at)
    .bind(&summary.closed_at)
    .bind(&summary.channel)
    .bind(&summary.language)
    .bind(&summary.project)
    .bind(&summary.visitor)
    .bind(&summary.email)
    .bind(&summary.snippet)
    .bind(summary.messages)
    .bind(summary.questions)
    .bind(summary.answered)
    .bind(summary.needs_review)
    .bind(conversation.read_with.as_ref().map(|(id, _)| id))
    .bind(conversation.read_with.as_ref().map(|(_, number)| number))
    .bind(&conversation.account)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "INSERT OR REPLACE INTO conversation_texts (id, json, reading, question_set) VALUES (?, ?, ?, ?)",
    )
    .bind(&summary.id)
    .bind(&conversation.json)
    .bind(&conversation.reading)
    .bind(&conversation.question_set)
    .execute(connection)
    .await
    .map(drop)
}

struct Listed {
    at: i64,
    row: ConversationRow,
}

impl FromRow<'_, SqliteRow> for Listed {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let lead_email: Option<String> = row.try_get("lead_email")?;
        let state: Option<&str> = row.try_get("lead_state")?;
        let has_lead = row.try_get::<Option<&str>, _>("lead_id")?.is_some();
        let lead = match state {
            Some(state) => Some(named(state)?),
            None => has_lead.then(|| leads::state_without_delivery(lead_email.as_deref())),
        };
        let listed = ConversationRow {
            id: row.try_get("id")?,
            created_at: row.try_get("created_at")?,
            closed_at: row.try_get("closed_at")?,
            channel: row.try_get("channel")?,
            language: row.try_get("language")?,
            project: row.try_get("project")?,
            visitor: row.try_get("visitor")?,
            email: lead_email.or(row.try_get("email")?),
            snippet: row.try_get("snippet")?,
            messages: row.try_get("messages")?,
            questions: row.try_get("questions")?,
            answered: row.try_get("answered")?,
            needs_review: row.try_get("needs_review")?,
            lead,
        };
        Ok(Self { at: row.try_get("sort_at")?, row: listed })
    }
}
