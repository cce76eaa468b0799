//! An account whose schema calls things otherwise: the conversations that come of it are the same.

use crate::harness::{World, clock};
use async_trait::async_trait;
use futures::future::join_all;
use jiff::{SignedDuration, Timestamp};
use leadbridge_engine::{
    api::{self, Code},
    clock::Clock,
    iadvize::{Account, Client, Error, Keys, SchemaState},
    said::{Key, Said},
    secret::Secret,
    types::{Empty, Feature, OfAccount, Platform},
};
use leadbridge_simulator::{
    Clock as Time,
    iadvize::{Options, SchemaVariant, Simulator},
    seed,
};
use serde_json::Value;
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

struct Given(Mutex<Option<Secret>>);

#[async_trait]
impl Keys for Given {
    async fn password(&self) -> Result<Option<Secret>, Said> {
        Ok(Some(Secret::new("simulated-password")))
    }

    async fn kept_token(&self) -> Option<Secret> {
        self.0.lock().expect("no panic").clone()
    }

    async fn keep_token(&self, token: Option<Secret>) {
        *self.0.lock().expect("no panic") = token;
    }
}

pub async fn asking(options: Options, clock: Clock) -> (Simulator, Client) {
    let iadvize = Simulator::start(options).await.expect("iAdvize starts");
    let account = Account {
        email: iadvize.options().usernames[0].clone(),
        platform: Platform::Ha,
        base_url: iadvize.base_url(),
    };
    let keys = Arc::new(Given(Mutex::default()));
    let client = Client::new(reqwest::Client::new(), account, keys, clock);
    (iadvize, client)
}

pub async fn of(schema: SchemaVariant) -> (Simulator, Client) {
    asking(Options { schema, ..Default::default() }, Clock::Manual(clock())).await
}

/// The conversation as it came, without the visitor's number, which only a schema can name.
pub async fn conversation(client: &Client, id: &str) -> Result<Value, Error> {
    let text = client.conversation(id).await?.expect("it is known");
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    let visitor = file["data"]["conversation"]["visitor"].as_object_mut();
    visitor.map(|visitor| visitor.remove("id"));
    Ok(file)
}

const PARTICIPANT: &str = "ParticipantConversationMessage";

fn variants() -> Vec<SchemaVariant> {
    let new = SchemaVariant::default;
    vec![
        new(),
        new().rename(PARTICIPANT, "text", "content"),
        new().rename(PARTICIPANT, "text", "utterance"),
        new()
            .rename(PARTICIPANT, "author", "sender")
            .rename(PARTICIPANT, "id", "uuid")
            .with_union(),
        new().rename(PARTICIPANT, "createdAt", "sentAt").with_union(),
        new().rename("SystemMessage", "createdAt", "sentAt").with_union(),
        new().with_flat_filters().rename("IntervalInput", "from", "start").rename(
            "IntervalInput",
            "to",
            "end",
        ),
        new().rename("Query", "filters", "search"),
        new().rename("ClosedConversationsFilters", "interval", "period"),
        new().remove("Visitor", "id"),
        new().rename("Visitor", "phoneNumber", "phone").deprecate("Visitor", "email", "soon"),
        new().rename("ConversationTag", "name", "label").rename("Project", "name", "label"),
        new().rename("QuickReplyMenuAttachment", "message", "title"),
        new().rename("Query", "id", "reference").rename("Visitor", "id", "uuid"),
        new().with_language_object(),
        new().without_introspection(),
    ]
}

