//! A stand-in written in the way its original is.

/// A postcode with the spaces, strokes and small letters of another.
pub(super) fn spaced_as(role: &str, written: &str) -> String {
    let mut signs = role.chars().filter(char::is_ascii_alphanumeric);
    let replace = |c: char| {
        if !c.is_ascii_alphanumeric() {
            return c;
        }
        let sign = signs.next().unwrap_or(c);
        if c.is_lowercase() { sign.to_ascii_lowercase() } else { sign }
    };
    written.chars().map(replace).collect()
}

/// A word in the case of another: all capitals, all small, or as it is with a capital.
pub(super) fn cased_as(role: &str, written: &str) -> String {
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let first = letters.next();
    let shouted = letters.clone().count() > 0 && letters.all(char::is_uppercase);
    match first {
        Some(first) if first.is_uppercase() && shouted => role.to_uppercase(),
        Some(first) if first.is_uppercase() => {
            let mut rest = role.chars();
            rest.next().map(|c| c.to_uppercase().chain(rest).collect()).unwrap_or_default()
        }
        Some(first) if first.is_lowercase() => role.to_lowercase(),
        _ => role.to_owned(),
    }
}
