//! The rendered form of a marker, `<a href="Q1"></a>`.

use pulldown_cmark::{Event, Parser};

use super::{Spot, question_number};
use crate::visible::is_blank;

/// The question an opening `<a …>` names. `tag` is one whole tag, as CommonMark delimits it.
pub(super) fn target(tag: &str) -> Option<u32> {
    let inside = tag.strip_prefix('<')?.strip_suffix('>')?;
    let mut attributes = inside.strip_prefix(['a', 'A'])?;
    if !attributes.starts_with(|c: char| c.is_ascii_whitespace()) {
        return None;
    }
    loop {
        attributes = attributes.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if attributes.is_empty() {
            return None;
        }
        let ends_name = |c: char| c.is_ascii_whitespace() || c == '=' || c == '/';
        let (name, rest) =
            attributes.split_at(attributes.find(ends_name).unwrap_or(attributes.len()));
        let Some(rest) = rest.trim_start().strip_prefix('=') else {
            // An attribute without a value. A stray `=` can't follow: the parser saw to it.
            attributes = rest;
            continue;
        };
        let (value, rest) = quoted(rest.trim_start());
        if name.eq_ignore_ascii_case("href") {
            return question_number(value);
        }
        attributes = rest;
    }
}

/// An attribute's value and what follows it.
fn quoted(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len()))
}

/// Whether a tag is `</a>`.
pub(super) fn closes(tag: &str) -> bool {
    let name = tag.strip_prefix("</").and_then(|tag| tag.strip_suffix('>'));
    name.is_some_and(|name| name.trim_end().eq_ignore_ascii_case("a"))
}

/// The markers in an HTML block that starts at byte `at`. CommonMark passes such a block on
/// unread; with a word before it, it is a paragraph whose tags the parser tells apart. Links
/// written in Markdown are not links there, and what is in `<pre>` and the like is code.
pub(super) fn in_html(block: &str, at: usize) -> Vec<Spot> {
    const CODE: [&str; 4] = ["<pre", "<script", "<style", "<textarea"];
    const WORD: &str = "x";
    let start = block.trim_start();
    let is_code = |tag: &&str| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
    if CODE.iter().any(is_code) {
        return Vec::new();
    }
    let paragraph = format!("{WORD}{block}");
    let mut spots = Vec::new();
    let mut open: Option<Spot> = None;
    for (event, range) in Parser::new(&paragraph).into_offset_iter() {
        match event {
            Event::InlineHtml(tag) => {
                // The first byte of the paragraph is not in the block.
                let range = at + range.start - WORD.len()..at + range.end - WORD.len();
                match open.take() {
                    Some(mut spot) if closes(&tag) => {
                        spot.range.end = range.end;
                        spots.push(spot);
                    }
                    _ => open = target(&tag).map(|number| Spot { number, range }),
                }
            }
            Event::Text(text) if is_blank(&text) => {}
            Event::SoftBreak | Event::HardBreak => {}
            _ => open = None,
        }
    }
    spots
}
