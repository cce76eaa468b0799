//! iAdvize: signing in, and reading conversations over GraphQL.
//!
//! What is documented: `POST /oauth2/token` with a form (`grant_type=password` only) gives a token
//! for a day and no refresh token; ten sign-ins a minute and user are allowed, so one token serves
//! everything. `POST /graphql` answers 401 for a token that no longer works, 429 beyond a limit
//! that nobody prints, 400 for a query that doesn't fit the schema. What that schema calls things
//! is looked up in the account's own ([`schema`]).

mod auth;
mod client;
mod error;
mod listing;
mod operations;
mod schema;
mod wire;

pub use auth::Keys;
pub use client::{Account, Checked, Client};
pub use error::Error;
pub use listing::{FullPage, ListPage, ListedConversation, Project};
pub use schema::{Feature, SchemaItem, SchemaReport, SchemaState};
