//! One token for everything: taken once, shared, renewed before it ends.

use super::{Account, Error, wire};
use crate::{clock::Clock, http, said::Said, secret::Secret};
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tokio::sync::Mutex;

/// iAdvize's documented lifetime, for an answer that doesn't say.
const LIFETIME: i64 = 86_400;
/// How long before its end a token is renewed, as iAdvize advises ("a few minutes").
const EARLY: SignedDuration = SignedDuration::from_mins(5);
/// How long a password that was refused isn't tried again. Every conversation that waits would
/// try it, and ten tries in a minute block the user.
const REFUSED: SignedDuration = SignedDuration::from_mins(15);
/// How long a block of sign-ins is left alone. Its length is published nowhere; the limit counts
/// by the minute.
const BLOCKED: SignedDuration = SignedDuration::from_mins(1);
/// How long a sign-in is proof of the password: checks side by side need one.
const PROOF: SignedDuration = SignedDuration::from_mins(1);

/// Where password and token are kept.
#[async_trait]
pub trait Keys: Send + Sync {
    /// The account's password.
    async fn password(&self) -> Result<Option<Secret>, Said>;
    /// The token kept by an earlier run.
    async fn kept_token(&self) -> Option<Secret>;
    /// Keep the token for a later run; `None` forgets it.
    async fn keep_token(&self, token: Option<Secret>);
}

/// A token and its times.
#[derive(Clone, Serialize, Deserialize)]
pub struct Token {
    text: String,
    /// When it was given.
    given: Timestamp,
    /// When to renew it, before it ends.
    renew: Timestamp,
    /// Whose it is: a token kept for another account is no use.
    account: String,
}

impl Token {
    /// A token that is good for so many seconds.
    fn new(text: String, seconds: i64, now: Timestamp, account: &Account) -> Self {
        let lifetime = SignedDuration::from_secs(seconds);
        // A short one is used for the most of its time all the same.
        let early = EARLY.min(lifetime / 4);
        let renew = now.checked_add(lifetime - early).unwrap_or(Timestamp::MAX);
        Self { text, given: now, renew, account: account.identity() }
    }
}

/// What the last sign-ins gave.
#[derive(Default)]
struct Current {
    token: Option<Token>,
    refusal: Option<Refusal>,
    /// The token, once iAdvize has taken it.
    worked: Option<String>,
}

/// A sign-in that iAdvize refused.
struct Refusal {
    at: Timestamp,
    password: Secret,
    error: Error,
}

impl Refusal {
    /// The same answer again, where asking for it would only do harm.
    fn stands(&self, password: &Secret, now: Timestamp) -> bool {
        let rest = match self.error {
            Error::WrongPassword | Error::SingleSignOn if self.password == *password => REFUSED,
            Error::SignInBlocked { after } => after.unwrap_or(BLOCKED),
            _ => return false,
        };
        lately(self.at, now, rest)
    }
}

/// Whether this was no longer ago than that. A clock that was set back makes nothing last.
fn lately(at: Timestamp, now: Timestamp, length: SignedDuration) -> bool {
    let age = now.duration_since(at);
    !age.is_negative() && age < length
}

/// Gives out the token.
pub struct Auth {
    http: reqwest::Client,
    account: Account,
    keys: Arc<dyn Keys>,
    clock: Clock,
    /// Held while signing in, so that a second caller waits for the first one's token.
    current: Mutex<Current>,
}

impl Auth {
    pub fn new(http: reqwest::Client, account: Account, keys: Arc<dyn Keys>, clock: Clock) -> Self {
        Self { http, account, keys, clock, current: Mutex::default() }
    }

    /// The token that works now; signs in when there is none.
    pub async fn token(&self) -> Result<String, Error> {
        let now = self.clock.now();
        self.take(|token| now < token.renew).await
    }

    /// Another token, for one that iAdvize has just answered 401 to. One that it has never taken
    /// since it gave it a moment ago is no better the next time: each call that waits would sign
    /// in, and ten in a minute block the user.
    pub async fn instead_of(&self, refused: &str) -> Result<String, Error> {
        let now = self.clock.now();
        {
            let current = self.current.lock().await;
            let fresh = current
                .token
                .as_ref()
                .is_some_and(|token| token.text == refused && lately(token.given, now, PROOF));
            if fresh && current.worked.as_deref() != Some(refused) {
                return Err(Error::TokenRefused);
            }
        }
        self.take(|token| now < token.renew && token.text != refused).await
    }

    /// iAdvize has taken this token.
    pub async fn worked(&self, token: &str) {
        let mut current = self.current.lock().await;
        if current.worked.as_deref() != Some(token) {
            current.worked = Some(token.to_owned());
        }
    }

