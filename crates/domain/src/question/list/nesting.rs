//! Which lines of a list are questions, and which are the choices of the question above them.

use std::collections::BTreeSet;

use super::guess::typed;
use super::line;
use super::options::{names_parts, said_of};
use crate::marker;
use crate::question::AnswerType;
use crate::reading::label_key;

/// The most words and characters a choice on its own line has.
const WORDS: usize = 8;
const CHARACTERS: usize = 60;

/// The most choices a question has: more lines than that are no list to choose from.
const CHOICES: usize = 60;

/// How far a tab goes in.
const TAB: usize = 4;

/// Words that speak to someone: what has them asks, and is chosen by nobody.
const ASKING: &[&str] = &[
    "votre", "vos", "vous", "quel", "quelle", "your", "you", "what", "which", "ihr", "ihre", "sie",
    "welche", "su", "sus", "usted", "cual", "suo", "sua", "quale",
];

/// A question of a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The number of its marker.
    pub(super) marker: Option<u32>,
    pub(super) text: String,
    /// What stands under it to choose from; nothing where lines below are none of its.
    pub(super) choices: Vec<String>,
}

/// A line that says something, and how it stands in the list.
struct Line {
    marker: Option<u32>,
    text: String,
    indent: usize,
    /// The sign it begins with, as an item of a list does.
    bullet: Option<char>,
    numbered: bool,
}

/// The questions of a list, each with the choices that stand under it.
pub(super) fn items(text: &str) -> Vec<Item> {
    let lines: Vec<Line> = text.lines().filter_map(line_of).collect();
    let mut items = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((line, below)) = rest.split_first() {
        let is_choice = |next: &&Line| next.is_under(line) && next.is_choice();
        let under = below.iter().take(CHOICES).take_while(is_choice).count();
        let (under, after) = below.split_at(under);
        // Where the lines under it go on with questions, so may those before them be some.
        let mixed = after.first().is_some_and(|next| next.is_under(line));
        let asked = line.is_asked_with(under, mixed);
        let choices = if asked { under.iter().map(Line::choice).collect() } else { Vec::new() };
        items.push(Item { marker: line.marker, text: line.text.clone(), choices });
        rest = if asked { after } else { below };
    }
    items
}

/// A line that says something.
fn line_of(raw: &str) -> Option<Line> {
    let raw = raw.trim_start_matches('\u{feff}');
    let start = raw.chars().take_while(|c| c.is_whitespace());
    let indent = start.map(|c| if c == '\t' { TAB } else { 1 }).sum();
    let cell = line::first_cell(raw);
    let marker = marker::markers(&cell).first().map(|marker| marker.number);
    let shown = marker::shown(&cell);
    let shown = shown.trim();
    let text = line::bare(shown);
    let rest = line::without_bullet(shown);
    let numbered = marker.is_some() || line::without_numbering(rest) != rest;
    let bullet = line::unlisted(shown).and(shown.chars().next());
    let bullet = bullet.map(|sign| if sign.is_alphabetic() { 'a' } else { sign });
    text.contains(char::is_alphanumeric).then_some(Line { marker, text, indent, bullet, numbered })
}

impl Line {
    /// Whether it stands under another: further in, or as an item where that one is none such.
    fn is_under(&self, above: &Self) -> bool {
        let is_item = self.bullet.is_some() && self.bullet != above.bullet && !self.numbered;
        self.marker.is_none()
            && (self.indent > above.indent || self.indent == above.indent && is_item)
    }

    /// Whether it is short, and asks nothing.
    fn is_choice(&self) -> bool {
        let said = said_of(&self.text);
        (1..=WORDS).contains(&said.len())
            && self.text.chars().count() <= CHARACTERS
            && !self.text.contains(['?', '？'])
            && !said.iter().any(|word| ASKING.contains(&word.as_str()))
    }

    /// Its words as a choice.
    fn choice(&self) -> String {
        let text = line::unlisted(&self.text).unwrap_or(&self.text);
        text.trim_end_matches([',', ';', '.']).trim_end().to_owned()
    }

    /// Whether it asks for one of these. A heading over points that are answered each by
    /// themselves does not: `1. Coordonnées`.
    fn is_asked_with(&self, under: &[Self], mixed: bool) -> bool {
        let typed = |line: &Self| {
            let kind = typed(&said_of(&line.text), &line.text);
            kind.is_some_and(|kind| kind != AnswerType::Amount && kind != AnswerType::Number)
        };
        let parts = names_parts(&self.text);
        let asks = self.text.contains(['?', '？']);
        let keys: BTreeSet<String> = under.iter().map(|line| label_key(&line.choice())).collect();
        let is_list = keys.len() > 1 && under.len() < CHOICES;
        match asks {
            true => is_list && !(parts && under.iter().any(typed)),
            false => is_list && self.numbered && !parts && !mixed,
        }
    }
}
