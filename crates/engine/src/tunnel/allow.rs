//! THE list of what may be started, and with which arguments.
//!
//! Looked at right before a start, and by the guard once more. The window's pages have no say in
//! it: they name a tunnel's parts, and the engine makes the arguments.

use crate::config::{is_file, is_host, is_name, public_address};
use std::path::Path;

/// What an argument may be.
enum Arg {
    /// This word.
    Is(&'static str),
    /// What this says yes to.
    Fits(fn(&str) -> bool),
}

use Arg::{Fits, Is};

/// A program with the ways in which it may be started, and what it may find in its environment.
struct Program {
    name: &'static str,
    ways: &'static [&'static [Arg]],
    environment: &'static [&'static str],
}

const TABLE: &[Program] = &[
    Program {
        name: "cloudflared",
        ways: &[
            &[Is("--version")],
            &[Is("tunnel"), Is("--no-autoupdate"), Is("--url"), Fits(local)],
            &[Is("tunnel"), Is("--no-autoupdate"), Is("run")],
            &[
                Is("tunnel"),
                Is("--no-autoupdate"),
                Is("run"),
                Is("--url"),
                Fits(local),
                Fits(is_name),
            ],
        ],
        environment: &["TUNNEL_TOKEN"],
    },
    Program {
        name: "ngrok",
        ways: &[
            &[Is("version")],
            &[Is("http"), Fits(local), Is("--log"), Is("stdout"), Is("--log-format"), Is("logfmt")],
            &[
                Is("http"),
                Fits(local),
                Is("--log"),
                Is("stdout"),
                Is("--log-format"),
                Is("logfmt"),
                Is("--url"),
                Fits(public),
            ],
        ],
        environment: &["NGROK_AUTHTOKEN"],
    },
    Program {
        name: "tailscale",
        ways: &[&[Is("version")], &[Is("funnel"), Fits(port)]],
        environment: &[],
    },
    Program {
        name: "ssh",
        ways: &[
            &[Is("-V")],
            &[
                Is("-N"),
                Is("-T"),
                Is("-v"),
                Is("-F"),
                Is("none"),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-p"),
                Fits(port),
                Is("-R"),
                Fits(forward),
                Is("-l"),
                Fits(is_name),
                Is("--"),
                Fits(is_host),
            ],
            &[
                Is("-N"),
                Is("-T"),
                Is("-v"),
                Is("-F"),
                Is("none"),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-o"),
                Fits(ssh_option),
                Is("-p"),
                Fits(port),
                Is("-R"),
                Fits(forward),
                Is("-i"),
                Fits(is_file),
                Is("-o"),
                Is("IdentitiesOnly=yes"),
                Is("-l"),
                Fits(is_name),
                Is("--"),
                Fits(is_host),
            ],
        ],
        environment: &[],
    },
];

/// The names of the programs that may be started.
pub fn programs() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|program| program.name)
}

/// Whether this program may be started with these arguments, and this in its environment. Says why
/// not.
pub fn permit<'a>(
    program: &Path,
    args: &[String],
    environment: impl IntoIterator<Item = &'a str>,
) -> Result<(), String> {
    let stem = program.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let row = TABLE.iter().find(|row| row.name == stem);
    let row = row.ok_or("it is none of the programs that Leadbridge starts")?;
    let fits = |way: &&&[Arg]| {
        let mut pairs = way.iter().zip(args);
        way.len() == args.len() && pairs.all(|(arg, given)| arg.takes(given))
    };
    row.ways.iter().find(fits).ok_or("these are none of the arguments that Leadbridge uses")?;
    match environment.into_iter().find(|name| !row.environment.contains(name)) {
        Some(name) => Err(format!("{name} is none of the variables that Leadbridge gives it")),
        None => Ok(()),
    }
}

impl Arg {
    fn takes(&self, given: &str) -> bool {
        match self {
            Is(word) => *word == given,
            Fits(fits) => fits(given),
        }
    }
}

