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
    let welcomes = answers::welcomes().join(", ");
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
        (&welcomes, YES, Strength::Whole),
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

const OUTRIGHT_YES: &str = "oui, ouii, yess, ouais, ouai, ouaip, ouep, oue, yes, yep, yeah, yea, yeh, yup, sisi, \
    yessir, yh, yuppers, yass, yas, uep, sip";

const OUTRIGHT_NO: &str =
    "nan, nonn, nope, nein, nee, noe, noo, nah, nop, nono, nenni, nae, nuh uh, noup, nein nein";

const OPENING_YES: &str = "ja, jawohl, jawoll, jep, jepp, jap, jup, jupp, joa, jau, jo, aye, ye";

const STARTER_YES: &str = "bien sur, bien sur que oui, bien entendu, evidemment, carrement, tout a fait, avec \
    plaisir, volontiers, of course, course, absolutely, definitely, certainly, for sure, with \
    pleasure, naturlich, klar, na klar, aber klar, klar doch, sehr gerne, sehr gern, \
    selbstverstandlich, auf jeden fall, unbedingt, claro, claro que si, por supuesto, por \
    supuesto que si, desde luego, certo, certo che si, certamente, ovviamente, assolutamente \
    si, volentieri, ma certo, si certo, si dai, si si, si claro, si por favor, si grazie, si \
    gracias, si volentieri, si vale, si merci, si senor, si senora, bien evidemment, biensur, \
    bsr, evidement, oh que oui, bah oui, ben oui, bien volontiers, avec grand plaisir, sans \
    hesiter, sans hesitation, ofc, hell yes, hell yeah, heck yes, very much so, most \
    definitely, most certainly, without question, too right, aufjedenfall, auf jedenfall, na \
    sicher, na logo, klaro, selbstredend, natuerlich, selbstverstaendlich, aber gerne, aber \
    ja, aber hallo, claro q si, clarisimo, pues claro, hombre claro, ya lo creo, faltaria \
    mas, afirmativo, por supuestisimo, sicuramente, certissimo, con piacere, molto \
    volentieri, proprio si, direi proprio di si, assolutamente";

const STARTER_NO: &str = "pas du tout, absolument pas, certainement pas, surement pas, surtout pas, bien sur que \
    non, jamais de la vie, hors de question, en aucun cas, of course not, absolutely not, \
    definitely not, certainly not, no way, no chance, not a chance, not at all, no thanks, no \
    thank you, auf keinen fall, keinesfalls, gar nicht, uberhaupt nicht, naturlich nicht, \
    nein danke, ne danke, claro que no, por supuesto que no, ni hablar, ni de cona, de \
    ninguna manera, para nada, no gracias, certo che no, assolutamente no, per niente, \
    neanche per sogno, no grazie, surement non, oh que non, helas non, helas pas, toujours \
    pas, jamais eu, jamais ete, pas encore, not yet, never had, never been, nowhere near, god \
    no, hell no, heck no, on no account, noch nicht, bisher nicht, bislang nicht, bisher noch \
    nicht, bis jetzt nicht, noch nie, nie gehabt, auf gar keinen fall, auf keinsten, bloss \
    nicht, schon lange nicht mehr, lange nicht mehr, zum gluck nicht, zum glueck nicht, gott \
    sei dank nicht, gottseidank nicht, glucklicherweise nicht, claro q no, ni de broma, ni en \
    broma, ni en suenos, ni pensarlo, ni por asomo, ni de lejos, en ningun caso, de ningun \
    modo, nunca he tenido, todavia no, aun no, hasta ahora no, por suerte no, afortunadamente \
    no, lamentablemente no, desgraciadamente no, gracias a dios no, ma anche no, ma quando \
    mai, quando mai, manco per idea, manco per sogno, neanche per idea, mai stato, mai stata, \
    mai avuto, mai avuta, mai avuti, mai fatto, per fortuna no, grazie a dio no, proprio no, \
    non ancora, in nessun caso, no hay nada, no tengo nada, no hay ningun, no tengo ningun, \
    non c e nessun, non c e nessuna, non ho nessun, non ho nessuna, non ho alcun, non c e \
    alcun, il n y a aucun, il n y a aucune, y a aucun, y a aucune, j ai aucun, j ai aucune, \
    je n ai aucun, je n ai aucune, je n ai jamais eu, j ai jamais eu, on a jamais eu, i ve \
    never had, i have never had, ive never had, we ve never had, hatte ich noch nie, hatten \
    wir noch nie, es gibt kein, es gibt keine, es gibt keinen, da gibt es kein, there s none, \
    there is none, there are none";

