//! Chats put together from what people write, and texts that nobody writes.

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

use super::reading::check_without_set;
use super::*;

const PIECES: [(&str, &[&str]); 5] = [
    (
        "fr",
        &[
            "06 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "01.42.68.53.00",
            "marc.dupont@gmail.com",
            "Marc.Dupont@Gmail.com",
            "75015 Paris",
            "69003 Lyon",
            "12 rue des Lilas",
            "3 bis, avenue Victor Hugo",
            "je m'appelle Marc Dupont",
            "merci Marc",
            "25 000 €",
            "25k",
            "un achat",
            "une location",
            "oui",
            "non",
            "12 mars 2027",
            "15/09/2026",
            "demain",
            "www.dupont-plomberie.fr",
            "FR76 3000 6000 0112 3456 7890 189",
            "voilà",
            "pour un appartement",
            "d'accord",
            "3 pièces",
        ],
    ),
    (
        "en",
        &[
            "020 7946 0018",
            "+44 20 7946 0018",
            "john.smith@gmail.com",
            "SW1A 1AA",
            "LS6 3HN Leeds",
            "221B Baker Street",
            "my name is John Smith",
            "thanks John",
            "£25,000",
            "25k",
            "a purchase",
            "renting",
            "yes",
            "no",
            "12 March 2027",
            "15/09/2026",
            "tomorrow",
            "https://www.linkedin.com/in/john-smith",
            "4970 1012 3456 7890",
            "well",
            "two bedrooms",
            "3 bedrooms",
        ],
    ),
    (
        "de",
        &[
            "030 901820",
            "+49 30 901820",
            "0171 2345678",
            "max.mueller@web.de",
            "10115 Berlin",
            "Hauptstraße 5",
            "Berliner Str. 14a",
            "ich heiße Jürgen Müller",
            "danke Jürgen",
            "25.000 €",
            "Kauf",
            "mieten",
            "ja",
            "nein",
            "12. März 2027",
            "15.09.2026",
            "mueller-bau.de",
            "3 Zimmer",
            "gern",
        ],
    ),
    (
        "es",
        &[
            "612 34 56 78",
            "+34 612 34 56 78",
            "915551234",
            "lucia.garcia@gmail.com",
            "28013 Madrid",
            "Calle Mayor 5",
            "avenida de la Constitución, 12",
            "me llamo Lucía García",
            "gracias Lucía",
            "25.000 €",
            "alquiler",
            "comprar",
            "sí",
            "no",
            "12 de marzo de 2027",
            "15/09/2026",
            "3 habitaciones",
        ],
    ),
    (
        "it",
        &[
            "347 123 4567",
            "+39 347 123 4567",
            "06 12345678",
            "giulia.rossi@libero.it",
            "20121 Milano",
            "Via Garibaldi 12",
            "mi chiamo Giulia Rossi",
            "grazie Giulia",
            "25.000 €",
            "acquisto",
            "affitto",
            "sì",
            "no",
            "12 marzo 2027",
            "15/09/2026",
            "3 locali",
            "volentieri",
        ],
    ),
];

/// Who says it, and what.
type Line = (char, String);

fn lines() -> impl Strategy<Value = (&'static str, Vec<Line>)> {
    let language = proptest::sample::select(PIECES.to_vec());
    language.prop_flat_map(|(language, pieces)| {
        let glue =
            proptest::sample::select(&[", ", ". ", " ", "\n", " - ", " ! ", "; ", "\u{200b} "][..]);
        let piece = proptest::sample::select(pieces);
        let text = proptest::collection::vec((glue, piece), 1..5);
        let text = text.prop_map(|parts| {
            let text: String = parts.into_iter().flat_map(|(glue, piece)| [glue, piece]).collect();
            text.trim_start_matches([',', '.', ' ', '\n', '-', '!', ';', '\u{200b}']).to_owned()
        });
        let line = prop_oneof![
            3 => text.prop_map(|text| ('V', text)),
            2 => (1..9_u32).prop_map(|number| ('B', format!("[](Q{number}) ?"))),
        ];
        (Just(language), proptest::collection::vec(line, 1..9))
    })
}

/// Anything, and what looks like something.
fn noise() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        "[a-eéßA-D@./0-9+()#€$ \u{200b}\u{301}\n'-]{0,60}",
        "([0-9]{1,5}[ ./-]?){1,8}",
        "(M\\. |mon nom est |rue |@|www\\.|06 12 34 56 78|75011 |Paris|a@b\\.fr|, |[0-9]|é){1,9}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever people write, a stand-in that is said to read the same does.
    #[test]
    fn what_is_said_of_a_chat_is_true((language, lines) in lines()) {
        let json = chat(language, &lines);
        let played = anonymise(&json, &[], SEED).unwrap();
        if played.reads_the_same {
            check_without_set(&json, &played, language);
        }
    }

    #[test]
    fn any_text_has_a_stand_in(
        texts in proptest::collection::vec(noise(), 1..4),
        record in proptest::option::of(noise()),
        name in noise(),
        language in proptest::option::of("[a-z_A-Z\\PC]{0,6}"),
        seed in any::<u64>(),
    ) {
        let said = |text: &String| json!({"node": {
            "author": {"__typename": "Visitor", "userName": text}, "text": text,
            "attachments": [{"__typename": "Card", "title": text}],
        }});
        let edges: Vec<Json> = texts.iter().map(said).collect();
        let json = json!({
            "id": name, "language": language, "tags": [{"name": record}], "createdAt": record,
            "visitor": {"firstName": name, "lastName": record, "email": record, "phoneNumber": record},
            "messages": {"edges": edges},
        });
        let played = anonymise(&json.to_string(), std::slice::from_ref(&name), seed).unwrap();
        let stand_in = Conversation::from_json(&played.json).unwrap();
        prop_assert_eq!(stand_in.messages.len(), texts.len());
        prop_assert_eq!(anonymise(&json.to_string(), &[name], seed).unwrap(), played);
    }

    /// Whatever is written, a stand-in that is said to read the same does.
    #[test]
    fn what_is_said_of_a_stand_in_is_true(text in noise()) {
        let json = chat("fr", &[('B', "[](Q1)[](Q2)".to_owned()), ('V', text)]);
        let played = anonymise(&json, &[], SEED).unwrap();
        if played.reads_the_same {
            check_without_set(&json, &played, "fr");
        }
    }

    #[test]
    fn any_file_is_an_error_at_worst(text in any::<String>()) {
        drop(anonymise(&text, std::slice::from_ref(&text), 0));
    }
}

/// Where one figure runs on into the next nobody can tell where it ends; such chats are few.
#[test]
fn most_chats_read_the_same() {
    let mut runner = TestRunner::deterministic();
    let (mut same, chats) = (0, 60);
    for _ in 0..chats {
        let (language, lines) = lines().new_tree(&mut runner).unwrap().current();
        let played = anonymise(&chat(language, &lines), &[], SEED).unwrap();
        same += u32::from(played.reads_the_same);
    }
    assert!(same * 100 >= chats * 90, "{same} of {chats}");
}
