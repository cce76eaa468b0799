//! `leadbridge login`

use super::{open, vault};
use crate::{
    args::{Login, Platform},
    ask,
    failure::Failure,
    output,
};
use leadbridge_engine::{
    api,
    types::{Platform as Where, SignIn},
};

/// Sign in with a password from standard input: never from an argument, which others can see.
pub async fn run(args: Login) -> Result<(), Failure> {
    let app = open("login").await?;
    vault::unlock(&app).await?;
    let password = ask::secret("password")?;
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
