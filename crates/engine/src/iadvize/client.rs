//! The GraphQL client.

use super::{Error, Keys, auth::Auth, operations, wire};
use crate::{clock::Clock, http, types::Platform};
use jiff::SignedDuration;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::sync::Arc;

/// Pages of 100 messages; no conversation has as many as this many pages hold.
const MOST_PAGES: usize = 200;

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

/// A signed-in client, shared by everything that asks iAdvize.
pub struct Client {
    http: reqwest::Client,
    auth: Auth,
    account: Account,
}

impl Client {
    /// A client for an account. Signs in when it is first needed.
    pub fn new(http: reqwest::Client, account: Account, keys: Arc<dyn Keys>, clock: Clock) -> Self {
        let auth = Auth::new(http.clone(), account.clone(), keys, clock);
        Self { http, auth, account }
    }

    /// Prove that the account works: sign in anew, since an older token says nothing of the
    /// password, and read its projects. Answers how many there are.
    pub async fn check(&self) -> Result<usize, Error> {
        self.auth.prove().await?;
        let data: wire::ProjectsData = self.query(operations::PROJECTS, json!({})).await?;
        Ok(data.projects.map_or(0, |projects| projects.edges.len()))
    }

    /// A conversation with all its messages, as the JSON text of a conversation file. `None` when
    /// iAdvize doesn't know it.
    pub async fn conversation(&self, id: &str) -> Result<Option<String>, Error> {
        let Some(mut conversation) = self.page(id, None).await? else {
            return Ok(None);
        };
        let edges = self.messages(id, &mut conversation).await?;
        conversation["messages"] = json!({ "edges": edges });
        Ok(Some(json!({ "data": { "conversation": conversation } }).to_string()))
    }

    /// All messages of a conversation whose first page is here: all of them, or an error.
    async fn messages(&self, id: &str, first: &mut Value) -> Result<Vec<Value>, Error> {
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
        let variables = wire::ConversationVariables { id, after };
        let data: wire::ConversationData = self.query(operations::CONVERSATION, variables).await?;
        Ok(data.conversation.filter(Value::is_object))
    }

    /// Run a query; once again with a fresh token when iAdvize answers 401.
    async fn query<V: Serialize, T: DeserializeOwned>(
        &self,
        query: &str,
        variables: V,
    ) -> Result<T, Error> {
        let request = wire::Request { query, variables };
        let token = self.auth.token(None).await?;
        let mut answer = self.post(&token, &request).await?;
        if answer.status == 401 {
            let token = self.auth.token(Some(&token)).await?;
            answer = self.post(&token, &request).await?;
        }
        read(&answer)
    }

    async fn post<V: Serialize>(
        &self,
        token: &str,
        request: &wire::Request<'_, V>,
    ) -> Result<http::Answer, Error> {
        let url = match self.account.platform {
            Platform::Ha => format!("{}/graphql", self.account.base_url),
            Platform::Sd => format!("{}/graphql?platform=sd", self.account.base_url),
        };
        let request = self.http.post(url).bearer_auth(token).json(request);
        http::send(request).await.map_err(Error::unavailable)
    }
}

fn read<T: DeserializeOwned>(answer: &http::Answer) -> Result<T, Error> {
    match answer.status {
        200 => {}
        400 => return Err(Error::Schema(first_message(answer))),
        401 => return Err(Error::TokenRefused),
        403 => return Err(Error::Forbidden(first_message(answer))),
        status => {
            let after = answer.retry_after.map(SignedDuration::from_secs);
            return Err(Error::Unavailable { why: format!("HTTP {status}"), after });
        }
    }
    let response: wire::Response<T> = answer
        .json()
        .map_err(|why| Error::unavailable(format!("an answer that can't be read: {why}")))?;
    if let Some(error) = response.errors.first() {
        let name = error.extensions.as_ref().and_then(|e| e.name.as_deref());
        return Err(match name {
            Some("PERMISSION_DENIED") => Error::Forbidden(error.message.clone()),
            _ => Error::unavailable(format!("its answer says {:?}", error.message)),
        });
    }
    response.data.ok_or_else(|| Error::unavailable("an answer without data"))
}

fn first_message(answer: &http::Answer) -> String {
    let response = answer.json::<wire::Response<Value>>().ok();
    response
        .and_then(|response| Some(response.errors.into_iter().next()?.message))
        .unwrap_or_else(|| format!("HTTP {}", answer.status))
}
