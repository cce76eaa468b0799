//! HubSpot's JSON: what is sent, and what is read of its answers. Pure.

use super::super::{Note, Payload};
use leadbridge_domain::{
    field::{Choice, Field},
    html::escaped,
};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use url::Url;

/// HubSpot's id for "a note of a contact".
const NOTE_TO_CONTACT: u32 = 202;
/// The most that a note's body holds.
const NOTE_LIMIT: usize = 65_536;

#[derive(Serialize)]
pub struct Upsert<'a> {
    inputs: [UpsertInput<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UpsertInput<'a> {
    id_property: &'static str,
    id: &'a str,
    object_write_trace_id: &'a str,
    properties: BTreeMap<&'a str, String>,
}

/// The body of an upsert. Several values of a field are joined as HubSpot's own checkboxes are.
pub fn upsert<'a>(lead: &'a Payload<'_>) -> Upsert<'a> {
    let mut properties: BTreeMap<&str, String> =
        lead.fields.iter().map(|m| (m.field.as_str(), m.values.join(";"))).collect();
    properties.insert("email", lead.email.to_owned());
    Upsert {
        inputs: [UpsertInput {
            id_property: "email",
            id: lead.email,
            object_write_trace_id: lead.trace,
            properties,
        }],
    }
}

/// What `PATCH /crm/objects/{version}/notes/{id}` takes.
#[derive(Serialize)]
pub struct AmendedNote {
    properties: NoteProperties,
}

#[derive(Serialize)]
pub struct NewNote {
    properties: NoteProperties,
    associations: [Association; 1],
}

#[derive(Serialize)]
struct NoteProperties {
    hs_timestamp: String,
    hs_note_body: String,
}

#[derive(Serialize)]
struct Association {
    to: Id,
    types: [AssociationType; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AssociationType {
    association_category: &'static str,
    association_type_id: u32,
}

/// Something by its id.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Id {
    pub id: String,
}

/// The body of a new note.
pub fn note(record: &str, note: &Note<'_>) -> NewNote {
    NewNote {
        properties: NoteProperties {
            hs_timestamp: note.at.to_string(),
            hs_note_body: note_body(note),
        },
        associations: [Association {
            to: Id { id: record.to_owned() },
            types: [AssociationType {
                association_category: "HUBSPOT_DEFINED",
                association_type_id: NOTE_TO_CONTACT,
            }],
        }],
    }
}

/// A note that is there, saying this now.
pub fn amended(note: &Note<'_>) -> AmendedNote {
    let properties =
        NoteProperties { hs_timestamp: note.at.to_string(), hs_note_body: note_body(note) };
    AmendedNote { properties }
}

/// What a note of this conversation is recognised by.
pub fn marker(conversation: &str) -> String {
    format!("iadvize:{conversation}")
}

/// The note's text: HTML, so what a visitor wrote is escaped. One that is too long says so.
fn note_body(note: &Note<'_>) -> String {
    const CUT: &str = "<br>… (the rest is in iAdvize)";
    let mut body = escape(&marker(note.conversation));
    let room = NOTE_LIMIT - CUT.len();
    for line in note.transcript.lines() {
        let line = format!("<br>{}", html_line(line));
        if body.chars().count() + line.chars().count() > room {
            body.push_str(CUT);
            break;
        }
        body.push_str(&line);
    }
    body
}

/// A line of the transcript. HTML drops the spaces at its beginning, and with them the difference
/// between a message and a line within one.
fn html_line(line: &str) -> String {
    let text = line.trim_start_matches(' ');
    "&nbsp;".repeat(line.len() - text.len()) + &escape(text)
}

/// Text as HubSpot shows it, on one line.
fn escape(text: &str) -> String {
    escaped(&text.replace(char::is_control, " "))
}

/// A batch's answer: 200, or 207 with what was refused.
#[derive(Deserialize)]
pub struct BatchAnswer {
    #[serde(default)]
    pub results: Vec<Id>,
    #[serde(default)]
    pub errors: Vec<HubspotError>,
}

/// HubSpot's error: all its fields are optional.
#[derive(Debug, Default, Deserialize)]
pub struct HubspotError {
    #[serde(default)]
    pub message: String,
    /// `error`, or what kind of one, or a number; no page says which.
    status: Option<Value>,
    pub category: Option<String>,
    #[serde(rename = "policyName")]
    pub policy: Option<String>,
    #[serde(default)]
    pub errors: Vec<HubspotDetail>,
}

/// One of an error's details.
#[derive(Debug, Default, Deserialize)]
pub struct HubspotDetail {
    #[serde(default)]
    pub message: String,
}

/// Whose fault an error is, as far as it says so itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Too many calls.
    Limit,
    /// Two writes met.
    Conflict,
    /// HubSpot's own.
    Server,
    /// The data's.
    Data,
}

