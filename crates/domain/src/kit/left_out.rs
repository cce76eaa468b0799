//! The questions that are not there to enter, and why: a page that says nothing of them would be
//! taken for the whole.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Entry;
use crate::question::listed;

/// A question of a draft that has no content to enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LeftOut {
    /// Its place in the list, from 0.
    pub question: u32,
    /// Its number, where it has one that can be used.
    pub number: Option<u32>,
    /// Its field; empty where it has none.
    pub field: String,
    /// Why it is left out.
    pub why: LeftOutWhy,
}

/// Why a question has no content to enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum LeftOutWhy {
    /// It can't be read at all.
    Unreadable,
    /// It has no number that a marker could name.
    NoNumber,
    /// An earlier question has its number.
    NumberTaken,
    /// It has no text, or none in the language that was asked for.
    NoText,
}

/// The questions of a draft that are not among its `entries`, in the list's order.
pub fn left_out(draft: &Value, entries: &[Entry]) -> Vec<LeftOut> {
    let entered: BTreeSet<u32> = entries.iter().map(|entry| entry.number).collect();
    let mut seen = BTreeSet::new();
    let mut left_out = Vec::new();
    for (at, read) in (0..).zip(listed(draft)) {
        let readable = read.is_some();
        let question = read.unwrap_or_default();
        let why = match question.number {
            _ if !readable => LeftOutWhy::Unreadable,
            0 => LeftOutWhy::NoNumber,
            number if !seen.insert(number) => LeftOutWhy::NumberTaken,
            number if !entered.contains(&number) => LeftOutWhy::NoText,
            _ => continue,
        };
        let number = Some(question.number).filter(|number| *number != 0);
        left_out.push(LeftOut { question: at, number, field: question.field, why });
    }
    left_out
}
