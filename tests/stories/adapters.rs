//! What the adapters do when the other side, or the machine, is not at its best.

use crate::harness::{World, clock, program, run};
use futures::future::BoxFuture;
use leadbridge_engine::{
    App, api,
    clock::{Clock, ManualClock},
    iadvize::{Account, Client, Error, Keys},
    said::Said,
    secret::Secret,
    types::{ById, LeadDetail, LeadState, Platform, Push},
};
use leadbridge_simulator::{
    Fault, Plan,
    iadvize::{Options, Simulator},
    seed,
};
use serde_json::{Value, json};
use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

const CONTACTS: &str = "/crm/objects/2026-09/contacts";
const UPSERT: &str = "/crm/objects/2026-09/contacts/batch/upsert";
const NOTES: &str = "/crm/objects/2026-09/notes";
const READ_NOTES: &str = "/crm/objects/2026-09/notes/batch/read";

/// A conversation that was fetched, its lead not sent yet.
struct Waiting {
    world: World,
    app: App,
    clock: ManualClock,
    id: String,
}

impl Waiting {
    async fn new() -> Self {
        let (world, clock) = (World::new().await, clock());
        let app = world.connected(&clock).await;
        let id = seed::conversations()[0].id().to_owned();
        api::reread(&app, ById { id: id.clone() }).await.expect("it is fetched");
        Self { world, app, clock, id }
    }

    async fn lead(&self) -> LeadDetail {
        api::lead(&self.app, ById { id: self.id.clone() }).await.expect("a lead")
    }

    /// Do what is due some seconds later. Answers what the lead is then.
    async fn after(&self, seconds: i64) -> LeadState {
        self.clock.advance(jiff::SignedDuration::from_secs(seconds));
        self.app.drain().await.expect("what is due is done");
        self.lead().await.row.state
    }

    fn fault(&self, route: &str, fault: Fault) {
        self.world.crm.faults().plan(Plan::new(route, 1, fault));
    }

    /// How many notes of this conversation there are.
    fn notes(&self) -> usize {
        let marker = format!("iadvize:{}", self.id);
        self.world.crm.state().notes.iter().filter(|note| note.body().contains(&marker)).count()
    }

    async fn write(&self, path: &str, body: Value) -> Value {
        let url = format!("{}{path}", self.world.crm.base_url());
        let request = reqwest::Client::new().post(url).json(&body);
        let answer = request.bearer_auth(&self.world.crm.options().token).send().await;
        answer.expect("an answer").json().await.expect("JSON")
    }
}

/// An answer to a batch in which the one record was refused like this.
fn refused(error: Value) -> Fault {
    Fault::Answer {
        status: 207,
        body: json!({ "status": "COMPLETE", "results": [], "numErrors": 1, "errors": [error] }),
    }
}

