//! Starting a program, hearing what it says, and ending it.

use super::{allow, guard, programs};
use crate::{
    said::{Key, Said},
    secret::Secret,
};
use async_trait::async_trait;
use futures::StreamExt as _;
use std::{
    any::Any,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};
use tokio::{
    io::AsyncRead,
    process::{Child, Command},
    sync::mpsc,
};
use tokio_util::codec::{AnyDelimiterCodec, FramedRead};

/// How many lines may wait to be read before the program waits itself.
const WAITING: usize = 256;
/// The longest line that is read; the rest of a longer one is another.
const LINE: usize = 8 * 1024;
/// How long a program may take to end, beyond what the guard gives it.
const PATIENCE: Duration = Duration::from_secs(5);

/// A program that may be started, with its arguments and what is added to its environment. It
/// can't be made of anything that is not on the list ([`allow`]).
#[derive(Debug, Clone)]
pub struct Order {
    program: PathBuf,
    args: Vec<String>,
    environment: Vec<(&'static str, Secret)>,
}

impl Order {
    /// An order for what is on the list.
    pub fn new(
        program: PathBuf,
        args: Vec<String>,
        environment: Vec<(&'static str, Secret)>,
    ) -> Result<Self, Said> {
        let names = environment.iter().map(|(name, _)| *name);
        match allow::permit(&program, &args, names) {
            Ok(()) => Ok(Self { program, args, environment }),
            Err(why) => {
                let with = [("program", program.display().to_string()), ("why", why)];
                Err(Said::new(Key::TunnelNotAllowed, with))
            }
        }
    }

    /// The program's name, without folder and ending.
    pub fn name(&self) -> String {
        self.program.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The arguments that make our own program its guard.
    pub fn guard_arguments(&self) -> Vec<OsString> {
        guard::arguments(&self.program, &self.args)
    }

    /// What is added to the environment: each name with its secret.
    pub fn environment(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.environment.iter().map(|(name, secret)| (*name, secret.reveal()))
    }
}

/// What a started program does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// It has started as this process.
    Started(u32),
    /// It has said something.
    Line(String),
    /// It has ended, with this status.
    Ended(Option<i32>),
}

impl Output {
    /// A line of the guard's or of the program's own.
    pub fn line(bytes: &[u8]) -> Self {
        let line = String::from_utf8_lossy(bytes).trim_end().to_owned();
        match guard::announced(&line) {
            Some(id) => Self::Started(id),
            None => Self::Line(line),
        }
    }
}

/// A started program. Dropped, it is ended.
pub struct Running {
    output: mpsc::Receiver<Output>,
    held: Option<Box<dyn Any + Send + Sync>>,
}

impl Running {
    /// What comes through this channel, until what is held is dropped.
    pub fn new(output: mpsc::Receiver<Output>, held: impl Any + Send + Sync) -> Self {
        Self { output, held: Some(Box::new(held)) }
    }

    /// What it does next. The end is said again and again.
    pub async fn next(&mut self) -> Output {
        self.output.recv().await.unwrap_or(Output::Ended(None))
    }

    /// End it, and wait until it has.
    pub async fn stop(mut self) {
        self.held = None;
        let ended = async { while !matches!(self.next().await, Output::Ended(_)) {} };
        if tokio::time::timeout(PATIENCE, ended).await.is_err() {
            tracing::warn!("a tunnel's program takes long to end");
        }
    }
}

/// Starts programs.
#[async_trait]
pub trait Launcher: Send + Sync {
    /// Start a program under its guard.
    async fn launch(&self, order: &Order) -> io::Result<Running>;

    /// The folders that programs are looked for in.
    fn folders(&self) -> Vec<PathBuf> {
        programs::folders(std::env::var_os("PATH").as_deref())
    }
}

/// Starts programs by itself, for hosts without a shell plugin.
#[derive(Debug, Clone)]
pub struct Guarded {
    /// The program that is the guard when it is given the hidden argument.
    guard: PathBuf,
    /// The folders that programs are looked for in.
    folders: Vec<PathBuf>,
}

impl Guarded {
    /// With this program as guard.
    pub fn new(guard: &Path, folders: Vec<PathBuf>) -> Self {
        Self { guard: guard.to_owned(), folders }
    }
}

#[async_trait]
impl Launcher for Guarded {
    async fn launch(&self, order: &Order) -> io::Result<Running> {
        let mut command = Command::new(&self.guard);
        command
            .args(order.guard_arguments())
            .envs(order.environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let (sender, output) = mpsc::channel(WAITING);
        // Closed, it tells the guard to end the program.
        let held = child.stdin.take();
        tokio::spawn(hear(child, sender));
        Ok(Running::new(output, held))
    }

    fn folders(&self) -> Vec<PathBuf> {
        self.folders.clone()
    }
}

/// Pass on what a program says, and that it has ended.
async fn hear(mut child: Child, sender: mpsc::Sender<Output>) {
    let (out, err) = (child.stdout.take(), child.stderr.take());
    tokio::join!(lines(out, &sender), lines(err, &sender));
    let status = child.wait().await.ok().and_then(|status| status.code());
    // Nobody listening any more is no fault.
    drop(sender.send(Output::Ended(status)).await);
}

async fn lines(stream: Option<impl AsyncRead + Unpin>, sender: &mpsc::Sender<Output>) {
    let Some(stream) = stream else { return };
    let ends = AnyDelimiterCodec::new_with_max_length(b"\r\n".to_vec(), b"\n".to_vec(), LINE);
    let mut lines = FramedRead::new(stream, ends);
    while let Some(line) = lines.next().await {
        match line {
            // Read on when nobody listens: a full pipe would stop the program.
            Ok(line) if !line.is_empty() => drop(sender.send(Output::line(&line)).await),
            Ok(_) => {}
            Err(error) => tracing::debug!(%error, "a line of a tunnel's program is left out"),
        }
    }
}
