//! Questions changed by several at once: nobody's questions end in another's history.

use crate::harness::{World, clock};
use futures::future::join_all;
use leadbridge_engine::{
    App,
    api::{self, Code},
    types::{ById, Draft, Empty, QuestionSetDetail, SaveVersion, VersionOf},
};
use leadbridge_simulator::seed;
use serde_json::{Value, json};

/// How often what would be chance is tried.
const ROUNDS: usize = 20;

fn named(name: &str) -> Value {
    let mut set: Value = serde_json::from_str(seed::QUESTIONS).expect("the seeds' questions");
    set["name"] = json!(name);
    set
}

/// A new set of the seeds' questions with one version, not in use.
async fn new_set(app: &App, name: &str) -> VersionOf {
    let set = api::create_question_set(app, Draft { draft: named(name) }).await.expect("a set");
    let (id, revision) = (set.row.id, set.revision);
    let version = SaveVersion { id: id.clone(), revision, put_to_use: false, drop_lines: false };
    api::save_version(app, version).await.expect("a version");
    VersionOf { id, number: 1 }
}

async fn opened(app: &App, of: &VersionOf) -> QuestionSetDetail {
    api::open_question_set(app, ById { id: of.id.clone() }).await.expect("the set")
}

/// Check that each set has its own one version and draft still, and that the one in use is what
/// conversations are read with.
async fn each_has_its_own(app: &App, sets: &[VersionOf]) {
    let mut in_use = Vec::new();
    for of in sets {
        let set = opened(app, of).await;
        assert_eq!(set.versions.len(), 1, "{:?}", set.row);
        let version = api::question_set_version(app, of.clone()).await.expect("the version");
        assert_eq!(json!(version), set.draft, "{:?}", set.row);
        assert_eq!(version.name, set.row.name);
        in_use.extend(set.row.in_use.map(|_| version));
    }
    let questions = api::question_set(app, Empty {}).await.expect("the questions");
    assert_eq!(in_use, Vec::from_iter(questions), "one set is in use, and known to be");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_sets_put_to_use_at_once_stay_apart() {
    let world = World::new().await;
    let (app, other) = (world.engine(&clock()).await, world.engine(&clock()).await);
    let mut sets = Vec::new();
    for name in ["A", "B", "C"] {
        sets.push(new_set(&app, name).await);
    }
    for round in 0..ROUNDS {
        // In one program, and by another one on the same folder.
        let put = sets.iter().enumerate().map(|(at, of)| {
            let by = if (round + at) % 3 == 0 { &other } else { &app };
            api::use_version(by, of.clone().into())
        });
        for put in join_all(put).await {
            put.expect("it was put to use");
        }
        let fresh = world.engine(&clock()).await;
        each_has_its_own(&fresh, &sets).await;
        fresh.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_conversation_names_the_version_that_it_was_read_with() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let mut sets = Vec::new();
    for name in ["A", "B"] {
        sets.push(new_set(&app, name).await);
    }
    let ids: Vec<String> =
        seed::conversations().iter().take(4).map(|seed| seed.id().to_owned()).collect();
    for _ in 0..ROUNDS {
        let put = join_all(sets.iter().map(|of| api::use_version(&app, of.clone().into())));
        let read = join_all(ids.iter().map(|id| api::reread(&app, ById { id: id.clone() })));
        let (_, read) = tokio::join!(put, read);
        for conversation in read {
            let conversation = conversation.expect("it is read");
            let with = conversation.read_with.expect("a version");
            let of = VersionOf { id: with.id, number: with.number };
            let version = api::question_set_version(&app, of).await.expect("the version");
            assert_eq!(conversation.question_set, Some(version));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_set_is_put_to_use_or_deleted_never_both() {
    let world = World::new().await;
    let (app, other) = (world.engine(&clock()).await, world.engine(&clock()).await);
    let (first, second) = (new_set(&app, "A").await, new_set(&app, "B").await);
    for round in 0..ROUNDS {
        api::use_version(&app, first.clone().into()).await.expect("it is in use");
        let by = if round % 2 == 0 { &app } else { &other };
        let id = ById { id: second.id.clone() };
        let (used, deleted) = tokio::join!(
            api::use_version(by, second.clone().into()),
            api::delete_question_set(&app, id.clone())
        );
        let codes = [used.err(), deleted.err()].map(|error| error.map(|error| error.code));
        assert!(
            [[None, Some(Code::BadInput)], [Some(Code::NotFound), None]].contains(&codes),
            "{codes:?}"
        );
        let fresh = world.engine(&clock()).await;
        let questions = api::question_set(&fresh, Empty {}).await.expect("the questions");
        let name = if codes[0].is_some() { "A" } else { "B" };
        assert_eq!(questions.expect("some are in use").name, name);
        let sets = api::question_sets(&fresh, Empty {}).await.expect("the sets");
        let in_use = sets.iter().filter(|set| set.in_use.is_some());
        assert_eq!(in_use.map(|set| set.name.as_str()).collect::<Vec<_>>(), [name]);
        assert!(sets.len() <= 2, "no set came of it: {sets:?}");
        fresh.stop().await;
        if codes[0].is_some() {
            api::undelete_question_set(&app, id).await.expect("it is back");
        }
    }
}
