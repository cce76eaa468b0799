use crate::support::{Setup, options};
use leadbridge_simulator::iadvize::{Options, Platform};
use leadbridge_simulator::seed;
use serde_json::{Value, json};
use std::time::Duration;

const CONVERSATION: &str = include_str!("../../../../graphql/conversation.graphql");
const PROJECTS: &str = include_str!("../../../../graphql/projects.graphql");

/// A conversation as the connector fetches it: every page of it, joined; and how many pages there were.
async fn fetch(setup: &Setup, id: &str) -> (Value, usize) {
    let mut whole = Value::Null;
    let mut after = Value::Null;
    for pages in 1.. {
        let variables = json!({ "id": id, "after": after });
        let mut page = setup.data(CONVERSATION, variables).await["conversation"].take();
        let info = page["messages"].as_object_mut().unwrap().remove("pageInfo").unwrap();
        let mut edges = page["messages"]["edges"].take();
        if whole.is_null() {
            page["messages"]["edges"] = json!([]);
            whole = page;
        }
        let joined = whole["messages"]["edges"].as_array_mut().unwrap();
        joined.append(edges.as_array_mut().unwrap());
        if info["hasNextPage"] == false {
            return (whole, pages);
        }
        after = info["endCursor"].clone();
    }
    unreachable!()
}

#[tokio::test]
async fn every_seed_is_answered_as_its_file_says() {
    let setup = Setup::new().await;
    let mut most_pages = 0;
    for mut seed in seed::conversations() {
        let (found, pages) = fetch(&setup, seed.id()).await;
        seed.conversation["closedAt"] = Value::Null;
        assert_eq!(found, seed.conversation, "{}", seed.name);
        most_pages = most_pages.max(pages);
    }
    assert_eq!(most_pages, 2);
}

#[tokio::test]
async fn an_unknown_conversation_is_null() {
    let setup = Setup::new().await;
    let id = "00000000-0000-4000-8000-000000000000";
    let data = setup.data(CONVERSATION, json!({ "id": id })).await;
    assert_eq!(data, json!({ "conversation": null }));
}

#[tokio::test]
async fn projects_are_the_access_test() {
    let setup = Setup::new().await;
    let data = setup.data(PROJECTS, json!({})).await;
    let edges = data["projects"]["edges"].as_array().unwrap();
    assert_eq!(edges[0]["node"], json!({ "id": 335, "name": "Maison Claire" }));
    assert_eq!(edges.len(), 5);
    let one = setup.data("{ project(projectId: 337) { name } }", json!({})).await;
    assert_eq!(one["project"]["name"], "Maison Claire Deutschland");
    let none = setup.data("{ project(projectId: 1) { name } }", json!({})).await;
    assert_eq!(none["project"], Value::Null);
    let query =
        "{ users(projectIds: 335, first: 100, after: \"\") { edges { node { __typename id } } } }";
    let users = setup.data(query, json!({})).await;
    let users = users["users"]["edges"].as_array().unwrap();
    assert!(users.iter().any(|user| user["node"] == json!({ "__typename": "Bot", "id": 9001 })));
}

#[tokio::test]
async fn what_the_schema_does_not_have_is_a_400() {
    let setup = Setup::new().await;
    let id = seed::conversations()[0].id().to_owned();
    let refused = [
        ("{ conversation(id: $id) { id } }", json!({})),
        ("{ projects { edges { node { id nom } } } }", json!({})),
        ("query Q($id: UUID!) { conversation(id: $id) { id } }", json!({})),
        ("{ projects { edges ", json!({})),
        (
            "query A { projects { edges { node { id } } } } query B { projects { edges { node { id } } } }",
            json!({}),
        ),
        ("mutation { visitorAnonymize { id } }", json!({})),
        (CONVERSATION, json!({ "id": null })),
        (CONVERSATION, json!({ "id": id, "after": 3 })),
    ];
    for (query, variables) in refused {
        let answer = setup.graphql(query, variables).await;
        assert_eq!(answer.status(), 400, "{query}");
        let body: Value = answer.json().await.unwrap();
        assert!(body["errors"][0]["message"].is_string(), "{body}");
        assert!(body.get("data").is_none());
    }
    let body = setup.graphql("{ projects { nom } }", json!({})).await.text().await.unwrap();
    assert!(body.contains("nom"), "{body}");
}

#[tokio::test]
async fn the_request_must_be_json_and_signed_in() {
    let setup = Setup::new().await;
    let url = setup.url("/graphql");
    let body = json!({ "query": PROJECTS });
    let without = setup.client.post(&url).json(&body).send().await.unwrap();
    assert_eq!(without.status(), 401);
    let unknown = setup.client.post(&url).bearer_auth("a.b.c").json(&body).send().await.unwrap();
    assert_eq!(unknown.status(), 401);
    let text = setup.client.post(&url).bearer_auth(&setup.token).body(body.to_string());
    assert_eq!(text.send().await.unwrap().status(), 415);
    let broken = setup.client.post(&url).bearer_auth(&setup.token).body("{");
    let broken = broken.header("content-type", "application/json; charset=utf-8");
    assert_eq!(broken.send().await.unwrap().status(), 400);
    assert_eq!(setup.iadvize.counts().graphql, 4);
}

#[tokio::test]
async fn the_schema_tells_about_itself() {
    let setup = Setup::new().await;
    let query = "{ __type(name: \"ParticipantConversationMessage\") { fields { name } } }";
    let data = setup.data(query, json!({})).await;
    let fields = data["__type"]["fields"].as_array().unwrap();
    assert!(fields.contains(&json!({ "name": "text" })));
    let data = setup.data("{ __schema { queryType { name } } }", json!({})).await;
    assert_eq!(data["__schema"]["queryType"]["name"], "Query");
}

