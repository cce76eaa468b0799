//! The tunnel: chosen, opened, closed and looked at.

use super::super::{ApiError, Code};
use crate::{
    App,
    config::{self, Config},
    flows,
    secret::Secret,
    tunnel::{Launcher, Order, Output, programs::Program},
    types::{Empty, SetTunnel, Topic, TunnelConfig, TunnelProgram, TunnelView},
    vault::Name,
};
use std::{path::PathBuf, time::Duration};

/// How long a program may take to say its version.
const VERSION: Duration = Duration::from_secs(3);
/// How long to wait for a look that was asked for: one may be under way already.
const LOOK: Duration = Duration::from_secs(12);

/// The tunnel as it is now, if one is set.
pub async fn tunnel(app: &App, _: Empty) -> Result<Option<TunnelView>, ApiError> {
    Ok(app.tunnel_view().await?)
}

/// The programs that make tunnels: whether they are here, and how to get them.
pub async fn tunnel_programs(app: &App, _: Empty) -> Result<Vec<TunnelProgram>, ApiError> {
    let launcher = app.means().launcher.as_deref();
    let folders = launcher.map_or_else(
        || crate::tunnel::programs::folders(std::env::var_os("PATH").as_deref()),
        Launcher::folders,
    );
    let views = Program::ALL.map(|program| {
        let found = program.find(&folders);
        async move {
            let version = match (launcher, &found) {
                (Some(launcher), Some(path)) => version(launcher, program, path.clone()).await,
                _ => None,
            };
            TunnelProgram {
                program: program.name().into(),
                kinds: program.kinds().into(),
                found: found.map(|path| path.display().to_string()),
                version,
                install: program.install(),
            }
        }
    });
    Ok(futures::future::join_all(views).await)
}

/// The first line that a program says of its version.
async fn version(launcher: &dyn Launcher, program: Program, path: PathBuf) -> Option<String> {
    let order = Order::new(path, vec![program.version_argument().into()], Vec::new()).ok()?;
    let mut running = launcher.launch(&order).await.ok()?;
    let line = async {
        loop {
            match running.next().await {
                Output::Line(line) => return Some(line),
                Output::Started(_) => {}
                Output::Ended(_) => return None,
            }
        }
    };
    tokio::time::timeout(VERSION, line).await.ok().flatten()
}

/// Choose the tunnel, keep its secret in the vault, and open it.
pub async fn set_tunnel(app: &App, request: SetTunnel) -> Result<Option<TunnelView>, ApiError> {
    let whole = Config { tunnel: request.tunnel.clone(), ..Config::clone(&app.config()) };
    let mut faults = config::check(&whole, true).into_iter();
    if let Some(fault) = faults.find(|fault| fault.starts_with("tunnel.")) {
        return Err(ApiError::new(Code::BadInput, fault));
    }
    if let Some(tunnel) = &request.tunnel {
        keep_secret(app, tunnel, request.secret.as_deref()).await?;
    }
    let before = app.config().tunnel.as_ref().map(TunnelConfig::kind);
    if before != request.tunnel.as_ref().map(TunnelConfig::kind) {
        // The admin chose another way, and so another address.
        app.forget_address().await?;
    }
    app.configure(|config| config.tunnel = request.tunnel).await?;
    app.want_tunnel(true).await?;
    app.secrets_changed().await?;
    app.hurry_tunnel();
    app.changed(Topic::Tunnel);
    tunnel(app, Empty {}).await
}

async fn keep_secret(
    app: &App,
    tunnel: &TunnelConfig,
    secret: Option<&str>,
) -> Result<(), ApiError> {
    match secret.map(str::trim) {
        None => Ok(()),
        Some(_) if !tunnel.takes_secret() => {
            Err(ApiError::new(Code::BadInput, "secret: this kind of tunnel takes none"))
        }
        Some("") => Ok(app.vault().forget(Name::TunnelToken, &tunnel.whom()).await?),
        Some(secret) => {
            let secret = Secret::new(secret);
            Ok(app.vault().set(Name::TunnelToken, &tunnel.whom(), secret).await?)
        }
    }
}

/// Open the tunnel, now and at each start of the program.
pub async fn start_tunnel(app: &App, _: Empty) -> Result<Option<TunnelView>, ApiError> {
    needed(app)?;
    app.want_tunnel(true).await?;
    app.hurry_tunnel();
    tunnel(app, Empty {}).await
}

/// Close the tunnel until it is started again.
pub async fn stop_tunnel(app: &App, _: Empty) -> Result<Option<TunnelView>, ApiError> {
    needed(app)?;
    app.want_tunnel(false).await?;
    tunnel(app, Empty {}).await
}

/// Look at the public address from outside, now. Answers when the look is over.
pub async fn check_tunnel(app: &App, _: Empty) -> Result<Option<TunnelView>, ApiError> {
    needed(app)?;
    if flows::tunnel::is_ours(app) && app.tunnel_wanted().await? {
        let mut looks = app.tunnel_looks();
        app.hurry_tunnel();
        // A look that takes longer is seen later.
        drop(tokio::time::timeout(LOOK, looks.changed()).await);
    }
    tunnel(app, Empty {}).await
}

/// iAdvize was told the new address: deliver by itself again.
pub async fn accept_tunnel_address(app: &App, _: Empty) -> Result<Option<TunnelView>, ApiError> {
    if let Some(change) = app.address_change().await? {
        app.accept_address(&change.new).await?;
        app.changed(Topic::Settings);
    }
    tunnel(app, Empty {}).await
}

fn needed(app: &App) -> Result<(), ApiError> {
    match app.config().tunnel {
        Some(_) => Ok(()),
        None => Err(ApiError::new(Code::BadInput, "no tunnel is set")),
    }
}
