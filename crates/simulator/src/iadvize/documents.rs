//! Queries that were read before: a client sends the same few over and over, and each takes longer to read than to
//! answer.

use apollo_compiler::validation::{DiagnosticList, Valid};
use apollo_compiler::{ExecutableDocument, Schema};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// More different queries than any client has; beyond that they are forgotten.
const MOST: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Documents(Mutex<HashMap<String, Arc<Valid<ExecutableDocument>>>>);

impl Documents {
    /// The query as it is executed, or what is wrong with it.
    pub(super) fn read(
        &self,
        schema: &Valid<Schema>,
        query: &str,
    ) -> Result<Arc<Valid<ExecutableDocument>>, DiagnosticList> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(document) = known().get(query) {
            return Ok(document.clone());
        }
        let read = ExecutableDocument::parse_and_validate(schema, query, "query");
        let document = Arc::new(read.map_err(|faults| faults.errors)?);
        let mut known = known();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(query.to_owned(), document.clone());
        Ok(document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::iadvize::variant::USUAL;

    #[test]
    fn a_query_is_read_once_and_only_so_many_are_kept() {
        let documents = Documents::default();
        let read = |query: &str| documents.read(&USUAL, query);
        let query = "{ projects { edges { node { id } } } }";
        assert!(Arc::ptr_eq(&read(query).unwrap(), &read(query).unwrap()));
        assert!(read("{ nothing }").is_err());
        for nth in 0..3 * MOST {
            let named = format!("query Q{nth} {query}");
            assert!(
                read(&named).unwrap().operations.named.contains_key(format!("Q{nth}").as_str())
            );
        }
        assert!(documents.0.lock().unwrap().len() <= MOST);
    }
}
