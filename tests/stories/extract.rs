//! `leadbridge extract`, as scripts call it.

mod large;

use crate::harness::{Answer, program, run};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const SET: &str = r#"{"name": "Mortgage lead", "language": "fr", "region": "FR", "questions": [
  {"number": 2, "field": "project", "text": "Quel est votre projet ?", "answer": {"type": "choice", "options": [
    {"value": "purchase", "labels": ["achat", "acheter"]}, {"value": "rent", "labels": ["location", "louer"]}]}},
  {"number": 1, "field": "name", "text": "Votre nom ?", "answer": {"type": "text"}},
  {"number": 3, "field": "mail", "text": "Votre e-mail ?", "answer": {"type": "email"}}]}"#;

fn conversation(id: &str) -> Value {
    let message = |id: &str, author: &str, text: &str| {
        json!({ "node": { "__typename": "ParticipantConversationMessage", "id": id,
            "createdAt": format!("2026-03-02T09:00:{id:0>2}Z"), "author": { "__typename": author },
            "text": text, "attachments": [] } })
    };
    json!({ "id": id, "visitor": { "email": "Marc@Example.com" }, "messages": { "edges": [
        message("1", "Bot", "[](Q1) Votre nom ?"), message("2", "Visitor", "Marc Dupont 😀"),
        message("3", "Bot", "[](Q2) Quel est votre projet ?"), message("4", "Visitor", "plutôt Acheter !"),
    ] } })
}

struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path: PathBuf = self.0.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.display().to_string()
    }
}

#[test]
fn prints_what_the_contract_says() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let bare = files.file("bare.json", &format!("{:#}", conversation("c1")));
    let whole = json!({ "data": { "conversation": conversation("c1") } });
    let whole = files.file("whole.json", &whole.to_string());
    let expected = json!({
        "conversation_id": "c1", "question_set": "Mortgage lead",
        "email": { "value": "marc@example.com", "source": "visitor" },
        "answers": [
            { "number": 1, "field": "name", "status": "answered", "value": "Marc Dupont 😀", "raw": "Marc Dupont 😀",
              "evidence": [{ "message_id": "2", "start": 0, "end": 13 }], "candidates": [], "notes": [] },
            { "number": 2, "field": "project", "status": "answered", "value": "purchase", "raw": "plutôt Acheter !",
              "evidence": [{ "message_id": "4", "start": 7, "end": 14 }], "candidates": [], "notes": [] },
            { "number": 3, "field": "mail", "status": "not_asked", "value": null, "raw": "",
              "evidence": [], "candidates": [], "notes": [] },
        ],
    });
    for file in [&bare, &whole] {
        let answer = run(&mut program(&["extract", "--questions", &set, file])).succeeds();
        assert_eq!(answer.out.lines().count(), 1);
        let keys: Vec<_> = ["\"conversation_id\"", "\"question_set\"", "\"email\"", "\"answers\""]
            .map(|key| answer.out.find(key).expect(key))
            .into();
        assert!(keys.is_sorted(), "in the order given: {}", answer.out);
        let mut got = answer.json();
        for row in got["answers"].as_array_mut().expect("answers") {
            let confidence = row.as_object_mut().expect("an answer").remove("confidence");
            let confidence = confidence.and_then(|c| c.as_f64()).expect("a confidence");
            assert!((0.0..=1.0).contains(&confidence));
        }
        assert_eq!(got, expected);
    }
    let args = ["extract", "--questions", &set, "--format", "table", &bare];
    let table = run(&mut program(&args)).succeeds().out;
    assert!(table.contains("purchase") && table.contains("not asked"), "{table}");
}

