//! Postal codes.

mod forms;

use super::found::Found;
use super::money;
use super::said::Said;
use super::value::Value;
use forms::fit;
pub(crate) use forms::forms;

/// The postcodes of a text, upper-cased, with the space or stroke that is usual in the region.
///
/// Digits that are a phone number, a date, an amount of money or part of an address are not
/// postcodes.
pub(crate) fn read(said: &Said<'_>) -> Vec<Found> {
    let text = said.text();
    if !said.has_digits() {
        return Vec::new();
    }
    let forms = forms(said.locale);
    let mut found = Vec::new();
    let mut end = 0;
    for (at, _) in text.char_indices() {
        if at < end || !starts(text, at) {
            continue;
        }
        let Some((value, length)) = forms.iter().find_map(|form| fit(form, &text[at..])) else {
            continue;
        };
        let range = at..at + length;
        if ends(text, range.end) && said.spoken().leave_free(&range) && !money::beside(text, &range)
        {
            end = range.end;
            found.push(Found::plain(Value::Text(value), range));
        }
    }
    found
}

/// Whether a postcode may start here: not inside a word or a longer figure.
fn starts(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    match before.next() {
        Some(c) if c.is_alphanumeric() || c == '_' => false,
        // The figure `1.25000`, not the end of a sentence.
        Some('.' | ',') => !before.next().is_some_and(|c| c.is_ascii_digit()),
        _ => true,
    }
}

/// Whether a postcode may end here.
fn ends(text: &str, at: usize) -> bool {
    let mut after = text[at..].chars();
    match after.next() {
        Some(c) if c.is_alphanumeric() || c == '_' => false,
        Some('.' | ',' | '-') => !after.next().is_some_and(|c| c.is_ascii_digit()),
        _ => true,
    }
}

/// Whether a whole figure has one of a region's forms, `figure` being all digits.
pub(crate) fn is_form(figure: &str, forms: &[&str]) -> bool {
    forms.iter().any(|form| fit(form, figure).is_some_and(|(_, end)| end == figure.len()))
}

#[cfg(test)]
mod tests {
    use super::super::locale::Locale;
    use super::*;

    #[track_caller]
    fn check(region: &str, cases: &[(&str, &[(&str, &str)])]) {
        let locale = Locale { region: region.to_owned(), ..Locale::default() };
        for (text, expected) in cases {
            let found = read(&Said::new(text, None, &locale));
            let found: Vec<(Value, &str)> =
                found.into_iter().map(|found| (found.value, &text[found.range])).collect();
            let expected: Vec<(Value, &str)> = expected
                .iter()
                .map(|(value, on)| (Value::Text((*value).to_owned()), *on))
                .collect();
            assert_eq!(found, expected, "{region} {text:?}");
        }
    }

    #[test]
    fn x13_postcode_follows_the_region() {
        check(
            "FR",
            &[
                ("75001", &[("75001", "75001")]),
                ("j'habite à Lyon (69003).", &[("69003", "69003")]),
                ("F-75001 Paris", &[("75001", "75001")]),
                ("20000 Ajaccio, 97400 Saint-Denis", &[("20000", "20000"), ("97400", "97400")]),
            ],
        );
        check(
            "GB",
            &[
                ("sw1a 1aa", &[("SW1A 1AA", "sw1a 1aa")]),
                ("SW1A1AA", &[("SW1A 1AA", "SW1A1AA")]),
                ("M1 1AE please", &[("M1 1AE", "M1 1AE")]),
                ("ec1a  1bb", &[("EC1A 1BB", "ec1a  1bb")]),
            ],
        );
        check(
            "NL",
            &[("1234ab", &[("1234 AB", "1234ab")]), ("1012 JS", &[("1012 JS", "1012 JS")])],
        );
        check("CA", &[("k1a0b1", &[("K1A 0B1", "k1a0b1")])]);
        check(
            "US",
            &[("90210", &[("90210", "90210")]), ("90210-1234", &[("90210-1234", "90210-1234")])],
        );
        check("SE", &[("11455", &[("114 55", "11455")])]);
        check("PL", &[("00950", &[("00-950", "00950")])]);
        check("BE", &[("B-1000 Bruxelles", &[("1000", "1000")])]);
    }

    #[test]
    fn x13_what_is_no_postcode() {
        check(
            "FR",
            &[
                ("", &[]),
                ("7500", &[]),
                ("750011", &[]),
                ("00123", &[]),
                ("25000 €", &[]),
                ("25000 euros", &[]),
                ("€25000", &[]),
                ("25000k", &[]),
                ("25000,50", &[]),
                ("a75001", &[]),
                ("https://a.fr/75001", &[]),
                ("+33612345678", &[]),
            ],
        );
        check("BE", &[("le 02/03/2026", &[]), ("12 mars 2026", &[])]);
        check("GB", &[("12345", &[]), ("A 1AA", &[])]);
    }
}