#[tokio::test]
async fn the_note_is_found_among_hundreds() {
    let waiting = Waiting::new().await;
    let email = waiting.lead().await.row.email.expect("an email");
    let contact = waiting.write(CONTACTS, json!({ "properties": { "email": email } })).await;
    for number in 0..205 {
        let body = json!({
            "properties": { "hs_timestamp": "2026-03-02T09:00:00Z", "hs_note_body": format!("{number}") },
            "associations": [{
                "to": { "id": contact["id"] },
                "types": [{ "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 202 }],
            }],
        });
        assert!(waiting.write(NOTES, body).await["id"].is_string());
    }
    assert_eq!(waiting.after(0).await, LeadState::Sent);
    for _ in 0..2 {
        let push = Push { ids: vec![waiting.id.clone()], dry_run: false };
        api::push(&waiting.app, push).await.expect("it is sent again");
        assert_eq!(waiting.after(0).await, LeadState::Sent);
    }
    assert_eq!((waiting.lead().await.attempts.len(), waiting.notes()), (3, 1));
}

#[tokio::test]
async fn a_conflict_passes() {
    for route in [UPSERT, NOTES] {
        let waiting = Waiting::new().await;
        waiting.fault(route, Fault::Status(409));
        assert_eq!(waiting.after(0).await, LeadState::Retrying, "{route}");
        assert_eq!(waiting.after(9).await, LeadState::Retrying, "{route}");
        assert_eq!(waiting.after(1).await, LeadState::Sent, "{route}");
        assert_eq!((waiting.world.crm.state().contacts.len(), waiting.notes()), (1, 1));
    }
}

#[tokio::test]
async fn in_a_batch_only_refused_data_is_final() {
    use LeadState::{Refused, Retrying, Sent};
    for (error, then, at_last) in [
        (json!({ "category": "RATE_LIMITS", "message": "too fast" }), Retrying, Sent),
        (json!({ "category": "INTERNAL_ERROR" }), Retrying, Sent),
        (json!({ "category": "CONFLICT" }), Retrying, Sent),
        (json!({ "status": "INTERNAL_SERVER_ERROR" }), Retrying, Sent),
        (json!({ "category": "VALIDATION_ERROR", "message": "no email" }), Refused, Refused),
        (json!({ "status": "error" }), Refused, Refused),
    ] {
        let waiting = Waiting::new().await;
        waiting.fault(UPSERT, refused(error.clone()));
        assert_eq!(waiting.after(0).await, then, "{error}");
        assert_eq!(waiting.after(10).await, at_last, "{error}");
    }
}

#[tokio::test]
async fn a_note_that_could_not_be_read_is_not_written_twice() {
    let waiting = Waiting::new().await;
    assert_eq!(waiting.after(0).await, LeadState::Sent);
    waiting.fault(READ_NOTES, refused(json!({ "category": "INTERNAL_ERROR" })));
    let push = Push { ids: vec![waiting.id.clone()], dry_run: false };
    let report = api::push(&waiting.app, push).await.expect("a report");
    assert_eq!(report.results[0].state, Some(LeadState::Retrying), "{report:?}");
    assert_eq!(waiting.after(60).await, LeadState::Sent);
    assert_eq!(waiting.notes(), 1);
}

#[tokio::test]
async fn a_note_that_is_still_being_written_is_waited_for() {
    let waiting = Waiting::new().await;
    waiting.fault(NOTES, Fault::WriteLater(90));
    assert_eq!(waiting.after(0).await, LeadState::Retrying);
    assert_eq!(waiting.after(60).await, LeadState::Retrying);
    assert_eq!((waiting.lead().await.attempts.len(), waiting.notes()), (1, 0));
    waiting.world.crm.clock().advance(Duration::from_secs(90));
    crate::harness::eventually("it is written", async || waiting.notes() == 1).await;
    assert_eq!(waiting.after(60).await, LeadState::Sent);
    assert_eq!(waiting.notes(), 1);
}

/// A password that may change, and the token it gave.
struct Given {
    password: Mutex<&'static str>,
    token: Mutex<Option<Secret>>,
}

impl Keys for Given {
    fn password<'a, 'b>(&'a self) -> BoxFuture<'b, Result<Option<Secret>, Said>>
    where
        'a: 'b,
        Self: 'b,
    {
        let password = Secret::new(*self.password.lock().expect("no panic"));
        Box::pin(async { Ok(Some(password)) })
    }

    fn kept_token<'a, 'b>(&'a self) -> BoxFuture<'b, Option<Secret>>
    where
        'a: 'b,
        Self: 'b,
    {
        let token = self.token.lock().expect("no panic").clone();
        Box::pin(async { token })
    }

    fn keep_token<'a, 'b>(&'a self, token: Option<Secret>) -> BoxFuture<'b, ()>
    where
        'a: 'b,
        Self: 'b,
    {
        *self.token.lock().expect("no panic") = token;
        Box::pin(async {})
    }
}

const RIGHT: &str = "simulated-password";

/// iAdvize and a client of it.
struct Asking {
    iadvize: Simulator,
    client: Client,
    keys: Arc<Given>,
    clock: ManualClock,
    id: String,
}

impl Asking {
    async fn with(password: &'static str, options: Options) -> Self {
        let iadvize = Simulator::start(options).await.expect("iAdvize starts");
        let keys = Arc::new(Given { password: Mutex::new(password), token: Mutex::default() });
        let (account, clock) = (account(&iadvize), clock());
        let http = reqwest::Client::new();
        let client = Client::new(http, account, keys.clone(), Clock::Manual(clock.clone()));
        let id = seed::conversations()[0].id().to_owned();
        Self { iadvize, client, keys, clock, id }
    }

    async fn new(password: &'static str) -> Self {
        Self::with(password, Options::default()).await
    }

    async fn ask(&self) -> Result<Option<String>, Error> {
        self.client.conversation(&self.id).await
    }

    fn wait(&self, seconds: i64) {
        self.clock.advance(jiff::SignedDuration::from_secs(seconds));
    }

    /// How many sign-ins were accepted, refused and blocked.
    fn logins(&self) -> (u64, u64, u64) {
        let counts = self.iadvize.counts();
        (counts.logins, counts.refused_logins, counts.limited_logins)
    }

    /// Answer the next questions with a page that says this of itself.
    fn pages(&self, times: u32, info: Value) {
        let messages = json!({ "pageInfo": info, "edges": [] });
        let body = json!({ "data": { "conversation": { "id": self.id, "messages": messages } } });
        let fault = Fault::Answer { status: 200, body };
        self.iadvize.faults().plan(Plan::new("/graphql", times, fault));
    }
}

fn account(iadvize: &Simulator) -> Account {
    Account {
        email: iadvize.options().usernames[0].clone(),
        platform: Platform::Ha,
        base_url: iadvize.base_url(),
    }
}

#[tokio::test]
async fn a_refused_password_is_tried_once() {
    let asking = Asking::new("wrong").await;
    let answers = futures::future::join_all((0..20).map(|_| asking.ask())).await;
    assert!(answers.into_iter().all(|answer| answer == Err(Error::WrongPassword)));
    assert_eq!(asking.client.check().await, Err(Error::WrongPassword));
    asking.wait(14 * 60);
    assert_eq!(asking.ask().await, Err(Error::WrongPassword));
    assert_eq!(asking.logins(), (0, 1, 0));
    asking.wait(60);
    assert_eq!(asking.ask().await, Err(Error::WrongPassword));
    assert_eq!(asking.logins(), (0, 2, 0));
    // Another password is another matter.
    *asking.keys.password.lock().expect("no panic") = RIGHT;
    assert!(asking.ask().await.expect("an answer").is_some());
    assert_eq!(asking.logins(), (1, 2, 0));
}

#[tokio::test]
async fn a_block_of_sign_ins_is_waited_for() {
    let asking = Asking::new(RIGHT).await;
    asking.iadvize.faults().plan(Plan::new("/oauth2/token", 2, Fault::Status(429)));
    for _ in 0..3 {
        assert_eq!(asking.ask().await, Err(Error::SignInBlocked { after: None }));
    }
    assert_eq!(asking.iadvize.faults().planned()[0].times, 1);
    asking.iadvize.faults().clear();
    asking.wait(59);
    assert_eq!(asking.ask().await, Err(Error::SignInBlocked { after: None }));
    asking.wait(1);
    assert!(asking.ask().await.expect("an answer").is_some());
}

#[tokio::test]
async fn a_check_proves_the_password_and_not_only_the_token() {
    let asking = Asking::new(RIGHT).await;
    for _ in 0..3 {
        asking.client.check().await.expect("it works");
    }
    assert_eq!(asking.logins(), (1, 0, 0));
    asking.wait(60);
    asking.client.check().await.expect("it works");
    assert_eq!(asking.logins(), (2, 0, 0));
    asking.wait(60);
    *asking.keys.password.lock().expect("no panic") = "old by now";
    assert_eq!(asking.client.check().await, Err(Error::WrongPassword));
    // The token is good still, and what waits is fetched with it.
    assert!(asking.ask().await.expect("an answer").is_some());
    assert_eq!(asking.logins(), (2, 1, 0));
}

#[tokio::test]
async fn a_short_token_serves_for_the_most_of_its_time() {
    let token_lifetime = Duration::from_secs(240);
    let asking = Asking::with(RIGHT, Options { token_lifetime, ..Default::default() }).await;
    for _ in 0..3 {
        asking.ask().await.expect("an answer");
        asking.wait(59);
    }
    assert_eq!(asking.logins(), (1, 0, 0));
    asking.wait(3);
    asking.ask().await.expect("an answer");
    assert_eq!(asking.logins(), (2, 0, 0));
}

#[tokio::test]
async fn a_part_of_a_conversation_is_never_taken_for_the_whole() {
    let asking = Asking::new(RIGHT).await;
    asking.ask().await.expect("an answer");
    for info in [
        json!({ "hasNextPage": true, "endCursor": null }),
        json!({ "hasNextPage": true }),
        json!({ "hasNextPage": true, "endCursor": "" }),
    ] {
        asking.pages(1, info.clone());
        let error = asking.ask().await.expect_err("not the whole");
        assert!(
            matches!(error, Error::Unavailable { .. })
                && error.to_string().contains("more messages"),
            "{error}"
        );
    }
    asking.pages(200, json!({ "hasNextPage": true, "endCursor": "next" }));
    let error = asking.ask().await.expect_err("not the whole");
    assert!(
        matches!(error, Error::Unavailable { .. }) && error.to_string().contains("200 pages"),
        "{error}"
    );
    assert!(asking.iadvize.faults().planned().is_empty());
    assert!(asking.ask().await.expect("an answer").is_some());
}

fn events(folder: &Path) -> std::process::Command {
    let mut command = program(&["events", "--json"]);
    command.env("LEADBRIDGE_DATA_DIR", folder);
    command
}

#[test]
fn eight_programs_begin_on_a_new_folder_at_once() {
    for _ in 0..5 {
        let root = tempfile::tempdir().expect("a folder");
        let folder = root.path().join("new");
        let eight: Vec<_> = (0..8)
            .map(|_| {
                let folder = folder.clone();
                std::thread::spawn(move || run(&mut events(&folder)))
            })
            .collect();
        for one in eight {
            one.join().expect("no panic").succeeds();
        }
    }
}

#[cfg(unix)]
#[test]
fn what_leadbridge_makes_is_its_owners_alone_and_the_rest_is_left_as_it_is() {
    use std::{fs, os::unix::fs::PermissionsExt};
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    let root = tempfile::tempdir().expect("a folder");
    let (new, shared) = (root.path().join("new"), root.path().join("shared"));
    fs::create_dir(&shared).expect("a folder");
    fs::set_permissions(&shared, fs::Permissions::from_mode(0o755)).expect("its rights");
    for (folder, rights) in [(&new, 0o700), (&shared, 0o755)] {
        run(&mut events(folder)).succeeds();
        let file = folder.join("leadbridge.db");
        assert_eq!((mode(folder), mode(&file)), (rights, 0o600), "{}", folder.display());
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("its rights");
        run(&mut events(folder)).succeeds();
        assert_eq!((mode(folder), mode(&file)), (rights, 0o640), "{}", folder.display());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_need_not_have_a_name_in_utf_8() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join(OsStr::from_bytes(b"caf\xe9"));
    run(&mut events(&folder)).succeeds();
    assert!(folder.join("leadbridge.db").exists());
}
