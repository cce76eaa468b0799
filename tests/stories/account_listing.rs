//! Listing an account's closed conversations: every page, every message, and what stands in the way.

use crate::{
    account_schema::{asking, conversation, of},
    harness::clock,
};
use jiff::{SignedDuration, Timestamp};
use leadbridge_engine::{
    clock::Clock,
    iadvize::{Client, Error},
    said::Key,
};
use leadbridge_simulator::{
    Fault, Plan,
    iadvize::{Options, Platform, SchemaVariant, Simulator},
    seed,
};
use serde_json::{Value, json};

const PARTICIPANT: &str = "ParticipantConversationMessage";

fn span() -> (Timestamp, Timestamp) {
    let time = |text: &str| text.parse().expect("a time");
    (time("2026-01-01T00:00:00Z"), time("2026-01-06T00:00:00Z"))
}

/// Some conversations of two pages and a half, the long one among the last. Their ids as they are listed.
fn some(iadvize: &Simulator) -> Vec<String> {
    let made = seed::generated(248, 5).into_iter().map(|seed| seed.conversation);
    let long = seed::conversations().into_iter().find(|seed| seed.name == "13-en-long");
    let long = long.expect("there is a long one").conversation;
    let all: Vec<Value> = made.chain([long]).collect();
    iadvize.add_closed_over(Platform::Ha, all, span()).expect("they are added")
}

#[tokio::test]
async fn every_page_of_a_list_is_asked_for_once() {
    let (iadvize, client) = of(SchemaVariant::default()).await;
    let ids = some(&iadvize);
    let (mut listed, mut sizes, mut after) = (Vec::new(), Vec::new(), None);
    loop {
        let page = client.closed_conversations(span().0, span().1, None, after.as_deref());
        let page = page.await.expect("a page");
        sizes.push(page.rows.len());
        assert!(sizes.len() < 10, "the same page comes again");
        listed.extend(page.rows.into_iter().map(|row| row.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [100, 100, 49]);
    assert_eq!(listed, ids);
}

#[tokio::test]
async fn a_list_with_messages_has_all_of_them() {
    let (iadvize, client) = of(SchemaVariant::default()).await;
    let ids = some(&iadvize);
    let (mut files, mut pages, mut after) = (Vec::new(), 0, None);
    loop {
        let page = client.conversations_with_messages(span().0, span().1, None, after.as_deref());
        let page = page.await.expect("a page");
        files.extend(page.conversations);
        (pages, after) = (pages + 1, page.next);
        assert!(pages < 10, "the same page comes again");
        if after.is_none() {
            break;
        }
    }
    // A page each, another of the long one's messages, and the look at the schema.
    assert_eq!((pages, iadvize.counts().graphql), (3, 5));
    assert_eq!(files.iter().map(|(row, _)| row.id.as_str()).collect::<Vec<_>>(), ids);
    let (row, text) = files.last().expect("the long one");
    let mut long: Value = serde_json::from_str(text).expect("JSON");
    let edges = &long["data"]["conversation"]["messages"]["edges"];
    assert!(edges.as_array().expect("edges").len() > 100);
    let visitor = long["data"]["conversation"]["visitor"].as_object_mut();
    visitor.map(|visitor| visitor.remove("id"));
    assert_eq!(long, conversation(&client, &row.id).await.expect("it is fetched"));
}

async fn large(client: &Client) -> Result<usize, Error> {
    let page = client.conversations_with_messages(span().0, span().1, None, None).await?;
    Ok(page.conversations.len())
}

#[tokio::test]
async fn what_is_too_much_at_once_is_told_from_what_fails() {
    let (iadvize, client) = of(SchemaVariant::default().without_messages_in_lists()).await;
    let ids = some(&iadvize);
    let too_much = Error::TooMuch("resolver error: the query is too complex".to_owned());
    assert_eq!(large(&client).await, Err(too_much));
    // Which is what to do then.
    let rows = client.closed_conversations(span().0, span().1, None, None).await.expect("rows");
    assert_eq!(rows.rows[0].id, ids[0]);
    assert!(conversation(&client, &ids[0]).await.is_ok());

    let (iadvize, client) = of(SchemaVariant::default()).await;
    some(&iadvize);
    assert_eq!(large(&client).await, Ok(100));
    let said = json!({ "errors": [{ "message": "too large" }] });
    for (status, is_too_much) in
        [(400, true), (413, true), (502, true), (504, true), (500, false), (403, false)]
    {
        let fault = Fault::Answer { status, body: said.clone() };
        iadvize.faults().plan(Plan::new("/graphql", 1, fault));
        let error = large(&client).await.expect_err("it is refused");
        assert_eq!(matches!(error, Error::TooMuch(_)), is_too_much, "{status}: {error:?}");
    }
}

/// An account's schema may change while we run: what it calls things now is asked for, but not more
/// than once an hour.
#[tokio::test]
async fn a_schema_that_has_changed_is_looked_at_again_after_an_hour() {
    let ours = clock();
    let (iadvize, client) = asking(Options::default(), Clock::Manual(ours.clone())).await;
    let id = seed::conversations()[0].id().to_owned();
    let before = conversation(&client, &id).await.expect("it is fetched");
    let other = SchemaVariant::default().rename(PARTICIPANT, "text", "content");
    iadvize.set_schema(other).expect("a schema");
    let asked = iadvize.counts().graphql;
    let error = conversation(&client, &id).await.expect_err("it is another schema");
    assert_eq!(error.said().key, Key::IadvizeSchema);
    assert_eq!(iadvize.counts().graphql, asked + 1, "it was looked at within the hour");
    ours.advance(SignedDuration::from_hours(1));
    assert_eq!(conversation(&client, &id).await.expect("it is fetched"), before);
    assert_eq!(iadvize.counts().graphql, asked + 4, "refused, looked at, asked again");
    conversation(&client, &id).await.expect("it is fetched");
    assert_eq!(iadvize.counts().graphql, asked + 5);
}
