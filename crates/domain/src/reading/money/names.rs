//! What currencies are called.

use super::super::locale::Locale;
use super::super::words::Word;

/// What a name says about the currency.
#[derive(Clone, Copy, Debug)]
pub(super) enum Name {
    /// Which one it is.
    Is(&'static str),
    /// One of a family: the set's, if it belongs, else the first of those named here, if any.
    OneOf(&'static [&'static str], Option<&'static str>),
}

impl Name {
    /// The currency's code, as far as the name and the set tell.
    pub(super) fn code(self, locale: &Locale) -> Option<String> {
        match self {
            Self::Is(code) => Some(code.to_owned()),
            Self::OneOf(family, _) if family.contains(&locale.currency.as_str()) => {
                Some(locale.currency.clone())
            }
            Self::OneOf(_, usual) => usual.map(str::to_owned),
        }
    }
}

const DOLLAR: Name =
    Name::OneOf(&["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD"], Some("USD"));
const FRANC: Name = Name::OneOf(&["CHF", "XOF", "XAF", "XPF", "CDF", "RWF", "BIF"], None);
const CROWN: Name = Name::OneOf(&["SEK", "NOK", "DKK", "ISK", "CZK"], None);
const DINAR: Name = Name::OneOf(&["TND", "DZD", "KWD", "BHD", "JOD", "LYD", "IQD", "RSD"], None);
const DIRHAM: Name = Name::OneOf(&["MAD", "AED"], None);
const PESO: Name = Name::OneOf(&["MXN", "ARS", "CLP", "COP", "UYU", "PHP", "DOP"], None);
const RUPEE: Name = Name::OneOf(&["INR", "PKR", "MUR", "LKR", "NPR"], None);

/// Signs, the longer before those they contain.
pub(super) const SIGNS: &[(&str, Name)] = &[
    ("US$", Name::Is("USD")),
    ("CA$", Name::Is("CAD")),
    ("AU$", Name::Is("AUD")),
    ("C$", Name::Is("CAD")),
    ("A$", Name::Is("AUD")),
    ("R$", Name::Is("BRL")),
    ("€", Name::Is("EUR")),
    ("£", Name::Is("GBP")),
    ("$", DOLLAR),
    ("¥", Name::OneOf(&["JPY", "CNY"], Some("JPY"))),
    ("zł", Name::Is("PLN")),
    ("Kč", Name::Is("CZK")),
    ("₽", Name::Is("RUB")),
    ("₺", Name::Is("TRY")),
    ("₹", Name::Is("INR")),
    ("₪", Name::Is("ILS")),
    ("kr", CROWN),
    ("Fr.", FRANC),
];

/// Codes that are taken in capitals only, as some are words in small letters.
const CODES: [&str; 30] = [
    "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN",
    "CZK", "HUF", "RON", "BGN", "TRY", "RUB", "UAH", "MAD", "AED", "TND", "DZD", "XOF", "XAF",
    "BRL", "MXN", "INR", "SGD",
];

/// Names in the five languages, folded, the longer before those they begin with.
const WORDS: &[(&[&str], Name)] = &[
    (
        &[
            "euro", "euros", "eur", "e", "balles", "eurs", "euritos", "eurito", "eurillos",
            "eurini", "neuros", "leuros", "pavos", "ocken",
        ],
        Name::Is("EUR"),
    ),
    (&["usd", "us dollars", "us dollar"], Name::Is("USD")),
    (
        &["gbp", "pound sterling", "pounds sterling", "livres sterling", "livre sterling"],
        Name::Is("GBP"),
    ),
    (
        &["libras esterlinas", "sterline", "sterlina", "quid", "quids", "pounds", "pound", "pfund"],
        Name::Is("GBP"),
    ),
    (
        &["chf", "francs suisses", "franc suisse", "schweizer franken", "swiss francs"],
        Name::Is("CHF"),
    ),
    (&["franken", "franchi svizzeri", "francos suizos"], Name::Is("CHF")),
    (&["dollars canadiens", "canadian dollars"], Name::Is("CAD")),
    (&["dollars australiens", "australian dollars"], Name::Is("AUD")),
    (&["dollars", "dollar", "dolares", "dolar", "dollari", "dollaro", "bucks"], DOLLAR),
    (&["francs", "franc", "franchi", "francos", "fcfa", "cfa"], FRANC),
    (&["couronnes", "kronor", "kroner", "kronen", "coronas", "corone", "crowns"], CROWN),
    (&["dinars", "dinar"], DINAR),
    (&["dirhams", "dirham", "dhs", "dh"], DIRHAM),
    (&["pesos", "peso"], PESO),
    (&["rupees", "rupee", "roupies", "rupien"], RUPEE),
    (&["yen", "yens"], Name::Is("JPY")),
    (&["yuan", "yuans"], Name::Is("CNY")),
    (&["zloty", "zlotys"], Name::Is("PLN")),
    (&["roubles", "rouble", "rubles", "rubel"], Name::Is("RUB")),
];

/// The name some words begin with, and how many it takes.
pub(super) fn by_word(text: &str, words: &[Word]) -> Option<(Name, usize)> {
    let written = &text[words.first()?.range.clone()];
    if CODES.contains(&written) {
        return Some((by_code(written)?, 1));
    }
    let begins = |name: &&&str| {
        name.split(' ').count() <= words.len()
            && name.split(' ').zip(words).all(|(name, word)| name == word.folded)
    };
    let matches = WORDS.iter().flat_map(|(names, name)| {
        names.iter().filter(begins).map(|spelling| (*name, spelling.split(' ').count()))
    });
    matches.max_by_key(|(_, count)| *count)
}

/// The currency a code stands for: any in capitals, the four commonest in small letters too.
pub(super) fn by_code(code: &str) -> Option<Name> {
    if code.len() != 3 {
        return None;
    }
    let found = CODES.iter().take(4).find(|known| known.eq_ignore_ascii_case(code));
    found.or_else(|| CODES.iter().find(|known| **known == code)).map(|code| Name::Is(code))
}

/// Whether a word, as written, is the name of a currency.
pub(crate) fn is_word(word: &str) -> bool {
    by_word(word, &super::super::words::words(word)).is_some_and(|(_, count)| count == 1)
}
