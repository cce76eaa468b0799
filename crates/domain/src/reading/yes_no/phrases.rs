//! How yes and no are said in French, English, German, Spanish and Italian. All folded: small
//! letters, no accents, a space for an apostrophe or a hyphen.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A phrase, and what it says.
pub(super) struct Phrase {
    pub(super) words: Vec<&'static str>,
    /// `None` for what is neither, so that it is not taken apart into something that is.
    pub(super) says: Option<bool>,
    pub(super) strength: Strength,
}

/// Where in a clause a phrase counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// Means nothing else: at either end of a clause, but not in a set of the language (if any)
    /// in which the word is an ordinary one.
    Outright(&'static str),
    /// At the beginning of a clause only: German `ja` further on is a particle.
    Opening,
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

static PHRASES: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let groups = [
        (OUTRIGHT_YES, YES, Strength::Outright("")),
        (OUTRIGHT_NO, NO, Strength::Outright("")),
        // Italian `non` is not.
        ("non", NO, Strength::Outright("it")),
        (OPENING_YES, YES, Strength::Opening),
        (WHOLE_YES, YES, Strength::Whole),
        (WHOLE_NO, NO, Strength::Whole),
        (NEITHER, None, Strength::Whole),
        (FILLERS, None, Strength::Filler),
    ];
    let mut phrases: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    for (list, says, strength) in groups {
        for phrase in list.split(", ") {
            let words: Vec<&'static str> = phrase.split(' ').collect();
            phrases.entry(words[0]).or_default().push(Phrase { words, says, strength });
        }
    }
    phrases.values_mut().for_each(|list| list.sort_by_key(|p| std::cmp::Reverse(p.words.len())));
    phrases
});

const OUTRIGHT_YES: &str = "oui, ouais, ouai, ouaip, ouep, yes, yep, yeah, yup";

const OUTRIGHT_NO: &str = "nan, nope, nein, nee, noo, nah";

const OPENING_YES: &str = "ja, jawohl, jep";

/// `si` is an if in French and Spanish, a pronoun in Italian; it is yes on its own.
const WHOLE_YES: &str = "si, y, ok, okay, oki, d accord, bien sur, bien entendu, bien sur que oui, evidemment, \
    absolument, tout a fait, carrement, exactement, exact, c est ca, c est bon, c est exact, c est cela, \
    avec plaisir, volontiers, certainement, effectivement, affirmatif, pas de probleme, pas de \
    problemes, pas de souci, pas de soucis, sans probleme, sans souci, aucun probleme, aucun \
    souci, y a pas de souci, pourquoi pas oui, ca me va, ca marche, ca roule, ok pour moi, je \
    veux bien, je confirme, vas y, allez y, entendu, sure, of course, absolutely, definitely, \
    certainly, indeed, exactly, right, that s right, correct, i do, i am, i would, we do, we \
    are, no problem, no problems, not a problem, no worries, no trouble, go ahead, sounds good, \
    that works, works for me, fine, that s fine, affirmative, sure thing, why not yes, by all \
    means, gladly, with pleasure, you bet, klar, na klar, aber klar, klar doch, naturlich, \
    naturlich ja, gerne, gern, sehr gerne, sehr gern, sicher, aber sicher, selbstverstandlich, \
    genau, stimmt, richtig, jo, doch, auf jeden fall, unbedingt, kein problem, keine frage, \
    passt, in ordnung, einverstanden, alles klar, creo que si, i think so, ich denke schon, ich \
    glaube schon, eher ja, penso di si, credo di si, claro, claro que si, por supuesto, por \
    supuesto que si, desde luego, vale, de acuerdo, exacto, efectivamente, correcto, como no, \
    sin problema, ningun problema, no hay problema, con mucho gusto, eso es, asi es, certo, \
    certo che si, certamente, esatto, va bene, d accordo, volentieri, assolutamente, \
    assolutamente si, ovviamente, naturalmente, senz altro, nessun problema, senza problemi, non \
    c e problema, giusto, come no";

const WHOLE_NO: &str = "no, n, i don t think so, i think not, je pense pas, je ne pense pas, je crois pas, je ne \
    crois pas, creo que no, penso di no, credo di no, ich glaube nicht, ich denke nicht, eher \
    nicht, lieber nicht, pas du tout, absolument pas, certainement pas, surement pas, bien sur \
    que non, evidemment non, evidemment pas, pas vraiment, pas encore, jamais, jamais de la vie, \
    aucunement, pas d accord, pas interesse, pas interessee, pas question, hors de question, \
    negatif, en aucun cas, no way, not at all, not really, not yet, never, absolutely not, of \
    course not, definitely not, certainly not, not interested, i do not, i don t, i am not, i m \
    not, we do not, we don t, negative, no i don t, no i do not, no not yet, no not really, no \
    thank you, no thanks, gar nicht, uberhaupt nicht, auf keinen fall, keinesfalls, nicht \
    wirklich, noch nicht, niemals, nie, naturlich nicht, sicher nicht, nicht interessiert, kein \
    interesse, leider nein, leider nicht, ne danke, claro que no, por supuesto que no, en \
    absoluto, para nada, de ninguna manera, todavia no, aun no, nunca, jamas, de momento no, no \
    gracias, certo che no, assolutamente no, per niente, per nulla, affatto, mai, non ancora, \
    neanche per sogno, no grazie, nient affatto";

const NEITHER: &str = "je ne sais pas, je sais pas, sais pas, peut etre, pourquoi pas, ca depend, pas \
    sur, pas sure, i don t know, not sure, maybe, why not, perhaps, it depends, ich weiss nicht, \
    weiss nicht, vielleicht, kommt drauf an, no se, no lo se, quizas, quiza, tal \
    vez, depende, non so, non lo so, forse, dipende, no idea";

const FILLERS: &str = "merci, merci beaucoup, beaucoup, svp, stp, s il vous plait, s il te plait, monsieur, madame, \
    mme, bonjour, bonsoir, euh, heu, ah, oh, eh, bah, ben, bein, hum, hmm, mais, alors, please, \
    thanks, thank you, sir, madam, hi, hello, well, danke, danke schon, vielen dank, bitte, ach, \
    na, gracias, muchas gracias, por favor, hola, pues, bueno, grazie, grazie mille, prego, per \
    favore, beh, et, and, und";

/// Denials, which turn what follows them.
pub(super) const NEGATIONS: [&str; 20] = [
    "pas", "ne", "n", "jamais", "ni", "not", "t", "cannot", "never", "nicht", "kein", "keine",
    "nie", "no", "nunca", "non", "mai", "sans", "without", "ohne",
];
