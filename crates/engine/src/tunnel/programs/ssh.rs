//! `ssh -R` to any server: its loopback port there leads to the listener here, and a proxy there
//! that speaks HTTPS leads to that port.
//!
//! The person's own configuration is left out (`-F none`): it could start other programs. A
//! server's key is kept at the first meeting, in a file of ours beside the person's own, and must
//! be the same from then on. `-v` makes ssh say that the forward stands: with a port of ours it
//! says nothing otherwise (OpenSSH, `ssh.c`, `clientloop.c`).

use super::{Hint, Program, Sign, Start, Task};
use crate::{
    said::{Key, Said},
    types::TunnelConfig,
};

pub(super) const VERSION: &str = "-V";

pub(super) const INSTALL: [Hint; 3] = [
    Hint::Run("apt install openssh-client"),
    Hint::Run("ssh -V (it comes with macOS)"),
    Hint::Run("winget install --id Microsoft.OpenSSH.Preview"),
];

/// Where the keys of servers are kept, in the data folder.
pub const KNOWN_HOSTS: &str = "ssh_known_hosts";

pub(super) fn start(task: &Task<'_>) -> Start {
    let TunnelConfig::Ssh { host, port, user, key_file, remote_port, .. } = task.config else {
        return (Vec::new(), Vec::new());
    };
    let known_hosts = task.data_dir.join(KNOWN_HOSTS);
    let options = [
        "BatchMode=yes".to_owned(),
        format!("UserKnownHostsFile=\"{}\" ~/.ssh/known_hosts", known_hosts.display()),
        "StrictHostKeyChecking=accept-new".to_owned(),
        "ExitOnForwardFailure=yes".to_owned(),
        "ServerAliveInterval=10".to_owned(),
        "ServerAliveCountMax=2".to_owned(),
        "ConnectTimeout=10".to_owned(),
    ];
    let mut args: Vec<String> = ["-N", "-T", "-v", "-F", "none"].map(str::to_owned).into();
    args.extend(options.into_iter().flat_map(|option| ["-o".to_owned(), option]));
    let forward = format!("127.0.0.1:{remote_port}:127.0.0.1:{}", task.port);
    args.extend(["-p".to_owned(), port.to_string(), "-R".to_owned(), forward]);
    if let Some(key) = key_file {
        args.extend(["-i", key, "-o", "IdentitiesOnly=yes"].map(str::to_owned));
    }
    args.extend(["-l", user, "--", host].map(str::to_owned));
    (args, Vec::new())
}

pub(super) fn read(line: &str) -> Option<Sign> {
    let line = line.trim();
    let text = line.strip_prefix("debug1: ").unwrap_or(line);
    if text.starts_with("remote forward success for: listen") || text.starts_with("Allocated port ")
    {
        return Some(Sign::Ready);
    }
    if let Some(port) = text
        .strip_prefix("Error: remote port forwarding failed for listen port ")
        .or_else(|| text.strip_prefix("Warning: remote port forwarding failed for listen port "))
    {
        let with = [("port", port.trim().to_owned()), ("host", "the server".to_owned())];
        return Some(Sign::Failed(Said::new(Key::TunnelPortTaken, with)));
    }
    let about = |key, host: &str| Some(Sign::Failed(Said::new(key, [("host", host.to_owned())])));
    if text.starts_with("Host key verification failed") {
        return about(Key::TunnelHostKey, "the server");
    }
    if line.contains("Permission denied (") {
        let whom = line.split(": Permission denied").next().unwrap_or(line);
        return about(Key::TunnelKeyRefused, whom);
    }
    let fatal = line.starts_with("ssh: ")
        || line.starts_with("Connection to ") && line.ends_with("closed by remote host.")
        || line.starts_with("Timeout, server ");
    fatal.then(|| Program::Ssh.says(line.trim_start_matches("ssh: ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_prints() {
        for (line, expected) in [
            ("OpenSSH_9.2p1 Debian-2+deb12u7, OpenSSL 3.0.17", None),
            ("debug1: Connecting to 127.0.0.1 [127.0.0.1] port 22422.", None),
            (
                "debug1: remote forward success for: listen 127.0.0.1:9000, connect 127.0.0.1:47800\r",
                Some(Sign::Ready),
            ),
            ("Allocated port 35263 for remote forward to 127.0.0.1:18977\r", Some(Sign::Ready)),
            ("debug1: client_input_global_request: rtype keepalive@openssh.com want_reply 1", None),
            ("", None),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        for (line, key) in [
            ("Error: remote port forwarding failed for listen port 9000\r", Key::TunnelPortTaken),
            ("Host key verification failed.\r", Key::TunnelHostKey),
            ("me@example.com: Permission denied (publickey).\r", Key::TunnelKeyRefused),
            ("ssh: connect to host a.b port 22: Connection refused\r", Key::TunnelSays),
            ("ssh: Could not resolve hostname a.b: Name or service not known\r", Key::TunnelSays),
            ("Connection to 127.0.0.1 closed by remote host.\r", Key::TunnelSays),
            ("Timeout, server example.com not responding.\r", Key::TunnelSays),
        ] {
            let Some(Sign::Failed(why)) = read(line) else { panic!("{line}") };
            assert_eq!(why.key, key, "{line}");
        }
    }
}
