//! Writes the queries, in the account's own names, and gives back ours by aliases.

use super::{
    fit::{Fit, Found, PARTICIPANT, SYSTEM},
    needs::{NEEDS, Need, On, Shape},
    types::Reference,
};
use crate::said::Said;
use serde_json::{Value, json};

/// What is sent to this account. A query that needs something that the account doesn't have is the
/// sentence that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queries {
    pub conversation: Result<String, Said>,
    pub projects: Result<String, Said>,
    pub listing: Result<String, Said>,
    /// The listing with the first page of each conversation's messages.
    pub with_messages: Result<String, Said>,
    /// Whether the listing can be asked for some projects only.
    pub by_project: bool,
    pub names: Names,
}

/// What no alias can rename: the names of types, and a value inside an object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    participant: Option<String>,
    system: Vec<String>,
}

/// A page of 100, which is the most that iAdvize gives.
const PAGE: &str = "first: 100, after: $after";
const PAGE_INFO: &str = "pageInfo { hasNextPage endCursor }";

impl Queries {
    pub fn of(fit: &Fit) -> Self {
        let participant = fit.on.get(&On::Participant).filter(|name| *name != PARTICIPANT);
        let system = fit.system.iter().filter(|name| *name != SYSTEM).cloned().collect();
        Self {
            conversation: conversation(fit),
            projects: projects(fit),
            listing: listing(fit, ""),
            with_messages: fit.messages("first: 100").and_then(|messages| listing(fit, &messages)),
            by_project: fit.layout.as_ref().is_some_and(|layout| layout.by_project),
            names: Names { participant: participant.cloned(), system },
        }
    }

    /// As they stand in `graphql/`, for an account whose schema can't be looked at.
    pub fn assumed() -> Self {
        use crate::iadvize::operations;
        Self {
            conversation: Ok(operations::CONVERSATION.to_owned()),
            projects: Ok(operations::PROJECTS.to_owned()),
            listing: Ok(operations::LISTING.to_owned()),
            with_messages: Ok(operations::LISTING_WITH_MESSAGES.to_owned()),
            by_project: true,
            names: Names::default(),
        }
    }
}

impl Names {
    /// Make what came a conversation as its file has it.
    pub fn restore(&self, conversation: &mut Value) {
        let Some(fields) = conversation.as_object_mut() else { return };
        if let Some(Value::Object(language)) = fields.get("language") {
            let code = language.get("code").cloned().unwrap_or_default();
            fields.insert("language".to_owned(), code);
        }
        let edges = fields.get_mut("messages").and_then(|messages| messages.get_mut("edges"));
        for edge in edges.and_then(Value::as_array_mut).into_iter().flatten() {
            self.restore_kind(&mut edge["node"]);
        }
    }

    fn restore_kind(&self, node: &mut Value) {
        let Some(kind) = node["__typename"].as_str() else { return };
        if self.participant.as_deref() == Some(kind) {
            node["__typename"] = json!(PARTICIPANT);
        } else if self.system.iter().any(|system| system == kind) {
            node["__typename"] = json!(SYSTEM);
        }
    }
}

fn need(on: On, ours: &str) -> Option<&'static Need> {
    NEEDS.iter().find(|need| need.on == on && need.ours == ours)
}

fn conversation(fit: &Fit) -> Result<String, Said> {
    let field = fit.demand(On::Query, "conversation")?;
    let (argument, of) = field.argument.clone().unwrap_or_default();
    let inside = fit.conversation()? + " " + &fit.messages(PAGE)?;
    let after = fit.cursor(On::Conversation, "messages");
    let field = alias("conversation", &field.name);
    Ok(format!(
        "query ConversationById($id: {of}, $after: {after}) {{ {field}({argument}: $id) {{ {inside} }} }}"
    ))
}

fn projects(fit: &Fit) -> Result<String, Said> {
    let field = alias("projects", &fit.demand(On::Query, "projects")?.name);
    let (inside, after) = (fit.select(On::Project)?, fit.cursor(On::Query, "projects"));
    Ok(format!(
        "query Projects($after: {after}) {{ {field}({PAGE}) {{ {PAGE_INFO} edges {{ node {{ {inside} }} }} }} }}"
    ))
}

/// `more` is what is asked of each conversation besides what the list shows.
fn listing(fit: &Fit, more: &str) -> Result<String, Said> {
    let field = fit.demand(On::Query, "closedConversations")?;
    let lacks = || need(On::Query, "closedConversations").map(|need| fit.lacks(need));
    let Some(layout) = &fit.layout else {
        return Err(lacks().unwrap_or_else(|| Said::plain(crate::said::Key::LostListing)));
    };
    let users = fit.one(On::Conversation, "users").unwrap_or_default();
    let (inside, after) = (fit.conversation()?, fit.cursor(On::Query, "closedConversations"));
    let (field, variables, arguments) =
        (alias("closedConversations", &field.name), &layout.variables, &layout.arguments);
    Ok(format!(
        "query ClosedConversations({variables}, $after: {after}) {{ {field}({arguments}, {PAGE}) {{ \
         {PAGE_INFO} edges {{ node {{ {inside} {users} {more} }} }} }} }}"
    ))
}

