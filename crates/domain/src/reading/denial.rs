//! Whether what was named was named to be turned down: an option, or a day.

use std::ops::Range;

use super::list::List;
use super::words::Word;

/// Words that turn down what they stand before.
static DENIALS: List = List::new(
    "cannot cant wont wouldnt isnt arent pas sans ni aucun aucune jamais not no neither nor without dont never nicht kein \
    keine keinen keinem keiner ohne weder noch statt sin ni tampoco non senza ne nessun nessuna \
    except sauf hormis excepte ausser auser excepto salvo tranne eccetto fuorche",
);

/// The same in several words, their last one first.
const PREFERENCES: [&[&str]; 19] = [
    &["but", "anything"],
    &["but", "everything"],
    &["but", "all"],
    &["than", "other"],
    &["from", "apart"],
    &["menos", "todo"],
    &["menos", "cualquiera"],
    &["de", "lugar", "en"],
    &["que", "plutot"],
    &["qu", "plutot"],
    &["de", "lieu", "au"],
    &["d", "lieu", "au"],
    &["of", "instead"],
    &["than", "rather"],
    &["de", "vez", "en"],
    &["que", "antes"],
    &["di", "invece"],
    &["che", "piuttosto"],
    &["von", "anstatt"],
];

/// What may stand between a denial and the thing: articles, prepositions, and wanting.
static BETWEEN: List = List::new(
    "d de du des la le les l un une pour en a au aux vraiment a an the for to on in at any \
    want wanting interested looking go going der die das den dem ein eine einen zur zum zu im auf \
    mehr el los las una unos para por al del quiero queremos es il lo gli i uno per di voglio \
    vogliamo e da con veux voulons cherche",
);

/// Words before a denial that make an offer of it: `pourquoi pas un achat`.
static WHY: List = List::new("pourquoi pk why warum wieso que perche");

/// Words right after the thing, at the end of what is said of it, that turn it down (`Kauf nein`).
static AFTER: List = List::new("nicht nein non no pas not");

/// Words before what is wrong with a thing, and those that lead to them.
static TOO: List = List::new("zu trop too demasiado demasiada troppo");

static IS: List = List::new("is s are ist sind est sont es e c son sono it its was war");

/// English verbs before a `n't`.
static VERBS: List =
    List::new("don doesn didn can won wouldn couldn shouldn isn aren wasn weren haven hasn ain");

/// Words between two things of which the first is better, and those that say so before it.
static THAN: List = List::new("que qu als than che");

static BETTER: List = List::new(
    "plutot mieux lieber eher besser rather better mejor antes meglio piuttosto prefiero \
    preferimos prefere preferons prefererais preferisco preferiamo preferirei preferiria",
);

/// How far before the second of two things the word is that makes the first the better one.
const FAR: usize = 8;

/// How far a denial reaches.
const REACH: usize = 5;

/// Words before a `no` that takes back what was said before it (`euh non location`).
static HESITATION: List = List::new(
    "euh heu ah oh eh um uh hmm hm mmh actually pardon sorry perdon scusa scusi anzi oops bah ben \
    en fait finalement bueno ach ok okay",
);

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
            if let Some(first) = self.denial(at).filter(|_| !self.is_interjection(at, start)) {
                return !(first > 0 && self.is(&WHY, first - 1) && self.joined(first - 1));
            }
            if PREFERENCES.iter().any(|words| self.ends_with(words, at)) || self.is_less(at) {
                return true;
            }
            if !self.is(&BETWEEN, at) {
                break;
            }
        }
        false
    }

    /// Where the denial begins that a word ends: `can't` is two words, French `plus` one only
    /// with its `ne`.
    fn denial(&self, at: usize) -> Option<usize> {
        let earlier = at.checked_sub(1);
        match self.said[at].folded.as_str() {
            "t" => earlier.filter(|verb| self.is(&VERBS, *verb)),
            "plus" => {
                let denies = |at: &usize| ["ne", "n"].contains(&self.said[*at].folded.as_str());
                self.run(at).take(3).find(denies)
            }
            _ => self.is(&DENIALS, at).then_some(at),
        }
    }

    /// Whether what comes next is the worse of two: `lieber kaufen als …`, `plutôt louer que …`.
    fn is_less(&self, at: usize) -> bool {
        let mut first_of_two = false;
        let is_better = |at: usize| {
            first_of_two |= !(self.free)(at);
            first_of_two && self.is(&BETTER, at)
        };
        if !self.is(&THAN, at) {
            return false;
        }
        // `kaufen lieber als mieten`
        let is_named = |at: usize| !(self.free)(at);
        let mut before = self.run(at).take(FAR);
        let is_after_first = before.next().is_some_and(|at| self.is(&BETTER, at));
        is_after_first && before.any(is_named) || self.run(at).take(FAR).any(is_better)
    }

    /// The words before one that nothing parts from it, the nearest first.
    fn run(&self, at: usize) -> impl Iterator<Item = usize> {
        (0..at).rev().take_while(|at| self.joined(*at))
    }

    fn after(&self, last: usize) -> bool {
        let ends = |at: usize| at + 1 == self.said.len() || !self.joined(at);
        if self.is_too_much(last) {
            return true;
        }
        !ends(last) && (self.free)(last + 1) && self.is(&AFTER, last + 1) && ends(last + 1)
    }

    /// Whether it goes on with a fault of the thing: `diesel is too dear`, `zu klein`.
    fn is_too_much(&self, last: usize) -> bool {
        let mut next = last;
        while next + 1 < self.said.len() && next - last < 2 && self.joined(next) {
            next += 1;
            if !(self.free)(next) {
                return false;
            }
            if self.is(&TOO, next) {
                return next + 1 < self.said.len() && self.joined(next);
            }
            if !self.is(&IS, next) {
                return false;
            }
        }
        false
    }

    /// Whether a `no` right before the thing stands for itself: `non` always does, but in Italian,
    /// where it is a not; a `no` where it begins a sentence.
    fn is_interjection(&self, at: usize, start: usize) -> bool {
        let word = self.said[at].folded.as_str();
        let same_sentence = |at: &usize| !self.between(*at).contains(['.', '!', '?', '\n']);
        let begins = || (0..at).rev().take_while(same_sentence).all(|at| self.is(&HESITATION, at));
        match word {
            "non" => self.language != "it",
            "no" => at + 1 == start && begins(),
            _ => false,
        }
    }

    fn ends_with(&self, words: &[&str], at: usize) -> bool {
        let from = (at + 1).checked_sub(words.len());
        from.is_some_and(|from| {
            words.iter().rev().zip(&self.said[from..]).all(|(word, said)| *word == said.folded)
        })
    }

    fn is(&self, list: &List, at: usize) -> bool {
        list.has(&self.said[at].folded)
    }

    /// Whether nothing parts a word from the next.
    fn joined(&self, at: usize) -> bool {
        !self.between(at).contains(['.', ',', ';', ':', '!', '?', '\n', '(', ')'])
    }

    /// What stands between a word and the next.
    fn between(&self, at: usize) -> &str {
        let (end, start) = (self.said[at].range.end, self.said[at + 1].range.start);
        self.text.get(end..start).unwrap_or_default()
    }
}
