use serde_json::{Value as Json, json};

use super::*;
use crate::conversation::Conversation;
use crate::extract::{Authors, extract};
use crate::kit::{SheetLanguage, script};

fn set(language: Option<&str>, text: &str, answer: &Json) -> QuestionSet {
    let set = json!({"name": "n", "language": language, "questions": [
        {"number": 1, "field": "f", "text": text, "texts": {"en": "E?", "de": "D?"}, "answer": answer}]});
    QuestionSet::from_json(&set.to_string()).unwrap()
}

fn options(options: &[(&str, &[&str])]) -> Json {
    let option = |(value, labels): &(&str, &[&str])| json!({"value": value, "labels": labels});
    json!({"type": "choice", "options": options.iter().map(option).collect::<Vec<_>>()})
}

/// The quick replies that the script names.
fn printed(set: &QuestionSet, language: Option<&str>, words: SheetLanguage) -> Vec<String> {
    let script = script(set, language, words);
    let (_, rest) =
        script.split_once("quick replies: ").or(script.split_once("rapides : ")).unwrap();
    rest.lines().next().unwrap().split(" / ").map(str::to_owned).collect()
}

/// What a visitor who taps a quick reply is read as.
fn read_back(set: &QuestionSet, reply: &str) -> Json {
    let message = |id: &str, author: &str, text: &str| {
        json!({"node": {"__typename": "ParticipantConversationMessage", "id": id, "text": text,
            "createdAt": "2026-03-02T09:00:00Z", "author": {"__typename": author}, "attachments": []}})
    };
    let edges = [message("1", "Bot", "[](Q1) ?"), message("2", "Visitor", reply)];
    let json = json!({"id": "c", "messages": {"edges": edges}});
    let conversation = Conversation::from_json(&json.to_string()).unwrap();
    let reading = extract(&conversation, set, &Authors::default());
    serde_json::to_value(&reading.answers[0]).unwrap()
}

type Options<'a> = &'a [(&'a str, &'a [&'a str])];

const CARS: Options<'_> = &[
    ("Neuve", &["neuf", "nouvelle", "0 km"]),
    ("occasion", &["seconde main"]),
    ("démonstration", &[]),
];
const PROJECTS: Options<'_> = &[("purchase", &["achat", "acheter"]), ("rent", &["location"])];

#[test]
fn a_quick_reply_is_a_word_and_read_back() {
    for (language, script, text, offered, expected) in [
        (Some("fr"), None, "?", CARS, "Neuve|occasion|démonstration"),
        (Some("fr"), Some("en"), "?", CARS, "Neuve|occasion|démonstration"),
        (None, None, "?", CARS, "Neuve|occasion|démonstration"),
        // The CRM's words, for people who speak otherwise.
        (Some("fr"), None, "?", PROJECTS, "achat|location"),
        (Some("fr-CH"), Some("fr"), "?", PROJECTS, "achat|location"),
        (Some("fr"), Some("en"), "?", PROJECTS, "purchase|rent"),
        (Some("en"), None, "?", PROJECTS, "purchase|rent"),
        (
            Some("fr"),
            None,
            "Neuf ou occasion ?",
            &[("neuf", &["0 km"]), ("occasion", &["2e main"])],
            "neuf|occasion",
        ),
        // Codes.
        (Some("fr"), None, "?", &[("T2_x", &["Deux pièces"]), ("T3_x", &[])], "Deux pièces|T3_x"),
        (
            Some("fr"),
            Some("en"),
            "?",
            &[("T2_x", &["Deux pièces"]), ("12", &["douze"])],
            "Deux pièces|douze",
        ),
        (
            Some("en"),
            None,
            "?",
            &[("secondHand", &["used"]), ("A1", &["first"]), ("new.car", &["new"])],
            "used|first|new",
        ),
        (Some("fr"), None, "?", &[("Berline", &["sedan"]), ("SUV", &["4x4"])], "Berline|SUV"),
        (Some("fr"), None, "?", &[("--", &["👍"]), ("x_1", &[])], "👍|x_1"),
        // The same word as people write it.
        (
            Some("fr"),
            None,
            "?",
            &[
                ("demonstration", &["démo", "Démonstration"]),
                ("seconde_main", &["occasion", "seconde main"]),
            ],
            "Démonstration|seconde main",
        ),
        (
            Some("fr"),
            None,
            "?",
            &[("3 pièces", &["T3"]), ("4 pièces ou plus", &["T4"])],
            "3 pièces|4 pièces ou plus",
        ),
        // What two options say is neither's.
        (
            Some("fr"),
            None,
            "?",
            &[("Neuf", &["Neuf sorti d'usine"]), ("occasion", &["neuf", "seconde main"])],
            "Neuf sorti d'usine|occasion",
        ),
    ] {
        let set = set(language, text, &options(offered));
        let buttons = printed(&set, script, SheetLanguage::En);
        assert_eq!(buttons.join("|"), expected, "{offered:?} in {script:?}");
        for (button, (value, _)) in buttons.iter().zip(offered) {
            let answer = read_back(&set, button);
            assert_eq!((&answer["status"], &answer["value"]), (&json!("answered"), &json!(value)));
        }
    }
}

#[test]
fn yes_and_no_are_said_in_the_language_of_the_question() {
    use SheetLanguage::{En, Fr};
    for (language, script, window, expected) in [
        (Some("fr"), None, En, ["Oui", "Non"]),
        (Some("en"), None, Fr, ["Yes", "No"]),
        (Some("de-AT"), None, Fr, ["Ja", "Nein"]),
        (Some("es"), None, En, ["Sí", "No"]),
        (Some("it"), None, En, ["Sì", "No"]),
        (Some("fr"), Some("en"), Fr, ["Yes", "No"]),
        (Some("fr"), Some("DE"), Fr, ["Ja", "Nein"]),
        (Some("pt"), None, Fr, ["Oui", "Non"]),
        (None, None, En, ["Yes", "No"]),
        (None, None, Fr, ["Oui", "Non"]),
    ] {
        let set = set(language, "?", &json!({"type": "yes_no"}));
        let buttons = printed(&set, script, window);
        assert_eq!(buttons, expected, "{language:?} {script:?}");
        for (button, value) in buttons.iter().zip([true, false]) {
            assert_eq!(read_back(&set, button)["value"], json!(value), "{button}");
        }
    }
}
