//! Phone numbers.

use std::ops::Range;

use phonenumber::{Metadata, Mode, Type, country, metadata::DATABASE};

use super::found::{Found, Sureness};
use super::said::Said;
use super::value::Value;

/// Fewer digits than any number people give to be called back on.
const FEWEST_DIGITS: usize = 6;

/// Digits of a mobile number without the 0 it is dialled with; fewer could be any figure.
const FEWEST_WITHOUT_TRUNK: usize = 9;

/// E.164 allows fifteen; `00` and a trunk `(0)` may come on top.
const MOST_DIGITS: usize = 18;

/// Groups that nothing but spaces and signs part, beyond which they are a table and not numbers
/// to call.
const MOST_GROUPS: usize = 100;

/// A group of digits and the bytes it takes.
struct Group {
    range: Range<usize>,
}

/// The valid numbers in a text, as E.164.
///
/// A number without its country's prefix must be written as it is dialled at home: with the
/// leading 0 where the country has one. Otherwise any long figure would be a number somewhere.
/// `33612345678`, the country's prefix without its `+`, is understood with some doubt, and a
/// mobile number without its 0 (`6 12 34 56 78`) where nothing surer is said.
pub(crate) fn read(said: &Said<'_>) -> Vec<Found> {
    said.phones().to_vec()
}

