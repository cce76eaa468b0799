//! A message as readers are given it.

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date;

use super::links::{self, Link};
use super::locale::Locale;
use super::spoken::{self, Stretches};
use super::words::{self, Word};
use super::{Found, phone};
use crate::visible::Visible;

/// A visitor's message, and where its set expects answers from. What several readers look at is
/// worked out once, and only where one asks for it.
pub(crate) struct Said<'a> {
    visible: Visible<'a>,
    /// When it was written, as the wire says it.
    at: Option<&'a str>,
    pub(crate) locale: &'a Locale,
    has_digits: bool,
    words: OnceCell<Vec<Word>>,
    links: OnceCell<Vec<Link>>,
    phones: OnceCell<Vec<Found>>,
    spoken: OnceCell<Stretches>,
}

impl<'a> Said<'a> {
    pub(crate) fn new(text: &'a str, at: Option<&'a str>, locale: &'a Locale) -> Self {
        let visible = Visible::new(text);
        let has_digits = visible.text.bytes().any(|byte| byte.is_ascii_digit());
        Self {
            visible,
            at,
            locale,
            has_digits,
            words: OnceCell::new(),
            links: OnceCell::new(),
            phones: OnceCell::new(),
            spoken: OnceCell::new(),
        }
    }

    /// Its text, without invisible characters.
    pub(crate) fn text(&self) -> &str {
        &self.visible.text
    }

    /// Bytes of the text, counted in Unicode scalar values of what was written.
    pub(crate) fn scalars(&self, range: &Range<usize>) -> Range<u32> {
        self.visible.scalars(range)
    }

    /// The day it was written, as its date says it: the visitor's "tomorrow" goes by the clock
    /// the conversation was recorded with, so the offset is not worked out.
    pub(crate) fn day(&self) -> Option<Date> {
        self.at?.trim().get(..10)?.parse().ok()
    }

    /// Whether there is any figure. Most messages have none, and most readers want one.
    pub(crate) fn has_digits(&self) -> bool {
        self.has_digits
    }

    pub(crate) fn words(&self) -> &[Word] {
        self.words.get_or_init(|| words::words(self.text()))
    }

    pub(crate) fn links(&self) -> &[Link] {
        self.links.get_or_init(|| links::links(self.text()))
    }

    pub(crate) fn phones(&self) -> &[Found] {
        self.phones.get_or_init(|| phone::find(self))
    }

    /// The stretches whose digits already mean something.
    pub(crate) fn spoken(&self) -> &Stretches {
        self.spoken.get_or_init(|| spoken::of(self))
    }
}
