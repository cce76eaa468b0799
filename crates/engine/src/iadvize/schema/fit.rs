//! Holds an account's schema against the table of needs.

use super::{
    layout::{Layout, layout},
    needs::{ID_ARGUMENTS, NEEDS, NOT_TEXT, Need, On, Shape},
    report::{SchemaItem, SchemaState},
    types::{Field, Reference, Type, Types},
};
use crate::said::{Key, Said};
use std::collections::BTreeMap;

/// What the account calls what we need.
pub struct Fit {
    pub types: Types,
    /// The type that stands for each of ours.
    pub on: BTreeMap<On, String>,
    found: BTreeMap<(On, &'static str), Found>,
    /// The types of messages that nobody wrote.
    pub system: Vec<String>,
    pub layout: Option<Layout>,
    pub items: Vec<SchemaItem>,
}

/// A field that the account has.
#[derive(Clone)]
pub struct Found {
    /// What it calls it.
    pub name: String,
    pub of: Reference,
    /// The field inside that holds the value, where it is an object.
    pub inside: Option<String>,
    /// The argument that takes the id.
    pub argument: Option<(String, String)>,
}

/// Fields that may be meant, where none is.
type Candidates = Vec<String>;

impl Fit {
    pub fn of(types: Types) -> Self {
        let on = BTreeMap::from([(On::Query, types.query.clone())]);
        let (found, system, layout, items) = Default::default();
        let mut fit = Self { types, on, found, system, layout, items };
        for need in NEEDS {
            fit.look(need);
        }
        fit
    }

    pub fn found(&self, on: On, ours: &str) -> Option<&Found> {
        self.found.iter().find(|((of, name), _)| (*of, *name) == (on, ours)).map(|(_, f)| f)
    }

    /// What is missing, for people.
    pub fn lacks(&self, need: &Need) -> Said {
        let field = format!("{}.{}", self.name_of(need.on), need.ours);
        let item = self.items.iter().find(|item| item.field == field);
        match item.map(|item| &item.state) {
            Some(SchemaState::Missing { candidates }) if !candidates.is_empty() => {
                let with = [("field", field), ("candidates", candidates.join(", "))];
                Said::new(Key::SchemaUnclear, with)
            }
            _ => Said::new(Key::SchemaLacks, [("field", field)]),
        }
    }

    fn name_of(&self, on: On) -> String {
        self.on.get(&on).cloned().unwrap_or_else(|| format!("{on:?}"))
    }

    /// Look for one need, write down what was found, and go on from there.
    fn look(&mut self, need: &'static Need) {
        let Some(on) = self.on.get(&need.on).cloned() else {
            // Nothing leads there: that is said of what should have, but for attachments, whose
            // types are found by name.
            if matches!(need.on, On::QuickReply | On::Card | On::CardBundle) && self.may_attach() {
                self.report(need, SchemaState::Missing { candidates: Vec::new() });
            }
            return;
        };
        match self.find(need, &on) {
            Ok(found) => {
                let field = self.types.field(&on, &found.name);
                let state = state(need, &found, field);
                self.open(need, &found);
                self.found.insert((need.on, need.ours), found);
                self.report(need, state);
            }
            Err(candidates) => self.report(need, SchemaState::Missing { candidates }),
        }
    }

    fn may_attach(&self) -> bool {
        self.found(On::Participant, "attachments").is_some()
    }

    fn report(&mut self, need: &Need, state: SchemaState) {
        let field = format!("{}.{}", self.name_of(need.on), need.ours);
        // A card is looked at alone and in a bundle.
        if self.items.iter().any(|item| item.field == field) {
            return;
        }
        let (feature, breaks) = (need.feature, need.breaks);
        self.items.push(SchemaItem { feature, field, state, breaks });
    }

    fn find(&mut self, need: &Need, on: &str) -> Result<Found, Candidates> {
        let types = &self.types;
        let fields = types.get(on).map(Type::fields).unwrap_or_default();
        match need.shape {
            Shape::ById => by_id(types, named(need, fields, |_| true)?),
            Shape::ByInterval => {
                let fits = |field: &Field| {
                    let node = connection(types, field).and_then(|f| node(types, f.of.named()));
                    node.as_ref() == self.on.get(&On::Conversation)
                };
                let field = named(need, fields, fits)?;
                let (found, layout) = (Found::of(field), layout(types, field)?);
                self.layout = Some(layout);
                Ok(found)
            }
            Shape::Leaf => {
                named(need, fields, |f| f.is_free() && types.is_leaf(&f.of)).map(Found::of)
            }
            Shape::Leaves => {
                let leaves = |f: &Field| f.is_free() && f.of.is_list() && types.is_leaf(&f.of);
                named(need, fields, leaves).map(Found::of)
            }
            Shape::LeafIn(names) => leaf_in(types, need, fields, names),
            Shape::Text => text(types, need, fields),
            Shape::Object(_) | Shape::Objects(_) | Shape::Attachments => {
                let list = !matches!(need.shape, Shape::Object(_));
                let fits = |f: &Field| {
                    let shaped = f.is_free() && f.of.is_list() == list && !types.is_leaf(&f.of);
                    shaped && self.agrees(need.shape, f.of.named())
                };
                named(need, fields, fits).map(Found::of)
            }
            Shape::Connection(_) | Shape::Messages => {
                let fits = |field: &Field| {
                    let node = connection(types, field).and_then(|f| node(types, f.of.named()));
                    node.is_some_and(|node| self.agrees(need.shape, &node))
                };
                named(need, fields, fits).map(Found::of)
            }
            Shape::Author => author(types, need, fields),
        }
    }

