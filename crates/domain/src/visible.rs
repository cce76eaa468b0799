//! Text without the characters that have no width, with a way back to the original.
//!
//! Chat widgets, phones and copied web pages scatter zero-width spaces, joiners, direction
//! marks and byte order marks through what people write. Nobody sees them, so nothing is read
//! differently for them; offsets still count them, because they are in the message.

use std::borrow::Cow;
use std::ops::Range;

/// Whether a character leaves no trace on the screen: Unicode's default-ignorable code points,
/// as far as they occur in messages.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a text shows nothing.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// A text as it can be seen, and where each of its bytes comes from.
pub(crate) struct Visible<'a> {
    /// The text without its invisible characters.
    pub(crate) text: Cow<'a, str>,
    original: &'a str,
    /// Where something was left out: the place in `text`, and the bytes left out up to there.
    gaps: Vec<(usize, usize)>,
}

impl<'a> Visible<'a> {
    pub(crate) fn new(original: &'a str) -> Self {
        if original.is_ascii() || !original.contains(is_invisible) {
            return Self { text: Cow::Borrowed(original), original, gaps: Vec::new() };
        }
        let mut text = String::with_capacity(original.len());
        let (mut gaps, mut left_out) = (Vec::new(), 0);
        for c in original.chars() {
            if is_invisible(c) {
                left_out += c.len_utf8();
                gaps.push((text.len(), left_out));
            } else {
                text.push(c);
            }
        }
        Self { text: Cow::Owned(text), original, gaps }
    }

    /// The bytes of the original that a range of `text` stands for, without the invisible
    /// characters at its ends.
    pub(crate) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let before = |count: usize| count.checked_sub(1).map_or(0, |last| self.gaps[last].1);
        let start = before(self.gaps.partition_point(|gap| gap.0 <= range.start));
        let end = before(self.gaps.partition_point(|gap| gap.0 < range.end));
        range.start + start..range.end + end
    }

    /// The same range counted in Unicode scalar values of the original.
    pub(crate) fn scalars(&self, range: &Range<usize>) -> Range<u32> {
        let range = self.original(range);
        let start = self.original[..range.start].chars().count();
        let length = self.original[range].chars().count();
        // A message of four thousand million characters does not occur; if it did, the end of
        // the count would still be in range.
        let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        narrow(start)..narrow(start + length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_to_the_original() {
        let visible = Visible::new("a\u{200b}é\u{feff}\u{200d}b");
        assert_eq!(visible.text, "aéb");
        assert_eq!(visible.scalars(&(0..1)), 0..1);
        assert_eq!(visible.scalars(&(1..3)), 2..3);
        assert_eq!(visible.scalars(&(3..4)), 5..6);
        assert_eq!(visible.scalars(&(0..4)), 0..6);
    }

    #[test]
    fn what_shows_nothing_is_blank() {
        assert!(is_blank(" \u{a0}\u{200b}\n"));
        assert!(!is_blank("\u{200b}.\u{200b}"));
    }
}
