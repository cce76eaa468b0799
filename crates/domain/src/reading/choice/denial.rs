//! Whether what was named was named to be turned down.

use std::ops::Range;

use super::super::words::Word;

/// Words that turn down what they stand before.
const DENIALS: &str = " pas sans ni aucun aucune jamais not no neither nor without dont never nicht kein \
    keine keinen keinem keiner ohne weder noch statt sin ni tampoco non senza ne nessun nessuna ";

/// The same in several words, their last one first.
const PREFERENCES: [&[&str]; 12] = [
    &["que", "plutot"],
    &["qu", "plutot"],
    &["de", "lieu", "au"],
    &["d", "lieu", "au"],
    &["of", "instead"],
    &["than", "rather"],
    &["t", "don"],
    &["de", "vez", "en"],
    &["que", "antes"],
    &["di", "invece"],
    &["che", "piuttosto"],
    &["von", "anstatt"],
];

/// What may stand between a denial and the thing: articles, prepositions, and wanting.
const BETWEEN: &str = " d de du des la le les l un une pour en a au aux vraiment a an the for to on in at any \
    want wanting interested looking go going der die das den dem ein eine einen zur zum zu im auf \
    mehr el los las una unos para por al del quiero queremos es il lo gli i uno per di voglio \
    vogliamo e da con veux voulons cherche ";

/// Words before a denial that make an offer of it: `pourquoi pas un achat`.
const WHY: &str = " pourquoi pk why warum wieso que perche ";

/// Words right after the thing, at the end of what is said of it, that turn it down (`Kauf nein`).
const AFTER: &str = " nicht nein non no pas not ";

/// How far a denial reaches.
const REACH: usize = 5;

/// Words before a `no` that takes back what was said before it (`euh non location`).
const HESITATION: &str = " euh heu ah oh eh um uh hmm hm mmh actually pardon sorry perdon scusa scusi anzi oops bah ben \
    en fait finalement bueno ach ok okay ";

/// What was said, and which of its words belong to no label: a denial that is itself part of an
/// option denies nothing.
pub(super) struct Clause<'a, F> {
    pub(super) text: &'a str,
    pub(super) said: &'a [Word],
    pub(super) language: &'a str,
    pub(super) free: F,
}

impl<F: Fn(usize) -> bool> Clause<'_, F> {
    /// Whether the words at `named` are clearly denied.
    pub(super) fn denies(&self, named: Range<usize>) -> bool {
        self.before(named.start) || self.after(named.end - 1)
    }

    fn before(&self, start: usize) -> bool {
        let mut at = start;
        while at > 0 && start - at < REACH && self.joined(at - 1) && (self.free)(at - 1) {
            at -= 1;
            if self.is(DENIALS, at) && !self.is_interjection(at, start) {
                return !(at > 0 && self.is(WHY, at - 1) && self.joined(at - 1));
            }
            if PREFERENCES.iter().any(|words| self.ends_with(words, at)) {
                return true;
            }
            if !self.is(BETWEEN, at) {
                break;
            }
        }
        false
    }

    fn after(&self, last: usize) -> bool {
        let ends = |at: usize| at + 1 == self.said.len() || !self.joined(at);
        !ends(last) && (self.free)(last + 1) && self.is(AFTER, last + 1) && ends(last + 1)
    }

    /// Whether a `no` right before the thing stands for itself: French `non` always does, and any
    /// that begins the message.
    fn is_interjection(&self, at: usize, start: usize) -> bool {
        let word = self.said[at].folded.as_str();
        let begins = || self.said[..at].iter().enumerate().all(|(at, _)| self.is(HESITATION, at));
        match word {
            "non" if self.language != "it" => true,
            "no" | "non" => at + 1 == start && begins(),
            _ => false,
        }
    }

    fn ends_with(&self, words: &[&str], at: usize) -> bool {
        let from = (at + 1).checked_sub(words.len());
        from.is_some_and(|from| {
            words.iter().rev().zip(&self.said[from..]).all(|(word, said)| *word == said.folded)
        })
    }

    fn is(&self, list: &str, at: usize) -> bool {
        list.contains(&format!(" {} ", self.said[at].folded))
    }

    /// Whether nothing parts a word from the next.
    fn joined(&self, at: usize) -> bool {
        let (end, start) = (self.said[at].range.end, self.said[at + 1].range.start);
        let between = self.text.get(end..start).unwrap_or_default();
        !between.contains(['.', ',', ';', ':', '!', '?', '\n', '(', ')'])
    }
}
