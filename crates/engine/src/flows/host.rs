//! Working on a data folder: one program does, the others wait for it and look on.

use super::{Ran, arrivals, deliver, ingest, live, sweep, tunnel};
use crate::{
    App,
    lock::FolderLock,
    receiver::{self, Limits, Reception},
    said::{Key, Said},
    types::{HostState, Topic},
};
use anyhow::Context as _;
use futures::FutureExt as _;
use jiff::{SignedDuration, Timestamp};
use std::{future::Future, net::Ipv4Addr, panic::AssertUnwindSafe, sync::Arc, time::Duration};
use tokio::net::TcpListener;

/// How often a program without the folder looks whether it is free, and whether rows have changed.
const LOOK: Duration = Duration::from_millis(500);
/// How long to leave a taken port alone.
const PORT_AGAIN: Duration = Duration::from_secs(2);
/// How long to leave a failing database alone.
const PAUSE: SignedDuration = SignedDuration::from_secs(2);
/// How many conversations are fetched side by side.
const FETCHERS: usize = 3;

/// Take the folder if it is free, and go on looking at it otherwise.
pub async fn start(app: &App) -> anyhow::Result<()> {
    match take(app)? {
        Some(lock) => activate(app, lock).await,
        None => spawn(app, wait_for_folder(app.clone())),
    }
    spawn(app, watch(app.clone()));
    Ok(())
}

fn spawn(app: &App, task: impl Future<Output = ()> + Send + 'static) {
    let stopping = app.stopping().clone();
    tokio::spawn(async move { stopping.run_until_cancelled(task).await });
}

/// Do all that is due, if the folder is free or ours.
pub async fn drain(app: &App) -> anyhow::Result<()> {
    let Some(_lock) = borrow(app).await? else { return Ok(()) };
    loop {
        let swept = sweep::run_one(app).await?;
        let followed = live::run_one(app).await?;
        let ingested = ingest::run_some(app).await?;
        let delivered = deliver::run_one(app, None).await?;
        if [swept, followed, ingested, delivered] == [Ran::Idle; 4] {
            return Ok(());
        }
    }
}

/// Send these leads here and now, if the folder is free. Answers whether it was.
pub async fn send_now(app: &App, leads: &[String]) -> anyhow::Result<bool> {
    let Some(_lock) = borrow(app).await? else { return Ok(false) };
    for lead in leads {
        deliver::run_one(app, Some(lead)).await?;
    }
    Ok(true)
}

/// Handle the events that are due here and now, if the folder is free. Answers whether it was.
pub async fn fetch_now(app: &App) -> anyhow::Result<bool> {
    let Some(_lock) = borrow(app).await? else { return Ok(false) };
    while ingest::run_some(app).await? == Ran::Some {}
    Ok(true)
}

/// The folder for a moment: `None` when another program has it.
async fn borrow(app: &App) -> anyhow::Result<Option<Borrowed>> {
    if app.host() == HostState::Active {
        return Ok(Some(Borrowed(None)));
    }
    let Some(lock) = take(app)? else { return Ok(None) };
    prepare(app).await?;
    Ok(Some(Borrowed(Some(lock))))
}

