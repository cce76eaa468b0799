//! Tailscale's Funnel in the foreground, 1.52 or newer (tailscale.com/docs/reference/
//! tailscale-cli/funnel): it says `Available on the internet:`, then the address below `.ts.net`.
//! Before Funnel is switched on for a tailnet it asks to visit login.tailscale.com instead.

use super::{Hint, Program, Sign, Start, Task, address_below};

pub(super) const VERSION: &str = "version";

pub(super) const INSTALL: [Hint; 3] = [
    Hint::From("https://tailscale.com/download/linux"),
    Hint::From("https://tailscale.com/download/mac"),
    Hint::Run("winget install --id Tailscale.Tailscale"),
];

pub(super) fn start(task: &Task<'_>) -> Start {
    (vec!["funnel".into(), task.port.to_string()], Vec::new())
}

pub(super) fn read(line: &str) -> Option<Sign> {
    if let Some(address) = address_below(line, ".ts.net") {
        return Some(Sign::ReadyAt(address.to_owned()));
    }
    if let Some(address) = login(line) {
        return Some(Program::Tailscale.says(&format!("visit {address} to allow Funnel")));
    }
    let lower = line.to_lowercase();
    let bad = ["error:", "failed to", "funnel not available", "access denied", "is not running"];
    bad.iter().any(|word| lower.contains(word)).then(|| Program::Tailscale.says(line))
}

fn login(line: &str) -> Option<&str> {
    let at = line.find("https://login.tailscale.com/")?;
    line[at..].split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_is_documented_to_print() {
        let ready = |text: &str| Some(Sign::ReadyAt(text.to_owned()));
        for (line, expected) in [
            ("Available on the internet:", None),
            ("", None),
            ("https://laptop.tail1234.ts.net/", ready("https://laptop.tail1234.ts.net")),
            ("https://laptop.tail1234.ts.net:8443/", ready("https://laptop.tail1234.ts.net:8443")),
            ("|-- proxy http://127.0.0.1:47800", None),
            ("Press Ctrl+C to exit.", None),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        for (line, expected) in [
            (
                "         https://login.tailscale.com/f/funnel?node=abc",
                "tailscale says: visit https://login.tailscale.com/f/funnel?node=abc to allow Funnel",
            ),
            ("error: Funnel not available", "tailscale says: error: Funnel not available"),
            (
                "failed to connect to local tailscaled; it doesn't appear to be running",
                "tailscale says: failed to connect to local tailscaled; it doesn't appear to be running",
            ),
        ] {
            let Some(Sign::Failed(why)) = read(line) else { panic!("{line}") };
            assert_eq!(why.text, expected);
        }
    }
}
