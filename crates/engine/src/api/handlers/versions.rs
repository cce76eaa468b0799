//! Versions of question sets: how a draft becomes one, and which one is in use.

use super::{
    super::{ApiError, Code},
    not_found,
    questions::{find, open_question_set, overtaken, parsed},
};
use crate::{
    App,
    config::{self, Config},
    types::{
        ById, CompareVersions, QuestionSetDetail, SaveVersion, Topic, UseVersion, VersionChanges,
        VersionOf,
    },
};
use anyhow::Context as _;
use leadbridge_domain::question::{self, QuestionSet};

/// Save the draft as a version, and put it to use if that is asked for.
pub async fn save_version(app: &App, request: SaveVersion) -> Result<QuestionSetDetail, ApiError> {
    let SaveVersion { id, revision, put_to_use, drop_lines } = request;
    let set = find(app, &id).await?;
    if set.revision != revision {
        return Err(overtaken(app, &id).await);
    }
    let questions = QuestionSet::from_json(&set.draft).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        ApiError::new(Code::BadInput, faults.join("\n"))
    })?;
    if put_to_use {
        fits(app, &questions, drop_lines)?;
    }
    let json = serde_json::to_string(&questions).map_err(crate::app::internal)?;
    let now = app.clock().now();
    let kept = app.store().add_question_version(&id, &json, revision, now).await?;
    let Some(number) = kept else { return Err(overtaken(app, &id).await) };
    app.changed(Topic::Questions);
    match put_to_use {
        true => use_version(app, UseVersion { id, number, drop_lines }).await,
        false => open_question_set(app, ById { id }).await,
    }
}

/// Read conversations with this version from now on.
pub async fn use_version(app: &App, request: UseVersion) -> Result<QuestionSetDetail, ApiError> {
    let UseVersion { id, number, drop_lines } = request;
    find(app, &id).await?;
    let of = VersionOf { id, number };
    let questions = question_set_version(app, of.clone()).await?;
    fits(app, &questions, drop_lines)?;
    if !app.put_to_use(&of, questions, drop_lines).await? {
        return Err(not_found("question set", &of.id));
    }
    open_question_set(app, ById { id: of.id }).await
}

/// A version of a set.
pub async fn question_set_version(app: &App, request: VersionOf) -> Result<QuestionSet, ApiError> {
    parsed(&version(app, &request).await?)
}

/// What changed between two versions, or a version and the draft.
pub async fn compare_versions(
    app: &App,
    request: CompareVersions,
) -> Result<VersionChanges, ApiError> {
    let before = version_or_draft(app, &request.id, request.before).await?;
    let after = version_or_draft(app, &request.id, request.after).await?;
    Ok(VersionChanges { changes: question::compare(&before, &after) })
}

async fn version(app: &App, of: &VersionOf) -> Result<String, ApiError> {
    let kept = app.store().question_version(&of.id, of.number).await?;
    kept.ok_or_else(|| not_found("version", &of.number.to_string()))
}

async fn version_or_draft(
    app: &App,
    id: &str,
    number: Option<u32>,
) -> Result<QuestionSet, ApiError> {
    match number {
        Some(number) => question_set_version(app, VersionOf { id: id.to_owned(), number }).await,
        None => {
            let draft = find(app, id).await?.draft;
            let draft = serde_json::from_str(&draft).context("read the kept draft")?;
            Ok(QuestionSet::lenient(&draft))
        }
    }
}

/// Whether everything else that is set goes with these questions, but for lines that may go.
fn fits(app: &App, questions: &QuestionSet, drop_lines: bool) -> Result<(), ApiError> {
    let mut whole =
        Config { question_set: Some(questions.clone()), ..Config::clone(&app.config()) };
    let left = whole.drop_lines();
    if !drop_lines && !left.is_empty() {
        let fields = left.join(", ");
        let message = format!("the mapping still sends answers to questions of before: {fields}");
        return Err(ApiError::new(Code::MappingLeft, message));
    }
    match config::check(&whole, true).first() {
        Some(fault) => {
            let message = format!("the questions don't fit what is set now: {fault}");
            Err(ApiError::new(Code::BadInput, message))
        }
        None => Ok(()),
    }
}
