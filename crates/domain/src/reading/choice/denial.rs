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

/// Whether the words at `named` are clearly denied. `free` says which words belong to no label:
/// a denial that is itself part of an option denies nothing.
pub(super) fn denied(
    text: &str,
    said: &[Word],
    named: Range<usize>,
    free: impl Fn(usize) -> bool,
) -> bool {
    let is = |list: &str, at: usize| list.contains(&format!(" {} ", said[at].folded));
    let joined = |at: usize| {
        let between = text.get(said[at].range.end..said[at + 1].range.start).unwrap_or_default();
        !between.contains(['.', ',', ';', ':', '!', '?', '\n', '(', ')'])
    };
    let mut at = named.start;
    while at > 0 && named.start - at < REACH && joined(at - 1) && free(at - 1) {
        at -= 1;
        let is_offer = at > 0 && is(WHY, at - 1) && joined(at - 1);
        if is(DENIALS, at) {
            return !is_offer;
        }
        let here = |words: &&&[&str]| {
            let from = (at + 1).checked_sub(words.len());
            from.is_some_and(|from| {
                words.iter().rev().zip(&said[from..]).all(|(word, said)| *word == said.folded)
            })
        };
        if PREFERENCES.iter().any(|words| here(&words)) {
            return true;
        }
        if !is(BETWEEN, at) {
            break;
        }
    }
    let last = named.end - 1;
    let ends = |at: usize| at + 1 == said.len() || !joined(at);
    !ends(last) && free(last + 1) && is(AFTER, last + 1) && ends(last + 1)
}
