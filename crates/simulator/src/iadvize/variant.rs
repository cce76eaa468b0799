//! The schema under other names, in other layouts: nobody knows an account's own before it is asked.

use super::graphql::SCHEMA;
use anyhow::{Context as _, ensure};
use apollo_compiler::Schema;
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::validation::Valid;
use std::sync::LazyLock;

/// How an account's schema differs from `graphql/schema.graphql`. Each switch is independent.
#[derive(Clone, Debug, Default)]
pub struct SchemaVariant {
    /// Other names of fields, arguments and input fields: block, ours, theirs. An argument's block is `Query`; there, `id` is
    /// the argument of `conversation`.
    renamed: Vec<(String, String, String)>,
    /// Fields that are not there: type, field.
    removed: Vec<(String, String)>,
    /// Fields that are going: type, field, why.
    deprecated: Vec<(String, String, String)>,
    union: bool,
    flat: bool,
    introspection_forbidden: bool,
    language_object: bool,
    large_refused: bool,
}

impl SchemaVariant {
    /// A field, an argument of `Query` or an input's field is called otherwise.
    #[must_use]
    pub fn rename(mut self, on: &str, ours: &str, theirs: &str) -> Self {
        self.renamed.push((on.to_owned(), ours.to_owned(), theirs.to_owned()));
        self
    }

    /// A field is not there.
    #[must_use]
    pub fn remove(mut self, on: &str, field: &str) -> Self {
        self.removed.push((on.to_owned(), field.to_owned()));
        self
    }

    /// A field is announced to go.
    #[must_use]
    pub fn deprecate(mut self, on: &str, field: &str, why: &str) -> Self {
        self.deprecated.push((on.to_owned(), field.to_owned(), why.to_owned()));
        self
    }

    /// Messages are a union, not an interface.
    #[must_use]
    pub fn with_union(mut self) -> Self {
        self.union = true;
        self
    }

    /// The filters of `closedConversations` are arguments of it, not an input object.
    #[must_use]
    pub fn with_flat_filters(mut self) -> Self {
        self.flat = true;
        self
    }

    /// Nobody may ask for the schema.
    #[must_use]
    pub fn without_introspection(mut self) -> Self {
        self.introspection_forbidden = true;
        self
    }

    /// A conversation's language is an object that has its code.
    #[must_use]
    pub fn with_language_object(mut self) -> Self {
        self.language_object = true;
        self
    }

    /// Nobody may ask for the messages of many conversations at once. Whether iAdvize refuses that is not published.
    #[must_use]
    pub fn without_messages_in_lists(mut self) -> Self {
        self.large_refused = true;
        self
    }

    pub(super) fn has_language_object(&self) -> bool {
        self.language_object
    }

    pub(super) fn refuses_messages_in_lists(&self) -> bool {
        self.large_refused
    }

    pub(super) fn forbids_introspection(&self) -> bool {
        self.introspection_forbidden
    }

    /// Whether nothing is otherwise than in the repository.
    pub(super) fn is_usual(&self) -> bool {
        let named = self.renamed.is_empty() && self.removed.is_empty();
        named && self.deprecated.is_empty() && !self.union && !self.flat && !self.language_object
    }

    /// The schema that requests are held against.
    pub(super) fn schema(&self) -> anyhow::Result<Valid<Schema>> {
        Schema::parse_and_validate(self.sdl()?, "schema.graphql")
            .map_err(|faults| anyhow::anyhow!("no valid schema: {}", faults.errors))
    }

    /// Our name of a field.
    pub(super) fn field<'a>(&'a self, on: &str, theirs: &'a str) -> &'a str {
        let renamed = self.renamed.iter().find(|(of, _, name)| of == on && name == theirs);
        renamed.map_or(theirs, |(_, ours, _)| ours)
    }

    /// Arguments in our names and our layout.
    pub(super) fn arguments(&self, field: &str, theirs: &JsonMap) -> JsonMap {
        let mut ours = self.input("Query", theirs);
        if field == "closedConversations" {
            let filters = match ours.remove("filters") {
                Some(JsonValue::Object(filters)) => filters,
                _ => ours.clone(),
            };
            let mut filters = self.input("ClosedConversationsFilters", &filters);
            if let Some(JsonValue::Object(interval)) = filters.get("interval") {
                let interval = self.input("IntervalInput", interval);
                filters.insert("interval", JsonValue::Object(interval));
            }
            ours.insert("filters", JsonValue::Object(filters));
        }
        ours
    }

    fn input(&self, on: &str, theirs: &JsonMap) -> JsonMap {
        theirs
            .iter()
            .map(|(name, value)| (self.field(on, name.as_str()).into(), value.clone()))
            .collect()
    }

    fn sdl(&self) -> anyhow::Result<String> {
        let mut lines: Vec<String> = SCHEMA.lines().map(str::to_owned).collect();
        for (on, field) in &self.removed {
            let at = line(&lines, on, field)?;
            lines.remove(at);
        }
        for (on, field, why) in &self.deprecated {
            let at = line(&lines, on, field)?;
            let declared = lines[at].split(" #").next().unwrap_or_default();
            lines[at] = format!("{declared} @deprecated(reason: {why:?})");
        }
        for (on, ours, theirs) in &self.renamed {
            let at = line(&lines, on, ours)?;
            lines[at] = lines[at].replacen(ours, theirs, 1);
        }
        if self.flat {
            let (from, to) = block(&lines, "ClosedConversationsFilters")?;
            let filters = lines[from + 1..to].to_vec();
            let at = line(&lines, "Query", "filters")?;
            lines.splice(at..=at, filters);
        }
        if self.union {
            let (from, to) = block(&lines, "ConversationMessage")?;
            let union =
                "union ConversationMessage = SystemMessage | ParticipantConversationMessage";
            lines.splice(from..=to, [union.to_owned()]);
            for line in &mut lines {
                *line = line.replace(" implements ConversationMessage", "");
            }
        }
        if self.language_object {
            let at = line(&lines, "Conversation", "language")?;
            lines[at] = "  language: ConversationLanguage".to_owned();
            lines.push("type ConversationLanguage { code: String }".to_owned());
        }
        Ok(lines.join("\n"))
    }
}

/// The schema as it stands in the repository; most simulators have it.
pub(super) static USUAL: LazyLock<std::sync::Arc<Valid<Schema>>> = LazyLock::new(|| {
    let schema = SchemaVariant::default().schema();
    std::sync::Arc::new(schema.unwrap_or_else(|fault| panic!("the schema built in: {fault}")))
});

/// From the line that opens a type to the one that closes it.
fn block(lines: &[String], on: &str) -> anyhow::Result<(usize, usize)> {
    let opens = |line: &String| {
        let mut words = line.split([' ', '{']);
        let kind = words.next().unwrap_or_default();
        ["type", "interface", "input"].contains(&kind) && words.next() == Some(on)
    };
    let from = lines.iter().position(opens).with_context(|| format!("there is no type `{on}`"))?;
    let length = lines[from..].iter().position(|line| line == "}");
    Ok((from, from + length.with_context(|| format!("`{on}` has no end"))?))
}

fn line(lines: &[String], on: &str, field: &str) -> anyhow::Result<usize> {
    let (from, to) = block(lines, on)?;
    let is = |line: &String| {
        let rest = line.trim_start().strip_prefix(field);
        rest.is_some_and(|rest| rest.starts_with(':') || rest.starts_with('('))
    };
    let at = lines[from..to].iter().position(is);
    let at = at.with_context(|| format!("there is no `{on}.{field}`"))?;
    ensure!(at > 0, "`{on}.{field}` is no field");
    Ok(from + at)
}
