//! How yes and no are said in French, English, German, Spanish and Italian, looked up by the word
//! that a phrase begins with. All folded: small letters, no accents, a space for an apostrophe or a
//! hyphen.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::found::Sureness;
use super::{answers, around, no, yes};

/// A phrase, and what it says.
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    /// `None` for what is neither, so that it is not taken apart into something that is.
    pub(super) says: Option<bool>,
    pub(super) strength: Strength,
    pub(super) sureness: Sureness,
}

/// Where in a clause a phrase counts. A language is one in which the word is an ordinary one: in
/// its sets the phrase counts only as the whole clause.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// Means nothing else: at either end of a clause.
    Outright(&'static str),
    /// At the beginning of a clause only: German `ja` further on is a particle.
    Opening(&'static str),
    /// At the beginning of a clause that denies nothing: `bien sûr que je ne veux pas` is no yes.
    Starter,
    /// As the whole clause, with its like.
    Whole,
    /// Changes nothing, wherever it stands.
    Filler,
}

const YES: Option<bool> = Some(true);
const NO: Option<bool> = Some(false);

/// The phrases that begin with a word, the longest first.
pub(super) fn beginning_with(word: &str) -> &'static [Phrase] {
    PHRASES.get(word).map_or(&[], Vec::as_slice)
}

static PHRASES: LazyLock<HashMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let (built_yes, built_no) = answers::all();
    let (built_yes, built_no) = (built_yes.join(", "), built_no.join(", "));
    let welcomes = answers::welcomes().join(", ");
    let groups = [
        (yes::OUTRIGHT, YES, Strength::Outright("")),
        (no::OUTRIGHT, NO, Strength::Outright("")),
        // Italian `non` is not.
        ("non", NO, Strength::Outright("it")),
        (yes::OPENING, YES, Strength::Opening("")),
        // Spanish `ya` is already.
        ("ya, yah", YES, Strength::Opening("es")),
        (yes::STARTER, YES, Strength::Starter),
        (no::STARTER, NO, Strength::Starter),
        (yes::WHOLE, YES, Strength::Whole),
        (yes::AGREEING, YES, Strength::Whole),
        (&built_yes, YES, Strength::Whole),
        (&welcomes, YES, Strength::Whole),
        (yes::SOFT, YES, Strength::Whole),
        (no::WHOLE, NO, Strength::Whole),
        (&built_no, NO, Strength::Whole),
        (around::NEITHER, None, Strength::Whole),
        (around::FILLERS, None, Strength::Filler),
    ];
    let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
    for (list, says, strength) in groups {
        let sureness = match list {
            yes::SOFT => Sureness::Likely,
            yes::AGREEING => Sureness::Weak,
            _ => Sureness::Plain,
        };
        for phrase in list.split(", ").flat_map(spellings) {
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            let phrase = Phrase { words, says, strength, sureness };
            phrases.entry(phrase.words[0].clone()).or_default().push(phrase);
        }
    }
    phrases.values_mut().for_each(|list| list.sort_by_key(|p| std::cmp::Reverse(p.words.len())));
    phrases
});

/// A phrase as it is written with its apostrophes and without them (`dont`, `cest bon`).
fn spellings(phrase: &str) -> Vec<String> {
    let mut hasty = String::with_capacity(phrase.len());
    let mut joins_next = true;
    for word in phrase.split(' ') {
        if !joins_next && !["t", "s", "m"].contains(&word) {
            hasty.push(' ');
        }
        hasty.push_str(word);
        joins_next = ["c", "d", "j", "l"].contains(&word);
    }
    let short = abbreviated(phrase);
    let mut all = vec![phrase.to_owned()];
    all.extend([hasty, short].into_iter().filter(|spelling| spelling != phrase));
    all
}

/// A phrase with the words shortened that people shorten in chats: `claro q si`, `tt a fait`.
fn abbreviated(phrase: &str) -> String {
    let short = |word| match word {
        "que" => "q",
        "tout" => "tt",
        "beaucoup" => "bcp",
        "probleme" | "problema" | "problem" => "pb",
        other => other,
    };
    phrase.split(' ').map(short).collect::<Vec<&str>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::spellings;

    #[test]
    fn haste_leaves_apostrophes_out() {
        assert_eq!(spellings("i don t think so"), ["i don t think so", "i dont think so"]);
        assert_eq!(spellings("c est bon"), ["c est bon", "cest bon"]);
        assert_eq!(spellings("pas du tout"), ["pas du tout", "pas du tt"]);
        assert_eq!(spellings("claro que si"), ["claro que si", "claro q si"]);
        assert_eq!(spellings("never"), ["never"]);
    }
}
