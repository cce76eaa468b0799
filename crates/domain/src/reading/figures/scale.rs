//! What follows a figure: a multiplier, a unit, or a word it is part of.

use super::super::list::List;
use super::super::locale::Locale;
use super::super::money;
use super::super::words::{Word, words};
use super::Purpose;

/// What the word after a figure does to it.
pub(super) enum Scale<'a> {
    /// Nothing.
    None,
    /// Multiplies it by a thousand, and goes on with the hundreds (`2k5`).
    Split { hundreds: &'a str, end: usize },
    /// Multiplies it by ten, `places` times; the multiplier ends at `end`.
    Times { places: usize, end: usize },
    /// Swallows it: `2CV`, `14h30`, `24/7`, or a multiplier that is not the same everywhere.
    Word,
}

/// Multipliers in the five languages, folded.
const TIMES: &[(&[&str], usize)] = &[
    (&["k", "mille", "mila", "mil", "thousand", "tausend", "tsd"], 3),
    (
        &[
            "million",
            "millions",
            "millionen",
            "millon",
            "millones",
            "milione",
            "milioni",
            "mio",
            "mln",
        ],
        6,
    ),
    (
        &[
            "milliard",
            "milliards",
            "milliarde",
            "milliarden",
            "miliardo",
            "miliardi",
            "md",
            "mds",
            "mrd",
            "mld",
            "bn",
        ],
        9,
    ),
];

/// Things people count that are not money, folded. Glued to a figure (`80m2`) they leave it a
/// number; after an amount without a currency they say that it is none.
static UNITS: List = List::new(
    "kilo kilos m m2 m3 km cm mm kg g l ha hectares km2 kwh kw cv ans an annee annees mois semaines semaine \
    jours jour j heures heure minutes min mins minuten minuti minutos sec secondes seconds personnes personne pieces piece p chambres chambre enfants \
    enfant salaries employes etages etage er ere e eme ieme st nd rd th years year yrs months \
    month weeks week days day hours hour people persons rooms room bedrooms bedroom kids \
    children employees miles sqm sqft jahre jahr monate monat wochen woche tage tag stunden \
    personen person zimmer kinder kilometer anos ano meses mes semanas dias dia personas persona \
    habitaciones hijos anni anno mesi mese settimane giorni giorno persone stanze locali figli \
    bambini metres metros metri meter qm mq ft feet foot inches pourcent percent prozent fois \
    gb tb mb kb kwp wh mwh kva mah ml cl lb lbs stone oz hp bhp kms pax pers ppl adultes adulte \
    adults adult adultos adulti erwachsene nuits nuit nights night nachte nacht noches noche notti \
    notte stuck stk pcs pezzi unidades invites guests invitados ospiti gaste seats users \
    utilisateurs postes posti plazas platze habitants einwohner abitanti habitantes ninos \
    stockwerk stock rate raten mensualites",
);

/// Units that are words too, and count only where they are glued to their figure (`256Go`).
static GLUED: List = List::new("go to mo ko w v ah ch ps h");

/// What makes a time of day of a figure.
static CLOCK: List = List::new("uhr pm oclock");

/// What an engine is called after the figure of its size: `1.6 tdci` is a kind of car.
static ENGINES: List = List::new(
    "tdi tdci hdi bluehdi dci tsi tfsi cdi cdti crdi vti thp puretech jtd jtdm gti gtd v6 v8 \
    turbo ecoboost multijet",
);

/// What is glued to a sum without being part of it.
static AFTER_SUMS: List = List::new("ish pcm pw pa ht ttc cc hc max kalt warm netto brutto");

/// What stands at `end`, right after a figure.
pub(super) fn read<'a>(text: &'a str, end: usize, purpose: Purpose, locale: &Locale) -> Scale<'a> {
    let rest = &text[end..];
    if is_ordinal_sign(rest) {
        return Scale::None;
    }
    let mut signs = rest.chars();
    if let (Some('/' | ':'), Some(next)) = (signs.next(), signs.next())
        && next.is_ascii_digit()
    {
        return Scale::Word;
    }
    let (spaces, word) = next_word(rest);
    let Some(word) = word else { return Scale::None };
    let written = &rest[word.range.clone()];
    let after = end + word.range.end;
    if word.folded == "m" && (written == "m" || spaces > 0) {
        return metres_or_millions(text, after, written, spaces == 0, (purpose, locale));
    }
    if let Some(places) = places(written, &word.folded, locale) {
        return Scale::Times { places, end: after };
    }
    if let Some(hundreds) = hundreds(written).filter(|_| spaces == 0) {
        return Scale::Split { hundreds, end: after };
    }
    if let Some(end) = thousands(text, after, written, purpose) {
        return Scale::Times { places: 3, end };
    }
    // `60,000ish`, `1,500pcm`
    if spaces == 0 && AFTER_SUMS.has(&word.folded) {
        return Scale::None;
    }
    let listed = |list: &List| list.has(&word.folded);
    let is_time = listed(&CLOCK) || spaces == 0 && word.folded == "am";
    let swallows =
        is_time || listed(&ENGINES) || spaces == 0 && !is_unit(rest) && !money::is_word(written);
    let is_foreign = ["billion", "billions", "billionen", "billon", "billones", "trillion"];
    if swallows || is_foreign.contains(&word.folded.as_str()) {
        return Scale::Word;
    }
    Scale::None
}

