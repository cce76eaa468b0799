//! Words as a careful reader compares them: without regard to case, accents and punctuation.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A word of a text, ready for comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The word folded: lower-case, without accents, ligatures taken apart.
    pub(crate) folded: String,
    /// The bytes it takes in the text.
    pub(crate) range: Range<usize>,
}

/// The words of a text: runs of letters and digits. Whatever stands between them separates
/// them alike, so `l'achat` and `rendez-vous` are two words each, in a label as in a reply.
/// Scripts written without spaces are taken apart by Unicode's word boundaries.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        // A mark belongs to the letter before it and to nothing on its own. The one that makes
        // a digit a key (`2️⃣`) is a frame around it.
        let is_mark = || !c.is_ascii() && is_combining_mark(c) && c != '\u{20e3}';
        if c.is_alphanumeric() || start.is_some() && is_mark() {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            push(&text[start..at], start, &mut words);
        }
    }
    if let Some(start) = start {
        push(&text[start..], start, &mut words);
    }
    words
}

/// Whether a text has any word.
pub(crate) fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// First code point (Thai) of the scripts that may be written without spaces.
const UNSPACED: char = '\u{e00}';

fn push(run: &str, at: usize, words: &mut Vec<Word>) {
    if !run.contains(|c| c >= UNSPACED) {
        words.push(Word { folded: fold(run), range: at..at + run.len() });
        return;
    }
    for (start, part) in run.split_word_bound_indices() {
        let start = at + start;
        words.push(Word { folded: fold(part), range: start..start + part.len() });
    }
}

/// A text's words folded, one space between them: equal for texts that read the same.
pub(crate) fn folded(text: &str) -> String {
    let words: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    words.join(" ")
}

fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase).nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' => folded.push_str("ss"),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            // Compatibility forms (𝐀) come out of the decomposition in capitals.
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_letters_only() {
        for (text, expected) in [
            ("  L'Achat, s'il vous plaît ! ", "l achat s il vous plait"),
            ("CŒUR Straße Ærø İstanbul", "coeur strasse aero istanbul"),
            ("e\u{301}te\u{301}", "ete"),
            ("Ｄｅｕｘ ②", "deux 2"),
            ("rendez-vous", "rendez vous"),
            ("購入する", "購 入 す る"),
            ("!?…", ""),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
            assert_eq!(has_words(text), !words(text).is_empty(), "{text:?}");
        }
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "«\u{a0}e\u{301}té, oui";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word.range]).collect();
        assert_eq!(found, ["e\u{301}té", "oui"]);
    }
}
