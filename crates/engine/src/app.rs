//! The program's one state: what it holds open, and what it knows.

use crate::{
    api::{ApiError, Code},
    clock::Clock,
    config::{Config, DestinationConfig, IADVIZE_URL},
    crm::{self, Crm, Failure},
    flows::host,
    http, iadvize,
    receiver::SigningSecret,
    said::Said,
    secret::Secret,
    store::Store,
    types::{DeliveryMode, DestinationKind, HostState, Topic},
    vault::{self, Name, Vault},
};
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use leadbridge_domain::{field::Field, mapping::Rule};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, RwLock},
};
use tokio::sync::{Notify, broadcast};
use tokio_util::sync::CancellationToken;

/// How long a destination's fields are remembered.
const FIELDS_FRESH: SignedDuration = SignedDuration::from_mins(10);
/// How many changes a slow listener may miss before it is told to look at everything.
const CHANGES: usize = 256;

/// How to open the program.
pub struct Options {
    /// Where everything but secrets is kept.
    pub data_dir: PathBuf,
    /// Where secrets are kept.
    pub vault: Vault,
    /// Where the time comes from.
    pub clock: Clock,
    /// Who we are, for another program that finds the folder taken.
    pub holder: String,
    /// Another base address of iAdvize than the configuration's (`LEADBRIDGE_IADVIZE_URL`).
    pub iadvize_url: Option<String>,
    /// Another port for webhooks than the configuration's; 0 lets the system choose.
    pub port: Option<u16>,
}

/// The program. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    options: Options,
    store: Store,
    http: reqwest::Client,
    known: RwLock<Known>,
    fields: Mutex<Option<Remembered>>,
    listening: Mutex<Listening>,
    rests: Mutex<Rests>,
    changes: broadcast::Sender<Topic>,
    ingest: Notify,
    deliver: Notify,
    stop: CancellationToken,
}

/// What follows from the configuration, made anew when it changes.
#[derive(Clone)]
struct Known {
    config: Arc<Config>,
    iadvize: Option<Arc<iadvize::Client>>,
    host: HostState,
    /// Moves when a secret was changed, by us or another program.
    secrets: Option<String>,
    /// The secret last segment of the webhook's path.
    path: Arc<str>,
}

/// A destination's fields as they were then.
struct Remembered {
    destination: DestinationConfig,
    at: Timestamp,
    fields: Arc<Vec<Field>>,
}

/// Until when a whole flow waits, for a reason that is no single row's.
struct Rests {
    account: Timestamp,
    destination: Timestamp,
}

impl Default for Rests {
    fn default() -> Self {
        Self { account: Timestamp::MIN, destination: Timestamp::MIN }
    }
}

/// The webhook listener.
#[derive(Debug, Clone, Default)]
pub struct Listening {
    /// The port it listens on now.
    pub port: Option<u16>,
    /// Why it doesn't.
    pub problem: Option<Said>,
}

impl App {
    /// Open a data folder. Nothing runs by itself until [`App::start`].
    pub async fn open(options: Options) -> Result<Self, ApiError> {
        let store = Store::open(&options.data_dir)
            .await
            .map_err(|error| ApiError::new(Code::DataFolder, error.to_string()))?;
        let holder = crate::lock::FolderLock::holder(&options.data_dir);
        let app = Self(Arc::new(Inner {
            http: http::client(),
            known: RwLock::new(Known {
                config: Arc::default(),
                iadvize: None,
                secrets: None,
                host: HostState::Standby { holder },
                path: Arc::from(""),
            }),
            store,
            options,
            fields: Mutex::default(),
            listening: Mutex::default(),
            rests: Mutex::default(),
            changes: broadcast::channel(CHANGES).0,
            ingest: Notify::new(),
            deliver: Notify::new(),
            stop: CancellationToken::new(),
        }));
        let opened = async {
            app.set_path().await?;
            app.reload().await
        };
        opened.await.map_err(internal)?;
        Ok(app)
    }

    /// Begin to work by itself: listen, fetch and deliver, as soon as the folder is free.
    pub async fn start(&self) -> Result<(), ApiError> {
        host::start(self)
            .await
            .map_err(|error| ApiError::new(Code::DataFolder, format!("{error:#}")))
    }

    /// Stop working, and close the files.
    pub async fn stop(&self) {
        self.0.stop.cancel();
        self.store().close().await;
    }

    /// Do all the work that is due, here and now, until nothing is. For tests, and for a command
    /// that has the folder to itself.
    pub async fn drain(&self) -> anyhow::Result<()> {
        host::drain(self).await
    }

