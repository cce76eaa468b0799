//! HubSpot: contacts by email, the conversation as a note.
//!
//! The date-based API `2026-09`, with a Service Key as bearer token (private apps can no longer be
//! made). Its own pages give the paths, bodies and limits used here; the reading of a contact's
//! notes through `?associations=notes`, a hundred at a time, and of the further ones through
//! `…/associations/notes?after=…` is documented for the version before and taken over.

mod client;
mod payload;

pub use client::Hubspot;

/// Where HubSpot's API is.
pub const BASE_URL: &str = "https://api.hubapi.com";

/// The version in every path.
const VERSION: &str = "2026-09";
