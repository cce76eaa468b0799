//! Faults as findings, with what would put them right.

use serde_json::json;

use super::super::naming::{field_of, unique};
use super::super::place::Place;
use super::super::{AnswerType, Fault, PatchStep};
use super::draft::Draft;
use super::languages::code_of;
use super::{Finding, FindingCode, FixCode, Severity};

/// What a set without a name is called when it needs one.
const NAME: &str = "Questions";

/// A file of which nothing can be read.
pub(super) fn unreadable(fault: Fault) -> Finding {
    Finding::of(fault, Severity::Error)
}

/// A fault that keeps the set from being read.
pub(super) fn error(fault: Fault, draft: &Draft<'_>) -> Finding {
    use FindingCode as F;
    let place = fault.place.clone();
    let code = fault.code;
    let finding = Finding::of(fault, Severity::Error);
    let nothing_there = matches!(code, F::Missing | F::Empty);
    let at = place.of_question();
    match (place.fields().as_slice(), at) {
        (["questions", "number"], _) => give_number(finding, &place, draft),
        (["questions", "field"], Some(at)) if nothing_there => {
            let question = draft.question(at).cloned().unwrap_or_default();
            named(finding, &place, draft.free_field(&field_of(&question)))
        }
        (["questions", "field"], Some(at)) if code == F::FieldTaken => {
            let field = draft.question(at).map_or("", |question| &question.field);
            named(finding, &place, draft.free_field(field))
        }
        (["questions", "answer", "options", "value"], _) if code == F::ValueTaken => {
            let value = finding.with.get("value").cloned().unwrap_or_default();
            let taken = |value: &str| has_option(draft, at, value);
            named(finding, &place, unique(&value, taken))
        }
        (["language"], _) if code == F::NotALanguage => {
            match finding.with.get("found").and_then(|found| code_of(found)) {
                Some(code) => named(finding, &place, code.to_owned()),
                None => finding,
            }
        }
        (["name"], _) if nothing_there => named(finding, &place, NAME.to_owned()),
        (["questions", "answer"], Some(at)) => as_text(finding, at),
        (["questions", "answer", "type"], Some(at)) if nothing_there => as_text(finding, at),
        (_, Some(at)) if code == F::NoOptions => as_text(finding, at),
        _ => finding,
    }
}

fn give_number(finding: Finding, place: &Place, draft: &Draft<'_>) -> Finding {
    let Some(next) = draft.next_number() else { return finding };
    let patch = vec![PatchStep::add(place.pointer(), next)];
    finding.fixed(FixCode::GiveNumber, &[("next", &next.to_string())], patch)
}

fn as_text(finding: Finding, at: usize) -> Finding {
    let place = Place::question(at).field("answer");
    let patch = vec![PatchStep::add(place.pointer(), json!({"type": "text"}))];
    finding.fixed(FixCode::ReadAsText, &[], patch)
}

/// The finding with a name that would do.
pub(super) fn named(finding: Finding, place: &Place, name: String) -> Finding {
    let patch = vec![PatchStep::add(place.pointer(), name.as_str())];
    finding.fixed(FixCode::Name, &[("suggested", &name)], patch)
}

fn has_option(draft: &Draft<'_>, at: Option<usize>, value: &str) -> bool {
    let question = at.and_then(|at| draft.question(at));
    match question.map(|question| &question.answer) {
        Some(AnswerType::Choice { options, .. }) => {
            options.iter().any(|option| option.value == value)
        }
        _ => false,
    }
}

/// A field that nobody reads.
pub(super) fn unknown(fault: Fault, draft: &Draft<'_>) -> Finding {
    let place = fault.place.clone();
    let kind = place.of_question().and_then(|at| draft.question(at)).map(|q| q.answer.name());
    let finding = match (place.fields().as_slice(), kind) {
        (["questions", "answer", what @ ("multiple" | "options")], Some(kind)) => {
            let with = [("what", *what), ("type", kind)];
            Finding::warning(FindingCode::NoEffect, &place, &with)
        }
        _ => Finding::of(fault, Severity::Warning),
    };
    finding.fixed(FixCode::RemoveSetting, &[], vec![PatchStep::remove(place.pointer())])
}
