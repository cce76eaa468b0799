//! Which questions of two versions are the same, and which of them moved.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A question as far as it is known again: by its field and its number.
pub(crate) type Known<'a> = (&'a str, u32);

/// What one question of each list has to have in common; nothing where it can't.
type Key<'a> = Option<(Option<&'a str>, Option<u32>)>;

/// Where each question of the new list stood in the old one: the one with its field and its
/// number, else with its field, else with its number. Fields of drafts can be empty, and fields
/// and numbers can be there twice.
pub(crate) fn origins(before: &[Known<'_>], after: &[Known<'_>]) -> Vec<Option<usize>> {
    let passes: [for<'a> fn(&Known<'a>) -> Key<'a>; 3] = [
        |(field, number)| Some((Some(*field), Some(*number))),
        |(field, _)| (!field.is_empty()).then_some((Some(*field), None)),
        |(_, number)| Some((None, Some(*number))),
    ];
    let mut origins = vec![None; after.len()];
    let mut free: BTreeSet<usize> = (0..before.len()).collect();
    for key in passes {
        let mut places: BTreeMap<_, VecDeque<usize>> = BTreeMap::new();
        for at in &free {
            if let Some(key) = key(&before[*at]) {
                places.entry(key).or_default().push_back(*at);
            }
        }
        for (one, origin) in after.iter().zip(&mut origins).filter(|(_, origin)| origin.is_none()) {
            *origin = key(one).and_then(|key| places.get_mut(&key)?.pop_front());
            origin.map(|at| free.remove(&at));
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
