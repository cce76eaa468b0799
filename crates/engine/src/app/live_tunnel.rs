//! The tunnel as it is now: what the flow that keeps it says of it, and what it is asked.

use super::App;
use crate::{
    said::{Key, Said},
    secret::Secret,
    tunnel::{
        Means,
        probe::{Look, Nonces, Prober, millis},
    },
    types::{AddressChange, HostState, Topic, TunnelConfig, TunnelProof, TunnelState, TunnelView},
    vault::{self, Name},
};
use jiff::Timestamp;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use tokio::sync::{Notify, watch};

/// Whether the admin wants the tunnel to run: kept, so that a restart opens it again.
const WANTED: &str = "tunnel_wanted";
/// The address that iAdvize was told, as far as we know.
const ACCEPTED: &str = "tunnel_address";
/// Set while another address than that one leads here.
const CHANGED: &str = "tunnel_changed";

/// The tunnel as it is now, in this process.
pub(super) struct LiveTunnel {
    now: Mutex<Now>,
    /// The numbers that are under way to the public address.
    nonces: Arc<Nonces>,
    prober: OnceLock<Prober>,
    /// Somebody wants a look, or a start, at once.
    hurry: Notify,
    /// Moves with each look that has ended.
    looks: watch::Sender<u64>,
}

/// What is so now.
#[derive(Debug, Clone)]
struct Now {
    state: TunnelState,
    since: Timestamp,
    address: Option<String>,
    proof: Option<TunnelProof>,
    problem: Option<Said>,
}

impl Default for LiveTunnel {
    fn default() -> Self {
        let now = Now {
            state: TunnelState::Off,
            since: Timestamp::UNIX_EPOCH,
            address: None,
            proof: None,
            problem: None,
        };
        Self {
            now: Mutex::new(now),
            nonces: Arc::default(),
            prober: OnceLock::new(),
            hurry: Notify::new(),
            looks: watch::channel(0).0,
        }
    }
}

impl App {
    /// What the tunnel is run with.
    pub(crate) fn means(&self) -> &Means {
        &self.0.options.tunnel
    }

    /// Whether the admin wants the tunnel to run.
    pub(crate) async fn tunnel_wanted(&self) -> sqlx::Result<bool> {
        Ok(self.store().setting(WANTED).await?.unwrap_or(true))
    }

    /// Run the tunnel from now on, or no more.
    pub(crate) async fn want_tunnel(&self, wanted: bool) -> sqlx::Result<()> {
        self.store().set_one(WANTED, &wanted).await?;
        self.changed(Topic::Settings);
        Ok(())
    }

    /// The tunnel's secret.
    pub(crate) async fn tunnel_secret(
        &self,
        config: &TunnelConfig,
    ) -> Result<Option<Secret>, vault::Unavailable> {
        match config.takes_secret() {
            true => self.vault().get(Name::TunnelToken, &config.whom()).await,
            false => Ok(None),
        }
    }

    /// The state, and why it is so.
    pub(crate) fn tunnel_is(&self, state: TunnelState, problem: Option<Said>) {
        let at = self.clock().now();
        let changed = {
            let mut now = self.tunnel_now();
            let changed = now.state != state || now.problem != problem;
            if now.state != state {
                tracing::info!(?state, problem = problem.as_ref().map(|p| &*p.text), "the tunnel");
                now.since = at;
            }
            (now.state, now.problem) = (state, problem);
            if state == TunnelState::Off {
                (now.address, now.proof) = (None, None);
            }
            changed
        };
        if changed {
            self.changed(Topic::Tunnel);
        }
    }

    /// The public address, once it is known.
    pub(crate) fn tunnel_leads_from(&self, address: Option<String>) {
        self.tunnel_now().address = address;
        self.changed(Topic::Tunnel);
    }

    /// Look at the public address from outside.
    pub(crate) async fn look_at(&self, address: &str) -> Look {
        let tunnel = &self.0.tunnel;
        let prober = match tunnel.prober.get() {
            Some(prober) => prober.clone(),
            None => match Prober::new(self.means().extra_root.clone()) {
                Ok(prober) => tunnel.prober.get_or_init(|| prober).clone(),
                Err(error) => return Look::broken(&error.to_string()),
            },
        };
        prober.look(address, &tunnel.nonces, &self.new_id()).await
    }

