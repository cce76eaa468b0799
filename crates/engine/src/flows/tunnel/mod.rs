//! Keeping the tunnel open: start it, look at it from outside, and start it again.
//!
//! A look goes out every [`EVERY`]. One that fails is repeated after [`AGAIN`]; a second one means
//! that the way is dead however alive its program is, and it is opened anew: so a silent drop is
//! mended within 35 s, by `EVERY` + 2 × the look's patience + `AGAIN` and a start. After a sleep or
//! on another network the first failure is enough. A program that ends is started again after
//! [`PAUSES`]. An address that may change with each start is treated with more patience.

mod keeper;
mod watchdog;

use crate::{
    App,
    said::{Key, Said},
    secret::Secret,
    tunnel::{Running, stale},
    types::{HostState, Topic, TunnelConfig, TunnelState},
};
use keeper::Keeper;
use std::time::Duration;
use tokio::sync::broadcast::{Receiver, error::RecvError};

/// How often the public address is looked at.
const EVERY: Duration = Duration::from_secs(20);
/// How long after a look that failed the next one is.
const AGAIN: Duration = Duration::from_secs(1);
/// How long after further ones.
const STILL: Duration = Duration::from_secs(5);
/// How long before a tunnel that ended is opened again: the first time, the second, …; then the
/// last again and again.
const PAUSES: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(10),
    Duration::from_secs(30),
];
/// How long a program may take to give an address and say that it is ready.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a vault that doesn't answer is left alone.
const VAULT: Duration = Duration::from_secs(30);

/// What is to be so.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wish {
    /// Nothing runs, for this reason.
    Rest(Option<Said>),
    /// This tunnel runs, to this port.
    Run { config: TunnelConfig, secret: Option<Secret>, port: u16 },
}

/// Keep the tunnel as it is wished, for as long as this program works on the folder.
pub async fn run(app: &App) {
    if let Some(id) = stale::end_left_over(app.data_dir()) {
        tracing::warn!(id, "a tunnel's program of an earlier run was ended");
    }
    let mut changes = app.changes();
    let mut wish = wish(app).await;
    loop {
        let mut running: Option<Running> = None;
        let keep = async {
            match &wish {
                Wish::Rest(why) => {
                    app.tunnel_is(TunnelState::Off, why.clone());
                    std::future::pending().await
                }
                Wish::Run { config, secret, port } => {
                    Keeper::new(app, config, secret.as_ref(), *port, &mut running).run().await
                }
            }
        };
        let next = tokio::select! {
            next = other(app, &wish, &mut changes) => next,
            never = keep => match never {},
        };
        if let Some(running) = running {
            running.stop().await;
            stale::forget(app.data_dir());
        }
        wish = next;
    }
}

/// Until something else is to be so.
async fn other(app: &App, now: &Wish, changes: &mut Receiver<Topic>) -> Wish {
    loop {
        let told = tokio::select! {
            told = changes.recv() => told,
            () = app.clock().wait_until(app.clock().uptime() + VAULT) => Ok(Topic::Settings),
        };
        match told {
            Ok(Topic::Settings) | Err(RecvError::Lagged(_)) => {}
            Ok(_) => continue,
            Err(RecvError::Closed) => std::future::pending().await,
        }
        let next = wish(app).await;
        if next != *now {
            return next;
        }
    }
}

async fn wish(app: &App) -> Wish {
    let Some(config) = app.config().tunnel.clone() else { return Wish::Rest(None) };
    match app.tunnel_wanted().await {
        Ok(true) => {}
        Ok(false) => return Wish::Rest(None),
        Err(error) => return Wish::Rest(Some(failed(&error))),
    }
    if app.means().launcher.is_none() && !matches!(config, TunnelConfig::Fixed { .. }) {
        return Wish::Rest(Some(Said::plain(Key::TunnelNeedsWindow)));
    }
    let Some(port) = app.listening().port else {
        return Wish::Rest(Some(Said::plain(Key::TunnelNoListener)));
    };
    match app.tunnel_secret(&config).await {
        Ok(secret) => Wish::Run { config, secret, port },
        Err(why) => Wish::Rest(Some(why.0)),
    }
}

fn failed(error: &impl std::fmt::Display) -> Said {
    Said::new(Key::LeadbridgeFailed, [("why", error.to_string())])
}

/// Whether this program keeps a tunnel at all.
pub fn is_ours(app: &App) -> bool {
    app.host() == HostState::Active
}
