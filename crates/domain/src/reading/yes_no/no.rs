//! Phrases that say no, folded, with a comma and a space between them.

pub(super) const OUTRIGHT: &str =
    "nan, nonn, nope, nein, nee, noe, noo, nah, nop, nono, nenni, nae, nuh uh, noup, nein nein";

pub(super) const STARTER: &str = "pas du tout, absolument pas, certainement pas, surement pas, surtout pas, bien sur que \
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

pub(super) const WHOLE: &str = "no, n, nn, not at the moment, not right now, not currently, not now, nah i m good, i m \
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
