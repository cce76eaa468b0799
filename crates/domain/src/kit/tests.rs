use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::marker::{Marker, markers};
use crate::question::QuestionSet;

fn set() -> QuestionSet {
    let set = json!({"name": "Leads <b>&\"'", "language": "fr", "questions": [
        {"number": 2, "field": "project", "text": "Quel est votre projet ?",
         "texts": {"en": "What is your project?", "de": "Was planen Sie?"},
         "answer": {"type": "choice", "multiple": true, "options": [
            {"value": "buy", "labels": ["Achat", "acheter"]}, {"value": "rent"}]}},
        {"number": 1, "field": "email", "text": " [](Q1) Votre e-mail ?\n", "texts": {"fr": "Autre", "en": " "},
         "answer": {"type": "email"}, "required": true},
        {"number": 3, "field": "note", "text": "", "texts": {"en": "Anything <else> & \"more\"?"},
         "answer": {"type": "text"}},
    ]});
    QuestionSet::from_json(&set.to_string()).unwrap()
}

fn contents(entries: &[Entry]) -> Vec<(&str, &str)> {
    entries.iter().map(|entry| (entry.language.as_str(), entry.content.as_str())).collect()
}

#[test]
fn a_message_is_its_marker_and_its_text() {
    for (number, text, expected) in [
        (1, "Budget ?", "[](Q1) Budget ?"),
        (9999, "  Budget ?\n", "[](Q9999) Budget ?"),
        (1, "[](Q1) Budget ?", "[](Q1) Budget ?"),
        (1, "Budget ? [](Q1)", "[](Q1) Budget ?"),
        (1, "[](Q2) Budget ?", "[](Q1) [](Q2) Budget ?"),
        (1, "un\ndeux", "[](Q1) un\ndeux"),
    ] {
        assert_eq!(message(number, text), expected, "{text:?}");
    }
}

#[test]
fn entries_stand_by_language_the_sets_own_first() {
    let all = entries(&set(), None);
    let expected = [
        ("fr", "[](Q2) Quel est votre projet ?"),
        ("fr", "[](Q1) Votre e-mail ?"),
        ("de", "[](Q2) Was planen Sie?"),
        ("en", "[](Q2) What is your project?"),
        ("en", "[](Q3) Anything <else> & \"more\"?"),
    ];
    assert_eq!(contents(&all), expected);
    let email = &all[1];
    assert_eq!((email.number, &*email.field, email.required), (1, "email", true));
    assert_eq!((email.characters, email.advised, email.most), (21, 250, 450));
    for (language, expected) in
        [("fr", &expected[..2]), ("FR", &expected[..2]), ("EN", &expected[3..]), ("es", &[])]
    {
        assert_eq!(contents(&entries(&set(), Some(language))), expected, "{language}");
    }
    let none = QuestionSet { language: None, ..set() };
    assert_eq!(contents(&entries(&none, None))[0].0, "", "nobody said which language it is");
    assert_eq!(contents(&entries(&none, Some("fr"))), [("fr", "[](Q1) Autre")]);
    let swiss = QuestionSet { language: Some("fr-CH".to_owned()), ..set() };
    assert_eq!(contents(&entries(&swiss, Some("fr"))).len(), 2);
}

#[test]
fn all_contents_have_a_blank_line_between_them() {
    assert_eq!(
        all(&entries(&set(), Some("fr"))),
        "[](Q2) Quel est votre projet ?\n\n[](Q1) Votre e-mail ?"
    );
    assert_eq!(all(&[]), "");
}

#[test]
fn a_spreadsheet_takes_every_cell_for_text() {
    let csv_of = |category: &str, text: &str, language: SheetLanguage| {
        let entry = Entry {
            number: 1,
            field: "f".to_owned(),
            language: "fr".to_owned(),
            content: text.to_owned(),
            characters: 3,
            advised: 250,
            most: 450,
            required: false,
        };
        csv(&[entry], category, language)
    };
    let english = "\u{feff}Category,Language,Question,Content,Characters\r\n";
    let french = "\u{feff}Catégorie;Langue;Question;Contenu;Caractères\r\n";
    for (category, content, expected) in [
        ("Leads", "[](Q1) x", ["Leads", "fr", "Q1", "[](Q1) x", "3"]),
        ("a,b", "say \"hi\"", ["\"a,b\"", "fr", "Q1", "\"say \"\"hi\"\"\"", "3"]),
        ("a;b", "un;\"deux\"", ["\"a;b\"", "fr", "Q1", "\"un;\"\"deux\"\"\"", "3"]),
        ("", "un\ndeux", ["", "fr", "Q1", "\"un\ndeux\"", "3"]),
        ("=1+1", "x", ["'=1+1", "fr", "Q1", "x", "3"]),
        ("+33", "x", ["'+33", "fr", "Q1", "x", "3"]),
        ("-a", "x", ["'-a", "fr", "Q1", "x", "3"]),
        ("@a", "x", ["'@a", "fr", "Q1", "x", "3"]),
        ("\ta", "x", ["\"'\ta\"", "fr", "Q1", "x", "3"]),
        ("\ra", "x", ["\"'\ra\"", "fr", "Q1", "x", "3"]),
        ("\na", "x", ["\"'\na\"", "fr", "Q1", "x", "3"]),
        ("=\"a\",b", "x", ["\"'=\"\"a\"\",b\"", "fr", "Q1", "x", "3"]),
        ("=\"a\";b", "=x;", ["\"'=\"\"a\"\";b\"", "fr", "Q1", "\"'=x;\"", "3"]),
    ] {
        for (language, head, separator) in
            [(SheetLanguage::En, english, ","), (SheetLanguage::Fr, french, ";")]
        {
            let row = expected.join(separator);
            assert_eq!(csv_of(category, content, language), format!("{head}{row}\r\n"));
        }
    }
    assert_eq!(csv(&[], "x", SheetLanguage::Fr), french);
}