/// `si` is an if in French and Spanish, a pronoun in Italian; it is yes on its own.
const WHOLE_YES: &str = "si, sii, jaa, y, sep, absolument, c est le cas, j en ai, j en ai un, j en ai une, \
    certainement, effectivement, affirmatif, je veux bien, je confirme, grave, clairement, \
    sure, indeed, exactly, sans aucun doute, sans doute, no doubt, without a doubt, ohne \
    zweifel, bestimmt, sicherlich, ganz sicher, ganz bestimmt, sin duda, sin ninguna duda, \
    senza dubbio, senza alcun dubbio, that would be lovely, that d be lovely, that s a yes, \
    it s a yes, it s a yes from me, i would, yes please, please do, i d love to, i d love \
    that, would love to, that would be great, sure thing, affirmative, by all means, gladly, \
    you bet, totally, i think so, think so, i guess so, i suppose so, mhm, defo, deffo, \
    naturlich ja, gerne, gern, sicher, aber sicher, doch, ich denke schon, ich glaube schon, \
    glaub schon, ich glaube ja, ich denke ja, eher ja, eigentlich ja, creo que si, diria que \
    si, supongo que si, penso di si, credo di si, direi di si, mi sa di si, efectivamente, \
    como no, obvio, con mucho gusto, eso es, asi es, si lo tengo, si tengo, si quiero, \
    naturalmente, senz altro, come no, eccome, altroche, ovvio, ce l ho, ce l abbiamo, si ce \
    l ho, lo sono, fraid so, afraid so, i m afraid so, unfortunately so, happy to, more than \
    happy to, i m happy to, sure do, sure am, sure is, sure have, damn right, that s me, that \
    s correct yes, toujours, j accepte, j en ai deja, tout a fait d accord, exactement oui, \
    toujours oui, c est exactement ca, volontier, sans soucis oui, j en ai plusieurs, on en a \
    un, on en a une, on en a, nous en avons, il y en a un, il y en a une, y en a un, y en a \
    une, i accept, i agree, we do, we are, of course i do, got one, have one, we have one, \
    already have, already do, already done, ich akzeptiere, bin einverstanden, ich bin \
    einverstanden, ich stimme zu, stimme zu, und wie, sehr wohl, allerdings, sehr gern ja, \
    warum auch nicht, hab ich schon, haben wir schon, ist vorhanden, vorhanden, liegt vor, \
    gibts, gibt es, gibt s, absolut, immer, schon ja, acepto, lo acepto, encantado, \
    encantada, sin dudarlo, siempre, lo soy, lo somos, tengo uno, tengo una, ya lo tengo, ya \
    la tengo, lo tengo, si hay, hay uno, hay una, asi mismo, totalmente, perfectamente, \
    accetto, accetto volentieri, certo accetto, sempre, ne ho uno, ne ho una, ne abbiamo uno, \
    ce l abbiamo gia, ce l ho gia, c e, proprio cosi, sicuro, confermo, lo confermo, si \
    confermo, confirmo, lo confirmo, confirme, i confirm, bestatige ich, ich bestatige, \
    obviously, obvs, def, defs, logo, logisch, freilich, definitiv, parfaitement, \
    indudablemente, et comment, und ob, auf jeden, aufjeden, obviamente, pues si, avec joie, \
    avec enthousiasme, auf alle falle, auf alle faelle, in jedem fall, mit vergnugen, mit \
    freude, con alegria, venga va, venga vale, vale venga, con gioia, no hay duda, c est sur, \
    c est certain, c est clair, pour sur, c est mon cas, c est bien ca, en effet, tout juste, \
    evidemment oui, je le suis, nous le sommes, ca oui, pour ca oui, plutot oui, il me semble \
    oui, that s the one, it does, that it is, it sure is, i believe so, i would say so, i d \
    say so, i should think so, very interested, interested, i m interested, i m in, count me \
    in, let s do it, let s do that, love to, i d like that, i d like to, would like to, i \
    want to, we d love to, yes pls, das bin ich, so ist es, ganz genau so, tatsachlich, wurde \
    ich gerne, wuerde ich gerne, wurd ich gern, wurde mich freuen, das ware toll, das ware \
    super, das waere toll, das ware schon, ware toll, ware super, waere super, ware prima, \
    bin dabei, ich bin dabei, sind dabei, ich denk schon, denk schon, denke schon, soweit ich \
    weiss ja, gern ja, na gut, von herzen gern, soy yo, yo mismo, yo misma, creo q si, pienso \
    que si, que yo sepa si, me encantaria, me gustaria, me interesa, estoy interesado, estoy \
    interesada, estaria genial, estaria bien, seria genial, seria perfecto, apuntame, me \
    apunto, dalo por hecho, sin dudas, tal cual, ya te digo, claro hombre, pues claro que si, \
    que si, sono io, credo proprio di si, penso proprio di si, mi piacerebbe, mi interessa, \
    sono interessato, sono interessata, sarebbe perfetto, sarebbe ottimo, sarebbe bello, \
    molto interessato, per forza, ma certo che si, e cosi, infatti, in effetti, you betcha, absolutely yes, bien evidemment oui, aber naturlich, aber \
    natuerlich, aber selbstverstandlich, si por supuesto, si certamente";

