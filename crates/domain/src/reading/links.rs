//! Addresses in running text, for the email and url readers and for the number reader, which
//! must leave their digits alone.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use unicode_normalization::char::is_combining_mark;

use super::url;

/// What an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Email,
    Url,
}

/// An address as the link finder sees it, before the readers' own scruples.
pub(crate) struct Link {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
}

/// The addresses in a text, in the order they stand there.
///
/// The finder takes every character beyond ASCII for a letter; people put `«`, `…`, emoji and
/// no-break spaces around addresses. So the text is cut there first. Emails go before urls: looking
/// for both at once, the finder takes `ada.byron` of `ada.byron+news@example.com` for a host.
pub(crate) fn links(text: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut from = 0;
    for piece in text.split_inclusive(is_boundary) {
        // Without a dot there is neither a domain nor a host.
        if piece.contains('.') {
            links.extend(in_piece(piece.trim_end_matches(is_boundary), from));
        }
        from += piece.len();
    }
    links
}

/// The addresses in a piece of a text that begins at this byte of it.
fn in_piece(piece: &str, from: usize) -> Vec<Link> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let mut find = |finder_kind: LinkKind, kind: Kind| -> Vec<Link> {
        finder.kinds(&[finder_kind]);
        let range = |link: linkify::Link<'_>| {
            from + link.start()..from + link.start() + without_sentence(link.as_str()).len()
        };
        finder.links(piece).map(|link| Link { kind, range: range(link) }).collect()
    };
    let urls = find(LinkKind::Url, Kind::Url);
    let mut emails = if piece.contains('@') { find(LinkKind::Email, Kind::Email) } else { vec![] };
    let overlap = |a: &Link, b: &Link| a.range.start < b.range.end && b.range.start < a.range.end;
    // A name and password in a url are no email.
    let certain = |url: &Link| piece[url.range.start - from..url.range.end - from].contains("://");
    emails.retain(|email| !urls.iter().any(|url| certain(url) && overlap(url, email)));
    let urls = urls.into_iter().filter(|url| !emails.iter().any(|email| overlap(url, email)));
    let urls: Vec<Link> = urls.collect();
    let mut links: Vec<Link> = emails.into_iter().chain(urls).collect();
    links.sort_by_key(|link| link.range.start);
    links
}

/// An address without the sentence that begins right after it (`a@b.fr.Merci`).
fn without_sentence(address: &str) -> &str {
    let Some((host, sentence)) = address.rsplit_once('.') else { return address };
    let begins = sentence.starts_with(char::is_uppercase)
        && sentence.contains(char::is_lowercase)
        && sentence.chars().all(char::is_alphabetic)
        && !url::is_ending(&sentence.to_lowercase());
    let (before, ending) = host.rsplit_once('.').unwrap_or_default();
    let is_ending = url::is_ending(ending) || ending.len() == 2;
    let is_host = !before.is_empty()
        && !before.split_once("://").map_or(before, |(_, host)| host).contains('/');
    let small = ending.bytes().all(|byte| byte.is_ascii_lowercase());
    if begins && is_ending && small && is_host { host } else { address }
}

fn is_boundary(c: char) -> bool {
    c.is_whitespace() || !c.is_ascii() && !c.is_alphanumeric() && !is_combining_mark(c)
}
