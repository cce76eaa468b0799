//! The values found in a reply, each with the message it stands in.

use std::collections::BTreeMap;
use std::ops::Range;

use super::windows::Windows;
use crate::conversation::Message;
use crate::reading::{Evidence, Found, Reader, Stretches, Sureness};

/// What of each message is spoken for, by the message's place.
#[derive(Default)]
pub(super) struct Taken(BTreeMap<usize, Stretches>);

impl Taken {
    /// What some values stand on.
    pub(super) fn by<'a>(hits: impl Iterator<Item = &'a Hit>) -> Self {
        let mut ranges: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
        for hit in hits {
            ranges.entry(hit.message).or_default().push(hit.found.range.clone());
        }
        Self(ranges.into_iter().map(|(at, ranges)| (at, Stretches::new(ranges))).collect())
    }
}

/// A value found in a message.
pub(super) struct Hit {
    /// The message's place in the conversation.
    pub(super) message: usize,
    pub(super) found: Found,
}

/// The values of a type in some messages, in the order said. The weak ones count only where
/// there is none that is surer.
pub(super) fn hits(
    reader: &Reader,
    messages: &[usize],
    windows: &Windows<'_>,
    taken: &Taken,
) -> Vec<Hit> {
    let nothing = Stretches::default();
    let mut hits = Vec::new();
    for &at in messages {
        let taken = taken.0.get(&at).unwrap_or(&nothing);
        let found = reader.read(windows.said(at), taken).into_iter();
        hits.extend(found.map(|found| Hit { message: at, found }));
    }
    let is_weak = |hit: &Hit| hit.found.sureness == Sureness::Weak;
    if !hits.iter().all(is_weak) {
        hits.retain(|hit| !is_weak(hit));
    }
    hits
}

/// The characters that a value stands on.
pub(super) fn evidence(hit: &Hit, windows: &Windows<'_>) -> Evidence {
    let scalars = windows.said(hit.message).scalars(&hit.found.range);
    let message_id = windows.messages[hit.message].id.clone();
    Evidence { message_id, start: scalars.start, end: scalars.end }
}

/// The characters of a whole message, without the white space around it.
pub(super) fn whole(message: &Message) -> Evidence {
    let start = message.text.len() - message.text.trim_start().len();
    let before = message.text[..start].chars().count();
    let length = message.text.trim().chars().count();
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Evidence { message_id: message.id.clone(), start: narrow(before), end: narrow(before + length) }
}
