//! HubSpot's HTTP API.

use super::{
    super::{Crm, Failure, Note, Payload, Record},
    VERSION,
    payload::{
        self, BatchAnswer, Contact, HubspotError, Id, Notes, Properties, ReadNotes, Trouble,
    },
};
use crate::{
    http::{self, Answer},
    said::{Key, Said},
    secret::Secret,
};
use async_trait::async_trait;
use jiff::SignedDuration;
use leadbridge_domain::field::Field;
use serde::{Serialize, de::DeserializeOwned};

/// How many notes one call reads.
const BATCH: usize = 100;

/// The most pages of a contact's notes that are looked through: only a list without an end has more.
const MOST_PAGES: usize = 1_000;

/// How long a note that may or may not be written is left alone. HubSpot may still be writing it
/// when our call (30 s) has long ended; who looks for it too soon finds none, and writes a second.
const UNDER_WAY: SignedDuration = SignedDuration::from_mins(2);

/// How long a conflict is left alone: two writes met, and the other one ends soon.
const CONFLICT: i64 = 10;

/// One HubSpot account.
pub struct Hubspot {
    http: reqwest::Client,
    base_url: String,
    token: Option<Secret>,
}

impl Hubspot {
    /// The account that this service key opens.
    pub fn new(http: reqwest::Client, base_url: String, token: Option<Secret>) -> Self {
        Self { http, base_url, token }
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Result<Answer, Failure> {
        let token = self
            .token
            .as_ref()
            .ok_or_else(|| Failure::Unauthorised(Said::plain(Key::KeyMissing)))?;
        let request = request.bearer_auth(token.reveal());
        http::send(request).await.map_err(unavailable)
    }

    async fn get<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<T, Failure> {
        let request = self.http.get(format!("{}{path}", self.base_url)).query(query);
        read(&self.send(request).await?)
    }

    async fn post(&self, path: &str, body: &impl Serialize) -> Result<Answer, Failure> {
        let request = self.http.post(format!("{}{path}", self.base_url)).json(body);
        self.send(request).await
    }

    /// The contact's note of this conversation, if it has one.
    async fn kept_note(
        &self,
        contact: &str,
        conversation: &str,
    ) -> Result<Option<String>, Failure> {
        let path = format!("/crm/objects/{VERSION}/contacts/{contact}");
        let contact: Contact = self.get(&path, &[("associations", "notes")]).await?;
        let marker = payload::marker(conversation);
        let mut page = contact.associations.notes;
        for _ in 0..MOST_PAGES {
            if let Some(note) = self.marked(&page.results, &marker).await? {
                return Ok(Some(note));
            }
            let Some(after) = page.after().map_err(unavailable)? else { return Ok(None) };
            page = self.get(&format!("{path}/associations/notes"), &[("after", &after)]).await?;
        }
        Err(unavailable(format!("a contact with more than {MOST_PAGES} pages of notes")))
    }

    /// The one of these notes that bears the marker.
    async fn marked(&self, notes: &[Id], marker: &str) -> Result<Option<String>, Failure> {
        let path = format!("/crm/objects/{VERSION}/notes/batch/read");
        for inputs in notes.chunks(BATCH) {
            let body = ReadNotes { properties: ["hs_note_body"], inputs };
            let notes: Notes = read(&self.post(&path, &body).await?)?;
            let ours = notes.results.iter().find(|note| has(note.body(), marker));
            if let Some(note) = ours {
                return Ok(Some(note.id.clone()));
            }
            // A note that could not be read may be ours; one that is gone is not.
            if let Some(error) = notes.errors.iter().find(|error| !error.is_absence()) {
                return Err(in_batch(error));
            }
        }
        Ok(None)
    }

    /// Let a note say what is to be said now. The same again does no harm.
    async fn amend_note(&self, kept: &str, note: &Note<'_>) -> Result<(), Failure> {
        let url = format!("{}/crm/objects/{VERSION}/notes/{kept}", self.base_url);
        let answer = self.send(self.http.patch(url).json(&payload::amended(note))).await?;
        read::<Id>(&answer).map(drop)
    }

    /// Write the note. After an answer that leaves open whether it was written, it is left alone
    /// for long enough.
    async fn write_note(&self, record: &str, note: &Note<'_>) -> Result<String, Failure> {
        let path = format!("/crm/objects/{VERSION}/notes");
        let answer = self.post(&path, &payload::note(record, note)).await.map_err(left_open)?;
        let created: Result<Id, _> = read(&answer);
        match answer.status {
            // Too slow is no refusal: it may go on.
            400..=407 | 409..=499 => created,
            _ => created.map_err(left_open),
        }
        .map(|note| note.id)
    }
}

/// A passing failure that may hide a write which is still under way.
fn left_open(failure: Failure) -> Failure {
    match failure {
        Failure::Retry { why, after } => {
            Failure::Retry { why, after: Some(after.map_or(UNDER_WAY, |a| a.max(UNDER_WAY))) }
        }
        known => known,
    }
}

/// Whether the marker stands in a note, and not only as the beginning of a longer one.
fn has(body: &str, marker: &str) -> bool {
    body.match_indices(marker).any(|(at, _)| {
        let next = body[at + marker.len()..].chars().next();
        !next.is_some_and(|c| c.is_alphanumeric() || c == '-')
    })
}

#[async_trait]
impl Crm for Hubspot {
    async fn check(&self) -> Result<Said, Failure> {
        let fields = self.fields().await?;
        Ok(Said::new(Key::HubspotAnswers, [("fields", fields.len().to_string())]))
    }

