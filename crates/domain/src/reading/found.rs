//! What readers give back.

use std::ops::Range;

use super::Value;

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
