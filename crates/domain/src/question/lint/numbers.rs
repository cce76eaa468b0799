//! Numbers that are allowed and surprise.

use serde_json::Value;

use super::super::PatchStep;
use super::super::place::Place;
use super::draft::Draft;
use super::{Finding, FindingCode, FixCode};

pub(super) fn check(draft: &Draft<'_>, found: &mut Vec<Finding>) {
    let numbers: Vec<(usize, u32)> =
        draft.read.questions().map(|(at, question)| (at, question.number)).collect();
    let mut sorted = numbers.clone();
    sorted.sort_by_key(|(at, number)| (*number, *at));
    let distinct = sorted.windows(2).all(|pair| pair[0].1 < pair[1].1);
    // Until every question has a number of its own, that is what there is to say.
    if !distinct || sorted.first().is_none_or(|(_, number)| *number == 0) {
        return;
    }
    skipped(&sorted, found);
    if let Some(pair) = numbers.windows(2).find(|pair| pair[0].1 > pair[1].1) {
        let place = Place::question(pair[1].0).field("number");
        let with = [("number", &*pair[1].1.to_string()), ("other", &*pair[0].1.to_string())];
        let finding = Finding::advice(FindingCode::NumbersOutOfOrder, &place, &with);
        found.push(in_order(finding, draft, &sorted));
    }
}

/// Numbers between 1 and the greatest that no question has.
fn skipped(sorted: &[(usize, u32)], found: &mut Vec<Finding>) {
    let mut missing = Vec::new();
    let mut next = 1;
    for (_, number) in sorted {
        match number - next {
            0 => {}
            1 => missing.push(next.to_string()),
            _ => missing.push(format!("{next}–{}", number - 1)),
        }
        next = number + 1;
    }
    if missing.is_empty() {
        return;
    }
    let place = Place::root().field("questions");
    let with = [("missing", &*missing.join(", "))];
    let numbered = |(number, (at, _)): (u32, &(usize, u32))| {
        PatchStep::add(Place::question(*at).field("number").pointer(), number)
    };
    let patch = (1..).zip(sorted).map(numbered).collect();
    let finding = Finding::advice(FindingCode::NumbersSkipped, &place, &with);
    found.push(finding.fixed(FixCode::Renumber, &[("count", &sorted.len().to_string())], patch));
}

fn in_order(finding: Finding, draft: &Draft<'_>, sorted: &[(usize, u32)]) -> Finding {
    let list = Place::root().field("questions").pointer();
    let questions = draft.file.pointer(&list).and_then(Value::as_array);
    let questions = questions.map(Vec::as_slice).unwrap_or_default();
    let moved: Vec<Value> =
        sorted.iter().filter_map(|(at, _)| questions.get(*at).cloned()).collect();
    // What is no question has no number to stand by, and nothing may be lost.
    if moved.len() != questions.len() {
        return finding;
    }
    finding.fixed(FixCode::Sort, &[], vec![PatchStep::replace(list, moved)])
}
