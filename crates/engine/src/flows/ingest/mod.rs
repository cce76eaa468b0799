//! A stored event becomes a conversation, its answers, and a lead in the queue.

use super::Ran;
use crate::{
    App,
    config::Config,
    iadvize,
    said::{Key, Said},
    store::{ClaimedEvent, EventEnd, KeptConversation, NewEvent, NewLead},
    types::{ConversationRow, EventState, LeadEmailSource, Topic},
};
use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use leadbridge_domain::{
    conversation::{Author, Conversation, Message},
    event::Event,
    extract::extract,
    question::QuestionSet,
    reading::{AnswerStatus, Reading},
    retry::{self, Decision, Outcome},
};
use std::sync::Arc;

/// How long one event may take before another worker may take it.
const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// How long everything waits while the account itself is at fault (no sign-in, no keyring).
const HELPLESS: SignedDuration = SignedDuration::from_mins(1);
/// How much of a conversation's beginning a list shows.
const SNIPPET: usize = 120;

/// An event as it is stored: what is to be done about it follows from its type alone.
pub fn new_event(event: Event, body: Vec<u8>) -> NewEvent {
    let id = event.id().to_owned();
    match event {
        Event::Readable(notice) => {
            let state = match notice.closed_conversation() {
                Some(_) => EventState::Waiting,
                None => EventState::Noted,
            };
            let (kind, conversation_id) = (notice.kind, notice.conversation_id);
            NewEvent { id, kind, conversation_id, body, state, problem: None }
        }
        Event::Unreadable { why, .. } => NewEvent {
            id,
            kind: None,
            conversation_id: None,
            body,
            state: EventState::Unreadable,
            problem: Some(Said::new(Key::EventUnreadable, [("why", why)])),
        },
    }
}

/// Handle the event that is due longest.
pub async fn run_one(app: &App) -> anyhow::Result<Ran> {
    let now = app.clock().now();
    if app.account_rests(now) {
        return Ok(Ran::Idle);
    }
    let Some(event) = app.store().claim_event(now, now + LEASE).await? else {
        return Ok(Ran::Idle);
    };
    // Where one event was due more may be.
    app.wake_ingest();
    let end = handle(app, &event).await;
    app.store().end_event(&event.id, &end).await?;
    app.changed(Topic::Events);
    Ok(Ran::One)
}

async fn handle(app: &App, event: &ClaimedEvent) -> EventEnd {
    let (id, now) = (&event.conversation_id, app.clock().now());
    let (outcome, why) = match fetch(app, id).await {
        Ok(true) => return EventEnd::Handled,
        // Nobody says how soon a closed conversation can be read: it is asked for again.
        Ok(false) => {
            let unknown = Said::new(Key::ConversationUnknown, [("id", id.clone())]);
            (Outcome::Retry { after: None }, unknown)
        }
        // A fault of the account says nothing of this event: all of them wait, none is charged.
        Err(FetchError::Iadvize(error)) if error.is_of_the_account() => {
            app.rest_account(now + HELPLESS);
            return EventEnd::Postpone(now + HELPLESS, error.said());
        }
        Err(FetchError::Iadvize(error)) => (Outcome::Retry { after: asked(&error) }, error.said()),
        Err(FetchError::Unreadable(why)) => return EventEnd::Failed(why),
        Err(FetchError::Ours(error)) => {
            let why = Said::new(Key::LeadbridgeFailed, [("why", format!("{error:#}"))]);
            tracing::error!(conversation = %id, "a conversation could not be kept: {why}");
            (Outcome::Retry { after: None }, why)
        }
    };
    tracing::warn!(conversation = %id, attempt = event.attempt, "a conversation could not be fetched");
    match retry::decide(&outcome, event.attempt, now, app.clock().roll()) {
        Decision::Wait(until) => EventEnd::Retry(until, why),
        _ => EventEnd::Failed(why),
    }
}

fn asked(error: &iadvize::Error) -> Option<SignedDuration> {
    match error {
        iadvize::Error::Unavailable { after, .. } => *after,
        _ => None,
    }
}

