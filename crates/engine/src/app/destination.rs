//! Where leads go, as it is set now.

use super::App;
use crate::{
    config::DestinationConfig,
    crm::{self, Crm, Failure},
    secret::Secret,
    types::DestinationKind,
    vault::{self, Name},
};
use jiff::{SignedDuration, Timestamp};
use leadbridge_domain::{field::Field, mapping::Rule};
use std::sync::Arc;

/// How long a destination's fields are remembered.
const FIELDS_FRESH: SignedDuration = SignedDuration::from_mins(10);
/// A destination's fields as they were then.
pub(super) struct Remembered {
    destination: DestinationConfig,
    at: Timestamp,
    fields: Arc<Vec<Field>>,
}

impl App {
    /// A destination, ready to be asked, with the key that was given for its address.
    pub(crate) async fn crm(
        &self,
        destination: &DestinationConfig,
    ) -> Result<Box<dyn Crm>, vault::Unavailable> {
        let token = match destination.kind {
            DestinationKind::Hubspot => {
                self.vault().get(Name::HubspotToken, &destination.base_url()).await?
            }
            DestinationKind::LeadBook => None,
        };
        Ok(self.open_crm(destination, token))
    }

    pub(crate) fn open_crm(
        &self,
        destination: &DestinationConfig,
        token: Option<Secret>,
    ) -> Box<dyn Crm> {
        let (store, now) = (self.store(), self.clock().now());
        crm::open(destination.kind, &destination.base_url(), token, store, self.http(), now)
    }

    /// The destination's name for people.
    pub(crate) fn destination_name(&self) -> String {
        let config = self.config();
        let kind = config.destination.as_ref().map(|destination| destination.kind);
        kind.map(crm::name).unwrap_or("No destination").to_owned()
    }

    /// The mapping: the admin's, else the one that fits the destination by name.
    pub(crate) fn rules(&self) -> Vec<Rule> {
        let config = self.config();
        match &config.destination {
            Some(destination) if config.mapping.is_empty() => {
                crm::default_rules(destination.kind, config.question_set.as_ref())
            }
            _ => config.mapping.clone(),
        }
    }

    /// The destination's fields, remembered for a while unless fresh ones are asked for.
    pub(crate) async fn fields(
        &self,
        crm: &dyn Crm,
        fresh: bool,
    ) -> Result<Arc<Vec<Field>>, Failure> {
        let (now, config) = (self.clock().now(), self.config());
        let remembered = || self.0.fields.lock().unwrap_or_else(|p| p.into_inner());
        let usable = remembered()
            .as_ref()
            .filter(|r| {
                !fresh
                    && Some(&r.destination) == config.destination.as_ref()
                    && now < r.at + FIELDS_FRESH
            })
            .map(|r| r.fields.clone());
        if let Some(fields) = usable {
            return Ok(fields);
        }
        let fields = Arc::new(crm.fields().await?);
        *remembered() = config.destination.clone().map(|destination| Remembered {
            destination,
            at: now,
            fields: fields.clone(),
        });
        Ok(fields)
    }
}
