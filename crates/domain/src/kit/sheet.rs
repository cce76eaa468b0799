//! The contents on paper, to tick off while they are entered.

use super::words::{SheetLanguage, Words};
use super::{ADVISED_CHARACTERS, Entry, MOST_CHARACTERS};
use crate::html::escaped;
use crate::question::QuestionSet;

/// All of the page's looks: it must print from any browser, with nothing beside it.
const STYLE: &str = "\
@page { size: A4; margin: 15mm; }
body { font: 11pt/1.4 system-ui, sans-serif; color: #111; background: #fff; max-width: 180mm; \
margin: 10mm auto; }
h1 { font-size: 16pt; margin: 0 0 2mm; }
table { border-collapse: collapse; width: 100%; margin-top: 5mm; }
th, td { border: 1px solid #999; padding: 2mm; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.box { width: 4mm; height: 4mm; border: 1px solid #111; margin: auto; }
.content { white-space: pre-wrap; overflow-wrap: anywhere; font-family: ui-monospace, monospace; \
font-size: 10pt; user-select: all; }
.long { font-weight: bold; }
.too-long { font-weight: bold; color: #b00; }
@media print { body { margin: 0; max-width: none; } }
";

/// A page to print: the contents of a set, each with a box to tick.
pub fn sheet(
    set: &QuestionSet,
    entries: &[Entry],
    category: &str,
    language: SheetLanguage,
) -> String {
    let words = language.words();
    let Words { code, note, limits, colon, .. } = words;
    let (name, category) = (escaped(&set.name), escaped(category));
    let heads: String = words.heads.iter().map(|head| format!("<th>{head}</th>")).collect();
    let rows: String = entries.iter().map(|entry| row(entry, &category, words)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{name}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n\
         <p>{}{colon} <b>{category}</b></p>\n<p>{note}</p>\n<p>{limits}</p>\n<table>\n\
         <thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</body>\n</html>\n",
        words.category,
    )
}

fn row(entry: &Entry, category: &str, words: &Words) -> String {
    let characters = usize::try_from(entry.characters).unwrap_or(usize::MAX);
    let length = match characters {
        n if n <= ADVISED_CHARACTERS => "",
        n if n <= MOST_CHARACTERS => " class=\"long\"",
        _ => " class=\"too-long\"",
    };
    let required = match entry.required {
        true => format!("<br>{}", words.required),
        false => String::new(),
    };
    format!(
        "<tr><td><div class=\"box\"></div></td><td>Q{}<br>{}{required}</td><td>{category}</td>\
         <td class=\"content\" dir=\"auto\">{}</td><td>{}</td>\
         <td{length}>{characters} {}</td></tr>\n",
        entry.number,
        escaped(&entry.field),
        escaped(&entry.content),
        escaped(&entry.language),
        words.characters,
    )
}
