//! The properties contacts have, and what each of them takes.

use super::error::{Error, Fault};
use super::value::{absent, plain};
use anyhow::Context as _;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The properties there are at the start: the usual ones, and those that go with the question set of
/// [`seed`](crate::seed).
const START: &str = include_str!("../../fixtures/properties.json");

/// One property, as the fixture has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Property {
    pub(super) name: String,
    label: String,
    pub(super) r#type: String,
    pub(super) field_type: String,
    #[serde(default = "contact_information")]
    group: String,
    /// Values and their labels.
    #[serde(default)]
    pub(super) options: Vec<(String, String)>,
    #[serde(default)]
    pub(super) has_unique_value: bool,
    #[serde(default)]
    pub(super) read_only: bool,
    #[serde(default)]
    calculated: bool,
}

fn contact_information() -> String {
    "contactinformation".to_owned()
}

/// All of them, in their order.
#[derive(Clone, Debug)]
pub(super) struct Properties(Vec<Property>);

impl Properties {
    pub(super) fn start() -> anyhow::Result<Self> {
        serde_json::from_str(START).map(Self).context("read the properties built in")
    }

    pub(super) fn set(&mut self, property: Property) {
        self.remove(&property.name);
        self.0.push(property);
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.0.retain(|property| property.name != name);
    }

    pub(super) fn get(&self, name: &str) -> Option<&Property> {
        self.0.iter().find(|property| property.name == name)
    }

    /// The answer of `GET /crm/properties/…/contacts`.
    pub(super) fn listed(&self) -> Value {
        let all: Vec<Value> = self.0.iter().map(Property::described).collect();
        json!({ "results": all })
    }

    /// What is to be written for `given`, or every fault there is in it. An empty value clears the property.
    pub(super) fn accept(
        &self,
        given: &Map<String, Value>,
    ) -> Result<BTreeMap<String, String>, Error> {
        let mut values = BTreeMap::new();
        let mut faults = Vec::new();
        for (name, value) in given {
            let value = plain(name, value)?;
            let property = self.get(name);
            let checked =
                property.ok_or_else(|| absent(name)).and_then(|property| property.check(&value));
            match checked {
                Ok(()) if name == "email" => {
                    drop(values.insert(name.clone(), value.trim().to_lowercase()))
                }
                Ok(()) => drop(values.insert(name.clone(), value)),
                Err((code, message)) => faults.push(Fault { name: name.clone(), code, message }),
            }
        }
        if faults.is_empty() { Ok(values) } else { Err(Error::values(&faults)) }
    }
}

impl Property {
    fn described(&self) -> Value {
        let option = |(order, (value, label)): (usize, &(String, String))| json!({ "label": label, "value": value, "displayOrder": order, "hidden": false });
        let options: Vec<Value> = self.options.iter().enumerate().map(option).collect();
        json!({
            "name": self.name,
            "label": self.label,
            "type": self.r#type,
            "fieldType": self.field_type,
            "groupName": self.group,
            "description": "",
            "options": options,
            "displayOrder": -1,
            "calculated": self.calculated,
            "externalOptions": false,
            "hasUniqueValue": self.has_unique_value,
            "hidden": false,
            "hubspotDefined": self.group != "iadvize",
            "archived": false,
            "formField": !self.read_only,
            "modificationMetadata": {
                "archivable": self.group == "iadvize",
                "readOnlyDefinition": self.group != "iadvize",
                "readOnlyValue": self.read_only,
            },
        })
    }
}
