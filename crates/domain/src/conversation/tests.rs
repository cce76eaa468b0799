use super::*;

fn conversation(json: &str) -> Conversation {
    Conversation::from_json(json).unwrap()
}

#[track_caller]
fn refused(json: &str, expected: &str) {
    assert_eq!(Conversation::from_json(json).unwrap_err().to_string(), expected, "{json}");
}

#[test]
fn reads_the_whole_answer_and_the_bare_object() {
    let bare = include_str!("../../tests/fixtures/mortgage.json");
    let read = conversation(bare);
    assert_eq!(conversation(&format!(r#"{{"data":{{"conversation":{bare}}}}}"#)), read);
    assert_eq!(conversation(&format!("\u{feff}{bare}\n")), read);
    assert_eq!(read.channel.as_deref(), Some("CHAT"));
    assert_eq!(read.closed_at.as_deref(), Some("2026-03-02T09:07:12Z"));
    let project = read.project.unwrap();
    assert_eq!((project.id.as_deref(), project.name.as_deref()), (Some("1"), Some("Boutique")));
    assert_eq!(read.visitor.email.as_deref(), Some("marc@example.com"));
    assert_eq!(read.tags, ["vip"]);
    let authors: Vec<&Author> = read.messages.iter().map(|message| &message.author).collect();
    assert_eq!(authors, [&Author::Operator(OperatorKind::Bot), &Author::Visitor, &Author::System]);
}

#[test]
fn only_id_and_messages_are_required_and_null_is_absent() {
    let least = conversation(r#"{"id": "c", "messages": {}}"#);
    assert_eq!(least, Conversation { id: "c".to_owned(), ..Conversation::default() });
    let nulls = r#"{"id": "c", "createdAt": null, "closedAt": null, "channel": null,
        "language": null, "project": null, "visitor": null, "tags": null, "errors": null,
        "data": null, "messages": {"edges": null}}"#;
    assert_eq!(conversation(nulls), least);
    let inner = r#"{"id": "c", "project": null, "visitor": {"email": null}, "tags": [null, {"name": null}],
        "messages": {"edges": [null, {"node": null}]}, "rating": {"stars": [5]}, "legacyId": 7}"#;
    assert_eq!(conversation(inner), least);
}

#[test]
fn a_message_needs_nothing() {
    let read = conversation(
        r#"{"id": 12, "messages": {"edges": [
            {"node": {}},
            {"node": {"id": null, "text": null, "attachments": null, "author": null, "createdAt": null}},
            {"node": {"id": 3, "author": {"__typename": null}, "attachments": [null, {"url": "x"}]}}
        ]}}"#,
    );
    assert_eq!(read.id, "12");
    let ids: Vec<&str> = read.messages.iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids, ["#1", "#2", "3"]);
    assert!(read.messages.iter().all(|m| m.author == Author::Unknown(String::new())));
    assert_eq!(read.messages[2].attachments, [Attachment::default()]);
}

#[test]
fn operators_keep_their_identity() {
    let read = conversation(
        r#"{"id": "c", "messages": {"edges": [
            {"node": {"author": {"__typename": "Professional", "id": 7, "firstName": "Ana", "lastName": "Roy"}}},
            {"node": {"author": {"__typename": "Expert", "userName": "ana", "firstName": "Ana"}}},
            {"node": {"author": {"__typename": "ThirdPartyAccount"}}}
        ]}}"#,
    );
    let known = |at: usize| {
        let message: &Message = &read.messages[at];
        (message.author_id.as_deref(), message.author_name.as_deref())
    };
    assert_eq!(known(0), (Some("7"), Some("Ana Roy")));
    assert_eq!(known(1), (None, Some("ana")));
    assert_eq!(read.messages[2].author, Author::Unknown("ThirdPartyAccount".to_owned()));
}