    /// Send these leads here and now. Answers false when another program has the folder.
    pub(crate) async fn send_now(&self, leads: &[String]) -> anyhow::Result<bool> {
        host::send_now(self, leads).await
    }

    /// Hear of every change.
    pub fn changes(&self) -> broadcast::Receiver<Topic> {
        self.0.changes.subscribe()
    }

    /// Where everything but secrets is kept.
    pub fn data_dir(&self) -> &Path {
        &self.0.options.data_dir
    }

    pub(crate) fn holder(&self) -> &str {
        &self.0.options.holder
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn vault(&self) -> &Vault {
        &self.0.options.vault
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.0.options.clock
    }

    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.0.http
    }

    pub(crate) fn stopping(&self) -> &CancellationToken {
        &self.0.stop
    }

    pub(crate) fn new_id(&self) -> String {
        uuid::Uuid::new_v4().to_string()
    }

    /// The configuration as it is now.
    pub(crate) fn config(&self) -> Arc<Config> {
        self.known().config
    }

    /// The client of the account, if there is one.
    pub(crate) fn iadvize(&self) -> Option<Arc<iadvize::Client>> {
        self.known().iadvize
    }

    /// Whether we work on the folder.
    pub(crate) fn host(&self) -> HostState {
        self.known().host
    }

    pub(crate) fn set_host(&self, host: HostState) {
        let changed = self.known().host != host;
        self.0.known.write().unwrap_or_else(|p| p.into_inner()).host = host;
        if changed {
            self.changed(Topic::Settings);
        }
    }

    /// The webhook's path, with its secret segment.
    pub(crate) fn hook_path(&self) -> String {
        format!("/hook/{}", self.known().path)
    }

    /// The port to receive webhooks on.
    pub(crate) fn port(&self) -> u16 {
        self.0.options.port.unwrap_or_else(|| self.config().receiver.port)
    }

