//! What a destination's field takes, as the destination describes it now.

/// A field of a destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its own name.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// What it takes, in the provider's words: `string`, `enumeration`, ….
    pub kind: String,
    /// Whether it can't be written.
    pub read_only: bool,
    /// The values it takes; empty when it takes any.
    pub options: Vec<Choice>,
}

/// A value that a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As sent.
    pub value: String,
    /// As shown.
    pub label: String,
}
