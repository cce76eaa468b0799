//! The stretches of a text whose digits already mean something.

use std::ops::Range;

use super::found::Sureness;
use super::said::Said;
use super::{date, money};

/// Stretches of a text, in order and apart.
#[derive(Default)]
pub(crate) struct Stretches(Vec<Range<usize>>);

impl Stretches {
    pub(crate) fn new(mut all: Vec<Range<usize>>) -> Self {
        all.sort_unstable_by_key(|range| range.start);
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(all.len());
        for range in all {
            match apart.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        Self(apart)
    }

    /// Whether a range touches none of them.
    pub(crate) fn leave_free(&self, range: &Range<usize>) -> bool {
        let next = self.0.partition_point(|spoken| spoken.end <= range.start);
        self.0.get(next).is_none_or(|spoken| range.end <= spoken.start)
    }
}

/// What is an address, a phone number or a date. Digits with a currency beside them are money,
/// even where they could be dialled.
pub(super) fn of(said: &Said<'_>) -> Stretches {
    let text = said.text();
    let mut all: Vec<Range<usize>> = said.links().iter().map(|link| link.range.clone()).collect();
    let phones = said.phones().iter().filter(|found| found.sureness > Sureness::Weak);
    let phones = phones.map(|found| found.range.clone());
    all.extend(phones.filter(|range| !money::beside(text, range)));
    all.extend(date::stretches(said));
    Stretches::new(all)
}
