//! Question sets: drafts and versions, the ones in use, and what a change would do.

use crate::harness::{World, clock};
use leadbridge_engine::{
    App,
    api::{self, Code},
    types::{
        ById, CompareVersions, ConfigText, Draft, Empty, QuestionSetDetail, QuestionSetRow,
        QuestionText, SaveDraft, SaveVersion, VersionOf, WhatIf,
    },
};
use leadbridge_simulator::seed;
use serde_json::{Value, json};

pub fn seeded() -> Value {
    serde_json::from_str(seed::QUESTIONS).expect("the seeds' questions")
}

async fn sets(app: &App) -> Vec<QuestionSetRow> {
    api::question_sets(app, Empty {}).await.expect("the sets")
}

pub async fn only(app: &App) -> QuestionSetDetail {
    let sets = sets(app).await;
    assert_eq!(sets.len(), 1, "{sets:?}");
    api::open_question_set(app, ById { id: sets[0].id.clone() }).await.expect("the set")
}

async fn save(app: &App, id: &str, draft: Value, put_to_use: bool) -> QuestionSetDetail {
    let draft = SaveDraft { id: id.into(), draft, revision: None };
    let revision = api::save_draft(app, draft).await.expect("a draft").revision;
    let version = SaveVersion { id: id.into(), revision, put_to_use, drop_lines: false };
    api::save_version(app, version).await.expect("a version")
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
    let kept = api::save_draft(&app, save(&faulty, None)).await.expect("it is kept all the same");
    let version = SaveVersion {
        id: id.clone(),
        revision: kept.revision,
        put_to_use: true,
        drop_lines: false,
    };
    let refused = api::save_version(&app, version).await;
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
    let set = api::use_version(&app, back.clone().into()).await.expect("it is in use");
    assert_eq!((set.row.in_use, set.row.version, set.versions.len()), (Some(1), Some(2), 2));
    assert_eq!(set.draft["questions"][1]["text"], "Another wording?", "the draft stays");
    let compared = CompareVersions { id: id.clone(), before: Some(1), after: None };
    let changes = api::compare_versions(&app, compared).await.expect("changes").changes;
    assert_eq!(changes.len(), 1, "{changes:?}");
    let older = json!(api::question_set_version(&app, back).await.expect("the version"));
    assert_eq!(older["questions"][1]["text"], seeded()["questions"][1]["text"]);
    // What is gone back to is a version of its own, and the latest.
    let set = save(&app, &id, older.clone(), false).await;
    assert_eq!((set.row.in_use, set.row.version, set.row.changed), (Some(1), Some(3), false));
    let latest = VersionOf { id: id.clone(), number: 3 };
    assert_eq!(json!(api::question_set_version(&app, latest.clone()).await.expect("it")), older);
    // Of twins, the one asked for is in use, also for who opens the folder anew.
    for number in [1, 3, 1] {
        let of = VersionOf { number, ..latest.clone() };
        let set = api::use_version(&app, of.into()).await.expect("it is in use");
        assert_eq!((set.row.in_use, set.versions.len()), (Some(number), 3));
        let fresh = world.engine(&clock()).await;
        assert_eq!(only(&fresh).await.row.in_use, Some(number));
    }
    let set = save(&app, &id, older, true).await;
    assert_eq!((set.row.in_use, set.versions.len()), (Some(3), 3), "nothing changed since");
}

#[tokio::test]
async fn a_version_is_made_of_the_draft_that_was_seen() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let set = only(&app).await;
    let id = set.row.id;
    let mut draft = seeded();
    draft["questions"][1]["text"] = json!("Somebody else's wording?");
    let theirs = SaveDraft { id: id.clone(), draft, revision: Some(set.revision) };
    let theirs = api::save_draft(&app, theirs).await.expect("another window's draft");
    let version =
        |revision| SaveVersion { id: id.clone(), revision, put_to_use: true, drop_lines: false };
    for unseen in [set.revision, theirs.revision + 1] {
        let refused = api::save_version(&app, version(unseen)).await.expect_err("not seen");
        assert_eq!(refused.code, Code::Conflict);
    }
    let kept = only(&app).await;
    assert_eq!((kept.row.version, kept.row.in_use), (Some(1), Some(1)), "no version came of it");
    let saved = api::save_version(&app, version(theirs.revision)).await.expect("a version");
    assert_eq!((saved.row.version, saved.row.in_use), (Some(2), Some(2)));
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
    let draft = SaveDraft { id: id.clone(), draft, revision: None };
    let revision = api::save_draft(&app, draft).await.expect("kept").revision;
    let version = |drop_lines| {
        let id = id.clone();
        api::save_version(&app, SaveVersion { id, revision, put_to_use: true, drop_lines })
    };
    let why = version(false).await.expect_err("the mapping names the others");
    assert_eq!(why.code, Code::MappingLeft, "{why}");
    assert!(why.message.contains("budget_range"), "{why}");
    let set = only(&app).await;
    assert_eq!((set.row.in_use, set.versions.len()), (Some(1), 1), "nothing is saved");
    let lines = async || api::settings(&app, Empty {}).await.expect("settings").mapping.len();
    let before = lines().await;
    let set = version(true).await.expect("it is in use");
    assert_eq!(set.row.in_use, Some(2));
    assert!(lines().await < before, "the lines that nothing answers are gone");
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
async fn a_text_is_read_as_a_file_or_as_plain_questions() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
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
    // A configuration's file: its questions, and nothing else of it.
    let config = api::config_export(&app, Empty {}).await.expect("a configuration").json;
    let file = read(&config).await.expect("a configuration");
    assert!(file.is_file);
    assert_eq!(file.draft, json!(api::question_set(&app, Empty {}).await.expect("questions")));
    assert_eq!(file.draft["name"], seeded()["name"]);
    let bracket = read("[Lead] Quel est votre e-mail ?").await.expect("a list");
    assert_eq!(bracket.draft["questions"].as_array().map(Vec::len), Some(1));
    let questions = seeded()["questions"].to_string();
    for (text, why) in [
        ("{\"name\":", "not JSON"),
        (&questions, "this is a JSON list"),
        ("[]", "this is a JSON list"),
        (" [ {\"number\":", "this is a JSON list"),
        ("{\"version\":1,\"mapping\":[]}", "this is a configuration without questions"),
        ("{\"question_set\":null}", "this is a configuration without questions"),
        ("{\"question_set\":[]}", "a question set is a JSON object"),
    ] {
        let error = read(text).await.expect_err(text);
        assert_eq!(error.code, Code::BadInput);
        assert!(error.message.contains(why), "{text}: {error}");
        assert_eq!(error.message.lines().count(), 1, "one sentence");
    }
}
