//! `leadbridge whatif` and `leadbridge check`: a change of the questions, tried before it is made.

use crate::{
    harness::{Answer, World, clock, run},
    questions::{only, seeded},
};
use leadbridge_engine::{
    App, api,
    types::{ById, Draft, ExpectSample, KeepSample, SampleOf},
};
use leadbridge_simulator::seed;
use serde_json::{Value, json};

/// The seeds' questions, the first asked for an address on the web: no visitor gave one.
fn changed() -> Value {
    let mut set = seeded();
    set["questions"][0]["answer"] = json!({ "type": "url" });
    set
}

/// A world where some conversations came.
async fn world() -> (World, App) {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    for seed in seed::conversations().iter().take(4) {
        api::reread(&app, ById { id: seed.id().into() }).await.expect("it is read");
    }
    (world, app)
}

fn file(world: &World, name: &str, text: &Value) -> String {
    let path = world.folder.path().join(name);
    std::fs::write(&path, text.to_string()).expect("a file");
    path.display().to_string()
}

fn asked(world: &World, args: &[&str]) -> Answer {
    run(&mut world.program(args))
}

#[tokio::test]
async fn whatif_says_which_answers_would_change() {
    let (world, app) = world().await;
    app.stop().await;
    let (same, other) =
        (file(&world, "same.json", &seeded()), file(&world, "new.json", &changed()));
    let answer = asked(&world, &["whatif", "--questions", &same]).succeeds();
    assert!(answer.out.starts_with("4 conversations read with"), "{}", answer.out);
    assert!(answer.out.trim_end().ends_with("answers would change in 0"), "{}", answer.out);

    let report = asked(&world, &["whatif", "--questions", &other, "--json"]).succeeds().json();
    let field = &seeded()["questions"][0]["field"];
    assert_eq!(report["conversations"], 4);
    assert_eq!(report["questions"].as_array().map(Vec::len), Some(1), "{report}");
    assert_eq!(&report["questions"][0]["field"], field, "{report}");
    let rows = report["rows"].as_array().expect("rows");
    assert!(!rows.is_empty() && report["changed"] == rows.len(), "{report}");
    let table = asked(&world, &["whatif", "--questions", &other]).succeeds().out;
    for row in rows {
        let id = row["conversation_id"].as_str().expect("an id");
        let line = table.lines().find(|line| line.contains(id)).expect("its line");
        assert!(line.contains(field.as_str().expect("a field")), "{line}");
    }

    // Compared with the same questions, those in use don't matter.
    let args = ["whatif", "--questions", &other, "--against", &other, "--json"];
    let report = asked(&world, &args).succeeds().json();
    assert_eq!((&report["conversations"], &report["changed"]), (&json!(4), &json!(0)));
    let few = ["whatif", "--questions", &other, "--last", "2", "--json"];
    assert_eq!(asked(&world, &few).succeeds().json()["conversations"], 2);
}

#[tokio::test]
async fn a_faulty_file_is_named_with_each_fault() {
    let (world, app) = world().await;
    app.stop().await;
    let mut faulty = seeded();
    faulty["questions"][0]["number"] = json!(0);
    let (sound, faulty) = (file(&world, "a.json", &seeded()), file(&world, "b.json", &faulty));
    let missing = world.folder.path().join("nothing.json").display().to_string();
    for (args, says) in [
        (vec!["whatif", "--questions", &faulty], "questions[0].number"),
        (vec!["whatif", "--questions", &sound, "--against", &faulty], "questions[0].number"),
        (vec!["check", "--questions", &faulty], "questions[0].number"),
        (vec!["whatif", "--questions", &missing], "nothing.json"),
        (vec!["check", "--questions", &missing], "nothing.json"),
    ] {
        let answer = asked(&world, &args).fails(2, says);
        assert_eq!(answer.out, "", "{args:?}");
    }
    assert!(asked(&world, &["check", "--questions", &faulty]).err.contains("b.json"));
}

#[tokio::test]
async fn check_ends_with_1_when_a_sample_gives_something_else() {
    let (world, app) = world().await;
    let nothing = asked(&world, &["check"]).succeeds();
    assert!(nothing.out.contains("no sample has expected results yet"), "{}", nothing.out);
    assert_eq!(asked(&world, &["check", "--json"]).succeeds().json(), json!([]));

    let set = only(&app).await.row;
    let mut other = seeded();
    other["name"] = json!("Another set");
    let second = api::create_question_set(&app, Draft { draft: other }).await.expect("a set").row;
    let sample = SampleOf::Conversation { id: seed::conversations()[0].id().into() };
    let keep = KeepSample { sample, name: "The first".into(), anonymise: true };
    let sample = api::keep_sample(&app, keep).await.expect("a sample").row.sample;
    // Of the second set, something else is expected than it gives.
    for (id, draft) in [(&set.id, seeded()), (&second.id, changed())] {
        let expect = ExpectSample { set: id.clone(), draft: Some(draft), sample: sample.clone() };
        api::expect_sample(&app, expect).await.expect("expected");
    }
    app.stop().await;

    let fine = asked(&world, &["check", "--set", &set.name]).succeeds();
    assert_eq!(fine.out.trim_end(), format!("{}: 1 as expected, 0 not", set.name));
    let reports = asked(&world, &["check", "--json"]);
    assert_eq!((reports.status, reports.err.as_str()), (1, ""), "all was said");
    let reports = reports.json();
    let failed = |name: &str| {
        let reports = reports.as_array().expect("reports");
        reports.iter().find(|report| report["set"] == name).expect("its report")["failed"].clone()
    };
    assert_eq!((failed(&set.name), failed("Another set")), (json!(0), json!(1)), "{reports}");
    let table = asked(&world, &["check", "--set", "Another set"]);
    assert_eq!(table.status, 1);
    assert!(table.out.contains("Another set: 0 as expected, 1 not"), "{}", table.out);
    let field = seeded()["questions"][0]["field"].as_str().expect("a field").to_owned();
    let line = table.out.lines().find(|line| line.contains("The first")).expect("the sample");
    assert!(line.contains(&field), "{line}");

    // Other questions are meant for the set of their name.
    let new = file(&world, "new.json", &changed());
    assert_eq!(asked(&world, &["check", "--questions", &new]).status, 1);
    asked(&world, &["check", "--set", "Another set", "--questions", &new]).succeeds();
    asked(&world, &["check", "--set", "None"]).fails(2, "no question set \"None\"");
}
