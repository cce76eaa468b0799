//! Sample conversations: the library, what is read from them, and what is expected of them.

use super::{
    super::{ApiError, Code},
    blocking,
    conversations::message,
    not_found, questions,
};
use crate::{
    App,
    flows::ingest,
    store::KeptSample,
    types::{
        ById, CheckReport, CheckSamples, CheckedSample, Empty, ExpectSample, KeepSample, Preview,
        PreviewRequest, SampleKept, SampleOf, SampleRow, SamplesRequest, Topic,
    },
};
use anyhow::{Context as _, anyhow};
use leadbridge_domain::{
    anonymise::{Anonymised, anonymise},
    compare::{self, AnswerBrief, AnswerChange},
    conversation::Conversation,
    extract::{Explained, explain},
    question::QuestionSet,
    reading::Reading,
    sample,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The library: samples that come with Leadbridge, then those that were kept.
pub async fn samples(app: &App, request: SamplesRequest) -> Result<Vec<SampleRow>, ApiError> {
    let expected = match &request.set {
        Some(set) => app.store().expectations(set).await?,
        None => BTreeMap::new(),
    };
    let mut rows = Vec::new();
    for shipped in sample::shipped() {
        rows.push(shipped_row(shipped, expected.contains_key(shipped.id))?);
    }
    for kept in app.store().samples().await? {
        rows.push(kept_row(&kept, expected.contains_key(&kept.id)));
    }
    Ok(rows)
}

/// Read a sample with questions that need not be saved.
pub async fn preview(app: &App, request: PreviewRequest) -> Result<Preview, ApiError> {
    let json = text(app, &request.sample).await?;
    let set = QuestionSet::lenient(&request.draft);
    let authors = app.config().authors.clone();
    let sample = request.sample.clone();
    let (conversation, explained, took) = blocking(move || {
        let began = std::time::Instant::now();
        let conversation = under(&sample, &json, &set)?;
        let explained = explain(&conversation, &set, &authors);
        Ok::<_, ApiError>((conversation, explained, began.elapsed()))
    })
    .await?;
    let Explained { reading, answers, messages } = explained;
    let unexpected = match (&request.set, key(&request.sample)) {
        (Some(set), Some(key)) => {
            let expected = app.store().expectations(set).await?;
            expected.get(key).map(|answers| differences(answers, &reading)).transpose()?
        }
        _ => None,
    };
    let authors = &app.config().authors;
    Ok(Preview {
        messages: conversation.messages.iter().map(|m| message(m, authors)).collect(),
        reading,
        reasons: answers,
        accounts: messages,
        unexpected,
        took_us: u32::try_from(took.as_micros()).unwrap_or(u32::MAX),
    })
}

/// Keep a conversation as a sample.
pub async fn keep_sample(app: &App, request: KeepSample) -> Result<SampleKept, ApiError> {
    let name = request.name.trim().to_owned();
    if name.is_empty() {
        return Err(ApiError::new(Code::BadInput, "the sample needs a name"));
    }
    let json = text(app, &request.sample).await?;
    let (anonymised, seed) = (request.anonymise, app.seed());
    let stand_in = blocking(move || match anonymised {
        true => anonymise(one(&json), &[], seed).map_err(|error| unreadable(&error)),
        false => parse(&json).map(|_| Anonymised {
            json: one(&json).to_owned(),
            replaced: BTreeMap::new(),
            reads_the_same: true,
        }),
    })
    .await?;
    let Anonymised { json, replaced, reads_the_same } = stand_in;
    let kept = KeptSample { id: app.new_id(), name, json, anonymised };
    app.store().add_sample(&kept, app.clock().now()).await?;
    app.changed(Topic::Questions);
    Ok(SampleKept { row: kept_row(&kept, false), replaced, reads_the_same })
}

/// Remove a kept sample; it can be brought back.
pub async fn remove_sample(app: &App, request: ById) -> Result<Empty, ApiError> {
    if !app.store().remove_sample(&request.id, Some(app.clock().now())).await? {
        return Err(not_found("kept sample", &request.id));
    }
    app.changed(Topic::Questions);
    Ok(Empty {})
}

/// Bring a removed sample back, and what is expected of it.
pub async fn restore_sample(app: &App, request: ById) -> Result<Empty, ApiError> {
    app.store().remove_sample(&request.id, None).await?;
    let back = app.store().sample(&request.id).await?;
    back.ok_or_else(|| not_found("kept sample", &request.id))?;
    app.changed(Topic::Questions);
    Ok(Empty {})
}

/// Keep what is read from a sample now as what is expected, or forget what was.
pub async fn expect_sample(app: &App, request: ExpectSample) -> Result<SampleRow, ApiError> {
    questions::find(app, &request.set).await?;
    let key = key(&request.sample).ok_or_else(|| {
        let message = "keep this conversation as a sample first; then it can be expected of";
        ApiError::new(Code::BadInput, message)
    })?;
    let answers = match &request.draft {
        Some(draft) => {
            let json = text(app, &request.sample).await?;
            let set = QuestionSet::lenient(draft);
            let conversation = under(&request.sample, &json, &set)?;
            let reading = explain(&conversation, &set, &app.config().authors).reading;
            Some(serde_json::to_string(&brief(&reading)).map_err(crate::app::internal)?)
        }
        None => None,
    };
    let now = app.clock().now();
    app.store().expect(&request.set, key, answers.as_deref(), now).await?;
    app.changed(Topic::Questions);
    row(app, &request.sample, answers.is_some()).await
}

/// Check every sample that has expected results.
pub async fn check_samples(app: &App, request: CheckSamples) -> Result<CheckReport, ApiError> {
    let kept = questions::find(app, &request.set).await?;
    let draft: Value = match request.draft {
        Some(draft) => draft,
        None => serde_json::from_str(&kept.draft).context("read the kept draft")?,
    };
    let set = QuestionSet::lenient(&draft);
    let mut samples = Vec::new();
    for (key, answers) in app.store().expectations(&request.set).await? {
        let sample = match sample::shipped().iter().any(|shipped| shipped.id == key) {
            true => SampleOf::Shipped { id: key },
            false => SampleOf::Kept { id: key },
        };
        let checked = async {
            let row = row(app, &sample, true).await?;
            let conversation = under(&sample, &text(app, &sample).await?, &set)?;
            let reading = explain(&conversation, &set, &app.config().authors).reading;
            Ok(CheckedSample { row, differences: differences(&answers, &reading)? })
        };
        match checked.await {
            Ok(checked) => samples.push(checked),
            // What is expected of a sample that was removed comes back with it.
            Err(ApiError { code: Code::NotFound, .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let failed = samples.iter().filter(|sample| !sample.differences.is_empty()).count() as u32;
    Ok(CheckReport { set: set.name, passed: samples.len() as u32 - failed, failed, samples })
}

/// An answer as it is kept to be expected.
#[derive(Serialize, Deserialize)]
struct Expected {
    number: u32,
    field: String,
    #[serde(flatten)]
    brief: AnswerBrief,
}

fn brief(reading: &Reading) -> Vec<Expected> {
    let brief = |answer: &leadbridge_domain::reading::Answer| Expected {
        number: answer.number,
        field: answer.field.clone(),
        brief: answer.into(),
    };
    reading.answers.iter().map(brief).collect()
}

fn differences(expected: &str, reading: &Reading) -> Result<Vec<AnswerChange>, ApiError> {
    let expected: Vec<Expected> =
        serde_json::from_str(expected).context("read the expected results")?;
    let plain = |one: Expected| (one.number, one.field, one.brief);
    let now = brief(reading).into_iter().map(plain).collect();
    Ok(compare::changed(expected.into_iter().map(plain).collect(), now))
}

/// What expected results are kept under: only samples that stay have any.
fn key(sample: &SampleOf) -> Option<&str> {
    match sample {
        SampleOf::Shipped { id } | SampleOf::Kept { id } => Some(id),
        SampleOf::Conversation { .. } | SampleOf::File { .. } => None,
    }
}

/// A sample's conversation, in the file's form.
async fn text(app: &App, sample: &SampleOf) -> Result<String, ApiError> {
    match sample {
        SampleOf::Shipped { id } => Ok(shipped(id)?.json.to_owned()),
        SampleOf::Kept { id } => {
            let kept = app.store().sample(id).await?;
            Ok(kept.ok_or_else(|| not_found("kept sample", id))?.json)
        }
        SampleOf::Conversation { id } => {
            let kept = app.store().conversation(id).await?;
            Ok(kept.ok_or_else(|| not_found("conversation", id))?.1.json)
        }
        SampleOf::File { json } => Ok(json.clone()),
    }
}

/// A sample's conversation under a question set. Those that come with Leadbridge ask their own
/// questions, which stand for the set's where they ask for the same.
fn under(sample: &SampleOf, json: &str, set: &QuestionSet) -> Result<Conversation, ApiError> {
    let mut conversation = parse(json)?;
    if let SampleOf::Shipped { id } = sample {
        let asked =
            sample::questions(shipped(id)?.language).context("find a sample's questions")?;
        let asked = QuestionSet::from_json(asked).map_err(|faults| anyhow!("{faults:?}"))?;
        sample::fit(&mut conversation, &asked, set);
    }
    Ok(conversation)
}

async fn row(app: &App, sample: &SampleOf, expected: bool) -> Result<SampleRow, ApiError> {
    match sample {
        SampleOf::Shipped { id } => shipped_row(shipped(id)?, expected),
        SampleOf::Kept { id } | SampleOf::Conversation { id } => {
            let kept = app.store().sample(id).await?;
            Ok(kept_row(&kept.ok_or_else(|| not_found("kept sample", id))?, expected))
        }
        SampleOf::File { .. } => Err(not_found("kept sample", "file")),
    }
}

fn shipped(id: &str) -> Result<&'static sample::Sample, ApiError> {
    let found = sample::shipped().iter().find(|sample| sample.id == id);
    found.ok_or_else(|| not_found("sample", id))
}

fn shipped_row(shipped: &sample::Sample, expected: bool) -> Result<SampleRow, ApiError> {
    Ok(SampleRow {
        sample: SampleOf::Shipped { id: shipped.id.to_owned() },
        kind: Some(shipped.kind),
        name: None,
        language: Some(shipped.language.to_owned()),
        snippet: ingest::snippet(&parse(shipped.json)?),
        anonymised: false,
        expected,
    })
}

/// A kept sample's row. One that can't be read is listed all the same: else nobody could remove it.
fn kept_row(kept: &KeptSample, expected: bool) -> SampleRow {
    let conversation = parse(&kept.json).ok();
    SampleRow {
        sample: SampleOf::Kept { id: kept.id.clone() },
        kind: None,
        name: Some(kept.name.clone()),
        snippet: conversation.as_ref().map(ingest::snippet).unwrap_or_default(),
        language: conversation.and_then(|conversation| conversation.language),
        anonymised: kept.anonymised,
        expected,
    }
}

fn parse(json: &str) -> Result<Conversation, ApiError> {
    Conversation::from_json(one(json)).map_err(|error| unreadable(&error))
}

fn unreadable(error: &dyn std::fmt::Display) -> ApiError {
    ApiError::new(Code::BadInput, format!("this is no conversation: {error}"))
}

/// One conversation of a file: of a file with one a line, the first.
fn one(json: &str) -> &str {
    let whole = json.trim_start_matches('\u{feff}').trim();
    match whole.split_once('\n') {
        Some((first, _)) if serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok() => first,
        _ => whole,
    }
}
