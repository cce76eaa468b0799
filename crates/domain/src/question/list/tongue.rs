//! The language a list is written in, as its function words tell.

use super::super::language::primary;
use crate::reading::words;

/// Words that nearly every sentence has some of. Portuguese and Dutch are there so as not to be
/// taken for their neighbours; a set is not said to be in them.
const FUNCTION: [(&str, &str); 7] = [
    (
        "fr",
        "je vous votre vos est pour avec quel quelle quels quelles nous notre au aux pas dans \
        et les des ce cette mon ma ou du de la le un une sur par etes avez souhaitez voulez \
        combien quand comment qui que quoi bonjour merci l d en il elle sont a",
    ),
    (
        "en",
        "the you your is are for with what which and my we i to of how this do does would like \
        when where who a an in at on or have did can could will please it be any there our hello",
    ),
    (
        "de",
        "ich sie ihr ihre ihren ihrem ihrer ist fur mit wie welche welcher welches welchen und \
        ein eine einen wir der die das den dem nicht bitte zu auf wo wann was wer oder haben \
        mochten sind es im in von unser hallo viele",
    ),
    (
        "es",
        "su sus usted es para cual cuales cuanto cuantos cuanta cuantas que y los las el la mi \
        tiene quiere donde cuando como o un una de en esta por con del le se hola desea",
    ),
    (
        "it",
        "suo sua suoi lei per quale quali qual quanto quanti quanta quante gli di che sono ha dove \
        della del nel nella mia mio vuole ho e il lo la i le un una quando come o in con al \
        desidera si da buongiorno",
    ),
    (
        "pt",
        "seu sua seus voce qual quais e para o os as um uma de do da em no na nao com que quando \
        quanto quantos onde como ou deseja tem por gostaria esta",
    ),
    (
        "nl",
        "uw u het een de is wat welke hoe wanneer waar wie en of met voor van op in bent heeft \
        wilt niet naar bij aan dit dat veel",
    ),
];

/// The first so many are those a set can be said to be in.
const KNOWN: usize = 5;

/// Words a language has to have to be told at all, and where the given one has some too.
const TELLS: usize = 2;
const TELLS_OTHERWISE: usize = 3;

/// The language of a list: the one given, unless its words are clearly of another. Only of the
/// five is it known what their words are.
pub(super) fn language(given: Option<&str>, texts: &[&str]) -> Option<String> {
    let said = texts.iter().flat_map(|text| words(text)).map(|word| word.folded);
    let said: Vec<String> = said.collect();
    let told = told(&said);
    let Some(given) = given else { return told.map(str::to_owned) };
    let of_given = words_of(&primary(given));
    let is_other = |code: &&str| of_given.is_some_and(|given| is_clearly(&said, code, given));
    Some(told.filter(is_other).unwrap_or(given).to_owned())
}

/// The language that has the most of the words, if it is one of the five.
fn told(said: &[String]) -> Option<&'static str> {
    let mut counts = FUNCTION.map(|(code, list)| (count(said, list, ""), code));
    counts.sort_unstable_by(|one, other| other.cmp(one));
    let [(most, best), (second, _), ..] = counts;
    (most >= TELLS && most > second).then_some(best).filter(|best| words_of(best).is_some())
}

/// Whether the words are of a language and not of the given one. What the two share tells nothing.
fn is_clearly(said: &[String], code: &str, given: &str) -> bool {
    let list = words_of(code).unwrap_or_default();
    let (of_it, of_given) = (count(said, list, given), count(said, given, list));
    match of_given {
        0 => of_it >= TELLS,
        _ => of_it >= TELLS_OTHERWISE && of_it >= 2 * of_given,
    }
}

fn words_of(code: &str) -> Option<&'static str> {
    let known = FUNCTION.iter().take(KNOWN).find(|(known, _)| *known == code);
    known.map(|(_, list)| *list)
}

/// How many of the words are in one list and not in the other.
fn count(said: &[String], list: &str, other: &str) -> usize {
    let has = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    said.iter().filter(|word| has(list, word) && !has(other, word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_tell_the_language() {
        for (given, text, expected) in [
            (None, "Quel est votre budget ?", Some("fr")),
            (None, "What is your budget?", Some("en")),
            (None, "Wie hoch ist Ihr Budget?", Some("de")),
            (None, "¿Cuál es su presupuesto?", Some("es")),
            (None, "Qual è il suo budget?", Some("it")),
            (None, "Qual é o seu orçamento?", None),
            (None, "Wat is uw budget?", None),
            (None, "Budget ?", None),
            (None, "ご予算は？", None),
            (None, "", None),
            (Some("fr"), "What is your budget?", Some("en")),
            (Some("fr-CH"), "Wie hoch ist Ihr Budget?", Some("de")),
            (Some("en"), "Quel est votre budget ?", Some("fr")),
            (Some("it"), "¿Cuál es su presupuesto?", Some("es")),
            (Some("es"), "Qual è il suo budget?", Some("it")),
            // Not clearly otherwise.
            (Some("fr"), "Budget?", Some("fr")),
            (Some("fr"), "Your budget?", Some("fr")),
            (Some("fr"), "Votre budget ? What is your email?", Some("en")),
            (Some("fr"), "Quel est votre projet ? What is your email?", Some("fr")),
            (Some("fr-CA"), "Quel est votre budget ?", Some("fr-CA")),
            // Of others nothing is known.
            (Some("pt"), "Qual é o seu orçamento? Quando quer começar?", Some("pt")),
            (Some("ca"), "Quin és el seu pressupost?", Some("ca")),
            (Some("nl"), "What is your budget?", Some("nl")),
        ] {
            assert_eq!(language(given, &[text]).as_deref(), expected, "{given:?} {text:?}");
        }
    }

    /// The samples' questions are those people ask: each language's are told, whatever was given,
    /// and so are most of them alone.
    #[test]
    fn the_samples_are_told() {
        let sets = [
            ("fr", include_str!("../../../samples/fr/questions.json")),
            ("en", include_str!("../../../samples/en/questions.json")),
            ("de", include_str!("../../../samples/de/questions.json")),
            ("es", include_str!("../../../samples/es/questions.json")),
            ("it", include_str!("../../../samples/it/questions.json")),
        ];
        for (code, json) in sets {
            let set = crate::question::QuestionSet::from_json(json).unwrap();
            let texts: Vec<&str> = set.questions.iter().map(|q| q.text.as_str()).collect();
            for (given, _) in sets {
                assert_eq!(language(Some(given), &texts).as_deref(), Some(code), "given {given}");
            }
            let alone: Vec<_> = texts.iter().map(|text| language(None, &[text])).collect();
            let wrong = |told: &&Option<String>| told.as_deref().is_some_and(|told| told != code);
            assert_eq!(alone.iter().filter(wrong).count(), 0, "{code}: {alone:?}");
            let told = alone.iter().flatten().count();
            assert!(told * 2 > texts.len(), "{code}: {told} of {}", texts.len());
        }
    }
}
