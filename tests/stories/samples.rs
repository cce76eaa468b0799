//! Sample conversations: the library, what is read from them, and what is expected of them.

use crate::{
    harness::{World, clock},
    questions::{only, seeded},
};
use leadbridge_engine::{
    api::{self, Code},
    types::{
        ById, CheckSamples, ExpectSample, KeepSample, PreviewRequest, SampleOf, SamplesRequest,
    },
};
use leadbridge_simulator::seed;
use serde_json::{Value, json};

#[tokio::test]
async fn samples_are_read_kept_and_expected_to_stay_as_they_are() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let set = only(&app).await.row.id;
    let seed = &seed::conversations()[0];
    api::reread(&app, ById { id: seed.id().into() }).await.expect("it is read");
    let received = SampleOf::Conversation { id: seed.id().into() };
    let preview = async |draft: Value, sample: &SampleOf| {
        let request = PreviewRequest { set: Some(set.clone()), draft, sample: sample.clone() };
        api::preview(&app, request).await.expect("a preview")
    };
    let read = preview(seeded(), &received).await;
    assert!(read.reading.answers.iter().any(|answer| answer.value.is_some()));
    assert_eq!(read.reasons.len(), read.reading.answers.len());
    assert_eq!(read.unexpected, None);

    let keep = |anonymise| KeepSample { sample: received.clone(), name: "One".into(), anonymise };
    let kept = api::keep_sample(&app, keep(true)).await.expect("a sample");
    assert!(kept.reads_the_same && !kept.replaced.is_empty(), "{:?}", kept.replaced);
    let row = kept.row;
    let stand_in = preview(seeded(), &row.sample).await;
    let statuses = |preview: &leadbridge_engine::types::Preview| {
        preview.reading.answers.iter().map(|answer| answer.status).collect::<Vec<_>>()
    };
    assert_eq!(statuses(&stand_in), statuses(&read), "it reads the same");
    let text = serde_json::to_string(&stand_in.messages).expect("JSON");
    let email = seed.expected.email.as_ref().expect("an email");
    assert!(!text.contains(email.as_str()), "nobody is recognised");

    let expect = |draft| ExpectSample { set: set.clone(), draft, sample: row.sample.clone() };
    let expected = api::expect_sample(&app, expect(Some(seeded()))).await.expect("expected");
    assert!(expected.expected);
    let check = async |draft: Option<Value>| {
        let request = CheckSamples { set: set.clone(), draft };
        api::check_samples(&app, request).await.expect("a report")
    };
    assert_eq!(check(None).await.passed, 1);
    let mut draft = seeded();
    draft["questions"][0]["answer"] = json!({ "type": "url" });
    let failed = check(Some(draft.clone())).await;
    assert_eq!((failed.passed, failed.failed), (0, 1));
    assert_eq!(failed.samples[0].differences.len(), 1, "{failed:?}");
    let unexpected = preview(draft, &row.sample).await.unexpected.expect("it is expected");
    assert_eq!(unexpected.len(), 1);

    let SampleOf::Kept { id } = &row.sample else { panic!("{row:?} is kept") };
    api::remove_sample(&app, ById { id: id.clone() }).await.expect("removed");
    assert_eq!(check(None).await.samples.len(), 0);
    api::restore_sample(&app, ById { id: id.clone() }).await.expect("back");
    assert_eq!(check(None).await.passed, 1);
    let rows = api::samples(&app, SamplesRequest { set: Some(set.clone()) }).await.expect("rows");
    let back = rows.iter().find(|row| row.sample == expected.sample).expect("it is back");
    assert_eq!(back, &expected, "and so is what is expected of it");
    let unknown = api::restore_sample(&app, ById { id: "x".into() }).await;
    assert_eq!(unknown.expect_err("unknown").code, Code::NotFound);
    api::expect_sample(&app, expect(None)).await.expect("forgotten");
    assert_eq!(check(None).await.samples.len(), 0);
}

#[tokio::test]
async fn the_library_has_samples_in_five_languages_and_takes_a_file() {
    let world = World::new().await;
    let app = world.engine(&clock()).await;
    let rows = api::samples(&app, SamplesRequest { set: None }).await.expect("the library");
    for language in ["fr", "en", "de", "es", "it"] {
        let of = rows.iter().filter(|row| row.language.as_deref() == Some(language));
        assert_eq!(of.count(), 9, "{language}");
    }
    let lines = format!("{}\n{}\n", seed_line(0), seed_line(1));
    for (json, fine) in
        [(seed_line(0), true), (lines, true), ("{".into(), false), ("[]".into(), false)]
    {
        let request =
            PreviewRequest { set: None, draft: seeded(), sample: SampleOf::File { json } };
        let read = api::preview(&app, request).await;
        assert_eq!(read.is_ok(), fine, "{read:?}");
        if let Err(error) = read {
            assert_eq!(error.code, Code::BadInput);
            assert!(error.message.contains("no conversation"), "{error}");
        }
    }
}

#[tokio::test]
async fn the_samples_that_come_along_answer_whatever_number_a_question_has() {
    let world = World::new().await;
    let app = world.engine(&clock()).await;
    let draft = serde_json::json!({"name": "Mine", "language": "en", "region": "GB", "questions": [
        {"number": 40, "field": "mail", "text": "Your email?", "answer": {"type": "email"}},
        {"number": 12, "field": "visit", "text": "When?", "answer": {"type": "date"}},
        {"number": 3, "field": "link", "text": "Which page?", "answer": {"type": "url"}},
    ]});
    let sample = SampleOf::Shipped { id: "en/plain".into() };
    let request = PreviewRequest { set: None, draft, sample };
    let read = api::preview(&app, request).await.expect("a preview").reading;
    let statuses: Vec<_> =
        read.answers.iter().map(|answer| (answer.number, answer.value.is_some())).collect();
    assert_eq!(statuses, [(3, false), (12, true), (40, true)], "{read:?}");
}

fn seed_line(at: usize) -> String {
    seed::conversations()[at].conversation.to_string()
}

#[tokio::test]
async fn a_sample_that_cannot_be_read_is_listed_and_fails_the_check_aloud() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let set = only(&app).await.row.id;
    let sample = SampleOf::File { json: seed_line(0) };
    let keep = KeepSample { sample, name: "One".into(), anonymise: false };
    let row = api::keep_sample(&app, keep).await.expect("a sample").row;
    let expect =
        ExpectSample { set: set.clone(), draft: Some(seeded()), sample: row.sample.clone() };
    api::expect_sample(&app, expect).await.expect("expected");

    let file = world.folder.path().join("leadbridge.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
    let pool = sqlx::SqlitePool::connect_with(options).await.expect("the database");
    sqlx::query("UPDATE samples SET json = '{'").execute(&pool).await.expect("it is spoilt");
    pool.close().await;

    let rows = api::samples(&app, SamplesRequest { set: None }).await.expect("the library");
    let spoilt = rows.iter().find(|listed| listed.sample == row.sample).expect("it is listed");
    assert_eq!((spoilt.name.as_deref(), spoilt.snippet.as_str()), (Some("One"), ""));
    let check = async || {
        let request = CheckSamples { set: set.clone(), draft: None };
        api::check_samples(&app, request).await
    };
    let error = check().await.expect_err("not as if nothing were expected");
    assert!(error.message.contains("no conversation"), "{error}");
    let SampleOf::Kept { id } = row.sample else { panic!("it is kept") };
    api::remove_sample(&app, ById { id }).await.expect("the way out");
    assert_eq!(check().await.expect("a report").samples.len(), 0);
}
