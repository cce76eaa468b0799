//! The forms postcodes have: `9` a digit, `A` a letter, `*` either; a space or a stroke is
//! usual there but need not be written. `F`, `N` and `E` are digits where the country has not
//! given away all beginnings.

use super::super::locale::Locale;

/// Regions and their forms, the longer before those they begin with.
const FORMS: &[(&[&str], &[&str])] = &[
    (&["FR", "MC", "RE", "GP", "MQ", "GF"], &["F9999"]),
    (&["DE"], &["N9999"]),
    (&["ES"], &["E9999"]),
    (&["IT", "FI", "TR", "MX", "MA"], &["99999"]),
    (&["US", "PR"], &["99999-9999", "99999"]),
    (&["BE", "CH", "LU", "AT", "DK", "NO", "AU", "NZ", "HU", "SI", "LI", "TN", "ZA"], &["9999"]),
    (&["NL"], &["9999 AA"]),
    (
        &["GB", "JE", "GG", "IM"],
        &["AA99 9AA", "AA9A 9AA", "A9A 9AA", "A99 9AA", "AA9 9AA", "A9 9AA"],
    ),
    (&["CA"], &["A9A 9A9"]),
    (&["IE"], &["A9* ****"]),
    (&["PT"], &["9999-999"]),
    (&["PL"], &["99-999"]),
    (&["SE", "CZ", "SK", "GR"], &["999 99"]),
    (&["JP"], &["999-9999"]),
    (&["BR"], &["99999-999"]),
    (&["RO"], &["999999"]),
];

/// The country a language's postcodes are most likely from, where the set names no region.
const BY_LANGUAGE: &[(&str, &str)] =
    &[("fr", "FR"), ("de", "DE"), ("es", "ES"), ("it", "IT"), ("en", "GB")];

/// The forms of a set's region. Of a region that is not listed only plain figures are known.
pub(crate) fn forms(locale: &Locale) -> &'static [&'static str] {
    let by_language = BY_LANGUAGE.iter().find(|(language, _)| *language == locale.language);
    let region = match by_language {
        Some((_, region)) if locale.region.is_empty() => region,
        _ => locale.region.as_str(),
    };
    let listed = FORMS.iter().find(|(regions, _)| regions.contains(&region));
    listed.map_or(&["999999", "99999", "9999"], |(_, forms)| forms)
}

/// A text's beginning as a postcode of a form, in its usual spelling, and the bytes it takes.
pub(super) fn fit(form: &str, text: &str) -> Option<(String, usize)> {
    let mut value = String::with_capacity(form.len());
    let mut rest = text.chars().peekable();
    let mut taken = 0;
    for kind in form.chars() {
        if matches!(kind, ' ' | '-') {
            // At most two, as a slip of the thumb.
            for _ in 0..2 {
                if let Some(c) = rest.next_if(|c| matches!(c, ' ' | '-' | '\u{a0}' | '\u{202f}')) {
                    taken += c.len_utf8();
                }
            }
            value.push(kind);
            continue;
        }
        let c = rest.next()?;
        let fits = match kind {
            '9' | 'F' | 'N' | 'E' => c.is_ascii_digit(),
            'A' => c.is_ascii_alphabetic(),
            _ => c.is_ascii_alphanumeric(),
        };
        if !fits {
            return None;
        }
        taken += c.len_utf8();
        value.push(c.to_ascii_uppercase());
    }
    exists(form, &value).then_some((value, taken))
}

/// What no form says: how high a country counts (France's departments and Spain's provinces; a
/// German code begins with 01 at least, one of Rome with 00), and that an Irish code is no word.
fn exists(form: &str, value: &str) -> bool {
    let area = value.get(..2).and_then(|area| area.parse::<u8>().ok()).unwrap_or_default();
    match form {
        "F9999" => (1..=98).contains(&area),
        "N9999" => area > 0,
        "E9999" => (1..=52).contains(&area),
        "99999" => value != "00000",
        "A9* ****" => value[4..].bytes().any(|byte| byte.is_ascii_digit()),
        _ => true,
    }
}
