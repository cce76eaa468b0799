//! `leadbridge extract` of what no single go reads: in order, in bounded memory, on any output.

use super::{Files, SET, conversation, peak_kilobytes, reading};
use crate::harness::{PATIENCE, program, run};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Conversations of different kinds and lengths, and what the program prints of each alone.
fn kinds(files: &Files, set: &str, format: &str) -> Vec<(String, String)> {
    let kind = |nth: usize| {
        let mut kind = conversation(&format!("c{nth}"));
        let said = format!("Zoë {nth} 😀 {}", "é ".repeat(nth * nth * 40));
        kind["messages"]["edges"][1]["node"]["text"] = said.into();
        let file = files.file(&format!("{nth}.json"), &kind.to_string());
        let alone = ["extract", "--questions", set, "--format", format, &file];
        (kind.to_string(), run(&mut program(&alone)).succeeds().out)
    };
    (0..7).map(kind).collect()
}

/// A file of many batches, what of it is printed, and the lines that are bad.
fn many(kinds: &[(String, String)]) -> (String, String, Vec<usize>) {
    let (mut text, mut expected, mut bad) = (String::new(), String::new(), Vec::new());
    for line in 1.. {
        let (json, printed) = &kinds[line * line / 5 % kinds.len()];
        match line {
            _ if text.len() > 3_000_000 => {
                // The last ends with the file.
                text.push_str("{\"id\": ");
                bad.push(line);
                break;
            }
            _ if line % 90 == 0 => text.push_str([" \t", "", "\r"][line / 90 % 3]),
            500..503 | 1111 => {
                // Before anything that isn't ASCII.
                text.push_str(&json[..100]);
                bad.push(line);
            }
            _ => {
                text.push_str(json);
                expected.push_str(printed);
            }
        }
        text.push_str(["\n", "\r\n"][line / 3 % 2]);
    }
    (text, expected, bad)
}

#[test]
fn a_large_file_is_its_lines_one_after_another() {
    for format in ["json", "table"] {
        let files = Files::new();
        let set = files.file("set.json", SET);
        let kinds = kinds(&files, &set, format);
        let (text, expected, bad) = many(&kinds);
        let many = files.file("many.ndjson", &text);
        let (json, printed) = &kinds[3];
        let one = files.file("one.json", json);
        let args = ["extract", "--questions", &set, "--format", format];
        let answer = run(program(&args).args([&many, "missing.json", &one, &many]));
        let expected = format!("{expected}{printed}{expected}");
        // Not compared by `assert_eq`, which would print all of it.
        assert_eq!(answer.out.len(), expected.len(), "{format}");
        assert!(answer.out == expected, "{format}: as long, and yet different");
        let faults = bad.iter().map(|line| format!("leadbridge: {many}:{line}: "));
        let missing = ["leadbridge: missing.json: ".into()];
        let said: Vec<String> = faults.clone().chain(missing).chain(faults).collect();
        assert_eq!(answer.err.lines().count(), said.len(), "{}", answer.err);
        for (line, says) in answer.err.lines().zip(said) {
            assert!(line.starts_with(&says), "{line:?} doesn't start with {says:?}");
        }
        assert_eq!(answer.status, 2);
    }
}

/// Threads are started for what is more than a few conversations, and each is printed while the
/// input goes on.
#[cfg(target_os = "linux")]
#[test]
fn only_a_large_input_is_worth_threads() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let mut child = reading(&set).spawn().expect("the program starts");
    let (mut stdin, stdout) = (child.stdin.take().expect("piped"), child.stdout.take());
    let mut printed = BufReader::new(stdout.expect("piped")).lines();
    let mut long = conversation("c1");
    // Few enough that what is printed of them waits in a pipe until all are written.
    long["history"] = "-".repeat(20_000).into();
    let line = format!("{long}\n");
    let status = format!("/proc/{}/status", child.id());
    for (lines, alone) in [(1, true), (20, false)] {
        stdin.write_all(line.repeat(lines).as_bytes()).expect("written");
        assert_eq!(printed.by_ref().take(lines).filter(Result::is_ok).count(), lines);
        let status = fs::read_to_string(&status).expect("the process's status");
        assert_eq!(status.contains("\nThreads:\t1\n"), alone, "{lines} more lines: {status}");
    }
    drop(stdin);
    assert!(child.wait().expect("it ended").success());
}

