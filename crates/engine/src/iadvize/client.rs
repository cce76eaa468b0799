//! The GraphQL client.

use super::{
    Error, Keys, SchemaReport,
    auth::Auth,
    operations,
    schema::{Introspected, Known, Queries},
    wire,
};
use crate::{clock::Clock, http, said::Said, types::Platform};
use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use tokio::sync::Mutex;

/// Pages of 100 messages; no conversation has as many as this many pages hold.
const MOST_PAGES: usize = 200;
/// How often the account's schema is looked at, at most.
const SCHEMA_LASTS: SignedDuration = SignedDuration::from_hours(1);
/// How far a clock may be off before it is said.
const OFF: SignedDuration = SignedDuration::from_mins(2);

/// Whose account it is, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The email that signs in.
    pub email: String,
    /// The platform it lives on.
    pub platform: Platform,
    /// The API's base address, without a slash at its end.
    pub base_url: String,
}

impl Account {
    /// What tells one account from another.
    pub fn identity(&self) -> String {
        format!("{:?} {} {}", self.platform, self.email, self.base_url)
    }
}

/// What an account that works shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many projects it sees.
    pub projects: usize,
    /// How far this machine's clock is ahead of iAdvize's, where it is more than two minutes off.
    pub clock_off: Option<SignedDuration>,
}

/// A signed-in client, shared by everything that asks iAdvize.
pub struct Client {
    http: reqwest::Client,
    auth: Auth,
    account: Account,
    clock: Clock,
    /// What the account's schema calls things. Held while it is looked at.
    known: Mutex<Option<Arc<Known>>>,
    /// How far the machine's clock was ahead at the last answer, in seconds.
    ahead: AtomicI64,
}

impl Client {
    /// A client for an account. Signs in when it is first needed.
    pub fn new(http: reqwest::Client, account: Account, keys: Arc<dyn Keys>, clock: Clock) -> Self {
        let auth = Auth::new(http.clone(), account.clone(), keys, clock.clone());
        Self { http, auth, account, clock, known: Mutex::default(), ahead: AtomicI64::new(0) }
    }

    /// Prove that the account works: sign in anew, since an older token says nothing of the
    /// password, and read its projects.
    pub async fn check(&self) -> Result<Checked, Error> {
        self.auth.prove().await?;
        let projects = self.projects().await?.len();
        Ok(Checked { projects, clock_off: self.clock_off() })
    }

    /// How far this machine's clock is ahead of iAdvize's, where that matters.
    pub fn clock_off(&self) -> Option<SignedDuration> {
        let ahead = SignedDuration::from_secs(self.ahead.load(Ordering::Relaxed));
        (ahead.abs() > OFF).then_some(ahead)
    }

    /// How the account's schema fits what is asked for.
    pub async fn schema(&self) -> Result<SchemaReport, Error> {
        Ok(self.known().await?.report.clone())
    }

    /// A conversation with all its messages, as the JSON text of a conversation file. `None` when
    /// iAdvize doesn't know it.
    pub async fn conversation(&self, id: &str) -> Result<Option<String>, Error> {
        let Some(mut conversation) = self.page(id, None).await? else {
            return Ok(None);
        };
        let edges = self.messages(id, &mut conversation).await?;
        Ok(Some(file(conversation, edges)))
    }

    /// All messages of a conversation whose first page is here: all of them, or an error.
    pub(super) async fn messages(&self, id: &str, first: &mut Value) -> Result<Vec<Value>, Error> {
        let mut page = wire::take_page(first).map_err(Error::unavailable)?;
        let mut edges = page.edges;
        for _ in 1..MOST_PAGES {
            let Some(after) = page.next else { return Ok(edges) };
            let mut more = self.page(id, Some(&after)).await?.ok_or_else(|| {
                Error::unavailable("the conversation was gone between two pages of its messages")
            })?;
            page = wire::take_page(&mut more).map_err(Error::unavailable)?;
            edges.append(&mut page.edges);
        }
        match page.next {
            None => Ok(edges),
            Some(_) => Err(Error::unavailable(format!(
                "a conversation with more than {MOST_PAGES} pages of messages"
            ))),
        }
    }

    async fn page(&self, id: &str, after: Option<&str>) -> Result<Option<Value>, Error> {
        let variables = json!({ "id": id, "after": after });
        let (data, known): (wire::ConversationData, _) =
            self.query(|queries| &queries.conversation, &variables).await?;
        let conversation = data.conversation.filter(Value::is_object);
        Ok(conversation.map(|mut conversation| {
            known.queries.names.restore(&mut conversation);
            conversation
        }))
    }

    /// Run one of the queries. Where it doesn't fit the schema, that is looked at again, and the
    /// query is sent once more if it has become another one.
    pub(super) async fn query<T: DeserializeOwned>(
        &self,
        which: impl Fn(&Queries) -> &Result<String, Said>,
        variables: &Value,
    ) -> Result<(T, Arc<Known>), Error> {
        let known = self.known().await?;
        let text = which(&known.queries).clone();
        let asked = match &text {
            Ok(text) => self.ask(text, variables).await,
            Err(lacks) => Err(Error::Schema(lacks.clone())),
        };
        let error = match asked {
            Ok(data) => return Ok((data, known)),
            Err(error @ Error::Schema(_)) => error,
            Err(error) => return Err(error),
        };
        let now = self.look_again(&known).await?;
        match which(&now.queries) {
            Ok(other) if text.as_ref() != Ok(other) => Ok((self.ask(other, variables).await?, now)),
            _ => Err(error),
        }
    }

