use crate::Clock;
use std::time::Duration;

/// How an iAdvize [`Simulator`](super::Simulator) starts. Every default is what iAdvize documents, or harmless.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// Who may sign in. All of them share one password.
    pub usernames: Vec<String>,
    /// Their password.
    pub password: String,
    /// What webhooks are signed with.
    pub webhook_secret: String,
    /// How often tokens may be asked for before the answer is 429.
    pub login_limit_per_minute: LoginLimit,
    /// How long a token is good for.
    pub token_lifetime: Duration,
    /// What a wrong password is answered with. No public page says; 400 is what OAuth 2 says, and 401 is as likely.
    pub wrong_password_status: u16,
    /// Whether the account signs in through single sign-on: every password is refused, and that is said.
    pub single_sign_on: bool,
    /// What `Retry-After` says of a block of sign-ins, in seconds. No public page says.
    pub block_seconds: Option<u32>,
    /// How far the `Date` of every answer is from the time.
    pub date_offset: jiff::SignedDuration,
    /// What the account's schema calls things.
    pub schema: super::SchemaVariant,
    /// Whether the conversations of [`seed`](crate::seed) are there, open, from the start.
    pub seed: bool,
    /// What governs expiry, limits, retries and dates.
    pub clock: Clock,
}

/// Token requests allowed in a minute.
#[derive(Clone, Copy, Debug)]
pub struct LoginLimit {
    /// By one user name.
    pub user: usize,
    /// From one address.
    pub ip: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            usernames: vec!["admin@example.com".to_owned()],
            password: "simulated-password".to_owned(),
            webhook_secret: "simulated-webhook-secret".to_owned(),
            login_limit_per_minute: LoginLimit { user: 10, ip: 100 },
            token_lifetime: Duration::from_secs(86_400),
            wrong_password_status: 400,
            single_sign_on: false,
            block_seconds: None,
            date_offset: jiff::SignedDuration::ZERO,
            schema: super::SchemaVariant::default(),
            seed: true,
            clock: Clock::real(),
        }
    }
}
