//! Names that people give when they say who they are.

use super::lists::{FIRST_NAMES, PARTICLES, has};
use super::word::{Word, words};

/// Phrases that a name follows, whatever its case.
const STRONG: &[&str] = &[
    "je m appelle",
    "mon nom est",
    "moi c est",
    "my name is",
    "my name s",
    "i am called",
    "ich heisse",
    "mein name ist",
    "me llamo",
    "mi nombre es",
    "mi chiamo",
    "il mio nome e",
];

/// Phrases that a name may follow; then it has its capitals.
const WEAK: &[&str] = &[
    "je suis",
    "c est",
    "ici",
    "i m",
    "i am",
    "this is",
    "ich bin",
    "hier ist",
    "hier spricht",
    "soy",
    "aqui",
    "habla",
    "sono",
    "parla",
    "qui",
];

/// Phrases that somebody's name follows, with its capital.
const NAMED: &[&str] = &[
    "au nom de",
    "demandez",
    "under the name",
    "in the name of",
    "ask for",
    "auf den namen",
    "a nombre de",
    "pregunte por",
    "preguntar por",
    "a nome di",
    "a nome",
    "chiedere di",
    "chieda di",
    "chiedete di",
];

/// Words that a colon and a name follow.
const LABELS: &str = "nom prenom name vorname nachname nombre apellido apellidos nome cognome \
    signe signed firma unterschrift firmato";

/// Words before a name.
const TITLES: &str = "m mr mme mlle madame monsieur herr herrn frau senor senora sr sra don dona \
    signor signora sig dott mrs ms miss dr prof maitre";

/// Questions for a name.
const REQUESTS: &[&str] = &[
    "votre nom",
    "vos nom",
    "votre prenom",
    "comment vous appelez",
    "your name",
    "your full name",
    "your first name",
    "your last name",
    "ihr name",
    "ihren namen",
    "ihr vollstandiger name",
    "wie heissen sie",
    "su nombre",
    "tu nombre",
    "como se llama",
    "suo nome",
    "tuo nome",
    "nome e cognome",
    "come si chiama",
];

/// Words that are no name after such a phrase.
const NO_NAMES: &str = "et and und y e mais but aber pero ma je j ich i yo io suis am bin soy sono \
    pas not nicht no non tres very sehr muy molto un une a an ein eine una the le la il der die das \
    merci thanks danke gracias grazie bonjour hello hallo hola buongiorno ciao from hier here votre \
    your ihr su sua toujours bien super parfait ok";

/// The names a text introduces somebody by, folded. `by_operator` where the company speaks: its
/// people give their first names alone.
pub(super) fn names(text: &str, by_operator: bool) -> Vec<String> {
    let all = words(text);
    let mut names = Vec::new();
    for at in 0..all.len() {
        let begins = |phrase: &&&str| {
            phrase.split(' ').count() <= all.len() - at
                && phrase.split(' ').zip(&all[at..]).all(|(part, word)| part == word.folded)
        };
        let count = |phrase: &&str| phrase.split(' ').count();
        let first = all[at].folded.as_str();
        if let Some(phrase) = STRONG.iter().find(begins) {
            names.extend(follow(text, &all, at + count(phrase), 2, 1));
        } else if let Some(phrase) = WEAK.iter().find(begins) {
            let least = if by_operator { 1 } else { 2 };
            names.extend(follow(text, &all, at + count(phrase), 0, least));
        } else if let Some(phrase) = NAMED.iter().find(begins) {
            names.extend(follow(text, &all, at + count(phrase), 0, 1));
        } else if has(LABELS, first) && follows(text, &all[at], ":") {
            names.extend(follow(text, &all, at + 1, 2, 1));
        } else if has(TITLES, first)
            && (first != "m"
                || follows(text, &all[at], ". ")
                || text[all[at].range.clone()].starts_with('M'))
        {
            // `sig.ra Pina`
            let rest = usize::from(all.get(at + 1).is_some_and(|word| word.folded == "ra"));
            names.extend(follow(text, &all, at + 1 + rest, 0, 1));
        }
        if has(FIRST_NAMES, first) && (capital(text, &all[at]) || signs(text, &all, at)) {
            names.push(first.to_owned());
            names.extend(surname(text, &all, at + 1));
        }
    }
    names
}

/// Whether a text of the company asks for a name.
pub(super) fn asks(text: &str) -> bool {
    let folded = format!(" {} ", super::word::folded(text));
    REQUESTS.iter().any(|request| folded.contains(&format!(" {request} ")))
}

/// The names that a short reply to such a question is.
pub(super) fn whole(text: &str) -> Vec<String> {
    let all = words(text);
    let is_name = |word: &Word| word.folded.chars().all(char::is_alphabetic);
    if all.len() > 4 || !all.iter().all(is_name) {
        return Vec::new();
    }
    let names = all.into_iter().map(|word| word.folded);
    names.filter(|word| !has(PARTICLES, word) && !has(NO_NAMES, word)).collect()
}

fn capital(text: &str, word: &Word) -> bool {
    text[word.range.clone()].starts_with(char::is_uppercase)
}

fn follows(text: &str, word: &Word, sign: &str) -> bool {
    text[word.range.end..]
        .trim_start_matches([' ', '\u{a0}', '\u{202f}'])
        .starts_with(sign.trim_end())
}

/// The names from word `at` on: up to `plain` of them in small letters, and at least `least`.
fn follow(text: &str, all: &[Word], at: usize, plain: usize, least: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut lower = 0;
    for next in at..all.len().min(at + 4) {
        let word = &all[next];
        let gap = &text[all[next - 1].range.end..word.range.start];
        let parted = next > at && gap.contains(|c: char| ",.;!?:()\n".contains(c));
        let stop = has(NO_NAMES, &word.folded) || has(TITLES, &word.folded) && next > at;
        let letters = word.folded.chars().all(char::is_alphabetic);
        if parted || stop || !letters || gap.contains('\n') {
            break;
        }
        if has(PARTICLES, &word.folded) {
            continue;
        }
        if !capital(text, word) {
            lower += 1;
            if lower > plain || names.len() >= 2 {
                break;
            }
        }
        names.push(word.folded.clone());
    }
    if names.len() < least { Vec::new() } else { names }
}

/// Whether a first name in small letters and another word open a text, and a figure or a comma
/// follows: `marc dupont 0612345678`.
fn signs(text: &str, all: &[Word], at: usize) -> bool {
    let Some(word) = all.get(1).filter(|_| at == 0) else { return false };
    let after = text[word.range.end..].trim_start();
    after.is_empty() || after.starts_with(|c: char| c.is_ascii_digit() || c == ',' || c == '+')
}

/// The word right after a first name, in capitals if that is.
fn surname(text: &str, all: &[Word], at: usize) -> Option<String> {
    let word = all.get(at)?;
    let gap = &text[all[at - 1].range.end..word.range.start];
    let fits = gap == " " || gap == "-";
    let named = capital(text, word) == capital(text, &all[at - 1])
        && !has(NO_NAMES, &word.folded)
        && !has(PARTICLES, &word.folded);
    let letters = word.folded.chars().count() > 1 && word.folded.chars().all(char::is_alphabetic);
    let after = text[word.range.end..].trim_start();
    // `SAN FRANCISCO CA 94103`
    let state = word.range.len() == 2 && after.starts_with(|c: char| c.is_ascii_digit());
    (fits && named && letters && !state).then(|| word.folded.clone())
}
