//! The tunnel: how what iAdvize sends to a public address reaches the listener on this machine.
//!
//! iAdvize calls `https://` addresses alone, connects within 1 s, and a laptop has no address that
//! it could call. So something on the internet takes the call and leads it here: a program that
//! keeps a connection open to a server ([`programs`]: cloudflared, ngrok, ssh, Tailscale), bore
//! in this process ([`bore`]), or a proxy of the admin's own at a fixed address.
//!
//! - **What may be started** is one table of programs and argument patterns ([`allow`]). An
//!   [`Order`] can't be made without it, and a [`Launcher`] takes nothing else. Secrets go by the
//!   environment, never as arguments.
//! - **Who starts it** is the host's [`Launcher`]: the window's goes through the shell plugin,
//!   [`Guarded`] is for hosts without one. Both start our own program with a hidden argument, the
//!   guard ([`guard`]), which starts the tunnel and ends it when the pipe from us closes. The
//!   system closes that pipe however we end, so that no tunnel outlives us. Where even the guard
//!   is killed, Linux ends the tunnel; elsewhere the next start does ([`stale`]).
//! - **What it says** is read line by line by a function a program: an address, that it is ready,
//!   or why not. Only `https://` is ever taken for an address.
//! - **Whether it works** is not what it says but what comes back: a number nobody can guess is
//!   sent to the public address, over a connection whose certificate is checked, and must be heard
//!   by our own listener ([`probe`]).
//!
//! When to look, when to start again and what follows from another address is the flow's
//! ([`crate::flows::tunnel`]).

pub mod allow;
pub mod bore;
pub mod guard;
pub mod launch;
pub mod network;
pub mod probe;
pub mod programs;
pub mod stale;

pub use launch::{Guarded, Launcher, Order, Output, Running};

use std::sync::Arc;

/// What a host gives the engine so that it can run a tunnel. The default is what a headless host
/// gives: nothing is started, and only a fixed address is looked at.
#[derive(Clone, Default)]
pub struct Means {
    /// Starts programs.
    pub launcher: Option<Arc<dyn Launcher>>,
    /// A root certificate (DER) to trust besides the system's, for tests.
    pub extra_root: Option<Vec<u8>>,
    /// What this machine's addresses are, for tests; the system is asked without it.
    pub addresses: Option<network::Look>,
}
