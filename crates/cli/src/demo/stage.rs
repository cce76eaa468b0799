//! What the demonstration sets up: two simulators, and Leadbridge between them.

use anyhow::{Context as _, bail};
use leadbridge_engine::{
    App, Options, api,
    clock::Clock,
    types::{
        ConfigText, ConnectDestination, DestinationKind, Empty, Platform, SetWebhookSecret, SignIn,
    },
    vault::Vault,
};
use leadbridge_simulator::{
    crm::{self, Crm},
    iadvize::{self, Simulator},
    seed::{self, Seed},
};
use serde_json::{Value, json};
use std::{
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

/// How long the conversations may take from closed to sent. They need about a second.
const PATIENCE: Duration = Duration::from_secs(60);

/// The demonstration's parts.
pub struct Stage {
    /// The simulated iAdvize.
    pub iadvize: Simulator,
    /// The simulated CRM.
    pub crm: Crm,
    /// Leadbridge.
    pub app: App,
    /// The conversations, and what each is to become.
    pub seeds: Vec<Seed>,
    folder: PathBuf,
}

impl Stage {
    /// Start everything, with nothing connected yet.
    pub async fn set() -> anyhow::Result<Self> {
        let iadvize = Simulator::start(iadvize::Options::default()).await?;
        let crm = Crm::start(crm::Options::default()).await?;
        let folder = std::env::temp_dir().join(format!("leadbridge-demo-{}", uuid::Uuid::new_v4()));
        let options = Options {
            data_dir: folder.clone(),
            vault: Vault::memory(),
            clock: Clock::System,
            holder: format!("leadbridge demo (process {})", std::process::id()),
            iadvize_url: None,
            port: None,
            tunnel: Default::default(),
        };
        let app = App::open(options).await?;
        api::config_apply(&app, ConfigText { json: configuration(free_port()?)?.to_string() })
            .await?;
        app.start().await?;
        Ok(Self { iadvize, crm, app, seeds: seed::conversations(), folder })
    }

    /// Do what an admin does in the settings.
    pub async fn connect(&self) -> anyhow::Result<()> {
        let account = self.iadvize.options();
        let sign_in = SignIn {
            email: account.usernames.first().context("the simulator has a user")?.clone(),
            password: account.password.clone(),
            platform: Platform::Ha,
            base_url: Some(self.iadvize.base_url()),
        };
        api::sign_in(&self.app, sign_in).await?;
        let secret = SetWebhookSecret { account: None, secret: account.webhook_secret.clone() };
        let receiver = api::set_webhook_secret(&self.app, secret).await?;
        if let Some(problem) = receiver.problem {
            bail!(problem);
        }
        let destination = ConnectDestination {
            kind: DestinationKind::Hubspot,
            token: Some(self.crm.options().token.clone()),
            base_url: Some(self.crm.base_url()),
        };
        api::connect_destination(&self.app, destination).await?;
        self.iadvize.subscribe(&receiver.address)
    }

    /// Close every conversation, and wait until each lead has gone as far as it can.
    pub async fn play(&self) -> anyhow::Result<()> {
        let mut changes = self.app.changes();
        for seed in &self.seeds {
            self.iadvize.close(seed.id())?;
        }
        let waited = tokio::time::timeout(PATIENCE, async {
            while !self.settled().await? {
                // A missed change is no harm: the state is asked for anew each time.
                drop(changes.recv().await);
            }
            anyhow::Ok(())
        });
        waited.await.context("the leads did not arrive within a minute")?
    }

    async fn settled(&self) -> anyhow::Result<bool> {
        let counts = api::status(&self.app, Empty {}).await?.counts;
        let all = self.seeds.len() as u32;
        let leads = &counts.leads;
        Ok(counts.conversations == all
            && counts.events_waiting == 0
            && leads.sent + leads.no_email + leads.refused + leads.failed == all)
    }

    /// Open the desktop program on this data, and wait until it is closed.
    pub async fn open(&self, program: &Path) -> anyhow::Result<()> {
        self.app.stop().await;
        let account = self.iadvize.options();
        let status = tokio::process::Command::new(program)
            .env("LEADBRIDGE_DATA_DIR", &self.folder)
            .env("LEADBRIDGE_SECRET_IADVIZE_PASSWORD", &account.password)
            .env("LEADBRIDGE_SECRET_WEBHOOK_SECRET", &account.webhook_secret)
            .env("LEADBRIDGE_SECRET_HUBSPOT_TOKEN", &self.crm.options().token)
            .stdin(Stdio::null())
            .status()
            .await
            .with_context(|| format!("start {}", program.display()))?;
        if !status.success() {
            bail!("{} ended with {status}", program.display());
        }
        Ok(())
    }

    /// Stop everything, and leave nothing behind.
    pub async fn clear(self) {
        self.app.stop().await;
        self.iadvize.stop().await;
        self.crm.stop().await;
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            tracing::warn!(%error, "the demonstration's folder could not be removed");
        }
    }
}

/// A port that is free now; the window listens on the same one afterwards.
fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The questions, and a mapping to the CRM's fields.
fn configuration(port: u16) -> anyhow::Result<Value> {
    let set: Value = serde_json::from_str(seed::QUESTIONS)?;
    let answers = ["project_type", "budget_range", "start_period", "city", "project_comment"];
    let context = [
        ("visitor.first_name", "firstname"),
        ("visitor.last_name", "lastname"),
        ("visitor.phone_number", "phone"),
    ];
    let rule = |(from, to): (String, &str)| json!({ "from": from, "to": to });
    let rules: Vec<Value> = answers
        .map(|field| (format!("answer.{field}"), field))
        .into_iter()
        .chain(context.map(|(from, to)| (from.to_owned(), to)))
        .map(rule)
        .collect();
    let intake = json!({ "grace_seconds": 0 });
    Ok(json!({
        "receiver": { "port": port }, "intake": intake, "question_set": set, "mapping": rules
    }))
}
