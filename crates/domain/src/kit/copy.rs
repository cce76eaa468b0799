//! The contents to carry elsewhere: by the clipboard, or as a spreadsheet.

use super::Entry;

/// Spreadsheets take a file for UTF-8 by it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// All contents, a blank line between them.
pub fn all(entries: &[Entry]) -> String {
    entries.iter().map(|entry| entry.content.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// A spreadsheet of the contents (RFC 4180).
pub fn csv(entries: &[Entry], category: &str) -> String {
    let mut file = BYTE_ORDER_MARK.to_owned();
    let heads = ["Category", "Language", "Question", "Content", "Characters"];
    push_row(&mut file, &heads.map(str::to_owned));
    for entry in entries {
        push_row(
            &mut file,
            &[
                category.to_owned(),
                entry.language.clone(),
                format!("Q{}", entry.number),
                entry.content.clone(),
                entry.characters.to_string(),
            ],
        );
    }
    file
}

fn push_row(file: &mut String, cells: &[String]) {
    file.push_str(&cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(","));
    file.push_str("\r\n");
}

/// A cell that a spreadsheet takes for text: what would begin a formula is set behind an
/// apostrophe, since the category and the language's code are whatever someone typed.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', ';', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
