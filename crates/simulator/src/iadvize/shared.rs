use super::auth::Logins;
use super::conversations::Conversations;
use super::data::{Platform, Record};
use super::documents::Documents;
use super::variant::USUAL;
use super::webhook::Sender;
use super::{Counts, Options, SchemaVariant, event};
use crate::fault::Faults;
use anyhow::Context as _;
use apollo_compiler::Schema;
use apollo_compiler::validation::Valid;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use tokio_util::sync::CancellationToken;

/// What the request handlers and the [`Simulator`] itself both hold.
#[derive(Clone, Debug)]
pub(super) struct Shared(Arc<Inner>);

/// What requests are held against.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) variant: SchemaVariant,
    pub(super) schema: Arc<Valid<Schema>>,
    pub(super) documents: Documents,
}

impl Form {
    fn of(variant: SchemaVariant) -> anyhow::Result<Self> {
        let schema = match variant.is_usual() {
            true => USUAL.clone(),
            false => Arc::new(variant.schema()?),
        };
        Ok(Self { variant, schema, documents: Documents::default() })
    }
}

#[derive(Debug)]
pub(super) struct Inner {
    pub(super) options: Options,
    pub(super) webhooks: Sender,
    pub(super) faults: Faults,
    form: RwLock<Arc<Form>>,
    logins: Mutex<Logins>,
    conversations: RwLock<Conversations>,
    graphql: AtomicU64,
}

impl Deref for Shared {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Shared {
    pub(super) fn new(
        options: Options,
        conversations: Conversations,
        faults: Faults,
        stopping: CancellationToken,
    ) -> anyhow::Result<Self> {
        Ok(Self(Arc::new(Inner {
            form: RwLock::new(Arc::new(Form::of(options.schema.clone())?)),
            webhooks: Sender::new(&options, stopping)?,
            logins: Mutex::default(),
            conversations: RwLock::new(conversations),
            graphql: AtomicU64::new(0),
            faults,
            options,
        })))
    }
}

impl Inner {
    pub(super) fn logins(&self) -> MutexGuard<'_, Logins> {
        self.logins.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn conversations(&self) -> RwLockReadGuard<'_, Conversations> {
        self.conversations.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn form(&self) -> Arc<Form> {
        self.form.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set_schema(&self, variant: SchemaVariant) -> anyhow::Result<()> {
        let form = Arc::new(Form::of(variant)?);
        *self.form.write().unwrap_or_else(PoisonError::into_inner) = form;
        Ok(())
    }

    fn conversations_mut(&self) -> RwLockWriteGuard<'_, Conversations> {
        self.conversations.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn count_graphql(&self) {
        self.graphql.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn counts(&self) -> Counts {
        let logins = self.logins().counts;
        Counts {
            logins: logins.accepted,
            refused_logins: logins.refused,
            limited_logins: logins.limited,
            graphql: self.graphql.load(Ordering::Relaxed),
        }
    }

    pub(super) fn add(&self, platform: Platform, conversation: Value) -> anyhow::Result<String> {
        let record = Record::parse(platform, conversation, self.options.clock.now())?;
        let id = record.id().to_owned();
        self.conversations_mut().add(record);
        Ok(id)
    }

    pub(super) fn change<T>(
        &self,
        conversation: &str,
        change: impl FnOnce(&mut Record) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let mut conversations = self.conversations_mut();
        let changed = conversations.change(conversation, change);
        changed.with_context(|| format!("there is no conversation `{conversation}`"))?
    }

    pub(super) fn add_closed(
        &self,
        platform: Platform,
        conversation: Value,
        closed_at: Timestamp,
    ) -> anyhow::Result<String> {
        let mut record = Record::parse(platform, conversation, self.options.clock.now())?;
        record.move_to(closed_at)?;
        let id = record.id().to_owned();
        self.conversations_mut().add(record);
        Ok(id)
    }

    pub(super) fn close(&self, conversation: &str) -> anyhow::Result<String> {
        let now = self.options.clock.now();
        self.change(conversation, |record| {
            record.close(now);
            Ok(())
        })?;
        self.tell(conversation, |record| event::closed(record, now))
    }

    /// Sends an event of a conversation, and gives its id.
    pub(super) fn tell(
        &self,
        conversation: &str,
        event: impl FnOnce(&Record) -> Value,
    ) -> anyhow::Result<String> {
        let event = self.conversations().find(conversation).map(event);
        let event = event.with_context(|| format!("there is no conversation `{conversation}`"))?;
        self.webhooks.send(&event);
        Ok(event["eventId"].as_str().unwrap_or_default().to_owned())
    }

    pub(super) fn set_visitor_email(
        &self,
        conversation: &str,
        email: Option<&str>,
    ) -> anyhow::Result<()> {
        let now = self.options.clock.now();
        self.change(conversation, |record| {
            record.fields["visitor"]["email"] = json!(email);
            record.fields["visitor"]["updatedAt"] = json!(now);
            Ok(())
        })
    }
}
