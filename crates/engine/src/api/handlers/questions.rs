//! Question sets: drafts, versions, and what is set up by hand.

use super::{
    super::{ApiError, Code},
    configuration::is_question_set,
    not_found,
};
use crate::{
    App,
    store::KeptSet,
    types::{
        ById, Draft, Empty, Kit, KitRequest, QuestionSetDetail, QuestionSetRow, QuestionText,
        ReadQuestions, SaveDraft, SavedDraft, Topic, VersionRow,
    },
};
use anyhow::Context as _;
use leadbridge_domain::{
    kit,
    question::{self, Finding, QuestionSet},
};
use serde_json::{Map, Value};

/// Every question set, the last changed first.
pub async fn question_sets(app: &App, _: Empty) -> Result<Vec<QuestionSetRow>, ApiError> {
    let sets = app.store().question_sets().await?;
    sets.iter().map(|set| row(app, set)).collect()
}

/// A question set with its draft and its versions.
pub async fn open_question_set(app: &App, request: ById) -> Result<QuestionSetDetail, ApiError> {
    let set = find(app, &request.id).await?;
    let row = row(app, &set)?;
    let versions = app.store().question_versions(&set.id).await?;
    let version = |kept: &crate::store::KeptVersion| -> Result<VersionRow, ApiError> {
        Ok(VersionRow {
            number: kept.number,
            saved_at: kept.saved_at.to_string(),
            questions: parsed(&kept.json)?.questions.len() as u32,
            in_use: row.in_use == Some(kept.number),
            conversations: kept.conversations,
        })
    };
    Ok(QuestionSetDetail {
        versions: versions.iter().map(version).collect::<Result<_, _>>()?,
        findings: question::lint(&set.draft),
        draft: serde_json::from_str(&set.draft).context("read the kept draft")?,
        revision: set.revision,
        row,
    })
}

/// Keep a new set with this draft.
pub async fn create_question_set(app: &App, request: Draft) -> Result<QuestionSetDetail, ApiError> {
    let (id, draft) = (app.new_id(), draft_text(&request.draft)?);
    app.store().add_question_set(&id, &draft, app.clock().now()).await?;
    app.changed(Topic::Questions);
    open_question_set(app, ById { id }).await
}

/// Keep a set's draft, unless another one was kept meanwhile.
pub async fn save_draft(app: &App, request: SaveDraft) -> Result<SavedDraft, ApiError> {
    let draft = draft_text(&request.draft)?;
    let now = app.clock().now();
    let kept = app.store().save_draft(&request.id, &draft, request.revision, now).await?;
    let Some(revision) = kept else { return Err(overtaken(app, &request.id).await) };
    app.changed(Topic::Questions);
    let set = find(app, &request.id).await?;
    let changed = row(app, &set)?.changed;
    Ok(SavedDraft { revision, changed, findings: question::lint(&draft) })
}

/// Say what is wrong with a draft.
pub async fn lint_questions(_: &App, request: Draft) -> Result<Vec<Finding>, ApiError> {
    Ok(question::lint(&request.draft.to_string()))
}

/// Delete a set; it can be brought back. The one in use can't be deleted.
pub async fn delete_question_set(app: &App, request: ById) -> Result<Empty, ApiError> {
    if !app.store().delete_question_set(&request.id, Some(app.clock().now())).await? {
        find(app, &request.id).await?;
        let message = "conversations are read with these questions; put others to use first";
        return Err(ApiError::new(Code::BadInput, message));
    }
    app.changed(Topic::Questions);
    Ok(Empty {})
}

/// Bring a deleted set back.
pub async fn undelete_question_set(
    app: &App,
    request: ById,
) -> Result<QuestionSetDetail, ApiError> {
    app.store().delete_question_set(&request.id, None).await?;
    app.changed(Topic::Questions);
    open_question_set(app, request).await
}

/// Read a set's file, a configuration's, or a list of plain questions.
pub async fn read_questions(_: &App, request: QuestionText) -> Result<ReadQuestions, ApiError> {
    let text = request.text.trim_start_matches('\u{feff}').trim();
    let is_file = text.starts_with('{');
    let draft = match is_file {
        true => draft_value(&in_file(text)?)?,
        false if is_array(text) => {
            let message = "this is a JSON list; a question set's file is an object that has one: \
                           {\"name\": …, \"questions\": […]}";
            return Err(ApiError::new(Code::BadInput, message));
        }
        false => {
            let set = question::from_list(&request.text, request.language.as_deref());
            serde_json::to_value(set).map_err(crate::app::internal)?
        }
    };
    Ok(ReadQuestions { findings: question::lint(&draft.to_string()), draft, is_file })
}

