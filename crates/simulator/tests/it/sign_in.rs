use crate::support::{Setup, client, options, sign_in};
use leadbridge_simulator::Fault;
use leadbridge_simulator::Plan;
use leadbridge_simulator::iadvize::{LoginLimit, Options, Simulator};
use serde_json::{Value, json};
use std::time::Duration;

const QUERY: &str = include_str!("../../../../graphql/projects.graphql");

#[tokio::test]
async fn a_token_comes_in_four_keys() {
    let iadvize = Simulator::start(options()).await.unwrap();
    let answer = sign_in(&client(), &iadvize).await;
    assert_eq!(answer.status(), 200);
    let mut body: Value = answer.json().await.unwrap();
    let token = body["access_token"].take();
    assert_eq!(token.as_str().unwrap().split('.').count(), 3);
    let rest = json!({
        "access_token": null, "expires_in": 86400, "token_type": "Bearer", "refresh_token": "none",
    });
    assert_eq!(body, rest);
    assert_eq!(iadvize.counts().logins, 1);
}

#[tokio::test]
async fn only_the_documented_request_is_understood() {
    let iadvize = Simulator::start(options()).await.unwrap();
    let (client, url) = (client(), format!("{}/oauth2/token", iadvize.base_url()));
    let json = client.post(&url).json(&json!({ "grant_type": "password" })).send().await.unwrap();
    assert_eq!(json.status(), 415);
    let cases = [
        (vec![("grant_type", "client_credentials")], "unsupported_grant_type"),
        (vec![("username", "a"), ("password", "b")], "unsupported_grant_type"),
        (vec![("grant_type", "password"), ("username", "a")], "invalid_request"),
        (
            vec![("grant_type", "password"), ("username", "admin@example.com"), ("password", "b")],
            "invalid_grant",
        ),
        (
            vec![("grant_type", "password"), ("username", "b"), ("password", "simulated-password")],
            "invalid_grant",
        ),
    ];
    for (form, error) in cases {
        let answer = client.post(&url).form(&form).send().await.unwrap();
        assert_eq!(answer.status(), 400);
        let body: Value = answer.json().await.unwrap();
        assert_eq!(body["error"], error);
        assert!(body["error_description"].is_string());
    }
    assert_eq!(iadvize.counts().refused_logins, 2);
}

#[tokio::test]
async fn a_wrong_password_can_be_a_401() {
    let start = Options { wrong_password_status: 401, ..options() };
    let iadvize = Simulator::start(start).await.unwrap();
    let url = format!("{}/oauth2/token", iadvize.base_url());
    let form = [("grant_type", "password"), ("username", "a"), ("password", "b")];
    let answer = client().post(url).form(&form).send().await.unwrap();
    assert_eq!(answer.status(), 401);
}

#[tokio::test]
async fn logins_are_limited_by_user_and_by_address() {
    let start = Options {
        usernames: vec!["a".to_owned(), "b".to_owned(), "c".to_owned()],
        login_limit_per_minute: LoginLimit { user: 2, ip: 5 },
        ..options()
    };
    let iadvize = Simulator::start(start).await.unwrap();
    let (client, url) = (client(), format!("{}/oauth2/token", iadvize.base_url()));
    let login = async |user: &str| {
        let password = iadvize.options().password.clone();
        let form = [("grant_type", "password"), ("username", user), ("password", &password)];
        client.post(&url).form(&form).send().await.unwrap().status().as_u16()
    };
    assert_eq!([login("a").await, login("a").await, login("a").await], [200, 200, 429]);
    assert_eq!([login("b").await, login("b").await], [200, 200]);
    assert_eq!([login("c").await, login("c").await], [200, 429]);
    assert_eq!(iadvize.counts().limited_logins, 2);
    iadvize.clock().advance(Duration::from_secs(60));
    assert_eq!(login("a").await, 200);
}

#[tokio::test]
async fn a_token_can_be_checked_expires_and_can_be_revoked() {
    let setup = Setup::new().await;
    let check = async || {
        let request = setup.client.get(setup.url("/_authenticated")).bearer_auth(&setup.token);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
    };
    assert_eq!(check().await, (200, json!({ "authenticated": true })));
    assert_eq!(setup.graphql(QUERY, json!({})).await.status(), 200);
    setup.iadvize.clock().advance(Duration::from_secs(86_400));
    let invalid =
        json!({ "error_description": "access token not valid", "error": "invalid_token" });
    assert_eq!(check().await, (401, invalid.clone()));
    let answer = setup.graphql(QUERY, json!({})).await;
    assert_eq!(answer.status(), 401);
    assert_eq!(answer.json::<Value>().await.unwrap(), invalid);

    let setup = Setup::new().await;
    setup.iadvize.revoke_tokens();
    assert_eq!(setup.graphql(QUERY, json!({})).await.status(), 401);
}

#[tokio::test]
async fn what_was_planned_happens_and_then_no_more() {
    let setup = Setup::new().await;
    let faults = setup.iadvize.faults();
    for status in [401, 429, 500, 504] {
        faults.plan(Plan::new("POST /graphql", 1, Fault::Status(status)));
    }
    for status in [401, 429, 500, 504, 200] {
        assert_eq!(setup.graphql(QUERY, json!({})).await.status(), status);
    }
    setup.iadvize.deny_permission(1);
    let denied = setup.graphql(QUERY, json!({})).await;
    assert_eq!(denied.status(), 200);
    let body: Value = denied.json().await.unwrap();
    assert_eq!(body["errors"][0]["extensions"]["name"], "PERMISSION_DENIED");
    faults.plan(Plan::new("/graphql", 1, Fault::Html(403)));
    let page = setup.graphql(QUERY, json!({})).await;
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
}

#[tokio::test]
async fn answers_can_break_off_or_not_come_at_all() {
    let setup = Setup::new().await;
    let faults = setup.iadvize.faults();
    let ask = || {
        let request = setup.client.post(setup.url("/graphql")).bearer_auth(&setup.token);
        request.json(&json!({ "query": QUERY })).send()
    };
    faults.plan(Plan::new("/graphql", 1, Fault::Truncate));
    let answer = ask().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(answer.bytes().await.is_err());
    for fault in [Fault::Drop, Fault::WriteThenDrop] {
        faults.plan(Plan::new("*", 1, fault));
        assert!(ask().await.is_err());
    }
    faults.set_latency(Duration::from_secs(5));
    let asked = tokio::spawn(ask());
    while setup.iadvize.faults().waiting() == 0 {
        tokio::task::yield_now().await;
    }
    assert!(!asked.is_finished());
    setup.iadvize.clock().advance(Duration::from_secs(5));
    assert_eq!(asked.await.unwrap().unwrap().status(), 200);
    faults.clear();
    assert_eq!(ask().await.unwrap().status(), 200);
}

#[tokio::test]
async fn stopping_frees_the_port() {
    let iadvize = Simulator::start(options()).await.unwrap();
    let url = iadvize.base_url();
    let port = url.rsplit(':').next().unwrap().parse().unwrap();
    assert!(client().get(&url).send().await.is_ok());
    let taken = Simulator::start(Options { port, ..options() }).await.unwrap_err();
    assert_eq!(taken.to_string(), format!("listen on 127.0.0.1:{port}"));
    iadvize.stop().await;
    let again = Simulator::start(Options { port, ..options() }).await.unwrap();
    drop(again);
}
