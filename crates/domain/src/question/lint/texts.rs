//! Wordings that can't be asked, or would not be asked as written.

use std::collections::BTreeMap;

use super::super::language::is_own;
use super::super::place::Place;
use super::super::{PatchStep, Question, QuestionSet};
use super::draft::Draft;
use super::lookalike::{look_alike, unclosed};
use super::{Finding, FindingCode, FixCode};
use crate::kit::{ADVISED_CHARACTERS, MOST_CHARACTERS, message};
use crate::marker;
use crate::reading::label_key;
use crate::visible::is_blank;

/// How often markers are taken out until none is left: one inside the other shows only then.
const NESTED: usize = 8;

pub(super) fn check(draft: &Draft<'_>, found: &mut Vec<Finding>) {
    let mut asked: BTreeMap<String, (usize, u32)> = BTreeMap::new();
    for (at, question) in draft.read.questions() {
        let place = Place::question(at);
        let text = place.field("text");
        present(&draft.read.set, question, &place, found);
        wording(question, &text, &question.text, found);
        for (code, variant) in &question.texts {
            wording(question, &place.field("texts").field(code), variant, found);
        }
        let key = label_key(&question.text);
        if key.is_empty() {
            continue;
        }
        let (other, number) = *asked.entry(key).or_insert((at, question.number));
        if other != at {
            let with = [("other", &*other.to_string()), ("other_number", &*number.to_string())];
            found.push(Finding::warning(FindingCode::SameText, &text, &with));
        }
    }
}

/// Whether there is a wording to ask it with. One that stands under the set's own language does
/// for the kit, and nowhere else.
fn present(set: &QuestionSet, question: &Question, place: &Place, found: &mut Vec<Finding>) {
    if !is_blank(&question.text) {
        return;
    }
    let text = place.field("text");
    let is_own = |code: &str| is_own(set.language.as_deref(), code);
    let mut said = question.texts.iter().filter(|(_, text)| !is_blank(text));
    if let Some((code, own)) = said.clone().find(|(code, _)| is_own(code)) {
        let with = [("language", code.as_str())];
        let finding = Finding::advice(FindingCode::TextUnderLanguage, &text, &with);
        let patch = vec![
            PatchStep::add(text.pointer(), own.as_str()),
            PatchStep::remove(place.field("texts").field(code).pointer()),
        ];
        found.push(finding.fixed(FixCode::MoveText, &[], patch));
        return;
    }
    let code = match question.required && said.next().is_none() {
        true => FindingCode::RequiredWithoutText,
        false => FindingCode::TextEmpty,
    };
    found.push(Finding::warning(code, &text, &[]));
}

fn wording(question: &Question, place: &Place, text: &str, found: &mut Vec<Finding>) {
    if is_blank(text) {
        return;
    }
    markers(question.number, place, text, found);
    let rest = marker::shown(&marked(question.number, text));
    if let Some(look_alike) = look_alike(&rest) {
        let with = [("found", look_alike.as_str())];
        found.push(Finding::warning(FindingCode::MarkerLookAlike, place, &with));
    }
    if rest.starts_with('`') || rest.starts_with("~~~") {
        found.push(Finding::warning(FindingCode::BeginsWithCode, place, &[]));
    } else if let Some(sign) = unclosed(&marked(question.number, &rest)) {
        found.push(Finding::warning(FindingCode::Unclosed, place, &[("sign", sign)]));
    }
    let characters = message(question.number, text).chars().count();
    let most = match characters {
        n if n <= MOST_CHARACTERS => ADVISED_CHARACTERS,
        _ => MOST_CHARACTERS,
    };
    let with = [("characters", &*characters.to_string()), ("most", &*most.to_string())];
    match characters {
        n if n <= ADVISED_CHARACTERS => {}
        n if n <= MOST_CHARACTERS => found.push(Finding::advice(FindingCode::Long, place, &with)),
        _ => found.push(Finding::warning(FindingCode::TooLong, place, &with)),
    }
}

/// The text after the marker that is put there, whatever other markers it has.
fn marked(number: u32, text: &str) -> String {
    format!("[](Q{}) {text}", number.max(1))
}

/// Markers in the text itself. They are looked for where the text will stand, behind a marker:
/// there it begins no code block and no HTML block that would hide them.
fn markers(number: u32, place: &Place, text: &str, found: &mut Vec<Finding>) {
    let typed: Vec<u32> =
        marker::markers(&marked(number, text)).into_iter().skip(1).map(|m| m.number).collect();
    let with_fix = |finding: Finding| match without_markers(number, text) {
        Some(text) => {
            let patch = vec![PatchStep::replace(place.pointer(), text)];
            finding.fixed(FixCode::RemoveMarkers, &[], patch)
        }
        None => finding,
    };
    if typed.contains(&number) {
        found.push(with_fix(Finding::advice(FindingCode::OwnMarker, place, &[])));
    }
    if let Some(other) = typed.iter().find(|typed| **typed != number) {
        let with = [("other", &*other.to_string())];
        found.push(with_fix(Finding::warning(FindingCode::OtherMarker, place, &with)));
    }
}

fn without_markers(number: u32, text: &str) -> Option<String> {
    let mut text = text.to_owned();
    for _ in 0..NESTED {
        let whole = marked(number, &text);
        if marker::markers(&whole).len() <= 1 {
            return Some(text);
        }
        text = marker::shown(&whole);
    }
    None
}
