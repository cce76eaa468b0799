//! Lists of words to be known again.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Folded words, written one after the other as people would list them. Each word of a message
/// may be held against several, so a look takes no longer for a longer list.
pub(crate) struct List {
    written: &'static str,
    words: OnceLock<HashSet<&'static str>>,
}

impl List {
    pub(crate) const fn new(written: &'static str) -> Self {
        Self { written, words: OnceLock::new() }
    }

    /// Whether a folded word is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        !word.is_empty()
            && self.words.get_or_init(|| self.written.split_whitespace().collect()).contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_and_no_others() {
        static COLOURS: List = List::new("rouge bleu vert");
        for (word, expected) in
            [("rouge", true), ("vert", true), ("", false), (" ", false), ("ver", false)]
        {
            assert_eq!(COLOURS.has(word), expected, "{word:?}");
        }
        assert!(!COLOURS.has("rouge bleu"));
    }
}
