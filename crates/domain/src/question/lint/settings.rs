//! What the set as a whole lacks for its questions.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::super::language::{canonical, is_own, primary};
use super::super::place::Place;
use super::super::{PatchStep, QuestionSet};
use super::draft::Draft;
use super::{Finding, FindingCode, FixCode};

/// How an email is asked for.
const EMAIL: [(&str, &str); 5] = [
    ("en", "What is your email address?"),
    ("fr", "Quelle est votre adresse e-mail ?"),
    ("de", "Wie lautet Ihre E-Mail-Adresse?"),
    ("es", "¿Cuál es su correo electrónico?"),
    ("it", "Qual è il suo indirizzo e-mail?"),
];

pub(super) fn check(draft: &Draft<'_>, found: &mut Vec<Finding>) {
    let questions = Place::root().field("questions");
    let listed = draft.file.pointer(&questions.pointer()).and_then(Value::as_array);
    if listed.is_some_and(Vec::is_empty) {
        found.push(Finding::warning(FindingCode::NothingToAsk, &questions, &[]));
    }
    missing(draft, "language", FindingCode::LanguageMissing, &["date", "number", "amount"], found);
    missing(draft, "region", FindingCode::RegionMissing, &["phone", "postcode"], found);
    missing(draft, "currency", FindingCode::CurrencyMissing, &["amount"], found);
    let set = &draft.read.set;
    if !set.questions.is_empty() && asked(set, &["email", "phone"]).is_empty() {
        let finding = Finding::warning(FindingCode::NoEmailQuestion, &questions, &[]);
        found.push(with_email(finding, draft));
    }
}

/// A setting that questions of some types depend on.
fn missing(
    draft: &Draft<'_>,
    name: &str,
    code: FindingCode,
    wanted: &[&'static str],
    found: &mut Vec<Finding>,
) {
    let place = Place::root().field(name);
    let types = asked(&draft.read.set, wanted);
    if !types.is_empty() && !draft.gives(&place) {
        found.push(Finding::warning(code, &place, &[("types", &types.join(", "))]));
    }
}

/// Which of these types the set asks for.
fn asked(set: &QuestionSet, wanted: &[&'static str]) -> Vec<&'static str> {
    let types: BTreeSet<&str> = set.questions.iter().map(|q| q.answer.name()).collect();
    wanted.iter().copied().filter(|name| types.contains(name)).collect()
}

/// The finding with a question for the email, in the languages the set asks in.
fn with_email(finding: Finding, draft: &Draft<'_>) -> Finding {
    let Some(next) = draft.next_number() else { return finding };
    let set = &draft.read.set;
    let language = set.language.as_deref();
    let own = language.map(primary);
    let said = |code: &str| EMAIL.iter().find(|(known, _)| *known == code).map(|(_, text)| *text);
    let text = own.and_then(|own| said(&own)).unwrap_or(EMAIL[0].1);
    let mut texts = Map::new();
    for (code, _) in set.questions.iter().flat_map(|q| &q.texts).filter(|(_, t)| !t.is_empty()) {
        let known = texts.keys().any(|known| canonical(known) == canonical(code));
        if let Some(text) = said(&primary(code)).filter(|_| !known && !is_own(language, code)) {
            texts.insert(code.clone(), text.into());
        }
    }
    let mut question = json!({"number": next, "field": draft.free_field("email"), "text": text,
        "answer": {"type": "email"}});
    if !texts.is_empty() {
        question["texts"] = Value::Object(texts);
    }
    let patch = vec![PatchStep::add("/questions/-".to_owned(), question)];
    finding.fixed(FixCode::AddEmailQuestion, &[("next", &next.to_string()), ("text", text)], patch)
}
