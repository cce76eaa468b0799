//! Accounts' schemas, and what is asked of each. Every query is held against the schema that it was written for.

mod layouts;
mod messages;
mod names;

use super::{
    fit::Fit,
    needs::{NEEDS, Need, On},
    queries::Queries,
    types::Introspected,
};
use crate::{
    iadvize::{SchemaState, operations},
    said::Said,
};
use apollo_compiler::{
    ExecutableDocument, Schema,
    resolvers::{Execution, FieldError, ObjectValue, ResolveInfo, ResolvedValue},
    validation::Valid,
};

const SDL: &str = include_str!("../../../../../../graphql/schema.graphql");

/// A schema while it is changed.
#[derive(Clone)]
struct Account(String);

impl Account {
    fn usual() -> Self {
        Self(SDL.to_owned())
    }

    /// Replace something within a type, which must be there.
    #[track_caller]
    fn with(&self, on: &str, from: &str, to: &str) -> Self {
        let start = ["type ", "interface ", "input "]
            .iter()
            .find_map(|kind| self.0.find(&format!("\n{kind}{on} ")))
            .unwrap_or_else(|| panic!("no type {on}"));
        let end = start + self.0[start..].find("\n}").expect("it ends");
        let at = self.0[start..end].find(from).unwrap_or_else(|| panic!("{on} has no {from:?}"));
        let mut sdl = self.0.clone();
        sdl.replace_range(start + at..start + at + from.len(), to);
        Self(sdl)
    }

    /// Call a field otherwise.
    #[track_caller]
    fn rename(&self, on: &str, ours: &str, theirs: &str) -> Self {
        self.with(on, &format!("\n  {ours}"), &format!("\n  {theirs}"))
    }

    /// Take a field away: it stays under a name that means nothing.
    #[track_caller]
    fn hide(&self, on: &str, field: &str) -> Self {
        self.rename(on, field, "zzz")
    }

    /// Everything else at the end.
    fn and(&self, sdl: &str) -> Self {
        Self(format!("{}\n{sdl}\n", self.0))
    }

    /// Messages are a union.
    fn union(&self) -> Self {
        let from = self.0.find("interface ConversationMessage ").expect("it is there");
        let to = from + self.0[from..].find("\n}").expect("it ends") + 2;
        let mut sdl = self.0.clone();
        let union = "union ConversationMessage = SystemMessage | ParticipantConversationMessage";
        sdl.replace_range(from..to, union);
        Self(sdl.replace(" implements ConversationMessage", ""))
    }

    /// What is found, and what is asked; each query fits.
    #[track_caller]
    fn fit(&self) -> (Fit, Queries) {
        let schema = Schema::parse_and_validate(&self.0, "account.graphql");
        let schema = schema.unwrap_or_else(|faults| panic!("no schema: {}", faults.errors));
        let fit = Fit::of(introspect(&schema).into());
        let queries = Queries::of(&fit);
        for query in
            [&queries.conversation, &queries.projects, &queries.listing, &queries.with_messages]
        {
            let Ok(text) = query else { continue };
            if let Err(faults) = ExecutableDocument::parse_and_validate(&schema, text, "query") {
                panic!("{}\n{text}", faults.errors);
            }
        }
        (fit, queries)
    }

    /// What is found of one field.
    #[track_caller]
    fn state(&self, field: &str) -> SchemaState {
        let (fit, _) = self.fit();
        let item = fit.items.into_iter().find(|item| item.field == field);
        item.unwrap_or_else(|| panic!("nothing is said of {field}")).state
    }

    /// The query for a conversation.
    #[track_caller]
    fn conversation(&self) -> Result<String, Said> {
        self.fit().1.conversation
    }
}

struct Root;

impl ObjectValue for Root {
    fn type_name(&self) -> &str {
        "Query"
    }

    fn resolve_field<'a>(
        &'a self,
        info: &'a ResolveInfo<'a>,
    ) -> Result<ResolvedValue<'a>, FieldError> {
        Err(FieldError { message: format!("{} is not asked for", info.field_name()) })
    }
}

fn introspect(schema: &Valid<Schema>) -> Introspected {
    let query =
        ExecutableDocument::parse_and_validate(schema, operations::INTROSPECTION, "introspection");
    let query = query.unwrap_or_else(|faults| panic!("{}", faults.errors));
    let execution = Execution::new(schema, &query).enable_schema_introspection(true);
    let answer = execution.execute_sync(&Root).expect("an answer");
    let data = serde_json::to_value(answer.data).expect("JSON");
    serde_json::from_value(data).expect("an introspection")
}

fn renamed(name: &str) -> SchemaState {
    SchemaState::RenamedTo(name.to_owned())
}

fn missing(candidates: &[&str]) -> SchemaState {
    SchemaState::Missing { candidates: candidates.iter().map(|name| (*name).to_owned()).collect() }
}

/// What the usual schema calls the type.
fn name_of(on: On) -> &'static str {
    match on {
        On::Query => "Query",
        On::Conversation => "Conversation",
        On::Project => "Project",
        On::Visitor => "Visitor",
        On::Tag => "ConversationTag",
        On::Participant => "ParticipantConversationMessage",
        On::System => "SystemMessage",
        On::User => "User",
        On::QuickReply => "QuickReplyMenuAttachment",
        On::Card | On::BundledCard => "CardAttachment",
        On::CardBundle => "CardBundleAttachment",
    }
}

/// The usual schema with a field of a need called otherwise, or hidden.
fn without(need: &Need, theirs: &str) -> Account {
    let account = match need.on {
        On::Participant | On::System => Account::usual().union(),
        _ => Account::usual(),
    };
    let name = name_of(need.on);
    let all: &[&str] =
        if need.on == On::User { &["User", "Professional", "Expert", "Bot"] } else { &[name] };
    all.iter().fold(account, |account, on| {
        if account.has(on, theirs) {
            account.hide(on, need.ours)
        } else {
            account.rename(on, need.ours, theirs)
        }
    })
}

impl Account {
    fn has(&self, on: &str, field: &str) -> bool {
        let start = self
            .0
            .find(&format!("\ntype {on} "))
            .or_else(|| self.0.find(&format!("\ninterface {on} ")));
        let start = start.expect("a type");
        let end = start + self.0[start..].find("\n}").expect("it ends");
        self.0[start..end].contains(&format!("\n  {field}:"))
    }
}

fn all_needs() -> impl Iterator<Item = &'static Need> {
    NEEDS.iter()
}
