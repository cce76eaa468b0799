//! Messages: an interface or a union, under other names; and what comes is given back ours.

use super::{super::queries::Queries, Account, renamed};
use serde_json::{Value, json};

const MESSAGE: &str = "ParticipantConversationMessage";

#[track_caller]
fn restored(queries: &Queries, mut conversation: Value) -> Value {
    queries.names.restore(&mut conversation);
    conversation
}

fn kinds(names: [&str; 3]) -> Value {
    let edges = names.map(|name| json!({ "node": { "__typename": name, "id": name } }));
    json!({ "messages": { "edges": edges } })
}

#[test]
fn a_union_is_asked_for_as_an_interface_is() {
    let (usual, union) = (Account::usual(), Account::usual().union());
    assert_eq!(usual.conversation(), union.conversation());
    let text = union.conversation().expect("a query");
    assert!(text.contains(&format!("... on {MESSAGE} {{ id createdAt author")), "{text}");
    assert!(text.contains("... on SystemMessage { id createdAt"), "{text}");
}

#[test]
fn in_a_union_one_name_stands_for_one_type() {
    let account = Account::usual().union();
    let other = account.with("SystemMessage", "createdAt: DateTime!", "createdAt: String");
    let text = other.conversation().expect("a query");
    assert!(text.contains("... on SystemMessage { id attachments"), "{text}");
    let named = account.rename("SystemMessage", "createdAt", "sentAt");
    let text = named.conversation().expect("a query");
    assert!(text.contains("... on SystemMessage { id createdAt: sentAt"), "{text}");
}

#[test]
fn kinds_of_messages_may_be_called_anything() {
    for account in [Account::usual(), Account::usual().union()] {
        let named =
            |text: &str| text.replace(MESSAGE, "Utterance").replace("SystemMessage", "Notice");
        let account = Account(named(&account.0));
        let (fit, queries) = account.fit();
        assert!(fit.items.iter().any(|item| item.field == "Utterance.text"));
        let came = restored(&queries, kinds(["Utterance", "Notice", "Other"]));
        let expected = [MESSAGE, "SystemMessage", "Other"];
        let edges = came["messages"]["edges"].as_array().expect("edges");
        let found: Vec<&Value> = edges.iter().map(|edge| &edge["node"]["__typename"]).collect();
        assert_eq!(found, expected);
    }
    let (_, usual) = Account::usual().fit();
    let came = kinds([MESSAGE, "SystemMessage", "Other"]);
    assert_eq!(restored(&usual, came.clone()), came);
}

#[test]
fn a_language_that_came_as_an_object_is_its_code() {
    let (_, queries) = Account::usual().fit();
    for (came, expected) in [
        (json!({ "language": { "code": "fr" } }), json!({ "language": "fr" })),
        (json!({ "language": { "code": null } }), json!({ "language": null })),
        (json!({ "language": "fr" }), json!({ "language": "fr" })),
        (json!({ "language": null }), json!({ "language": null })),
    ] {
        assert_eq!(restored(&queries, came), expected);
    }
}

#[test]
fn buttons_may_be_called_otherwise() {
    let named = |text: &str| {
        text.replace("QuickReplyMenuAttachment", "QuickReplyAttachment")
            .replace("CardBundleAttachment", "CardBundle")
    };
    let account = Account(named(&Account::usual().0));
    let text = account.conversation().expect("a query");
    assert!(text.contains("... on QuickReplyAttachment { message choices }"), "{text}");
    assert!(text.contains("... on CardBundle { cards { title text } }"), "{text}");
    let account = account.rename("QuickReplyAttachment", "message", "title");
    assert_eq!(account.state("QuickReplyAttachment.message"), renamed("title"));
}
