//! The contents to carry elsewhere: by the clipboard, or as a spreadsheet.

use super::Entry;
use super::words::{SheetLanguage, Words};

/// Spreadsheets take a file for UTF-8 by it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// All contents, a blank line between them.
pub fn all(entries: &[Entry]) -> String {
    entries.iter().map(|entry| entry.content.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// A spreadsheet of the contents (RFC 4180). A French one splits its cells at semicolons: there the
/// comma is the decimal sign.
pub fn csv(entries: &[Entry], category: &str, language: SheetLanguage) -> String {
    let Words { columns, separator, .. } = language.words();
    let mut file = BYTE_ORDER_MARK.to_owned();
    push_row(&mut file, separator, &columns.map(str::to_owned));
    for entry in entries {
        let cells = [
            category.to_owned(),
            entry.language.clone(),
            format!("Q{}", entry.number),
            entry.content.clone(),
            entry.characters.to_string(),
        ];
        push_row(&mut file, separator, &cells);
    }
    file
}

fn push_row(file: &mut String, separator: &str, cells: &[String]) {
    file.push_str(&cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(separator));
    file.push_str("\r\n");
}

/// A cell that a spreadsheet takes for text, whichever separator it splits at: what would begin a
/// formula is set behind an apostrophe, within the quotes too, since the category and the
/// language's code are whatever someone typed.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', ';', '\t', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
