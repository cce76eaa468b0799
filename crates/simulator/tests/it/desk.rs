use crate::support::{Receiver, Setup, options};
use jiff::{SignedDuration, Timestamp};
use leadbridge_simulator::iadvize::{Author, Platform, Simulator};
use leadbridge_simulator::seed;
use serde_json::{Value, json};
use std::time::Duration;

const LISTING: &str = include_str!("../../../../graphql/closed-conversations.graphql");

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The ids of what was closed in an interval, and how many pages they took.
async fn listed(setup: &Setup, from: &str, to: &str) -> (Vec<String>, usize) {
    let (mut ids, mut after) = (Vec::new(), Value::Null);
    for pages in 1.. {
        let variables = json!({ "from": from, "to": to, "after": after });
        let page = setup.data(LISTING, variables).await["closedConversations"].take();
        let edges = page["edges"].as_array().unwrap();
        ids.extend(edges.iter().map(|edge| edge["node"]["id"].as_str().unwrap().to_owned()));
        if page["pageInfo"]["hasNextPage"] == false {
            return (ids, pages);
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
    unreachable!()
}

#[tokio::test]
async fn what_happens_is_told_as_documented() {
    let iadvize = Simulator::start(options()).await.unwrap();
    let receiver = Receiver::start(&[]).await;
    iadvize.subscribe(&receiver.url).unwrap();
    let seeds = seed::conversations();
    let (site, whatsapp) = (seeds[1].id(), seeds[6].id());
    let mut ids = Vec::new();
    let sent = [
        iadvize.push(site),
        iadvize.update_visitor(site, "camille@example.com"),
        iadvize.answer_survey(site, 4),
        iadvize.attribute(site, "order-1", 300.2),
        iadvize.attribute(whatsapp, "order-2", 12.0),
    ];
    for (nth, id) in sent.into_iter().enumerate() {
        ids.push(id.unwrap());
        receiver.called(nth + 1).await;
    }
    let mut events = receiver.events();
    events.sort_by_key(|event| ids.iter().position(|id| *id == event["eventId"]));
    let now = "2026-11-23T08:00:00Z";
    let visitor = events[1]["visitorId"].as_str().unwrap().to_owned();
    assert_eq!(visitor.len(), 45);
    assert!(visitor.chars().all(|c| c.is_ascii_hexdigit()), "{visitor}");
    let mut expected = [
        json!({
            "eventType": "v2.conversation.pushed", "projectId": 335, "conversationId": site,
            "operatorId": 41, "channel": "CHAT", "visitorExternalId": "63429889",
            "visitorId": events[0]["visitorId"],
        }),
        json!({ "eventType": "visitor.updated", "operatorId": 41, "visitorId": visitor }),
        json!({
            "eventType": "satisfaction.answered", "projectId": 335, "conversationId": site,
            "customerSatisfaction": 4,
        }),
        json!({
            "eventType": "transaction.attributed", "projectId": 335, "conversationId": site,
            "transactionId": events[3]["transactionId"], "receivedAt": now,
            "externalId": "order-1", "amount": 300.2, "source": "Onsite", "operatorId": 41,
        }),
        json!({
            "eventType": "transaction.attributed", "conversationId": whatsapp,
            "projectId": events[4]["projectId"], "operatorId": events[4]["operatorId"],
            "transactionId": events[4]["transactionId"], "receivedAt": now,
            "externalId": "order-2", "amount": 12.0, "source": "Offsite",
        }),
    ];
    for (expected, id) in expected.iter_mut().zip(&ids) {
        for (name, value) in
            [("platform", json!("ha")), ("clientId", json!(335)), ("eventId", json!(id))]
        {
            expected[name] = value;
        }
        expected["createdAt"] = json!(now);
        expected["sentAt"] = json!(now);
    }
    assert_eq!(events, expected);
    let file = iadvize.conversation(site).unwrap();
    assert_eq!(file["visitor"]["email"], "camille@example.com");
    assert!(iadvize.push("nothing").is_err() && iadvize.answer_survey("nothing", 1).is_err());
}

#[tokio::test]
async fn a_conversation_opened_again_leaves_the_list_and_goes_on() {
    let setup = Setup::new().await;
    let seeds = seed::conversations();
    let id = seeds[0].id();
    let day = ("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z");
    setup.iadvize.close(id).unwrap();
    assert_eq!(listed(&setup, day.0, day.1).await.0, [id]);
    setup.iadvize.reopen(id).unwrap();
    assert_eq!(listed(&setup, day.0, day.1).await.0, [""; 0]);
    assert_eq!(setup.iadvize.conversation(id).unwrap()["closedAt"], Value::Null);
    setup.iadvize.say(id, Author::Visitor, "encore moi").unwrap();
    setup.iadvize.say(id, Author::Operator, "re-bonjour").unwrap();
    let file = setup.iadvize.conversation(id).unwrap();
    let edges = file["messages"]["edges"].as_array().unwrap();
    let last: Vec<_> = edges[edges.len() - 2..]
        .iter()
        .map(|edge| (&edge["node"]["author"]["__typename"], &edge["node"]["text"]))
        .collect();
    let expected = [("Visitor", "encore moi"), ("Professional", "re-bonjour")]
        .map(|(author, text)| (json!(author), json!(text)));
    assert_eq!(last, expected.each_ref().map(|(author, text)| (author, text)));
    setup.iadvize.clock().advance(Duration::from_secs(60));
    setup.iadvize.close(id).unwrap();
    assert_eq!(listed(&setup, day.0, day.1).await.0, [id], "once, at its new place");
}

#[tokio::test]
async fn many_closed_over_some_days_are_listed_in_their_order() {
    let setup = Setup::new().await;
    let made: Vec<Value> =
        seed::generated(250, 3).into_iter().map(|seed| seed.conversation).collect();
    let span = (time("2026-10-01T00:00:00Z"), time("2026-10-06T00:00:00Z"));
    let ids = setup.iadvize.add_closed_over(Platform::Ha, made.clone(), span).unwrap();
    let all = listed(&setup, "2026-10-01T00:00:00Z", "2026-10-06T00:00:00Z").await;
    assert_eq!(all, (ids.clone(), 3));
    // Fifty a day, the first of them at midnight.
    let second = listed(&setup, "2026-10-02T00:00:00Z", "2026-10-03T00:00:00Z").await;
    assert_eq!(second, (ids[50..100].to_vec(), 1));
    let other = setup.iadvize.add_closed(Platform::Sd, made[0].clone(), span.0);
    assert!(other.is_ok());
    let all = listed(&setup, "2026-10-01T00:00:00Z", "2026-10-06T00:00:00Z").await;
    assert_eq!(all.0, ids[1..], "it is on the other platform now");
    // Whatever else has a date keeps its distance from the closing.
    let file = setup.iadvize.conversation(&ids[50]).unwrap();
    let of = |value: &Value| time(value.as_str().unwrap());
    let distance = |file: &Value, value: &Value| of(&file["closedAt"]).duration_since(of(value));
    assert_eq!(file["closedAt"], "2026-10-02T00:00:00Z");
    assert_eq!(distance(&file, &file["createdAt"]), distance(&made[50], &made[50]["createdAt"]));
    let message = |file: &Value| file["messages"]["edges"][2]["node"]["createdAt"].clone();
    assert_eq!(distance(&file, &message(&file)), distance(&made[50], &message(&made[50])));
    assert!(distance(&file, &message(&file)) > SignedDuration::ZERO);
}