    pub(crate) fn listening(&self) -> MutexGuard<'_, Listening> {
        self.0.listening.lock().unwrap_or_else(|p| p.into_inner())
    }

    pub(crate) fn changed(&self, topic: Topic) {
        // Nobody listening is no fault.
        drop(self.0.changes.send(topic));
    }

    pub(crate) fn wake_ingest(&self) {
        self.0.ingest.notify_one();
    }

    pub(crate) fn wake_deliver(&self) {
        self.0.deliver.notify_one();
    }

    pub(crate) async fn ingest_woken(&self) {
        self.0.ingest.notified().await;
    }

    pub(crate) async fn deliver_woken(&self) {
        self.0.deliver.notified().await;
    }

    fn known(&self) -> Known {
        self.0.known.read().unwrap_or_else(|p| p.into_inner()).clone()
    }

    async fn set_path(&self) -> sqlx::Result<()> {
        let new = uuid::Uuid::new_v4().simple().to_string();
        let path = self.store().setting_or("hook_path", &new).await?;
        self.0.known.write().unwrap_or_else(|p| p.into_inner()).path = path.into();
        Ok(())
    }

    /// Read the configuration again: another program may have changed it.
    pub(crate) async fn reload(&self) -> sqlx::Result<()> {
        let config: Config = self.store().setting("config").await?.unwrap_or_default();
        let secrets: Option<String> = self.store().setting("secrets_version").await?;
        let mut known = self.0.known.write().unwrap_or_else(|p| p.into_inner());
        let secrets_moved = known.secrets != secrets;
        if secrets_moved {
            known.secrets = secrets;
            self.vault().refresh();
        }
        if secrets_moved || known.config.account != config.account || known.iadvize.is_none() {
            known.iadvize = self.account(&config).map(|account| Arc::new(self.client(account)));
        }
        if secrets_moved || *known.config != config {
            // What made everything wait may be mended.
            *self.rests() = Rests::default();
        }
        known.config = Arc::new(config);
        Ok(())
    }

    /// Tell the other programs on this folder that a secret has changed, and take note ourselves.
    pub(crate) async fn secrets_changed(&self) -> sqlx::Result<()> {
        self.store().set_one("secrets_version", &self.new_id()).await?;
        self.resume().await?;
        self.reload().await
    }

    fn client(&self, account: iadvize::Account) -> iadvize::Client {
        let keys = VaultKeys { vault: self.vault().clone(), whom: account.identity() };
        iadvize::Client::new(self.http().clone(), account, Arc::new(keys), self.clock().clone())
    }

    /// Change the configuration, and go by it from now on. Whoever else changes it meanwhile is
    /// not undone.
    pub(crate) async fn configure(&self, change: impl FnOnce(&mut Config)) -> sqlx::Result<()> {
        let before = self.config();
        self.store()
            .update("config", |config: &mut Config| {
                change(config);
                vec![("destination_key", config.destination.as_ref().map(|d| d.key()))]
            })
            .await?;
        self.reload().await?;
        let now = self.config();
        if before.destination != now.destination {
            self.resume().await?;
        }
        if let (DeliveryMode::Manual, Some(destination)) = (now.mode, &now.destination)
            && before.mode != now.mode
        {
            self.store().hold_back(&destination.key()).await?;
        }
        self.changed(Topic::Settings);
        self.changed(Topic::Leads);
        self.wake_ingest();
        self.wake_deliver();
        Ok(())
    }

    /// The account of a configuration, and where it is.
    pub(crate) fn account(&self, config: &Config) -> Option<iadvize::Account> {
        config.account.as_ref().map(|account| iadvize::Account {
            email: account.email.clone(),
            platform: account.platform,
            base_url: self.iadvize_url(account.base_url.as_deref()),
        })
    }

    /// iAdvize's address: the environment's, else the account's, else its own.
    pub(crate) fn iadvize_url(&self, set: Option<&str>) -> String {
        let given = self.0.options.iadvize_url.as_deref();
        given.or(set).unwrap_or(IADVIZE_URL).trim_end_matches('/').to_owned()
    }

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

    /// Why nothing is sent, when the destination's key was refused.
    pub(crate) async fn paused(&self) -> sqlx::Result<Option<Said>> {
        self.store().said_setting("destination_paused").await
    }

    /// Send nothing more until the key may have been mended.
    pub(crate) async fn pause(&self, why: &Said) -> sqlx::Result<()> {
        tracing::warn!("the destination refuses its key: nothing is sent until it is mended");
        self.store().set_one("destination_paused", why).await?;
        self.changed(Topic::Settings);
        Ok(())
    }

    /// Send again: the key may have been mended. If it was not, the first try says so.
    pub(crate) async fn resume(&self) -> sqlx::Result<()> {
        self.store().set(&[("destination_paused", None)]).await?;
        *self.rests() = Rests::default();
        self.changed(Topic::Settings);
        self.wake_deliver();
        Ok(())
    }

    fn rests(&self) -> MutexGuard<'_, Rests> {
        self.0.rests.lock().unwrap_or_else(|p| p.into_inner())
    }

    /// Fetch nothing until then: the account itself is at fault.
    pub(crate) fn rest_account(&self, until: Timestamp) {
        self.rests().account = until;
    }

    pub(crate) fn account_rests(&self, now: Timestamp) -> bool {
        now < self.account_rests_until()
    }

    pub(crate) fn account_rests_until(&self) -> Timestamp {
        self.rests().account
    }

    /// Send nothing until then: the destination, or its key's keyring, has no time for us.
    pub(crate) fn rest_destination(&self, until: Timestamp) {
        self.rests().destination = until;
    }

    pub(crate) fn destination_rests(&self, now: Timestamp) -> bool {
        now < self.destination_rests_until()
    }

    pub(crate) fn destination_rests_until(&self) -> Timestamp {
        self.rests().destination
    }
}

/// An error of ours, as hosts see it.
pub(crate) fn internal(error: impl std::fmt::Display) -> ApiError {
    ApiError::new(Code::Internal, error.to_string())
}

/// An account's password and token, in the vault.
struct VaultKeys {
    vault: Vault,
    whom: String,
}

#[async_trait]
impl iadvize::Keys for VaultKeys {
    async fn password(&self) -> Result<Option<Secret>, Said> {
        self.vault.get(Name::IadvizePassword, &self.whom).await.map_err(|error| error.0)
    }

    async fn kept_token(&self) -> Option<Secret> {
        match self.vault.get(Name::IadvizeToken, &self.whom).await {
            Ok(token) => token,
            Err(error) => {
                tracing::warn!("the token of an earlier run can't be read: {error}");
                None
            }
        }
    }

    async fn keep_token(&self, token: Option<Secret>) {
        let kept = match token {
            Some(token) => self.vault.set(Name::IadvizeToken, &self.whom, token).await,
            None => self.vault.forget(Name::IadvizeToken, &self.whom).await,
        };
        if let Err(error) = kept {
            tracing::warn!("the token can't be kept for a later run: {error}");
        }
    }
}

#[async_trait]
impl SigningSecret for App {
    async fn signing_secret(&self) -> Option<Secret> {
        match self.vault().get(Name::WebhookSecret, "").await {
            Ok(secret) => secret,
            Err(error) => {
                tracing::error!("the webhook's secret can't be read: {error}");
                None
            }
        }
    }
}
