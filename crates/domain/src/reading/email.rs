//! Email addresses.

use std::ops::Range;

use super::found::Found;
use super::links::Kind;
use super::locale::Locale;
use super::said::Said;
use super::value::Value;
use crate::visible::Visible;

/// The addresses in a text, lower-cased.
///
/// Stricter than RFC 5321 where a careful reader would be: a local part is letters, digits and
/// `.`, `_`, `%`, `+`, `-`, `'`, `&` (so `mail=a@b.fr` is `a@b.fr`), and the last label of a
/// domain is letters (so `leadbridge@1.2.3` is a version, not an address).
pub(crate) fn read(said: &Said<'_>) -> Vec<Found> {
    let text = said.text();
    if !text.contains('@') {
        return Vec::new();
    }
    let emails = said.links().iter().filter(|link| link.kind == Kind::Email);
    let found = emails.filter_map(|link| address(text, link.range.clone()));
    let found: Vec<Found> = found
        .map(|range| Found::plain(Value::Text(text[range.clone()].to_lowercase()), range))
        .collect();
    if found.is_empty() { spaced(text).into_iter().collect() } else { found }
}

/// The only address of a text, where a slip of the thumb put a space beside its sign
/// (`marc @ example.fr`).
fn spaced(text: &str) -> Option<Found> {
    let (before, after) = text.split_once('@').filter(|(_, after)| !after.contains('@'))?;
    let (local, domain) = (before.strip_suffix(' '), after.strip_prefix(' '));
    if local.is_none() && domain.is_none() {
        return None;
    }
    let (local, domain) = (local.unwrap_or(before), domain.unwrap_or(after));
    let local = local.rsplit(char::is_whitespace).next()?;
    let domain = domain.split(char::is_whitespace).next()?;
    let domain = domain.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ending = domain.rsplit('.').next()?;
    let joined = format!("{local}@{domain}");
    let fits = local.starts_with(char::is_alphanumeric)
        && (super::url::is_ending(ending) || ending.len() == 2)
        && address(&joined, 0..joined.len())? == (0..joined.len());
    let start = before.trim_end_matches(' ').len() - local.len();
    let end = text.len() - after.trim_start_matches(' ').len() + domain.len();
    fits.then(|| Found::plain(Value::Text(joined.to_lowercase()), start..end))
}

/// The address that a text is, if it is nothing else.
pub(crate) fn whole(text: &str) -> Option<String> {
    let visible = Visible::new(text);
    let locale = Locale::default();
    let said = Said::new(visible.text.trim(), None, &locale);
    if said.text().contains(' ') {
        return None;
    }
    let found = read(&said).into_iter().find(|found| found.range == (0..said.text().len()))?;
    match found.value {
        Value::Text(address) => Some(address),
        _ => None,
    }
}

/// What of a finder's address is the address.
fn address(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let at = range.start + text[range.clone()].find('@')?;
    let allowed = |c: char| c.is_alphanumeric() || ".-_%+'&".contains(c) || !c.is_ascii();
    let before = &text[range.start..at];
    let kept = before.rfind(|c| !allowed(c)).map_or(before, |cut| &before[cut + 1..]);
    let local = kept.trim_start_matches(['.', '-', '\'', '&', '+', '%']);
    let domain = &text[at + 1..range.end];
    // RFC 5321: 64 octets before the sign, 254 in all.
    let fits = (1..=64).contains(&local.len()) && local.len() + domain.len() < 254;
    (fits && is_domain(domain)).then(|| at - local.len()..range.end)
}

