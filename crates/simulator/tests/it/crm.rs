use crate::support::{client, clock};
use leadbridge_simulator::crm::{Crm, Limits, Options, READ, SCHEMAS};
use leadbridge_simulator::{Fault, Plan};
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use std::time::Duration;

const CONTACTS: &str = "/crm/objects/2026-09/contacts";
const UPSERT: &str = "/crm/objects/2026-09/contacts/batch/upsert";
const SEARCH: &str = "/crm/objects/2026-09/contacts/search";
const NOTES: &str = "/crm/objects/2026-09/notes";
const READ_NOTES: &str = "/crm/objects/2026-09/notes/batch/read";
const PROPERTIES: &str = "/crm/properties/2026-09/contacts";

struct Setup {
    crm: Crm,
    client: Client,
}

impl Setup {
    async fn new() -> Self {
        Self::with(Options::default()).await
    }

    async fn with(options: Options) -> Self {
        let options = Options { clock: clock(), ..options };
        Self { crm: Crm::start(options).await.unwrap(), client: client() }
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        body: Value,
    ) -> Result<Response, reqwest::Error> {
        let url = format!("{}{path}", self.crm.base_url());
        let request = self.client.request(method, url).bearer_auth(&self.crm.options().token);
        request.json(&body).send().await
    }

    async fn ask(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let answer = self.send(method, path, body).await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.ask(Method::POST, path, body).await
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        self.ask(Method::GET, path, Value::Null).await
    }

    async fn upsert(&self, inputs: Value) -> (u16, Value) {
        self.post(UPSERT, json!({ "inputs": inputs })).await
    }
}

fn input(email: &str, properties: Value) -> Value {
    json!({ "idProperty": "email", "id": email, "objectWriteTraceId": email, "properties": properties })
}

