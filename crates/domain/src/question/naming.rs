//! Names for what has none yet: short, plain ASCII, and not taken.

use super::greeting::without_greeting;
use super::{AnswerType, Question};
use crate::reading::words;

/// The most words of a question that its field is named after.
const WORDS: usize = 3;

/// The longest word a name takes over.
const LONGEST: usize = 24;

/// Words that say little of what is asked, in the five languages.
const SMALL: &[&str] = &[
    "a", "ai", "al", "all", "alla", "am", "an", "and", "any", "are", "at", "au", "auf", "aux",
    "avec", "avete", "avez", "be", "bei", "bitte", "c", "can", "ce", "cette", "ces", "che", "ci",
    "combien", "come", "comment", "con", "could", "cual", "cuales", "cuando", "cuanto", "cuantos",
    "cuantas", "d", "da", "dans", "das", "de", "degli", "dei", "del", "della", "dem", "den", "der",
    "des", "di", "did", "die", "dies", "diese", "do", "does", "du", "e", "ein", "eine", "einen",
    "einer", "el", "en", "es", "esta", "est", "et", "etes", "few", "for", "from", "fuer", "fur",
    "gli", "ha", "haben", "have", "how", "i", "ich", "ihr", "ihre", "ihren", "ihrer", "il", "im",
    "in", "is", "ist", "it", "j", "je", "l", "la", "las", "le", "lei", "les", "leur", "lo", "los",
    "m", "many", "mas", "may", "me", "mehr", "mi", "mit", "moi", "mon", "much", "my", "n", "nel",
    "no", "nos", "notre", "nous", "o", "od", "oder", "of", "on", "or", "ou", "our", "par", "para",
    "per", "please", "por", "pour", "pouvez", "pourquoi", "qu", "qual", "quale", "quali", "quand",
    "quando", "quanti", "quante", "quanto", "que", "quel", "quelle", "quelles", "quels", "qui",
    "quoi", "s", "sa", "se", "si", "sich", "sie", "sind", "so", "son", "sont", "su", "sua", "sul",
    "sulla", "suo", "sur", "sus", "t", "te", "that", "the", "their", "this", "tiene", "to", "tu",
    "u", "um", "un", "una", "und", "une", "uno", "usted", "vi", "viele", "von", "vos", "votre",
    "vous", "vostra", "vostro", "wann", "was", "welche", "welchem", "welchen", "welcher",
    "welches", "were", "what", "when", "where", "which", "who", "wie", "wieviele", "will", "wir",
    "with", "wo", "would", "y", "you", "your", "zu", "zum", "zur",
];

/// What is said of anything that is asked for: a field is named after it only where nothing else
/// tells.
const INTEREST: &[&str] = &[
    "interesse",
    "interessent",
    "interested",
    "interessiert",
    "interessieren",
    "interesa",
    "interesan",
    "interessa",
    "interessano",
];

/// A name no one has: the wanted one, else with `_2`, `_3`, ….
pub(super) fn unique(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut name = wanted.to_owned();
    let mut count = 1_u32;
    while taken(&name) {
        count += 1;
        name = format!("{wanted}_{count}");
    }
    name
}

/// What a question's answer may be called: after its type where that says it all, else after
/// the words of its text.
pub(super) fn field_of(question: &Question) -> String {
    let known = match question.answer {
        AnswerType::Email => "email",
        AnswerType::Phone => "phone",
        AnswerType::Amount => "budget",
        AnswerType::Date => "date",
        AnswerType::Postcode => "postcode",
        AnswerType::Url => "website",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let texts = std::iter::once(&question.text).chain(question.texts.values());
    let named = texts.map(|text| subject(without_greeting(text))).find(|slug| !slug.is_empty());
    named.unwrap_or_else(|| match question.number {
        0 => "question".to_owned(),
        number => format!("question_{number}"),
    })
}

/// What a question is about.
fn subject(text: &str) -> String {
    let kept = words(text).into_iter().filter(|word| !INTEREST.contains(&word.folded.as_str()));
    let kept: Vec<String> = kept.map(|word| word.folded).collect();
    let telling = |word: &String| !SMALL.contains(&word.as_str()) && is_plain(word);
    match kept.iter().any(telling) {
        true => slug(&kept.join(" "), WORDS),
        false => slug(text, WORDS),
    }
}

fn is_plain(word: &str) -> bool {
    word.len() <= LONGEST && word.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// The first words of a text that say something, as `snake_case`; empty where it has none that
/// ASCII can spell.
pub(super) fn slug(text: &str, most: usize) -> String {
    let all: Vec<String> =
        words(text).into_iter().map(|word| word.folded).filter(|word| is_plain(word)).collect();
    let telling = |word: &&String| !SMALL.contains(&word.as_str());
    let mut chosen: Vec<&String> = all.iter().filter(telling).take(most).collect();
    if chosen.is_empty() {
        chosen = all.iter().take(most).collect();
    }
    chosen.into_iter().map(String::as_str).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_the_words_that_tell() {
        for (text, expected) in [
            ("Quel est votre projet ?", "projet"),
            ("Quelle est la surface de votre toiture (m²) ?", "surface_toiture_m2"),
            ("How many people live in your home?", "people_live_home"),
            ("Wie groß ist Ihr Dach?", "gross_dach"),
            ("¿Dónde está su cocina?", "donde_cocina"),
            ("Où ?", "ou"),
            ("ご予算は？", ""),
            ("", ""),
        ] {
            assert_eq!(slug(text, 3), expected, "{text:?}");
        }
    }

    #[test]
    fn a_taken_name_is_counted_on() {
        let taken = ["a", "a_2"];
        assert_eq!(unique("a", |name| taken.contains(&name)), "a_3");
        assert_eq!(unique("b", |name| taken.contains(&name)), "b");
    }
}