fn is_domain(domain: &str) -> bool {
    let last = domain.rsplit('.').next().unwrap_or_default();
    let named =
        last.chars().count() >= 2 && last.chars().all(|c| !c.is_ascii() || c.is_ascii_alphabetic());
    let fits = |label: &str| {
        (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
    };
    domain.contains('.')
        && domain.split('.').all(fits)
        && (named || last.get(..4).is_some_and(|p| p.eq_ignore_ascii_case("xn--")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let locale = Locale::default();
        let found = read(&Said::new(text, None, &locale));
        let values: Vec<Value> = found.iter().map(|found| found.value.clone()).collect();
        let expected: Vec<Value> = expected.iter().map(|e| Value::Text((*e).to_owned())).collect();
        assert_eq!(values, expected, "{text:?}");
        for found in found {
            let slice = text[found.range].to_lowercase();
            assert_eq!(found.value, Value::Text(slice), "{text:?}");
        }
    }

    #[test]
    fn x13_email_is_lower_cased() {
        check("Marc.Dupont@Example.COM", &["marc.dupont@example.com"]);
        check("Marc@Mail.Google.Com", &["marc@mail.google.com"]);
        check("MARC+vip@EXAMPLE.co.uk", &["marc+vip@example.co.uk"]);
        check("o'brien@example.ie", &["o'brien@example.ie"]);
        check("jose\u{301}@exemple.fr", &["jose\u{301}@exemple.fr"]);
        check("marc@bücher.example", &["marc@bücher.example"]);
        check("marc@xn--bcher-kva.xn--p1ai", &["marc@xn--bcher-kva.xn--p1ai"]);
    }

    #[test]
    fn x13_punctuation_and_brackets_around_an_email_are_not_part_of_it() {
        for text in [
            "c'est a@b.fr.",
            "a@b.fr, merci",
            "(a@b.fr)",
            "<a@b.fr>",
            "[a@b.fr]",
            "{a@b.fr}",
            "\"a@b.fr\"",
            "'a@b.fr'",
            "«a@b.fr»",
            "« a@b.fr »",
            "“a@b.fr”",
            "‘a@b.fr’",
            "a@b.fr…",
            "a@b.fr!",
            "a@b.fr?",
            "a@b.fr;",
            "a@b.fr:",
            "a@b.fr😊",
            "😊a@b.fr",
            "email:a@b.fr",
            "email：a@b.fr",
            "mail=a@b.fr",
            "mailto:a@b.fr",
            "a@b.fr/",
            "**a@b.fr**",
            "`a@b.fr`",
            "email :\u{a0}a@b.fr\u{a0}!",
            "-a@b.fr",
            "a@b.fr\r\nmerci",
            "→a@b.fr←",
            "[a@b.fr](mailto:)",
            "a@b.fr>",
            "a@b.fr。",
            "（a@b.fr）",
            "\u{202f}a@b.fr\u{202f}",
            "a@b.fr.Merci",
            "a@b.fr.Merci beaucoup",
        ] {
            check(text, &["a@b.fr"]);
        }
    }

    #[test]
    fn what_is_no_email() {
        for text in [
            "",
            "@",
            "a@",
            "@b.fr",
            "a@b",
            "a@.fr",
            "a@b..fr",
            "a b.fr",
            "a@1.2.3",
            "a@b.c1",
            "@marc",
            "a (at) b.fr",
            "a@-b.fr",
            "https://example.com/@marc",
            "a@@b.fr",
            "https://user:pw@example.com/x",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn several_emails_in_the_order_said() {
        check("a@b.fr ou C@d.fr", &["a@b.fr", "c@d.fr"]);
        check("a@b.fr,c@d.fr;e@f.fr", &["a@b.fr", "c@d.fr", "e@f.fr"]);
    }

    #[test]
    fn x16_a_whole_address() {
        assert_eq!(whole(" Marc@Example.com\n").as_deref(), Some("marc@example.com"));
        assert_eq!(whole("\u{feff}marc@example.com\u{200b}").as_deref(), Some("marc@example.com"));
        for text in
            ["", "marc", "marc@example", "Marc <marc@example.com>", "a@b.fr c@d.fr", "a@b.fr."]
        {
            assert_eq!(whole(text), None, "{text:?}");
        }
    }
}
