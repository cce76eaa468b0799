//! Sending by hand, and saying beforehand what would be sent.

use super::{super::ApiError, destination, leads};
use crate::{
    App,
    flows::{deliver, ingest},
    said::{Key, Said},
    types::{FieldChange, HostState, LeadRow, LeadState, Push, PushReport, PushResult, Topic},
};
use leadbridge_domain::mapping::Mapped;
use std::{collections::BTreeMap, time::Duration};

/// How long a push is waited for before its state is told as it is.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often another program's work is looked at.
const LOOK: Duration = Duration::from_millis(150);

/// Send leads, or say what would be sent.
pub async fn push(app: &App, request: Push) -> Result<PushReport, ApiError> {
    let crm = destination::connected(app).await?;
    if request.dry_run {
        let mut results = Vec::with_capacity(request.ids.len());
        for id in &request.ids {
            results.push(preview(app, crm.as_ref(), id).await?);
        }
        return Ok(PushReport { results });
    }
    let mut known: BTreeMap<&String, String> = BTreeMap::new();
    for id in &request.ids {
        if let Some(lead) = app.store().lead(id).await? {
            known.insert(id, lead.id);
        }
    }
    let leads: Vec<String> = known.values().cloned().collect();
    queue(app, &leads).await?;
    let elsewhere = work(app, &leads).await?;
    let paused = app.paused().await?;
    let mut results = Vec::with_capacity(request.ids.len());
    for id in &request.ids {
        results.push(match known.get(id) {
            Some(lead) => {
                let lead = leads::find(app, lead).await?;
                result(app, id, lead, elsewhere.as_deref(), paused.as_ref())
            }
            None => missing(id),
        });
    }
    Ok(PushReport { results })
}

async fn queue(app: &App, leads: &[String]) -> Result<(), ApiError> {
    if let Some(destination) = &app.config().destination {
        app.store().queue(leads, &destination.key(), app.clock().now()).await?;
    }
    app.changed(Topic::Leads);
    app.wake_deliver();
    Ok(())
}

/// See that it is done: by our own worker, here and now, or by the program that has the folder.
/// Answers who that is, if it is another.
async fn work(app: &App, leads: &[String]) -> Result<Option<String>, ApiError> {
    let waited = tokio::time::timeout(PATIENCE, async {
        loop {
            let elsewhere = elsewhere(app, leads).await?;
            if settled(app, leads).await? {
                return Ok::<_, ApiError>(elsewhere);
            }
            tokio::time::sleep(LOOK).await;
        }
    });
    // What is not done by then goes on by itself; the result says how far it is.
    waited.await.unwrap_or(Ok(None))
}

/// Send what can be sent now, unless another program does: then who.
async fn elsewhere(app: &App, leads: &[String]) -> Result<Option<String>, ApiError> {
    if app.host() == HostState::Active || app.send_now(leads).await? {
        return Ok(None);
    }
    match app.host() {
        HostState::Standby { holder } => Ok(Some(holder)),
        HostState::Active => Ok(None),
    }
}

async fn settled(app: &App, leads: &[String]) -> Result<bool, ApiError> {
    if app.paused().await?.is_some() {
        return Ok(true);
    }
    for lead in leads {
        let lead = leads::find(app, lead).await?;
        if matches!(lead.state, LeadState::Queued | LeadState::Sending) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn result(
    app: &App,
    id: &str,
    lead: LeadRow,
    elsewhere: Option<&str>,
    paused: Option<&Said>,
) -> PushResult {
    let name = ("name", app.destination_name());
    let message = match (lead.problem, lead.state) {
        (_, LeadState::Sent) => Said::new(Key::Sent, [name]),
        (Some(problem), _) => problem,
        (None, LeadState::NoEmail) => Said::plain(Key::NoEmailYet),
        (None, LeadState::Queued | LeadState::Sending) => match (paused, elsewhere) {
            (Some(why), _) => why.clone(),
            (None, Some(holder)) => {
                Said::new(Key::QueuedElsewhere, [("holder", holder.to_owned())])
            }
            (None, None) => Said::plain(Key::Queued),
        },
        (None, _) => Said::plain(Key::NotSent),
    };
    let state = Some(lead.state);
    PushResult { id: id.to_owned(), state, message, record_id: lead.record_id, ..empty() }
}

fn missing(id: &str) -> PushResult {
    PushResult { id: id.to_owned(), ..empty() }
}

/// The result for an id that is none of ours.
fn empty() -> PushResult {
    PushResult {
        id: String::new(),
        state: None,
        message: Said::plain(Key::NoSuchLead),
        findings: Vec::new(),
        record_id: None,
        changes: Vec::new(),
    }
}

/// The conversation as iAdvize has it now, if it says so.
async fn asked(app: &App, conversation: &str) -> sqlx::Result<Option<ingest::Fetched>> {
    let account = app.store().account_of(conversation).await?.unwrap_or_default();
    Ok(ingest::ask(app, &account, conversation).await.ok().flatten())
}

/// What would be written, by reading alone.
async fn preview(app: &App, crm: &dyn crate::crm::Crm, id: &str) -> Result<PushResult, ApiError> {
    let Some(mut lead) = app.store().lead(id).await? else { return Ok(missing(id)) };
    let prepared = match lead.email {
        Some(_) => deliver::prepare(app, &lead).await?,
        // What a push would find, looked at without keeping it: keeping may send.
        None => match asked(app, &lead.conversation_id).await? {
            Some(fetched) => {
                lead.email = fetched.reading.email.as_ref().map(|email| email.value.clone());
                deliver::apply(app, fetched.conversation, &fetched.reading, &lead).await?
            }
            None => deliver::prepare(app, &lead).await?,
        },
    };
    let findings = deliver::findings(app, crm, &prepared.mapped).await?;
    let names: Vec<&str> = prepared.mapped.iter().map(|mapped| mapped.field.as_str()).collect();
    let found = match &lead.email {
        Some(email) => crm.find(email, &names).await?,
        None => None,
    };
    let change = |mapped: &Mapped| FieldChange {
        now: found.as_ref().and_then(|record| record.values.get(&mapped.field).cloned()),
        field: mapped.field.clone(),
        proposed: mapped.values.join(", "),
    };
    let name = ("name", app.destination_name());
    let message = match (&lead.email, &found) {
        (None, _) => Said::plain(Key::NoEmailNothingSent),
        (Some(_), _) if !findings.is_empty() => Said::plain(Key::WouldBeRefused),
        (Some(_), Some(record)) => {
            Said::new(Key::WouldUpdate, [("record", record.id.clone()), name])
        }
        (Some(_), None) => Said::new(Key::WouldCreate, [name]),
    };
    Ok(PushResult {
        id: id.to_owned(),
        state: Some(lead.state),
        message,
        findings: findings.iter().map(deliver::finding).collect(),
        record_id: found.as_ref().map(|record| record.id.clone()),
        changes: prepared.mapped.iter().map(change).collect(),
    })
}
