//! Secrets in the encrypted file: where no keyring is, and nothing but the passphrase is known.

use crate::harness::{Answer, PATIENCE, Serving, World, eventually, free_port, program, run};
use leadbridge_engine::{
    App, Options, api,
    clock::Clock,
    secret::Secret,
    types::SetWebhookSecret,
    vault::{PASSPHRASE_VARIABLE, Vault},
};
use leadbridge_simulator::seed;
use std::{
    collections::HashMap,
    fs,
    io::{Read, Write},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const PASSPHRASE: &str = "seventeen green otters";
const ANOTHER: &str = "a violin under the stairs";

/// The program on this folder where no keyring answers, and with nothing in its environment.
fn alone(folder: &Path, args: &[&str]) -> Command {
    let mut command = program(args);
    command
        .env("LEADBRIDGE_DATA_DIR", folder)
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    command
}

/// The same with a passphrase in its environment.
fn opened(folder: &Path, passphrase: &str, args: &[&str]) -> Command {
    let mut command = alone(folder, args);
    command.env(PASSPHRASE_VARIABLE, passphrase);
    command
}

/// Run a command to its end with this on its standard input. One that goes on fails.
fn given(command: &mut Command, input: &str) -> Answer {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A program that ends without reading is no matter.
    child.stdin.take().expect("piped").write_all(input.as_bytes()).ok();
    let began = Instant::now();
    let status = loop {
        match child.try_wait().expect("a child") {
            Some(status) => break status,
            None if began.elapsed() < PATIENCE / 3 => {
                std::thread::sleep(Duration::from_millis(10));
            }
            None => {
                child.kill().expect("it ends");
                child.wait().expect("it ended");
                panic!("{command:?} goes on");
            }
        }
    };
    let (mut out, mut err) = (String::new(), String::new());
    child.stdout.take().expect("piped").read_to_string(&mut out).expect("UTF-8");
    child.stderr.take().expect("piped").read_to_string(&mut err).expect("UTF-8");
    Answer { status: status.code().expect("it ended by itself"), out, err }
}

/// A world whose secrets are all in the file: the password by `login`, the others by a window.
async fn world_in_file() -> World {
    let world = World::new().await;
    world.configure(free_port());
    let folder = world.folder.path();
    let view = given(&mut alone(folder, &["vault", "use", "file", "--json"]), PASSPHRASE);
    assert_eq!(view.succeeds().json()["kind"], "file");
    let (options, url) = (world.iadvize.options(), world.iadvize.base_url());
    let login = ["login", "--email", &options.usernames[0], "--base-url", &url];
    given(&mut opened(folder, PASSPHRASE, &login), &options.password).succeeds();
    let window = App::open(Options {
        data_dir: folder.to_owned(),
        vault: Vault::system_with(
            folder,
            "a story",
            HashMap::new(),
            Some(Secret::new(PASSPHRASE)),
            2,
        ),
        clock: Clock::System,
        holder: "a story".into(),
        iadvize_url: None,
        port: Some(0),
        tunnel: Default::default(),
    });
    let window = window.await.expect("the engine opens");
    let secret = options.webhook_secret.clone();
    api::set_webhook_secret(&window, SetWebhookSecret { account: None, secret })
        .await
        .expect("a secret");
    api::connect_destination(&window, world.hubspot()).await.expect("a destination");
    world
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_that_was_killed_needs_its_passphrase_alone() {
    let world = world_in_file().await;
    let folder = world.folder.path();
    let serve = || opened(folder, PASSPHRASE, &["serve", "--json"]);
    let seeds = seed::conversations();
    let mut people = seeds.iter().filter(|seed| seed.expected.email.is_some());
    let logins = world.iadvize.counts().logins;
    for arrived in 1..=2 {
        let serving = Serving::with(serve());
        world.iadvize.subscribe(&serving.address).expect("a subscription");
        let person = people.next().expect("a person");
        world.iadvize.close(person.id()).expect("it is closed");
        // Written down as well: a note that was perhaps being written is left alone for a while.
        eventually("it is sent", async || {
            let leads = run(&mut alone(folder, &["leads", "--json"])).succeeds().json();
            let sent = |row: &&serde_json::Value| row["state"] == "sent";
            leads["rows"].as_array().expect("rows").iter().filter(sent).count() == arrived
        })
        .await;
        // Killed, as by a power cut.
        drop(serving);
    }
    assert_eq!(world.iadvize.counts().logins, logins, "the token was kept: nobody signed in again");

    // By hand as well: nothing is lost while the file is locked.
    let person = seeds.iter().find(|seed| seed.expected.email.is_some()).expect("a person");
    let push = ["push", person.id()];
    given(&mut alone(folder, &push), "").fails(1, "the encrypted file of secrets is locked");
    given(&mut opened(folder, PASSPHRASE, &push), "").succeeds();

    let login = ["login", "--email", "someone@example.com"];
    for command in [["serve"].as_slice(), &login] {
        let wrong = given(&mut opened(folder, ANOTHER, command), "");
        assert_eq!(wrong.err.lines().count(), 1, "{}", wrong.err);
        wrong.fails(1, "the passphrase in LEADBRIDGE_SECRET_VAULT_PASSPHRASE doesn't open");
        let none = given(&mut alone(folder, command), PASSPHRASE);
        assert_eq!(none.err.lines().count(), 1, "{}", none.err);
        none.fails(1, "the encrypted file of secrets is locked");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_of_the_data_folder_and_no_log_holds_a_secret() {
    let world = world_in_file().await;
    let folder = world.folder.path();
    let mut serve = opened(folder, PASSPHRASE, &["serve", "--json"]);
    let serving = Serving::with({
        serve.env("LEADBRIDGE_LOG", "trace");
        serve
    });
    world.iadvize.subscribe(&serving.address).expect("a subscription");
    let seeds = seed::conversations();
    for seed in &seeds {
        world.iadvize.close(seed.id()).expect("it is closed");
    }
    let expected = seeds.iter().filter(|seed| seed.expected.email.is_some()).count();
    eventually("all is sent", async || world.crm.state().notes.len() == expected).await;
    let mut change = alone(folder, &["vault", "passphrase"]);
    change.env("LEADBRIDGE_LOG", "trace");
    let change = given(&mut change, &format!("{PASSPHRASE}\n{ANOTHER}\n")).succeeds();
    let log = serving.log() + &change.err + &change.out;
    drop(serving);

    let options = world.iadvize.options();
    let tokens = world.iadvize.tokens();
    assert!(!tokens.is_empty());
    let mut secrets: Vec<&str> = tokens.iter().map(String::as_str).collect();
    secrets.extend(
        [&options.password, &options.webhook_secret, &world.crm.options().token]
            .map(String::as_str),
    );
    secrets.extend([PASSPHRASE, ANOTHER]);
    let files = files(folder);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.contains(&"secrets.age") && names.contains(&"leadbridge.db"), "{names:?}");
    for secret in secrets {
        assert!(!log.contains(secret), "the log holds a secret");
        for (name, bytes) in &files {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{name} holds a secret");
        }
    }
}

/// All files below a folder: their names and their bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path() {
            path if path.is_dir() => found.extend(files(&path)),
            path => {
                let name = entry.file_name().to_string_lossy().into_owned();
                found.push((name, fs::read(path).expect("a file")));
            }
        }
    }
    found
}

