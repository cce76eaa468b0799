//! What the demonstration shows: each lead, where each value came from, and whether it is right.

use super::stage::Stage;
use crate::{
    commands::extract::value,
    output,
    text::{cell, word},
};
use anyhow::Context as _;
use leadbridge_engine::{
    api,
    types::{ById, ConversationDetail, LeadState},
};
use leadbridge_simulator::{crm::Contact, seed::Seed};
use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// All leads of the demonstration.
#[derive(Serialize)]
pub struct Report {
    leads: Vec<LeadReport>,
    contacts: usize,
    notes: usize,
}

#[derive(Serialize)]
struct LeadReport {
    conversation: String,
    conversation_id: String,
    language: Option<String>,
    state: LeadState,
    email: Option<String>,
    email_source: Option<String>,
    record_id: Option<String>,
    values: Vec<ValueReport>,
    /// What is not as it should be.
    faults: Vec<String>,
}

#[derive(Serialize)]
struct ValueReport {
    number: u32,
    field: String,
    status: String,
    value: Option<String>,
    /// The very characters that it stands on.
    from: Vec<String>,
}

impl Report {
    /// Ask Leadbridge and the CRM what became of each conversation.
    pub async fn of(stage: &Stage) -> anyhow::Result<Self> {
        let state = stage.crm.state();
        let mut leads = Vec::with_capacity(stage.seeds.len());
        for seed in &stage.seeds {
            let detail = api::conversation(&stage.app, ById { id: seed.id().to_owned() }).await?;
            let contact = detail.lead.as_ref().and_then(|lead| lead.email.as_deref());
            let contact = contact.and_then(|email| state.contact(email));
            let notes = contact.map_or(0, |contact| {
                let ours = format!("iadvize:{}", seed.id());
                state.notes_of(contact.id).filter(|note| note.body().contains(&ours)).count()
            });
            leads.push(lead(seed, &detail, contact, notes)?);
        }
        Ok(Self { leads, contacts: state.contacts.len(), notes: state.notes.len() })
    }

    /// Whether every lead is what it should be.
    pub fn is_right(&self) -> bool {
        self.leads.iter().all(|lead| lead.faults.is_empty())
    }
}

fn lead(
    seed: &Seed,
    detail: &ConversationDetail,
    contact: Option<&Contact>,
    notes: usize,
) -> anyhow::Result<LeadReport> {
    let lead = detail.lead.as_ref().context("every conversation has a lead")?;
    let reading = detail.reading.as_ref().context("every conversation was read")?;
    let values = reading.answers.iter().map(|answer| ValueReport {
        number: answer.number,
        field: answer.field.clone(),
        status: word(&answer.status),
        value: answer.value.as_ref().map(value),
        from: answer.evidence.iter().filter_map(|span| words(detail, span)).collect(),
    });
    Ok(LeadReport {
        conversation: seed.name.clone(),
        conversation_id: seed.id().to_owned(),
        language: detail.row.language.clone(),
        state: lead.state,
        email: lead.email.clone(),
        email_source: lead.email_source.as_ref().map(word),
        record_id: lead.record_id.clone(),
        values: values.collect(),
        faults: faults(seed, detail, contact, notes),
    })
}

/// The characters that a value stands on.
fn words(
    detail: &ConversationDetail,
    span: &leadbridge_domain::reading::Evidence,
) -> Option<String> {
    let message = detail.messages.iter().find(|message| message.id == span.message_id)?;
    let length = span.end.saturating_sub(span.start) as usize;
    Some(message.text.chars().skip(span.start as usize).take(length).collect())
}

/// Compare a lead with what was written down by hand, at both ends of the way.
fn faults(
    seed: &Seed,
    detail: &ConversationDetail,
    contact: Option<&Contact>,
    notes: usize,
) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |what: &str, got: Value, expected: Value| {
        if got != expected {
            faults.push(format!("{what}: {got}, not {expected}"));
        }
    };
    let answers = detail.reading.iter().flat_map(|reading| &reading.answers);
    for answer in answers {
        let (field, expected) = (&answer.field, &seed.expected);
        let right = expected.answers.get(field).cloned().unwrap_or_default();
        let status = expected.statuses.get(field).cloned().unwrap_or_default();
        let got = serde_json::to_value(&answer.value).unwrap_or_default();
        let status_got = serde_json::to_value(answer.status).unwrap_or_default();
        expect(field, got, right.clone());
        expect(&format!("{field}'s status"), status_got, status.into());
        // The person's email is the key, and stands on its own.
        if let (Some(contact), false) = (contact, field == "email") {
            let kept = contact.get(field).map_or(Value::Null, Value::from);
            expect(&format!("{field} in the CRM"), kept, right);
        }
    }
    let email = detail.lead.as_ref().and_then(|lead| lead.email.clone());
    let sent = detail.lead.as_ref().is_some_and(|lead| lead.state == LeadState::Sent);
    let source = detail.lead.as_ref().and_then(|lead| lead.email_source.as_ref()).map(word);
    expect("email", email.into(), seed.expected.email.clone().into());
    expect("the email's source", source.into(), seed.expected.email_source.clone().into());
    expect("sent", sent.into(), seed.expected.email.is_some().into());
    expect("notes in the CRM", notes.into(), usize::from(seed.expected.email.is_some()).into());
    faults
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = output::table(&[
            "Conversation",
            "Email",
            "Lead",
            "Field",
            "Value",
            "Where it came from",
        ]);
        for lead in &self.leads {
            let mut head = [
                lead.conversation.clone(),
                match (&lead.email, &lead.email_source) {
                    (Some(email), Some(source)) => format!("{email} ({source})"),
                    _ => "none yet".into(),
                },
                match &lead.record_id {
                    Some(record) => format!("{} {record}", word(&lead.state)),
                    None => word(&lead.state),
                },
            ];
            let read: Vec<_> = lead.values.iter().filter(|value| value.value.is_some()).collect();
            if read.is_empty() {
                table.add_row(head.iter().map(String::as_str).chain(["", "", ""]));
            }
            for value in read {
                let from: Vec<_> =
                    value.from.iter().map(|words| format!("“{}”", cell(words, 60))).collect();
                let check = if value.status == "answered" { "" } else { " (to check)" };
                let shown =
                    format!("{}{check}", cell(value.value.as_deref().unwrap_or_default(), 40));
                let field = format!("Q{} {}", value.number, value.field);
                table.add_row(head.iter().cloned().chain([field, shown, from.join(" + ")]));
                head = Default::default();
            }
            table.add_row([""; 6]);
        }
        writeln!(f, "{table}")?;
        for lead in &self.leads {
            for fault in &lead.faults {
                writeln!(f, "✗ {}: {fault}", lead.conversation)?;
            }
        }
        let right = self.leads.iter().filter(|lead| lead.faults.is_empty()).count();
        let waiting = self.leads.iter().filter(|lead| lead.state == LeadState::NoEmail).count();
        write!(
            f,
            "{} conversations; {} contacts and {} notes in the CRM; {waiting} without an email yet, kept and not sent; {right} of {} leads are right",
            self.leads.len(),
            self.contacts,
            self.notes,
            self.leads.len(),
        )
    }
}
