//! The queries as far as iAdvize's schema is known, from `graphql/` at the repository's root. A test
//! checks each against the schema there. They are sent where an account's own can't be looked at.

/// One conversation with a page of its messages.
pub const CONVERSATION: &str = include_str!("../../../../graphql/conversation.graphql");
/// The account's projects: what iAdvize itself names as the query to test an access with.
pub const PROJECTS: &str = include_str!("../../../../graphql/projects.graphql");
/// A page of closed conversations.
pub const LISTING: &str = include_str!("../../../../graphql/closed-conversations.graphql");
/// The same with messages.
pub const LISTING_WITH_MESSAGES: &str =
    include_str!("../../../../graphql/closed-conversations-with-messages.graphql");
/// What the account's own schema has.
pub const INTROSPECTION: &str = include_str!("../../../../graphql/introspection.graphql");
