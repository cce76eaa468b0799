//! Question sets: drafts and versions, the ones in use, and what a change would do.

use crate::harness::{World, clock};
use leadbridge_engine::{
    App,
    api::{self, Code},
    types::{
        ById, CheckSamples, CompareVersions, ConfigText, Draft, Empty, ExpectSample, KeepSample,
        PreviewRequest, QuestionSetDetail, QuestionSetRow, QuestionText, SampleOf, SamplesRequest,
        SaveDraft, SaveVersion, VersionOf, WhatIf,
    },
};
use leadbridge_simulator::seed;
use serde_json::{Value, json};

fn seeded() -> Value {
    serde_json::from_str(seed::QUESTIONS).expect("the seeds' questions")
}

async fn sets(app: &App) -> Vec<QuestionSetRow> {
    api::question_sets(app, Empty {}).await.expect("the sets")
}

async fn only(app: &App) -> QuestionSetDetail {
    let sets = sets(app).await;
    assert_eq!(sets.len(), 1, "{sets:?}");
    api::open_question_set(app, ById { id: sets[0].id.clone() }).await.expect("the set")
}

async fn save(app: &App, id: &str, draft: Value, put_to_use: bool) -> QuestionSetDetail {
    let draft = SaveDraft { id: id.into(), draft, revision: None };
    api::save_draft(app, draft).await.expect("a draft");
    api::save_version(app, SaveVersion { id: id.into(), put_to_use }).await.expect("a version")
}

#[tokio::test]
async fn a_loaded_file_is_a_version_and_conversations_say_with_which_they_were_read() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let set = only(&app).await;
    assert_eq!((set.row.version, set.row.in_use, set.row.changed), (Some(1), Some(1), false));

    let ids: Vec<_> = seed::conversations().iter().map(|seed| seed.id().to_owned()).collect();
    let first = api::reread(&app, ById { id: ids[0].clone() }).await.expect("it is read");
    let mut draft = seeded();
    draft["questions"][0]["text"] = json!("Another wording?");
    let set = save(&app, &set.row.id, draft, true).await;
    let second = api::reread(&app, ById { id: ids[1].clone() }).await.expect("it is read");
    let numbers = [first, second].map(|detail| detail.read_with.expect("a version").number);
    assert_eq!(numbers, [1, 2]);
    let versions: Vec<_> =
        set.versions.iter().map(|version| (version.number, version.in_use)).collect();
    assert_eq!(versions, [(2, true), (1, false)]);
    let first = api::conversation(&app, ById { id: ids[0].clone() }).await.expect("it is kept");
    assert!(!first.read_with.expect("a version").in_use, "it was read with the first");
    let counted = only(&app).await.versions;
    assert_eq!(counted.iter().map(|version| version.conversations).collect::<Vec<_>>(), [1, 1]);
}

#[tokio::test]
async fn the_same_file_again_is_no_new_version_and_another_name_is_another_set() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let apply = async |questions: &Value| {
        let json = json!({ "question_set": questions, "mapping": [] }).to_string();
        api::config_apply(&app, ConfigText { json }).await.expect("it is applied");
    };
    apply(&seeded()).await;
    assert_eq!(only(&app).await.versions.len(), 1);
    let mut other = seeded();
    other["name"] = json!("Another set");
    apply(&other).await;
    let rows = sets(&app).await;
    let of = |name: &str| rows.iter().find(|row| row.name == name).expect("the set").in_use;
    assert_eq!(of("Another set"), Some(1));
    assert_eq!(of(seeded()["name"].as_str().expect("a name")), None);
    // Back to the first: no third set, no second version.
    apply(&seeded()).await;
    let rows = sets(&app).await;
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().all(|row| row.version == Some(1)), "{rows:?}");
}

#[tokio::test]
async fn a_draft_is_kept_with_its_faults_and_never_over_somebody_elses() {
    let world = World::new().await;
    let app = world.engine(&clock()).await;
    let draft = json!({ "name": "", "questions": [{ "number": 1, "field": "a", "text": "Q?" }] });
    let set = api::create_question_set(&app, Draft { draft }).await.expect("a set");
    assert_eq!((set.row.version, set.row.in_use), (None, None));
    let id = set.row.id.clone();
    let (first, second) = (json!({ "name": "first" }), json!({ "name": "second" }));
    let save =
        |draft: &Value, revision| SaveDraft { id: id.clone(), draft: draft.clone(), revision };
    let kept = api::save_draft(&app, save(&first, Some(set.revision))).await.expect("it is kept");
    let refused = api::save_draft(&app, save(&second, Some(set.revision))).await;
    assert_eq!(refused.expect_err("an older revision").code, Code::Conflict);
    assert_eq!(only(&app).await.draft["name"], "first");
    let kept = api::save_draft(&app, save(&second, Some(kept.revision))).await.expect("it is kept");
    assert_eq!(only(&app).await.revision, kept.revision);
    // A draft that nobody could read with is no version.
    let faulty = json!({ "name": "x", "questions": [{ "number": 0, "field": "a" }] });
    api::save_draft(&app, save(&faulty, None)).await.expect("it is kept all the same");
    let refused = api::save_version(&app, SaveVersion { id: id.clone(), put_to_use: true }).await;
    let why = refused.expect_err("no version");
    assert_eq!(why.code, Code::BadInput);
    assert!(why.message.contains("questions[0].number"), "{why}");
    for bad in [json!([]), json!({ "questions": 1 })] {
        let refused = api::save_draft(&app, save(&bad, None)).await.expect_err("no draft");
        assert_eq!(refused.code, Code::BadInput);
    }
}

