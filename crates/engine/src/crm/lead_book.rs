//! The built-in destination: a list kept in the data folder. Needs no account.

use super::{Crm, Failure, Note, Payload, Record};
use crate::{
    said::{Key, Said},
    store::Store,
};
use async_trait::async_trait;
use jiff::Timestamp;
use leadbridge_domain::field::Field;
use std::collections::BTreeMap;

/// The lead book of one data folder.
pub struct LeadBook {
    store: Store,
    now: Timestamp,
}

impl LeadBook {
    /// The lead book, at this time.
    pub fn new(store: Store, now: Timestamp) -> Self {
        Self { store, now }
    }
}

/// It takes any field: its columns are the fields that were ever written, and these at least.
const FIELDS: [(&str, &str); 9] = [
    ("first_name", "First name"),
    ("last_name", "Last name"),
    ("phone", "Phone"),
    ("project", "Project"),
    ("channel", "Channel"),
    ("language", "Language"),
    ("tags", "Tags"),
    ("conversation", "Conversation"),
    ("closed_at", "Closed at"),
];

#[async_trait]
impl Crm for LeadBook {
    async fn check(&self) -> Result<Said, Failure> {
        let people = self.store.book().await.map_err(failure)?.len();
        Ok(Said::new(Key::LeadBookReady, [("people", people.to_string())]))
    }

    async fn fields(&self) -> Result<Vec<Field>, Failure> {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for record in self.store.book().await.map_err(failure)? {
            names.extend(record.fields.into_keys().map(|name| (name.clone(), name)));
        }
        names.extend(FIELDS.map(|(name, label)| (name.to_owned(), label.to_owned())));
        let field = |(name, label)| Field {
            name,
            label,
            kind: "string".into(),
            read_only: false,
            options: vec![],
        };
        Ok(names.into_iter().map(field).collect())
    }

    fn takes_any_field(&self) -> bool {
        true
    }

    async fn find(&self, email: &str, fields: &[&str]) -> Result<Option<Record>, Failure> {
        let record = self.store.book_find(email).await.map_err(failure)?;
        Ok(record.map(|mut record| {
            record.fields.retain(|name, _| fields.contains(&name.as_str()));
            Record { id: record.id.to_string(), values: record.fields }
        }))
    }

    async fn upsert(&self, lead: &Payload<'_>) -> Result<String, Failure> {
        let fields = lead.fields.iter().map(|m| (m.field.clone(), m.values.join(", "))).collect();
        let id = self.store.book_upsert(lead.email, &fields, self.now).await.map_err(failure)?;
        Ok(id.to_string())
    }

    async fn note(&self, record: &str, note: &Note<'_>) -> Result<String, Failure> {
        let record = record.parse().map_err(|_| broken("a record's number is lost"))?;
        let (marker, text) = (note.conversation, note.transcript);
        let id = self.store.book_note(record, marker, text, note.at).await.map_err(failure)?;
        Ok(id.to_string())
    }
}

fn broken(why: &str) -> Failure {
    Failure::retry(Said::new(Key::LeadBookFailed, [("why", why.to_owned())]))
}

fn failure(error: sqlx::Error) -> Failure {
    broken(&error.to_string())
}