#[test]
fn what_is_left_out_is_said() {
    let question = |number: serde_json::Value, field: &str, texts: serde_json::Value| {
        json!({"number": number, "field": field, "text": texts["fr"], "texts": {"en": texts["en"]},
            "answer": {"type": "text"}})
    };
    let draft = json!({"name": "n", "language": "fr", "questions": [
        question(json!(1), "a", json!({"fr": "A ?", "en": "A?"})),
        question(json!(0), "b", json!({"fr": "B ?"})),
        question(json!("3"), "", json!({"fr": "C ?"})),
        question(json!(1), "d", json!({"fr": "D ?"})),
        "E ?",
        question(json!(6), "f", json!({"fr": "", "en": "F?"})),
        question(json!(7), "g", json!({"fr": " "})),
        question(json!(8), "h", json!({"fr": "H ?"})),
        question(json!(10_000), "i", json!({"fr": "I ?"})),
    ]});
    use LeftOutWhy::{NoNumber, NoText, NumberTaken, Unreadable};
    let always = [
        (1, None, "b", NoNumber),
        (2, None, "", NoNumber),
        (3, Some(1), "d", NumberTaken),
        (4, None, "", Unreadable),
        (8, None, "i", NoNumber),
    ];
    for (language, unsaid) in [
        (None, vec![(6, Some(7), "g", NoText)]),
        (Some("fr"), vec![(5, Some(6), "f", NoText), (6, Some(7), "g", NoText)]),
        (Some("en"), vec![(6, Some(7), "g", NoText), (7, Some(8), "h", NoText)]),
    ] {
        let entries = entries(&QuestionSet::lenient(&draft), language);
        let found = left_out(&draft, &entries);
        let found: Vec<_> =
            found.iter().map(|one| (one.question, one.number, &*one.field, one.why)).collect();
        let mut expected = [&always[..], &unsaid].concat();
        expected.sort_by_key(|(question, ..)| *question);
        assert_eq!(found, expected, "{language:?}");
    }
    let sound = serde_json::to_value(set()).unwrap();
    assert_eq!(left_out(&sound, &entries(&set(), None)), []);
    for nothing in [json!(null), json!([]), json!({"questions": 1})] {
        assert_eq!(left_out(&nothing, &[]), [], "{nothing}");
    }
}

#[test]
fn a_sheet_escapes_what_it_shows() {
    let entries = entries(&set(), None);
    for (language, code, note) in [
        (SheetLanguage::Fr, "lang=\"fr\"", "aucun moyen d'importer"),
        (SheetLanguage::En, "lang=\"en\"", "no way to import"),
    ] {
        let page = sheet(&set(), &entries, "<i>&", language);
        assert!(page.starts_with("<!doctype html>"));
        for part in [
            code,
            note,
            "<title>Leads &lt;b&gt;&amp;&quot;&#39;</title>",
            "<b>&lt;i&gt;&amp;</b>",
            "[](Q3) Anything &lt;else&gt; &amp; &quot;more&quot;?",
            "@page { size: A4;",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert_eq!(page.matches("class=\"box\"").count(), entries.len());
        for foreign in ["<i>", "<else>", "http", "<script", "src="] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }
}

#[test]
fn a_sheet_says_what_is_too_long() {
    let entry = entries(&set(), Some("fr")).remove(0);
    for (characters, class) in [
        (250, "<td>250 characters"),
        (251, "<td class=\"long\">251 characters"),
        (450, "<td class=\"long\">450 characters"),
        (451, "<td class=\"too-long\">451 characters"),
    ] {
        let entry = Entry { characters, ..entry.clone() };
        let page = sheet(&set(), &[entry], "", SheetLanguage::En);
        assert!(page.contains(class), "{class}");
    }
}

#[test]
fn a_script_goes_step_by_step() {
    assert_eq!(
        script(&set(), None, SheetLanguage::Fr),
        "Étape 1 · Q2 project\nMessage à coller :\n[](Q2) Quel est votre projet ?\n\
         Réponse attendue : réponses rapides : Achat / rent (plusieurs choix possibles)\n\
         Ensuite : étape 2\n\n\
         Étape 2 · Q1 email (obligatoire)\nMessage à coller :\n[](Q1) Votre e-mail ?\n\
         Réponse attendue : texte libre, une adresse e-mail\nEnsuite : étape 3\n\n\
         Étape 3 · Q3 note\nMessage à coller :\n(aucun texte dans cette langue)\n\
         Réponse attendue : texte libre\nEnsuite : fin"
    );
    let english = script(&set(), Some("en"), SheetLanguage::En);
    assert!(english.starts_with(
        "Step 1 · Q2 project\nMessage to paste:\n[](Q2) What is your project?\n\
         Reply to expect: quick replies: buy / rent (several can be chosen)\nNext: step 2\n\n\
         Step 2 · Q1 email (required)\nMessage to paste:\n(no text in this language)\n"
    ));
    assert_eq!(script(&QuestionSet::default(), None, SheetLanguage::En), "");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the text, the message asks its question: nothing behind a marker undoes it.
    #[test]
    fn the_marker_of_a_message_is_always_read(
        number in 1..10_000_u32,
        text in prop_oneof![any::<String>(), "[\\[\\]()<>Qqa=\"1-3 \\\\`!~#*_>\u{200b}\r\n/href:-]{0,40}"],
    ) {
        let message = message(number, &text);
        let end = u32::try_from(format!("[](Q{number})").len()).unwrap();
        prop_assert_eq!(markers(&message).first().copied(), Some(Marker { number, start: 0, end }));
    }
}
