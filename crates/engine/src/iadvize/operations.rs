//! The queries, from `graphql/` at the repository's root. A test checks each against the schema.

/// One conversation with a page of its messages.
pub const CONVERSATION: &str = include_str!("../../../../graphql/conversation.graphql");
/// The account's projects: what iAdvize itself names as the query to test an access with.
pub const PROJECTS: &str = include_str!("../../../../graphql/projects.graphql");
