//! Whether a stand-in reads as its original does.

use std::collections::BTreeMap;

use super::Kind;
use super::hearing::{Hearing, types};
use super::pieces::Piece;
use super::spans::overlap;
use crate::question::AnswerType;
use crate::reading::Found;
use crate::visible::Visible;

/// Which value became which, to each reader: one became one, and two stayed two.
#[derive(Default)]
pub(super) struct Same {
    there: BTreeMap<(usize, String), String>,
    back: BTreeMap<(usize, String), String>,
}

impl Same {
    /// In how many places the readers find something else than they did.
    pub(super) fn differences(
        &mut self,
        piece: &Piece<'_>,
        played: &str,
        hearing: &Hearing,
    ) -> usize {
        let played = Visible::new(played).text;
        let unchanged = *played == *piece.visible.text;
        let mut differences = 0;
        let readers =
            hearing.home.iter().flat_map(|ear| types().iter().map(move |kind| (ear, kind)));
        for (reader, (ear, kind)) in readers.enumerate() {
            let before = ear.hear(kind, &piece.visible.text, piece.at);
            let after = if unchanged { before.clone() } else { ear.hear(kind, &played, piece.at) };
            let differ = before.iter().zip(&after).filter(|(one, other)| {
                let same = self.matches((reader, kind), piece, one, other);
                !same || one.sureness != other.sureness
            });
            differences += differ.count() + before.len().abs_diff(after.len());
        }
        differences
    }

    fn matches(
        &mut self,
        (reader, kind): (usize, &AnswerType),
        piece: &Piece<'_>,
        one: &Found,
        other: &Found,
    ) -> bool {
        let mut gone =
            piece.spans.iter().filter(|span| overlap(&span.range, &one.range)).peekable();
        let went = gone.peek().is_some();
        let is_figure = matches!(kind, AnswerType::Number | AnswerType::Amount);
        // Groups of a phone number are numbers to readers of another country alone.
        let abroad = reader >= types().len();
        if abroad && is_figure && gone.any(|span| span.kind == Kind::Phone) {
            return true;
        }
        let (before, after) = (format!("{:?}", one.value), format!("{:?}", other.value));
        let there = self.there.entry((reader, before.clone())).or_insert_with(|| after.clone());
        let back = self.back.entry((reader, after.clone())).or_insert_with(|| before.clone());
        // A day, a yes and a no name nobody: they are the same or differ.
        let may_differ = went && !matches!(kind, AnswerType::Date | AnswerType::YesNo);
        *there == after && *back == before && (may_differ || before == after)
    }
}