#[test]
fn messages_are_read_in_order_of_time() {
    let order = |times: &[Option<&str>]| -> String {
        let message = |(at, time): (usize, &Option<&str>)| serde_json::json!({"node": {"id": at.to_string(), "createdAt": time}});
        let edges: Vec<_> = times.iter().enumerate().map(message).collect();
        let json = serde_json::json!({"id": "c", "messages": {"edges": edges}});
        conversation(&json.to_string()).messages.iter().map(|message| message.id.as_str()).collect()
    };
    let at = |minute: &'static str| Some(minute);
    assert_eq!(order(&[at("2026-03-02T09:01:00Z"), at("2026-03-02T09:00:00Z")]), "10");
    // Equal times keep the file's order; offsets and fractions are the same instants.
    assert_eq!(order(&[at("2026-03-02T09:00:00Z"), at("2026-03-02T10:00:00.000+01:00")]), "01");
    assert_eq!(order(&[at("2026-03-02T10:30:00+02:00"), at("2026-03-02T08:00:00Z")]), "10");
    assert_eq!(order(&[at("2026-03-02T09:00:00.5Z"), at("2026-03-02T09:00:00.25Z")]), "10");
    assert_eq!(order(&[at("2026-03-02T09:01:00Z[Etc/UTC]"), at("2026-03-02T09:00:00")]), "10");
    // One without a time keeps its place.
    let (late, early) = (at("2026-03-02T09:01:00Z"), at("2026-03-02T09:00:00Z"));
    assert_eq!(order(&[late, None, early]), "210");
    assert_eq!(order(&[None, late, Some("soon"), early, None]), "03214");
}

#[test]
fn faults_say_what_and_where() {
    let node =
        |node: &str| format!(r#"{{"id": "c", "messages": {{"edges": [{{"node": {node}}}]}}}}"#);
    refused(
        &node(r#"{"text": 5}"#),
        "messages.edges[0].node.text: invalid type: integer `5`, expected a string at line 1 column 54",
    );
    refused(
        r#"{"data": {"conversation": {"id": {}, "messages": {}}}}"#,
        "data.conversation.id: invalid type: map, expected a string or a whole number at line 1 column 35",
    );
    refused(r#"{"messages": {}}"#, "id: missing");
    refused(r#"{"id": "c"}"#, "messages: missing");
    refused(r#"{"data": {"conversation": {"id": "c"}}}"#, "data.conversation.messages: missing");
    refused("{}", "not a conversation: it has neither `id` nor `messages`");
    refused("[]", "not a conversation: it has neither `id` nor `messages`");
    refused("", "not JSON: EOF while parsing a value at line 1 column 0");
    refused(r#"{"id": "c","#, "not JSON: EOF while parsing a value at line 1 column 11");
    refused(
        r#"{"id": "c", "messages": {}} x"#,
        "not JSON: trailing characters at line 1 column 29",
    );
}

#[test]
fn an_answer_without_a_conversation_says_so() {
    const NONE: &str = "the answer holds no conversation: `data.conversation` is null";
    refused(r#"{"data": {"conversation": null}}"#, NONE);
    refused(r#"{"data": {}}"#, NONE);
    let refusal = "the answer holds no conversation but an error: Forbidden";
    refused(r#"{"errors": [{"message": "Forbidden"}]}"#, refusal);
    refused(r#"{"data": null, "errors": [{"message": "Forbidden"}]}"#, refusal);
    refused(r#"{"data": {"conversation": null}, "errors": [{"message": "Forbidden"}]}"#, refusal);
    refused(
        r#"{"errors": []}"#,
        "the answer holds no conversation but an error: of an unknown kind",
    );
    // Errors beside a conversation are about parts of it.
    let partial =
        r#"{"data": {"conversation": {"id": "c", "messages": {}}}, "errors": [{"message": "x"}]}"#;
    assert_eq!(conversation(partial).id, "c");
}

#[test]
fn a_visitor_has_every_id_that_the_file_gives() {
    let file = r#"{"data":{"conversation":{"visitor":{"visitorId":"v","id":7,"externalId":""}}}}"#;
    assert_eq!(visitor_ids(file), ["7", "v"]);
    for none in ["", "[]", r#"{"visitor":null}"#, r#"{"visitor":{"id":[1]}}"#] {
        assert_eq!(visitor_ids(none), Vec::<String>::new(), "{none}");
    }
}
