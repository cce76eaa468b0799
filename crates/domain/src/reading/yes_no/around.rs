//! What stands around a yes and a no: phrases that say neither, and words that turn or void one.

use super::super::list::List;

pub(super) const NEITHER: &str = "je ne sais pas, je sais pas, sais pas, chais pas, jsp, peut etre, ca depend, pas sur, pas \
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
pub(super) const FILLERS: &str = "merci, merci beaucoup, beaucoup, svp, stp, s il vous plait, s il te plait, monsieur, \
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
