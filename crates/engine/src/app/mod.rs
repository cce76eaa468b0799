//! The program's one state: what it holds open, and what it knows.

mod accounts;
mod configuration;
mod destination;
mod hooks;
mod keys;
mod live_tunnel;
mod rests;

use crate::{
    api::{ApiError, Code},
    clock::Clock,
    config::Config,
    flows::host,
    http,
    said::Said,
    store::Store,
    tunnel,
    types::{HostState, Topic, VersionOf},
    vault::Vault,
};
pub(crate) use accounts::Account;
use destination::Remembered;
use live_tunnel::LiveTunnel;
use rests::Rests;
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, RwLock},
};
use tokio::sync::{Notify, broadcast};
use tokio_util::sync::CancellationToken;

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
    /// What the tunnel is run with.
    pub tunnel: tunnel::Means,
}

/// The program. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    options: Options,
    store: Store,
    http: reqwest::Client,
    known: RwLock<Known>,
    /// Held while what is known is read anew.
    reloading: tokio::sync::Mutex<()>,
    fields: Mutex<Option<Remembered>>,
    listening: Mutex<Listening>,
    tunnel: LiveTunnel,
    rests: Mutex<Rests>,
    changes: broadcast::Sender<Topic>,
    ingest: Notify,
    deliver: Notify,
    sweep: Notify,
    follow: Notify,
    stop: CancellationToken,
}

/// What follows from the configuration, made anew when it changes.
#[derive(Clone)]
struct Known {
    config: Arc<Config>,
    /// The accounts, the first one first.
    accounts: Arc<[Account]>,
    host: HostState,
    /// Moves when a secret was changed, by us or another program.
    secrets: Option<String>,
    /// The secret last segment of the path, for the app of an account that nobody has named yet.
    path: Arc<str>,
    /// The version that the questions in use are.
    in_use: Option<VersionOf>,
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
                accounts: Arc::default(),
                secrets: None,
                host: HostState::Standby { holder },
                path: Arc::from(""),
                in_use: None,
            }),
            store,
            options,
            reloading: tokio::sync::Mutex::default(),
            fields: Mutex::default(),
            listening: Mutex::default(),
            tunnel: LiveTunnel::default(),
            rests: Mutex::default(),
            changes: broadcast::channel(CHANGES).0,
            ingest: Notify::new(),
            deliver: Notify::new(),
            sweep: Notify::new(),
            follow: Notify::new(),
            stop: CancellationToken::new(),
        }));
        let opened = async { app.adopt().await };
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

    /// Handle the events that are due here and now. Answers false when another program has the
    /// folder.
    pub(crate) async fn fetch_now(&self) -> anyhow::Result<bool> {
        host::fetch_now(self).await
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

    /// A number that nobody can foresee.
    pub(crate) fn seed(&self) -> u64 {
        uuid::Uuid::new_v4().as_u64_pair().0
    }

    /// The configuration as it is now.
    pub(crate) fn config(&self) -> Arc<Config> {
        self.known().config
    }

    /// The version that the questions in use are.
    pub(crate) fn questions_in_use(&self) -> Option<VersionOf> {
        self.known().in_use
    }

    /// The configuration, and the version that its questions are: both of the same moment.
    pub(crate) fn config_and_version(&self) -> (Arc<Config>, Option<VersionOf>) {
        let known = self.known();
        (known.config, known.in_use)
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
        // What asks for reading may ask for following.
        self.0.follow.notify_one();
    }

    pub(crate) fn wake_sweep(&self) {
        self.0.sweep.notify_one();
    }

    pub(crate) async fn sweep_woken(&self) {
        self.0.sweep.notified().await;
    }

    pub(crate) async fn follow_woken(&self) {
        self.0.follow.notified().await;
    }

    /// See that each account's list of closed conversations is looked through.
    pub(crate) async fn begin_sweeps(&self) -> sqlx::Result<()> {
        let keys: Vec<String> = self.accounts().iter().map(|account| account.key.clone()).collect();
        self.store().begin_sweeps(&keys, self.clock().now()).await
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
}

/// An error of ours, as hosts see it.
pub(crate) fn internal(error: impl std::fmt::Display) -> ApiError {
    ApiError::new(Code::Internal, error.to_string())
}