    async fn fields(&self) -> Result<Vec<Field>, Failure> {
        let path = format!("/crm/properties/{VERSION}/contacts");
        let properties: Properties = self.get(&path, &[]).await?;
        Ok(properties.results.into_iter().map(Field::from).collect())
    }

    async fn find(&self, email: &str, fields: &[&str]) -> Result<Option<Record>, Failure> {
        let mut url = url::Url::parse(&self.base_url)
            .map_err(|error| unavailable(format!("its address is wrong: {error}")))?;
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(["crm", "objects", VERSION, "contacts", email]);
        }
        let query = [("idProperty", "email"), ("properties", &fields.join(","))];
        let answer = self.send(self.http.get(url).query(&query)).await?;
        if answer.status == 404 {
            return Ok(None);
        }
        let contact: Contact = read(&answer)?;
        let values =
            contact.properties.into_iter().filter_map(|(name, value)| Some((name, value?)));
        let values =
            values.filter(|(name, value)| fields.contains(&name.as_str()) && !value.is_empty());
        Ok(Some(Record { id: contact.id, values: values.collect() }))
    }

    async fn upsert(&self, lead: &Payload<'_>) -> Result<String, Failure> {
        let path = format!("/crm/objects/{VERSION}/contacts/batch/upsert");
        let answer = self.post(&path, &payload::upsert(lead)).await?;
        let batch: BatchAnswer = read(&answer)?;
        match (batch.results.into_iter().next(), batch.errors.first()) {
            (Some(record), _) => Ok(record.id),
            (None, Some(error)) => Err(in_batch(error)),
            (None, None) => Err(unavailable("an answer without a contact")),
        }
    }

    async fn note(&self, record: &str, note: &Note<'_>) -> Result<String, Failure> {
        if let Some(kept) = self.kept_note(record, note.conversation).await? {
            if note.amends {
                self.amend_note(&kept, note).await?;
            }
            return Ok(kept);
        }
        self.write_note(record, note).await
    }
}

/// The one place where HubSpot's statuses become outcomes. Only 2xx is a yes.
fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, Failure> {
    if answer.is_success() {
        return answer
            .json()
            .map_err(|why| unavailable(format!("an answer that can't be read: {why}")));
    }
    let error: HubspotError = answer.json().unwrap_or_default();
    let (status, said) = (answer.status, error.sentence());
    Err(match status {
        401 => Failure::Unauthorised(Said::new(Key::KeyRefused, [ours(), ("said", said)])),
        403 => Failure::Unauthorised(Said::new(Key::ScopesMissing, [ours(), ("said", said)])),
        // Too many calls is nobody's fault in particular: everybody waits.
        429 => busy(&error, answer.retry_after),
        // Locked, migrating, too slow: they pass.
        408 | 423 | 425 | 477 => Failure::Retry {
            why: Said::new(Key::AsksToWait, [ours(), ("status", status.to_string())]),
            after: Some(SignedDuration::from_secs(answer.retry_after.unwrap_or(wait(&error)))),
        },
        409 => conflict(answer.retry_after),
        400..=499 => Failure::Rejected(refusal(&error)),
        _ => Failure::Retry {
            why: Said::new(Key::Unavailable, [ours(), ("why", format!("HTTP {status}"))]),
            after: answer.retry_after.map(SignedDuration::from_secs),
        },
    })
}

fn busy(error: &HubspotError, asked: Option<i64>) -> Failure {
    Failure::Busy {
        why: Said::new(Key::AsksToWait, [ours(), ("status", status_and_policy(429, error))]),
        after: SignedDuration::from_secs(asked.unwrap_or(wait(error))),
    }
}

/// The same for an error inside of a batch's answer, which has no status of its own to go by.
fn in_batch(error: &HubspotError) -> Failure {
    match error.trouble() {
        Trouble::Limit => busy(error, None),
        Trouble::Conflict => conflict(None),
        Trouble::Server => unavailable(match error.sentence() {
            said if said.is_empty() => "a failure of its own".into(),
            said => said,
        }),
        Trouble::Data => Failure::Rejected(refusal(error)),
    }
}

/// Another write of the same record was faster. The next one finds what it wrote.
fn conflict(retry_after: Option<i64>) -> Failure {
    Failure::Retry {
        why: Said::new(Key::Unavailable, [ours(), ("why", "HTTP 409, a conflict".into())]),
        after: Some(SignedDuration::from_secs(retry_after.unwrap_or(CONFLICT))),
    }
}

fn ours() -> (&'static str, String) {
    ("name", "HubSpot".into())
}

fn unavailable(why: impl Into<String>) -> Failure {
    Failure::retry(Said::new(Key::Unavailable, [ours(), ("why", why.into())]))
}

fn refusal(error: &HubspotError) -> Said {
    let said = match error.sentence() {
        said if said.is_empty() => {
            error.category.clone().unwrap_or_else(|| "no reason given".into())
        }
        said => said,
    };
    Said::new(Key::DataRefused, [ours(), ("said", said)])
}

fn status_and_policy(status: u16, error: &HubspotError) -> String {
    match &error.policy {
        Some(policy) => format!("{status}, {policy}"),
        None => status.to_string(),
    }
}

/// HubSpot doesn't promise `Retry-After`: its window is ten seconds, and a spent day is a day.
fn wait(error: &HubspotError) -> i64 {
    match error.policy.as_deref() {
        Some("DAILY") => 3_600,
        _ => 10,
    }
}
