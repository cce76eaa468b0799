//! The programs that make tunnels: how each is found, started and understood.
//!
//! One file a program, each pure: its arguments, what its lines of output mean, how to get it.

mod cloudflared;
mod ngrok;
mod ssh;
mod tailscale;

use super::Order;
use crate::{
    config::public_address,
    said::{Key, Said},
    secret::Secret,
    types::{InstallHint, TunnelConfig, TunnelKind},
};
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

/// A program that makes tunnels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Cloudflare's.
    Cloudflared,
    /// ngrok's.
    Ngrok,
    /// OpenSSH's client.
    Ssh,
    /// Tailscale's.
    Tailscale,
}

/// What a line of output means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// The public address.
    Address(String),
    /// The way is open, as far as the program knows.
    Ready,
    /// The address, and that the way is open.
    ReadyAt(String),
    /// Why it is not. The program may try again by itself, or end.
    Failed(Said),
}

/// What a program is told.
pub struct Task<'a> {
    /// The tunnel.
    pub config: &'a TunnelConfig,
    /// Its secret.
    pub secret: Option<&'a Secret>,
    /// The listener's port.
    pub port: u16,
    /// Where files of ours are kept.
    pub data_dir: &'a Path,
}

impl Program {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Cloudflared, Self::Ngrok, Self::Ssh, Self::Tailscale];

    /// The one that a kind of tunnel needs.
    pub fn of(kind: TunnelKind) -> Option<Self> {
        match kind {
            TunnelKind::Cloudflared | TunnelKind::CloudflaredQuick => Some(Self::Cloudflared),
            TunnelKind::Ngrok => Some(Self::Ngrok),
            TunnelKind::Ssh => Some(Self::Ssh),
            TunnelKind::Tailscale => Some(Self::Tailscale),
            TunnelKind::Fixed | TunnelKind::Bore => None,
        }
    }

    /// The kinds of tunnel that need it.
    pub fn kinds(self) -> &'static [TunnelKind] {
        match self {
            Self::Cloudflared => &[TunnelKind::Cloudflared, TunnelKind::CloudflaredQuick],
            Self::Ngrok => &[TunnelKind::Ngrok],
            Self::Ssh => &[TunnelKind::Ssh],
            Self::Tailscale => &[TunnelKind::Tailscale],
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cloudflared => "cloudflared",
            Self::Ngrok => "ngrok",
            Self::Ssh => "ssh",
            Self::Tailscale => "tailscale",
        }
    }

    /// The argument that makes it say its version.
    pub fn version_argument(self) -> &'static str {
        match self {
            Self::Cloudflared => cloudflared::VERSION,
            Self::Ngrok => ngrok::VERSION,
            Self::Ssh => ssh::VERSION,
            Self::Tailscale => tailscale::VERSION,
        }
    }

    /// How to get it.
    pub fn install(self) -> Vec<InstallHint> {
        let hints = match self {
            Self::Cloudflared => cloudflared::INSTALL,
            Self::Ngrok => ngrok::INSTALL,
            Self::Ssh => ssh::INSTALL,
            Self::Tailscale => tailscale::INSTALL,
        };
        let systems = ["Linux", "macOS", "Windows"].into_iter().zip(hints);
        systems
            .map(|(system, hint)| InstallHint { system: system.into(), how: hint.said() })
            .collect()
    }

    /// Where it is, in the first of these folders that has it.
    pub fn find(self, folders: &[PathBuf]) -> Option<PathBuf> {
        let file = format!("{}{}", self.name(), std::env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|path| is_program(path))
    }

    /// How it is started for this.
    pub fn order(self, path: PathBuf, task: &Task<'_>) -> Result<Order, Said> {
        let (args, env) = match self {
            Self::Cloudflared => cloudflared::start(task),
            Self::Ngrok => ngrok::start(task),
            Self::Ssh => ssh::start(task),
            Self::Tailscale => tailscale::start(task),
        };
        Order::new(path, args, env)
    }

    /// What this line means, if anything. An address that iAdvize can't call is a failure.
    pub fn read(self, line: &str) -> Option<Sign> {
        let sign = match self {
            Self::Cloudflared => cloudflared::read(line),
            Self::Ngrok => ngrok::read(line),
            Self::Ssh => ssh::read(line),
            Self::Tailscale => tailscale::read(line),
        }?;
        if let Sign::Address(address) | Sign::ReadyAt(address) = &sign
            && let Err(why) = public_address(address)
        {
            let with = [("program", self.name().to_owned()), ("why", why)];
            return Some(Sign::Failed(Said::new(Key::TunnelAddressUnusable, with)));
        }
        Some(sign)
    }

    /// What it says, for people.
    fn says(self, said: &str) -> Sign {
        let with = [("program", self.name().to_owned()), ("said", said.trim().to_owned())];
        Sign::Failed(Said::new(Key::TunnelSays, with))
    }
}

