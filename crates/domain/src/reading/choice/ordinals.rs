//! Places in a list, in words: `la deuxième`, `the second one`, `option 2`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::list::List;
use super::super::words::Word;

/// How the first places are said in the five languages, folded, the first place first.
const SAID: [&str; 6] = [
    "premier premiere first erste erster erstes ersten primero primera primer primo prima",
    "deuxieme second seconde zweite zweiter zweites zweiten segundo segunda secondo seconda",
    "troisieme third dritte dritter drittes dritten tercero tercera tercer terzo terza",
    "quatrieme fourth vierte vierter viertes vierten cuarto cuarta quarto quarta",
    "cinquieme fifth funfte funfter funftes funften fuenfte quinto quinta",
    "sixieme sixth sechste sechster sechstes sechsten sexto sexta sesto sesta",
];

/// Their places, from 1. Every word of a reply may be looked up.
static PLACES: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    let numbered = (1..).zip(SAID);
    numbered.flat_map(|(place, words)| words.split(' ').map(move |word| (word, place))).collect()
});

/// How the last place is said.
static LAST: List =
    List::new("dernier derniere last letzte letzter letztes letzten ultimo ultima ultimas");

/// What people say around the place they choose.
static AROUND: List = List::new(
    "le la les l the der die das den dem el los il lo one option options choix formule choice \
    opcion opzione variante moglichkeit numero number num n nr nummer proposition please pls plz \
    svp stp bitte porfa gracias grazie thanks thx merci danke je prends prendrai choisis ich nehme \
    i ll take prendo scelgo elijo",
);

/// What follows the digits of a place (`2ème`, `1st`, `3º`).
static ENDINGS: List = List::new("er ere re e eme ieme st nd rd th o a");

/// Whether a word only goes around the place.
pub(super) fn is_around(word: &Word) -> bool {
    AROUND.has(&word.folded)
}

/// The place a word says, from 1, in a list of so many.
pub(super) fn place(word: &Word, options: usize) -> Option<usize> {
    let word = word.folded.as_str();
    if LAST.has(word) {
        return Some(options);
    }
    PLACES.get(word).copied().or_else(|| {
        let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = &word[..word.len() - ending.len()];
        let fits = digits.len() <= 2 && (ending.is_empty() || ENDINGS.has(ending));
        fits.then(|| digits.parse().ok()).flatten()
    })
}
