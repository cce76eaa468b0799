//! Nobody is left in a stand-in, and it reads the same.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::*;
use crate::extract::{Authors, extract};
use crate::question::{AnswerType, QuestionSet};
use crate::reading::{Answer, Evidence, Locale, Reading, Said, Value, email};
use crate::sample;

mod chats;
mod corpus;
mod kinds;
mod people;
mod reading;

use reading::check_reading;
use reading::check_same;

/// Any will do.
const SEED: u64 = 20_260_302;

#[test]
fn shipped_samples_read_the_same() {
    for sample in sample::shipped() {
        let played = check_reading(sample.json, sample.language, sample.id);
        assert_eq!(
            anonymise(sample.json, &[], SEED).unwrap(),
            played,
            "{}: the same again",
            sample.id
        );
        let original = Conversation::from_json(sample.json).unwrap();
        for message in &original.messages {
            let locale = Locale::default();
            for found in email::read(&Said::new(&message.text, None, &locale)) {
                let address = &message.text[found.range];
                assert!(!played.json.contains(address), "{}: {address}", sample.id);
            }
        }
        assert!(!played.json.contains(&original.id), "{}", sample.id);
    }
}

#[test]
fn the_whole_answer_and_the_bare_object_have_one_stand_in() {
    let bare = sample::shipped()[0].json;
    let whole = format!(r#"{{"data":{{"conversation":{bare}}},"extensions":{{"ip":"1.2.3.4"}}}}"#);
    assert_eq!(anonymise(bare, &[], SEED).unwrap(), anonymise(&whole, &[], SEED).unwrap());
    assert!(anonymise("{}", &[], SEED).is_err());
}

#[test]
fn a_seed_decides_who_stands_in() {
    for sample in sample::shipped() {
        let played = |seed: u64| anonymise(sample.json, &[], seed).unwrap();
        assert_eq!(played(1), played(1), "{}", sample.id);
        assert_ne!(played(1).json, played(2).json, "{}", sample.id);
        assert_eq!(played(1).replaced, played(2).replaced, "{}", sample.id);
    }
}

#[test]
fn what_the_reading_does_not_look_at_is_dropped() {
    let json = json!({
        "id": 7, "createdAt": "2026-03-02T09:00:00Z", "channel": "CHAT", "language": "fr", "ip": "10.1.2.3",
        "project": {"id": 12, "name": "Maison Ravel"}, "legacyId": 99,
        "visitor": {"externalId": "crm-4411", "firstName": null},
        "tags": [{"name": "vip", "owner": "Odile"}],
        "messages": {"edges": [
            {"cursor": "abc", "node": {"__typename": "ParticipantConversationMessage", "id": "x-1", "seenBy": "Odile",
             "author": {"__typename": "Professional", "id": "u-55", "userName": "odile.r", "avatar": "https://cdn.test/odile.png"},
             "text": "[](Q1) Votre budget ?",
             "attachments": [{"__typename": "ImageAttachment", "url": "https://cdn.test/1.png", "title": "CNI Odile"},
                {"__typename": "CardAttachment", "title": "Budget", "text": "[](Q2) ?", "link": "https://cdn.test"}]}},
            {"node": {"__typename": "SystemMessage", "id": "x-2", "detail": "Odile joined"}},
            {"node": {"author": {"__typename": "Visitor"}, "text": "25 000 €", "createdAt": "soon, says Odile"}}
        ]}
    });
    let whole = anonymise(&json.to_string(), &[], SEED).unwrap();
    let played: Json = serde_json::from_str(&whole.json).unwrap();
    let text = played.to_string();
    for gone in
        ["Odile", "odile", "cdn.test", "10.1.2.3", "crm-4411", "u-55", "x-1", "abc", "Ravel", "99"]
    {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert_eq!(played["tags"], json!([{"name": "vip"}]));
    assert_eq!(played["project"], json!({"id": 1, "name": "Sample project"}));
    assert_eq!(played["createdAt"], "2026-03-02T09:00:00Z");
    check_same(&json.to_string(), &whole, "fr", "dropped");
}

/// A conversation of single texts: `B` asks, `V` answers.
fn chat(language: &str, lines: &[(char, String)]) -> String {
    let edge = |(at, (who, text)): (usize, &(char, String))| {
        let author = if *who == 'V' { "Visitor" } else { "Professional" };
        json!({"node": {"id": at.to_string(), "createdAt": format!("2026-03-02T09:{:02}:00Z", at % 60),
            "author": {"__typename": author}, "text": text}})
    };
    let edges: Vec<Json> = lines.iter().enumerate().map(edge).collect();
    json!({"id": "c", "language": language, "messages": {"edges": edges}}).to_string()
}
