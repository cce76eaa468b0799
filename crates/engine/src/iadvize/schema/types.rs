//! The answer to an introspection, as far as it is compared with what we need.

use serde::Deserialize;
use std::collections::BTreeMap;

/// `data` of `graphql/introspection.graphql`.
#[derive(Deserialize)]
pub struct Introspected {
    #[serde(rename = "__schema")]
    schema: SchemaWire,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SchemaWire {
    query_type: Name,
    types: Vec<Type>,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

/// One type of the account's schema.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Type {
    pub kind: Kind,
    pub name: String,
    fields: Option<Vec<Field>>,
    input_fields: Option<Vec<Input>>,
    possible_types: Option<Vec<Name>>,
}

/// What a type is, or what is wrapped around one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Kind {
    Scalar,
    Enum,
    Object,
    Interface,
    Union,
    InputObject,
    List,
    NonNull,
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    pub name: String,
    #[serde(default)]
    pub is_deprecated: bool,
    pub deprecation_reason: Option<String>,
    #[serde(default)]
    pub args: Vec<Input>,
    #[serde(rename = "type")]
    pub of: Reference,
}

/// An argument, or a field of an input object.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Input {
    pub name: String,
    pub default_value: Option<String>,
    #[serde(rename = "type")]
    pub of: Reference,
}

/// A type where it is used, with what is wrapped around it.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    kind: Kind,
    name: Option<String>,
    of_type: Option<Box<Reference>>,
}

impl Type {
    pub fn fields(&self) -> &[Field] {
        self.fields.as_deref().unwrap_or_default()
    }

    pub fn inputs(&self) -> &[Input] {
        self.input_fields.as_deref().unwrap_or_default()
    }

    /// What an object of this type may be: of a plain object's itself.
    pub fn possible(&self) -> Vec<&str> {
        match &self.possible_types {
            Some(types) if !types.is_empty() => types.iter().map(|t| t.name.as_str()).collect(),
            _ => vec![&self.name],
        }
    }

    pub fn is_leaf(&self) -> bool {
        matches!(self.kind, Kind::Scalar | Kind::Enum)
    }
}

impl Field {
    /// Whether it can be asked for without knowing more.
    pub fn is_free(&self) -> bool {
        self.args.iter().all(|arg| !arg.must_be_given())
    }

    pub fn takes(&self, argument: &str) -> bool {
        self.args.iter().any(|arg| arg.name == argument)
    }
}

impl Input {
    pub fn must_be_given(&self) -> bool {
        self.of.kind == Kind::NonNull && self.default_value.is_none()
    }
}

impl Reference {
    /// The name of the type inside all wrappers.
    pub fn named(&self) -> &str {
        match (&self.of_type, &self.name) {
            (Some(inner), _) => inner.named(),
            (None, Some(name)) => name,
            (None, None) => "",
        }
    }

    pub fn is_list(&self) -> bool {
        self.kind == Kind::List || self.of_type.as_ref().is_some_and(|inner| inner.is_list())
    }

    /// As GraphQL writes it: `[LegacyId!]!`.
    pub fn text(&self) -> String {
        let inner = || self.of_type.as_ref().map(|inner| inner.text()).unwrap_or_default();
        match self.kind {
            Kind::List => format!("[{}]", inner()),
            Kind::NonNull => format!("{}!", inner()),
            _ => self.name.clone().unwrap_or_default(),
        }
    }
}

/// Every type of a schema, by its name.
pub struct Types {
    pub query: String,
    by_name: BTreeMap<String, Type>,
}

impl From<Introspected> for Types {
    fn from(Introspected { schema }: Introspected) -> Self {
        let by_name = schema.types.into_iter().map(|of| (of.name.clone(), of)).collect();
        Self { query: schema.query_type.name, by_name }
    }
}

impl Types {
    pub fn get(&self, name: &str) -> Option<&Type> {
        self.by_name.get(name)
    }

    pub fn field(&self, of: &str, name: &str) -> Option<&Field> {
        self.get(of)?.fields().iter().find(|field| field.name == name)
    }

    /// The type of what a field or an argument holds.
    pub fn of(&self, reference: &Reference) -> Option<&Type> {
        self.get(reference.named())
    }

    pub fn is_leaf(&self, reference: &Reference) -> bool {
        self.of(reference).is_some_and(Type::is_leaf)
    }
}
