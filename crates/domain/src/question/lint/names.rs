//! Fields that are told apart by next to nothing.

use std::collections::BTreeMap;

use super::super::place::Place;
use super::draft::{Draft, field_key};
use super::repair::named;
use super::{Finding, FindingCode};

pub(super) fn check(draft: &Draft<'_>, found: &mut Vec<Finding>) {
    let mut owners: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for (at, question) in draft.read.questions().filter(|(_, q)| !q.field.is_empty()) {
        let field = question.field.as_str();
        let (other, other_field) = *owners.entry(field_key(field)).or_insert((at, field));
        // The same to the letter is a fault, and told as one.
        if other == at || other_field == field {
            continue;
        }
        let place = Place::question(at).field("field");
        let other = other.to_string();
        let with = [("field", field), ("other", &other), ("other_field", other_field)];
        let finding = Finding::warning(FindingCode::FieldAlike, &place, &with);
        found.push(named(finding, &place, draft.free_field(field)));
    }
}
