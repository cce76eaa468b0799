use crate::support::{Receiver, options};
use leadbridge_simulator::iadvize::{Delivery, Outcome, Simulator, WebhookFaults, sign};
use leadbridge_simulator::seed;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

async fn start() -> (Simulator, Vec<String>) {
    let iadvize = Simulator::start(options()).await.unwrap();
    let ids = seed::conversations().iter().map(|seed| seed.id().to_owned()).collect();
    (iadvize, ids)
}

fn all_final(deliveries: &[Delivery]) -> bool {
    deliveries.iter().all(|delivery| delivery.outcome.is_final())
}

#[tokio::test]
async fn closing_sends_the_documented_event_signed() {
    let (iadvize, ids) = start().await;
    let receiver = Receiver::start(&[]).await;
    iadvize.subscribe(&receiver.url).unwrap();
    let event_id = iadvize.close(&ids[1]).unwrap();
    let log = iadvize.wait_for_deliveries(all_final).await;
    assert_eq!(log[0].event_id, event_id);
    assert_eq!(log[0].outcome, Outcome::Delivered);
    let (headers, body) = &receiver.received()[0];
    assert_eq!(headers["content-type"], "application/json");
    let secret = &iadvize.options().webhook_secret;
    assert_eq!(headers["x-iadvize-signature"], sign(secret, body));
    assert_eq!(headers["x-iadvize-correlationid"], log[0].correlation_id.to_string());
    assert_eq!(headers["x-iadvize-delivery"], log[0].tries[0].delivery_id.to_string());
    let event: Value = serde_json::from_slice(body).unwrap();
    let expected = json!({
        "eventId": event_id, "eventType": "v2.conversation.closed", "platform": "ha",
        "projectId": 335, "clientId": 335, "conversationId": ids[1], "operatorIds": [41, 9001],
        "visitorExternalId": "63429889", "channel": "CHAT", "visitorId": event["visitorId"],
        "createdAt": "2026-11-23T08:00:00Z", "sentAt": "2026-11-23T08:00:00Z",
    });
    assert_eq!(event, expected);
    let closed = iadvize.conversations()[1].closed_at.unwrap();
    assert_eq!(closed.to_string(), "2026-11-23T08:00:00Z");
}

#[tokio::test]
async fn closing_again_sends_another_event_and_keeps_the_date() {
    let (iadvize, ids) = start().await;
    let receiver = Receiver::start(&[]).await;
    iadvize.subscribe(&receiver.url).unwrap();
    let first = iadvize.close(&ids[6]).unwrap();
    iadvize.clock().advance(Duration::from_secs(5));
    let second = iadvize.close(&ids[6]).unwrap();
    assert_ne!(first, second);
    iadvize.wait_for_deliveries(all_final).await;
    let events = receiver.events();
    assert_eq!(events.len(), 2);
    assert_eq!(events[0].get("visitorExternalId"), None, "WhatsApp is off site");
    let closed = iadvize.conversations()[6].closed_at.unwrap();
    assert_eq!(closed.to_string(), "2026-11-23T08:00:00Z");
    assert!(iadvize.close("nothing").is_err());
}