#[test]
fn names_what_it_cannot_read_and_prints_the_others() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let lines = [
        conversation("c1").to_string(),
        "not json".into(),
        String::new(),
        r#"{"id": "c2"}"#.into(),
        r#"{"id": "c3", "messages": {"edges": [{"node": {"text": 7}}]}}"#.into(),
        r#"{"data": {"conversation": null}}"#.into(),
        conversation("c4").to_string(),
    ];
    let many = files.file("many.ndjson", &lines.join("\n"));
    let answer = run(&mut program(&["extract", "--questions", &set, &many, "missing.json"]));
    let ids: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["conversation_id"].clone())
        .collect();
    assert_eq!(ids, ["c1", "c4"]);
    for says in [
        "many.ndjson:2: ",
        "many.ndjson:4: ",
        "many.ndjson:5: ",
        "many.ndjson:6: ",
        "missing.json: ",
    ] {
        assert!(answer.err.contains(says), "{:?} doesn't say {says}", answer.err);
    }
    assert_eq!(answer.err.lines().count(), 5, "one line for each fault: {}", answer.err);
    assert_eq!(answer.status, 2);
    let bad = files.file("bad.json", r#"{"name": "n", "questions": [{"number": 1, "field": "f", "text": "t", "answer": {"type": "x"}}]}"#);
    run(&mut program(&["extract", "--questions", &bad, &many]))
        .fails(2, "bad.json: questions[0].answer.type");
}

#[test]
fn takes_standard_input_in_either_form() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let (one, pretty) = (conversation("c1").to_string(), format!("{:#}", conversation("c1")));
    let blank = format!("\n  \n\n{pretty}\n\n");
    for (text, expected) in [
        (format!("{one}\n{one}\n"), 2),
        (format!("\n{one}\n\n{one}"), 2),
        (one, 1),
        (pretty, 1),
        (blank, 1),
    ] {
        let answer = with_input(&set, &text);
        assert_eq!((answer.status, answer.out.lines().count()), (0, expected), "{}", answer.err);
    }
}

#[test]
fn a_bad_first_line_costs_only_itself() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let one = conversation("c1").to_string();
    // The last is cut off in a string, as a writer that was killed leaves it.
    for bad in ["not json", "{} {}", "]", r#"{"id": 7}"#, &one[..26]] {
        let answer = with_input(&set, &format!("\n{bad}\n{one}\n{one}\n"));
        assert_eq!((answer.status, answer.out.lines().count()), (2, 2), "{bad}: {}", answer.err);
        let says = "leadbridge: standard input:2: ";
        assert!(answer.err.starts_with(says), "{bad}: {:?}", answer.err);
        assert_eq!(answer.err.lines().count(), 1, "{bad}: {}", answer.err);
    }
    // A beginning that nothing ends is one fault of the whole.
    let answer = with_input(&set, "{\n\"id\": \"c1\",\n").fails(2, "leadbridge: standard input: ");
    assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
}

#[test]
fn json_is_a_word_for_its_format() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let file = files.file("one.json", &conversation("c1").to_string());
    let answer = |more: &[&str]| {
        run(&mut program(&[["extract", "--questions", &set, &file].as_slice(), more].concat()))
    };
    let expected = answer(&[]).succeeds().out;
    assert_eq!(answer(&["--json"]).succeeds().out, expected);
    assert_eq!(answer(&["--json", "--format", "json"]).succeeds().out, expected);
    answer(&["--json", "--format", "table"]).fails(2, "contradict");
}

/// A fault is said when it is found, while the input goes on, and a terminal can't be hurt by it.
#[test]
fn faults_are_said_at_once() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let mut child = reading(&set).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let hostile = json!({ "id": "c1", "messages": "\u{1b}[31m\r\n\u{7}" });
    writeln!(stdin, "{hostile}").expect("written");
    let mut line = String::new();
    let mut stderr = BufReader::new(child.stderr.take().expect("piped"));
    stderr.read_line(&mut line).expect("a fault");
    assert!(line.starts_with("leadbridge: standard input:1: "), "{line:?}");
    assert!(line.trim_end_matches('\n').chars().all(|c| !c.is_control()), "{line:?}");
    drop(stdin);
    assert_eq!(child.wait().expect("it ended").code(), Some(2));
    assert_eq!(stderr.lines().count(), 0, "one line a fault");
}