    /// What is known of the schema, looked at if it never was, or if it couldn't be an hour ago.
    pub(super) async fn known(&self) -> Result<Arc<Known>, Error> {
        let mut known = self.known.lock().await;
        match known.as_ref() {
            Some(here) if here.report.unchecked.is_none() || !self.is_old(here) => Ok(here.clone()),
            _ => self.look(&mut known).await,
        }
    }

    /// The schema as it is now, unless it was looked at within the hour or since.
    async fn look_again(&self, than: &Arc<Known>) -> Result<Arc<Known>, Error> {
        let mut known = self.known.lock().await;
        match known.as_ref() {
            Some(here) if !Arc::ptr_eq(here, than) || !self.is_old(here) => Ok(here.clone()),
            _ => self.look(&mut known).await,
        }
    }

    fn is_old(&self, known: &Known) -> bool {
        self.clock.now().duration_since(known.report.checked_at) >= SCHEMA_LASTS
    }

    async fn look(&self, known: &mut Option<Arc<Known>>) -> Result<Arc<Known>, Error> {
        let now = self.clock.now();
        let found = match self.ask::<Introspected>(operations::INTROSPECTION, &json!({})).await {
            Ok(introspected) => Known::of(introspected, now),
            // Some accounts may forbid it.
            Err(Error::Forbidden(why) | Error::Refused(why)) => Known::assumed(why, now),
            Err(Error::Schema(why)) => {
                let said = why.with.get("said").cloned();
                Known::assumed(said.unwrap_or(why.text), now)
            }
            Err(error) => return Err(error),
        };
        for item in found.report.missing() {
            tracing::warn!("iAdvize's schema has no {}: {}", item.field, item.breaks.english());
        }
        let found = Arc::new(found);
        *known = Some(found.clone());
        Ok(found)
    }

    /// Send a query; once again with a fresh token when iAdvize answers 401.
    async fn ask<T: DeserializeOwned>(&self, query: &str, variables: &Value) -> Result<T, Error> {
        let request = wire::Request { query, variables };
        let mut token = self.auth.token().await?;
        let mut answer = self.post(&token, &request).await?;
        if answer.status == 401 {
            token = match self.auth.instead_of(&token).await {
                Err(Error::TokenRefused) => return Err(self.token_refused()),
                other => other?,
            };
            answer = self.post(&token, &request).await?;
        }
        if answer.status == 401 {
            return Err(self.token_refused());
        }
        self.auth.worked(&token).await;
        read(&answer)
    }

    /// A clock that is off is the likelier reason, and the one that a person can mend.
    fn token_refused(&self) -> Error {
        self.clock_off().map_or(Error::TokenRefused, |by| Error::ClockOff { by })
    }

    /// Whether a time is still to come at iAdvize although it isn't here.
    pub(super) fn is_to_come(&self, time: Timestamp) -> Option<SignedDuration> {
        let by = self.clock_off().filter(|by| by.is_positive())?;
        (self.clock.now().duration_since(time) < by).then_some(by)
    }

    async fn post(
        &self,
        token: &str,
        request: &wire::Request<'_, &Value>,
    ) -> Result<http::Answer, Error> {
        let url = match self.account.platform {
            Platform::Ha => format!("{}/graphql", self.account.base_url),
            Platform::Sd => format!("{}/graphql?platform=sd", self.account.base_url),
        };
        let request = self.http.post(url).bearer_auth(token).json(request);
        let answer = http::try_send(request).await;
        let answer = answer.map_err(|broken| Error::broken(broken, &self.account.base_url))?;
        if let Some(theirs) = answer.date {
            self.ahead.store(self.clock.ahead_of(theirs).as_secs(), Ordering::Relaxed);
        }
        Ok(answer)
    }
}

/// A conversation and its messages as a file.
pub(super) fn file(mut conversation: Value, edges: Vec<Value>) -> String {
    conversation["messages"] = json!({ "edges": edges });
    json!({ "data": { "conversation": conversation } }).to_string()
}

fn read<T: DeserializeOwned>(answer: &http::Answer) -> Result<T, Error> {
    match answer.status {
        200 => {}
        400 => return Err(Error::misunderstood(first_message(answer))),
        403 => return Err(Error::Forbidden(first_message(answer))),
        413 => return Err(Error::TooMuch(first_message(answer))),
        status => {
            let after = answer.retry_after.map(SignedDuration::from_secs);
            return Err(Error::Unavailable { why: format!("HTTP {status}"), after });
        }
    }
    let response: wire::Response<Value> = answer
        .json()
        .map_err(|why| Error::unavailable(format!("an answer that can't be read: {why}")))?;
    if let Some(error) = response.errors.first() {
        let name = error.extensions.as_ref().and_then(|e| e.name.as_deref());
        return Err(match name {
            Some("PERMISSION_DENIED") => Error::Forbidden(error.message.clone()),
            _ => Error::Refused(error.message.clone()),
        });
    }
    let data = response.data.ok_or_else(|| Error::unavailable("an answer without data"))?;
    serde_path_to_error::deserialize(data)
        .map_err(|why| Error::unavailable(format!("an answer that can't be read: {why}")))
}

fn first_message(answer: &http::Answer) -> String {
    let response = answer.json::<wire::Response<Value>>().ok();
    response
        .and_then(|response| Some(response.errors.into_iter().next()?.message))
        .unwrap_or_else(|| format!("HTTP {}", answer.status))
}