    /// Whether this type is the one that we have found for ours already, if we have.
    fn agrees(&self, shape: Shape, name: &str) -> bool {
        match shape {
            Shape::Object(on) | Shape::Objects(on) | Shape::Connection(on) => {
                self.on.get(&on).is_none_or(|known| known == name)
            }
            _ => true,
        }
    }

    /// What the field leads to.
    fn open(&mut self, need: &Need, found: &Found) {
        let holds = found.of.named().to_owned();
        match need.shape {
            Shape::ById => self.enter(On::Conversation, holds),
            Shape::Object(on) | Shape::Objects(on) => self.enter(on, holds),
            Shape::Connection(on) => {
                if let Some(node) = node(&self.types, &holds) {
                    self.enter(on, node);
                }
            }
            Shape::Messages => self.open_messages(&holds),
            Shape::Author if self.types.get("User").is_some() => {
                self.enter(On::User, "User".to_owned());
            }
            Shape::Attachments if need.on == On::Participant => self.open_attachments(&holds),
            _ => {}
        }
    }

    fn enter(&mut self, on: On, name: String) {
        self.on.entry(on).or_insert(name);
    }

    /// Tell the messages that somebody wrote from the others.
    fn open_messages(&mut self, connection: &str) {
        let Some(node) = node(&self.types, connection) else { return };
        let Some(of) = self.types.get(&node) else { return };
        let all: Vec<String> = of.possible().into_iter().map(str::to_owned).collect();
        let need = NEEDS.iter().find(|need| need.shape == Shape::Author);
        let written = |name: &String| {
            let fields = self.types.get(name).map(Type::fields).unwrap_or_default();
            need.is_some_and(|need| author(&self.types, need, fields).is_ok())
        };
        let known = all.iter().find(|name| *name == PARTICIPANT);
        let Some(participant) = known.or_else(|| all.iter().find(|name| written(name))) else {
            self.enter(On::Participant, node);
            return;
        };
        let participant = participant.clone();
        self.system = all.into_iter().filter(|name| *name != participant).collect();
        if let Some(system) = self.system.first().cloned() {
            self.enter(On::System, system);
        }
        self.enter(On::Participant, participant);
    }

    fn open_attachments(&mut self, attachment: &str) {
        let Some(of) = self.types.get(attachment) else { return };
        let all: Vec<String> = of.possible().into_iter().map(str::to_owned).collect();
        let bundle = |name: &str| name.contains("CardBundle");
        let card = |name: &str| name.contains("Card") && !bundle(name);
        let reply = |name: &str| name.contains("QuickReply");
        let named = |known: &str, fits: &dyn Fn(&str) -> bool| {
            let exact = all.iter().find(|name| *name == known);
            exact.or_else(|| all.iter().find(|name| fits(name))).cloned()
        };
        for (on, name) in [
            (On::QuickReply, named("QuickReplyMenuAttachment", &reply)),
            (On::Card, named("CardAttachment", &card)),
            (On::CardBundle, named("CardBundleAttachment", &bundle)),
        ] {
            if let Some(name) = name {
                self.enter(on, name);
            }
        }
    }
}

/// What a conversation file calls a message that somebody wrote,
pub const PARTICIPANT: &str = "ParticipantConversationMessage";
/// and one that nobody wrote.
pub const SYSTEM: &str = "SystemMessage";

impl Found {
    fn of(field: &Field) -> Self {
        Self { name: field.name.clone(), of: field.of.clone(), inside: None, argument: None }
    }
}

fn state(need: &Need, found: &Found, field: Option<&Field>) -> SchemaState {
    let renamed = (found.name != need.ours).then(|| found.name.clone());
    match field.filter(|field| field.is_deprecated) {
        Some(field) => {
            let reason = field.deprecation_reason.as_deref().unwrap_or_default();
            let named = renamed.map(|name| format!("{name}: ")).unwrap_or_default();
            SchemaState::Deprecated(format!("{named}{reason}"))
        }
        None => renamed.map_or(SchemaState::Fits, SchemaState::RenamedTo),
    }
}

/// The field by one of the names; one that stays before one that goes.
fn named<'a>(
    need: &Need,
    fields: &'a [Field],
    fits: impl Fn(&Field) -> bool,
) -> Result<&'a Field, Candidates> {
    let find = |gone: bool| {
        need.names().find_map(|name| {
            fields.iter().find(|f| f.name == name && f.is_deprecated == gone && fits(f))
        })
    };
    find(false).or_else(|| find(true)).ok_or_else(Vec::new)
}