#[tokio::test]
async fn a_failed_call_is_tried_twice_more() {
    let (iadvize, ids) = start().await;
    let receiver = Receiver::start(&[500, 302]).await;
    iadvize.subscribe(&receiver.url).unwrap();
    iadvize.close(&ids[0]).unwrap();
    let tried = |n| move |log: &[Delivery]| log[0].tries.len() == n;
    let log = iadvize.wait_for_deliveries(tried(1)).await;
    let Outcome::RetryAt(second) = log[0].outcome else {
        panic!("{log:?}");
    };
    assert_eq!(second.to_string(), "2026-11-23T08:00:10Z");
    iadvize.clock().advance(Duration::from_secs(10));
    iadvize.wait_for_deliveries(tried(2)).await;
    iadvize.clock().advance(Duration::from_secs(20));
    let log = iadvize.wait_for_deliveries(all_final).await;
    assert_eq!(log[0].outcome, Outcome::Delivered);
    let statuses: Vec<_> = log[0].tries.iter().map(|one| one.status).collect();
    assert_eq!(statuses, [Some(500), Some(302), Some(200)]);
    let received = receiver.received();
    let distinct = |name: &str| {
        received.iter().map(|(headers, _)| headers[name].clone()).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(distinct("x-iadvize-delivery"), 3);
    assert_eq!(distinct("x-iadvize-correlationid"), 1);
    assert_eq!(receiver.events()[0], receiver.events()[2]);
}

#[tokio::test]
async fn after_three_failures_the_event_is_lost() {
    let (iadvize, ids) = start().await;
    // Nothing listens there: the port is free again as soon as this line is done.
    let url = Receiver::gone().await;
    iadvize.subscribe(&url).unwrap();
    iadvize.close(&ids[0]).unwrap();
    for (tries, wait) in [(1, 10), (2, 20)] {
        iadvize.wait_for_deliveries(|log| log[0].tries.len() == tries).await;
        iadvize.clock().advance(Duration::from_secs(wait));
    }
    let log = iadvize.wait_for_deliveries(all_final).await;
    assert_eq!(log[0].outcome, Outcome::GaveUp);
    assert!(log[0].tries.iter().all(|one| one.status.is_none() && one.error.is_some()));
}

#[tokio::test]
async fn a_receiver_that_does_not_answer_in_time_is_called_again() {
    let (iadvize, ids) = start().await;
    let receiver = Receiver::deaf_at_first().await;
    iadvize.subscribe(&receiver.url).unwrap();
    iadvize.close(&ids[0]).unwrap();
    receiver.called(1).await;
    iadvize.clock().advance(Duration::from_secs(30));
    let log = iadvize.wait_for_deliveries(|log| log[0].tries.len() == 1).await;
    assert_eq!(log[0].tries[0].error.as_deref(), Some("no answer within 30 s"));
    iadvize.clock().advance(Duration::from_secs(10));
    let log = iadvize.wait_for_deliveries(all_final).await;
    assert_eq!(log[0].outcome, Outcome::Delivered);
}

#[tokio::test]
async fn webhooks_can_be_lost_doubled_and_shuffled() {
    let (iadvize, ids) = start().await;
    iadvize.close(&ids[0]).unwrap();
    assert_eq!(iadvize.deliveries()[0].outcome, Outcome::NoSubscriber);
    let receiver = Receiver::start(&[]).await;
    iadvize.subscribe(&receiver.url).unwrap();

    iadvize.set_webhook_faults(WebhookFaults { drop: 1, ..Default::default() });
    iadvize.close(&ids[0]).unwrap();
    assert_eq!(iadvize.deliveries()[1].outcome, Outcome::Dropped);

    iadvize.set_webhook_faults(WebhookFaults { duplicate: 1, ..Default::default() });
    let event = iadvize.close(&ids[0]).unwrap();
    let log = iadvize.wait_for_deliveries(all_final).await;
    assert_eq!(log[2].correlation_id, log[3].correlation_id);
    assert_eq!(log.len(), 4);
    assert!(receiver.events().iter().all(|received| received["eventId"] == event));

    iadvize.set_webhook_faults(WebhookFaults { reorder: 3, ..Default::default() });
    let sent = [1, 2, 3].map(|n| iadvize.close(&ids[n]).unwrap());
    iadvize.wait_for_deliveries(|log| log.len() == 7 && all_final(log)).await;
    let events = receiver.events();
    let order: Vec<&str> =
        events[2..].iter().map(|event| event["eventId"].as_str().unwrap()).collect();
    assert_eq!(order, [&sent[2], &sent[1], &sent[0]]);
}

#[tokio::test]
async fn any_event_can_be_sent() {
    let (iadvize, _) = start().await;
    let receiver = Receiver::start(&[]).await;
    iadvize.subscribe(&receiver.url).unwrap();
    let event = json!({ "eventId": "e", "eventType": "something.new", "more": [1, 2] });
    iadvize.send(&event);
    let log = iadvize.wait_for_deliveries(all_final).await;
    assert_eq!(log[0].event_type, "something.new");
    assert_eq!(receiver.events(), [event]);
}
