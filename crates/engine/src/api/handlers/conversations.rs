//! What came: events and conversations.

use super::{super::ApiError, leads::name_destination, limit, not_found, search};
use crate::{
    App,
    flows::ingest,
    types::{
        ById, ConversationDetail, ConversationPage, EventPage, ListRequest, MarkerView,
        MessageView, ReadWith, Side, VersionOf,
    },
};
use anyhow::Context as _;
use leadbridge_domain::{
    conversation::{Author, Conversation, Message},
    extract::{self, Authors},
    marker,
    question::QuestionSet,
    transcript,
};

/// Webhooks as received, newest first.
pub async fn events(app: &App, request: ListRequest) -> Result<EventPage, ApiError> {
    let after = request.after.as_deref();
    Ok(app.store().events(search(&request), limit(&request), after).await?)
}

/// Conversations, newest first.
pub async fn conversations(app: &App, request: ListRequest) -> Result<ConversationPage, ApiError> {
    let after = request.after.as_deref();
    Ok(app.store().conversations(search(&request), limit(&request), after).await?)
}

/// One conversation with all that was read from it.
pub async fn conversation(app: &App, request: ById) -> Result<ConversationDetail, ApiError> {
    let kept = app.store().conversation(&request.id).await?;
    let (row, kept) = kept.ok_or_else(|| not_found("conversation", &request.id))?;
    let conversation = Conversation::from_json(&kept.json).context("read the kept conversation")?;
    let reading = serde_json::from_str(&kept.reading).context("read the kept reading")?;
    let authors = &app.config().authors;
    let set: Option<QuestionSet> = kept
        .question_set
        .as_deref()
        .map(serde_json::from_str)
        .transpose()
        .context("read the kept question set")?;
    // The reasons are not kept: they follow from the conversation and the questions.
    let explained = extract::explain(&conversation, &set.clone().unwrap_or_default(), authors);
    let in_use = app.questions_in_use();
    let read_with = set.as_ref().zip(kept.read_with).map(|(set, (id, number))| ReadWith {
        name: set.name.clone(),
        in_use: in_use == Some(VersionOf { id: id.clone(), number }),
        id,
        number,
    });
    let mut lead = app.store().lead(&row.id).await?;
    lead.iter_mut().for_each(|lead| name_destination(app, lead));
    Ok(ConversationDetail {
        messages: conversation.messages.iter().map(|m| message(m, authors)).collect(),
        reading,
        reasons: explained.answers,
        accounts: explained.messages,
        question_set: set,
        read_with,
        lead,
        tags: conversation.tags,
        row,
    })
}

/// Fetch a conversation from iAdvize again and read it with the questions of now.
pub async fn reread(app: &App, request: ById) -> Result<ConversationDetail, ApiError> {
    if !ingest::fetch(app, &request.id).await? {
        return Err(not_found("conversation at iAdvize", &request.id));
    }
    conversation(app, request).await
}

/// A message of the transcript.
pub(super) fn message(message: &Message, authors: &Authors) -> MessageView {
    let side = match (&message.author, authors.side(&message.author)) {
        (Author::System, _) => Side::System,
        (_, Some(extract::Side::Visitor)) => Side::Visitor,
        (_, Some(extract::Side::Operator)) => Side::Operator,
        (_, Some(extract::Side::Neither) | None) => Side::Unknown,
    };
    let markers = match side {
        Side::Operator => marker::markers(&message.text),
        _ => Vec::new(),
    };
    let view = |m: &marker::Marker| MarkerView { number: m.number, start: m.start, end: m.end };
    MessageView {
        id: message.id.clone(),
        at: message.created_at.clone(),
        side,
        author: transcript::author(message),
        text: message.text.clone(),
        markers: markers.iter().map(view).collect(),
        attachments: message.attachments.iter().map(attachment).collect(),
    }
}

/// An attachment as people see it: its texts without markers, else what it is.
fn attachment(attachment: &leadbridge_domain::conversation::Attachment) -> String {
    let texts = attachment.texts.iter().map(|text| marker::shown(text).trim().to_owned());
    let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
    match texts.is_empty() {
        true => attachment.kind.trim_end_matches("Attachment").to_owned(),
        false => texts.join(" · "),
    }
}
