//! iAdvize: signing in, and reading conversations over GraphQL.
//!
//! What is documented: `POST /oauth2/token` with a form (`grant_type=password` only) gives a token
//! for a day and no refresh token; ten sign-ins a minute and user are allowed, so one token serves
//! everything. `POST /graphql` answers 401 for a token that no longer works, 429 beyond a limit
//! that nobody prints, 400 for a query that doesn't fit the schema.

mod auth;
mod client;
mod operations;
mod wire;

pub use auth::Keys;
pub use client::{Account, Client};

use crate::said::{Key, Said};
use jiff::SignedDuration;

/// Why iAdvize gave nothing. What it says holds no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// No account or no password is known.
    NotSignedIn,
    /// The keyring doesn't answer.
    Vault(Said),
    /// iAdvize refuses email and password.
    WrongPassword,
    /// Too many sign-ins: iAdvize blocks further ones for a while.
    SignInBlocked,
    /// A fresh token is refused as well.
    TokenRefused,
    /// The account may not read this.
    Forbidden(String),
    /// Our query doesn't fit this account's schema.
    Schema(String),
    /// No answer, a failure of its own, or too many calls.
    Unavailable {
        /// What was seen.
        why: String,
        /// The least time to wait that it asked for.
        after: Option<SignedDuration>,
    },
}

impl Error {
    fn unavailable(why: impl Into<String>) -> Self {
        Self::Unavailable { why: why.into(), after: None }
    }

    /// Whether the account is at fault, and so every call: nothing is learnt of what was asked.
    pub fn is_of_the_account(&self) -> bool {
        use Error::{NotSignedIn, SignInBlocked, TokenRefused, Vault, WrongPassword};
        matches!(self, NotSignedIn | Vault(_) | WrongPassword | SignInBlocked | TokenRefused)
    }

    /// What it is and what to do, for people.
    pub fn said(&self) -> Said {
        match self {
            Self::NotSignedIn => Said::plain(Key::NotSignedIn),
            Self::Vault(said) => said.clone(),
            Self::WrongPassword => Said::plain(Key::WrongPassword),
            Self::SignInBlocked => Said::plain(Key::SignInBlocked),
            Self::TokenRefused => Said::plain(Key::TokenRefused),
            Self::Forbidden(said) => Said::new(Key::IadvizeForbids, [("said", said.clone())]),
            Self::Schema(said) => Said::new(Key::IadvizeSchema, [("said", said.clone())]),
            Self::Unavailable { why, .. } => {
                Said::new(Key::IadvizeUnavailable, [("why", why.clone())])
            }
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for Error {}