/// `text: content` where the account calls it otherwise.
fn alias(ours: &str, theirs: &str) -> String {
    if ours == theirs { ours.to_owned() } else { format!("{ours}: {theirs}") }
}

impl Fit {
    /// A field that must be there.
    fn demand(&self, on: On, ours: &str) -> Result<&Found, Said> {
        self.found(on, ours).ok_or_else(|| match need(on, ours) {
            Some(need) => self.lacks(need),
            None => Said::plain(crate::said::Key::LostConversations),
        })
    }

    /// The type of a field's `after`.
    fn cursor(&self, on: On, ours: &str) -> String {
        let field = self.found(on, ours).and_then(|found| {
            self.types
                .field(self.on.get(&on)?, &found.name)?
                .args
                .iter()
                .find(|a| a.name == "after")
        });
        field.map_or_else(|| "String".to_owned(), |after| after.of.text())
    }

    /// What is asked of a conversation, but for its messages and its operators.
    fn conversation(&self) -> Result<String, Said> {
        self.select_of(On::Conversation, |need| !matches!(need.ours, "messages" | "users"))
    }

    fn select(&self, on: On) -> Result<String, Said> {
        self.select_of(on, |_| true)
    }

    fn select_of(&self, on: On, wanted: impl Fn(&Need) -> bool) -> Result<String, Said> {
        let mut parts = Vec::new();
        for need in NEEDS.iter().filter(|need| need.on == on && wanted(need)) {
            match self.field(need) {
                Some(part) => parts.push(part),
                None if need.must => return Err(self.lacks(need)),
                None => {}
            }
        }
        Ok(parts.join(" "))
    }

    fn one(&self, on: On, ours: &str) -> Option<String> {
        self.field(need(on, ours)?)
    }

    /// A field as it is asked for.
    fn field(&self, need: &Need) -> Option<String> {
        let found = self.found(need.on, need.ours)?;
        let name = alias(need.ours, &found.name);
        let inside = match need.shape {
            Shape::Leaf | Shape::Leaves | Shape::Text => return Some(name),
            Shape::LeafIn(_) => match &found.inside {
                None => return Some(name),
                Some(inside) => alias("code", inside),
            },
            Shape::Object(on) | Shape::Objects(on) => self.select(on).ok()?,
            Shape::Author => format!("__typename {}", self.authors(&found.of)),
            Shape::Attachments if need.on == On::Participant => {
                format!("__typename {}", self.attachments())
            }
            Shape::Attachments => "__typename".to_owned(),
            Shape::ById | Shape::ByInterval | Shape::Messages | Shape::Connection(_) => {
                return None;
            }
        };
        (!inside.trim().is_empty()).then(|| format!("{name} {{ {inside} }}"))
    }

    /// A page of messages. In a union, one answer's name may stand for one type only: what a
    /// system message has of another type than the others is left out.
    fn messages(&self, page: &str) -> Result<String, Said> {
        let field = alias("messages", &self.demand(On::Conversation, "messages")?.name);
        // Without one, that the author is missing says more.
        let written = self.select(On::Participant)?;
        let participant = self.on.get(&On::Participant).cloned().unwrap_or_default();
        let mut kinds = format!("... on {participant} {{ {written} }}");
        if let Some(system) = self.on.get(&On::System) {
            let alike = |need: &Need| {
                let both = [On::System, On::Participant].map(|on| self.found(on, need.ours));
                match both {
                    [Some(one), Some(other)] => self.alike(&one.of, &other.of),
                    _ => true,
                }
            };
            let inside = self.select_of(On::System, alike)?;
            if !inside.is_empty() {
                kinds += &format!(" ... on {system} {{ {inside} }}");
            }
        }
        Ok(format!("{field}({page}) {{ {PAGE_INFO} edges {{ node {{ __typename {kinds} }} }} }}"))
    }

    /// Whether both may stand under one name: leaves of the same type, or objects in the same
    /// wrappers.
    fn alike(&self, one: &Reference, other: &Reference) -> bool {
        let shape = |of: &Reference| match self.types.is_leaf(of) {
            true => of.text(),
            false => of.text().replace(of.named(), "{}"),
        };
        shape(one) == shape(other)
    }

    fn authors(&self, of: &Reference) -> String {
        let (Some(user), Some(author)) = (self.on.get(&On::User), self.types.of(of)) else {
            return String::new();
        };
        let users = self.types.get(user).map(|user| user.possible()).unwrap_or_default();
        let some = author.possible().iter().any(|name| users.contains(name));
        let inside = self.select_of(On::User, |need| need.ours != "userName").unwrap_or_default();
        if some && !inside.is_empty() {
            format!("... on {user} {{ {inside} }}")
        } else {
            String::new()
        }
    }

    fn attachments(&self) -> String {
        let kinds = [On::QuickReply, On::Card, On::CardBundle].into_iter().filter_map(|on| {
            let inside = self.select(on).ok().filter(|inside| !inside.is_empty())?;
            Some(format!("... on {} {{ {inside} }}", self.on.get(&on)?))
        });
        kinds.collect::<Vec<_>>().join(" ")
    }
}
