//! The guard: our own program with a hidden argument, between us and a tunnel's program.
//!
//! It starts the program and waits for one of two ends: the program's, or that of the pipe which
//! is its standard input. We hold the other end of that pipe and never write to it; the system
//! closes it when we end, however that comes about, and the guard then ends the program with
//! everything it has started. That works on every system and needs no signal to reach us.
//!
//! What is left is the end of the guard itself by force. On Linux the program is started through a
//! second step that asks the kernel to kill it with its parent, sees that the parent is still the
//! guard, and becomes the program. On other systems it is found at the next start ([`super::stale`]).

use super::allow;
use std::{
    ffi::OsString,
    io::{self, Write as _},
    path::Path,
    process::{ExitCode, ExitStatus, Stdio},
    time::Duration,
};
use tokio::{
    io::AsyncReadExt as _,
    process::{Child, Command},
};

/// The hidden argument, the first of all.
const ARGUMENT: &str = "__tunnel";
/// The two steps.
const KEEP: &str = "keep";
#[cfg(target_os = "linux")]
const BECOME: &str = "become";
/// What the guard says first, on a line of its own, before the program's process id.
const STARTED: &str = "leadbridge-tunnel-started ";
/// How long a program may take to end when asked to, before it is made to.
const GRACE: Duration = Duration::from_secs(2);
/// Secrets of ours that are none of the program's business.
const OURS: &str = "LEADBRIDGE_";

/// The arguments that make our program the guard of another.
pub fn arguments(program: &Path, args: &[String]) -> Vec<OsString> {
    let mut all: Vec<OsString> = vec![ARGUMENT.into(), KEEP.into(), program.into()];
    all.extend(args.iter().map(OsString::from));
    all
}

/// The process id in a line of the guard's, if it is one.
pub fn announced(line: &str) -> Option<u32> {
    line.strip_prefix(STARTED)?.trim().parse().ok()
}

/// Be the guard, if that is what the arguments say. To be called before anything else.
pub fn run() -> Option<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    if args.next()? != ARGUMENT {
        return None;
    }
    let done = match args.next() {
        Some(step) if step == KEEP => permitted(args).and_then(|command| keep(&command)),
        #[cfg(target_os = "linux")]
        Some(step) if step == BECOME => become_program(args),
        _ => Err(io::Error::other("this is no argument for people")),
    };
    Some(match done {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("error: the tunnel's program can't be started: {error}");
            ExitCode::FAILURE
        }
    })
}

/// The program and its arguments, if they are on the list.
fn permitted(words: impl Iterator<Item = OsString>) -> io::Result<Vec<String>> {
    let odd = |_| io::Error::other("an argument is not UTF-8");
    let words: Vec<String> =
        words.map(OsString::into_string).collect::<Result<_, _>>().map_err(odd)?;
    let Some((program, args)) = words.split_first() else {
        return Err(io::Error::other("no program is named"));
    };
    // What was added to the environment can't be told from what was there before.
    allow::permit(Path::new(program), args, []).map_err(io::Error::other)?;
    Ok(words)
}

fn keep(command: &[String]) -> io::Result<u8> {
    // One thread: on Linux the program is killed when the thread ends that started it.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(async {
        let mut child = start(command)?;
        if let Some(id) = child.id() {
            // Nobody to tell it to means that the pipe is closed, which is seen below.
            drop(writeln!(io::stdout(), "{STARTED}{id}"));
        }
        let id = child.id();
        let code = tokio::select! {
            status = child.wait() => code(status?),
            () = let_go() => end(&mut child).await,
        };
        // What it had started and left behind.
        signal(id, Force::Kill);
        Ok(code)
    });
    // The thread that reads standard input can't be ended.
    runtime.shutdown_background();
    code
}

/// Until the program is to end: we are gone, or the guard was asked to.
async fn let_go() {
    let mut stdin = tokio::io::stdin();
    let closed = async {
        let mut buffer = [0; 64];
        while matches!(stdin.read(&mut buffer).await, Ok(1..)) {}
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let asked = [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()];
        let asked = asked.map(|kind| async move {
            match signal(kind) {
                Ok(mut signal) => drop(signal.recv().await),
                Err(_) => std::future::pending().await,
            }
        });
        let asked = futures::future::select_all(asked.map(Box::pin));
        tokio::select! { () = closed => {}, _ = asked => {} }
    }
    #[cfg(not(unix))]
    closed.await;
}

fn start(command: &[String]) -> io::Result<Child> {
    let mut started = through(command)?;
    let ours = std::env::vars_os().map(|(name, _)| name);
    for name in ours.filter(|name| name.to_string_lossy().starts_with(OURS)) {
        started.env_remove(name);
    }
    started.stdin(Stdio::null());
    // A group of its own, so that what it starts can be ended with it.
    #[cfg(unix)]
    started.process_group(0);
    started.spawn()
}

/// The program, by way of the second step.
#[cfg(target_os = "linux")]
fn through(command: &[String]) -> io::Result<Command> {
    let mut through = Command::new(std::env::current_exe()?);
    through.arg(ARGUMENT).arg(BECOME).arg(std::process::id().to_string()).args(command);
    Ok(through)
}

#[cfg(not(target_os = "linux"))]
fn through(command: &[String]) -> io::Result<Command> {
    let (program, args) = command.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let mut started = Command::new(program);
    started.args(args);
    Ok(started)
}

/// The second step: die with the guard, and become the program.
#[cfg(target_os = "linux")]
fn become_program(mut args: impl Iterator<Item = OsString>) -> io::Result<u8> {
    use rustix::process::{Signal, getppid, set_parent_process_death_signal};
    use std::os::unix::process::CommandExt as _;
    let guard = args.next().and_then(|id| id.into_string().ok()?.parse::<i32>().ok());
    let command = permitted(args)?;
    set_parent_process_death_signal(Some(Signal::KILL))?;
    // A guard that ended before we asked sends nothing any more.
    if guard.is_none() || getppid().map(|id| id.as_raw_nonzero().get()) != guard {
        return Err(io::Error::other("the guard is gone"));
    }
    let (program, args) = command.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    Err(std::process::Command::new(program).args(args).exec())
}

/// Ask it to end, and make it if it doesn't.
async fn end(child: &mut Child) -> u8 {
    signal(child.id(), Force::Ask);
    if let Ok(status) = tokio::time::timeout(GRACE, child.wait()).await {
        return status.map_or(1, code);
    }
    signal(child.id(), Force::Kill);
    drop(child.kill().await);
    1
}

enum Force {
    Ask,
    Kill,
}

/// Send a signal to the program and all that it has started.
#[cfg(unix)]
fn signal(id: Option<u32>, force: Force) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let signal = match force {
        Force::Ask => Signal::TERM,
        Force::Kill => Signal::KILL,
    };
    let group = id.and_then(|id| Pid::from_raw(i32::try_from(id).ok()?));
    if let Some(group) = group {
        // Nobody left to hear it is what is wanted.
        kill_process_group(group, signal).ok();
    }
}

/// Where there are no signals, `Child::kill` is what there is.
#[cfg(not(unix))]
fn signal(_: Option<u32>, force: Force) {
    match force {
        Force::Ask | Force::Kill => {}
    }
}

/// A status as ours: its code, or as shells say it that a signal ended it.
fn code(status: ExitStatus) -> u8 {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return u8::try_from(128 + signal).unwrap_or(u8::MAX);
    }
    status.code().map_or(1, |code| u8::try_from(code).unwrap_or(1))
}