    /// Write down what a look has shown.
    pub(crate) fn tunnel_looked(&self, look: &Look, address: &str) -> Said {
        let message = look.said(address);
        let proof = TunnelProof {
            at: self.clock().now().to_string(),
            ok: look.ok(),
            connect_ms: look.connect.map(millis),
            total_ms: millis(look.total),
            message: message.clone(),
        };
        self.tunnel_now().proof = Some(proof);
        self.changed(Topic::Tunnel);
        message
    }

    /// Say that the look is over and what follows from it is known, for whoever waits for it.
    pub(crate) fn tunnel_look_ended(&self) {
        self.0.tunnel.looks.send_modify(|count| *count += 1);
    }

    /// Hears of the looks that have ended.
    pub(crate) fn tunnel_looks(&self) -> watch::Receiver<u64> {
        self.0.tunnel.looks.subscribe()
    }

    /// The public address, while the last look proved that it leads here.
    pub(crate) fn tunnel_address(&self) -> Option<String> {
        let now = self.tunnel_now();
        now.address.clone().filter(|_| now.state == TunnelState::Up)
    }

    /// The listener has heard this number.
    pub(crate) fn hear_nonce(&self, nonce: &str) {
        self.0.tunnel.nonces.hear(nonce);
    }

    /// Look, or start, at once.
    pub(crate) fn hurry_tunnel(&self) {
        self.0.tunnel.hurry.notify_one();
    }

    pub(crate) async fn tunnel_hurried(&self) {
        self.0.tunnel.hurry.notified().await;
    }

    /// Take note of the address that leads here. One that has become another by itself is another
    /// than iAdvize was told: nothing is sent by itself until it is accepted.
    pub(crate) async fn note_address(&self, address: &str, by_hand: bool) -> sqlx::Result<()> {
        let accepted: Option<String> = self.store().setting(ACCEPTED).await?;
        match accepted {
            Some(old) if old != address && !by_hand => {
                tracing::warn!("the public address has changed: automatic delivery waits");
                let change = AddressChange { old, new: address.to_owned() };
                self.store().set_one(CHANGED, &change).await?;
                self.changed(Topic::Settings);
                Ok(())
            }
            _ => self.accept_address(address).await,
        }
    }

    /// iAdvize is told this address: go on.
    pub(crate) async fn accept_address(&self, address: &str) -> sqlx::Result<()> {
        let known: Option<String> = self.store().setting(ACCEPTED).await?;
        if known.as_deref() != Some(address) {
            self.store().set_one(ACCEPTED, &address).await?;
        }
        if self.address_change().await?.is_some() {
            self.store().set(&[(CHANGED, None)]).await?;
            self.changed(Topic::Tunnel);
            self.wake_deliver();
        }
        Ok(())
    }

    /// Forget which address was accepted: another tunnel is set.
    pub(crate) async fn forget_address(&self) -> sqlx::Result<()> {
        self.store().set(&[(CHANGED, None), (ACCEPTED, None)]).await?;
        self.wake_deliver();
        Ok(())
    }

    /// Set while the address has changed and nobody has accepted it.
    pub(crate) async fn address_change(&self) -> sqlx::Result<Option<AddressChange>> {
        self.store().setting(CHANGED).await
    }

    /// The tunnel as it is now, if one is set.
    pub(crate) async fn tunnel_view(&self) -> sqlx::Result<Option<TunnelView>> {
        let Some(config) = self.config().tunnel.clone() else { return Ok(None) };
        let mut now = self.tunnel_now().clone();
        if let HostState::Standby { holder } = self.host() {
            now.problem = Some(Said::new(Key::TunnelKeptElsewhere, [("holder", holder)]));
        }
        let up = now.state == TunnelState::Up;
        let secret = config.takes_secret();
        Ok(Some(TunnelView {
            kind: config.kind(),
            has_secret: secret && self.vault().has(Name::TunnelToken, &config.whom()).await,
            for_trying_out: config.for_trying_out(),
            callback: now
                .address
                .as_ref()
                .filter(|_| up)
                .map(|address| format!("{address}{}", self.hook_path())),
            address: now.address.or_else(|| config.known_address()),
            changed: self.address_change().await?,
            state: now.state,
            since: now.since.to_string(),
            proof: now.proof,
            problem: now.problem,
            config,
        }))
    }

    fn tunnel_now(&self) -> MutexGuard<'_, Now> {
        self.0.tunnel.now.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
