//! What is asked, in each language.

use serde_json::json;

use super::check;

#[test]
fn a_text_that_is_missing() {
    check(
        |set| set["questions"][1]["text"] = json!("\u{200b} "),
        &["questions[1].text: not given: nobody can ask it from here"],
    );
    check(
        |set| {
            set["questions"][0]["text"] = json!(null);
            set["questions"][0]["texts"] = json!(null);
        },
        &["questions[0].text: required, and has no text in any language"],
    );
}

#[test]
fn a_text_that_stands_under_the_sets_own_language() {
    let said = |code: &str| {
        format!(
            "questions[1].text: stands under the set's own language, {code} → Move it to the \
             question itself"
        )
    };
    for (language, texts, code) in [
        ("fr", json!({"fr": "Votre projet ?", "en": "Project?"}), "fr"),
        ("fr", json!({"FR": "Votre projet ?", "en": "Project?"}), "FR"),
        ("fr-CH", json!({"fr": "Votre projet ?", "en": "Project?"}), "fr"),
    ] {
        check(
            |set| {
                set["language"] = json!(language);
                set["questions"][1]["text"] = json!("");
                set["questions"][1]["texts"] = texts;
                set["questions"][1]["required"] = json!(true);
            },
            &[&said(code)],
        );
    }
    // One in another language is no text in this one.
    check(
        |set| {
            set["questions"][1]["text"] = json!("");
            set["questions"][1]["texts"] = json!({"fr": " ", "en": "Project?"});
        },
        &[
            "questions[1].text: not given: nobody can ask it from here",
            "questions[1].texts.fr: the text in fr is empty → Remove this text",
        ],
    );
}

#[test]
fn a_text_under_what_is_no_language() {
    let at = "questions[1].texts";
    for (code, fix) in
        [("english", " → Call it en"), ("deu", " → Call it de"), ("Klingon", ""), ("", "")]
    {
        let said = format!(
            "{at}.{code}: must be a language code such as fr, not \"{code}\"{}",
            // English is there already.
            if code == "english" { "" } else { fix }
        );
        check(|set| set["questions"][1]["texts"][code] = json!("Project?"), &[&said]);
    }
    let mut set = super::clean();
    set["questions"][1]["texts"] = json!({"english": "Project?"});
    let findings = super::lint(&set.to_string());
    let [no_language] = findings.as_slice() else { panic!("{findings:?}") };
    let fix = no_language.fix.as_ref().unwrap();
    let fixed = crate::question::apply_fix(&set.to_string(), &fix.patch).unwrap();
    set["questions"][1]["texts"] = json!({"en": "Project?"});
    assert_eq!(serde_json::from_str::<serde_json::Value>(&fixed).unwrap(), set);
    assert_eq!(super::lint(&fixed), []);
}

#[test]
fn a_marker_typed_into_the_text() {
    let own = "carries its own marker, which is put there anyway → Take it out of the text";
    let other = "carries the marker of question 3 → Take it out of the text";
    for (text, expected) in [
        ("[](Q1) Budget ?", vec![format!("questions[0].text: {own}")]),
        ("Budget ?<a href=\"Q1\"></a>", vec![format!("questions[0].text: {own}")]),
        ("[](Q3) Budget ?", vec![format!("questions[0].text: {other}")]),
        // Alone this is code; behind the marker it is none.
        (
            "```\n[](Q3) Budget ?",
            vec![
                format!("questions[0].text: {other}"),
                "questions[0].text: begins with code".into(),
            ],
        ),
        (
            "[](Q1)[](Q3) ?",
            vec![format!("questions[0].text: {other}"), format!("questions[0].text: {own}")],
        ),
    ] {
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check(|set| set["questions"][0]["text"] = json!(text), &expected);
    }
    check(
        |set| set["questions"][0]["texts"]["en"] = json!("[](Q1) Budget?"),
        &[&format!("questions[0].texts.en: {own}")],
    );
}

#[test]
fn a_text_that_would_show_a_marker() {
    for (text, expected) in [
        ("\\[\\](Q1) Budget ?", "has \"[\\](Q1) Budget ?\", which looks like a marker and is none"),
        ("[](Q0) Budget ?", "has \"[](Q0) Budget ?\", which looks like a marker and is none"),
        ("Budget [ici](Q2) ?", "has \"[ici](Q2) ?\", which looks like a marker and is none"),
        ("`Budget` ?", "begins with code"),
        ("~~~\nBudget ?", "begins with code"),
        ("Budget aujourd`hui ?", "has a ` that nothing closes"),
        ("Budget [en euros ?", "has a [ that nothing closes"),
    ] {
        let expected = format!("questions[0].text: {expected}");
        check(|set| set["questions"][0]["text"] = json!(text), &[&expected]);
    }
}

#[test]
fn a_text_that_is_too_long_in_any_language() {
    // The marker and its space take seven.
    for (length, expected) in [
        (243, None),
        (244, Some("251 characters with its marker, at most 250 are advised")),
        (443, Some("450 characters with its marker, at most 250 are advised")),
        (444, Some("451 characters with its marker, a bot can send at most 450")),
    ] {
        let text = "é".repeat(length);
        let path = |path: &str| expected.map(|said| format!("questions[0].{path}: {said}"));
        let said = path("text");
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        check(|set| set["questions"][0]["text"] = json!(text), &said);
        let said = path("texts.en");
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        check(|set| set["questions"][0]["texts"]["en"] = json!(text), &said);
    }
}

#[test]
fn languages_that_are_empty_missing_or_the_sets_own() {
    check(
        |set| set["questions"][1]["texts"]["en"] = json!(""),
        &["questions[1].texts.en: the text in en is empty → Remove this text"],
    );
    check(
        |set| set["questions"][1]["texts"] = json!({}),
        &["questions[1].texts.en: question 2 has no text in en, and others have one"],
    );
    check(
        |set| set["questions"][1]["texts"]["FR"] = json!("Votre projet ?"),
        &[
            "questions[1].texts.FR: is a second text in the set's own language, FR → Remove this text",
        ],
    );
    check(|set| set["questions"][1]["texts"]["fr"] = json!("Quel est votre projet ?"), &[]);
    check(
        |set| set["questions"][1]["texts"]["fr-CH"] = json!("Votre projet ?"),
        &[
            "questions[0].texts.fr-CH: question 1 has no text in fr-CH, and others have one",
            "questions[2].texts.fr-CH: question 3 has no text in fr-CH, and others have one",
        ],
    );
}

#[test]
fn two_questions_that_ask_the_same() {
    check(
        |set| set["questions"][1]["text"] = json!("QUEL est votre budget"),
        &["questions[1].text: asks the same as question 1 (questions[0])"],
    );
}
