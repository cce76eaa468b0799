//! The stretches of a text whose digits already mean something.

use std::ops::Range;

use super::found::Sureness;
use super::locale::Locale;
use super::words::words;
use super::{date, links, money, phone};

/// Stretches that are an address, a phone number or a date, in order and apart.
pub(crate) struct Spoken(Vec<Range<usize>>);

impl Spoken {
    /// Those of a text, and `taken` ones besides. Digits with a currency beside them are money,
    /// even where they could be dialled.
    pub(crate) fn of(text: &str, taken: &[Range<usize>], locale: &Locale) -> Self {
        let mut all = taken.to_vec();
        all.extend(links::links(text).into_iter().map(|link| link.range));
        let phones = phone::read(text, locale).into_iter();
        let phones =
            phones.filter(|found| found.sureness > Sureness::Weak).map(|found| found.range);
        all.extend(phones.filter(|range| !money::beside(text, range)));
        all.extend(date::stretches(text, &words(text), locale));
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
