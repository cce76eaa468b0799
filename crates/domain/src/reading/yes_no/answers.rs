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

const VERBS_EN: &str = "do am is are was were have has had can could will would should did does";

const PRONOUNS_EN: &str = "i we it he she they there";

const VERBS_DE: &str = "hab habe haben hat bin sind ist war waren kann konnen will wollen mochte \
    mochten mach mache machen brauch brauche brauchen";

const PRONOUNS_DE: &str = "ich wir er sie es";