#[tokio::test]
async fn whatever_a_schema_calls_things_the_same_conversation_comes() {
    let seeds = seed::conversations();
    let mut usual: Vec<Value> = Vec::new();
    for (nth, variant) in variants().into_iter().enumerate() {
        let (iadvize, client) = of(variant.clone()).await;
        let mut came = Vec::new();
        for seed in &seeds {
            came.push(
                conversation(&client, seed.id()).await.unwrap_or_else(|e| panic!("{nth}: {e}")),
            );
        }
        if nth == 0 {
            usual.clone_from(&came);
            assert!(usual[0]["data"]["conversation"]["messages"]["edges"].is_array());
        }
        assert_eq!(came, usual, "{variant:?}");
        assert_eq!(client.projects().await.expect("projects").len(), 5, "{variant:?}");
        iadvize.close(seeds[0].id()).expect("it is closed");
        let (from, to) = (Timestamp::UNIX_EPOCH, Timestamp::MAX);
        let to = to.checked_sub(SignedDuration::from_hours(48)).expect("a time");
        let page = client.closed_conversations(from, to, None, None).await;
        let page = page.unwrap_or_else(|e| panic!("{variant:?}: {e}"));
        assert_eq!((page.rows.len(), &page.next), (1, &None), "{variant:?}");
        assert_eq!(page.rows[0].id, seeds[0].id());
        let numbers = &page.rows[0].operators;
        let digits = |id: &String| id.chars().all(|c| c.is_ascii_digit());
        assert!(numbers.len() == 2 && numbers.iter().all(digits), "{variant:?}: {numbers:?}");
        let none = ["1".to_owned()];
        let none = client.closed_conversations(from, to, Some(&none), None).await.expect("a page");
        assert_eq!(none.rows, []);
        let full = client.conversations_with_messages(from, to, None, None).await.expect("a page");
        let file: Value = serde_json::from_str(&full.conversations[0].1).expect("JSON");
        let messages = |file: &Value| file["data"]["conversation"]["messages"].clone();
        assert_eq!(messages(&file), messages(&usual[0]), "{variant:?}");
    }
}

#[tokio::test]
async fn the_report_says_what_is_renamed_going_or_missing() {
    let variant = SchemaVariant::default()
        .rename(PARTICIPANT, "text", "content")
        .deprecate("Visitor", "firstName", "ask for names")
        .remove("Visitor", "email");
    let (_iadvize, client) = of(variant).await;
    let report = client.schema().await.expect("a report");
    let state = |field: &str| {
        let item = report.items.iter().find(|item| item.field == field);
        item.unwrap_or_else(|| panic!("{field}")).clone()
    };
    let text = state(&format!("{PARTICIPANT}.text"));
    assert_eq!(text.state, SchemaState::RenamedTo("content".into()));
    let name = state("Visitor.firstName");
    assert_eq!(name.state, SchemaState::Deprecated("ask for names".into()));
    let email = state("Visitor.email");
    assert_eq!(email.state, SchemaState::Missing { candidates: vec![] });
    assert_eq!(email.breaks, Key::LostEmail);
    assert_eq!(state("Conversation.users").state, SchemaState::Fits);
    assert_eq!(report.unchecked, None);

    let (_iadvize, client) = of(SchemaVariant::default().without_introspection()).await;
    let report = client.schema().await.expect("a report");
    assert_eq!(report.unchecked.as_deref(), Some("GraphQL introspection is not allowed"));
}

#[tokio::test]
async fn the_window_is_told_how_the_schema_fits() {
    let of = |account: Option<&str>| OfAccount { account: account.map(str::to_owned) };
    let schema = SchemaVariant::default().remove("Visitor", "email");
    let iadvize = Simulator::start(Options { schema, ..Default::default() }).await;
    let world = World { iadvize: iadvize.expect("iAdvize starts"), ..World::new().await };
    let app = world.engine(&clock()).await;
    let error = api::account_schema(&app, of(None)).await.expect_err("nobody is signed in");
    assert_eq!(error.code, Code::NotSignedIn);
    world.connect(&app).await;
    let view = api::account_schema(&app, of(None)).await.expect("a view");
    assert_eq!(view.unchecked, None);
    assert_eq!(view.checked_at, Clock::Manual(clock()).now().to_string());
    let missing: Vec<_> = view
        .items
        .iter()
        .filter(|item| matches!(item.state, SchemaState::Missing { .. }))
        .collect();
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert_eq!(
        (missing[0].field.as_str(), missing[0].feature),
        ("Visitor.email", Feature::Visitor)
    );
    assert_eq!(missing[0].breaks, Said::plain(Key::LostEmail));
    let accounts = api::status(&app, Empty {}).await.expect("a status").accounts;
    let same = api::account_schema(&app, of(Some(&accounts[0].key))).await;
    assert_eq!(same.expect("the same view"), view);
    let error = api::account_schema(&app, of(Some("b@example.com"))).await.expect_err("who?");
    assert_eq!(error.code, Code::NotFound);

    let schema = SchemaVariant::default().without_introspection();
    let iadvize = Simulator::start(Options { schema, ..Default::default() }).await;
    let world = World { iadvize: iadvize.expect("iAdvize starts"), ..World::new().await };
    let app = world.connected(&clock()).await;
    let view = api::account_schema(&app, of(None)).await.expect("a view");
    let said = [("said", "GraphQL introspection is not allowed".to_owned())];
    assert_eq!(view.unchecked, Some(Said::new(Key::SchemaUnseen, said)));
    assert_eq!(view.items, []);
}

