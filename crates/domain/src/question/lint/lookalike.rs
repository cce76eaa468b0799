//! Marks in a text that a chat may take for something else than the author meant.

use pulldown_cmark::{Event, Parser};

use crate::visible::is_invisible;

/// The most that is quoted of a text.
const QUOTED: usize = 16;

/// What looks like a marker in a text without markers: empty brackets, escaped or not, and a
/// link to a question.
pub(super) fn look_alike(text: &str) -> Option<String> {
    // Spaces, escapes and what can't be seen do not stop an eye.
    let seen: Vec<(usize, char)> = text
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace() && !is_invisible(*c) && *c != '\\')
        .collect();
    let matches = |at: usize, signs: &[fn(char) -> bool]| {
        let ahead = seen.get(at..).unwrap_or_default();
        ahead.len() >= signs.len() && signs.iter().zip(ahead).all(|(fits, (_, c))| fits(*c))
    };
    const EMPTY: [fn(char) -> bool; 2] = [|c| c == '[', |c| c == ']'];
    const LINK: [fn(char) -> bool; 4] =
        [|c| c == ']', |c| c == '(', |c| matches!(c, 'q' | 'Q'), |c| c.is_ascii_digit()];
    // `[en euros] (Q3 2026)` is no link: nothing stands between the brackets of one.
    let links = |at: usize| {
        matches(at, &LINK) && seen.get(at + 1).is_some_and(|next| next.0 == seen[at].0 + 1)
    };
    let at = (0..seen.len()).find(|at| matches(*at, &EMPTY) || links(*at))?;
    let opening = seen[..=at].iter().rev().find(|(_, c)| *c == '[').unwrap_or(&seen[at]);
    Some(text[opening.0..].chars().take(QUOTED).collect())
}

/// A sign that opens code or a link, and that nothing closes.
pub(super) fn unclosed(text: &str) -> Option<&'static str> {
    let mut open = 0_usize;
    for (event, range) in Parser::new(text).into_offset_iter() {
        if !matches!(event, Event::Text(_)) {
            continue;
        }
        for (at, c) in text[range.clone()].char_indices() {
            let escaped = text[..range.start + at].ends_with('\\');
            match c {
                '`' if !escaped => return Some("`"),
                '[' if !escaped => open += 1,
                ']' if !escaped => open = open.saturating_sub(1),
                _ => {}
            }
        }
    }
    (open > 0).then_some("[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_marker_is_found() {
        for (text, expected) in [
            ("Budget ?", None),
            ("Budget [en euros] (Q3 2026)", None),
            ("Voir [le guide](quick.html)", None),
            ("\\[\\](Q1) Budget ?", Some("[\\](Q1) Budget ?")),
            ("a \\[\\] b", Some("[\\] b")),
            ("[](Q0) Budget", Some("[](Q0) Budget")),
            ("[] (Q1)", Some("[] (Q1)")),
            ("Voir [ici](Q2)", Some("[ici](Q2)")),
            ("](Q2)", Some("](Q2)")),
            ("[](Q", Some("[](Q")),
        ] {
            assert_eq!(look_alike(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn what_nothing_closes_is_found() {
        for (text, expected) in [
            ("Budget ?", None),
            ("`code` et [lien](https://a.fr)", None),
            ("[en euros]", None),
            ("5 \\` et \\[", None),
            ("aujourd`hui", Some("`")),
            ("```\ncode", None),
            ("Budget [en euros", Some("[")),
            ("en euros] ?", None),
        ] {
            assert_eq!(unclosed(text), expected, "{text:?}");
        }
    }
}