/// What agrees, and says yes only where nothing says it more plainly: `non c'est bon`, `no, that's
/// fine` and `nein, passt` are noes.
const AGREEING: &str = "ok, okay, oki, d accord, dacc, dac, c est correct, that is correct, that s correct, that \
    is right, that is fine, das stimmt, stimmt genau, das ist richtig, das ist korrekt, \
    korrekt, richtig so, ist ok, ist okay, ist in ordnung, geht klar, es correcto, corretto, \
    e corretto, e giusto, gar kein problem, uberhaupt kein problem, absolut kein problem, no \
    hay ningun problema, sin ningun problema, sin problemas, pas le moindre probleme, pas le \
    moindre souci, no problem whatsoever, no issue, no hay inconveniente, ningun \
    inconveniente, exactement, exact, c est ca, c est bon, c est exact, c est cela, pas de \
    probleme, pas de problemes, pas de souci, pas de soucis, sans probleme, sans souci, aucun \
    probleme, aucun souci, y a pas de souci, ca me va, ca marche, ca roule, ok pour moi, vas \
    y, allez y, entendu, right, that s right, correct, no problem, no problems, no prob, no \
    probs, not a problem, no worries, no trouble, go ahead, sounds good, sounds great, that \
    works, works for me, fine, fine by me, fine with me, that s fine by me, that s fine with \
    me, that s fine, genau, stimmt, richtig, kein problem, keine frage, passt, in ordnung, \
    einverstanden, alles klar, vale, de acuerdo, exacto, correcto, dale, venga, sin problema, \
    ningun problema, no hay problema, esatto, va bene, d accordo, nessun problema, senza \
    problemi, non c e problema, giusto, don t mind at all, i don t mind at all, don t mind if \
    i do, happy with that, cool with that, that s cool, all good for me, good for me, suits \
    me, fine yes, ca me convient, ca me semble bien, ca joue, nickel, impec, pas de pb, aucun \
    pb, sans pb, no pb, bien recu, pas d objection, aucune objection, no objection, no \
    objections, von mir aus, meinetwegen, gern doch, geht in ordnung, geht ok, passt mir, das \
    passt, passt so, kein ding, kein thema, kein prob, einwandfrei, me parece bien, me va \
    bien, me viene bien, perfecto si, trato hecho, estupendo, okis, oka, okey, sin \
    inconveniente, no hay pega, no hay prob, mi va bene, per me va bene, mi sta bene, ci sto, \
    nessun prob, no problem si, okk, certo va bene, benissimo, ottimo, volentieri si, affare \
    fatto, sounds good to me, sounds lovely, sounds perfect, sounds fab, sounds like a plan, \
    sounds fine, good idea, great idea, bonne idee, tres bonne idee, ca me parait bien, ca me \
    parait bon, ca me dit bien, ca me dit, ca me tente, c est parfait, c est nickel, c est \
    tout bon, tout bon, tres bien, allons y, go pour moi, on fait comme ca, on part la \
    dessus, va pour ca, soit, hort sich gut an, hoert sich gut an, klingt gut, klingt super, \
    klingt prima, klingt perfekt, gute idee, machen wir, machen wir so, so machen wir es, so \
    machen wir das, sehr gut, wunderbar, ist gut, ist recht, ist mir recht, soll mir recht \
    sein, das ist ok, das ist okay, das ist gut, das ware ok, me parece perfecto, me parece \
    genial, me parece estupendo, me parece buena idea, me parece correcto, buena idea, suena \
    bien, suena genial, esta bien, muy bien, conforme, adelante, mi sembra ottimo, mi sembra \
    perfetto, mi sembra una buona idea, mi sembra giusto, mi pare ottimo, mi pare giusto, \
    buona idea, ottima idea, suona bene, procediamo, proceda pure, fate pure, faccia pure, \
    molto bene, va benissimo, per me ok, okay per me, andata, aggiudicato";