/// Why a conversation could not be fetched and kept.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// iAdvize gave nothing.
    #[error(transparent)]
    Iadvize(#[from] iadvize::Error),
    /// It gave something that is no conversation.
    #[error("{0}")]
    Unreadable(Said),
    /// Ours.
    #[error(transparent)]
    Ours(#[from] anyhow::Error),
}

/// Fetch a conversation, read it, and keep it with its lead. False when iAdvize doesn't know it.
pub async fn fetch(app: &App, id: &str) -> Result<bool, FetchError> {
    let Some(fetched) = ask(app, id).await? else { return Ok(false) };
    keep(app, fetched).await?;
    Ok(true)
}

/// A conversation as iAdvize has it now, and what is read from it.
pub struct Fetched {
    /// The conversation.
    pub conversation: Conversation,
    /// What today's questions find in it.
    pub reading: Reading,
    questions: Questions,
    json: String,
}

/// The questions that a conversation is read with, as they are kept beside it.
#[derive(PartialEq)]
struct Questions {
    json: Option<String>,
    version: Option<(String, u32)>,
}

/// The questions of now; taken once for a reading, so that what is kept beside it is what it was
/// read with.
fn questions(app: &App) -> anyhow::Result<(Arc<Config>, Questions)> {
    let (config, version) = app.config_and_version();
    let json = config.question_set.as_ref().map(serde_json::to_string).transpose();
    let json = json.context("write down the question set")?;
    let version = version.map(|version| (version.id, version.number));
    Ok((config, Questions { json, version }))
}

/// Fetch a conversation and read it, without keeping anything. `None` when iAdvize doesn't know it.
pub async fn ask(app: &App, id: &str) -> Result<Option<Fetched>, FetchError> {
    let client = app.iadvize().ok_or(iadvize::Error::NotSignedIn)?;
    let Some(json) = client.conversation(id).await? else { return Ok(None) };
    Ok(Some(read(app, json)?))
}

/// Read a kept conversation again if the questions have changed since.
pub async fn refresh(app: &App, id: &str) -> anyhow::Result<()> {
    let kept = app.store().conversation(id).await?;
    let (_, kept) = kept.context("a lead's conversation is gone")?;
    let (_, now) = questions(app)?;
    if (Questions { json: kept.question_set, version: kept.read_with }) == now {
        return Ok(());
    }
    let fetched = read(app, kept.json)?;
    keep(app, fetched).await
}

fn read(app: &App, json: String) -> Result<Fetched, FetchError> {
    let conversation = Conversation::from_json(&json).map_err(|error| {
        let why = [("why", error.to_string())];
        FetchError::Unreadable(Said::new(Key::ConversationUnreadable, why))
    })?;
    let ((config, questions), empty) = (questions(app)?, QuestionSet::default());
    let set = config.question_set.as_ref().unwrap_or(&empty);
    let reading = extract(&conversation, set, &config.authors);
    Ok(Fetched { conversation, reading, questions, json })
}

/// Keep a conversation, its lead, and the lead's place in the queue, in one step.
async fn keep(app: &App, fetched: Fetched) -> anyhow::Result<()> {
    let (now, config) = (app.clock().now(), app.config());
    let Fetched { conversation, reading, questions, json } = fetched;
    let kept = KeptConversation {
        summary: summary(&conversation, &reading),
        json,
        reading: serde_json::to_string(&reading).context("write down the reading")?,
        question_set: questions.json,
        read_with: questions.version,
        sort_at: sort_at(&conversation).unwrap_or(now),
    };
    let email = reading.email.clone();
    let lead = NewLead {
        id: app.new_id(),
        conversation_id: conversation.id.clone(),
        name: kept.summary.visitor.clone(),
        email: email.map(|email| (email.value, LeadEmailSource::from(email.source))),
    };
    let destination = config.destination.as_ref().map(|destination| destination.key());
    let destination = destination.as_deref().map(|key| (key, config.mode));
    app.store().keep(&kept, &lead, destination, now).await.context("keep the conversation")?;
    app.changed(Topic::Conversations);
    app.changed(Topic::Leads);
    app.wake_deliver();
    Ok(())
}

fn sort_at(conversation: &Conversation) -> Option<Timestamp> {
    let times = [&conversation.closed_at, &conversation.created_at];
    times.into_iter().flatten().find_map(|at| at.parse().ok())
}

fn summary(conversation: &Conversation, reading: &Reading) -> ConversationRow {
    let count = |statuses: &[AnswerStatus]| {
        reading.answers.iter().filter(|answer| statuses.contains(&answer.status)).count() as u32
    };
    let said = conversation.messages.iter().filter(|m| m.author != Author::System);
    ConversationRow {
        lead: None,
        id: conversation.id.clone(),
        created_at: conversation.created_at.clone(),
        closed_at: conversation.closed_at.clone(),
        channel: conversation.channel.clone(),
        language: conversation.language.clone(),
        project: conversation.project.as_ref().and_then(|project| project.name.clone()),
        visitor: visitor_name(conversation),
        email: reading.email.as_ref().map(|email| email.value.clone()),
        snippet: snippet(conversation),
        messages: said.count() as u32,
        questions: reading.answers.len() as u32,
        answered: count(&[AnswerStatus::Answered]),
        needs_review: count(&[AnswerStatus::NeedsReview, AnswerStatus::Invalid]),
    }
}

/// The beginning of the first thing the visitor wrote.
pub fn snippet(conversation: &Conversation) -> String {
    let said = |m: &&Message| m.author == Author::Visitor && !m.text.trim().is_empty();
    let first = conversation.messages.iter().find(said);
    first.map(|m| m.text.trim().chars().take(SNIPPET).collect()).unwrap_or_default()
}

fn visitor_name(conversation: &Conversation) -> Option<String> {
    let visitor = &conversation.visitor;
    let names = [&visitor.first_name, &visitor.last_name].into_iter().flatten();
    let names: Vec<_> = names.map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| names.join(" "))
}
