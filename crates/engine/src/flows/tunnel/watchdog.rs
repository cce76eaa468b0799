//! Notices that the machine has slept, or is on another network.

use crate::{App, tunnel::network};
use jiff::Timestamp;
use std::{collections::BTreeSet, net::IpAddr, time::Duration};

/// How often it is looked.
const TICK: Duration = Duration::from_secs(5);
/// How much more time may pass than the machine was up before it is said to have slept. Less is a
/// busy machine, or a clock that was put right.
const SLEPT: Duration = Duration::from_secs(10);

/// What it goes by.
pub struct Watchdog {
    app: App,
    time: Timestamp,
    up: Duration,
    addresses: BTreeSet<IpAddr>,
}

impl Watchdog {
    pub fn new(app: &App) -> Self {
        let (time, up) = (app.clock().now(), app.clock().uptime());
        Self { app: app.clone(), time, up, addresses: look(app) }
    }

    /// Whether the machine has any address but its own.
    pub fn offline(&self) -> bool {
        self.addresses.is_empty()
    }

    /// Until something has happened after which a tunnel may be dead without having said so. May
    /// be dropped and called again: it goes on from its last look.
    pub async fn alarm(&mut self) {
        loop {
            self.app.clock().wait_until(self.up + TICK).await;
            if self.tick() {
                return;
            }
        }
    }

    fn tick(&mut self) -> bool {
        let (time, up) = (self.app.clock().now(), self.app.clock().uptime());
        let passed = Duration::try_from(time.duration_since(self.time)).unwrap_or_default();
        // Where the uptime goes on in sleep, the look itself comes late.
        let (ran, late) = (up - self.up, (up - self.up).saturating_sub(TICK));
        let slept = passed.saturating_sub(ran) > SLEPT || late > SLEPT;
        let addresses = look(&self.app);
        let moved = addresses != self.addresses;
        (self.time, self.up, self.addresses) = (time, up, addresses);
        if slept || moved {
            tracing::info!(slept, moved, "the tunnel is looked at: the machine has moved");
        }
        slept || moved
    }
}

fn look(app: &App) -> BTreeSet<IpAddr> {
    app.means().addresses.as_ref().map_or_else(network::addresses, |look| look())
}
