//! Noes that say again what was asked for: `pas d'ascenseur`, `no alarm`, `keine Einträge`.

use std::collections::BTreeMap;

use super::super::list::List;
use super::super::words::{Word, words};

/// The things a question asks about, by the words of its texts.
#[derive(Default)]
pub(crate) struct Topic(Vec<String>);

/// Words that leave nothing of the thing they stand before. English `no` is an answer on its own
/// elsewhere.
static NONE_OF: List = List::new(
    "kein keine keinen keinerlei aucun aucune ningun ninguna nessun nessuno nessuna niente zero",
);

/// Words of questions that name nothing.
static EMPTY: List = List::new(
    "avez vous etes votre vos dans pour avec plus does have your there with that this haben sind \
    gibt ihre ihnen eine einen tiene tienen hay esta este para alguna algun avete sono vostra \
    questa della delle already deja schon bereits",
);

/// Shortest word that tells what is asked about.
const SHORTEST: usize = 4;

/// Letters two forms of a word may differ in at their ends.
const ENDING: usize = 2;

impl Topic {
    /// From a question's texts in all its languages.
    pub(crate) fn new(text: &str, texts: &BTreeMap<String, String>) -> Self {
        let all = std::iter::once(text).chain(texts.values().map(String::as_str));
        let names = |word: &String| word.len() >= SHORTEST && !EMPTY.has(word);
        Self(all.flat_map(words).map(|word| word.folded).filter(names).collect())
    }

    /// The words of a clause by which it says that there is none of what was asked about, if it
    /// ends with them. `rest` are its words without the politeness around them.
    pub(super) fn denied(&self, rest: &[Word], language: &str) -> Option<(usize, usize)> {
        let [.., before, thing] = rest else { return None };
        let last = rest.len() - 1;
        let is_of = ["de", "d"].contains(&before.folded.as_str());
        let earlier = last.checked_sub(2).map(|at| rest[at].folded.as_str());
        let first = if is_of && earlier == Some("pas") {
            last.checked_sub(2)?
        } else if NONE_OF.has(&before.folded) || before.folded == "no" && language == "en" {
            last.checked_sub(1)?
        } else {
            return None;
        };
        self.names(&thing.folded).then_some((first, last))
    }

    fn names(&self, word: &str) -> bool {
        self.0.iter().any(|asked| {
            let common = asked.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
            common >= SHORTEST && common + ENDING >= asked.len().max(word.len())
        })
    }
}
