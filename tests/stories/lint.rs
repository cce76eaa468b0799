//! `leadbridge lint`, as the author of a question set calls it.

use crate::harness::{Answer, program, run};
use serde_json::{Value, json};
use std::{
    io::Write,
    process::{Command, Stdio},
};

fn clean() -> Value {
    json!({ "name": "Leads", "language": "fr", "questions": [
        { "number": 1, "field": "project", "text": "Quel est votre projet ?", "answer": { "type": "text" } },
        { "number": 2, "field": "email", "text": "Votre e-mail ?", "answer": { "type": "email" } },
    ] })
}

/// A number given twice, and a label that no reply can name.
fn faulty() -> Value {
    let mut set = clean();
    set["questions"][0]["answer"] =
        json!({ "type": "choice", "options": [{ "value": "buy", "labels": ["?"] }] });
    set["questions"][1]["number"] = json!(1);
    set
}

struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn file(&self, name: &str, text: impl ToString) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, text.to_string()).expect("a file");
        path.display().to_string()
    }
}

fn lint(args: &[&str]) -> Answer {
    run(&mut program(&[&["lint"], args].concat()))
}

#[test]
fn a_clean_set_is_passed_over_in_silence() {
    let files = Files::new();
    let set = files.file("set.json", clean());
    let answer = lint(&[&set]).succeeds();
    assert_eq!((answer.out.as_str(), answer.err.as_str()), ("", ""));
    assert_eq!(lint(&["--json", &set]).succeeds().json(), json!([{ "file": set, "findings": [] }]));
}

#[test]
fn findings_say_what_where_why_and_what_helps() {
    let files = Files::new();
    let set = files.file("set.json", faulty());
    let answer = lint(&[&set]);
    let expected = format!(
        "{set}: questions[1].number: 1 is already the number of questions[0]\n  \
           error: The number alone says which question a message asks.\n  \
           fix: Give it number 2\n\
         {set}: questions[0].answer.options[0].labels[0]: \"?\" has no word to match\n  \
           warning: Replies are compared word by word: this one never matches.\n  \
           fix: Remove the label\n"
    );
    assert_eq!((answer.status, answer.out, answer.err), (1, expected, String::new()));
}

#[test]
fn warnings_are_wrong_and_advice_is_not() {
    let files = Files::new();
    let long = "e".repeat(300);
    let name = json!({ "english": "Your email?" });
    type Change<'a> = (&'a str, Value, i32, &'a str, &'a str);
    let cases: [Change<'_>; 4] = [
        ("/questions/1/number", json!(3), 0, "advice", "questions: the numbers skip 2"),
        ("/questions/1/text", json!(long), 0, "advice", "at most 250 are advised"),
        ("/questions/1/text", json!(""), 1, "warning", "questions[1].text: not given"),
        ("/questions/1/texts", name, 1, "warning", "questions[1].texts.english: must be a"),
    ];
    for (path, value, status, severity, said) in cases {
        let mut set = clean();
        set["questions"][1]["texts"] = json!({});
        *set.pointer_mut(path).expect("a place") = value;
        let file = files.file("set.json", set);
        let answer = lint(&[&file]);
        assert_eq!((answer.status, answer.err.as_str()), (status, ""), "{path}");
        assert!(answer.out.contains(said), "{}", answer.out);
        assert!(answer.out.contains(&format!("  {severity}: ")), "{}", answer.out);
        let answer = lint(&["--json", &file]);
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.json()[0]["findings"][0]["severity"], severity, "{path}");
    }
}

#[test]
fn json_has_each_file_with_its_findings_and_their_fixes() {
    let files = Files::new();
    let (good, bad) = (files.file("good.json", clean()), files.file("bad.json", faulty()));
    let answer = lint(&["--json", &good, &bad]);
    assert_eq!((answer.status, answer.err.as_str()), (1, ""));
    let reports = answer.json();
    assert_eq!(reports[0], json!({ "file": good, "findings": [] }));
    assert_eq!(reports[1]["file"], json!(bad));
    let number = &reports[1]["findings"][0];
    assert_eq!((&number["code"], &number["severity"]), (&json!("number_taken"), &json!("error")));
    let patch = json!([{ "op": "add", "path": "/questions/1/number", "value": 2 }]);
    assert_eq!(number["fix"]["patch"], patch);
    assert_eq!(reports[1]["findings"][1]["question"], 0);
}

#[test]
fn what_cannot_be_read_is_one_line_on_standard_error() {
    let files = Files::new();
    let broken = files.file("broken.json", "{\n");
    let bad = files.file("bad.json", faulty());
    let answer = lint(&["missing.json", &bad, &broken]);
    assert_eq!(answer.status, 2, "{}{}", answer.out, answer.err);
    let said: Vec<&str> = answer.err.lines().collect();
    let [missing, not_json] = said.as_slice() else { panic!("two lines: {said:?}") };
    assert!(missing.starts_with("leadbridge: missing.json: "), "{missing}");
    assert!(not_json.contains("broken.json: not JSON: EOF"), "{not_json}");
    assert!(answer.out.contains("bad.json: questions[1].number: "), "the others are examined");
    // JSON, but no question set: that is a finding.
    let answer = lint(&[&files.file("list.json", "[]")]);
    assert_eq!((answer.status, answer.err.as_str()), (1, ""));
    assert!(answer.out.contains("list.json: must be an object, not a list\n"), "{}", answer.out);
    assert_eq!(lint(&[]).status, 2);
}

#[test]
fn standard_input_is_a_file_too() {
    let mut command: Command = program(&["lint", "-"]);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the program starts");
    // Its quotes of the set are shown to a terminal.
    let mut set = faulty();
    set["questions"][0]["field"] = json!("\u{1b}[31m");
    set["questions"][1]["field"] = json!("\u{1b}[31m");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(set.to_string().as_bytes()).expect("written");
    drop(stdin);
    let output = child.wait_with_output().expect("it ended");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{out}");
    assert!(out.starts_with("standard input: questions[1].number: "), "{out}");
    assert!(
        out.contains("is already the field of questions[0]") && !out.contains('\u{1b}'),
        "{out}"
    );
}