/// `m` is also metres and a spaced `M` Monsieur: millions only where money follows (which a plain
/// number does not stand on) or, for the capital, nothing.
fn metres_or_millions(
    text: &str,
    after: usize,
    written: &str,
    glued: bool,
    (purpose, locale): (Purpose, &Locale),
) -> Scale<'static> {
    let rest = &text[after..];
    let next = rest.trim_start().chars().next();
    let is_last = written == "M" && !next.is_some_and(|c| c.is_alphanumeric() || c == '.');
    let is_english = locale.language == "en" && purpose == Purpose::Money && glued;
    let is_money = is_last || money::begins_with_sign(rest) || is_english && ends_a_sum(rest);
    match (purpose, written) {
        (Purpose::Money, _) if is_money => Scale::Times { places: 6, end: after },
        (Purpose::Number, "m") if !is_money => Scale::None,
        (Purpose::Money, "m") => Scale::None,
        _ => Scale::Word,
    }
}

/// Spanish and Italian `5º`, `3ª`: signs, though Unicode has them among the letters.
fn is_ordinal_sign(rest: &str) -> bool {
    rest.strip_prefix(['º', 'ª']).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The hundreds of `2k5` and `2k500`. Two digits (`4k60`) are something technical.
fn hundreds(written: &str) -> Option<&str> {
    let digits = written.strip_prefix(['k', 'K'])?;
    let fits = matches!(digits.len(), 1 | 3) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(digits)
}

/// Where a figure ends whose thousands are glued to their unit (`250T€`, `250 TEUR`, `25keur`,
/// `85 tkm`). The currency reader takes the currency from behind the letter; a number has it in
/// itself.
fn thousands(text: &str, after: usize, written: &str, purpose: Purpose) -> Option<usize> {
    let is_money = purpose == Purpose::Money;
    if written == "T" && text[after..].starts_with('€') {
        return Some(if is_money { after } else { after + '€'.len_utf8() });
    }
    if written == "TEUR" {
        return Some(if is_money { after - "EUR".len() } else { after });
    }
    if written.eq_ignore_ascii_case("tkm") {
        return Some(after);
    }
    let currency = written.strip_prefix(['k', 'K']).filter(|rest| money::is_word(rest))?;
    Some(after - currency.len())
}

/// English writes millions as `1.5m`. A length goes on with what is that long or wide; a sum with
/// nothing, or with how firm it is.
fn ends_a_sum(rest: &str) -> bool {
    static FIRM: List = List::new(
        "max maximum min minimum tops cash or ish total about around approx budget if but please",
    );
    let (spaces, word) = next_word(rest);
    let signs = ['\u{b2}', '/', '-', 'x', '\u{d7}', '*', '\''];
    let ends = !rest.get(spaces..).is_some_and(|rest| rest.starts_with(signs));
    ends && word.is_none_or(|word| FIRM.has(&word.folded))
}

fn places(written: &str, folded: &str, locale: &Locale) -> Option<usize> {
    // `MM` is how American bankers write a million; `mm` is a length.
    if written == "M" || written == "MM" && locale.language == "en" {
        return Some(6);
    }
    // A billion is nine zeros in English and twelve elsewhere.
    if locale.language == "en" && matches!(folded, "billion" | "billions") {
        return Some(9);
    }
    // What is a thousand in Spanish is short for a million in English; a grand is a thousand there.
    if locale.language == "en" {
        match folded {
            "mil" | "mill" | "mn" => return Some(6),
            "grand" => return Some(3),
            _ => {}
        }
    }
    TIMES.iter().find(|(names, _)| names.contains(&folded)).map(|(_, places)| *places)
}

/// Whether a text begins with a unit.
pub(crate) fn is_unit(rest: &str) -> bool {
    let (spaces, word) = next_word(rest);
    // `3e` is the third, Italian `3 e 4` is three and four.
    let is_and = |word: &Word| spaces > 0 && word.folded == "e";
    // `350.000 l'anno` is no volume.
    let is_article = |word: &Word| {
        let after = rest[word.range.end..].strip_prefix(['\'', '\u{2019}']);
        after.is_some_and(|after| after.starts_with(char::is_alphabetic))
    };
    rest[spaces..].starts_with(['%', '\u{2030}', '°'])
        || word.is_some_and(|word| {
            let listed = |list: &List| list.has(&word.folded);
            (listed(&UNITS) || spaces == 0 && listed(&GLUED))
                && !is_and(&word)
                && !is_article(&word)
        })
}

/// The word after at most a few spaces, and how many there were.
fn next_word(rest: &str) -> (usize, Option<Word>) {
    const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];
    let trimmed = rest.trim_start_matches(SPACES);
    let spaces = rest.len() - trimmed.len();
    let length = trimmed.find(|c: char| !c.is_alphanumeric()).unwrap_or(trimmed.len());
    let word = words(&trimmed[..length]).into_iter().next();
    let moved =
        word.map(|word| Word { range: word.range.start + spaces..word.range.end + spaces, ..word });
    (spaces, moved)
}
