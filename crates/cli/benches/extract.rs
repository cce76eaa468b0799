//! What `leadbridge extract` costs on large files beside only parsing them, what memory it takes,
//! and whether that is what we aim at. Nothing fails: figures depend on the machine and on what
//! else it does. The ratio of the two times does so less, that of the processor's times hardly;
//! where they differ, something else was running.
//!
//! `LEADBRIDGE_BENCH_MB` and `LEADBRIDGE_BENCH_MEMORY_MB` set the lengths of the two files, which
//! are made in the folder for temporary files and deleted afterwards.

use leadbridge_domain::conversation::Conversation;
use leadbridge_simulator::seed;
use serde_json::Value;
use std::{
    array, env,
    fs::{self, File},
    hint::black_box,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    ops::Sub,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

/// Extracting may take so many times as long as only parsing.
const MOST_RATIO: f64 = 2.0;

/// The memory it may take, in MB, whatever the file's length.
const MOST_MEMORY: f64 = 64.0;

/// Of each the fastest counts: whatever else the machine does only adds.
const ROUNDS: usize = 7;

/// How many bytes of conversations are made; larger files repeat them.
const DISTINCT: usize = 32 << 20;

/// A long conversation, such as a file for machines may hold.
const LONG: usize = 1 << 20;

fn main() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let set = folder.path().join("questions.json");
    fs::write(&set, seed::QUESTIONS)?;
    println!("==> Making conversations in five languages");
    let conversations = conversations(DISTINCT);
    let file = folder.path().join("conversations.ndjson");
    time(&set, &file, &conversations)?;
    memory(&set, &file, &conversations)
}

/// Parse a file and extract it in turn.
fn time(set: &Path, file: &Path, conversations: &[u8]) -> io::Result<()> {
    let megabytes = megabytes("LEADBRIDGE_BENCH_MB", 200);
    println!(
        "==> Writing {megabytes} MB of them, then parsing and extracting in turn, {ROUNDS} times"
    );
    write(file, megabytes, conversations, &[])?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut fastest = [Cost::MOST; 2];
    for _ in 0..ROUNDS {
        let before = Spent::now();
        parse(file, threads)?;
        let between = Spent::now();
        extract(set, file)?;
        let after = Spent::now();
        let [parsed, extracted] = fastest;
        let (itself, others) = (&between - &before, &after - &between);
        fastest = [
            parsed.least(itself.took, itself.by_itself),
            extracted.least(others.took, others.by_others),
        ];
    }
    let length = fs::metadata(file)?.len();
    let [parsed, extracted] = &fastest;
    println!("    threads             {threads}");
    println!("    only parsed         {}", speed(parsed.took, length));
    println!("    leadbridge extract  {}", speed(extracted.took, length));
    let ratio = extracted.took.as_secs_f64() / parsed.took.as_secs_f64();
    println!("    ratio               {ratio:.2}: {}", verdict(ratio, MOST_RATIO));
    if !parsed.processor.is_zero() {
        let [parsed, extracted] = fastest.map(|cost| cost.processor.as_secs_f64());
        let times = format!("{extracted:.2} s to {parsed:.2} s");
        let ratio = extracted / parsed;
        println!("    processor's time    {ratio:.2}: {}; {times}", verdict(ratio, MOST_RATIO));
    }
    Ok(())
}

/// Extract a long file with an eye on the memory it takes.
fn memory(set: &Path, file: &Path, conversations: &[u8]) -> io::Result<()> {
    let megabytes = megabytes("LEADBRIDGE_BENCH_MEMORY_MB", 2048);
    println!(
        "==> Writing {megabytes} MB, lines of 1 MB among them, then extracting with an eye on memory"
    );
    write(file, megabytes, conversations, &long(conversations)?)?;
    let before = Spent::now();
    let mut child = program(set, file).spawn()?;
    let process = PathBuf::from(format!("/proc/{}", child.id()));
    let mut most = None;
    let ended = loop {
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        most = peak(&process).or(most);
        thread::sleep(Duration::from_millis(5));
    };
    let spent = &Spent::now() - &before;
    if !ended.success() {
        return Err(io::Error::other("leadbridge extract failed"));
    }
    println!("    leadbridge extract  {}", speed(spent.took, fs::metadata(file)?.len()));
    let Some(most) = most else {
        println!("    memory and cores    not measured: this system has no /proc");
        return Ok(());
    };
    let megabytes = most as f64 / 1024.0;
    println!("    peak memory         {megabytes:.1} MB: {}", verdict(megabytes, MOST_MEMORY));
    let cores = spent.by_others.as_secs_f64() / spent.took.as_secs_f64();
    println!("    cores used          {cores:.2}");
    Ok(())
}

