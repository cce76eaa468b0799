//! Bad input: one clear sentence, an exit status, and nothing lost.

use crate::harness::{World, clock, program, run};
use leadbridge_engine::{
    api::{self, Code},
    types::SignIn,
};
use serde_json::json;
use sqlx::Connection;
use std::path::Path;

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    path.display().to_string()
}

#[test]
fn a_configuration_that_is_none_says_what_and_where() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = tempfile::tempdir().expect("a data folder");
    let command = |what: &str, text: &str| {
        let config = file(folder.path(), "config.json", text);
        let mut command = program(&["config", what, &config]);
        run(command.env("LEADBRIDGE_DATA_DIR", data.path()))
    };
    for (text, says) in [
        ("not json", "config.json: not JSON"),
        ("[]", "config.json: a configuration is a JSON object"),
        (r#"{"receiver":{"port":"x"}}"#, "config.json: receiver.port: invalid type"),
        (r#"{"mode":"sometimes"}"#, "config.json: mode: unknown variant `sometimes`"),
        (r#"{"mode":"manual","password":"x"}"#, "config.json: password: unknown field"),
        (r#"{"name":"Set","language":"fr"}"#, "config.json: questions: missing"),
        (
            r#"{"question_set":{"name":"n","questions":[{"number":1,"field":"f","text":"t","answer":{"type":"telepathy"}}]}}"#,
            "config.json: question_set.questions[0].answer.type",
        ),
        (
            r#"{"name":"n","questions":[{"number":1,"field":"f","text":"t","answer":{"type":"telepathy"}}]}"#,
            "config.json: questions[0].answer.type",
        ),
    ] {
        command("check", text).fails(2, says);
        command("apply", text).fails(2, says);
    }
    command("check", "{}").succeeds();
    command("apply", r#"{"mode":"manual"}"#).succeeds();
    // What is refused changes nothing.
    command("apply", r#"{"mode":"sometimes"}"#).fails(2, "mode");
    let mut export = program(&["config", "export"]);
    let kept = run(export.env("LEADBRIDGE_DATA_DIR", data.path())).succeeds().json();
    assert_eq!(kept["mode"], "manual");
}

#[test]
fn a_data_folder_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let no_folder = file(folder.path(), "a-file", "");
    for command in [["events"].as_slice(), &["serve"], &["leads", "--json"]] {
        run(program(command).env("LEADBRIDGE_DATA_DIR", &no_folder)).fails(1, "can't be used");
        let deeper = format!("{no_folder}/deeper");
        run(program(command).env("LEADBRIDGE_DATA_DIR", deeper)).fails(1, "can't be used");
    }
    let broken = tempfile::tempdir().expect("a folder");
    file(broken.path(), "leadbridge.db", "this is no database, and longer than its header is");
    run(program(&["events"]).env("LEADBRIDGE_DATA_DIR", broken.path())).fails(1, "can't be used");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_database_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    run(program(&["events"]).env("LEADBRIDGE_DATA_DIR", folder.path())).succeeds();
    let database = folder.path().join("leadbridge.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&database);
    let mut connection = sqlx::SqliteConnection::connect_with(&options).await.expect("it opens");
    sqlx::query("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'', 0)")
        .execute(&mut connection)
        .await
        .expect("a later migration");
    connection.close().await.expect("it closes");
    let before = std::fs::read(&database).expect("the database");
    run(program(&["events"]).env("LEADBRIDGE_DATA_DIR", folder.path()))
        .fails(1, "was written by a newer Leadbridge");
    assert_eq!(std::fs::read(&database).expect("the database"), before, "nothing was changed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_in_that_fails_says_why_and_keeps_nothing() {
    let world = World::new().await;
    let app = world.engine(&clock()).await;
    let right = world.sign_in();
    let wrong = |change: fn(&mut SignIn)| {
        let mut request = right.clone();
        change(&mut request);
        request
    };
    for (request, code, says) in [
        (
            wrong(|r| r.password = "wrong".into()),
            Code::WrongPassword,
            "refuses this email and password",
        ),
        (wrong(|r| r.email = "nobody".into()), Code::BadInput, "is no email address"),
        (wrong(|r| r.password = String::new()), Code::BadInput, "the password is missing"),
        (wrong(|r| r.base_url = Some("http://example.com".into())), Code::BadInput, "https://"),
        (
            wrong(|r| r.base_url = Some("http://127.0.0.1:1".into())),
            Code::IadvizeUnavailable,
            "no connection",
        ),
    ] {
        let error = api::sign_in(&app, request).await.expect_err("it fails");
        assert_eq!(error.code, code, "{error}");
        assert!(error.message.contains(says), "{error}");
    }
    let settings = api::settings(&app, Default::default()).await.expect("settings");
    assert!(settings.accounts.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_of_the_wrong_shape_names_the_field() {
    let world = World::new().await;
    let app = world.engine(&clock()).await;
    for (name, request, says) in [
        ("push", json!({}), "push: missing field `ids`"),
        ("push", json!({ "ids": [1] }), "push: ids[0]: invalid type"),
        ("leads", json!({ "state": "lost" }), "leads: state: unknown variant `lost`"),
        ("conversation", json!({ "id": "nobody" }), "there is no conversation \"nobody\""),
        ("fly", json!({}), "there is no command \"fly\""),
    ] {
        let error = api::dispatch(&app, name, request).await.expect_err("it fails");
        assert!(error.message.contains(says), "{error}");
    }
}

#[test]
fn bad_usage_ends_with_2() {
    let folder = tempfile::tempdir().expect("a data folder");
    let most = ["conversations", "--limit", "1000"];
    run(program(&most).env("LEADBRIDGE_DATA_DIR", folder.path())).succeeds();
    for args in [
        ["fly"].as_slice(),
        &[],
        &["extract"],
        &["push"],
        &["leads", "--state", "lost"],
        &["events", "--limit", "0"],
        &["leads", "--limit", "1001"],
    ] {
        assert_eq!(run(&mut program(args)).status, 2, "{args:?}");
    }
}