/// The lock, unless it was ours already; given back when dropped.
struct Borrowed(#[expect(dead_code, reason = "held for its drop")] Option<FolderLock>);

/// What whoever takes the folder does first.
async fn prepare(app: &App) -> anyhow::Result<()> {
    app.reload().await?;
    app.store().release_leases(app.clock().now()).await?;
    app.begin_sweeps().await?;
    app.store().hurry_sweeps(app.clock().now()).await?;
    // A key that was refused may have been mended since: one try finds out.
    app.resume().await?;
    Ok(())
}

fn take(app: &App) -> anyhow::Result<Option<FolderLock>> {
    let lock = FolderLock::take(app.data_dir(), app.holder()).context("take the folder's lock")?;
    if lock.is_none() {
        app.set_host(HostState::Standby { holder: FolderLock::holder(app.data_dir()) });
    }
    Ok(lock)
}

async fn wait_for_folder(app: App) {
    let mut said = false;
    loop {
        tokio::time::sleep(LOOK).await;
        match take(&app) {
            Ok(Some(lock)) => return activate(&app, lock).await,
            Ok(None) => said = false,
            // Once, not twice a second.
            Err(error) if !said => {
                tracing::error!("{error:#}");
                said = true;
            }
            Err(_) => {}
        }
    }
}

/// Listen, fetch and deliver until the program stops. The lock lives as long as this does.
async fn activate(app: &App, lock: FolderLock) {
    if let Err(error) = prepare(app).await {
        tracing::error!("leases of an earlier run could not be ended; they run out: {error:#}");
    }
    app.set_host(HostState::Active);
    let first = bind(app).await;
    let app = app.clone();
    tokio::spawn(async move {
        let _lock = lock;
        let stopping = app.stopping().clone();
        let fetch = || work(&app, ingest::run_some, App::ingest_woken, ingest::next_due);
        let fetchers = futures::future::join_all((0..FETCHERS).map(|_| fetch()));
        let deliverer =
            work(&app, |app| deliver::run_one(app, None), App::deliver_woken, next_delivery);
        let sweeper = work(&app, sweep::run_one, App::sweep_woken, sweep::next_due);
        let follower = work(&app, live::run_one, App::follow_woken, live::next_due);
        let incoming = futures::future::join3(fetchers, sweeper, follower);
        let tunnel = tunnel::run(&app);
        let all = futures::future::join4(listen(&app, first), incoming, deliverer, tunnel);
        stopping.run_until_cancelled(all).await;
    });
}

/// Run one piece after the other; when there is none, wait to be woken or for the next to be due.
async fn work<'a, R, W, D, Fr, Fw, Fd>(app: &'a App, run: R, woken: W, next: D)
where
    R: Fn(&'a App) -> Fr,
    W: Fn(&'a App) -> Fw,
    D: Fn(&'a App) -> Fd,
    Fr: Future<Output = anyhow::Result<Ran>>,
    Fw: Future<Output = ()>,
    Fd: Future<Output = sqlx::Result<Option<Timestamp>>>,
{
    loop {
        // Nothing from outside should bring a panic about; if it does, only its own lease waits.
        match AssertUnwindSafe(run(app)).catch_unwind().await {
            Ok(Ok(Ran::Some)) => continue,
            Ok(Ok(Ran::Idle)) => {}
            Ok(Err(error)) => {
                tracing::error!(error = format!("{error:#}"), "work failed; it is tried again");
                app.clock().sleep_until(app.clock().now() + PAUSE).await;
            }
            Err(_) => tracing::error!("work ended in a panic; it is tried again after its lease"),
        }
        let due = next(app).await.unwrap_or_else(|error| {
            tracing::error!(%error, "the queue can't be read");
            Some(app.clock().now() + PAUSE)
        });
        // Whatever is due in the past but was not taken is somebody else's: look again in a while.
        let soonest = app.clock().now() + SignedDuration::from_millis(250);
        tokio::select! {
            () = woken(app) => {}
            () = sleep(app, due.map(|due| due.max(soonest))) => {}
        }
    }
}

async fn sleep(app: &App, until: Option<Timestamp>) {
    match until {
        Some(until) => app.clock().sleep_until(until).await,
        None => std::future::pending().await,
    }
}

async fn next_delivery(app: &App) -> sqlx::Result<Option<Timestamp>> {
    let config = app.config();
    let paused = app.paused().await?.is_some();
    let by_hand = app.address_change().await?.is_some();
    match config.destination.as_ref().filter(|_| !paused) {
        Some(destination) => {
            let due = app.store().next_delivery_due(&destination.key(), by_hand).await?;
            Ok(due.map(|due| due.max(app.destination_rests_until())))
        }
        None => Ok(None),
    }
}

/// Take the port, or say why not.
async fn bind(app: &App) -> Option<TcpListener> {
    let port = app.port();
    let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    let mut listening = app.listening();
    match bound.and_then(|listener| Ok((listener.local_addr()?.port(), listener))) {
        Ok((port, listener)) => {
            (listening.port, listening.problem) = (Some(port), None);
            Some(listener)
        }
        Err(error) => {
            let port = ("port", port.to_string());
            let why = match error.kind() {
                std::io::ErrorKind::AddrInUse => Said::new(Key::PortInUse, [port]),
                _ => Said::new(Key::PortFailed, [port, ("why", error.to_string())]),
            };
            if listening.problem.as_ref() != Some(&why) {
                tracing::error!("webhooks can't be received: {why}");
            }
            (listening.port, listening.problem) = (None, Some(why));
            None
        }
    }
}

async fn listen(app: &App, mut bound: Option<TcpListener>) {
    let inbox = arrivals::inbox(app);
    loop {
        let Some(listener) = bound.take() else {
            tokio::time::sleep(PORT_AGAIN).await;
            bound = bind(app).await;
            if bound.is_some() {
                app.changed(Topic::Settings);
            }
            continue;
        };
        let reception = Reception { hooks: Arc::new(app.clone()), inbox: inbox.clone() };
        receiver::serve(listener, reception, Limits::default(), another_port(app.clone())).await;
        bound = bind(app).await;
        app.changed(Topic::Settings);
    }
}

/// Until the configuration names another port than the one in use.
async fn another_port(app: App) {
    let (port, mut changes) = (app.port(), app.changes());
    while app.port() == port {
        // Missed changes are changes too.
        drop(changes.recv().await);
    }
}

/// Hear of what other programs write to the folder: new settings, and work for us.
async fn watch(app: App) {
    let mut seen = None;
    loop {
        match app.store().version().await {
            Ok(version) if seen.replace(version).is_some_and(|before| before != version) => {
                if let Err(error) = app.reload().await {
                    tracing::error!(%error, "the configuration can't be read");
                }
                for topic in [Topic::Settings, Topic::Events, Topic::Conversations, Topic::Leads] {
                    app.changed(topic);
                }
                app.wake_ingest();
                app.wake_deliver();
            }
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "other programs' changes can't be watched"),
        }
        tokio::time::sleep(LOOK).await;
    }
}
