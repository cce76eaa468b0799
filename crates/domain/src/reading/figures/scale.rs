//! What follows a figure: a multiplier, a unit, or a word it is part of.

use super::super::locale::Locale;
use super::super::money;
use super::super::words::{Word, words};
use super::Purpose;

/// What the word after a figure does to it.
pub(super) enum Scale {
    /// Nothing.
    None,
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
const UNITS: &str = " kilo kilos m m2 m3 km cm mm kg g l ha hectares km2 kwh kw cv ans an annee annees mois semaines semaine \
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
    stockwerk stock rate raten mensualites ";

/// Units that are words too, and count only where they are glued to their figure (`256Go`).
const GLUED: &str = " go to mo ko w v ah ch ps ";

/// What makes a time of day of a figure.
const CLOCK: &str = " uhr pm oclock ";

/// What an engine is called after the figure of its size: `1.6 tdci` is a kind of car.
const ENGINES: &str = " tdi tdci hdi bluehdi dci tsi tfsi cdi cdti crdi vti thp puretech jtd jtdm gti gtd v6 v8 \
    turbo ecoboost multijet ";

/// What stands at `end`, right after a figure.
pub(super) fn read(text: &str, end: usize, purpose: Purpose, locale: &Locale) -> Scale {
    let rest = &text[end..];
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
    // `m` is also metres and a spaced `M` Monsieur: millions only where money follows (which a
    // plain number does not stand on) or, for the capital, nothing.
    if word.folded == "m" && (written == "m" || spaces > 0) {
        let next = text[after..].trim_start().chars().next();
        let is_last = written == "M" && !next.is_some_and(|c| c.is_alphanumeric() || c == '.');
        let is_money = is_last
            || money::begins_with_sign(&text[after..])
            || spaces == 0 && locale.language == "en" && ends_a_sum(&text[after..]);
        return match (purpose, written) {
            (Purpose::Money, _) if is_money => Scale::Times { places: 6, end: after },
            (Purpose::Number, "m") if !is_money => Scale::None,
            (Purpose::Money, "m") => Scale::None,
            _ => Scale::Word,
        };
    }
    if let Some(places) = places(written, &word.folded, locale) {
        return Scale::Times { places, end: after };
    }
    // `25keur`: the currency reader takes it from behind the k.
    let thousands = written.strip_prefix(['k', 'K']).filter(|rest| money::is_word(rest));
    if let Some(rest) = thousands {
        return Scale::Times { places: 3, end: after - rest.len() };
    }
    let listed = |list: &str| list.contains(&format!(" {} ", word.folded));
    let is_time = listed(CLOCK) || spaces == 0 && word.folded == "am";
    let swallows =
        is_time || listed(ENGINES) || spaces == 0 && !is_unit(rest) && !money::is_word(written);
    let is_foreign = ["billion", "billions", "billionen", "billon", "billones", "trillion"];
    if swallows || is_foreign.contains(&word.folded.as_str()) {
        return Scale::Word;
    }
    Scale::None
}

/// English writes millions as `1.5m`. A length goes on with what is that long or wide; a sum with
/// nothing, or with how firm it is.
fn ends_a_sum(rest: &str) -> bool {
    const FIRM: &str =
        " max maximum min minimum tops cash or ish total about around approx budget if but please ";
    let (spaces, word) = next_word(rest);
    let signs = ['\u{b2}', '/', '-', 'x', '\u{d7}', '*', '\''];
    let ends = !rest.get(spaces..).is_some_and(|rest| rest.starts_with(signs));
    ends && word.is_none_or(|word| FIRM.contains(&format!(" {} ", word.folded)))
}

fn places(written: &str, folded: &str, locale: &Locale) -> Option<usize> {
    if written == "M" {
        return Some(6);
    }
    // A billion is nine zeros in English and twelve elsewhere.
    if locale.language == "en" && matches!(folded, "billion" | "billions") {
        return Some(9);
    }
    TIMES.iter().find(|(names, _)| names.contains(&folded)).map(|(_, places)| *places)
}

/// Whether a text begins with a unit.
pub(crate) fn is_unit(rest: &str) -> bool {
    let (spaces, word) = next_word(rest);
    // `3e` is the third, Italian `3 e 4` is three and four.
    let is_and = |word: &Word| spaces > 0 && word.folded == "e";
    rest[spaces..].starts_with(['%', '\u{2030}', '°'])
        || word.is_some_and(|word| {
            let listed = |list: &str| list.contains(&format!(" {} ", word.folded));
            (listed(UNITS) || spaces == 0 && listed(GLUED)) && !is_and(&word)
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
