//! Secrets that a person types or a script pipes: never an argument, which others can see.

use crate::failure::Failure;
use std::io::IsTerminal;

/// Whether there is a person to ask.
pub fn is_terminal() -> bool {
    std::io::stdin().is_terminal()
}

/// A secret, asked for as `what` where there is a person; else the next line of standard input.
pub fn secret(what: &str) -> Result<String, Failure> {
    if is_terminal() {
        return typed(what);
    }
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line);
    read.map_err(|error| Failure::input(format!("standard input: {error}")))?;
    let secret = line.trim_end_matches(['\r', '\n']).to_owned();
    match secret.is_empty() {
        true => Err(Failure::input(format!("standard input: the {what} is missing"))),
        false => Ok(secret),
    }
}

/// The same for a new one: what a person can't see is typed twice.
pub fn new_secret(what: &str) -> Result<String, Failure> {
    let secret = secret(what)?;
    if is_terminal() && typed(&format!("{what} again"))? != secret {
        return Err(Failure::input(format!(
            "the {what} was typed in two ways; nothing was changed"
        )));
    }
    Ok(secret)
}

fn typed(what: &str) -> Result<String, Failure> {
    let mut letters = what.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    let prompt: String = first.chain(letters).collect();
    Ok(rpassword::prompt_password(format!("{prompt}: "))?)
}
