use crate::{
    http::{At, Broken},
    said::{Key, Said},
};
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
    /// It refuses them because the account signs in elsewhere.
    SingleSignOn,
    /// Too many sign-ins: iAdvize blocks further ones for a while.
    SignInBlocked {
        /// How long, if it says.
        after: Option<SignedDuration>,
    },
    /// A fresh token is refused as well.
    TokenRefused,
    /// The same, or nothing can be found at such a time, while this machine's clock is off.
    ClockOff {
        /// How far it is ahead; behind, where negative.
        by: SignedDuration,
    },
    /// The account may not read this.
    Forbidden(String),
    /// Our query doesn't fit this account's schema.
    Schema(Said),
    /// iAdvize refuses to answer so much at once: ask for less.
    TooMuch(String),
    /// It answers with an error, in these words.
    Refused(String),
    /// There is no way to it.
    Unreachable {
        /// Whose name isn't found, or who doesn't answer at its address.
        host: String,
        /// What was seen; nothing where the name isn't found.
        why: Option<String>,
    },
    /// No answer, a failure of its own, or too many calls.
    Unavailable {
        /// What was seen.
        why: String,
        /// The least time to wait that it asked for.
        after: Option<SignedDuration>,
    },
}

impl Error {
    pub(super) fn unavailable(why: impl Into<String>) -> Self {
        Self::Unavailable { why: why.into(), after: None }
    }

    /// A query that it doesn't understand, in its own words.
    pub(super) fn misunderstood(said: impl Into<String>) -> Self {
        Self::Schema(Said::new(Key::IadvizeSchema, [("said", said.into())]))
    }

    pub(super) fn broken(broken: Broken, base_url: &str) -> Self {
        let host = url::Url::parse(base_url).ok();
        let host = host.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
        match broken.at {
            At::Name => Self::Unreachable { host, why: None },
            At::Connection => Self::Unreachable { host, why: Some(broken.why) },
            At::Answer => Self::unavailable(broken.why),
        }
    }

    /// Whether the account is at fault, and so every call: nothing is learnt of what was asked.
    pub fn is_of_the_account(&self) -> bool {
        matches!(
            self,
            Self::NotSignedIn
                | Self::Vault(_)
                | Self::WrongPassword
                | Self::SingleSignOn
                | Self::SignInBlocked { .. }
                | Self::TokenRefused
                | Self::ClockOff { .. }
        )
    }

    /// What it is and what to do, for people.
    pub fn said(&self) -> Said {
        match self {
            Self::NotSignedIn => Said::plain(Key::NotSignedIn),
            Self::Vault(said) | Self::Schema(said) => said.clone(),
            Self::WrongPassword => Said::plain(Key::WrongPassword),
            Self::SingleSignOn => Said::plain(Key::SingleSignOn),
            Self::SignInBlocked { after: None } => Said::plain(Key::SignInBlocked),
            Self::SignInBlocked { after: Some(after) } => {
                Said::new(Key::SignInBlockedFor, [("seconds", after.as_secs().to_string())])
            }
            Self::TokenRefused => Said::plain(Key::TokenRefused),
            Self::ClockOff { by } => clock_off(*by),
            Self::Forbidden(said) => Said::new(Key::IadvizeForbids, [("said", said.clone())]),
            Self::TooMuch(said) => Said::new(Key::IadvizeTooMuch, [("said", said.clone())]),
            Self::Refused(said) => {
                let why = format!("its answer says {said:?}");
                Said::new(Key::IadvizeUnavailable, [("why", why)])
            }
            Self::Unreachable { host, why: None } => {
                Said::new(Key::NoSuchHost, [("host", host.clone())])
            }
            Self::Unreachable { host, why: Some(why) } => {
                Said::new(Key::NoConnection, [("host", host.clone()), ("why", why.clone())])
            }
            Self::Unavailable { why, .. } => {
                Said::new(Key::IadvizeUnavailable, [("why", why.clone())])
            }
        }
    }
}

/// How far the clock is off, in whole minutes.
fn clock_off(by: SignedDuration) -> Said {
    let key = if by.is_negative() { Key::ClockSlow } else { Key::ClockFast };
    Said::new(key, [("minutes", by.as_mins().unsigned_abs().to_string())])
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for Error {}
