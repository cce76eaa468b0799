//! What fields may be called, and what is said of those that aren't there.

use super::{Account, all_needs, missing, name_of, renamed, without};
use crate::{
    iadvize::SchemaState,
    said::{Key, Said},
};

const MESSAGE: &str = "ParticipantConversationMessage";

#[test]
fn the_usual_schema_fits() {
    let (fit, queries) = Account::usual().fit();
    for item in &fit.items {
        assert_eq!(item.state, SchemaState::Fits, "{}", item.field);
    }
    assert_eq!(fit.items.len(), all_needs().count() - 2, "a bundle's cards are those looked at");
    assert!(queries.by_project && queries.with_messages.is_ok());
}

#[test]
fn every_accepted_name_is_asked_for_under_ours() {
    let mut tried = 0;
    for need in all_needs() {
        for theirs in need.others {
            let account = without(need, theirs);
            let field = format!("{}.{}", name_of(need.on), need.ours);
            let expected = match (field.as_str(), *theirs) {
                ("Visitor.id", "visitorId") => {
                    SchemaState::Deprecated("visitorId: announced for removal in April 2025".into())
                }
                _ => renamed(theirs),
            };
            assert_eq!(account.state(&field), expected, "{field} as {theirs}");
            let (_, queries) = account.fit();
            let asked = [queries.conversation, queries.projects, queries.listing];
            let alias = format!("{}: {theirs}", need.ours);
            let asked = asked.into_iter().filter_map(Result::ok).any(|text| text.contains(&alias));
            assert!(asked, "{alias}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn without_what_must_be_there_nothing_is_asked_and_without_the_rest_everything_else_is() {
    for need in all_needs() {
        let account = without(need, "zzz");
        let field = format!("{}.{}", name_of(need.on), need.ours);
        let (fit, queries) = account.fit();
        let item = fit.items.iter().find(|item| item.field == field).expect("it is looked at");
        let lost = matches!(item.state, SchemaState::Missing { .. });
        // These are found by what they are, not by their name.
        let found_all_the_same =
            ["Visitor.id", &format!("{MESSAGE}.text"), &format!("{MESSAGE}.author")];
        assert_eq!(
            lost,
            !found_all_the_same.contains(&field.as_str()),
            "{field}: {:?}",
            item.state
        );
        assert_eq!(item.breaks, need.breaks, "{field}");
        let refused: Vec<bool> =
            [&queries.conversation, &queries.projects, &queries.listing, &queries.with_messages]
                .map(Result::is_err)
                .into();
        let expected = match (lost && need.must, field.as_str()) {
            (false, _) => [false; 4],
            (true, "Query.projects") => [false, true, false, false],
            (true, "Query.closedConversations") => [false, false, true, true],
            (true, "Query.conversation" | "Conversation.id" | "Project.id") => {
                continue;
            }
            (true, _) => [true, false, false, true],
        };
        assert_eq!(refused, expected, "{field}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let lacks = |field: &str| Err(Said::new(Key::SchemaLacks, [("field", field.to_owned())]));
    let without = |on: &str, field: &str| Account::usual().hide(on, field).conversation();
    assert_eq!(without("Query", "conversation"), lacks("Query.conversation"));
    assert_eq!(without("Conversation", "messages"), lacks("Conversation.messages"));
    assert_eq!(without("Conversation", "id"), lacks("Conversation.id"));
}

#[test]
fn one_string_that_is_left_is_the_text_and_two_are_asked_about() {
    let one = Account::usual().rename(MESSAGE, "text", "utterance");
    assert_eq!(one.state(&format!("{MESSAGE}.text")), renamed("utterance"));
    assert!(one.conversation().expect("a query").contains("text: utterance"));
    let two = one.with(MESSAGE, "\n  utterance", "\n  phrase: String\n  utterance");
    assert_eq!(two.state(&format!("{MESSAGE}.text")), missing(&["phrase", "utterance"]));
    let with =
        [("field", format!("{MESSAGE}.text")), ("candidates", "phrase, utterance".to_owned())];
    let said = Said::new(Key::SchemaUnclear, with);
    assert!(said.text.contains("phrase, utterance"), "{}", said.text);
    assert_eq!(two.conversation(), Err(said));
    // What is never what somebody wrote doesn't count.
    for other in
        ["language", "externalId", "sentDate", "status", "url", "createdAtUtc: Int\n  locale"]
    {
        let more = one.with(MESSAGE, "\n  utterance", &format!("\n  {other}: String\n  utterance"));
        assert_eq!(more.state(&format!("{MESSAGE}.text")), renamed("utterance"), "{other}");
    }
}

#[test]
fn one_field_that_may_be_the_visitor_is_the_author_and_two_are_asked_about() {
    let one = Account::usual().rename(MESSAGE, "author", "speaker");
    assert_eq!(one.state(&format!("{MESSAGE}.author")), renamed("speaker"));
    let two = one.rename(MESSAGE, "sentAs", "shownAs");
    assert_eq!(two.state(&format!("{MESSAGE}.author")), missing(&["speaker", "shownAs"]));
}

#[test]
fn what_goes_is_used_while_nothing_else_is_there() {
    let goes = "firstName: String @deprecated(reason: \"soon\")";
    let account = Account::usual().with("Visitor", "firstName: String", goes);
    assert_eq!(account.state("Visitor.firstName"), SchemaState::Deprecated("soon".into()));
    assert!(account.conversation().expect("a query").contains("firstName"));
    let stays = account.with("Visitor", goes, &format!("{goes}\n  givenName: String"));
    assert_eq!(stays.state("Visitor.firstName"), renamed("givenName"));
}

#[test]
fn the_one_id_that_a_conversation_is_asked_for_by_may_be_called_anything() {
    let of = |arguments: &str| Account::usual().with("Query", "id: UUID! # unconfirmed", arguments);
    for (arguments, expected) in [
        ("id: UUID!", "($id: UUID!, $after: String) { conversation(id: $id)"),
        ("reference: UUID!", "($id: UUID!, $after: String) { conversation(reference: $id)"),
        ("ref: ID!, locale: String", "($id: ID!, $after: String) { conversation(ref: $id)"),
        ("ref: ID!, size: Int! = 3", "($id: ID!, $after: String) { conversation(ref: $id)"),
        (
            "locale: String, conversationId: UUID",
            "($id: UUID, $after: String) { conversation(conversationId: $id)",
        ),
        (
            "uuid: UUID, conversationUuid: ID",
            "($id: UUID, $after: String) { conversation(uuid: $id)",
        ),
        ("conversationUuid: ID", "($id: ID, $after: String) { conversation(conversationUuid: $id)"),
    ] {
        let text = of(arguments).conversation().expect("a query");
        assert!(text.contains(expected), "{arguments}: {text}");
    }
    for (arguments, candidates) in [
        ("id: UUID!, project: LegacyId!", &["id", "project"][..]),
        ("ids: [UUID!]!", &["ids"]),
        ("reference: UUID", &["reference"]),
    ] {
        assert_eq!(of(arguments).state("Query.conversation"), missing(candidates), "{arguments}");
    }
}

#[test]
fn a_language_may_be_an_object() {
    for (inside, asked) in [
        ("code: String", "language { code }"),
        ("isoCode: String", "language { code: isoCode }"),
        ("id: ID", "language { code: id }"),
        ("value: String", "language { code: value }"),
        ("label: String\n name: String", "language { code: name }"),
        ("name: String\n code: String", "language { code }"),
    ] {
        let account =
            Account::usual().with("Conversation", "language: Language", "language: Tongue");
        let account = account.and(&format!("type Tongue {{ {inside} }}"));
        let text = account.conversation().expect("a query");
        assert!(text.contains(asked), "{inside}: {text}");
    }
    let account = Account::usual().with("Conversation", "language: Language", "language: Tongue");
    let account = account.and("type Tongue { speakers: Int }");
    assert_eq!(account.state("Conversation.language"), missing(&[]));
}