#[tokio::test]
async fn more_than_a_page_is_an_error() {
    let setup = Setup::new().await;
    let id = seed::conversations()[0].id().to_owned();
    let query = "query Q($id: UUID!) { conversation(id: $id) { messages(first: 101) { edges { cursor } } } }";
    let answer = setup.graphql(query, json!({ "id": id })).await;
    assert_eq!(answer.status(), 200);
    let body: Value = answer.json().await.unwrap();
    let message = body["errors"][0]["message"].as_str().unwrap();
    assert!(message.ends_with("`first` must be between 0 and 100"), "{message}");
    assert_eq!(body["data"]["conversation"]["messages"], Value::Null);
}

#[tokio::test]
async fn the_two_platforms_know_nothing_of_each_other() {
    let setup = Setup::with(Options { seed: false, ..options() }).await;
    let bare = json!({
        "id": "4c8c7408-f73c-42cd-89e9-afbbee7d9024",
        "messages": { "edges": [{ "node": { "author": { "__typename": "Bot" }, "text": "hi" } }] },
    });
    let id = setup.iadvize.add(Platform::Sd, bare).unwrap();
    let variables = json!({ "id": id });
    let ha = setup.data(CONVERSATION, variables.clone()).await;
    assert_eq!(ha["conversation"], Value::Null);
    let sd = setup.graphql_at("/graphql?platform=sd", CONVERSATION, variables).await;
    let sd: Value = sd.json().await.unwrap();
    let conversation = &sd["data"]["conversation"];
    assert_eq!(conversation["channel"], "CHAT");
    assert_eq!(conversation["createdAt"], "2026-11-23T08:00:00Z");
    assert_eq!(conversation["messages"]["edges"][0]["node"]["text"], "hi");
}

#[tokio::test]
async fn messages_come_in_the_order_of_their_dates() {
    let setup = Setup::with(Options { seed: false, ..options() }).await;
    let node = |text, date| json!({ "node": { "text": text, "createdAt": date } });
    let edges = json!([
        node("b", json!("2026-03-02T09:00:05Z")),
        node("c", json!(null)),
        node("a", json!("2026-03-02T10:00:04+01:00")),
        node("d", json!("2026-03-02T09:00:05.000Z")),
    ]);
    let file = json!({ "data": { "conversation": {
        "id": "4c8c7408-f73c-42cd-89e9-afbbee7d9024", "messages": { "edges": edges },
    }}});
    let id = setup.iadvize.add(Platform::Ha, file).unwrap();
    let (found, _) = fetch(&setup, &id).await;
    let edges = found["messages"]["edges"].as_array().unwrap();
    let texts: Vec<&str> =
        edges.iter().map(|edge| edge["node"]["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["a", "b", "c", "d"]);
}

#[tokio::test]
async fn closed_conversations_are_listed_by_their_filters() {
    let setup = Setup::new().await;
    let seeds = seed::conversations();
    for seed in &seeds[..5] {
        setup.iadvize.close(seed.id()).unwrap();
        setup.iadvize.clock().advance(Duration::from_secs(60));
    }
    let query = "query Q($filters: ClosedConversationsFilters!, $after: String) {
        closedConversations(filters: $filters, first: 2, after: $after) {
            edges { node { id duration messages(first: 1) { edges { node { id } } } } }
            pageInfo { hasNextPage endCursor }
        }
    }";
    let interval = json!({ "from": "2026-11-23T08:01:00Z", "to": "2026-11-23T09:04:00+01:00" });
    let ids = async |filters: Value, after: Value| -> (Vec<String>, Value) {
        let variables = json!({ "filters": filters, "after": after });
        let data = setup.data(query, variables).await["closedConversations"].take();
        let edges = data["edges"].as_array().unwrap();
        let id = |edge: &Value| edge["node"]["id"].as_str().unwrap().to_owned();
        (edges.iter().map(id).collect(), data["pageInfo"].clone())
    };
    let (first, page) = ids(json!({ "interval": interval }), Value::Null).await;
    assert_eq!(first, [seeds[1].id(), seeds[2].id()]);
    assert_eq!(page["hasNextPage"], true);
    let (second, page) = ids(json!({ "interval": interval }), page["endCursor"].clone()).await;
    assert_eq!(second, [seeds[3].id()]);
    assert_eq!(page["hasNextPage"], false);
    let cases = [
        (json!({ "projectIds": [336] }), vec![seeds[2].id(), seeds[3].id()]),
        (json!({ "channels": ["WHATSAPP"] }), vec![]),
        (json!({ "automationLevels": ["NOT_AUTOMATED"] }), vec![seeds[2].id()]),
        (json!({ "answeredByHuman": false }), vec![]),
        (json!({ "conversationId": seeds[1].id() }), vec![seeds[1].id()]),
    ];
    for (mut filters, expected) in cases {
        filters["interval"] = interval.clone();
        assert_eq!(ids(filters, Value::Null).await.0, expected);
    }
    let filters = json!({ "interval": { "from": "yesterday", "to": "today" } });
    let answer = setup.graphql(query, json!({ "filters": filters })).await;
    let body: Value = answer.json().await.unwrap();
    assert!(body["errors"][0]["message"].as_str().unwrap().contains("yesterday"), "{body}");
}