/// The questions of a file: of a configuration, those that it puts to use.
fn in_file(text: &str) -> Result<Value, ApiError> {
    let bad = |message: String| ApiError::new(Code::BadInput, message);
    let mut file: Map<String, Value> =
        serde_json::from_str(text).map_err(|error| bad(format!("not JSON: {error}")))?;
    if file.is_empty() || is_question_set(&file) {
        return Ok(Value::Object(file));
    }
    let questions = file.remove("question_set").filter(|questions| !questions.is_null());
    questions.ok_or_else(|| bad("this is a configuration without questions".into()))
}

/// Whether a text is meant as a JSON list. A plain question may begin with a bracket too.
fn is_array(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('[') else { return false };
    inside.trim_start().starts_with('{') || serde_json::from_str::<Vec<Value>>(text).is_ok()
}

/// What the admin sets up by hand in iAdvize.
pub async fn question_kit(_: &App, request: KitRequest) -> Result<Kit, ApiError> {
    let set = QuestionSet::lenient(&request.draft);
    let (language, words) = (request.language.as_deref(), request.words);
    let entries = kit::entries(&set, language);
    Ok(Kit {
        all: kit::all(&entries),
        left_out: kit::left_out(&request.draft, &entries),
        csv: kit::csv(&entries, &request.category, words),
        sheet: kit::sheet(&set, &entries, &request.category, words),
        script: kit::script(&set, language, words),
        entries,
    })
}

/// The set of this id.
pub(super) async fn find(app: &App, id: &str) -> Result<KeptSet, ApiError> {
    app.store().question_set(id).await?.ok_or_else(|| not_found("question set", id))
}

/// Why nothing was saved: another draft is kept, if the set is there at all.
pub(super) async fn overtaken(app: &App, id: &str) -> ApiError {
    let message = "these questions were changed in another window meanwhile; nothing was saved";
    find(app, id).await.err().unwrap_or_else(|| ApiError::new(Code::Conflict, message))
}

fn row(app: &App, set: &KeptSet) -> Result<QuestionSetRow, ApiError> {
    let draft: Value = serde_json::from_str(&set.draft).context("read the kept draft")?;
    let in_use = app.questions_in_use().filter(|version| version.id == set.id);
    let text = |name: &str| draft.get(name).and_then(Value::as_str).map(str::to_owned);
    let latest = set.latest.as_ref();
    Ok(QuestionSetRow {
        id: set.id.clone(),
        name: text("name").unwrap_or_default(),
        language: text("language"),
        questions: draft.get("questions").and_then(Value::as_array).map_or(0, Vec::len) as u32,
        version: latest.map(|(number, _)| *number),
        changed: latest.is_none_or(|(_, json)| Some(json) != canonical(&draft).as_ref()),
        in_use: in_use.map(|version| version.number),
        edited_at: set.edited_at.to_string(),
    })
}

/// A draft as versions are written, if it can be one: without what versions have no place for.
fn canonical(draft: &Value) -> Option<String> {
    let set: QuestionSet = serde_json::from_value(draft.clone()).ok()?;
    serde_json::to_string(&set).ok()
}

/// A draft as it is kept: like a version where it could be one, so that the two can be compared.
fn draft_text(draft: &Value) -> Result<String, ApiError> {
    let draft = draft_value(draft)?;
    let canonical = canonical(&draft).filter(|text| {
        // What versions have no place for is not lost from a draft.
        serde_json::from_str::<Value>(text).is_ok_and(|same| same == draft)
    });
    Ok(canonical.unwrap_or_else(|| draft.to_string()))
}

/// What can be a draft at all: an object, with its list of questions.
fn draft_value(draft: &Value) -> Result<Value, ApiError> {
    let mut draft = draft.clone();
    let Value::Object(set) = &mut draft else {
        return Err(ApiError::new(Code::BadInput, "a question set is a JSON object"));
    };
    let questions = set.entry("questions").or_insert_with(|| Value::Array(Vec::new()));
    if !questions.is_array() {
        return Err(ApiError::new(Code::BadInput, "questions: must be a list"));
    }
    set.entry("name").or_insert_with(|| Value::String(String::new()));
    Ok(draft)
}

pub(super) fn parsed(json: &str) -> Result<QuestionSet, ApiError> {
    Ok(serde_json::from_str(json).context("read the kept version")?)
}
