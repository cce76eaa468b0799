//! The invisible markers `[](Qn)` by which an operator's message says which question it asks.
//!
//! A marker is a CommonMark link without text, so a CommonMark parser finds it: code, escapes,
//! images and nesting are its business. Zero-width characters "do not matter": a marker counts
//! where CommonMark sees a link with them or without them. (Both are tried, because such a
//! character can hide a link, as in `[]␣(Q1)`, and can also keep four leading spaces from
//! being a code block.)
//!
//! # Where the rules leave room
//!
//! - A link's title does not matter (`[](Q1 "budget")`), nor do character references in it
//!   (`[&nbsp;](Q1)`), since CommonMark reads past them.
//! - In an HTML block only the rendered form counts, and not inside `<pre>` and the like.
//! - The text of a message and those of its quick replies and cards are each read on their own, so
//!   that a code block left open in one does not swallow the next.

mod anchor;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::visible::{Visible, is_blank, is_invisible};

/// A marker found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The question's number.
    pub number: u32,
    /// Its first character, counted in Unicode scalar values of the text.
    pub start: u32,
    /// The character after its last.
    pub end: u32,
}

/// A marker and the bytes it takes.
struct Spot {
    number: u32,
    range: Range<usize>,
}

/// The markers of an operator's text, in order.
pub fn markers(text: &str) -> Vec<Marker> {
    let (mut bytes, mut scalars) = (0, 0_usize);
    let mut count_to = |to: usize| {
        scalars += text[bytes..to].chars().count();
        bytes = to;
        u32::try_from(scalars).unwrap_or(u32::MAX)
    };
    let to_marker = |spot: Spot| Marker {
        number: spot.number,
        start: count_to(spot.range.start),
        end: count_to(spot.range.end),
    };
    spots(text).into_iter().map(to_marker).collect()
}

/// The text as the visitor sees it: without its markers, and without the space they leave
/// behind.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for spot in spots(text) {
        shown.push_str(text[from..spot.range.start].trim_end_matches(is_invisible));
        let after = &text[spot.range.end..];
        let mut rest = after.trim_start_matches(is_invisible);
        if shown.is_empty() || shown.ends_with(char::is_whitespace) {
            rest = rest.trim_start_matches([' ', '\t', '\u{a0}']);
        }
        from = text.len() - rest.len();
    }
    shown.push_str(&text[from..]);
    if from == 0 { shown } else { shown.trim().to_owned() }
}

fn spots(text: &str) -> Vec<Spot> {
    // Most messages ask nothing; a marker needs a bracket of one kind or the other.
    if !text.contains(['[', '<']) {
        return Vec::new();
    }
    let mut spots = rendered_spots(text);
    let visible = Visible::new(text);
    if visible.text.len() < text.len() {
        let hidden: Vec<Spot> = rendered_spots(&visible.text)
            .into_iter()
            .map(|spot| Spot { range: visible.original(&spot.range), ..spot })
            .filter(|spot| {
                let next = spots.partition_point(|known| known.range.end <= spot.range.start);
                spots.get(next).is_none_or(|known| spot.range.end <= known.range.start)
            })
            .collect();
        spots.extend(hidden);
        spots.sort_by_key(|spot| spot.range.start);
    }
    spots
}

/// The markers CommonMark sees in a text.
fn rendered_spots(text: &str) -> Vec<Spot> {
    if let Some(spot) = plain_spot(text) {
        return vec![spot];
    }
    parsed_spots(text)
}

/// The marker of a text that begins with it and has nothing after it that could be another, as
/// most have. Whatever follows, CommonMark takes such a link for one: it need not be asked, which
/// would cost more than all the rest of reading the message.
fn plain_spot(text: &str) -> Option<Spot> {
    let (destination, rest) = text.strip_prefix("[](")?.split_once(')')?;
    let is_plain = destination.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_plain || rest.contains(['[', '<']) {
        return None;
    }
    let number = question_number(destination)?;
    Some(Spot { number, range: 0..text.len() - rest.len() })
}

/// The same, by parsing the text.
fn parsed_spots(text: &str) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut open: Option<Spot> = None;
    let mut images = 0_usize;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => {
                open = question_number(&dest_url).map(|number| Spot { number, range });
            }
            Event::End(TagEnd::Link) if images == 0 => spots.extend(open.take()),
            Event::InlineHtml(tag) if images == 0 => match open.take() {
                Some(mut spot) if anchor::closes(&tag) => {
                    spot.range.end = range.end;
                    spots.push(spot);
                }
                _ => open = anchor::target(&tag).map(|number| Spot { number, range }),
            },
            Event::Start(Tag::HtmlBlock) => {
                spots.extend(anchor::in_html(&text[range.clone()], range.start))
            }
            Event::Text(text) if is_blank(&text) => {}
            Event::SoftBreak | Event::HardBreak => {}
            Event::Start(Tag::Image { .. }) => {
                images += 1;
                open = None;
            }
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            _ => open = None,
        }
    }
    spots
}

/// The question a destination names: `Q` or `q` and a number from 1 to 9999.
fn question_number(destination: &str) -> Option<u32> {
    let visible = Visible::new(destination);
    let digits = visible.text.trim().strip_prefix(['Q', 'q'])?;
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.trim_start_matches('0').parse().ok().filter(|number| (1..=9999).contains(number))
}

#[cfg(test)]
mod tests;
