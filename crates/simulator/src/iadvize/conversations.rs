//! Every conversation, found by its id, and by when it was closed.

use super::data::{Platform, Record};
use super::paging::Place;
use std::collections::{BTreeMap, HashMap};
use std::ops::Bound::{self, Excluded, Included, Unbounded};

/// Every conversation of both platforms, in the order they were added.
#[derive(Debug, Default)]
pub(super) struct Conversations {
    all: Vec<Record>,
    /// Where each is, by its id in lower case.
    by_id: HashMap<String, usize>,
    /// Where each closed one is, of the one platform and of the other.
    closed: [BTreeMap<Place, usize>; 2],
}

impl Conversations {
    /// Adds a conversation, in place of one of the same id.
    pub(super) fn add(&mut self, record: Record) {
        let id = record.id().to_ascii_lowercase();
        let at = match self.by_id.get(&id) {
            Some(&at) => {
                self.forget(at);
                self.all[at] = record;
                at
            }
            None => {
                self.by_id.insert(id, self.all.len());
                self.all.push(record);
                self.all.len() - 1
            }
        };
        self.note(at);
    }

    /// Changes a conversation, and its place in the list with it.
    pub(super) fn change<T>(
        &mut self,
        id: &str,
        change: impl FnOnce(&mut Record) -> T,
    ) -> Option<T> {
        let at = *self.by_id.get(&id.to_ascii_lowercase())?;
        self.forget(at);
        let done = change(&mut self.all[at]);
        self.note(at);
        Some(done)
    }

    /// Gives a conversation its place in the list, if it is closed.
    fn note(&mut self, at: usize) {
        let record = &self.all[at];
        if let Some(place) = record.place() {
            self.closed[record.platform as usize].insert(place, at);
        }
    }

    fn forget(&mut self, at: usize) {
        let record = &self.all[at];
        if let Some(place) = record.place() {
            self.closed[record.platform as usize].remove(&place);
        }
    }

    pub(super) fn all(&self) -> &[Record] {
        &self.all
    }

    pub(super) fn of(&self, platform: Platform) -> impl Iterator<Item = &Record> {
        self.all.iter().filter(move |record| record.platform == platform)
    }

    pub(super) fn find(&self, id: &str) -> Option<&Record> {
        self.all.get(*self.by_id.get(&id.to_ascii_lowercase())?)
    }

    /// The closed ones of a platform between two places, oldest closing first.
    pub(super) fn closed(
        &self,
        platform: Platform,
        (from, to): (Bound<Place>, Bound<Place>),
    ) -> impl DoubleEndedIterator<Item = (&Place, &Record)> {
        // `range` panics where the end comes before the start.
        let is_range = match (&from, &to) {
            (Unbounded, _) | (_, Unbounded) => true,
            (Included(from) | Excluded(from), Included(to) | Excluded(to)) => from < to,
        };
        let range = is_range.then(|| self.closed[platform as usize].range((from, to)));
        range.into_iter().flatten().map(|(place, at)| (place, &self.all[*at]))
    }
}
