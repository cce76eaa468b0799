//! The language of a conversation that does not say it.

use super::lists::has;
use super::word::words;
use crate::conversation::Conversation;

/// Everyday words, each of one language alone.
const EVERYDAY: [(&str, &str); 5] = [
    (
        "fr",
        "je vous votre vos est pour avec oui bonjour merci quel quelle nous au aux pas dans et les \
        des mais ce cette mon",
    ),
    (
        "en",
        "the you your is are for with yes hello hi thanks what which and my we i to of how this",
    ),
    (
        "de",
        "ich sie ihr ihre ihren ist fur mit ja nein hallo danke wie welche und ein eine wir der \
        das nicht bitte zu auf wo",
    ),
    (
        "es",
        "su usted es para hola gracias cual cuanto cuantos que y los las el mi tiene quiere sus \
        donde pero muy",
    ),
    (
        "it",
        "suo sua lei per ciao buongiorno salve grazie quale qual quanto quanti gli di che sono \
        ha dove della nel mia mio vuole ho",
    ),
];

/// The language that most of the everyday words are of, if that is clear: a wrong
/// guess would have the wrong readers say that a stand-in reads the same.
pub(super) fn guess(conversation: &Conversation) -> Option<&'static str> {
    let mut counts = EVERYDAY.map(|(language, _)| (0_usize, language));
    for text in conversation.messages.iter().flat_map(|message| message.parts()) {
        for word in words(text) {
            for ((count, _), (_, everyday)) in counts.iter_mut().zip(EVERYDAY) {
                *count += usize::from(has(everyday, &word.folded));
            }
        }
    }
    counts.sort_unstable_by(|one, other| other.cmp(one));
    let [(first, language), (second, _), ..] = counts;
    (first > 1 && first > second * 2).then_some(language)
}
