//! Where deliveries may come from.
//!
//! Everything arrives from this machine's own tunnel: whose delivery it is stands only in a header,
//! and only a header that the tunnel itself sets can be believed.

use hyper::HeaderMap;
use std::net::IpAddr;

/// The addresses that deliveries are taken from, and the header that tells them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// The addresses.
    pub addresses: Vec<IpAddr>,
    /// The header that the tunnel sets, e.g. `x-forwarded-for`. With none nobody is let in: where a
    /// list was asked for, not knowing the sender is no yes.
    pub header: Option<&'static str>,
}

impl Sources {
    /// Whether a delivery with these headers comes from one of the addresses.
    pub(super) fn let_in(&self, headers: &HeaderMap) -> bool {
        self.sender(headers).is_some_and(|sender| self.addresses.contains(&sender))
    }

    /// The sender as the tunnel saw it: the last entry of the last such header, since each proxy
    /// adds at the end whom it heard, and what stands before may be the sender's own invention.
    fn sender(&self, headers: &HeaderMap) -> Option<IpAddr> {
        let last = headers.get_all(self.header?).into_iter().next_back()?;
        let last = last.to_str().ok()?.rsplit(',').next()?.trim();
        last.parse().map(|address: IpAddr| address.to_canonical()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    #[test]
    fn only_what_the_tunnel_itself_added_counts() {
        let sources = Sources {
            addresses: vec!["35.158.241.155".parse().expect("an address")],
            header: Some("x-forwarded-for"),
        };
        for (lines, expected) in [
            ([].as_slice(), false),
            (&["35.158.241.155"], true),
            (&["::ffff:35.158.241.155"], true),
            (&["203.0.113.9, 35.158.241.155"], true),
            (&["35.158.241.155, 203.0.113.9"], false),
            (&["35.158.241.155", "203.0.113.9"], false),
            (&["203.0.113.9", "35.158.241.155"], true),
            (&["35.158.241.155:443"], false),
            (&["35.158.241.155,"], false),
            (&[""], false),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            assert_eq!(sources.let_in(&headers), expected, "{lines:?}");
        }
    }
}
