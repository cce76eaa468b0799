//! The addresses this machine has, by which another network is noticed.

use std::{collections::BTreeSet, net::IpAddr, sync::Arc};
use sysinfo::Networks;

/// Tells the addresses as they are now.
pub type Look = Arc<dyn Fn() -> BTreeSet<IpAddr> + Send + Sync>;

/// The addresses that lead anywhere: none that only this machine or its cable knows.
pub fn addresses() -> BTreeSet<IpAddr> {
    let networks = match Networks::new_with_refreshed_list() {
        Ok(networks) => networks,
        Err(error) => {
            tracing::debug!(%error, "the machine's addresses can't be read");
            return BTreeSet::new();
        }
    };
    let all = networks.values().flat_map(|data| data.ip_networks().iter().map(|ip| ip.addr));
    all.filter(leads_out).collect()
}

fn leads_out(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(ip) => !ip.is_loopback() && !ip.is_link_local() && !ip.is_unspecified(),
        IpAddr::V6(ip) => !ip.is_loopback() && !ip.is_unicast_link_local() && !ip.is_unspecified(),
    }
}
