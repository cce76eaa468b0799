//! The values found in a reply, each with the message it stands in.

use std::collections::BTreeMap;
use std::ops::Range;

use super::windows::Windows;
use crate::conversation::Message;
use crate::reading::{Evidence, Found, Reader, Said, Sureness};
use crate::visible::Visible;

/// Bytes of messages that are spoken for, by the message's place.
pub(super) type Taken = BTreeMap<usize, Vec<Range<usize>>>;

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
    let mut hits = Vec::new();
    for &at in messages {
        let message = &windows.messages[at];
        let visible = Visible::new(&message.text);
        let said = Said {
            text: &visible.text,
            day: message.created_at.as_deref().and_then(day),
            taken: taken.get(&at).map_or(&[], Vec::as_slice),
        };
        hits.extend(reader.read(&said).into_iter().map(|found| Hit { message: at, found }));
    }
    let is_weak = |hit: &Hit| hit.found.sureness == Sureness::Weak;
    if !hits.iter().all(is_weak) {
        hits.retain(|hit| !is_weak(hit));
    }
    hits
}

/// The day a message was written, as its date says it: the visitor's "tomorrow" goes by the
/// clock the conversation was recorded with, so the offset is not worked out.
fn day(created_at: &str) -> Option<jiff::civil::Date> {
    created_at.trim().get(..10)?.parse().ok()
}

/// The characters of a message that a value stands on.
pub(super) fn evidence(message: &Message, found: &Range<usize>) -> Evidence {
    let scalars = Visible::new(&message.text).scalars(found);
    Evidence { message_id: message.id.clone(), start: scalars.start, end: scalars.end }
}

/// The characters of a whole message, without the white space around it.
pub(super) fn whole(message: &Message) -> Evidence {
    let start = message.text.len() - message.text.trim_start().len();
    let before = message.text[..start].chars().count();
    let length = message.text.trim().chars().count();
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Evidence { message_id: message.id.clone(), start: narrow(before), end: narrow(before + length) }
}
