//! What readers are given and what they give back.

use std::ops::Range;

use jiff::civil::Date;

use super::Value;

/// A visitor's message as a reader sees it.
pub(crate) struct Said<'a> {
    /// Its text, without invisible characters.
    pub(crate) text: &'a str,
    /// The day it was written, where the message began its day.
    pub(crate) day: Option<Date>,
    /// Bytes of the text that another question of the same window has read as a postcode.
    pub(crate) taken: &'a [Range<usize>],
}

/// A value a reader found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The value.
    pub(crate) value: Value,
    /// The bytes of the text it stands on.
    pub(crate) range: Range<usize>,
    /// How surely the text means it.
    pub(crate) sureness: Sureness,
}

/// How surely a text means the value that was found in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sureness {
    /// Only if nothing in the same reply is surer: a bare number beside an amount, a place in
    /// a list beside a label.
    Weak,
    /// By a rule of thumb: the year of a date left out, a denial nearby.
    Likely,
    /// It says so.
    Plain,
}

impl Found {
    pub(crate) fn plain(value: Value, range: Range<usize>) -> Self {
        Self { value, range, sureness: Sureness::Plain }
    }
}