/// A yes by another road, so that there is some doubt: `pourquoi pas` is how many accept an offer.
const SOFT_YES: &str = "pourquoi pas, pk pas, pq pas, pourquoi pas oui, why not, warum nicht, wieso nicht, \
    por que no, porque no, perche no";

const WHOLE_NO: &str = "no, n, nn, not at the moment, not right now, not currently, not now, nah i m good, i m \
    good, probably not, i d rather not, rather not, don t think so, pas pour le moment, pas \
    pour l instant, pas actuellement, im moment nicht, zurzeit nicht, derzeit nicht, ahora \
    no, ahora mismo no, al momento no, per ora no, per adesso no, i don t think so, i dont \
    believe so, i think not, not that i know of, not that i m aware of, je pense pas, je ne \
    pense pas, je crois pas, je ne crois pas, pas que je sache, creo que no, diria que no, no \
    creo, no lo creo, penso di no, credo di no, direi di no, mi sa di no, preferisco di no, \
    prefiero que no, ich glaube nicht, glaube nicht, glaub nicht, ich denke nicht, denke \
    nicht, nicht dass ich wusste, eher nicht, lieber nicht, evidemment non, evidemment pas, \
    pas vraiment, jamais, aucunement, pas d accord, pas interesse, pas interessee, pas \
    question, pas la peine, c est pas la peine, ce n est pas la peine, pas besoin, pas \
    necessaire, c est pas necessaire, ce n est pas necessaire, not necessary, that s not \
    necessary, no need, there s no need, nicht notig, ist nicht notig, das ist nicht notig, \
    nicht notwendig, no hace falta, no es necesario, non serve, non e necessario, non \
    occorre, non c e bisogno, afraid not, i m afraid not, unfortunately not, sadly not, not \
    anymore, not any more, nicht mehr, ya no, non piu, that s a no, it s a no, it s a no from \
    me, bestimmt nicht, ganz sicher nicht, sicherlich nicht, ca m interesse pas, ca ne m \
    interesse pas, c est pas le cas, ce n est pas le cas, j en ai pas, je n en ai pas, \
    negatif, not really, never, not interested, i m not, we re not, negative, no not yet, no \
    not really, not for me, nicht wirklich, niemals, nie, sicher nicht, nicht interessiert, \
    kein interesse, leider nein, leider nicht, leider noch nicht, en absoluto, nunca, jamas, \
    de momento no, por ahora no, que va, q va, ni loco, ni loca, nanay, no quiero, no me \
    interesa, no tengo, no lo tengo, no la tengo, no puedo, tampoco, per nulla, affatto, mai, \
    macche, non ce l ho, non ce l abbiamo, non mi interessa, nient affatto, aucun, aucune, \
    rien, rien du tout, rien d autre, rien de plus, rien de special, plus maintenant, plus du \
    tout, plus depuis longtemps, plus actuellement, pas specialement, pas particulierement, \
    pas cette fois, meme pas, non plus, moi non plus, nous non plus, sans facon, heureusement \
    non, heureusement pas, malheureusement pas, malheureusement non, je prefere pas, je ne \
    prefere pas, je prefere eviter, j aime mieux pas, aucune envie, je refuse, je n en ai \
    aucun, j en ai aucun, j en ai aucune, j en veux pas, on en a pas, on n en a pas, nous n \
    en avons pas, y en a pas, il n y en a pas, ya pas, y a pas, y en a plus, c est non, ce \
    sera non, pas tellement, pas a ma connaissance, pas de mon cote, pas chez nous, pas pour \
    moi, pas aujourd hui, pas tout de suite, pas dans l immediat, none, none at all, none \
    that i know of, none that we know of, nothing, nothing else, nothing more, nothing like \
    that, zilch, neither, nowt, not that we know of, not that we re aware of, not that i can \
    think of, not as far as i know, not as far as we know, not to my knowledge, not as yet, \
    not as of yet, not so far, not just yet, not this time, not today, not for now, no \
    longer, not any longer, never have, never did, never had one, not particularly, not \
    especially, not likely, doubt it, i doubt it, i highly doubt it, fraid not, afraid no, \
    prefer not to, i d prefer not to, i d prefer not, i prefer not to, rather you didn t, \
    please don t, don t want to, don t want it, don t have one, don t have any, haven t got \
    one, haven t got any, haven t yet, don t need it, don t need one, no ta, i ll pass, hard \
    pass, nothing thanks, keinen, keine, keiner, keins, keines, nichts, nix, nichts weiter, \
    nichts mehr, sonst nichts, nichts anderes, leider keinen, leider keine, leider keins, \
    aktuell nicht, momentan nicht, gerade nicht, grad nicht, erstmal nicht, vorerst nicht, \
    auch nicht, ich auch nicht, wir auch nicht, nicht dass ich weiss, nicht das ich wusste, \
    nicht das ich weiss, nicht dass ich wuesste, meines wissens nicht, soweit ich weiss \
    nicht, kein bedarf, keine lust, kein bock, nicht noetig, brauch ich nicht, brauche ich \
    nicht, brauchen wir nicht, gibts nicht, gibt es nicht, gibt s nicht, gibts keinen, gibts \
    keine, gibts keins, gibt es keinen, gibt es keine, gibt es keins, hab ich keinen, hab ich \
    keine, hab ich keins, habe ich keinen, habe ich keine, habe ich keins, haben wir keinen, \
    haben wir keine, haben wir keins, besser nicht, eher weniger, eher nein, muss nicht sein, \
    danke nein, um gottes willen, ist nicht der fall, nicht vorhanden, gibts leider nicht, \
    gibt es leider nicht, gibts leider keinen, gibts leider keine, gibt es leider keinen, \
    gibt es leider keine, ninguno, ninguna, ningun, nada mas, nada de eso, nada de nada, ni \
    mucho menos, ninguno que yo sepa, ninguna que yo sepa, no que yo sepa, que yo sepa no, no \
    que sepa, hace tiempo que no, mejor no, por el momento no, no por ahora, no por el \
    momento, no de momento, no todavia, no aun, paso, negativo, prefiero no, preferiria no, \
    preferiria que no, no me hace falta, no lo necesito, no la necesito, no hay, no hay \
    ninguno, no hay ninguna, no tengo ninguno, no tengo ninguna, no tenemos, yo tampoco, \
    nosotros tampoco, no particularmente, no especialmente, no mucho, no mas, nada mas por \
    ahora, eso es todo no, nessuno, nessuna, nient altro, niente altro, nulla, neanche, \
    nemmeno, neppure, neanche io, nemmeno io, neanche noi, meglio di no, ma no, non che io \
    sappia, non che sappia, che io sappia no, non mi risulta, da tempo no, attualmente no, \
    per il momento no, ancora no, non ora, non adesso, non per ora, non al momento, no \
    davvero, non fa per me, non voglio, non ne ho, non ne abbiamo, non ce n e, non c e, non \
    ci sono, non ci penso nemmeno, non particolarmente, non molto, non oggi, preferirei di \
    no, preferirei evitare, niente del genere, nada gracias, niente grazie, impossible, c est \
    impossible, pas possible, c est pas possible, unmoglich, unmoeglich, nicht moglich, geht \
    nicht, geht leider nicht, das geht nicht, imposible, es imposible, me es imposible, \
    impossibile, e impossibile, non e possibile, non posso, non possiamo, je peux pas, je ne \
    peux pas, on peut pas, on ne peut pas, not possible, can t do, no can do, no podemos, \
    kann ich nicht, konnen wir nicht, noch keinen, noch keine, noch keins, noch keiner, noch \
    nichts, bisher keine, bisher keinen, bisher keins, bislang keine, bislang keinen, noch \
    gar nicht, weder noch, keins von beiden, aun nada, todavia nada, todavia ninguno, todavia \
    ninguna, de momento nada, de momento ninguno, de momento ninguna, ninguno de los dos, \
    ninguna de las dos, va a ser que no, pues va a ser que no, creo q no, pienso que no, que \
    no, no lo soy, no lo somos, no estoy interesado, no estoy interesada, no me apetece, no \
    me conviene, no me viene bien, no me va bien, no me gustaria, ancora niente, ancora \
    nessuno, ancora nessuna, per ora niente, per ora nessuno, nessuno dei due, nessuna delle \
    due, credo proprio di no, penso proprio di no, non lo sono, non sono interessato, non \
    sono interessata, non mi va, non mi va bene, non mi serve, non mi piacerebbe, toujours \
    aucun, toujours rien, encore aucun, pour l instant non, pour le moment non, pour l \
    instant aucun, ni l un ni l autre, aucun des deux, il me semble pas, je ne le suis pas, \
    je le suis pas, je suis pas interesse, je suis pas interessee, je ne suis pas interesse, \
    ca ne me dit rien, ca me dit rien, ca me tente pas, ca ne m arrange pas, ca m arrange \
    pas, plutot non, plutot pas, c est pas prevu, ce n est pas prevu, pas prevu, c est pas \
    mon cas, none yet, none so far, nothing yet, nothing so far, neither of them, neither \
    one, i don t have any, i don t have one, we don t have one, we don t have any, not my \
    thing, not keen, i m not keen, can t say i have, can t say i do, not that i recall, not \
    that i remember, wouldn t say so, i wouldn t say so, i believe not, not as such, not \
    planning to, not planned, ne, laissez tomber, laisse tomber, oubliez, on oublie, ne vous \
    embetez pas, vous embetez pas, ne vous derangez pas, vous derangez pas, pas utile, \
    inutile, c est inutile, ca ne sert a rien, ca sert a rien, ne me rappelez pas, ne m \
    appelez pas, don t bother, do not bother, forget it, forget about it, let s not, leave \
    it, i ll leave it, no need to, not worth it, it s not worth it, unnecessary, that won t \
    be necessary, that s not needed, not needed, not required, don t call me, don t contact \
    me, vergessen sie s, vergessen sie es, vergiss es, lassen sie es, lassen sie mal, lass \
    mal, lassen wir das, lassen wir es, muss nicht, brauchts nicht, braucht es nicht, \
    brauchen sie nicht, unnotig, unnoetig, nicht erforderlich, nicht gewunscht, nicht \
    gewuenscht, no se moleste, no te molestes, no os molesteis, olvidalo, olvidelo, dejalo, \
    dejelo, dejadlo, dejemoslo, no vale la pena, no merece la pena, innecesario, no es \
    preciso, no me llame, no me llameis, lasci perdere, lascia perdere, lasci stare, lascia \
    stare, lasciate perdere, lasciate stare, non si disturbi, non disturbarti, non vale la \
    pena, non ne vale la pena, non ce n e bisogno, non necessario, superfluo, non mi chiami, \
    non chiamatemi";

