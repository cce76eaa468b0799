//! cloudflared: a quick tunnel without an account, or a named one.
//!
//! Its log is on standard error, `<time> INF <message>` (cloudflare/cloudflared, `quick_tunnel.go`
//! and `connection/observer.go`). The address of a quick tunnel stands in a frame of `|`; that
//! the way is open is said once for each of its connections. A named tunnel with a token gets it
//! from `TUNNEL_TOKEN` (developers.cloudflare.com, tunnel run parameters), and what it leads to is
//! set at Cloudflare: the listener's address here.

use super::{Hint, Program, Sign, Start, Task, address_below, local};
use crate::types::TunnelConfig;

pub(super) const VERSION: &str = "--version";

const DOWNLOADS: Hint = Hint::From(
    "https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/downloads/",
);

pub(super) const INSTALL: [Hint; 3] = [
    DOWNLOADS,
    Hint::Run("brew install cloudflared"),
    Hint::Run("winget install --id Cloudflare.cloudflared"),
];

pub(super) fn start(task: &Task<'_>) -> Start {
    let words = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect();
    let url = local(task.port);
    match (task.config, task.secret) {
        (TunnelConfig::Cloudflared { .. }, Some(token)) => {
            (words(&["tunnel", "--no-autoupdate", "run"]), vec![("TUNNEL_TOKEN", token.clone())])
        }
        (TunnelConfig::Cloudflared { name, .. }, None) => {
            (words(&["tunnel", "--no-autoupdate", "run", "--url", &url, name]), Vec::new())
        }
        _ => (words(&["tunnel", "--no-autoupdate", "--url", &url]), Vec::new()),
    }
}

pub(super) fn read(line: &str) -> Option<Sign> {
    if line.contains('|')
        && let Some(address) = address_below(line, ".trycloudflare.com")
    {
        return Some(Sign::Address(address.to_owned()));
    }
    if line.contains(" INF Registered tunnel connection") {
        return Some(Sign::Ready);
    }
    // A failure of one of its connections is mended by itself, and said with ERR all the same.
    let (_, said) = line.split_once(" ERR ").or_else(|| line.split_once(" FTL "))?;
    Some(Program::Cloudflared.says(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_is_documented_to_print() {
        let address = |text: &str| Some(Sign::Address(text.to_owned()));
        for (line, expected) in [
            ("2026-01-01T00:00:00Z INF Requesting new quick Tunnel on trycloudflare.com...", None),
            ("2026-01-01T00:00:00Z INF +----------------------------------------+", None),
            (
                "2026-01-01T00:00:00Z INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |",
                None,
            ),
            (
                "2026-01-01T00:00:00Z INF |  https://some-random-words.trycloudflare.com                                               |",
                address("https://some-random-words.trycloudflare.com"),
            ),
            (
                "2026-01-01T00:00:05Z INF Registered tunnel connection connIndex=0 connection=ab event=0 ip=198.41.0.1 location=fra07 protocol=quic",
                Some(Sign::Ready),
            ),
            ("see https://developers.cloudflare.com/x", None),
            ("", None),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        let failed = read("2026-01-01T00:00:00Z ERR failed to request quick Tunnel: no network");
        let Some(Sign::Failed(why)) = failed else { panic!("{failed:?}") };
        assert_eq!(why.text, "cloudflared says: failed to request quick Tunnel: no network");
    }
}
