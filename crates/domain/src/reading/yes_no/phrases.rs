//! How yes and no are said in French, English, German, Spanish and Italian. All folded: small
//! letters, no accents, a space for an apostrophe or a hyphen.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::found::Sureness;
use super::super::list::List;
use super::answers;

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
    let (yes, no) = answers::all();
    let (yes, no) = (yes.join(", "), no.join(", "));
    let groups = [
        (OUTRIGHT_YES, YES, Strength::Outright("")),
        (OUTRIGHT_NO, NO, Strength::Outright("")),
        // Italian `non` is not.
        ("non", NO, Strength::Outright("it")),
        (OPENING_YES, YES, Strength::Opening("")),
        // Spanish `ya` is already.
        ("ya, yah", YES, Strength::Opening("es")),
        (STARTER_YES, YES, Strength::Starter),
        (STARTER_NO, NO, Strength::Starter),
        (WHOLE_YES, YES, Strength::Whole),
        (AGREEING, YES, Strength::Whole),
        (&yes, YES, Strength::Whole),
        (SOFT_YES, YES, Strength::Whole),
        (WHOLE_NO, NO, Strength::Whole),
        (&no, NO, Strength::Whole),
        (NEITHER, None, Strength::Whole),
        (FILLERS, None, Strength::Filler),
    ];
    let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
    for (list, says, strength) in groups {
        let sureness = match list {
            SOFT_YES => Sureness::Likely,
            AGREEING => Sureness::Weak,
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
    let differs = hasty != phrase;
    std::iter::once(phrase.to_owned()).chain(differs.then_some(hasty)).collect()
}

const OUTRIGHT_YES: &str =
    "oui, ouii, yess, ouais, ouai, ouaip, ouep, oue, yes, yep, yeah, yea, yeh, yup, sisi";

const OUTRIGHT_NO: &str = "nan, nonn, nope, nein, nee, noe, noo, nah, nop, nono";

const OPENING_YES: &str = "ja, jawohl, jawoll, jep, jepp, jap, jup, jupp, joa, jau, jo, aye, ye";

const STARTER_YES: &str = "bien sur, bien sur que oui, bien entendu, evidemment, carrement, tout a fait, \
    avec plaisir, volontiers, of course, course, absolutely, definitely, certainly, for sure, \
    with pleasure, naturlich, klar, na klar, aber klar, klar doch, sehr gerne, sehr gern, \
    selbstverstandlich, auf jeden fall, unbedingt, claro, claro que si, por supuesto, por \
    supuesto que si, desde luego, certo, certo che si, certamente, ovviamente, assolutamente si, \
    volentieri, ma certo, si certo, si dai, si si, si claro, si por favor, si grazie, si gracias, \
    si volentieri, si vale, si merci, si senor, si senora";

const STARTER_NO: &str = "pas du tout, absolument pas, certainement pas, surement pas, surtout pas, bien sur \
    que non, jamais de la vie, hors de question, en aucun cas, of course not, absolutely not, \
    definitely not, certainly not, no way, no chance, not a chance, not at all, no thanks, no thank you, auf keinen fall, \
    keinesfalls, gar nicht, uberhaupt nicht, naturlich nicht, nein danke, ne danke, claro que no, \
    por supuesto que no, ni hablar, ni de cona, de ninguna manera, para nada, no gracias, certo \
    che no, assolutamente no, per niente, neanche per sogno, no grazie";

/// `si` is an if in French and Spanish, a pronoun in Italian; it is yes on its own.
const WHOLE_YES: &str = "si, sii, jaa, y, sip, sep, absolument, c est le cas, j en ai, j en ai un, j en ai une, certainement, \
    effectivement, affirmatif, je veux bien, je confirme, grave, clairement, sure, indeed, exactly, \
    sans aucun doute, sans doute, no doubt, without a doubt, ohne zweifel, bestimmt, sicherlich, ganz sicher, \
    ganz bestimmt, sin duda, sin ninguna duda, senza dubbio, senza alcun dubbio, that would be \
    lovely, that d be lovely, that s a yes, it s a yes, it s a yes from me, i would, yes please, please do, i d love to, i d love that, would love to, that would be great, \
    sure thing, affirmative, by all means, gladly, you bet, totally, i think so, think so, i guess so, i \
    suppose so, mhm, defo, deffo, naturlich ja, gerne, gern, sicher, aber sicher, doch, ich denke \
    schon, ich glaube schon, glaub schon, ich glaube ja, ich denke ja, eher ja, eigentlich ja, creo \
    que si, diria que si, supongo que si, penso di si, credo di si, direi di si, mi sa di si, \
    efectivamente, como no, obvio, con mucho gusto, eso es, asi es, si lo tengo, si tengo, si \
    quiero, naturalmente, senz altro, come no, eccome, altroche, ovvio, ce l ho, ce l abbiamo, si \
    ce l ho, lo sono";

/// What agrees, and says yes only where nothing says it more plainly: `non c'est bon`, `no, that's
/// fine` and `nein, passt` are noes.
const AGREEING: &str = "ok, okay, oki, d accord, dacc, dac, c est correct, that is correct, that s correct, \
    that is right, that is fine, das stimmt, stimmt genau, das ist richtig, das ist korrekt, korrekt, \
    richtig so, ist ok, ist okay, ist in ordnung, geht klar, es correcto, corretto, e corretto, e giusto, \
    gar kein problem, uberhaupt kein problem, absolut kein problem, no hay ningun problema, sin \
    ningun problema, sin problemas, pas le moindre probleme, pas le moindre souci, no problem whatsoever, no issue, \
    no hay inconveniente, ningun inconveniente, exactement, exact, c est ca, c est bon, c est exact, c est \
    cela, pas de probleme, pas de problemes, pas de souci, pas de soucis, sans probleme, sans souci, \
    aucun probleme, aucun souci, y a pas de souci, ca me va, ca marche, ca roule, ok pour moi, vas \
    y, allez y, entendu, right, that s right, correct, no problem, no problems, no prob, no probs, not a problem, no \
    worries, no trouble, go ahead, sounds good, sounds great, that works, works for me, fine, fine by me, fine with me, that s fine by me, that s fine with me, that \
    s fine, genau, stimmt, richtig, kein problem, keine frage, passt, in ordnung, einverstanden, \
    alles klar, vale, de acuerdo, exacto, correcto, dale, venga, sin problema, ningun problema, no \
    hay problema, esatto, va bene, d accordo, nessun problema, senza problemi, non c e problema, \
    giusto";

/// A yes by another road, so that there is some doubt: `pourquoi pas` is how many accept an offer.
const SOFT_YES: &str = "pourquoi pas, pk pas, pq pas, pourquoi pas oui, why not, warum nicht, wieso nicht, \
    por que no, porque no, perche no";

const WHOLE_NO: &str = "no, n, nn, not at the moment, not right now, not currently, not now, nah i m good, i m \
    good, probably not, i d rather not, rather not, don t think so, hell no, pas pour le moment, pas \
    pour l instant, pas actuellement, im moment nicht, zurzeit nicht, derzeit nicht, ahora no, ahora \
    mismo no, al momento no, per ora no, per adesso no, i don t think so, i dont believe so, i think not, not that i know of, not \
    that i m aware of, je pense pas, je ne pense pas, je crois pas, je ne \
    crois pas, pas que je sache, creo que no, diria que no, no creo, no lo creo, penso di no, \
    credo di no, direi di no, mi sa di no, preferisco di no, prefiero que no, ich glaube nicht, \
    glaube nicht, glaub nicht, ich denke nicht, denke nicht, nicht dass ich wusste, eher \
    nicht, lieber nicht, evidemment non, evidemment pas, pas vraiment, pas encore, jamais, \
    aucunement, pas d accord, pas interesse, pas interessee, pas question, pas la peine, c est pas la peine, ce n est pas la peine, pas besoin, pas \
    necessaire, c est pas necessaire, ce n est pas necessaire, not necessary, that s not necessary, no \
    need, there s no need, nicht notig, ist nicht notig, das ist nicht notig, nicht notwendig, no \
    hace falta, no es necesario, non serve, non e necessario, non occorre, non c e bisogno, afraid \
    not, i m afraid not, unfortunately not, sadly not, not anymore, not any more, nicht mehr, ya no, \
    non piu, that s a no, it s a no, it s a no from me, bestimmt nicht, ganz sicher nicht, \
    sicherlich nicht, ca m interesse pas, ca \
    ne m interesse pas, c est pas le cas, ce n est pas le cas, j en ai pas, je n en ai pas, \
    negatif, not really, not yet, never, not interested, i m \
    not, we re not, negative, no not yet, no not really, not for me, nicht \
    wirklich, noch nicht, niemals, nie, sicher nicht, nicht interessiert, kein \
    interesse, leider nein, leider nicht, leider noch nicht, en \
    absoluto, todavia no, aun no, nunca, jamas, de momento no, por ahora no, que va, \
    q va, ni loco, ni loca, nanay, no quiero, no me interesa, no tengo, no lo tengo, no la tengo, \
    no puedo, tampoco, per nulla, affatto, mai, non ancora, macche, non ce l ho, non ce l \
    abbiamo, non mi interessa, nient affatto";

const NEITHER: &str = "je ne sais pas, je sais pas, sais pas, chais pas, jsp, peut etre, ca depend, pas \
    sur, pas sure, mouais, bof, i don t know, don t know, dunno, not sure, i m not sure, we re not sure, not sure yet, i m not sure yet, maybe, perhaps, it \
    depends, ich weiss nicht, weiss nicht, weiss ich nicht, vielleicht, kommt drauf an, no se, no \
    lo se, ni idea, no tengo ni idea, no tengo idea, non ho idea, je n ai aucune idee, quizas, quiza, tal \
    vez, depende, non so, non lo so, forse, dipende, magari, boh, no idea, keine ahnung, aucune \
    idee";

/// Politeness, calls, laughter, and the words by which people take back what they said.
const FILLERS: &str = "merci, merci beaucoup, beaucoup, svp, stp, s il vous plait, s il te plait, monsieur, madame, \
    mme, bonjour, bonsoir, euh, heu, ah, oh, eh, bah, ben, bein, hum, hmm, mmh, mais, alors, enfin, \
    en fait, finalement, du coup, pardon, desole, desolee, malheureusement, mdr, lol, please, pls, \
    plz, thanks, thx, ta, cheers, \
    thank you, sir, madam, mate, man, dude, bro, love, hi, hello, hey, well, um, uh, actually, sorry, \
    unfortunately, sadly, oops, wait, \
    so, danke, danke schon, vielen dank, bitte, ach, naja, tja, hm, \
    na, leider, eigentlich, gracias, muchas gracias, por favor, hola, pues, bueno, bien, \
    hombre, mujer, tio, tia, perdon, \
    senor, senora, la verdad, grazie, grazie mille, prego, per \
    favore, beh, mah, anzi, scusi, scusa, dai, guarda, guardi, per carita, ci mancherebbe, purtroppo, \
    in realta, pour moi, for me, fur mich, para mi, per me, at all, parfait, perfect, perfekt, \
    perfecto, perfetto, super, great, genial, et, and, und, haha, hihi, hehe, \
    jaja, jeje, ahah, xd, signora, signore";

/// Denials, which turn what follows them.
pub(super) const NEGATIONS: [&str; 34] = [
    "pas", "ne", "n", "jamais", "ni", "not", "t", "cannot", "never", "nicht", "kein", "keine",
    "nie", "no", "nunca", "non", "mai", "sans", "without", "ohne", "dont", "cant", "wont", "isnt",
    "arent", "didnt", "doesnt", "havent", "keinen", "keiner", "nichts", "nix", "aucun", "aucune",
];

/// Words after an English `no` that show it to be the answer and not an article (`no car`).
pub(super) static AFTER_NO: List = List::new(
    "i we it he she they you there that thats this im ive id its not \
    sorry never but because my our don dont didn didnt haven havent isn isnt can cant won wont \
    unfortunately sadly thanks thank sir just only actually por senor senora hombre tio quiero creo",
);

/// Words that begin a question, in which a yes or no is only spoken of.
pub(super) static WHY: List =
    List::new("why how who what pourquoi comment qui warum wieso wer wie perche come chi");

/// Words between a yes and a no that are offered and not said.
pub(super) static OR: List = List::new("or ou oder o");

/// Words before a last `no` that make another thing of it: a choice, or the number of a house.
pub(super) static BEFORE_NO: List = List::new(
    "or o ou oder u y and the house flat apt unit tel phone ref account \
    order policy room",
);

#[cfg(test)]
mod tests {
    use super::spellings;

    #[test]
    fn haste_leaves_apostrophes_out() {
        assert_eq!(spellings("i don t think so"), ["i don t think so", "i dont think so"]);
        assert_eq!(spellings("c est bon"), ["c est bon", "cest bon"]);
        assert_eq!(spellings("pas du tout"), ["pas du tout"]);
    }
}
