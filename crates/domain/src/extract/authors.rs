//! Which side an author is on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::conversation::Author;

/// A side of a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Side {
    /// Answers questions.
    Visitor,
    /// Asks questions.
    Operator,
    /// Is read past, on purpose.
    Neither,
}

/// The configuration's word on author types that iAdvize has and no rule assigns to a side:
/// type name (`ThirdPartyAccount`) to side. Types it does not name neither ask nor answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Authors(pub BTreeMap<String, Side>);

impl Authors {
    /// The side of an author, `None` where nothing says it. System messages are on neither.
    pub fn side(&self, author: &Author) -> Option<Side> {
        match author {
            Author::Visitor => Some(Side::Visitor),
            Author::Operator(_) => Some(Side::Operator),
            Author::System => Some(Side::Neither),
            Author::Unknown(kind) => self.0.get(kind).copied(),
        }
    }
}
