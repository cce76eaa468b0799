//! What the stories share: a world with both simulators and an admin's settings, the engine in this
//! process, and the real program beside it.

use jiff::SignedDuration;
use leadbridge_engine::{
    App, Options, api,
    clock::{Clock, ManualClock},
    types::{
        ConfigText, ConnectDestination, Counts, DestinationKind, Empty, Platform, SetWebhookSecret,
        SignIn,
    },
    vault::Vault,
};
use leadbridge_simulator::{
    crm::{self, Crm},
    iadvize::{self, Simulator},
    seed,
};
use serde_json::{Value, json};
use std::{
    future::Future,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long anything here may take. Nothing comes near it but on a machine that hangs.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// When stories begin.
const START: &str = "2026-03-02T20:00:00Z";

/// iAdvize, a CRM, and an empty data folder.
pub struct World {
    pub iadvize: Simulator,
    pub crm: Crm,
    pub folder: TempDir,
}

impl World {
    /// With the seeded conversations, and without limits that only slow a story down.
    pub async fn new() -> Self {
        Self::with(iadvize::Options::default()).await
    }

    /// The same, where iAdvize's time stands still too, at the stories' own.
    pub async fn still() -> Self {
        let clock = leadbridge_simulator::Clock::manual(START.parse().expect("a time"));
        Self::with(iadvize::Options { clock, ..Default::default() }).await
    }

    /// Let time pass here and at iAdvize.
    pub fn pass(&self, clock: &ManualClock, by: SignedDuration) {
        self.iadvize.clock().advance(by.unsigned_abs());
        clock.advance(by);
    }

    async fn with(options: iadvize::Options) -> Self {
        let limits = iadvize::LoginLimit { user: 1_000, ip: 1_000 };
        let options = iadvize::Options { login_limit_per_minute: limits, ..options };
        Self {
            iadvize: Simulator::start(options).await.expect("iAdvize starts"),
            crm: Crm::start(crm::Options { limits: None, ..Default::default() })
                .await
                .expect("the CRM starts"),
            folder: tempfile::tempdir().expect("a data folder"),
        }
    }

    /// The engine in this process, with a clock that stands still and secrets in memory.
    pub async fn engine(&self, clock: &ManualClock) -> App {
        self.engine_in(self.folder.path(), clock).await
    }

    async fn engine_in(&self, folder: &Path, clock: &ManualClock) -> App {
        let options = Options {
            data_dir: folder.to_owned(),
            vault: Vault::memory(),
            clock: Clock::Manual(clock.clone()),
            holder: "a story".into(),
            iadvize_url: None,
            port: Some(0),
            tunnel: Default::default(),
        };
        App::open(options).await.expect("the engine opens")
    }

    /// An engine that an admin has connected to both simulators.
    pub async fn connected(&self, clock: &ManualClock) -> App {
        let app = self.engine(clock).await;
        self.connect(&app).await;
        app
    }

    /// Do what an admin does in the settings.
    pub async fn connect(&self, app: &App) {
        let json = configuration(None, None).to_string();
        api::config_apply(app, ConfigText { json }).await.expect("a configuration");
        api::sign_in(app, self.sign_in()).await.expect("signed in");
        let secret = self.iadvize.options().webhook_secret.clone();
        api::set_webhook_secret(app, SetWebhookSecret { account: None, secret })
            .await
            .expect("a secret");
        api::connect_destination(app, self.hubspot()).await.expect("a destination");
    }

    pub fn sign_in(&self) -> SignIn {
        let options = self.iadvize.options();
        SignIn {
            email: options.usernames[0].clone(),
            password: options.password.clone(),
            platform: Platform::Ha,
            base_url: Some(self.iadvize.base_url()),
        }
    }

    pub fn hubspot(&self) -> ConnectDestination {
        ConnectDestination {
            kind: DestinationKind::Hubspot,
            token: Some(self.crm.options().token.clone()),
            base_url: Some(self.crm.base_url()),
        }
    }

    /// The real program on this world's data folder, its secrets given by the environment.
    pub fn program(&self, args: &[&str]) -> Command {
        let mut command = program(args);
        let iadvize = self.iadvize.options();
        command
            .env("LEADBRIDGE_DATA_DIR", self.folder.path())
            .env("LEADBRIDGE_SECRET_IADVIZE_PASSWORD", &iadvize.password)
            .env("LEADBRIDGE_SECRET_WEBHOOK_SECRET", &iadvize.webhook_secret)
            .env("LEADBRIDGE_SECRET_HUBSPOT_TOKEN", &self.crm.options().token);
        command
    }

    /// Configure the data folder for the program, which then listens on this port.
    pub fn configure(&self, port: u16) {
        self.configure_with(port, &json!({}));
    }

    /// The same, with these parts set otherwise.
    pub fn configure_with(&self, port: u16, parts: &Value) {
        let file = self.folder.path().join("story-config.json");
        let mut config = configuration(Some(port), Some(self));
        for (name, part) in parts.as_object().into_iter().flatten() {
            config[name] = part.clone();
        }
        std::fs::write(&file, config.to_string()).expect("a file");
        let file = file.display().to_string();
        run(&mut self.program(&["config", "apply", &file])).succeeds();
    }
}

/// The program alone, without anything from the environment that could change what it does.
pub fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leadbridge"));
    command.args(args).stdin(Stdio::null()).env_remove("DBUS_SESSION_BUS_ADDRESS");
    for name in ["LEADBRIDGE_LOG", "LEADBRIDGE_IADVIZE_URL", "COLUMNS", "XDG_RUNTIME_DIR"] {
        command.env_remove(name);
    }
    command
}