impl HubspotError {
    /// Whose fault it is, by its category, else by its status.
    pub fn trouble(&self) -> Trouble {
        let category = self.category.as_deref().unwrap_or_default();
        trouble(category).or_else(|| trouble(&self.status())).unwrap_or(Trouble::Data)
    }

    /// Whether it only says that something isn't there.
    pub fn is_absence(&self) -> bool {
        self.category.as_deref() == Some("OBJECT_NOT_FOUND")
    }

    fn status(&self) -> String {
        match &self.status {
            Some(Value::String(text)) => text.to_uppercase().replace(' ', "_"),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// What it says, with its details.
    pub fn sentence(&self) -> String {
        let details = self.errors.iter().map(|detail| detail.message.as_str());
        let all: Vec<_> = std::iter::once(self.message.as_str())
            .chain(details)
            .filter(|message| !message.is_empty())
            .collect();
        all.join("; ")
    }
}

/// The trouble that a category or status stands for, if it is none of the data's.
fn trouble(name: &str) -> Option<Trouble> {
    let server = ["INTERNAL", "SERVER_ERROR", "UNAVAILABLE", "BAD_GATEWAY", "TIMEOUT"];
    match (name, name.parse::<u16>()) {
        ("RATE_LIMITS" | "RATE_LIMIT" | "TOO_MANY_REQUESTS", _) | (_, Ok(429)) => {
            Some(Trouble::Limit)
        }
        ("CONFLICT", _) | (_, Ok(409)) => Some(Trouble::Conflict),
        (_, Ok(500..=599)) => Some(Trouble::Server),
        (name, _) if server.iter().any(|word| name.contains(word)) => Some(Trouble::Server),
        _ => None,
    }
}

#[derive(Deserialize)]
pub struct Properties {
    pub results: Vec<Property>,
}

/// A property of contacts.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Property {
    name: String,
    label: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    options: Vec<PropertyOption>,
    #[serde(default)]
    calculated: bool,
    modification_metadata: Option<Modification>,
}

#[derive(Deserialize)]
struct PropertyOption {
    value: String,
    label: Option<String>,
    #[serde(default)]
    hidden: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Modification {
    #[serde(default)]
    read_only_value: bool,
}

impl From<Property> for Field {
    fn from(property: Property) -> Self {
        let locked = property.modification_metadata.is_some_and(|m| m.read_only_value);
        let choice = |option: PropertyOption| Choice {
            label: option.label.unwrap_or_else(|| option.value.clone()),
            value: option.value,
        };
        Self {
            label: property.label.unwrap_or_else(|| property.name.clone()),
            name: property.name,
            kind: property.kind.unwrap_or_default(),
            read_only: locked || property.calculated,
            options: property.options.into_iter().filter(|o| !o.hidden).map(choice).collect(),
        }
    }
}

/// A contact with what was asked for.
#[derive(Deserialize)]
pub struct Contact {
    pub id: String,
    #[serde(default)]
    pub properties: BTreeMap<String, Option<String>>,
    #[serde(default)]
    pub associations: Associations,
}

#[derive(Default, Deserialize)]
pub struct Associations {
    #[serde(default)]
    pub notes: AssociatedNotes,
}

/// A page of a contact's notes: as the contact is read with them, or as they are read alone.
#[derive(Default, Deserialize)]
pub struct AssociatedNotes {
    #[serde(default, deserialize_with = "associated")]
    pub results: Vec<Id>,
    paging: Option<Paging>,
}

#[derive(Deserialize)]
struct Paging {
    next: Option<Next>,
}

#[derive(Deserialize)]
struct Next {
    after: Option<Value>,
    link: Option<String>,
}

impl AssociatedNotes {
    /// What to ask for the next page with; `None` on the last. A link is only read, never followed:
    /// our key goes to the address it was given for.
    pub fn after(&self) -> Result<Option<String>, &'static str> {
        let Some(next) = self.paging.as_ref().and_then(|paging| paging.next.as_ref()) else {
            return Ok(None);
        };
        let given = next.after.as_ref().and_then(text);
        let linked = || {
            let link = Url::parse(next.link.as_deref()?).ok()?;
            link.query_pairs().find(|(name, _)| name == "after").map(|(_, after)| after.into())
        };
        let after: Option<String> = given.or_else(linked).filter(|after| !after.is_empty());
        after.map(Some).ok_or("more notes, and no word on how to ask for them")
    }
}

/// Associations by their ids, which are `id` in one version of the API and the number `toObjectId`
/// in another.
fn associated<'de, D: Deserializer<'de>>(results: D) -> Result<Vec<Id>, D::Error> {
    #[derive(Deserialize)]
    struct Associated {
        #[serde(alias = "toObjectId")]
        id: Value,
    }
    let results = Vec::<Associated>::deserialize(results)?;
    let id = |one: &Associated| Some(Id { id: text(&one.id)? });
    let ids: Option<Vec<Id>> = results.iter().map(id).collect();
    ids.ok_or_else(|| serde::de::Error::custom("an association without an id"))
}

/// What is a string in one place and a number in another.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Notes to read.
#[derive(Serialize)]
pub struct ReadNotes<'a> {
    pub properties: [&'static str; 1],
    pub inputs: &'a [Id],
}

#[derive(Deserialize)]
pub struct Notes {
    #[serde(default)]
    pub results: Vec<KeptNote>,
    #[serde(default)]
    pub errors: Vec<HubspotError>,
}

#[derive(Deserialize)]
pub struct KeptNote {
    pub id: String,
    properties: KeptNoteProperties,
}

#[derive(Deserialize)]
struct KeptNoteProperties {
    hs_note_body: Option<String>,
}

impl KeptNote {
    /// Its text.
    pub fn body(&self) -> &str {
        self.properties.hs_note_body.as_deref().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn body(transcript: &str) -> String {
        note_body(&Note {
            conversation: "c-1",
            at: Timestamp::UNIX_EPOCH,
            transcript,
            amends: false,
        })
    }

    #[test]
    fn a_note_is_escaped_and_begins_with_its_marker() {
        let got = body("Visitor: <b>\"5 & 6\"</b>\u{7}\nBot: ok");
        assert_eq!(
            got,
            "iadvize:c-1<br>Visitor: &lt;b&gt;&quot;5 &amp; 6&quot;&lt;/b&gt; <br>Bot: ok"
        );
    }

    #[test]
    fn a_line_within_a_message_stays_indented() {
        assert_eq!(body("Visitor: a\n  Bot: b"), "iadvize:c-1<br>Visitor: a<br>&nbsp;&nbsp;Bot: b");
    }

    #[test]
    fn an_error_says_whose_fault_it_is() {
        for (error, expected) in [
            (r#"{"category":"VALIDATION_ERROR","status":"error"}"#, Trouble::Data),
            (r#"{"category":"OBJECT_NOT_FOUND"}"#, Trouble::Data),
            (r#"{}"#, Trouble::Data),
            (r#"{"status":400}"#, Trouble::Data),
            (r#"{"category":"RATE_LIMITS"}"#, Trouble::Limit),
            (r#"{"status":429}"#, Trouble::Limit),
            (r#"{"category":"CONFLICT"}"#, Trouble::Conflict),
            (r#"{"category":"INTERNAL_ERROR"}"#, Trouble::Server),
            (r#"{"category":"INTERNAL"}"#, Trouble::Server),
            (r#"{"status":"Internal Server Error"}"#, Trouble::Server),
            (r#"{"status":"SERVICE_UNAVAILABLE"}"#, Trouble::Server),
            (r#"{"status":"503"}"#, Trouble::Server),
        ] {
            let read: HubspotError = serde_json::from_str(error).expect("an error");
            assert_eq!(read.trouble(), expected, "{error}");
        }
    }

    #[test]
    fn the_next_page_is_read_from_either_place() {
        let after =
            |page: &str| serde_json::from_str::<AssociatedNotes>(page).expect("a page").after();
        assert_eq!(after(r#"{"results":[]}"#), Ok(None));
        assert_eq!(after(r#"{"paging":{}}"#), Ok(None));
        let some = |text: &str| Ok(Some(text.to_owned()));
        assert_eq!(after(r#"{"paging":{"next":{"after":"NTI1"}}}"#), some("NTI1"));
        assert_eq!(after(r#"{"paging":{"next":{"after":7,"link":"x"}}}"#), some("7"));
        let linked = r#"{"paging":{"next":{"link":"https://other.example/?limit=1&after=a%3D"}}}"#;
        assert_eq!(after(linked), some("a="));
        assert!(after(r#"{"paging":{"next":{"link":"nowhere"}}}"#).is_err());
    }

    #[test]
    fn associations_are_read_in_either_form() {
        let page = r#"{"results":[{"id":"1","type":"contact_to_note"},{"toObjectId":2}]}"#;
        let page: AssociatedNotes = serde_json::from_str(page).expect("a page");
        let ids: Vec<&str> = page.results.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["1", "2"]);
    }

    #[test]
    fn a_note_never_exceeds_the_limit_and_says_that_it_was_cut() {
        let long = "é&".repeat(60) + "\n";
        let got = body(&long.repeat(2_000));
        assert!(got.chars().count() <= NOTE_LIMIT);
        assert!(got.ends_with("(the rest is in iAdvize)"));
        assert!(!body(&long.repeat(10)).contains("the rest"));
    }
}
