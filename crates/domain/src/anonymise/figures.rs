//! Figures of a text, and what they are the figures of.

use std::ops::Range;

use super::hearing::Hearing;
use super::spans::overlap;
use crate::question::AnswerType;
use crate::reading::{Amount, Value};

/// Sums that name their currency: their figures are no phone number.
pub(super) fn money(text: &str, hearing: &Hearing) -> Vec<Range<usize>> {
    let sums = hearing.at_home(&AnswerType::Amount, text, None);
    let named = sums.into_iter().filter(|(_, found)| {
        matches!(&found.value, Value::Amount(Amount { currency, .. }) if !currency.is_empty())
    });
    named.map(|(_, found)| found.range).collect()
}

/// Runs of figures with a sign between them at most, apart from what means something else.
pub(super) fn runs(text: &str, means: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let here = at..at + 1;
        if means.iter().any(|range| overlap(range, &here)) {
            continue;
        }
        match runs.last_mut() {
            Some(open) if joins(&text[open.end..at]) => open.end = here.end,
            _ => runs.push(here),
        }
    }
    runs
}

fn joins(between: &str) -> bool {
    matches!(between, "" | " " | "." | "-" | "/" | "\u{a0}" | "\u{202f}")
}

pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A number's figures written over its last ones, all signs in their places.
pub(super) fn over(written: &str, tail: &str) -> String {
    let skip = digits(written).len().saturating_sub(tail.len());
    let mut tail = tail.chars();
    let mut seen = 0;
    let replace = |c: char| {
        if !c.is_ascii_digit() {
            return c;
        }
        seen += 1;
        if seen > skip { tail.next().unwrap_or(c) } else { c }
    };
    written.chars().map(replace).collect()
}
