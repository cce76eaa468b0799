//! A line's question without what lists, spreadsheets and documents put around it.

/// Signs that begin an item of a list.
const BULLETS: [char; 15] =
    ['-', '*', '•', '–', '—', '·', '▪', '‣', '◦', '●', '○', '■', '□', '☐', '➤'];

/// What questions are numbered with, besides nothing.
const NUMBERED: [&str; 7] = ["question", "frage", "pregunta", "domanda", "n°", "q", "no"];

const QUOTES: [(char, char); 8] = [
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('«', '»'),
    ('‘', '’'),
    ('‹', '›'),
];

/// The first cell of a spreadsheet's row that says something; the line itself where it is none.
pub(super) fn first_cell(line: &str) -> String {
    let said = |cell: &&str| cell.contains(char::is_alphabetic);
    let line = line.trim().trim_start_matches('\u{feff}');
    let line = match line.contains('\t') {
        true => line.split('\t').find(said).unwrap_or(line).trim(),
        false => line,
    };
    // `1;Quel est votre budget ?;amount`, and not `1,5 million`.
    let line = match line.split_once([';', ',']) {
        Some((number, rest))
            if is_number(number) && !rest.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            rest.trim_start()
        }
        _ => line,
    };
    quoted_cell(line).unwrap_or_else(|| before_separator(line).trim().to_owned())
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `"Quel est votre ""budget"" ?";amount`
fn quoted_cell(line: &str) -> Option<String> {
    let inside = line.strip_prefix('"')?;
    let mut cell = String::new();
    let mut signs = inside.chars().peekable();
    while let Some(c) = signs.next() {
        if c != '"' {
            cell.push(c);
        } else if signs.next_if_eq(&'"').is_some() {
            cell.push('"');
        } else {
            let rest = signs.collect::<String>();
            return matches!(rest.trim_start().chars().next(), None | Some(',' | ';'))
                .then(|| cell.trim().to_owned());
        }
    }
    None
}

/// A comma belongs to sentences too: only one right after the question mark parts cells.
fn before_separator(line: &str) -> &str {
    let end = line.match_indices(['?', '？']).find_map(|(at, mark)| {
        let end = at + mark.len();
        line[end..].starts_with([',', ';']).then_some(end)
    });
    end.map_or(line, |end| &line[..end])
}

/// A text without bullets, numbering and quotes, however they are nested.
pub(super) fn bare(text: &str) -> String {
    let mut text = text.trim();
    loop {
        let stripped = without_quotes(without_numbering(without_bullet(text)));
        if stripped == text {
            return text.to_owned();
        }
        text = stripped;
    }
}

pub(super) fn without_bullet(text: &str) -> &str {
    for check in ["[ ]", "[x]", "[X]"] {
        if let Some(rest) = text.strip_prefix(check) {
            return rest.trim_start();
        }
    }
    match text.strip_prefix(BULLETS) {
        // A dash that belongs to its word is no bullet.
        Some(rest) if rest.starts_with(char::is_whitespace) || text.starts_with('•') => {
            rest.trim_start()
        }
        _ => text,
    }
}

/// What follows the sign of an item: `- neuve`, `-neuve`, `a) neuve`. Nothing where there is none.
pub(super) fn unlisted(text: &str) -> Option<&str> {
    let rest = without_bullet(text);
    if rest != text {
        return Some(rest);
    }
    let mut signs = text.chars();
    let (first, rest) = (signs.next()?, signs.as_str());
    match first.is_ascii_alphabetic() {
        true => rest.strip_prefix([')', '.'])?.strip_prefix(char::is_whitespace),
        false if BULLETS.contains(&first) && rest.starts_with(char::is_alphabetic) => Some(rest),
        false => None,
    }
}

/// `1. `, `1) `, `(1) `, `Q1: `, `Question 1 - `.
pub(super) fn without_numbering(text: &str) -> &str {
    let word = NUMBERED.iter().find_map(|word| {
        let start = text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word))?;
        Some(text[start.len()..].trim_start())
    });
    let open = word.unwrap_or(text);
    let open = open.strip_prefix('(').unwrap_or(open);
    let digits = open.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return text;
    }
    let after = open[digits..].trim_start();
    let Some(rest) = after.strip_prefix(['.', ')', ':', '-', '–', '°', '/']) else {
        return text;
    };
    match rest.starts_with(char::is_whitespace) {
        true => rest.trim_start(),
        false => text,
    }
}

fn without_quotes(text: &str) -> &str {
    QUOTES
        .iter()
        .find_map(|(open, close)| {
            let inside = text.strip_prefix(*open)?.strip_suffix(*close)?;
            // `'a' or 'b'` begins and ends with a quote, and is not in quotes.
            (!inside.contains(*close) && !inside.contains(*open)).then_some(inside.trim())
        })
        .unwrap_or(text)
}
