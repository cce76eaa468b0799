use crate::support::{Receiver, Setup, options};
use leadbridge_simulator::iadvize::Options;
use serde_json::{Value, json};

const ID: &str = "4c8c7408-f73c-42cd-89e9-afbbee7d9024";

fn conversation() -> Value {
    json!({ "id": ID, "platform": "sd", "channel": "SMS", "messages": { "edges": [] } })
}

async fn read(setup: &Setup, path: &str) -> Value {
    let answer = setup.client.get(setup.url(path)).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.json().await.unwrap()
}

#[tokio::test]
async fn a_conversation_can_be_played_over_http() {
    let setup = Setup::with(Options { seed: false, ..options() }).await;
    let receiver = Receiver::start(&[]).await;
    let url = json!({ "url": receiver.url });
    assert_eq!(setup.switch("/_simulator/subscription", url).await.status(), 204);
    let added = setup.switch("/_simulator/conversations", conversation()).await;
    assert_eq!(added.json::<Value>().await.unwrap(), json!({ "id": ID }));
    let path = format!("/_simulator/conversations/{ID}");
    let message = json!({ "author": { "__typename": "Visitor" }, "text": "hi" });
    let said = setup.switch(&format!("{path}/messages"), message).await;
    assert_eq!(said.status(), 204);
    let email = json!({ "email": "a@example.com" });
    let known = setup.client.patch(setup.url(&path)).json(&email).send().await.unwrap();
    assert_eq!(known.status(), 204);
    let closed = setup.switch(&format!("{path}/close"), json!({})).await;
    let event = closed.json::<Value>().await.unwrap()["eventId"].clone();
    setup.iadvize.wait_for_deliveries(|log| log.iter().all(|one| one.outcome.is_final())).await;
    assert_eq!(receiver.events()[0]["eventId"], event);
    assert_eq!(receiver.events()[0]["platform"], "sd");

    let file = read(&setup, &path).await;
    assert_eq!(file["messages"]["edges"][0]["node"]["text"], "hi");
    assert_eq!(file["visitor"]["email"], "a@example.com");
    let list = read(&setup, "/_simulator/conversations").await;
    assert_eq!(list[0]["closed_at"], "2026-11-23T08:00:00Z");
    let deliveries = read(&setup, "/_simulator/deliveries").await;
    assert_eq!(deliveries[0]["outcome"], "delivered");
    let state = read(&setup, "/_simulator/state").await;
    assert_eq!(state["counts"]["logins"], 1);
    assert_eq!(state["conversations"], 1);
}

#[tokio::test]
async fn the_switches_work_over_http() {
    let setup = Setup::new().await;
    let query = "{ projects { edges { node { id } } } }";
    let plan = json!({ "route": "/graphql", "times": 2, "fault": { "status": 504 } });
    assert_eq!(setup.switch("/_simulator/faults", plan.clone()).await.status(), 204);
    let truncate = json!({ "fault": "truncate" });
    assert_eq!(setup.switch("/_simulator/faults", truncate).await.status(), 204);
    let planned = read(&setup, "/_simulator/faults").await;
    assert_eq!(planned[0], plan);
    assert_eq!(setup.graphql(query, json!({})).await.status(), 504);
    let cleared = setup.client.delete(setup.url("/_simulator/faults")).send().await.unwrap();
    assert_eq!(cleared.status(), 204);
    assert_eq!(setup.graphql(query, json!({})).await.status(), 200);
    assert_eq!(setup.switch("/_simulator/revoke", json!({})).await.status(), 204);
    assert_eq!(setup.graphql(query, json!({})).await.status(), 401);
    let moved = setup.switch("/_simulator/clock", json!({ "ms": 1500 })).await;
    let now = json!({ "now": "2026-11-23T08:00:01.5Z" });
    assert_eq!(moved.json::<Value>().await.unwrap(), now);
    assert_eq!(read(&setup, "/_simulator/clock").await, now);
    let webhooks = json!({ "drop": 2 });
    assert_eq!(setup.switch("/_simulator/webhooks", webhooks).await.status(), 204);
    assert_eq!(setup.switch("/_simulator/latency", json!({ "ms": 0 })).await.status(), 204);
    let event = json!({ "eventId": "e", "eventType": "t" });
    assert_eq!(setup.switch("/_simulator/events", event).await.status(), 202);
}

#[tokio::test]
async fn what_cannot_be_done_is_said() {
    let setup = Setup::new().await;
    let no_id = json!({ "messages": { "edges": [] } });
    let no_messages = json!({ "id": ID });
    let strange = json!({ "id": ID, "messages": { "edges": [{ "node": { "__typename": "X" } }] } });
    for (body, why) in [
        (no_id, "id: a conversation needs one"),
        (no_messages, "messages.edges: a conversation needs them"),
        (strange, "messages.edges[0].node: unknown __typename `X`"),
        (json!([]), "a conversation is a JSON object"),
    ] {
        let answer = setup.switch("/_simulator/conversations", body).await;
        assert_eq!(answer.status(), 400);
        assert_eq!(answer.json::<Value>().await.unwrap(), json!({ "error": why }));
    }
    let unknown = setup.switch(&format!("/_simulator/conversations/{ID}/close"), json!({})).await;
    assert_eq!(unknown.status(), 404);
    let address = setup.switch("/_simulator/subscription", json!({ "url": "here" })).await;
    assert_eq!(address.status(), 400);
}

#[tokio::test]
async fn people_get_a_page_with_nothing_to_run_from_visitors() {
    let setup = Setup::new().await;
    for path in ["/", "/_simulator/"] {
        let answer = setup.client.get(setup.url(path)).send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], "text/html; charset=utf-8");
        let page = answer.text().await.unwrap();
        assert!(page.contains("close it"));
        assert!(page.contains("&lt;script&gt;alert"));
        assert!(!page.contains("<script>alert"));
    }
}
