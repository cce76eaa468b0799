//! Phrases that say yes, folded, with a comma and a space between them.

pub(super) const OUTRIGHT: &str = "oui, ouii, yess, ouais, ouai, ouaip, ouep, oue, yes, yep, yeah, yea, yeh, yup, sisi, \
    yessir, yh, yuppers, yass, yas, uep, sip";

pub(super) const OPENING: &str =
    "ja, jawohl, jawoll, jep, jepp, jap, jup, jupp, joa, jau, jo, aye, ye";

pub(super) const STARTER: &str = "bien sur, bien sur que oui, bien entendu, evidemment, carrement, tout a fait, avec \
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

/// `si` is an if in French and Spanish, a pronoun in Italian; it is yes on its own.
pub(super) const WHOLE: &str = "si, sii, jaa, y, sep, absolument, c est le cas, j en ai, j en ai un, j en ai une, \
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
pub(super) const AGREEING: &str = "ok, okay, oki, d accord, dacc, dac, c est correct, that is correct, that s correct, that \
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
pub(super) const SOFT: &str = "pourquoi pas, pk pas, pq pas, pourquoi pas oui, why not, warum nicht, wieso nicht, \
    por que no, porque no, perche no";