    /// Prove that the password works: only a token from a moment ago does without signing in.
    pub async fn prove(&self) -> Result<(), Error> {
        let now = self.clock.now();
        self.take(|token| now < token.renew && lately(token.given, now, PROOF)).await.map(drop)
    }

    /// The token there is, if it is good enough; else a new one.
    async fn take(&self, good: impl Fn(&Token) -> bool) -> Result<String, Error> {
        let mut current = self.current.lock().await;
        if current.token.is_none() {
            current.token = self.kept().await;
            // It worked for whoever kept it.
            current.worked = current.token.as_ref().map(|token| token.text.clone());
        }
        if let Some(token) = current.token.as_ref().filter(|token| good(token)) {
            return Ok(token.text.clone());
        }
        self.renew(&mut current).await
    }

    /// Sign in, unless iAdvize has just refused the same.
    async fn renew(&self, current: &mut Current) -> Result<String, Error> {
        let password = self.keys.password().await.map_err(Error::Vault)?;
        let password = password.ok_or(Error::NotSignedIn)?;
        let at = self.clock.now();
        if let Some(refusal) = current.refusal.as_ref().filter(|r| r.stands(&password, at)) {
            return Err(refusal.error.clone());
        }
        let signed_in = self.sign_in(&password).await;
        let refusal = |error: &Error| Refusal { at, password, error: error.clone() };
        current.refusal = signed_in.as_ref().err().map(refusal);
        let token = signed_in?;
        // A keyring that refuses only costs a sign-in after the next start.
        let kept = serde_json::to_string(&token).ok().map(Secret::new);
        self.keys.keep_token(kept).await;
        let text = token.text.clone();
        current.token = Some(token);
        Ok(text)
    }

    async fn kept(&self) -> Option<Token> {
        let kept = self.keys.kept_token().await?;
        let token: Token = serde_json::from_str(kept.reveal()).ok()?;
        (token.account == self.account.identity()).then_some(token)
    }

    /// Ask for a token with this password.
    async fn sign_in(&self, password: &Secret) -> Result<Token, Error> {
        let form = [
            ("username", self.account.email.as_str()),
            ("password", password.reveal()),
            ("grant_type", "password"),
        ];
        let request = self.http.post(format!("{}/oauth2/token", self.account.base_url)).form(&form);
        let sent = http::try_send(request).await;
        let answer = sent.map_err(|broken| Error::broken(broken, &self.account.base_url))?;
        match answer.status {
            200..=299 => {}
            429 => {
                let after = answer.retry_after.filter(|s| *s > 0).map(SignedDuration::from_secs);
                return Err(Error::SignInBlocked { after });
            }
            // No public page says which status a wrong password gets: both are used for it.
            400 | 401 | 403 => return Err(refusal(&answer)),
            status => return Err(Error::unavailable(format!("sign-in gave HTTP {status}"))),
        }
        let body: wire::TokenAnswer = answer.json().map_err(|why| {
            Error::unavailable(format!("the sign-in's answer has no token: {why}"))
        })?;
        let lifetime = body.expires_in.filter(|s| *s > 0).unwrap_or(LIFETIME);
        tracing::info!(lifetime_seconds = lifetime, "signed in to iAdvize");
        Ok(Token::new(body.access_token, lifetime, self.clock.now(), &self.account))
    }
}

fn refusal(answer: &http::Answer) -> Error {
    let body: wire::OauthError = answer.json().unwrap_or_default();
    let error = body.error.unwrap_or_default();
    if names_single_sign_on(&format!("{error} {}", body.error_description.unwrap_or_default())) {
        return Error::SingleSignOn;
    }
    match error.as_str() {
        // Ours, not the person's: iAdvize documents no other grant than the one we use.
        "unsupported_grant_type" | "invalid_request" => {
            Error::misunderstood(format!("sign-in answered {error}"))
        }
        _ => Error::WrongPassword,
    }
}

/// Whether a refusal speaks of single sign-on. What iAdvize says to such an account is published
/// nowhere, so most of them may be told of a wrong password, whose sentence names both.
fn names_single_sign_on(said: &str) -> bool {
    let said = said.to_lowercase();
    let words: Vec<&str> = said.split(|c: char| !c.is_alphanumeric()).collect();
    let named = words.iter().any(|word| ["sso", "saml", "saml2", "samluserid"].contains(word));
    named || words.windows(3).any(|three| three == ["single", "sign", "on"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_sign_on_is_told_by_its_words() {
        for (said, expected) in [
            ("invalid_grant This user must use SSO", true),
            ("sso_required", true),
            ("invalid_grant SAML authentication is required", true),
            ("Please use Single Sign-On", true),
            ("invalid_grant wrong user name or password", false),
            ("invalid_grant the account associated with this lesson", false),
            ("a single sign of life on the line", false),
            ("", false),
        ] {
            assert_eq!(names_single_sign_on(said), expected, "{said}");
        }
    }
}