#[tokio::test]
async fn what_nothing_goes_without_is_named() {
    let id = seed::conversations()[0].id().to_owned();
    for (variant, expected) in [
        (
            SchemaVariant::default().remove(PARTICIPANT, "text"),
            "this account's iAdvize has no ParticipantConversationMessage.text, and this can't be done without it: update Leadbridge",
        ),
        (
            SchemaVariant::default().rename("Query", "conversation", "chat"),
            "this account's iAdvize has no Query.conversation, and this can't be done without it: update Leadbridge",
        ),
    ] {
        let (_iadvize, client) = of(variant).await;
        let error = client.conversation(&id).await.expect_err("it can't be fetched");
        assert!(matches!(error, Error::Schema(_)), "{error:?}");
        assert_eq!(error.to_string(), expected);
        assert_eq!(client.projects().await.expect("projects go on").len(), 5);
    }
}

/// One token for everything: seven days of constant traffic from several tasks at once.
#[tokio::test]
async fn seven_days_of_traffic_cost_a_sign_in_a_day() {
    let ours = clock();
    let theirs = Time::manual("2026-03-02T20:00:00Z".parse().expect("a time"));
    let options = Options { clock: theirs.clone(), ..Default::default() };
    let (iadvize, client) = asking(options, Clock::Manual(ours.clone())).await;
    let id = seed::conversations()[0].id().to_owned();
    let traffic = async || {
        for answer in join_all((0..4).map(|_| client.conversation(&id))).await {
            assert!(answer.expect("an answer").is_some());
        }
    };
    for _ in 0..7 * 24 {
        traffic().await;
        ours.advance(SignedDuration::from_hours(1));
        theirs.advance(Duration::from_secs(3600));
    }
    let logins = iadvize.counts().logins;
    assert!((7..=8).contains(&logins), "{logins} logins");
    // A token that is refused before its time is renewed once, whoever notices.
    iadvize.revoke_tokens();
    traffic().await;
    assert!(iadvize.counts().logins <= logins + 1);
    assert_eq!(iadvize.counts().limited_logins, 0);
}

#[tokio::test]
async fn every_failed_sign_in_has_its_own_sentence() {
    let id = seed::conversations()[0].id().to_owned();
    let options = Options { single_sign_on: true, ..Default::default() };
    let (_iadvize, client) = asking(options, Clock::Manual(clock())).await;
    assert_eq!(client.conversation(&id).await, Err(Error::SingleSignOn));

    let limit = leadbridge_simulator::iadvize::LoginLimit { user: 0, ip: 0 };
    let options =
        Options { login_limit_per_minute: limit, block_seconds: Some(90), ..Default::default() };
    let (_iadvize, client) = asking(options, Clock::Manual(clock())).await;
    let error = client.conversation(&id).await.expect_err("it is blocked");
    assert_eq!(error, Error::SignInBlocked { after: Some(SignedDuration::from_secs(90)) });
    assert!(error.to_string().contains("90 s"), "{error}");

    for (offset, off) in [(600, true), (-600, true), (30, false)] {
        let date_offset = SignedDuration::from_secs(offset);
        let options = Options { date_offset, ..Default::default() };
        let (_iadvize, client) = asking(options, Clock::System).await;
        let by = client.check().await.expect("it works all the same").clock_off;
        assert_eq!(by.is_some(), off, "{by:?}");
        assert!(by.is_none_or(|by| by.is_negative() == (offset > 0)), "{by:?}");
    }

    let (iadvize, client) = asking(Options::default(), Clock::Manual(clock())).await;
    iadvize.stop().await;
    let error = client.conversation(&id).await.expect_err("nobody is there");
    assert!(matches!(&error, Error::Unreachable { why: Some(_), .. }), "{error:?}");
}

#[tokio::test]
async fn a_fresh_token_that_is_refused_costs_one_sign_in() {
    let (iadvize, client) = asking(Options::default(), Clock::Manual(clock())).await;
    let id = seed::conversations()[0].id().to_owned();
    let refused = leadbridge_simulator::Fault::Status(401);
    let plan = leadbridge_simulator::Plan::new("/graphql", 1_000, refused);
    iadvize.faults().plan(plan);
    for answer in join_all((0..20).map(|_| client.conversation(&id))).await {
        assert_eq!(answer, Err(Error::TokenRefused));
    }
    assert_eq!(iadvize.counts().logins, 1);
}