/// Arguments, and what is added to the environment.
type Start = (Vec<String>, Vec<(&'static str, Secret)>);

/// How to get a program.
enum Hint {
    Run(&'static str),
    From(&'static str),
}

impl Hint {
    fn said(&self) -> Said {
        match self {
            Self::Run(command) => Said::new(Key::InstallRun, [("command", (*command).to_owned())]),
            Self::From(address) => {
                Said::new(Key::InstallFrom, [("address", (*address).to_owned())])
            }
        }
    }
}

/// The listener's address.
fn local(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// The first address in a text whose host ends so, without a slash at its end.
fn address_below<'a>(text: &'a str, domain: &str) -> Option<&'a str> {
    let begins = text.match_indices("https://").map(|(at, _)| &text[at..]);
    let whole = begins.map(|rest| {
        let odd = |c: char| c.is_whitespace() || matches!(c, '|' | '"' | '\'' | '<' | '>' | '\\');
        rest.split(odd).next().unwrap_or(rest).trim_end_matches('/')
    });
    let fits = |address: &&str| {
        let host = address.strip_prefix("https://").and_then(|rest| rest.split(['/', ':']).next());
        host.is_some_and(|host| host.ends_with(domain) && host.len() > domain.len())
    };
    let mut fitting = whole.filter(fits);
    fitting.next()
}

/// Where programs are looked for: the person's own folders, and those that a program started from
/// a desktop is often not told of.
pub fn folders(path: Option<&OsStr>) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = path.map(std::env::split_paths).into_iter().flatten().collect();
    let usual: &[&str] = match std::env::consts::OS {
        "macos" => &[
            "/opt/homebrew/bin",
            "/usr/local/bin",
            "/usr/bin",
            "/Applications/Tailscale.app/Contents/MacOS",
        ],
        "windows" => &[
            r"C:\Windows\System32\OpenSSH",
            r"C:\Program Files\Tailscale",
            r"C:\Program Files (x86)\cloudflared",
        ],
        _ => &["/usr/local/bin", "/usr/bin", "/bin", "/snap/bin"],
    };
    folders.extend(usual.iter().map(PathBuf::from));
    // A folder of the working directory is nobody's idea of an installed program.
    folders.retain(|folder| folder.is_absolute());
    folders
}

fn is_program(path: &Path) -> bool {
    let Ok(metadata) = path.metadata() else { return false };
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o111 == 0 {
        return false;
    }
    metadata.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_and_below_its_domain() {
        for (text, expected) in [
            ("|  https://a-b.trycloudflare.com   |", Some("https://a-b.trycloudflare.com")),
            ("url=https://a.ngrok-free.app\"", None),
            ("https://x.example https://a.trycloudflare.com/", Some("https://a.trycloudflare.com")),
            ("http://a.trycloudflare.com", None),
            ("https://a.trycloudflare.com.evil.example", None),
            ("https://.trycloudflare.com", None),
            ("on trycloudflare.com...", None),
            ("", None),
        ] {
            assert_eq!(address_below(text, ".trycloudflare.com"), expected, "{text}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_program_is_a_file_that_can_be_started() {
        use std::os::unix::fs::PermissionsExt as _;
        let (one, other) = (tempfile::tempdir().expect("one"), tempfile::tempdir().expect("other"));
        let folders = [one.path().to_owned(), other.path().to_owned()];
        std::fs::create_dir(one.path().join("ngrok")).expect("a folder of that name");
        assert_eq!(Program::Ngrok.find(&folders), None);
        let file = other.path().join("ngrok");
        std::fs::write(&file, "").expect("a file");
        assert_eq!(Program::Ngrok.find(&folders), None);
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).expect("rights");
        assert_eq!(Program::Ngrok.find(&folders), Some(file));
    }

    #[test]
    fn no_program_is_started_that_is_not_on_the_list_and_none_on_it_is_unknown() {
        let known: Vec<&str> = Program::ALL.map(Program::name).into();
        assert_eq!(super::super::allow::programs().collect::<Vec<_>>().len(), known.len());
        for name in super::super::allow::programs() {
            assert!(known.contains(&name), "{name}");
        }
    }
}