#[test]
fn hostile_text_is_read_as_text() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    for said in [
        "<script>alert(1)</script>",
        "\u{0}\u{1}\u{7f}\u{202e}",
        "[](Q1) moi",
        "' OR 1=1 --",
        "\u{1b}[31m",
    ] {
        let mut hostile = conversation("c1");
        hostile["messages"]["edges"][1]["node"]["text"] = json!(said);
        let file = files.file("hostile.json", &hostile.to_string());
        let answer = run(&mut program(&["extract", "--questions", &set, &file])).succeeds();
        assert_eq!(answer.json()["answers"][0]["value"], json!(said.trim()), "{said:?}");
        // What a terminal is shown holds no control characters.
        let args = ["extract", "--questions", &set, "--format", "table", &file];
        let table = run(&mut program(&args)).succeeds().out;
        assert!(table.chars().all(|c| c == '\n' || !c.is_control()), "{table:?}");
    }
}

/// 60 MB of conversations through a pipe: the program never holds more than a few of them.
#[cfg(target_os = "linux")]
#[test]
fn streams_any_length_in_bounded_memory() {
    let files = Files::new();
    let set = files.file("set.json", SET);
    let line = format!("{}\n", conversation("c1"));
    let lines = 60 * 1024 * 1024 / line.len();
    let mut child = reading(&set).stderr(Stdio::null()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let status = format!("/proc/{}/status", child.id());
    let writer = std::thread::spawn(move || {
        for _ in 0..lines {
            stdin.write_all(line.as_bytes()).expect("written");
        }
        let most = peak_kilobytes(Path::new(&status));
        drop(stdin);
        most
    });
    let printed = BufReader::new(child.stdout.take().expect("piped")).lines().count();
    let most = writer.join().expect("no panic");
    assert_eq!(printed, lines);
    assert!(child.wait().expect("it ended").success());
    assert!(most < 40 * 1024, "{most} kB");
}

/// A million bad lines: each is named, none is kept.
#[cfg(target_os = "linux")]
#[test]
fn a_million_faults_need_no_more_memory_than_one() {
    const LINES: usize = 1_000_000;
    let files = Files::new();
    let set = files.file("set.json", SET);
    let mut child = reading(&set).stdout(Stdio::null()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let status = format!("/proc/{}/status", child.id());
    let writer = std::thread::spawn(move || {
        for _ in 0..LINES / 1000 {
            stdin.write_all("no\n".repeat(1000).as_bytes()).expect("written");
        }
        let most = peak_kilobytes(Path::new(&status));
        drop(stdin);
        most
    });
    let said = BufReader::new(child.stderr.take().expect("piped")).lines().count();
    let most = writer.join().expect("no panic");
    assert_eq!(said, LINES);
    assert_eq!(child.wait().expect("it ended").code(), Some(2));
    assert!(most < 40 * 1024, "{most} kB");
}

#[cfg(target_os = "linux")]
fn peak_kilobytes(status: &Path) -> u64 {
    let text = std::fs::read_to_string(status).expect("the process's status");
    let line = text.lines().find(|line| line.starts_with("VmHWM:")).expect("its peak");
    line.split_whitespace().nth(1).expect("a number").parse().expect("a number")
}

/// `leadbridge extract` of standard input, with every end in our hands.
fn reading(set: &str) -> Command {
    let mut command = program(&["extract", "--questions", set, "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Give it a short text.
fn with_input(set: &str, text: &str) -> Answer {
    let mut child = reading(set).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(text.as_bytes()).expect("written");
    drop(stdin);
    let output = child.wait_with_output().expect("it ended");
    Answer {
        status: output.status.code().expect("the program ended by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}