#[tokio::test]
async fn an_older_version_can_be_put_to_use_or_gone_back_to() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let id = only(&app).await.row.id;
    let mut draft = seeded();
    draft["questions"][1]["text"] = json!("Another wording?");
    save(&app, &id, draft.clone(), true).await;
    let back = VersionOf { id: id.clone(), number: 1 };
    let set = api::use_version(&app, back.clone()).await.expect("it is in use");
    assert_eq!((set.row.in_use, set.row.version, set.versions.len()), (Some(1), Some(2), 2));
    assert_eq!(set.draft["questions"][1]["text"], "Another wording?", "the draft stays");
    let compared = CompareVersions { id: id.clone(), before: Some(1), after: None };
    let changes = api::compare_versions(&app, compared).await.expect("changes").changes;
    assert_eq!(changes.len(), 1, "{changes:?}");
    let set = api::restore_version(&app, back).await.expect("it is back");
    assert_eq!(set.draft["questions"][1]["text"], seeded()["questions"][1]["text"]);
    let compared = CompareVersions { id: id.clone(), before: Some(1), after: None };
    let changes = api::compare_versions(&app, compared).await.expect("changes").changes;
    assert!(changes.is_empty(), "{changes:?}");
}

#[tokio::test]
async fn what_is_in_use_is_not_deleted_and_what_is_deleted_comes_back() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let used = only(&app).await.row.id;
    let refused = api::delete_question_set(&app, ById { id: used }).await.expect_err("in use");
    assert_eq!(refused.code, Code::BadInput);
    let new = api::create_question_set(&app, Draft { draft: seeded() }).await.expect("a set");
    let id = ById { id: new.row.id };
    api::delete_question_set(&app, id.clone()).await.expect("deleted");
    assert_eq!(sets(&app).await.len(), 1);
    api::undelete_question_set(&app, id).await.expect("back");
    assert_eq!(sets(&app).await.len(), 2);
}

#[tokio::test]
async fn questions_that_the_mapping_does_not_go_with_are_not_put_to_use() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let id = only(&app).await.row.id;
    let mut draft = seeded();
    draft["questions"].as_array_mut().expect("questions").truncate(1);
    api::save_draft(&app, SaveDraft { id: id.clone(), draft, revision: None }).await.expect("kept");
    let refused = api::save_version(&app, SaveVersion { id, put_to_use: true }).await;
    let why = refused.expect_err("the mapping names the others");
    assert!(why.message.contains("mapping["), "{why}");
    assert_eq!(only(&app).await.row.in_use, Some(1));
}

#[tokio::test]
async fn a_change_is_tried_on_what_came_before_it_is_saved() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    for seed in seed::conversations() {
        // One of them is unknown at iAdvize.
        api::reread(&app, ById { id: seed.id().into() }).await.ok();
    }
    let same = WhatIf { draft: seeded(), against: None, last: None };
    let report = api::what_if(&app, same).await.expect("a report");
    assert!(report.conversations > 10, "{report:?}");
    assert_eq!((report.changed, report.unreadable), (0, 0), "{report:?}");

    let mut draft = seeded();
    let field = draft["questions"][0]["field"].clone();
    draft["questions"][0]["answer"] = json!({ "type": "url" });
    let other = WhatIf { draft, against: None, last: None };
    let report = api::what_if(&app, other.clone()).await.expect("a report");
    assert!(report.changed > 5, "{report:?}");
    assert_eq!(report.rows.len(), report.changed as usize);
    let tallies: Vec<_> = report.questions.iter().map(|tally| json!(tally.field)).collect();
    assert_eq!(tallies, [field]);
    assert_eq!(report.questions[0].changed, report.changed);
    assert!(report.questions[0].lost > 5, "{report:?}");
    let few = api::what_if(&app, WhatIf { last: Some(3), ..other }).await.expect("a report");
    assert_eq!(few.conversations, 3);
}

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
async fn a_text_is_read_as_a_file_or_as_plain_questions() {
    let world = World::new().await;
    let app = world.engine(&clock()).await;
    let read = async |text: &str| {
        let language = Some("fr".to_owned());
        api::read_questions(&app, QuestionText { text: text.into(), language }).await
    };
    let file = read(&format!("\u{feff}{}", seed::QUESTIONS)).await.expect("a file");
    assert!(file.is_file);
    assert_eq!(file.draft["name"], seeded()["name"]);
    let list =
        read("1. Quel est votre e-mail ?\n2. Quel est votre budget ?").await.expect("a list");
    assert!(!list.is_file);
    let types: Vec<_> =
        (0..2).map(|at| list.draft["questions"][at]["answer"]["type"].clone()).collect();
    assert_eq!(types, ["email", "amount"]);
    assert_eq!(read("{\"name\":").await.expect_err("broken").code, Code::BadInput);
}
