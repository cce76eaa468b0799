//! Short answers built from a verb and a pronoun: `I do`, `no we haven't`, `hab ich`.

/// What an English or German verb and pronoun say as a whole clause: the yes, and the no.
///
/// They repeat the question's own verb, so that there is nothing else they could mean. The
/// second person does not (`are you?`), nor do verbs of knowing (`weiss ich nicht`).
pub(super) fn all() -> (Vec<String>, Vec<String>) {
    let (mut yes, mut no) = (Vec::new(), Vec::new());
    for verb in VERBS_EN.split(' ') {
        for pronoun in PRONOUNS_EN.split(' ') {
            yes.push(format!("{pronoun} {verb}"));
            no.push(format!("{pronoun} {verb} not"));
            no.push(match verb {
                "can" => format!("{pronoun} can t"),
                "will" => format!("{pronoun} won t"),
                verb => format!("{pronoun} {verb}n t"),
            });
        }
    }
    for verb in VERBS_DE.split(' ') {
        for pronoun in PRONOUNS_DE.split(' ') {
            yes.push(format!("{verb} {pronoun}"));
            yes.push(format!("{verb} {pronoun} auch"));
            no.push(format!("{verb} {pronoun} nicht"));
            no.push(format!("{verb} {pronoun} noch nicht"));
            no.push(format!("{verb} {pronoun} leider nicht"));
        }
    }
    (yes, no)
}

/// Offers that are welcomed: `that would be ideal`, `ce serait top`, `das wäre ein Traum`.
pub(super) fn welcomes() -> Vec<String> {
    let mut all = Vec::new();
    for (beginnings, praises) in WELCOMES {
        for beginning in beginnings.split(", ") {
            all.extend(praises.split(", ").map(|praise| format!("{beginning} {praise}")));
        }
    }
    all
}

/// How an offer is spoken of, and how it is praised.
const WELCOMES: [(&str, &str); 5] = [
    (
        "ce serait, ca serait, serait",
        "top, super, genial, parfait, ideal, bien, tres bien, cool, nickel, formidable, merveilleux, \
        chouette, sympa, un reve, le reve, le top, l ideal, avec plaisir, le mieux, gentil",
    ),
    (
        "that would be, it would be, this would be, that d be, it d be, that ll be, that s",
        "great, ideal, perfect, lovely, fab, fantastic, amazing, brilliant, awesome, wonderful, super, \
        cool, a dream, the dream, appreciated, much appreciated, very helpful, excellent, grand, magic",
    ),
    (
        "das ware, es ware, ware, das waere, waere, das war",
        "toll, super, prima, perfekt, ideal, schon, klasse, genial, optimal, wunderbar, top, ein traum, \
        spitze, fantastisch, sehr gut, sehr nett, nett, lieb, grossartig, das beste, am besten, hilfreich",
    ),
    (
        "seria, estaria, me vendria",
        "genial, ideal, lo ideal, perfecto, estupendo, fantastico, de lujo, un sueno, maravilloso, bien, \
        muy bien, buenisimo, lo mejor, de maravilla, de perlas",
    ),
    (
        "sarebbe",
        "ideale, l ideale, perfetto, ottimo, fantastico, bello, bellissimo, il massimo, un sogno, \
        magnifico, splendido, meraviglioso, il top, gentile, molto gentile, il meglio",
    ),
];

const VERBS_EN: &str = "do am is are was were have has had can could will would should did does";

const PRONOUNS_EN: &str = "i we it he she they there";

const VERBS_DE: &str = "hab habe haben hat bin sind ist war waren kann konnen will wollen mochte \
    mochten mach mache machen brauch brauche brauchen";

const PRONOUNS_DE: &str = "ich wir er sie es";