fn port(text: &str) -> bool {
    matches!(text.parse::<u16>(), Ok(1..)) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The listener's own address.
fn local(text: &str) -> bool {
    text.strip_prefix("http://127.0.0.1:").is_some_and(port)
}

fn public(text: &str) -> bool {
    public_address(text).is_ok()
}

/// `127.0.0.1:9000:127.0.0.1:47800`: the server's loopback alone, to ours alone.
fn forward(text: &str) -> bool {
    let rest = text.strip_prefix("127.0.0.1:");
    let ports = rest.and_then(|rest| rest.split_once(":127.0.0.1:"));
    ports.is_some_and(|(there, here)| port(there) && port(here))
}

/// The options of ssh that are ever given; none of them starts anything.
fn ssh_option(text: &str) -> bool {
    const WORDS: [&str; 6] = [
        "BatchMode=yes",
        "StrictHostKeyChecking=accept-new",
        "ExitOnForwardFailure=yes",
        "ServerAliveInterval=10",
        "ServerAliveCountMax=2",
        "ConnectTimeout=10",
    ];
    let known_hosts = |rest: &str| {
        let file =
            rest.strip_prefix('"').and_then(|rest| rest.strip_suffix("\" ~/.ssh/known_hosts"));
        file.is_some_and(is_file)
    };
    WORDS.contains(&text) || text.strip_prefix("UserKnownHostsFile=").is_some_and(known_hosts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn permitted(line: &str) -> bool {
        let mut words = line.split(' ').map(str::to_owned);
        let program = words.next().expect("a program");
        permit(Path::new(&program), &words.collect::<Vec<_>>(), []).is_ok()
    }

    #[test]
    fn nothing_but_the_table_is_started() {
        for (line, expected) in [
            ("cloudflared --version", true),
            ("/opt/bin/cloudflared tunnel --no-autoupdate --url http://127.0.0.1:47800", true),
            ("cloudflared tunnel --no-autoupdate run --url http://127.0.0.1:1 leads", true),
            ("cloudflared tunnel --no-autoupdate run --token x", false),
            ("cloudflared tunnel --no-autoupdate --url http://127.0.0.1:1 --config x", false),
            ("cloudflared tunnel --no-autoupdate --url http://10.0.0.1:80", false),
            ("cloudflared tunnel --no-autoupdate --url http://127.0.0.1:0", false),
            ("cloudflared tunnel --no-autoupdate --url http://127.0.0.1:+1", false),
            ("cloudflared tunnel --no-autoupdate --url http://127.0.0.1:1@evil.example", false),
            ("cloudflared tunnel --no-autoupdate run --url http://127.0.0.1:1 --x", false),
            ("tailscale funnel 47800", true),
            ("tailscale funnel reset", false),
            ("tailscale funnel /etc", false),
            ("ngrok http http://127.0.0.1:1 --log stdout --log-format logfmt", true),
            (
                "ngrok http http://127.0.0.1:1 --log stdout --log-format logfmt --url http://a.b",
                false,
            ),
            ("ssh -V", true),
            ("ssh example.com", false),
            ("ssh -o ProxyCommand=x example.com", false),
            ("sh -c x", false),
            ("", false),
        ] {
            assert_eq!(permitted(line), expected, "{line}");
        }
    }

    #[test]
    fn ssh_options_that_start_something_are_refused() {
        for (option, expected) in [
            ("BatchMode=yes", true),
            ("UserKnownHostsFile=\"/a b/known\" ~/.ssh/known_hosts", true),
            ("UserKnownHostsFile=\"/a\" /b\" ~/.ssh/known_hosts", false),
            ("UserKnownHostsFile=\"known\" ~/.ssh/known_hosts", false),
            ("ProxyCommand=touch /tmp/x", false),
            ("LocalCommand=x", false),
            ("StrictHostKeyChecking=no", false),
        ] {
            assert_eq!(ssh_option(option), expected, "{option}");
        }
        for (text, expected) in [
            ("127.0.0.1:9000:127.0.0.1:47800", true),
            ("0.0.0.0:9000:127.0.0.1:47800", false),
            ("127.0.0.1:9000:10.0.0.1:80", false),
            ("127.0.0.1:0:127.0.0.1:80", false),
        ] {
            assert_eq!(forward(text), expected, "{text}");
        }
    }

    #[test]
    fn a_program_finds_only_its_own_variables() {
        let args = ["tunnel", "--no-autoupdate", "run"].map(str::to_owned);
        let with = |name| permit(Path::new("cloudflared"), &args, [name]);
        assert_eq!(with("TUNNEL_TOKEN"), Ok(()));
        for name in ["LD_PRELOAD", "NGROK_AUTHTOKEN", "PATH"] {
            assert!(with(name).is_err(), "{name}");
        }
    }
}
