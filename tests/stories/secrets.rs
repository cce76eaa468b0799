//! No secret and no visitor's data leaks.

use crate::harness::{Serving, World, clock, eventually, free_port, program, run};
use leadbridge_engine::{
    api,
    types::{ById, ConfigText, Empty},
};
use leadbridge_simulator::seed;
use serde_json::json;
use std::{fs, io::Write, path::Path, process::Stdio};

/// A whole run with the real program: nothing that should not be there is in the data folder, the
/// log or any process's arguments.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_run_leaves_no_secret_anywhere_and_no_email_in_a_log() {
    let world = World::new().await;
    world.configure(free_port());
    let mut command = world.program(&["serve", "--json"]);
    command.env("LEADBRIDGE_LOG", "trace");
    let serving = Serving::with(command);
    world.iadvize.subscribe(&serving.address).expect("a subscription");
    let seeds = seed::conversations();
    for seed in &seeds {
        world.iadvize.close(seed.id()).expect("it is closed");
    }
    let expected = seeds.iter().filter(|seed| seed.expected.email.is_some()).count();
    eventually("all is sent", async || world.crm.state().notes.len() == expected).await;

    let options = world.iadvize.options();
    let secrets = [&options.password, &options.webhook_secret, &world.crm.options().token]
        .map(String::as_str);
    let tokens = world.iadvize.tokens();
    let secrets: Vec<&str> = secrets.into_iter().chain(tokens.iter().map(String::as_str)).collect();
    assert!(!tokens.is_empty());
    // A dry run looks the person up by email: that address is no matter for a log either.
    let mut dry_run = world.program(&["push", seeds[0].id(), "--dry-run"]);
    let dry_run = run(dry_run.env("LEADBRIDGE_LOG", "trace")).succeeds();
    let log = serving.log() + &dry_run.err;
    for secret in &secrets {
        assert!(!log.contains(secret), "the log holds a secret");
        assert_absent(world.folder.path(), secret);
    }
    for file in fs::read_dir("/proc").expect("processes").flatten() {
        let arguments = fs::read(file.path().join("cmdline")).unwrap_or_default();
        let arguments = String::from_utf8_lossy(&arguments);
        for secret in &secrets {
            assert!(!arguments.contains(secret), "a process's arguments hold a secret");
        }
    }
    for seed in &seeds {
        let email = seed.expected.email.as_deref().unwrap_or("nobody@nowhere");
        assert!(!log.to_lowercase().contains(email), "the log holds a visitor's email");
    }
    assert!(!log.contains("plafond bas"), "the log holds what a visitor said");
}

fn assert_absent(folder: &Path, secret: &str) {
    for file in fs::read_dir(folder).expect("the data folder").flatten() {
        let bytes = fs::read(file.path()).expect("a file");
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "{} holds a secret", file.path().display());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_keyring_signing_in_says_so_and_how_to_go_on() {
    let world = World::new().await;
    let options = world.iadvize.options();
    let url = world.iadvize.base_url();
    let mut child = program(&["login", "--email", &options.usernames[0], "--base-url", &url])
        .env("LEADBRIDGE_DATA_DIR", world.folder.path())
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    writeln!(stdin, "{}", options.password).expect("written");
    drop(stdin);
    let output = child.wait_with_output().expect("it ended");
    let says = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{says}");
    assert!(says.contains("no keyring answers"), "{says}");
    assert!(says.contains("LEADBRIDGE_SECRET_IADVIZE_PASSWORD"), "{says}");
    assert!(says.contains("`leadbridge vault use file`"), "{says}");
    assert!(!says.contains(&options.password));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_secret_of_the_environment_needs_no_keyring() {
    let world = World::new().await;
    world.configure(free_port());
    let status = run(world
        .program(&["leads", "--json"])
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"));
    status.succeeds();
    let serving = Serving::start(&world);
    world.iadvize.subscribe(&serving.address).expect("a subscription");
    world.iadvize.close(seed::conversations()[0].id()).expect("it is closed");
    eventually("it is sent", async || !world.crm.state().notes.is_empty()).await;
}

/// A configuration file from elsewhere can name another address; what was given for the old one is
/// not sent there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_configuration_that_names_another_address_does_not_get_the_secrets() {
    let world = World::new().await;
    let app = world.connected(&clock()).await;
    let other = World::new().await;
    let config = json!({
        "account": { "email": world.iadvize.options().usernames[0], "base_url": other.iadvize.base_url() },
        "destination": { "kind": "hubspot", "base_url": other.crm.base_url() },
    });
    let settings = api::config_apply(&app, ConfigText { json: config.to_string() }).await;
    let settings = settings.expect("it is in use");
    assert!(!settings.accounts[0].has_password);
    assert!(!settings.destination.expect("a destination").has_token);
    assert!(!settings.mapping.is_empty(), "what the file leaves out stays");
    let id = seed::conversations()[0].id().to_owned();
    api::reread(&app, ById { id }).await.expect_err("not signed in");
    api::check_destination(&app, Empty {}).await.expect("it is tried");
    assert_eq!(other.iadvize.counts().logins + other.iadvize.counts().refused_logins, 0);
    assert!(other.crm.state().requests.is_empty());
}
