//! Place names, as far as they tell a postcode from a number.

use super::figures::Figure;
use super::list::List;
use super::locale::Locale;
use super::words::{Word, folded, words};
use super::{money, postcode};

/// Large towns of the countries whose languages are read, folded. Small letters (`75001 paris`)
/// and German, which writes every noun with a capital, leave nothing else to go by.
static TOWNS: List = List::new(
    "paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux \
    lille rennes reims toulon grenoble dijon angers nimes villeurbanne brest limoges tours amiens \
    metz perpignan besancon orleans rouen mulhouse caen nancy argenteuil montreuil avignon poitiers \
    versailles pau cannes antibes annecy bayonne valence chambery lorient quimper vannes troyes \
    colmar ajaccio bastia creteil nanterre vitry boulogne courbevoie cergy evry calais dunkerque \
    london manchester birmingham leeds glasgow edinburgh liverpool bristol sheffield cardiff belfast \
    berlin hamburg munchen muenchen munich koln koeln cologne frankfurt stuttgart dusseldorf \
    duesseldorf leipzig dortmund essen bremen dresden hannover nurnberg nuernberg duisburg bochum \
    wuppertal bielefeld bonn munster muenster mannheim karlsruhe augsburg wiesbaden freiburg mainz \
    erfurt rostock kassel potsdam heidelberg wien vienna graz linz salzburg innsbruck zurich \
    zuerich geneve geneva genf basel bale bern berne lausanne lugano luzern lucerne fribourg \
    bruxelles brussels brussel anvers antwerpen gand gent liege charleroi namur bruges mons louvain \
    luxembourg madrid barcelona valencia sevilla zaragoza malaga murcia palma bilbao alicante cordoba \
    valladolid vigo gijon granada roma rome milano milan napoli naples torino turin palermo genova \
    bologna firenze florence bari catania venezia venice verona messina padova trieste brescia parma \
    modena lisboa porto amsterdam rotterdam utrecht boston chicago houston phoenix dallas austin \
    seattle denver miami atlanta",
);

/// Words that open a sentence or stand by a sum, and so may have a capital beside a number without
/// being a place.
static NO_PLACES: List = List::new(
    "pour merci mais et je nous il on ce environ maximum max minimum mini hors \
    avec sans soit ou puis plus moins comptant apport cash net brut budget voila bonjour par sur oui \
    non si the for and i we thanks please about around roughly but or with without yes no gracias \
    para pero con sin grazie per ma danke und aber mit ohne",
);

/// A text that may name places.
pub(super) struct Places<'a> {
    text: &'a str,
    locale: &'a Locale,
    forms: &'static [&'static str],
    /// Whether a capital tells a name.
    telling: bool,
}

impl<'a> Places<'a> {
    pub(super) fn of(text: &'a str, locale: &'a Locale) -> Self {
        // Where everything is in capitals they tell nothing, nor where every noun has one.
        let telling = locale.language != "de" && text.contains(char::is_lowercase);
        Self { text, locale, forms: postcode::forms(locale), telling }
    }

    /// Whether a bare figure has the form of a postcode and a place name beside it.
    pub(super) fn is_postcode_beside(&self, figure: &Figure) -> bool {
        let Self { text, locale, forms, telling } = *self;
        let digits = &text[figure.range.clone()];
        let bare = digits.bytes().all(|byte| byte.is_ascii_digit()) && !figure.is_scaled();
        bare && postcode::is_form(digits, forms)
            && !money::beside(text, &figure.range)
            && (is_before_place(&text[figure.range.end..], telling)
                || is_after_place(&text[..figure.range.start], telling, locale))
    }
}

fn is_before_place(rest: &str, telling: bool) -> bool {
    let name = rest.trim_start_matches(BLANKS);
    let end = name.find(|c: char| !c.is_alphabetic()).unwrap_or(name.len());
    let name = &name[..end];
    is_town(name) || telling && has_capital(name)
}

fn is_after_place(before: &str, telling: bool, locale: &Locale) -> bool {
    let opened = before.trim_end_matches(BLANKS);
    let bare = opened.trim_end_matches(['(', ',']).trim_end_matches(BLANKS);
    // Two words are enough to look back, however long the text.
    let from = bare.char_indices().rev().nth(LOOK_BACK).map_or(0, |(at, _)| at);
    let near = &bare[from..];
    let all = words(near);
    let Some(last) = all.last().filter(|word| word.range.end == near.len()) else {
        return false;
    };
    let name = &near[last.range.clone()];
    if is_town(name) {
        return true;
    }
    if locale.region == "US" && is_state(name) {
        return true;
    }
    let previous = all.len().checked_sub(2).map(|at| &all[at]);
    let is_inside = |word: &Word| {
        let between = &near[word.range.end..last.range.start];
        !between.contains(['.', '!', '?', '\n', ':'])
    };
    let told = opened.ends_with('(') || previous.is_some_and(is_inside);
    telling && has_capital(name) && told
}

/// `CA 90210`.
fn is_state(name: &str) -> bool {
    name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

const BLANKS: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// Characters of two long words.
const LOOK_BACK: usize = 60;

fn is_town(name: &str) -> bool {
    TOWNS.has(&folded(name))
}

/// A capital and more letters; two or three capitals are a unit or a tax (`TTC`), not a place.
fn has_capital(name: &str) -> bool {
    let long = name.chars().count() > if name.chars().all(char::is_uppercase) { 3 } else { 1 };
    let known = NO_PLACES.has(&folded(name));
    name.starts_with(char::is_uppercase) && long && !known && !money::is_word(name)
}
