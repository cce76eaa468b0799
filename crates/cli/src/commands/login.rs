//! `leadbridge login`

use super::open;
use crate::{
    args::{Login, Platform},
    failure::Failure,
    output,
};
use leadbridge_engine::{
    api,
    types::{Platform as Where, SignIn},
};
use std::io::IsTerminal;

/// Sign in with a password from standard input: never from an argument, which others can see.
pub async fn run(args: Login) -> Result<(), Failure> {
    let password = password()?;
    let app = open("login").await?;
    let platform = match args.platform {
        Platform::Ha => Where::Ha,
        Platform::Sd => Where::Sd,
    };
    let request = SignIn { email: args.email, password, platform, base_url: args.base_url };
    let account = api::sign_in(&app, request).await?;
    if args.json {
        return output::json(&account);
    }
    let seen = account.check.map(|check| check.message.text).unwrap_or_default();
    output::line(&format!("signed in as {}: {seen}", account.email))
}

fn password() -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        return Ok(rpassword::prompt_password("Password: ")?);
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    match password.is_empty() {
        true => Err(Failure::input("standard input: the password is missing")),
        false => Ok(password),
    }
}
