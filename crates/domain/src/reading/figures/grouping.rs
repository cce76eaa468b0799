//! How the digits of a figure are grouped.

use super::super::locale::Locale;
use super::Purpose;

/// A stretch of digits and the signs between them.
pub(super) struct Grouped<'a> {
    /// Whole part and fraction; `None` where the grouping is none that numbers have.
    pub(super) digits: Option<(String, &'a str)>,
    /// Where the stretch ends.
    pub(super) end: usize,
    /// Whether it could be read otherwise.
    pub(super) doubtful: bool,
    /// Whether the fraction is longer than money's, which only a multiplier explains.
    pub(super) fraction_is_long: bool,
}

/// Longest fraction people write; `25000,30000` is two numbers.
const LONGEST_FRACTION: usize = 4;

pub(super) fn read<'a>(
    text: &'a str,
    start: usize,
    purpose: Purpose,
    locale: &Locale,
) -> Grouped<'a> {
    let (groups, signs, end) = stretch(text, start);
    let spaced = signs.iter().take_while(|sign| !is_point(**sign)).count();
    let points = &signs[spaced..];
    let thousands =
        |groups: &[&str]| groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let last = groups.len() - 1;
    let mut doubtful = false;
    let split = match points {
        [] => Some(groups.len()),
        [_] if spaced > 0 => Some(last),
        [sign] => {
            let could_group = thousands(&groups) && !groups[0].starts_with('0');
            doubtful = could_group && *sign == locale.decimal_sign();
            let grouped = could_group && (purpose == Purpose::Money || !doubtful);
            Some(if grouped { groups.len() } else { last })
        }
        [first @ .., final_sign] if first.iter().all(|sign| sign == &first[0]) && spaced == 0 => {
            if final_sign == &first[0] {
                thousands(&groups).then_some(groups.len())
            } else {
                thousands(&groups[..last]).then_some(last)
            }
        }
        _ => None,
    };
    let fraction = split.and_then(|split| groups.get(split).copied()).unwrap_or_default();
    let digits = split
        .filter(|_| fraction.len() <= LONGEST_FRACTION)
        .map(|split| (groups[..split].concat(), fraction));
    let fraction_is_long = purpose == Purpose::Money && fraction.len() > 3;
    Grouped { digits, end, doubtful, fraction_is_long }
}

/// Digits, then as long as it goes on: a sign and digits. A space or an apostrophe goes on only
/// before thousands; a point or a comma always does, so that what is no number (`1.2.3`) is
/// passed over whole.
fn stretch(text: &str, start: usize) -> (Vec<&str>, Vec<char>, usize) {
    let digits = |at: usize| {
        let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        &text[at..at + length]
    };
    let mut groups = vec![digits(start)];
    let mut signs: Vec<char> = Vec::new();
    let mut end = start + groups[0].len();
    while let Some(sign) = text[end..].chars().next() {
        let next = end + sign.len_utf8();
        let group = if is_point(sign) || is_space(sign) { digits(next) } else { "" };
        let goes_on = match (is_point(sign), signs.last()) {
            (true, _) => !group.is_empty(),
            (false, None) => {
                group.len() == 3 && groups[0].len() <= 3 && !groups[0].starts_with('0')
            }
            (false, Some(last)) => group.len() == 3 && *last == sign,
        };
        if !goes_on {
            break;
        }
        groups.push(group);
        signs.push(sign);
        end = next + group.len();
    }
    (groups, signs, end)
}

fn is_point(sign: char) -> bool {
    matches!(sign, '.' | ',')
}

fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}')
}
