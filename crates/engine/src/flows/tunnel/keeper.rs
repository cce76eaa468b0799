//! One tunnel, opened again and again.

use super::{AGAIN, EVERY, PATIENCE, PAUSES, STILL, failed, watchdog::Watchdog};
use crate::{
    App,
    said::{Key, Said},
    secret::Secret,
    tunnel::{
        Output, Running, bore,
        probe::Look,
        programs::{Program, Sign, Task},
        stale,
    },
    types::{TunnelConfig, TunnelState},
};
use std::{convert::Infallible, future::Future, pin::Pin, time::Duration};

/// What keeps one tunnel.
pub(super) struct Keeper<'a> {
    app: &'a App,
    config: &'a TunnelConfig,
    secret: Option<&'a Secret>,
    port: u16,
    /// The program that runs: the caller's, who ends it when this is dropped.
    running: &'a mut Option<Running>,
    watchdog: Watchdog,
    /// How often it was opened since it was last up.
    tries: usize,
}

/// One opening, until it ends.
struct Opening {
    address: Option<String>,
    ready: bool,
    /// When it was ready, by the uptime.
    began: Duration,
    /// When the next look is due.
    due: Duration,
    /// Looks that failed in a row.
    failures: u32,
    /// Whether it has ever been up.
    was_up: bool,
    /// The machine has slept or moved since the last look that went well.
    alarmed: bool,
    /// What the program has last complained of.
    complaint: Option<Said>,
    /// The last line that it said.
    last_line: Option<String>,
}

type Looking<'a> = Pin<Box<dyn Future<Output = Look> + Send + 'a>>;

impl<'a> Keeper<'a> {
    pub(super) fn new(
        app: &'a App,
        config: &'a TunnelConfig,
        secret: Option<&'a Secret>,
        port: u16,
        running: &'a mut Option<Running>,
    ) -> Self {
        let watchdog = Watchdog::new(app);
        Self { app, config, secret, port, running, watchdog, tries: 0 }
    }

    pub(super) async fn run(mut self) -> Infallible {
        self.app.tunnel_is(TunnelState::Starting, None);
        loop {
            self.app.tunnel_leads_from(self.config.known_address());
            let why = match self.open().await {
                Ok(running) => {
                    *self.running = running;
                    self.attend().await
                }
                Err(why) => why,
            };
            if let Some(running) = self.running.take() {
                running.stop().await;
                stale::forget(self.app.data_dir());
            }
            self.app.tunnel_is(TunnelState::Down, Some(why.clone()));
            self.app.tunnel_look_ended();
            let pause = PAUSES.get(self.tries).or(PAUSES.last()).copied().unwrap_or_default();
            self.tries += 1;
            let clock = self.app.clock();
            tokio::select! {
                () = clock.wait_until(clock.uptime() + pause) => {}
                () = self.watchdog.alarm() => {}
                () = self.app.tunnel_hurried() => {}
            }
            // Why it ended stays to be seen until it is up again.
            self.app.tunnel_is(TunnelState::Starting, Some(why));
        }
    }

    /// Start what leads here; nothing for an address that somebody else leads here.
    async fn open(&self) -> Result<Option<Running>, Said> {
        if let TunnelConfig::Bore { server, port, .. } = self.config {
            return bore::start(server, *port, self.secret, self.port).await.map(Some);
        }
        let Some(program) = Program::of(self.config.kind()) else { return Ok(None) };
        let named = |key| Said::new(key, [("program", program.name().to_owned())]);
        let launcher = self.app.means().launcher.as_ref();
        let launcher = launcher.ok_or_else(|| Said::plain(Key::TunnelNeedsWindow))?;
        let path = program.find(&launcher.folders());
        let path = path.ok_or_else(|| named(Key::TunnelProgramMissing))?;
        let (config, secret, port) = (self.config, self.secret, self.port);
        let task = Task { config, secret, port, data_dir: self.app.data_dir() };
        let order = program.order(path, &task)?;
        launcher.launch(&order).await.map(Some).map_err(|error| {
            let with = [("program", order.name()), ("why", error.to_string())];
            Said::new(Key::TunnelNotStarted, with)
        })
    }

    /// Look after what runs until it has to be opened again; answers why.
    async fn attend(&mut self) -> Said {
        let app = self.app;
        let now = app.clock().uptime();
        let program = Program::of(self.config.kind());
        let mut opening = Opening {
            address: self.config.known_address(),
            // A program says when it is ready; anything else is.
            ready: program.is_none(),
            began: now,
            due: now,
            failures: 0,
            was_up: false,
            alarmed: false,
            complaint: None,
            last_line: None,
        };
        if let (Some(address), true) = (&opening.address, opening.ready)
            && let Err(error) = app.note_address(address, true).await
        {
            return failed(&error);
        }
        let mut looking: Option<Looking<'_>> = None;
        loop {
            let wait = match opening.address.as_ref().filter(|_| opening.ready) {
                Some(_) => opening.due,
                None => opening.began + PATIENCE,
            };
            tokio::select! {
                output = output(self.running) => match self.heard(&mut opening, output).await {
                    Ok(()) => {}
                    Err(why) => return why,
                },
                look = finished(&mut looking) => {
                    looking = None;
                    let end = self.looked(&mut opening, &look);
                    app.tunnel_look_ended();
                    if let Some(why) = end {
                        return why;
                    }
                }
                () = app.clock().wait_until(wait), if looking.is_none() => {
                    match opening.address.clone().filter(|_| opening.ready) {
                        Some(address) => looking = Some(look(app, address)),
                        None => return self.no_address(&opening),
                    }
                }
                () = self.watchdog.alarm() => {
                    if !opening.ready && self.running.is_some() {
                        return Said::plain(Key::TunnelNetworkChanged);
                    }
                    opening.alarmed = true;
                    // A look that is under way may have lost its connection.
                    (looking, opening.due) = (None, app.clock().uptime());
                }
                () = app.tunnel_hurried() => opening.due = app.clock().uptime(),
            }
        }
    }

