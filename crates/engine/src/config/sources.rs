//! Where deliveries may come from.

use crate::receiver::Sources;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// Where iAdvize says its webhooks come from (its newest page on security; older ones list fewer).
pub const IADVIZE_ADDRESSES: [&str; 7] = [
    "35.158.241.155",
    "35.158.90.142",
    "35.156.32.28",
    "3.66.4.54",
    "3.73.29.33",
    "3.125.164.129",
    "34.107.108.253",
];

/// Where deliveries may come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SourcesConfig {
    /// IP addresses; those that iAdvize documents when left out.
    pub addresses: Vec<String>,
    /// The header in which the tunnel tells the sender's address. Without one the list can't be
    /// held to: everything arrives from this machine.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<SourceHeader>,
}

/// Headers that a tunnel sets itself, so that a sender can't.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceHeader {
    /// cloudflared: Cloudflare sets it to the address that connected.
    CfConnectingIp,
    /// ngrok, Tailscale and most proxies: each adds at the end whom it heard.
    XForwardedFor,
}

impl Default for SourcesConfig {
    fn default() -> Self {
        Self { addresses: IADVIZE_ADDRESSES.map(str::to_owned).into(), header: None }
    }
}

impl SourceHeader {
    /// Its name, as in HTTP and in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::CfConnectingIp => "cf-connecting-ip",
            Self::XForwardedFor => "x-forwarded-for",
        }
    }
}

impl SourcesConfig {
    /// What is wrong with it.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.header.is_none() {
            let [cloudflare, others] =
                [SourceHeader::CfConnectingIp, SourceHeader::XForwardedFor].map(SourceHeader::name);
            faults.push(format!(
                "receiver.sources.header: missing: everything arrives from this machine's own tunnel, so the list can't be held to without the header in which the tunnel tells the sender's address: {cloudflare} (cloudflared) or {others} (ngrok, Tailscale)"
            ));
        }
        if self.addresses.is_empty() {
            faults.push("receiver.sources.addresses: with none, nothing could arrive".into());
        }
        for (index, address) in self.addresses.iter().enumerate() {
            if address.parse::<IpAddr>().is_err() {
                let what = format!("{address:?} is no IP address");
                faults.push(format!("receiver.sources.addresses[{index}]: {what}"));
            }
        }
        faults
    }

    /// The same, as the listener holds to it.
    pub(crate) fn sources(&self) -> Sources {
        let address = |text: &String| text.parse().map(|ip: IpAddr| ip.to_canonical()).ok();
        Sources {
            addresses: self.addresses.iter().filter_map(address).collect(),
            header: self.header.map(SourceHeader::name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn a_list_that_cannot_be_held_to_says_why() {
        for (sources, expected) in [
            (r#"{}"#, "receiver.sources.header: missing: everything arrives from this machine"),
            (r#"{"header":"x-real-ip"}"#, "receiver.sources.header: unknown variant `x-real-ip`"),
            (
                r#"{"header":"x-forwarded-for","addresses":["1.2.3"]}"#,
                r#"receiver.sources.addresses[0]: "1.2.3" is no IP address"#,
            ),
            (r#"{"header":"x-forwarded-for","addresses":[]}"#, "nothing could arrive"),
        ] {
            let json = format!(r#"{{"receiver":{{"sources":{sources}}}}}"#);
            let faults = read(&json).expect_err(&json);
            assert!(faults.iter().any(|fault| fault.contains(expected)), "{json}: {faults:?}");
        }
    }

    #[test]
    fn iadvizes_own_addresses_are_the_default() {
        let json = r#"{"receiver":{"sources":{"header":"cf-connecting-ip"}}}"#;
        let sources = read(json).expect("it is fine").receiver.sources.expect("sources").sources();
        assert_eq!((sources.addresses.len(), sources.header), (7, Some("cf-connecting-ip")));
        assert_eq!(read("{}").expect("it is fine").receiver.sources, None, "off by default");
    }
}
