//! The same question in several languages.

use std::collections::BTreeMap;

use super::super::language::{canonical, is_own};
use super::super::place::Place;
use super::super::{PatchStep, Question};
use super::draft::Draft;
use super::languages::{code_of, is_code};
use super::{Finding, FindingCode, FixCode};
use crate::visible::is_blank;

/// The most languages that are looked after: more than anyone asks in.
const LANGUAGES: usize = 32;

pub(super) fn check(draft: &Draft<'_>, found: &mut Vec<Finding>) {
    let set = &draft.read.set;
    let own = set.language.as_deref();
    // Each language by its one spelling, and as it was first written.
    let mut used: BTreeMap<String, &str> = BTreeMap::new();
    for (code, text) in set.questions.iter().flat_map(|question| &question.texts) {
        if !is_blank(text) && !is_own(own, code) && is_code(code) {
            used.entry(canonical(code)).or_insert(code);
        }
    }
    for (at, question) in draft.read.questions() {
        let texts = Place::question(at).field("texts");
        for (code, text) in &question.texts {
            let place = texts.field(code);
            if !is_blank(text) && !is_code(code) {
                found.push(no_language(question, &texts, code, text));
                continue;
            }
            let with = [("language", code.as_str())];
            let code = match is_own(own, code) && !is_blank(&question.text) {
                _ if is_blank(text) => FindingCode::VariantEmpty,
                true if text.trim() != question.text.trim() => FindingCode::SecondWording,
                _ => continue,
            };
            let patch = vec![PatchStep::remove(place.pointer())];
            let finding = Finding::warning(code, &place, &with);
            found.push(finding.fixed(FixCode::RemoveText, &[], patch));
        }
        // What stands under a language's name is told as that, and not as missing.
        let meant = |code: &String| code_of(code).map_or_else(|| canonical(code), str::to_owned);
        let has: Vec<String> = question.texts.keys().map(meant).collect();
        let asked = !is_blank(&question.text) || question.texts.values().any(|t| !is_blank(t));
        for (_, code) in used.iter().take(LANGUAGES).filter(|(key, _)| asked && !has.contains(key))
        {
            let with = [("language", *code), ("number", &*question.number.to_string())];
            let place = texts.field(code);
            found.push(Finding::warning(FindingCode::VariantMissing, &place, &with));
        }
    }
}

/// A wording under what is no language's code, with the change that puts it under the one it
/// names, where no other stands yet.
fn no_language(question: &Question, texts: &Place, found: &str, text: &str) -> Finding {
    let place = texts.field(found);
    let finding = Finding::warning(FindingCode::NotALanguage, &place, &[("found", found)]);
    let taken = |code: &str| question.texts.keys().any(|other| canonical(other) == code);
    let Some(code) = code_of(found).filter(|code| !taken(code)) else { return finding };
    let patch =
        vec![PatchStep::add(texts.field(code).pointer(), text), PatchStep::remove(place.pointer())];
    finding.fixed(FixCode::Name, &[("suggested", code)], patch)
}
