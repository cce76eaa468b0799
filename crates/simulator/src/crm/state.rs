use serde::Serialize;
use std::collections::BTreeMap;

use jiff::Timestamp;

/// Everything the CRM knows, at one moment.
#[derive(Clone, Debug, Default, Serialize)]
pub struct State {
    /// Its contacts, oldest first.
    pub contacts: Vec<Contact>,
    /// Its notes, oldest first.
    pub notes: Vec<Note>,
    /// How many requests wrote something, by route, such as `POST /crm/objects/2026-09/notes`.
    pub writes: BTreeMap<String, u64>,
    /// How many requests came past key, scopes and limits, by route, those that wrote included.
    pub requests: BTreeMap<String, u64>,
}

/// One person.
#[derive(Clone, Debug, Serialize)]
pub struct Contact {
    /// The record's id.
    pub id: u64,
    /// The properties that have a value.
    pub properties: BTreeMap<String, String>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
    /// How often it was written, its creation included.
    pub writes: u64,
}

/// One note, and whom it is about.
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    /// The record's id.
    pub id: u64,
    /// `hs_note_body` and the like.
    pub properties: BTreeMap<String, String>,
    /// The ids of the contacts it hangs on.
    pub contacts: Vec<u64>,
    /// When it was created.
    pub created_at: Timestamp,
}

impl Contact {
    /// One of its properties.
    pub fn get(&self, property: &str) -> Option<&str> {
        self.properties.get(property).map(String::as_str)
    }
}

impl Note {
    /// Its text.
    pub fn body(&self) -> &str {
        self.properties.get("hs_note_body").map_or("", String::as_str)
    }
}

impl State {
    /// The contact of this email, in whatever case.
    pub fn contact(&self, email: &str) -> Option<&Contact> {
        self.find("email", &email.trim().to_lowercase())
    }

    /// The notes that hang on a contact.
    pub fn notes_of(&self, contact: u64) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(move |note| note.contacts.contains(&contact))
    }

    /// How many requests wrote something, whatever it was.
    pub fn all_writes(&self) -> u64 {
        self.writes.values().sum()
    }

    pub(super) fn find(&self, property: &str, value: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.get(property) == Some(value))
    }

    pub(super) fn by_id(&self, id: u64) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// Ids as one sees them in HubSpot: one sequence for everything.
    fn next_id(&self) -> u64 {
        501 + (self.contacts.len() + self.notes.len()) as u64
    }

    pub(super) fn create(
        &mut self,
        mut values: BTreeMap<String, String>,
        now: Timestamp,
    ) -> &Contact {
        values.retain(|_, value| !value.is_empty());
        let contact = Contact {
            id: self.next_id(),
            properties: values,
            created_at: now,
            updated_at: now,
            writes: 1,
        };
        let at = self.contacts.len();
        self.contacts.push(contact);
        &self.contacts[at]
    }

    /// Writes values into a contact that is there; empty ones clear.
    pub(super) fn update(
        &mut self,
        id: u64,
        values: BTreeMap<String, String>,
        now: Timestamp,
    ) -> Option<&Contact> {
        let contact = self.contacts.iter_mut().find(|contact| contact.id == id)?;
        contact.properties.extend(values);
        contact.properties.retain(|_, value| !value.is_empty());
        contact.updated_at = now;
        contact.writes += 1;
        Some(contact)
    }

    pub(super) fn note(
        &mut self,
        properties: BTreeMap<String, String>,
        contacts: Vec<u64>,
        now: Timestamp,
    ) -> &Note {
        let note = Note { id: self.next_id(), properties, contacts, created_at: now };
        let at = self.notes.len();
        self.notes.push(note);
        &self.notes[at]
    }
}