#[test]
fn without_a_keyring_the_file_is_offered_and_taken() {
    let folder = tempfile::tempdir().expect("a data folder");
    let vault = |args: &[&str], input: &str| {
        given(&mut alone(folder.path(), &[["vault"].as_slice(), args].concat()), input)
    };
    let none = vault(&["--json"], "").fails(1, "`leadbridge vault use file`");
    assert_eq!(
        (&none.json()["kind"], &none.json()["available"]),
        (&"keyring".into(), &false.into())
    );

    vault(&["use", "file"], "").fails(2, "standard input: the passphrase is missing");
    vault(&["use", "file"], "too short\n").fails(2, "12 characters or more");
    vault(&["use", "cloud"], PASSPHRASE).fails(2, "cloud");
    vault(&["passphrase"], "one\nother\n").fails(2, "`leadbridge vault use file`");
    assert!(!folder.path().join("secrets.age").exists(), "nothing was made");

    let made = vault(&["use", "file"], &format!("{PASSPHRASE}\r\n")).succeeds();
    assert!(made.out.contains("secrets.age"), "{}", made.out);
    let locked = vault(&["--json"], "").fails(1, "the encrypted file of secrets is locked").json();
    assert_eq!((&locked["kind"], &locked["locked"]), (&"file".into(), &true.into()));
    // A keyring that does not answer gets nothing: the file stays in use.
    vault(&["use", "keyring"], PASSPHRASE).fails(1, "no keyring answers");
    vault(&["use", "keyring"], ANOTHER).fails(1, "doesn't open");
    vault(&["use", "file"], ANOTHER).fails(1, "doesn't open");
    given(&mut opened(folder.path(), PASSPHRASE, &["vault"]), "").succeeds();
}

#[test]
fn a_passphrase_is_changed_by_who_knows_it() {
    let folder = tempfile::tempdir().expect("a data folder");
    let run = |passphrase: &str, args: &[&str], input: &str| {
        given(&mut opened(folder.path(), passphrase, args), input)
    };
    // The environment's is taken, and that is said.
    let made = run(PASSPHRASE, &["vault", "use", "file"], "").succeeds();
    assert!(made.out.contains(PASSPHRASE_VARIABLE), "{}", made.out);
    let change = ["vault", "passphrase"];
    run(PASSPHRASE, &change, &format!("{ANOTHER}\n{ANOTHER}\n")).fails(1, "nothing was changed");
    run(PASSPHRASE, &change, &format!("{PASSPHRASE}\nshort\n")).fails(2, "12 characters or more");
    run(PASSPHRASE, &change, PASSPHRASE).fails(2, "standard input: the new passphrase is missing");
    run(PASSPHRASE, &["vault"], "").succeeds();
    let changed = run(PASSPHRASE, &change, &format!("{PASSPHRASE}\n{ANOTHER}\n")).succeeds();
    assert!(changed.out.contains("change it there too"), "{}", changed.out);
    run(PASSPHRASE, &["vault"], "").fails(1, PASSPHRASE_VARIABLE);
    run(ANOTHER, &["vault"], "").succeeds();
    // A lost one is no end: the file is put aside, and another begins.
    run("nobody remembers it", &["vault", "use", "file", "--leave"], "").succeeds();
    assert!(folder.path().join("secrets.given-up.age").exists());
    run("nobody remembers it", &["vault"], "").succeeds();
}
