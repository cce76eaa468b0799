//! What can be wrong with a tunnel's settings. Its parts become arguments of programs, so what
//! could be taken for an option, or for several, is refused here.

use crate::types::TunnelConfig;
use url::{Host, Url};

/// The faults: where and what.
pub(super) fn check(tunnel: &TunnelConfig) -> Vec<String> {
    let mut faults = Vec::new();
    let mut see = |place: &str, found: Result<(), String>| {
        if let Err(why) = found {
            faults.push(format!("tunnel.{place}: {why}"));
        }
    };
    match tunnel {
        TunnelConfig::Fixed { address } => see("address", public_address(address)),
        TunnelConfig::Cloudflared { name: called, hostname } => {
            see("name", name(called));
            see("hostname", public_host(hostname));
        }
        TunnelConfig::Ngrok { domain: Some(domain) } => see("domain", public_host(domain)),
        TunnelConfig::Ssh { host: server, port, user, key_file, remote_port, address } => {
            see("host", host(server));
            see("port", not_zero(*port));
            see("user", name(user));
            see("key_file", key_file.as_deref().map_or(Ok(()), file));
            see("remote_port", not_zero(*remote_port));
            see("address", public_address(address));
        }
        TunnelConfig::Bore { server, port, address } => {
            see("server", host(server));
            see("port", port.map_or(Ok(()), not_zero));
            see("address", public_address(address));
        }
        TunnelConfig::CloudflaredQuick {}
        | TunnelConfig::Ngrok { domain: None }
        | TunnelConfig::Tailscale {} => {}
    }
    faults
}

/// An address that iAdvize can call: `https` alone, and nothing in it that is nobody's business.
pub fn public_address(text: &str) -> Result<(), String> {
    let url = Url::parse(text).map_err(|error| format!("{text:?} is no address: {error}"))?;
    if url.scheme() != "https" {
        return Err(format!("{text:?} must begin with https://: iAdvize calls no other"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("an address must not carry a user name or password".into());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(format!("{text:?} must end with its host or path"));
    }
    Ok(())
}

fn public_host(text: &str) -> Result<(), String> {
    match Host::parse(text) {
        Ok(Host::Domain(name)) if name == text && name.contains('.') && is_host(text) => Ok(()),
        _ => Err(format!("{text:?} is no host name like hooks.example.com")),
    }
}

fn host(text: &str) -> Result<(), String> {
    if is_host(text) { Ok(()) } else { Err(format!("{text:?} is no host name or IP address")) }
}

/// Whether this can stand for a host in an argument.
pub fn is_host(text: &str) -> bool {
    is_word(text, ".-:")
}

fn name(text: &str) -> Result<(), String> {
    match is_name(text) {
        true => Ok(()),
        false => Err(format!("{text:?} may have letters, digits, dots, - and _ alone")),
    }
}

/// Whether this can stand for a person or thing in an argument.
pub fn is_name(text: &str) -> bool {
    is_word(text, ".-_")
}

fn is_word(text: &str, besides: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || besides.contains(c);
    !text.is_empty() && text.len() <= 253 && !text.starts_with('-') && text.chars().all(fits)
}

fn file(text: &str) -> Result<(), String> {
    match is_file(text) {
        true => Ok(()),
        false => Err(format!("{text:?} is no file's whole path")),
    }
}

/// Whether this is a whole path that ssh takes as it stands: `%` begins a place that ssh fills.
pub fn is_file(text: &str) -> bool {
    let odd = |c: char| c.is_control() || matches!(c, '%' | '"');
    std::path::Path::new(text).is_absolute() && !text.chars().any(odd)
}

fn not_zero(port: u16) -> Result<(), String> {
    if port == 0 { Err("a port is from 1 to 65535".into()) } else { Ok(()) }
}