fn megabytes(variable: &str, default: usize) -> usize {
    env::var(variable).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn speed(took: Duration, bytes: u64) -> String {
    let seconds = took.as_secs_f64();
    format!("{seconds:.2} s, {:.0} MB/s", bytes as f64 / seconds / 1e6)
}

fn verdict(figure: f64, most: f64) -> String {
    let verdict = if figure <= most { "as aimed at" } else { "MISSES THE AIM" };
    format!("{verdict}, at most {most}")
}

/// Different conversations, one a line, of about this many bytes: short ones, all different, and
/// after each thousand those written by hand, which have all that happens in real ones.
fn conversations(bytes: usize) -> Vec<u8> {
    let mut lines = Vec::with_capacity(bytes + bytes / 8);
    for nth in 0.. {
        for made in seed::generated(1_000, nth).into_iter().chain(seed::conversations()) {
            lines.extend_from_slice(made.conversation.to_string().as_bytes());
            lines.push(b'\n');
        }
        if lines.len() >= bytes {
            break;
        }
    }
    lines
}

/// One conversation with the messages of many, on a line of 1 MB.
fn long(conversations: &[u8]) -> io::Result<Vec<u8>> {
    let mut lines = conversations.split(|byte| *byte == b'\n').map(serde_json::from_slice);
    let mut long: Value = lines.next().unwrap_or(Ok(Value::Null))?;
    let mut length = 0;
    let mut messages = Vec::new();
    for line in lines {
        let Value::Array(edges) = line?["messages"]["edges"].take() else { break };
        length += edges.iter().map(|edge| edge.to_string().len() + 1).sum::<usize>();
        messages.extend(edges);
        if length >= LONG {
            break;
        }
    }
    long["messages"]["edges"] = messages.into();
    Ok(format!("{long}\n").into_bytes())
}

/// A file of so many megabytes: the conversations over and over, each time with eight of the long.
fn write(path: &Path, megabytes: usize, conversations: &[u8], long: &[u8]) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut left = megabytes << 20;
    while left > 0 {
        let end = conversations.len().min(left);
        let end =
            conversations[..end].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        file.write_all(&conversations[..end])?;
        for _ in 0..8 {
            file.write_all(long)?;
        }
        left = left.saturating_sub(conversations.len() + 8 * long.len());
    }
    file.flush()
}

/// Only parse: every line of a file into a conversation, which is dropped.
fn parse(path: &Path, threads: usize) -> io::Result<()> {
    let file = Mutex::new(BufReader::with_capacity(1 << 16, File::open(path)?));
    thread::scope(|scope| {
        let parsing: Vec<_> = (0..threads).map(|_| scope.spawn(|| parse_some(&file))).collect();
        parsing.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|_| Err(io::Error::other("parsing stopped")))
        })
    })
}

/// One thread's part of it: some lines at a time, until there are none.
fn parse_some(file: &Mutex<BufReader<File>>) -> io::Result<()> {
    let mut lines = Vec::new();
    loop {
        lines.clear();
        {
            let mut file = file.lock().map_err(|_| io::Error::other("parsing stopped"))?;
            file.by_ref().take(1 << 18).read_to_end(&mut lines)?;
            file.read_until(b'\n', &mut lines)?;
        }
        if lines.is_empty() {
            return Ok(());
        }
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let line = std::str::from_utf8(line).map_err(io::Error::other)?;
            black_box(Conversation::from_json(line).map_err(io::Error::other)?);
        }
    }
}

/// The real program on a file, what it prints thrown away.
fn program(set: &Path, file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leadbridge"));
    command.args(["extract".as_ref(), "--questions".as_ref(), set, file]).stdout(Stdio::null());
    command
}

fn extract(set: &Path, file: &Path) -> io::Result<()> {
    match program(set, file).status()?.success() {
        true => Ok(()),
        false => Err(io::Error::other("leadbridge extract failed")),
    }
}

/// What one way took.
#[derive(Clone, Copy)]
struct Cost {
    took: Duration,
    /// Over all cores; zero where the system doesn't tell.
    processor: Duration,
}

impl Cost {
    const MOST: Self = Self { took: Duration::MAX, processor: Duration::MAX };

    fn least(self, took: Duration, processor: Duration) -> Self {
        Self { took: self.took.min(took), processor: self.processor.min(processor) }
    }
}

/// A moment, and the processor's time that was taken until then: by this process, and by the
/// programs that it started and that have ended.
struct Spent {
    at: Instant,
    by_itself: Duration,
    by_others: Duration,
}

/// What was spent between two moments.
struct Between {
    took: Duration,
    by_itself: Duration,
    by_others: Duration,
}

impl Spent {
    fn now() -> Self {
        let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
        // After the program's name in brackets: its state, ten fields, then the four times.
        let fields = stat.rsplit_once(") ").map_or("", |(_, fields)| fields).split(' ').skip(11);
        let mut ticks = fields.map(|ticks| ticks.parse().unwrap_or_default());
        // Linux counts in hundredths of a second here, whatever its own clock.
        let mut sum = || {
            let both: [u64; 2] = array::from_fn(|_| ticks.next().unwrap_or_default());
            Duration::from_millis(10 * both.iter().sum::<u64>())
        };
        Self { at: Instant::now(), by_itself: sum(), by_others: sum() }
    }
}

impl Sub for &Spent {
    type Output = Between;

    fn sub(self, before: Self) -> Between {
        Between {
            took: self.at - before.at,
            by_itself: self.by_itself - before.by_itself,
            by_others: self.by_others - before.by_others,
        }
    }
}

/// The most kilobytes that a process held.
fn peak(process: &Path) -> Option<u64> {
    let status = fs::read_to_string(process.join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