fn note(contact: &str, body: &str) -> Value {
    json!({
        "properties": { "hs_timestamp": "2026-11-23T08:00:00Z", "hs_note_body": body },
        "associations": [{
            "to": { "id": contact },
            "types": [{ "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 202 }],
        }],
    })
}

#[tokio::test]
async fn an_upsert_creates_once_and_then_updates() {
    let setup = Setup::new().await;
    let ada = input("Ada@example.com", json!({ "firstname": "Ada", "budget_range": "over_20000" }));
    let (status, body) = setup.upsert(json!([ada])).await;
    assert_eq!(status, 200);
    assert_eq!(body["status"], "COMPLETE");
    let result = &body["results"][0];
    assert_eq!(result["new"], true);
    assert_eq!(result["objectWriteTraceId"], "Ada@example.com");
    assert_eq!(result["createdAt"], "2026-11-23T08:00:00.000Z");
    assert_eq!(result["properties"]["email"], "ada@example.com");
    let again = input("ada@example.com", json!({ "firstname": "", "city": "Lyon" }));
    let (_, body) = setup.upsert(json!([again])).await;
    assert_eq!(body["results"][0]["new"], false);
    assert_eq!(body["results"][0]["id"], result["id"]);
    let state = setup.crm.state();
    let ada = state.contact("ADA@example.com").unwrap();
    assert_eq!((ada.get("firstname"), ada.get("city")), (None, Some("Lyon")));
    assert_eq!((state.contacts.len(), ada.writes), (1, 2));
    assert_eq!(state.writes[&format!("POST {UPSERT}")], 2);
}

#[tokio::test]
async fn a_batch_with_trace_ids_says_what_went_wrong_with_which() {
    let setup = Setup::new().await;
    let (status, body) = setup
        .upsert(json!([
            input("ada@example.com", json!({})),
            input("nobody", json!({})),
            input("grace@example.com", json!({ "budget_range": "much", "shoe_size": "38" })),
        ]))
        .await;
    assert_eq!(status, 207);
    assert_eq!(body["results"].as_array().unwrap().len(), 1);
    assert_eq!(body["numErrors"], 2);
    let errors = body["errors"].as_array().unwrap();
    assert_eq!(errors[0]["context"]["objectWriteTraceId"], json!(["nobody"]));
    assert_eq!(errors[0]["errors"][0]["code"], "INVALID_EMAIL");
    assert_eq!(errors[1]["category"], "VALIDATION_ERROR");
    assert_eq!(errors[1]["errors"][0]["code"], "INVALID_OPTION");
    assert_eq!(errors[1]["errors"][1]["code"], "PROPERTY_DOESNT_EXIST");
    assert_eq!(errors[1]["errors"][1]["context"]["propertyName"], json!(["shoe_size"]));
    assert_eq!(setup.crm.state().contacts.len(), 1);
}

#[tokio::test]
async fn a_batch_without_trace_ids_is_all_or_nothing() {
    let setup = Setup::new().await;
    let plain = |email: &str| json!({ "idProperty": "email", "id": email, "properties": {} });
    let (status, body) = setup.upsert(json!([plain("ada@example.com"), plain("nobody")])).await;
    assert_eq!(status, 400);
    assert_eq!(body["status"], "error");
    assert!(body["message"].as_str().unwrap().contains("\"error\":\"INVALID_EMAIL\""), "{body}");
    assert!(setup.crm.state().contacts.is_empty());
    let twice = setup.upsert(json!([plain("a@example.com"), plain("A@example.com")])).await;
    assert_eq!(twice.0, 400);
    let many: Vec<Value> = (0..101).map(|n| plain(&format!("{n}@example.com"))).collect();
    assert_eq!(setup.upsert(json!(many)).await.0, 400);
    assert_eq!(setup.upsert(json!(many[..100])).await.0, 200);
    assert_eq!(setup.upsert(json!([])).await.0, 400);
    assert_eq!(setup.upsert(json!("nothing")).await.0, 400);
    let by_phone = json!([{ "idProperty": "phone", "id": "1", "properties": {} }]);
    assert_eq!(setup.upsert(by_phone).await.0, 400);
    let by_id = json!([{ "id": "1", "properties": {} }]);
    assert_eq!(setup.upsert(by_id).await.0, 404);
}

#[tokio::test]
async fn creating_twice_is_a_conflict_that_names_the_first() {
    let setup = Setup::new().await;
    let ada = json!({ "properties": { "email": "ada@example.com" } });
    let (status, body) = setup.post(CONTACTS, ada.clone()).await;
    assert_eq!(status, 201);
    let id = body["id"].as_str().unwrap();
    let (status, body) = setup.post(CONTACTS, ada).await;
    assert_eq!((status, &body["category"]), (409, &json!("CONFLICT")));
    assert_eq!(body["message"], format!("Contact already exists. Existing ID: {id}"));
    let path = format!("{CONTACTS}/{id}");
    let change = json!({ "properties": { "lastname": "Lovelace", "budget_amount": 12 } });
    let (status, body) = setup.ask(Method::PATCH, &path, change.clone()).await;
    assert_eq!((status, &body["properties"]["lastname"]), (200, &json!("Lovelace")));
    let by_email = format!("{CONTACTS}/ada@example.com?idProperty=email");
    assert_eq!(setup.ask(Method::PATCH, &by_email, change.clone()).await.0, 200);
    assert_eq!(setup.ask(Method::PATCH, &format!("{CONTACTS}/1"), change).await.0, 404);
    let grace = json!({ "properties": { "email": "grace@example.com" } });
    setup.post(CONTACTS, grace.clone()).await;
    assert_eq!(setup.ask(Method::PATCH, &path, grace).await.0, 409);
    assert_eq!(setup.crm.state().contact("ada@example.com").unwrap().writes, 3);
}

#[tokio::test]
async fn a_contact_is_read_with_its_notes() {
    let setup = Setup::new().await;
    let (_, body) =
        setup.upsert(json!([input("ada@example.com", json!({ "city": "Lyon" }))])).await;
    let id = body["results"][0]["id"].as_str().unwrap();
    let (status, body) = setup.post(NOTES, note(id, "iadvize:1 hello")).await;
    assert_eq!(status, 201);
    assert_eq!(body["properties"]["hs_note_body"], "iadvize:1 hello");
    let note_id = body["id"].clone();
    let query = "?idProperty=email&properties=city,zip&associations=notes";
    let (status, body) = setup.get(&format!("{CONTACTS}/ada@example.com{query}")).await;
    assert_eq!(status, 200);
    assert_eq!(body["properties"]["city"], "Lyon");
    assert_eq!(body["properties"]["zip"], Value::Null);
    assert_eq!(body["properties"].get("email"), None);
    let associated = &body["associations"]["notes"]["results"][0];
    assert_eq!(associated, &json!({ "id": note_id, "type": "contact_to_note" }));
    let wanted =
        json!({ "properties": ["hs_note_body"], "inputs": [{ "id": note_id }, { "id": "1" }] });
    let (status, body) = setup.post(READ_NOTES, wanted).await;
    assert_eq!(status, 207);
    assert_eq!(body["results"][0]["properties"]["hs_note_body"], "iadvize:1 hello");
    assert_eq!(body["errors"][0]["context"]["ids"], json!(["1"]));
    let (status, body) =
        setup.get(&format!("{CONTACTS}/nobody@example.com?idProperty=email")).await;
    assert_eq!((status, &body["category"]), (404, &json!("OBJECT_NOT_FOUND")));
    let state = setup.crm.state();
    assert_eq!(state.notes_of(state.contacts[0].id).count(), 1);
    assert_eq!(state.all_writes(), 2);
}

#[tokio::test]
async fn many_notes_are_listed_by_the_hundred() {
    let setup = Setup::with(Options { limits: None, ..Options::default() }).await;
    let ada = json!([input("ada@example.com", json!({}))]);
    let (_, body) = setup.upsert(ada).await;
    let id = body["results"][0]["id"].as_str().unwrap();
    for _ in 0..201 {
        assert_eq!(setup.post(NOTES, note(id, "text")).await.0, 201);
    }
    let (_, body) = setup.get(&format!("{CONTACTS}/{id}?associations=notes")).await;
    let mut page = body["associations"]["notes"].clone();
    let mut sizes = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    loop {
        let results = page["results"].as_array().unwrap();
        sizes.push(results.len());
        seen.extend(results.iter().map(|one| one["id"].to_string()));
        let Some(after) = page["paging"]["next"]["after"].as_str() else {
            break;
        };
        let next = format!("{CONTACTS}/{id}/associations/notes?after={after}");
        page = setup.get(&next).await.1;
    }
    assert_eq!((sizes, seen.len()), (vec![100, 100, 1], 201));
    let (status, _) = setup.get(&format!("{CONTACTS}/1/associations/notes")).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn it_can_write_long_after_the_client_has_gone() {
    let setup = Setup::new().await;
    let fault = Fault::WriteLater(60);
    setup.crm.faults().plan(Plan::new(UPSERT, 1, fault));
    let ada = json!({ "inputs": [input("ada@example.com", json!({}))] });
    assert!(setup.send(Method::POST, UPSERT, ada).await.is_err());
    setup.crm.clock().advance(Duration::from_secs(59));
    assert_eq!(setup.get(PROPERTIES).await.0, 200);
    assert!(setup.crm.state().contacts.is_empty());
    setup.crm.clock().advance(Duration::from_secs(1));
    while setup.crm.state().contacts.is_empty() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_note_that_will_not_do_is_refused() {
    let setup = Setup::new().await;
    let (_, body) = setup.upsert(json!([input("ada@example.com", json!({}))])).await;
    let id = body["results"][0]["id"].as_str().unwrap();
    let with = |pointer: &str, value: Value| {
        let mut note = note(id, "text");
        *note.pointer_mut(pointer).unwrap() = value;
        note
    };
    let cases = [
        (with("/properties", json!({ "hs_note_body": "text" })), 400, "REQUIRED_FIELD"),
        (with("/properties/hs_timestamp", json!("now")), 400, "INVALID_DATE"),
        (with("/properties/hs_note_body", json!("x".repeat(65_537))), 400, "INVALID_LENGTH"),
        (with("/associations/0/types/0/associationTypeId", json!(204)), 400, "202"),
        (with("/associations/0/to/id", json!("1")), 404, "OBJECT_NOT_FOUND"),
    ];
    for (note, status, why) in cases {
        let (found, body) = setup.post(NOTES, note).await;
        assert_eq!(found, status);
        assert!(body.to_string().contains(why), "{body}");
    }
    assert!(setup.crm.state().notes.is_empty());
    assert_eq!(setup.post(NOTES, note(id, &"é".repeat(65_536))).await.0, 201);
}

#[tokio::test]
async fn searching_finds_by_email_when_it_is_indexed() {
    let delay = Duration::from_secs(3);
    let setup = Setup::with(Options { search_delay: delay, ..Options::default() }).await;
    setup.upsert(json!([input("ada@example.com", json!({ "firstname": "Ada" }))])).await;
    let search = json!({
        "filterGroups": [{ "filters": [{ "propertyName": "email", "operator": "EQ", "value": "ADA@example.com" }] }],
        "properties": ["firstname"],
    });
    assert_eq!(setup.post(SEARCH, search.clone()).await.1["total"], 0);
    setup.crm.clock().advance(delay);
    let (status, body) = setup.post(SEARCH, search).await;
    assert_eq!((status, &body["total"]), (200, &json!(1)));
    assert_eq!(body["results"][0]["properties"]["firstname"], "Ada");
    let unknown = json!({ "filterGroups": [{ "filters": [{ "propertyName": "email", "operator": "LIKE" }] }] });
    assert_eq!(setup.post(SEARCH, unknown).await.0, 400);
}

#[tokio::test]
async fn properties_are_live() {
    let setup = Setup::new().await;
    let (status, body) = setup.get(PROPERTIES).await;
    assert_eq!(status, 200);
    let results = body["results"].as_array().unwrap();
    let budget = results.iter().find(|property| property["name"] == "budget_range").unwrap();
    assert_eq!(budget["type"], "enumeration");
    let first = json!({ "label": "Under 5,000 €", "value": "under_5000", "displayOrder": 0, "hidden": false });
    assert_eq!(budget["options"][0], first);
    let created = results.iter().find(|property| property["name"] == "createdate").unwrap();
    assert_eq!(created["modificationMetadata"]["readOnlyValue"], true);
    setup.crm.remove_property("city");
    let ada = json!([input("ada@example.com", json!({ "city": "Lyon" }))]);
    assert_eq!(setup.upsert(ada.clone()).await.0, 207);
    let city = json!({ "name": "city", "label": "City", "type": "string", "fieldType": "text" });
    setup.crm.set_property(city).unwrap();
    assert_eq!(setup.upsert(ada).await.0, 200);
    assert!(setup.crm.set_property(json!({ "name": "x" })).is_err());
}

#[tokio::test]
async fn the_key_and_its_scopes_are_checked() {
    let setup = Setup::new().await;
    let url = format!("{}{PROPERTIES}", setup.crm.base_url());
    for request in [setup.client.get(&url), setup.client.get(&url).bearer_auth("pat-other")] {
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 401);
        let body: Value = answer.json().await.unwrap();
        assert_eq!(body["category"], "INVALID_AUTHENTICATION");
        assert!(body["correlationId"].is_string());
    }
    setup.crm.set_scopes(&[READ]);
    let (status, body) = setup.get(PROPERTIES).await;
    assert_eq!(status, 403);
    assert_eq!(body["errors"][0]["context"]["requiredScopes"], json!([SCHEMAS]));
    assert_eq!(setup.upsert(json!([input("ada@example.com", json!({}))])).await.0, 403);
    assert_eq!(setup.post(SEARCH, json!({})).await.0, 200);
    assert_eq!(setup.get(&format!("{CONTACTS}/1")).await.0, 404);
}

#[tokio::test]
async fn too_many_requests_are_told_which_limit() {
    let limits = Limits { ten_seconds: 3, searches_per_second: 1, daily: 5 };
    let setup = Setup::with(Options { limits: Some(limits), ..Options::default() }).await;
    let answer = setup.send(Method::GET, PROPERTIES, Value::Null).await.unwrap();
    assert_eq!(answer.headers()["x-hubspot-ratelimit-max"], "3");
    assert_eq!(answer.headers()["x-hubspot-ratelimit-remaining"], "2");
    assert_eq!(answer.headers()["x-hubspot-ratelimit-daily-remaining"], "4");
    assert_eq!(answer.headers()["x-hubspot-ratelimit-interval-milliseconds"], "10000");
    let search = setup.send(Method::POST, SEARCH, json!({})).await.unwrap();
    assert!(search.headers().get("x-hubspot-ratelimit-max").is_none());
    let (status, body) = setup.post(SEARCH, json!({})).await;
    assert_eq!((status, &body["policyName"]), (429, &json!("SECONDLY")));
    setup.get(PROPERTIES).await;
    let (status, body) = setup.get(PROPERTIES).await;
    assert_eq!((status, &body["policyName"]), (429, &json!("TEN_SECONDLY_ROLLING")));
    setup.crm.clock().advance(Duration::from_secs(10));
    for status in [200, 200, 429] {
        assert_eq!(setup.get(PROPERTIES).await.0, status);
    }
    assert_eq!(setup.get(PROPERTIES).await.1["policyName"], "DAILY");
    assert_eq!(setup.crm.state().requests[&format!("GET {PROPERTIES}")], 4);
    let free = Setup::with(Options { limits: None, ..Options::default() }).await;
    for _ in 0..200 {
        assert_eq!(free.get(PROPERTIES).await.0, 200);
    }
}

#[tokio::test]
async fn it_can_write_and_not_say_so() {
    let setup = Setup::new().await;
    let faults = setup.crm.faults();
    let ada = || json!({ "inputs": [input("ada@example.com", json!({}))] });
    faults.plan(Plan::new(UPSERT, 1, Fault::WriteThenStatus(500)));
    let (status, body) = setup.post(UPSERT, ada()).await;
    assert_eq!((status, &body["message"]), (500, &json!("internal error")));
    assert_eq!(setup.crm.state().contacts.len(), 1);
    faults.plan(Plan::new(UPSERT, 1, Fault::WriteThenDrop));
    assert!(setup.send(Method::POST, UPSERT, ada()).await.is_err());
    faults.plan(Plan::new(UPSERT, 1, Fault::Drop));
    assert!(setup.send(Method::POST, UPSERT, ada()).await.is_err());
    faults.plan(Plan::new(UPSERT, 1, Fault::Status(500)));
    assert_eq!(setup.post(UPSERT, ada()).await.0, 500);
    assert_eq!(setup.crm.state().contacts[0].writes, 2);
    for (status, says) in [
        (401, "INVALID_AUTHENTICATION"),
        (403, "MISSING_SCOPES"),
        (429, "TEN_SECONDLY_ROLLING"),
        (423, "LOCKED"),
    ] {
        faults.plan(Plan::new("*", 1, Fault::Status(status)));
        let (found, body) = setup.post(UPSERT, ada()).await;
        assert_eq!(found, status);
        assert!(body.to_string().contains(says), "{body}");
    }
    faults.plan(Plan::new("*", 1, Fault::Html(403)));
    let page = setup.send(Method::POST, UPSERT, ada()).await.unwrap();
    assert!(page.text().await.unwrap().starts_with("<!doctype html>"));
}

#[tokio::test]
async fn what_arrived_is_shown_to_people_and_programs() {
    let setup = Setup::new().await;
    let strange = json!({ "firstname": "<script>alert(1)</script>" });
    let (_, body) = setup.upsert(json!([input("ada@example.com", strange)])).await;
    let id = body["results"][0]["id"].as_str().unwrap();
    setup.post(NOTES, note(id, "<b>hello</b>")).await;
    let url = |path: &str| format!("{}{path}", setup.crm.base_url());
    let page = setup.client.get(url("/")).send().await.unwrap();
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'"));
    let page = page.text().await.unwrap();
    assert!(page.contains("ada@example.com") && page.contains("&lt;b&gt;hello&lt;/b&gt;"));
    assert!(!page.contains("<script>alert"));
    for (path, media_type) in [("page.css", "text/css"), ("page.js", "text/javascript")] {
        let file = setup.client.get(url(&format!("/_simulator/{path}"))).send().await.unwrap();
        assert_eq!(file.headers()["content-type"], media_type);
    }
    let state: Value =
        setup.client.get(url("/_simulator/state")).send().await.unwrap().json().await.unwrap();
    assert_eq!(state["contacts"][0]["properties"]["email"], "ada@example.com");
    assert_eq!(state["notes"][0]["contacts"][0].to_string(), id);
    let scopes =
        setup.client.post(url("/_simulator/scopes")).json(&json!([])).send().await.unwrap();
    assert_eq!(scopes.status(), 204);
    assert_eq!(setup.get(PROPERTIES).await.0, 403);
    let property = json!({ "name": "x", "label": "X", "type": "string", "fieldType": "text" });
    let set =
        setup.client.post(url("/_simulator/properties")).json(&property).send().await.unwrap();
    assert_eq!(set.status(), 204);
    let wrong =
        setup.client.post(url("/_simulator/properties")).json(&json!({})).send().await.unwrap();
    assert_eq!(wrong.status(), 400);
    let removed = setup.client.delete(url("/_simulator/properties/x")).send().await.unwrap();
    assert_eq!(removed.status(), 204);
    setup.crm.stop().await;
}
