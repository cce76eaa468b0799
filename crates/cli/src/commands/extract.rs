//! `leadbridge extract`: conversation files to readings, one at a time, in bounded memory.

use super::{is_stdin, name, read};
use crate::{
    args::{Extract, Format},
    failure::{self, Failure},
    output,
    text::{cell, word},
};
use leadbridge_domain::{
    conversation::Conversation,
    extract::{Authors, extract},
    question::QuestionSet,
    reading::{Reading, Value},
};
use std::{
    fmt::Display,
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::Path,
};

/// The longest conversation that is read: far beyond any chat, well within any memory.
const LONGEST: u64 = 64 * 1024 * 1024;

/// Read every file. Ends with 2 when a conversation could not be read; the others are printed.
pub fn run(args: &Extract) -> Result<(), Failure> {
    if args.json && args.format == Format::Table {
        return Err(Failure::input("--json and --format table contradict each other"));
    }
    let place = name(&args.questions);
    let set = QuestionSet::from_json(&read(&args.questions)?).map_err(|faults| {
        Failure::inputs(faults.iter().map(|fault| format!("{place}: {fault}")).collect())
    })?;
    let mut extraction = Extraction {
        set,
        format: args.format,
        out: BufWriter::new(io::stdout().lock()),
        faulty: false,
    };
    for file in &args.files {
        extraction.file(file)?;
    }
    extraction.out.flush()?;
    match extraction.faulty {
        true => Err(Failure::said_input()),
        false => Ok(()),
    }
}

struct Extraction<'a> {
    set: QuestionSet,
    format: Format,
    out: BufWriter<io::StdoutLock<'a>>,
    /// Whether a fault was said. They are not kept: there may be millions.
    faulty: bool,
}

impl Extraction<'_> {
    fn file(&mut self, path: &Path) -> Result<(), Failure> {
        let input: Box<dyn BufRead> = match is_stdin(path) {
            true => Box::new(BufReader::new(io::stdin().lock())),
            false => match File::open(path) {
                Ok(file) => Box::new(BufReader::with_capacity(1 << 16, file)),
                Err(error) => {
                    self.fault(&name(path), error);
                    return Ok(());
                }
            },
        };
        let lines = match path.extension().and_then(|extension| extension.to_str()) {
            Some("ndjson" | "jsonl") => Lines::Each,
            Some("json") => Lines::Whole,
            _ => Lines::AsItBegins,
        };
        self.read(&name(path), input, lines)
    }

    /// Say at once what could not be read, and where.
    fn fault(&mut self, place: &str, why: impl Display) {
        self.faulty = true;
        failure::say(&format!("{place}: {why}"));
    }

    fn read(
        &mut self,
        place: &str,
        mut input: impl BufRead,
        mut lines: Lines,
    ) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        let mut number = 0_u64;
        if lines == Lines::Whole {
            return self.whole(place, input, bytes);
        }
        loop {
            bytes.clear();
            number += 1;
            let taken = input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut bytes);
            match taken {
                Ok(0) => return Ok(()),
                Ok(_) if bytes.trim_ascii().is_empty() => continue,
                Ok(_) if bytes.len() as u64 > LONGEST => {
                    self.fault(&format!("{place}:{number}"), too_long());
                    if let Err(error) = skip_line(&mut input) {
                        self.fault(&format!("{place}:{number}"), error);
                        return Ok(());
                    }
                }
                // Standard input holds either form: one conversation spread over lines only
                // begins on its first.
                Ok(_) if lines == Lines::AsItBegins && only_begins(&bytes) => {
                    return self.whole(place, input, bytes);
                }
                Ok(_) => self.one(&format!("{place}:{number}"), &bytes)?,
                Err(error) => {
                    self.fault(&format!("{place}:{number}"), error);
                    return Ok(());
                }
            }
            lines = Lines::Each;
        }
    }

    /// One conversation: what was read of it already, and the rest of the input.
    fn whole(
        &mut self,
        place: &str,
        input: impl BufRead,
        mut bytes: Vec<u8>,
    ) -> Result<(), Failure> {
        let rest = LONGEST + 1 - bytes.len() as u64;
        match input.take(rest).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > LONGEST => self.fault(place, too_long()),
            Ok(_) => self.one(place, &bytes)?,
            Err(error) => self.fault(place, error),
        }
        Ok(())
    }

    fn one(&mut self, place: &str, bytes: &[u8]) -> Result<(), Failure> {
        let conversation = std::str::from_utf8(bytes)
            .map_err(|error| format!("not UTF-8: {error}"))
            .and_then(|text| Conversation::from_json(text).map_err(|error| error.to_string()));
        match conversation {
            Ok(conversation) => {
                let reading = extract(&conversation, &self.set, &Authors::default());
                self.print(&reading)
            }
            Err(fault) => {
                self.fault(place, fault);
                Ok(())
            }
        }
    }

    fn print(&mut self, reading: &Reading) -> Result<(), Failure> {
        match self.format {
            Format::Json => {
                serde_json::to_writer(&mut self.out, reading).map_err(io::Error::from)?;
                self.out.write_all(b"\n")?;
            }
            Format::Table => writeln!(self.out, "{}", table(reading))?,
        }
        Ok(())
    }
}

/// How conversations stand in a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    Each,
    Whole,
    AsItBegins,
}

/// Whether this line is the beginning of a value that the lines after it may end. What is wrong in
/// itself is not: then this line is bad, and those after it are read on their own.
fn only_begins(bytes: &[u8]) -> bool {
    let read = serde_json::from_slice::<serde::de::IgnoredAny>(bytes);
    read.is_err_and(|error| error.is_eof())
}

fn too_long() -> String {
    format!("a conversation of more than {} MB is not read", LONGEST / 1024 / 1024)
}

/// Read past the rest of a line without keeping it.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

fn table(reading: &Reading) -> String {
    let email = reading.email.as_ref();
    let email = email.map(|email| format!("{} ({})", email.value, word(&email.source)));
    let mut table =
        output::table(&["Q", "Field", "Status", "Value", "What the visitor wrote", "Notes"]);
    for answer in &reading.answers {
        let notes: Vec<_> = answer.notes.iter().map(word).collect();
        table.add_row([
            answer.number.to_string(),
            answer.field.clone(),
            word(&answer.status),
            cell(&answer.value.as_ref().map(value).unwrap_or_default(), 40),
            cell(&answer.raw, 60),
            notes.join(", "),
        ]);
    }
    let email = email.unwrap_or_else(|| "no email".into());
    format!("{} · {email}\n{table}", cell(&reading.conversation_id, 60))
}

/// A value as people read it.
pub fn value(value: &Value) -> String {
    match value {
        Value::YesNo(true) => "yes".into(),
        Value::YesNo(false) => "no".into(),
        Value::Number(number) => number.0.to_string(),
        Value::Text(text) => text.clone(),
        Value::Choices(choices) => choices.join(", "),
        Value::Amount(amount) => format!("{} {}", amount.amount, amount.currency),
    }
}