/// A configuration for the seeded conversations.
fn configuration(port: Option<u16>, world: Option<&World>) -> Value {
    let questions: Value = serde_json::from_str(seed::QUESTIONS).expect("the seeds' questions");
    let fields = ["project_type", "budget_range", "start_period", "city", "project_comment"];
    let rules = fields.map(|field| json!({ "from": format!("answer.{field}"), "to": field }));
    let mut config = json!({ "question_set": questions, "mapping": rules });
    // Waiting is a story of its own.
    config["intake"] = json!({ "grace_seconds": 0 });
    if let Some(port) = port {
        config["receiver"] = json!({ "port": port });
    }
    if let Some(world) = world {
        let email = &world.iadvize.options().usernames[0];
        config["account"] = json!({ "email": email, "base_url": world.iadvize.base_url() });
        config["destination"] = json!({ "kind": "hubspot", "base_url": world.crm.base_url() });
    }
    config
}

/// What a command answered.
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Run a command to its end.
pub fn run(command: &mut Command) -> Answer {
    let output = command.output().expect("the program starts");
    Answer {
        status: output.status.code().expect("the program ended by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

impl Answer {
    /// Check that all is well.
    pub fn succeeds(self) -> Self {
        assert_eq!(self.status, 0, "{}{}", self.out, self.err);
        self
    }

    /// Check that it ends with this status, and says this.
    pub fn fails(self, status: i32, says: &str) -> Self {
        assert_eq!(self.status, status, "{}{}", self.out, self.err);
        assert!(self.err.contains(says), "{:?} doesn't say {says:?}", self.err);
        self
    }

    /// The answer as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("JSON")
    }
}

/// A port that is free now.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}

/// A clock that stands at the seeds' own time.
pub fn clock() -> ManualClock {
    ManualClock::at(START.parse().expect("a time"))
}

/// How many of each there are.
pub async fn counts(app: &App) -> Counts {
    api::status(app, Empty {}).await.expect("a status").counts
}

/// Wait until something is so; fail with its words when it never is.
pub async fn eventually<F: Future<Output = bool>>(what: &str, so: impl Fn() -> F) {
    let began = Instant::now();
    while !so().await {
        assert!(began.elapsed() < PATIENCE, "never: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// `leadbridge serve` on a world's data folder; killed when dropped, as by a power cut.
pub struct Serving {
    child: std::process::Child,
    /// Where webhooks go.
    pub address: String,
    /// Where a browser opens the window's pages, if they are served.
    pub ui: Option<String>,
    /// The log so far.
    log: std::sync::Arc<std::sync::Mutex<String>>,
}

impl Serving {
    /// Start it, and wait until it listens.
    pub fn start(world: &World) -> Self {
        Self::with(world.program(&["serve", "--json"]))
    }

    /// Start it as told, and wait until it listens.
    pub fn with(mut command: Command) -> Self {
        use std::io::{BufRead, BufReader, Read};
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let log = std::sync::Arc::<std::sync::Mutex<String>>::default();
        let mut stderr = child.stderr.take().expect("piped");
        let written = log.clone();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = stderr.read(&mut buffer) {
                written
                    .lock()
                    .expect("no panic")
                    .push_str(&String::from_utf8_lossy(&buffer[..count]));
            }
        });
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let told: Value = serde_json::from_str(&line)
            .unwrap_or_else(|_| panic!("{line:?}: {}", log.lock().expect("no panic")));
        let address = told["status"]["receiver"]["address"].as_str().expect("an address");
        let ui = told["ui"].as_str().map(str::to_owned);
        Self { child, address: address.to_owned(), ui, log }
    }

    /// What it has written to its log.
    pub fn log(&self) -> String {
        self.log.lock().expect("no panic").clone()
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // SIGKILL: it gets no chance to tidy up.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