    /// What the program has done. Fails, with the reason, when it has ended.
    async fn heard(&mut self, opening: &mut Opening, output: Output) -> Result<(), Said> {
        let program = Program::of(self.config.kind());
        let name = program.map_or("bore", Program::name);
        match output {
            Output::Started(id) => {
                if let Err(error) = stale::note(self.app.data_dir(), id, name) {
                    tracing::warn!(%error, "the tunnel's program can't be written down");
                }
            }
            Output::Line(line) => {
                let sign = program.and_then(|program| program.read(&line));
                self.understood(opening, sign).await?;
                opening.last_line = Some(line);
            }
            Output::Ended(status) => return Err(ended(name, status, opening)),
        }
        Ok(())
    }

    async fn understood(&mut self, opening: &mut Opening, sign: Option<Sign>) -> Result<(), Said> {
        let (address, ready) = match sign {
            None => return Ok(()),
            Some(Sign::Failed(why)) => {
                if !opening.ready {
                    self.app.tunnel_is(TunnelState::Starting, Some(why.clone()));
                }
                opening.complaint = Some(why);
                return Ok(());
            }
            Some(Sign::Ready) => (None, true),
            Some(Sign::Address(address)) => (Some(address), false),
            Some(Sign::ReadyAt(address)) => (Some(address), true),
        };
        // What the admin wrote stands above what a program says.
        if opening.address.is_none() {
            opening.address = address;
        }
        if ready && !opening.ready {
            opening.ready = true;
            (opening.began, opening.due) = (self.app.clock().uptime(), self.app.clock().uptime());
        }
        if let (Some(address), true) = (&opening.address, opening.ready) {
            let by_hand = self.config.known_address().is_some();
            self.app.tunnel_leads_from(Some(address.clone()));
            self.app.note_address(address, by_hand).await.map_err(|error| failed(&error))?;
        }
        Ok(())
    }

    /// What a look has shown; answers why to open the tunnel again, if that is to be done.
    fn looked(&mut self, opening: &mut Opening, look: &Look) -> Option<Said> {
        let address = opening.address.as_deref().unwrap_or_default();
        let message = self.app.tunnel_looked(look, address);
        let now = self.app.clock().uptime();
        if look.ok() {
            (opening.failures, opening.alarmed, opening.was_up) = (0, false, true);
            opening.due = now + EVERY;
            self.tries = 0;
            self.app.tunnel_is(TunnelState::Up, None);
            return None;
        }
        opening.failures += 1;
        opening.due = now + if opening.failures < 3 { AGAIN } else { STILL };
        self.app.tunnel_is(TunnelState::Unreachable, Some(message.clone()));
        (look.mendable() && self.may_reopen(opening, now)).then_some(message)
    }

    /// Whether the tunnel is to be opened again after so many looks that failed.
    fn may_reopen(&self, opening: &Opening, now: Duration) -> bool {
        if self.running.is_none() {
            return false;
        }
        // A new start would cost such a tunnel its address: its program mends much by itself.
        let patient = self.config.for_trying_out();
        if patient && (self.watchdog.offline() || !opening.was_up) {
            return false;
        }
        // A proxy or name that is not there yet is no fault of what runs.
        if !opening.was_up && now < opening.began + PATIENCE {
            return false;
        }
        let enough = match (patient, opening.alarmed) {
            (true, _) => 3,
            (false, true) => 1,
            (false, false) => 2,
        };
        opening.failures >= enough
    }

    fn no_address(&self, opening: &Opening) -> Said {
        let name = Program::of(self.config.kind()).map_or("bore", Program::name);
        let seconds = PATIENCE.as_secs().to_string();
        opening.complaint.clone().unwrap_or_else(|| {
            let with = [("program", name.to_owned()), ("seconds", seconds)];
            Said::new(Key::TunnelNoAddress, with)
        })
    }
}

/// Why a program has ended: what it complained of, else its last words, else its status.
fn ended(name: &str, status: Option<i32>, opening: &Opening) -> Said {
    if let Some(why) = &opening.complaint {
        return why.clone();
    }
    let words = opening.last_line.clone();
    let why = match status {
        Some(code) => words.unwrap_or_else(|| format!("status {code}")),
        None => "the connection is gone".into(),
    };
    Said::new(Key::TunnelEnded, [("program", name.to_owned()), ("why", why)])
}

fn look(app: &App, address: String) -> Looking<'_> {
    Box::pin(async move { app.look_at(&address).await })
}

async fn output(running: &mut Option<Running>) -> Output {
    match running {
        Some(running) => running.next().await,
        None => std::future::pending().await,
    }
}

async fn finished(looking: &mut Option<Looking<'_>>) -> Look {
    match looking {
        Some(looking) => looking.await,
        None => std::future::pending().await,
    }
}