/// The same, worked out; [`Said`] keeps it.
pub(super) fn find(said: &Said<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    if !said.has_digits() {
        return found;
    }
    let text = said.text();
    for run in runs(text) {
        let mut at = 0;
        while at < run.len() {
            match longest(text, &run[at..], said.locale.country()) {
                Some((number, used)) => {
                    found.push(number);
                    at += used;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Stretches of digit groups that only spaces and the usual separators part.
fn runs(text: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = vec![Vec::new()];
    let mut rest = 0;
    let bytes = text.as_bytes();
    while let Some(start) = text[rest..].find(|c: char| c.is_ascii_digit()).map(|at| rest + at) {
        let count = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let between = &text[rest..start];
        if !joins(between)
            && let Some(run) = runs.last()
            && !run.is_empty()
        {
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut() {
            run.push(Group { range: start..start + count });
        }
        rest = start + count;
    }
    runs.retain(|run| is_plausible(text, run));
    runs
}

/// Whether what stands between two groups of digits may stand inside a number.
fn joins(between: &str) -> bool {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let is_sign = |c: char| matches!(c, '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2013}');
    between.chars().count() <= 3 && between.chars().all(|c| is_space(c) || is_sign(c))
}

/// Bank accounts (`FR76 3000 …`) and cards (four times four digits) hold digits that would pass
/// for a phone number.
fn is_plausible(text: &str, run: &[Group]) -> bool {
    let digits: usize = run.iter().map(|group| group.range.len()).sum();
    let Some(first) = run.first() else {
        return false;
    };
    let before = text[..first.range.start].chars().next_back();
    let is_account = digits > 10 && before.is_some_and(char::is_alphabetic);
    let is_card = run.len() >= 4 && run.iter().take(4).all(|group| group.range.len() == 4);
    digits >= FEWEST_DIGITS && run.len() <= MOST_GROUPS && !is_account && !is_card
}

/// The longest valid number that starts with the first of some groups, and how many it takes.
fn longest(text: &str, groups: &[Group], country: Option<country::Id>) -> Option<(Found, usize)> {
    let first = groups.first()?;
    let mut digits = 0;
    let within = groups.iter().take_while(|group| {
        digits += group.range.len();
        digits <= MOST_DIGITS
    });
    let most = within.count();
    let start = opening(text, first.range.start)?;
    (1..=most).rev().find_map(|count| {
        let end = groups[count - 1].range.end;
        if end - first.range.start < FEWEST_DIGITS {
            return None;
        }
        if text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            return None;
        }
        let start = if is_wrapped(&text[start..end]) { first.range.start } else { start };
        let (value, sureness) = number(&text[start..end], country)?;
        Some((Found { value: Value::Text(value), range: start..end, sureness }, count))
    })
}

/// Where a number whose first digit is at `digit` begins: at its `+` or bracket, if it has one.
/// `None` where it is the tail of a word.
fn opening(text: &str, digit: usize) -> Option<usize> {
    let before = &text[..digit];
    let start = before.trim_end_matches(['+', '(', '\u{ff0b}']).len();
    let glued = before[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    (!glued).then_some(start)
}

/// Whether the bracket a number opens with is closed only after it, and so around it.
fn is_wrapped(number: &str) -> bool {
    number.starts_with('(') && !number.contains(')') && !number.contains('+')
}

/// A stretch of text as a valid number.
fn number(written: &str, country: Option<country::Id>) -> Option<(String, Sureness)> {
    if is_date(written) {
        return None;
    }
    let plus = written.contains(['+', '\u{ff0b}']);
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let american = country
        .is_some_and(|id| DATABASE.by_id(id.as_ref()).is_some_and(|m| m.country_code() == 1));
    let abroad = if american { "011" } else { "00" };
    if plus || digits.starts_with(abroad) {
        let digits =
            if plus { written } else { written.get(written.find(abroad)? + abroad.len()..)? };
        let digits = digits.replace("(0)", "");
        let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
        return Some((valid(None, &format!("+{digits}"))?, Sureness::Plain));
    }
    let country = country?;
    let home = DATABASE.by_id(country.as_ref())?;
    let trunk = home.national_prefix().unwrap_or_default();
    if !has_length(home, trunk, digits.len()) {
        return None;
    }
    if trunk != "0" || digits.starts_with('0') {
        let short = digits.len() < 8 && !digits.starts_with('0');
        let number = if short { None } else { valid(Some(country), &digits) };
        return Some((number?, Sureness::Plain));
    }
    let prefix = home.country_code().to_string();
    let is_prefixed = digits.starts_with(&prefix) && digits.len() >= prefix.len() + 8;
    if is_prefixed {
        return Some((valid(None, &format!("+{digits}"))?, Sureness::Likely));
    }
    let number = phonenumber::parse(Some(country), &digits).ok()?;
    let is_mobile = matches!(number.number_type(&DATABASE), Type::Mobile);
    let fits = is_mobile && digits.len() >= FEWEST_WITHOUT_TRUNK && number.is_valid();
    fits.then(|| (number.format().mode(Mode::E164).to_string(), Sureness::Weak))
}

/// Whether a number of a country can have so many digits, with its trunk or its country's prefix
/// or without. It saves the look at most figures, which is what costs.
fn has_length(home: &Metadata, trunk: &str, digits: usize) -> bool {
    let lengths = home.descriptors().general().possible_length();
    let prefix = home.country_code().to_string().len();
    let without = |part: usize| digits.checked_sub(part).and_then(|left| u16::try_from(left).ok());
    let fits = |left: Option<u16>| left.is_some_and(|left| lengths.contains(&left));
    lengths.is_empty() || [0, trunk.len(), prefix].into_iter().any(|part| fits(without(part)))
}

/// E.164, if such a number can exist.
fn valid(country: Option<country::Id>, digits: &str) -> Option<String> {
    let number = phonenumber::parse(country, digits).ok()?;
    number.is_valid().then(|| number.format().mode(Mode::E164).to_string())
}

/// `02.03.2026` and `2026-03-02` are digits and separators too.
fn is_date(written: &str) -> bool {
    let parts: Vec<usize> = written.split(['.', '-', '/']).map(str::len).collect();
    let digits_only = written.chars().all(|c| c.is_ascii_digit() || ".-/".contains(c));
    digits_only && matches!(parts[..], [1..=2, 1..=2, 2 | 4] | [4, 1..=2, 1..=2])
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
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn x13_phone_in_france() {
        const MOBILE: &str = "+33612345678";
        check(
            "FR",
            &[
                ("0612345678", &[(MOBILE, "0612345678")]),
                ("06 12 34 56 78", &[(MOBILE, "06 12 34 56 78")]),
                ("06.12.34.56.78", &[(MOBILE, "06.12.34.56.78")]),
                ("06-12-34-56-78", &[(MOBILE, "06-12-34-56-78")]),
                ("06/12/34/56/78", &[(MOBILE, "06/12/34/56/78")]),
                (
                    "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78",
                    &[(MOBILE, "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78")],
                ),
                ("au 06 12 34 56 78.", &[(MOBILE, "06 12 34 56 78")]),
                ("(06 12 34 56 78)", &[(MOBILE, "06 12 34 56 78")]),
                ("+33 6 12 34 56 78", &[(MOBILE, "+33 6 12 34 56 78")]),
                ("+33 (0)6 12 34 56 78", &[(MOBILE, "+33 (0)6 12 34 56 78")]),
                ("+33(0)612345678", &[(MOBILE, "+33(0)612345678")]),
                ("(+33) 6 12 34 56 78", &[(MOBILE, "(+33) 6 12 34 56 78")]),
                ("0033 6 12 34 56 78", &[(MOBILE, "0033 6 12 34 56 78")]),
                ("0033 (0)6 12 34 56 78", &[(MOBILE, "0033 (0)6 12 34 56 78")]),
                ("33612345678", &[(MOBILE, "33612345678")]),
                ("6 12 34 56 78", &[(MOBILE, "6 12 34 56 78")]),
                ("tel:0612345678", &[(MOBILE, "0612345678")]),
                ("+49 30 901820", &[("+4930901820", "+49 30 901820")]),
                (
                    "06 12 34 56 78 ou 01 42 68 53 00",
                    &[(MOBILE, "06 12 34 56 78"), ("+33142685300", "01 42 68 53 00")],
                ),
                (
                    "06 12 34 56 78 / 01 42 68 53 00",
                    &[(MOBILE, "06 12 34 56 78"), ("+33142685300", "01 42 68 53 00")],
                ),
                ("06 12 34 56 78 - 9h", &[(MOBILE, "06 12 34 56 78")]),
                ("75001 0612345678", &[(MOBILE, "0612345678")]),
            ],
        );
    }

    #[test]
    fn x13_phone_elsewhere() {
        check(
            "US",
            &[
                ("(415) 555-2671", &[("+14155552671", "(415) 555-2671")]),
                ("1-415-555-2671", &[("+14155552671", "1-415-555-2671")]),
                ("011 33 6 12 34 56 78", &[("+33612345678", "011 33 6 12 34 56 78")]),
            ],
        );
        check("GB", &[("020 7946 0018", &[("+442079460018", "020 7946 0018")])]);
        check(
            "DE",
            &[
                ("030 901820", &[("+4930901820", "030 901820")]),
                ("02.03.2026", &[]),
                ("25 000 000", &[]),
            ],
        );
        check("ES", &[("612 34 56 78", &[("+34612345678", "612 34 56 78")])]);
        check("IT", &[("347 123 4567", &[("+393471234567", "347 123 4567")])]);
        check("", &[("+33612345678", &[("+33612345678", "+33612345678")]), ("0612345678", &[])]);
    }

    #[test]
    fn x13_only_a_valid_number() {
        check(
            "FR",
            &[
                ("", &[]),
                ("06 12 34 56", &[]),
                ("06 12 34 56 78 9", &[("+33612345678", "06 12 34 56 78")]),
                ("061234567890", &[]),
                ("0012345678", &[]),
                ("+330000000000", &[]),
                ("25 000", &[]),
                ("123456789", &[]),
                ("ref0612345678", &[]),
                ("0612345678x", &[]),
                ("2026-03-02", &[]),
                ("FR76 3000 6000 0112 3456 7890 189", &[]),
                ("4970 1012 3456 7890", &[]),
                ("123456789012345678901234567890", &[]),
            ],
        );
    }
}
