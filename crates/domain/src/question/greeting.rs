//! What a message opens with before it asks.

use crate::reading::words;

/// Greetings and thanks in the five languages, folded.
const GREETINGS: &[&str] = &[
    "bonjour",
    "bonsoir",
    "salut",
    "bienvenue",
    "merci",
    "hello",
    "hi",
    "hey",
    "good morning",
    "good afternoon",
    "good evening",
    "welcome",
    "thanks",
    "thank you",
    "guten tag",
    "guten morgen",
    "guten abend",
    "hallo",
    "willkommen",
    "danke",
    "vielen dank",
    "hola",
    "buenos dias",
    "buenas tardes",
    "buenas noches",
    "bienvenido",
    "bienvenida",
    "gracias",
    "buongiorno",
    "buonasera",
    "ciao",
    "salve",
    "benvenuto",
    "benvenuta",
    "grazie",
];

/// What ends a greeting.
const ENDS: [char; 6] = [',', '!', '.', ':', ';', '…'];

/// The most words a greeting has with the name of who is greeted: `Bonjour et bienvenue chez nous`.
const WORDS: usize = 5;

/// A text without the greetings it opens with; the text itself where it is nothing else.
pub(super) fn without_greeting(text: &str) -> &str {
    let mut rest = text;
    while let Some(after) = after_greeting(rest) {
        rest = after;
    }
    rest
}

/// What stands after a greeting and the sign that ends it, or right after its words.
fn after_greeting(text: &str) -> Option<&str> {
    let said = words(text);
    let count = GREETINGS.iter().find_map(|greeting| {
        let greeting: Vec<&str> = greeting.split(' ').collect();
        let said = said.iter().map(|word| word.folded.as_str());
        said.take(greeting.len()).eq(greeting.iter().copied()).then_some(greeting.len())
    })?;
    let after = text.get(said.get(count - 1)?.range.end..)?;
    // `Hi-fi` greets nobody, and `merci de préciser` asks.
    if after.starts_with(['-', '\'', '’']) {
        return None;
    }
    let ended = text.split_once(ENDS).map(|(greeting, rest)| (words(greeting).len(), rest));
    let rest = match ended {
        Some((length, rest)) if (count..=WORDS).contains(&length) => rest,
        _ => after,
    };
    rest.contains(char::is_alphanumeric).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_is_skipped() {
        for (text, expected) in [
            ("Bonjour, quel modèle vous intéresse ?", "quel modèle vous intéresse ?"),
            ("BONJOUR ! Votre budget ?", "Votre budget ?"),
            ("Bonjour quel modèle ?", "quel modèle ?"),
            ("Bonjour et bienvenue chez Renault, quel modèle ?", "quel modèle ?"),
            ("Bonjour 👋 Merci. Quel modèle ?", "Quel modèle ?"),
            ("Hi there! Which car?", "Which car?"),
            ("Good morning: which car?", "which car?"),
            ("Guten Tag, welches Auto?", "welches Auto?"),
            ("¡Hola! ¿Qué coche?", "¿Qué coche?"),
            ("Buongiorno, quale auto?", "quale auto?"),
            ("Hello Bank vous intéresse-t-elle ?", "Bank vous intéresse-t-elle ?"),
            ("Hi-fi ou TV ?", "Hi-fi ou TV ?"),
            ("Quel bonjour, dites ?", "Quel bonjour, dites ?"),
            ("Bonjour !", "Bonjour !"),
            ("Bonjour", "Bonjour"),
            ("", ""),
        ] {
            assert_eq!(without_greeting(text), expected, "{text:?}");
        }
    }
}