const NEITHER: &str = "je ne sais pas, je sais pas, sais pas, chais pas, jsp, peut etre, ca depend, pas sur, pas \
    sure, mouais, bof, i don t know, don t know, dunno, not sure, i m not sure, we re not \
    sure, not sure yet, i m not sure yet, maybe, perhaps, it depends, ich weiss nicht, weiss \
    nicht, weiss ich nicht, vielleicht, kommt drauf an, no se, no lo se, ni idea, no tengo ni \
    idea, no tengo idea, non ho idea, je n ai aucune idee, quizas, quiza, tal vez, depende, \
    non so, non lo so, forse, dipende, magari, boh, no idea, keine ahnung, aucune idee, pas \
    encore decide, pas encore decidee, pas encore sur, pas encore sure, pas forcement, pas \
    trop, noch nicht entschieden, noch nicht sicher, noch nicht klar, noch unklar, jein, mal \
    schauen, mal sehen, schauen wir mal, eventuell, nicht unbedingt, egal, ist mir egal, mir \
    egal, weiss noch nicht, weiss ich noch nicht, kp, ka, k a, k p, todavia no lo se, aun no \
    lo se, todavia no se, aun no se, ya veremos, a lo mejor, me da igual, da igual, no \
    necesariamente, segun, ns, nc, non ancora deciso, si vedra, vedremo, puo darsi, puo \
    essere, non saprei, indifferente, e uguale, mi e indifferente, non necessariamente, on \
    verra, a voir, faut voir, je verrai, peu importe, ca m est egal, ptet, pt etre, p t etre, \
    pe, we ll see, possibly, probably, not necessarily, could be, might do, idk, idc, no \
    clue, tbc, tbd, don t care, don t mind, i don t mind, either way, whatever, never mind, \
    nevermind, que sais je, je vais reflechir, je reflechis, a reflechir, je dois reflechir, \
    faut que je reflechisse, j hesite, j hesite encore, let me think, i ll think about it, \
    need to think, i need to think about it, muss ich uberlegen, muss ich mir uberlegen, \
    uberlege ich mir, uberleg ich mir noch, tengo que pensarlo, me lo pienso, lo pensare, lo \
    tengo que pensar, ci penso, ci devo pensare, devo pensarci, kann sein, mag sein, kommt \
    darauf an, je nachdem, segun el precio, selon, selon le prix, c est selon, en fonction, \
    depends, that depends, depends on the price, can t remember, i don t remember, je sais \
    plus, je ne sais plus, je m en souviens pas, weiss ich nicht mehr, weiss nicht mehr, no \
    me acuerdo, no recuerdo, non ricordo, non mi ricordo, ne sais pas, ne sait pas, ne peux \
    pas dire, tant pis, egal wie, non importa, no importa, macht nichts";

