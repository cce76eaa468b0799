//! The order in which messages were said.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::Message;

/// Puts messages in order of `created_at`; equal times keep the file's order.
///
/// A message without a readable time keeps its place: the others are sorted among the places
/// they hold themselves.
pub(super) fn by_time(messages: Vec<Message>) -> Vec<Message> {
    let times: Vec<Option<Timestamp>> =
        messages.iter().map(|message| message.created_at.as_deref().and_then(instant)).collect();
    let places: Vec<usize> = (0..messages.len()).filter(|&at| times[at].is_some()).collect();
    if places.is_sorted_by_key(|&at| times[at]) {
        return messages;
    }
    let mut sorted = places.clone();
    sorted.sort_by_key(|&at| times[at]);
    let mut source: Vec<usize> = (0..messages.len()).collect();
    for (&place, &from) in places.iter().zip(&sorted) {
        source[place] = from;
    }
    let mut taken: Vec<Option<Message>> = messages.into_iter().map(Some).collect();
    source.into_iter().filter_map(|from| taken[from].take()).collect()
}

/// The instant a wire date stands for. One without an offset is taken as UTC, as iAdvize's are.
fn instant(written: &str) -> Option<Timestamp> {
    let written = written.trim();
    written.parse().ok().or_else(|| {
        let civil: DateTime = written.parse().ok()?;
        Some(civil.to_zoned(TimeZone::UTC).ok()?.timestamp())
    })
}
