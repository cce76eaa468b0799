//! Postal codes.

mod beside;
mod forms;

use super::found::Found;
use super::money;
use super::said::Said;
use super::value::Value;
pub(crate) use beside::{is_reference, is_reference_word, is_year};
use forms::fit;
pub(crate) use forms::forms;

/// The postcodes of a text, upper-cased, with the space or stroke that is usual in the region.
///
/// Digits that are a phone number, a date, an amount of money or part of an address are not
/// postcodes, nor are those that what stands beside them makes a count, a year, a reference or
/// the postcode of another country.
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
        if ends(text, range.end)
            && said.spoken().leave_free(&range)
            && !money::beside(text, &range)
            && !beside::is_other(text, &range, said.locale)
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

    #[test]
    fn x13_a_postcode_exists_in_its_country() {
        check("IT", &[("00184 Roma", &[("00184", "00184")]), ("00000", &[])]);
        check("FR", &[("99123", &[]), ("01000 Bourg", &[("01000", "01000")])]);
        check("ES", &[("53001", &[]), ("28004 Madrid", &[("28004", "28004")])]);
        check("DE", &[("00123", &[]), ("01067 Dresden", &[("01067", "01067")])]);
    }

    #[test]
    fn x13_what_stands_beside_makes_no_postcode_of_it() {
        check(
            "FR",
            &[
                ("12000 km", &[]),
                ("25000 habitants environ", &[]),
                ("c'est la commande 45678", &[]),
                ("dossier n° 45678", &[]),
                ("44000, budget 25000", &[("44000", "44000")]),
                ("code postal 45678", &[("45678", "45678")]),
                ("D-10115 Berlin", &[]),
                ("F-75001 Paris", &[("75001", "75001")]),
            ],
        );
        check("US", &[("90210, 12345 Main St", &[("90210", "90210")])]);
        check("DE", &[("Kundennummer 45678", &[]), ("PLZ ist 45678", &[("45678", "45678")])]);
        check(
            "CH",
            &[
                ("seit 1998", &[]),
                ("Baujahr 2015", &[]),
                ("2000 Neuchâtel", &[("2000", "2000")]),
                ("in 2000 Neuchâtel", &[("2000", "2000")]),
            ],
        );
    }
}