/// Politeness, calls, laughter, and the words by which people take back what they said.
const FILLERS: &str = "merci, merci beaucoup, beaucoup, svp, stp, s il vous plait, s il te plait, monsieur, \
    madame, mme, bonjour, bonsoir, euh, heu, ah, oh, eh, bah, ben, bein, hum, hmm, mmh, mais, \
    alors, enfin, en fait, finalement, du coup, pardon, desole, desolee, malheureusement, \
    mdr, lol, please, pls, plz, thanks, thx, ta, cheers, thank you, sir, madam, mate, man, \
    dude, bro, love, hi, hello, hey, well, um, uh, actually, sorry, unfortunately, sadly, \
    oops, wait, so, danke, danke schon, vielen dank, bitte, ach, naja, tja, hm, na, leider, \
    eigentlich, gracias, muchas gracias, por favor, hola, pues, bueno, bien, hombre, mujer, \
    tio, tia, perdon, senor, senora, la verdad, grazie, grazie mille, prego, per favore, beh, \
    mah, anzi, scusi, scusa, dai, guarda, guardi, per carita, ci mancherebbe, purtroppo, in \
    realta, pour moi, for me, fur mich, para mi, per me, at all, parfait, perfect, perfekt, \
    perfecto, perfetto, super, great, genial, et, and, und, haha, hihi, hehe, jaja, jeje, \
    ahah, xd, signora, signore, thankfully, luckily, fortunately, honestly, tbh, to be \
    honest, though, tho, alas, frankly, mind you, i m afraid, heureusement, dieu merci, \
    helas, franchement, honnetement, a vrai dire, hein, quoi, voyons, msieur, mdame, \
    glucklicherweise, gluecklicherweise, gottseidank, gott sei dank, zum gluck, zum glueck, \
    ehrlich gesagt, ehrlich, moin, servus, gruss, lg, mfg, bitteschon, bitte schon, \
    dankeschon, dank, por suerte, afortunadamente, gracias a dios, sinceramente, \
    lamentablemente, desgraciadamente, oye, mire, mira, chico, chica, majo, maja, porfa, \
    porfi, xfa, xfavor, grax, gracies, muchisimas gracias, per fortuna, x fortuna, \
    fortunatamente, grazie a dio, onestamente, ahime, x favore, grz, signor, allora, cioe, \
    diciamo, insomma, aujourd hui, demain, heute, hoy, oggi, domani, today, tomorrow, bis \
    jetzt, je touche du bois, touchons du bois, touch wood, toco madera, facciamo le corna, \
    merci bien, merci d avance, cordialement, bonne journee, bonne soiree, schonen tag, \
    schonen abend, un saludo, saludos, saluti, buona giornata, have a good day, thanks a lot, \
    thanks so much, many thanks, vielen lieben dank, mille merci, mille grazie, pero, aber, \
    but, uy, ups, ay, oh la la, ach so, achso, ouf, ouh, aie, uff";

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

/// Words by which a `noch nicht` or `pas du tout` is about knowing or deciding, and says neither.
pub(super) static UNDECIDED: List = List::new(
    "decide decidee decides choisi sur sure surs sais sait savons reflechi reflechir pense certain certaine \
    decided sure certain know thought made settled clear entschieden sicher weiss wissen klar geklart \
    festgelegt uberlegt ueberlegt decidido decidida decidimos seguro segura se sabemos sabe claro pensado \
    deciso decisa sicuro sicura so sappiamo chiaro pensato",
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
        assert_eq!(spellings("pas du tout"), ["pas du tout", "pas du tt"]);
        assert_eq!(spellings("claro que si"), ["claro que si", "claro q si"]);
        assert_eq!(spellings("never"), ["never"]);
    }
}
