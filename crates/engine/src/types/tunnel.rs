//! The tunnel: the public address that iAdvize calls, and how it leads to the listener here.

use crate::said::Said;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the public address leads here. A secret that belongs to it is kept in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TunnelConfig {
    /// An address that somebody else leads to the listener: a reverse proxy, or a server's own.
    Fixed {
        /// The public address, e.g. `https://hooks.example.com`.
        address: String,
    },
    /// A tunnel that the admin made at Cloudflare.
    Cloudflared {
        /// Its name or id. With a token, Cloudflare knows it without.
        name: String,
        /// Its public host name, e.g. `hooks.example.com`.
        hostname: String,
    },
    /// A tunnel of Cloudflare's without an account; its address is another one at each start.
    CloudflaredQuick {},
    /// A tunnel of ngrok's.
    Ngrok {
        /// The host name reserved there; without it ngrok chooses one.
        #[serde(default)]
        domain: Option<String>,
    },
    /// `ssh -R` to any server, behind a proxy there that speaks HTTPS.
    Ssh {
        /// The server.
        host: String,
        /// Its port for SSH.
        #[serde(default = "ssh_port")]
        port: u16,
        /// Who signs in.
        user: String,
        /// The private key's file; the agent's and the usual ones without it.
        #[serde(default)]
        key_file: Option<String>,
        /// The port at the server, on its loopback, that the proxy leads to.
        remote_port: u16,
        /// The proxy's public address, e.g. `https://hooks.example.com`.
        address: String,
    },
    /// A bore server, behind a proxy that speaks HTTPS.
    Bore {
        /// The server.
        server: String,
        /// The port there that the proxy leads to; the server chooses one without it.
        #[serde(default)]
        port: Option<u16>,
        /// The proxy's public address, e.g. `https://hooks.example.com`.
        address: String,
    },
    /// Tailscale's Funnel.
    Tailscale {},
}

fn ssh_port() -> u16 {
    22
}

/// The kinds of tunnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TunnelKind {
    /// An address that somebody else leads here.
    Fixed,
    /// A tunnel that the admin made at Cloudflare.
    Cloudflared,
    /// Cloudflare's, without an account.
    CloudflaredQuick,
    /// ngrok's.
    Ngrok,
    /// `ssh -R`.
    Ssh,
    /// bore, in this process.
    Bore,
    /// Tailscale's Funnel.
    Tailscale,
}

/// Whether the way is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TunnelState {
    /// Nothing runs: stopped by the admin, or not run by this program.
    Off,
    /// It is being opened.
    Starting,
    /// What was sent to the public address came back through it.
    Up,
    /// It runs, but what is sent to the public address doesn't come back.
    Unreachable,
    /// It ended; it is opened again after a pause.
    Down,
}

/// The tunnel as it is now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TunnelView {
    /// Which kind.
    pub kind: TunnelKind,
    /// What was set.
    pub config: TunnelConfig,
    /// Whether a secret for it is in the vault.
    pub has_secret: bool,
    /// Whether its address may be another one at each start: fine for a try, not for keeps.
    pub for_trying_out: bool,
    /// The public address, as far as it is known. Always `https://`.
    pub address: Option<String>,
    /// What iAdvize is to call: the address with the listener's secret path. Only once it was
    /// proved to lead here.
    pub callback: Option<String>,
    /// Set when the address has changed by itself: automatic delivery waits until it is accepted.
    pub changed: Option<AddressChange>,
    /// Whether the way is open.
    pub state: TunnelState,
    /// Since when it is so.
    pub since: String,
    /// What the last look at it proved.
    pub proof: Option<TunnelProof>,
    /// Why it is not open.
    pub problem: Option<Said>,
}

/// A public address that became another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddressChange {
    /// The one that iAdvize was told.
    pub old: String,
    /// The one that leads here now.
    pub new: String,
}

/// A look at the public address from outside: evidence, never a flag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TunnelProof {
    /// When.
    pub at: String,
    /// Whether what was sent there came back to this program.
    pub ok: bool,
    /// How long name, connection and TLS took, in milliseconds. iAdvize waits
    /// [`CONNECT_LIMIT_MS`] at most.
    pub connect_ms: Option<u32>,
    /// How long the whole took, in milliseconds.
    pub total_ms: u32,
    /// What was seen.
    pub message: Said,
}

/// How long iAdvize waits for a connection, in milliseconds (developers.iadvize.com, webhooks).
pub const CONNECT_LIMIT_MS: u32 = 1_000;

/// A program that makes tunnels. bore needs none: it is part of this one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TunnelProgram {
    /// What it is called, e.g. `cloudflared`.
    pub program: String,
    /// Which kinds need it.
    pub kinds: Vec<TunnelKind>,
    /// Where it was found.
    pub found: Option<String>,
    /// What it says of its version.
    pub version: Option<String>,
    /// How to get it, for each system.
    pub install: Vec<InstallHint>,
}

/// How to get a program on one system.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InstallHint {
    /// The system: `Linux`, `macOS` or `Windows`.
    pub system: String,
    /// What to do.
    pub how: Said,
}

/// Choose the tunnel.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SetTunnel {
    /// The tunnel; none to have none.
    #[serde(default)]
    pub tunnel: Option<TunnelConfig>,
    /// Its secret: Cloudflare's or ngrok's token, bore's secret. Left out to keep the one in the
    /// vault; empty to forget it.
    #[serde(default)]
    pub secret: Option<String>,
}

impl TunnelConfig {
    /// Which kind it is.
    pub fn kind(&self) -> TunnelKind {
        match self {
            Self::Fixed { .. } => TunnelKind::Fixed,
            Self::Cloudflared { .. } => TunnelKind::Cloudflared,
            Self::CloudflaredQuick {} => TunnelKind::CloudflaredQuick,
            Self::Ngrok { .. } => TunnelKind::Ngrok,
            Self::Ssh { .. } => TunnelKind::Ssh,
            Self::Bore { .. } => TunnelKind::Bore,
            Self::Tailscale {} => TunnelKind::Tailscale,
        }
    }

    /// Whether its address may be another one at each start.
    pub fn for_trying_out(&self) -> bool {
        matches!(self, Self::CloudflaredQuick {} | Self::Ngrok { domain: None })
    }

    /// The public address, where the admin knows it beforehand.
    pub fn known_address(&self) -> Option<String> {
        match self {
            Self::Fixed { address } | Self::Ssh { address, .. } | Self::Bore { address, .. } => {
                Some(address.trim_end_matches('/').to_owned())
            }
            Self::Cloudflared { hostname: host, .. } | Self::Ngrok { domain: Some(host) } => {
                Some(format!("https://{host}"))
            }
            Self::CloudflaredQuick {} | Self::Ngrok { domain: None } | Self::Tailscale {} => None,
        }
    }

    /// Whom its secret is for: the kind, and the server or host name that gets it.
    pub fn whom(&self) -> String {
        match self {
            Self::Cloudflared { hostname, .. } => format!("cloudflared {hostname}"),
            Self::Ngrok { .. } => "ngrok".into(),
            Self::Ssh { host, .. } => format!("ssh {host}"),
            Self::Bore { server, .. } => format!("bore {server}"),
            Self::Fixed { .. } | Self::CloudflaredQuick {} | Self::Tailscale {} => String::new(),
        }
    }

    /// Whether a secret belongs to it.
    pub fn takes_secret(&self) -> bool {
        matches!(self, Self::Cloudflared { .. } | Self::Ngrok { .. } | Self::Bore { .. })
    }
}
