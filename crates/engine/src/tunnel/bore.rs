//! bore, in this process: its client is a library, so that there is no child to outlive us.
//!
//! The server's control port is fixed (7835). What goes through is plain TCP: a proxy before it
//! speaks HTTPS.

use super::{Output, Running};
use crate::{
    said::{Key, Said},
    secret::Secret,
};
use bore_cli::client::Client;
use tokio::{sync::mpsc, task::JoinHandle};

/// Connect to a server, and lead its port to the listener's. Without a port the server chooses.
pub async fn start(
    server: &str,
    port: Option<u16>,
    secret: Option<&Secret>,
    local: u16,
) -> Result<Running, Said> {
    let secret = secret.map(Secret::reveal);
    let client = Client::new("127.0.0.1", local, server, port.unwrap_or(0), secret).await;
    let client = client.map_err(|error| refused(server, port, &format!("{error:#}")))?;
    let (sender, output) = mpsc::channel(1);
    let listening = tokio::spawn(async move {
        if let Err(error) = client.listen().await {
            tracing::debug!("bore ended: {error:#}");
        }
        drop(sender.send(Output::Ended(None)).await);
    });
    Ok(Running::new(output, Held(listening)))
}

/// The library's own words (bore 0.6, `server.rs`, `auth.rs`, `client.rs`), as ours.
fn refused(server: &str, port: Option<u16>, error: &str) -> Said {
    let named = |key| Said::new(key, [("server", server.to_owned())]);
    if error.contains("invalid secret")
        || error.contains("requires authentication")
        || error.contains("server requires secret")
        || error.contains("expected authentication challenge")
    {
        return named(Key::TunnelSecretRefused);
    }
    let taken = ["port already in use", "not in allowed range", "permission denied"];
    if let (Some(port), true) = (port, taken.iter().any(|word| error.contains(word))) {
        let with = [("port", port.to_string()), ("host", server.to_owned())];
        return Said::new(Key::TunnelPortTaken, with);
    }
    Said::new(Key::TunnelSays, [("program", "bore".into()), ("said", error.to_owned())])
}

/// Ends the client when it is dropped.
struct Held(JoinHandle<()>);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.abort();
    }
}