/// Whoever reads what is printed sets the pace: nothing piles up while they don't.
#[cfg(target_os = "linux")]
#[test]
fn a_blocked_output_blocks_the_input() {
    const BYTES: usize = 60 * 1024 * 1024;
    let files = Files::new();
    let set = files.file("set.json", SET);
    let mut long = conversation("c1");
    // Read past quickly: this is about bytes, not about readings.
    long["history"] = "-".repeat(60_000).into();
    let line = format!("{long}\n");
    let lines = BYTES / line.len();
    let mut child = reading(&set).stderr(Stdio::null()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let taken = Arc::<AtomicUsize>::default();
    let counted = taken.clone();
    let writer = thread::spawn(move || {
        for _ in 0..lines {
            stdin.write_all(line.as_bytes()).expect("written");
            counted.fetch_add(line.len(), Ordering::Relaxed);
        }
    });
    let taken = settled(&taken);
    let most = peak_kilobytes(Path::new(&format!("/proc/{}/status", child.id())));
    assert!(taken < BYTES / 2, "it took {taken} bytes, and nobody read what it gave");
    assert!(most < 40 * 1024, "{most} kB");
    let printed = BufReader::new(child.stdout.take().expect("piped")).lines().count();
    writer.join().expect("no panic");
    assert_eq!(printed, lines, "and then all of it comes");
    assert!(child.wait().expect("it ended").success());
}

/// A count once it stands still.
fn settled(count: &AtomicUsize) -> usize {
    let began = Instant::now();
    let (mut before, mut still) = (0, 0);
    while still < 20 {
        assert!(began.elapsed() < PATIENCE, "it never stands still");
        thread::sleep(Duration::from_millis(20));
        let now = count.load(Ordering::Relaxed);
        still = if now == before && now > 0 { still + 1 } else { 0 };
        before = now;
    }
    before
}

#[test]
fn a_reader_that_has_had_enough_ends_it_quietly() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let many = files.file("many.ndjson", &format!("{}\n", conversation("c1")).repeat(4_000));
    let mut command = program(&["extract", "--questions", &set, &many, "-"]);
    let mut child = piped(&mut command).spawn().expect("the program starts");
    // Standard input stays open: the end is not waited for there.
    let _stdin = child.stdin.take();
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut first).expect("a line");
    assert!(first.contains("c1"), "{first}");
    assert!(child.wait().expect("it ended").success());
    let mut said = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut said).expect("UTF-8");
    assert_eq!(said, "");
}

fn piped(command: &mut Command) -> &mut Command {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped())
}

/// A line beyond all measure costs itself alone, wherever it stands.
#[cfg(target_os = "linux")]
#[test]
fn a_line_too_long_is_refused_in_bounded_memory() {
    const LONG: usize = 150;
    let files = Files::new();
    let set = files.file("set.json", SET);
    let line = format!("{}\n", conversation("c1"));
    let megabyte = " ".repeat(1024 * 1024);
    let mut child = reading(&set).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let status = format!("/proc/{}/status", child.id());
    let writer = thread::spawn(move || {
        let mut write = |text: &str| stdin.write_all(text.as_bytes()).expect("written");
        let long = |write: &mut dyn FnMut(&str)| (0..LONG).for_each(|_| write(&megabyte));
        write(&line);
        long(&mut write);
        write("\n");
        write(&line);
        long(&mut write);
        peak_kilobytes(Path::new(&status))
    });
    let mut stdout = child.stdout.take().expect("piped");
    let printed = thread::spawn(move || {
        let mut out = String::new();
        stdout.read_to_string(&mut out).map(|_| out.lines().count())
    });
    let mut said = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut said).expect("UTF-8");
    let says = "a conversation of more than 64 MB is not read";
    let expected = [2, 4].map(|line| format!("leadbridge: standard input:{line}: {says}\n"));
    assert_eq!(said, expected.concat());
    assert_eq!(printed.join().expect("no panic").expect("UTF-8"), 2);
    let most = writer.join().expect("no panic");
    assert!(most < 100 * 1024, "{most} kB");
    assert_eq!(child.wait().expect("it ended").code(), Some(2));
}
