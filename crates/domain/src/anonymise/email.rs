//! Addresses that lead to somebody: email, the web, names on a network.

use std::ops::Range;

use super::Kind;
use super::dice::Dice;
use super::hearing::Hearing;
use super::lists::{ROLES, has};
use super::spans::Spans;
use super::word::words;
use crate::question::AnswerType;

/// Hosts nobody can own.
const HOSTS: [&str; 3] = ["example.com", "example.org", "example.net"];

/// Endings that are words in another of the five languages, with those in which they are none: the
/// url reader leaves them alone inside a sentence.
const OWN_ENDINGS: [(&str, &str); 3] = [(".de", "de en"), (".it", "it fr de es"), (".es", "en de")];

/// The web addresses of a text, and hosts that only this language's people take for one.
pub(super) fn urls(text: &str, hearing: &Hearing) -> Vec<Range<usize>> {
    let read = hearing.at_home(&AnswerType::Url, text, None);
    let mut found: Vec<Range<usize>> = read.into_iter().map(|(_, found)| found.range).collect();
    let mut from = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += piece.len();
        let host = piece.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
        let at = start + piece.find(host).unwrap_or_default();
        let first = host.split('/').next().unwrap_or_default();
        let own = OWN_ENDINGS
            .iter()
            .any(|(ending, within)| first.ends_with(ending) && has(within, &hearing.language));
        if own && !host.contains('@') && first.len() > 3 {
            found.push(at..at + host.len());
        }
    }
    found
}

/// `@marc_dupont`, the name without its sign.
pub(super) fn handles(text: &str, spans: &mut Spans) {
    for (at, sign) in text.match_indices('@') {
        let name = &text[at + sign.len()..];
        let inside = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
        let name = &name[..name.find(|c| !inside(c)).unwrap_or(name.len())];
        let name = name.trim_end_matches('.');
        let opens = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '@');
        if opens && name.len() > 1 && name.contains(|c: char| c.is_ascii_alphabetic()) {
            let start = at + sign.len();
            spans.take(start..start + name.len(), Kind::Handle, name.to_lowercase());
        }
    }
}

/// Addresses that were left half written (`thomas.petit@gmail`), which no reader takes for one.
pub(super) fn halves(text: &str, spans: &mut Spans) {
    let inside = |c: char| c.is_alphanumeric() || ".-_+%".contains(c);
    for (at, sign) in text.match_indices('@') {
        let before = &text[..at];
        let start = before.trim_end_matches(inside).len();
        let after = &text[at + sign.len()..];
        let host = after.len() - after.trim_start_matches(inside).len();
        let whole = text[start..at + sign.len() + host].trim_end_matches('.');
        if start < at && before[start..].contains(char::is_alphabetic) {
            spans.take(start..start + whole.len(), Kind::Email, whole.to_lowercase());
        }
    }
}

/// An address of the same shape. `name` gives the stand-in of a name, where there is one.
pub(super) fn stand_in(
    address: &str,
    dice: &mut Dice,
    name: impl Fn(&str) -> Option<String>,
) -> String {
    let (local, host) = address.split_once('@').unwrap_or((address, ""));
    let mut stand_in = String::new();
    for part in parts(local) {
        let letters = part.contains(char::is_alphabetic);
        let folded = words(part).into_iter().map(|word| word.folded).collect::<String>();
        if letters && !has(ROLES, &folded) {
            let known = name(&folded).map(|name| name.to_lowercase());
            stand_in.push_str(&known.unwrap_or_else(|| dice.word(part.chars().count())));
        } else if letters {
            stand_in.push_str(&folded);
        } else {
            stand_in.push_str(&dice.figures(part));
        }
    }
    let host = match host {
        "" => "",
        host if host.contains('.') => HOSTS[dice.below(HOSTS.len())],
        _ => "example",
    };
    format!("{stand_in}@{host}")
}

/// A web address of the same form. Its host's ending stays where there is no scheme, since a reader
/// goes by it, and so do words that `means` says are read (`/oggi`).
pub(super) fn url_stand_in(url: &str, dice: &mut Dice, means: impl Fn(&str) -> bool) -> String {
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (&url[..scheme.len() + 3], rest),
        None => ("", url),
    };
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    let host = host.rsplit('@').next().unwrap_or_default();
    let www =
        if host.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www.")) { &host[..4] } else { "" };
    let bare = host.split(':').next().unwrap_or_default();
    let ending = bare.rsplit('.').next().unwrap_or_default();
    let ending = if scheme.is_empty() && www.is_empty() { ending } else { "com" };
    let path: String = parts(path).map(|part| plain(part, dice, &means)).collect();
    let kept: String = parts(bare)
        .filter(|part| letters(part) && means(part))
        .map(|part| format!("-{part}"))
        .collect();
    format!("{scheme}{www}{}{kept}.example.{ending}{path}", dice.word(6))
}

fn letters(part: &str) -> bool {
    part.chars().all(char::is_alphabetic)
}

/// A part of a path: letters for letters, figures for figures.
fn plain(part: &str, dice: &mut Dice, means: impl Fn(&str) -> bool) -> String {
    if letters(part) && means(part) {
        part.to_owned()
    } else if part.contains(char::is_alphabetic) {
        dice.word(part.chars().count())
    } else {
        dice.figures(part)
    }
}

/// Runs of letters, runs of figures, and what stands between them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| match c {
        c if c.is_ascii_digit() => 1,
        c if c.is_alphanumeric() || !c.is_ascii() => 2,
        _ => 3,
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = kind(rest.chars().next()?);
        let (part, after) = rest.split_at(rest.find(|c| kind(c) != first).unwrap_or(rest.len()));
        rest = after;
        Some(part)
    })
}
