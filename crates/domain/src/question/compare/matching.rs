//! Which questions of two versions are the same, and which of them moved.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Question;

/// Where each question of the new list stood in the old one.
pub(super) fn origins(before: &[Question], after: &[Question]) -> Vec<Option<usize>> {
    let mut fields: BTreeMap<&str, usize> = BTreeMap::new();
    let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, question) in before.iter().enumerate() {
        fields.entry(&question.field).or_insert(at);
        numbers.entry(question.number).or_insert(at);
    }
    let mut taken = BTreeSet::new();
    let mut take = |at: Option<&usize>| at.copied().filter(|at| taken.insert(*at));
    let named = |question: &&Question| !question.field.is_empty();
    let mut origins: Vec<Option<usize>> = after
        .iter()
        .map(|question| take(Some(question).filter(named).and_then(|q| fields.get(&*q.field))))
        .collect();
    for (question, origin) in after.iter().zip(&mut origins) {
        if origin.is_none() {
            *origin = take(numbers.get(&question.number));
        }
    }
    origins
}

/// The old places of those that changed their order, as few as can be: all but a longest run
/// that still stands in the old order.
pub(super) fn moved(origins: &[Option<usize>]) -> BTreeSet<usize> {
    let kept: Vec<usize> = origins.iter().flatten().copied().collect();
    // The ends of the best runs of each length, and what stands before each place in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::new();
    for (at, origin) in kept.iter().enumerate() {
        let length = ends.partition_point(|end| kept[*end] < *origin);
        previous.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut moved: BTreeSet<usize> = kept.iter().copied().collect();
    let mut last = ends.last().copied();
    while let Some(at) = last {
        moved.remove(&kept[at]);
        last = previous[at];
    }
    moved
}