fn by_id(types: &Types, field: &Field) -> Result<Found, Candidates> {
    let candidates = || field.args.iter().map(|arg| arg.name.clone()).collect::<Vec<_>>();
    let leaf = |arg: &&super::types::Input| types.is_leaf(&arg.of) && !arg.of.is_list();
    let mut given = field.args.iter().filter(|arg| arg.must_be_given());
    let argument = match (given.next(), given.next()) {
        (Some(only), None) => Some(only).filter(leaf),
        (Some(_), Some(_)) => None,
        (None, _) => ID_ARGUMENTS
            .iter()
            .find_map(|name| field.args.iter().find(|arg| arg.name == *name).filter(leaf)),
    };
    let argument = argument.ok_or_else(candidates)?;
    let argument = Some((argument.name.clone(), argument.of.text()));
    Ok(Found { argument, ..Found::of(field) })
}

fn leaf_in(
    types: &Types,
    need: &Need,
    fields: &[Field],
    names: &[&str],
) -> Result<Found, Candidates> {
    let field = named(need, fields, |field| field.is_free() && !field.of.is_list())?;
    if types.is_leaf(&field.of) {
        return Ok(Found::of(field));
    }
    let inside = types.of(&field.of).map(Type::fields).unwrap_or_default();
    let inside = names.iter().find_map(|name| {
        inside.iter().find(|f| f.name == *name && f.is_free() && types.is_leaf(&f.of))
    });
    let inside = inside.map(|inside| inside.name.clone());
    Ok(Found { inside: Some(inside.ok_or_else(Vec::new)?), ..Found::of(field) })
}

/// What somebody wrote: by its name, else as the only `String` that is nothing else.
fn text(types: &Types, need: &Need, fields: &[Field]) -> Result<Found, Candidates> {
    let leaf = |field: &Field| {
        let of = field.of.named();
        field.is_free()
            && types.is_leaf(&field.of)
            && !["ID", "UUID", "Int", "Float", "Boolean", "DateTime", "LegacyId"].contains(&of)
    };
    if let Ok(field) = named(need, fields, leaf) {
        return Ok(Found::of(field));
    }
    let other = |name: &str| {
        let others = NEEDS.iter().filter(|other| other.on == need.on && other.ours != need.ours);
        let is_id = name.ends_with("Id") || name.ends_with("ID") || name.ends_with("Uuid");
        let is_date = name.ends_with("At") || name.ends_with("Date");
        is_id
            || is_date
            || NOT_TEXT.contains(&name)
            || others.flat_map(Need::names).any(|n| n == name)
    };
    let string = |field: &&Field| {
        field.is_free()
            && field.of.named() == "String"
            && !field.of.is_list()
            && !other(&field.name)
    };
    let candidates: Vec<&Field> = fields.iter().filter(string).collect();
    match candidates.as_slice() {
        [only] => Ok(Found::of(only)),
        many => Err(many.iter().map(|field| field.name.clone()).collect()),
    }
}

/// Who wrote it: by its name, else as the only field that may be the visitor. Who it was shown as
/// is another matter.
fn author(types: &Types, need: &Need, fields: &[Field]) -> Result<Found, Candidates> {
    let fits = |field: &Field| {
        let of = types.of(&field.of);
        field.is_free() && of.is_some_and(|of| of.possible().contains(&"Visitor"))
    };
    if let Ok(field) = named(need, fields, fits) {
        return Ok(Found::of(field));
    }
    let candidates: Vec<&Field> =
        fields.iter().filter(|field| fits(field) && field.name != "sentAs").collect();
    match candidates.as_slice() {
        [only] => Ok(Found::of(only)),
        many => Err(many.iter().map(|field| field.name.clone()).collect()),
    }
}

/// The field if it is a page of things, in Relay's way, and we can turn it.
fn connection<'a>(types: &'a Types, field: &'a Field) -> Option<&'a Field> {
    let holds = field.of.named();
    let info = types.field(holds, "pageInfo")?.of.named();
    let turns = field.takes("first") && field.takes("after");
    let says = ["hasNextPage", "endCursor"].iter().all(|name| types.field(info, name).is_some());
    (turns && says && node(types, holds).is_some()).then_some(field)
}

/// The type of the things on the pages of a connection.
fn node(types: &Types, connection: &str) -> Option<String> {
    let edge = types.field(connection, "edges")?.of.named();
    Some(types.field(edge, "node")?.of.named().to_owned())
}
