//! A batch's conversations to readings.

use super::{lines::Batch, table::table};
use crate::args::Format;
use leadbridge_domain::{
    conversation::Conversation,
    extract::{Authors, Prepared},
    question::QuestionSet,
    reading::Reading,
};
use std::io::{self, Write};

/// Something to print, with the faults found on the way.
#[derive(Default)]
pub struct Piece {
    /// For standard output.
    pub out: Vec<u8>,
    /// For standard error, each with how much of `out` comes before it.
    pub faults: Vec<(usize, String)>,
    /// The length of all faults.
    said: usize,
}

impl Piece {
    /// Nothing yet, in a buffer that may have been used.
    pub fn empty(mut out: Vec<u8>) -> Self {
        out.clear();
        Self { out, ..Self::default() }
    }
}

/// How conversations are read. All threads share it.
pub struct Plan {
    set: QuestionSet,
    authors: Authors,
    format: Format,
    piece: usize,
}

impl Plan {
    /// With this question set, to be printed so, about so many bytes at once: a batch may give far
    /// more than it has.
    pub fn new(set: QuestionSet, format: Format, piece: usize) -> Self {
        Self { set, authors: Authors::default(), format, piece }
    }

    /// Make the readers of one thread. They cost more than reading a short conversation.
    pub fn reader(&self) -> Reader<'_> {
        let prepared = Prepared::new(&self.set, &self.authors);
        Reader { prepared, format: self.format, piece: self.piece }
    }
}

/// Reads conversations with a question set.
pub struct Reader<'a> {
    prepared: Prepared<'a>,
    format: Format,
    piece: usize,
}

impl Reader<'_> {
    /// Read a batch into a piece, which is handed over whenever there is enough in it, and at the
    /// end. Whoever takes it leaves an empty one.
    pub fn batch(
        &self,
        batch: &Batch,
        piece: &mut Piece,
        hand: &mut dyn FnMut(&mut Piece) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut pieces = Pieces { piece, full: self.piece, hand };
        match (&batch.content, batch.line) {
            (Ok(lines), Some(first)) => {
                let ends = memchr::memchr_iter(b'\n', lines).map(|end| end + 1);
                let mut start = 0;
                // What stands after the last line's end is a line too.
                for (end, number) in ends.chain([lines.len()]).zip(first..) {
                    let line = &lines[start..end];
                    start = end;
                    if !line.trim_ascii().is_empty() {
                        self.one(line, &mut pieces, || format!("{}:{number}", batch.place))?;
                    }
                }
            }
            (Ok(whole), None) => self.one(whole, &mut pieces, || batch.place.to_string())?,
            (Err(why), Some(line)) => pieces.fault(&format!("{}:{line}", batch.place), why),
            (Err(why), None) => pieces.fault(&batch.place, why),
        }
        pieces.flush()
    }

    fn one(
        &self,
        json: &[u8],
        pieces: &mut Pieces<'_>,
        place: impl Fn() -> String,
    ) -> io::Result<()> {
        let conversation = std::str::from_utf8(json)
            .map_err(|error| format!("not UTF-8: {error}"))
            .and_then(|text| Conversation::from_json(text).map_err(|error| error.to_string()));
        match conversation {
            Ok(conversation) => self.print(&self.prepared.read(&conversation), pieces),
            Err(why) => {
                pieces.fault(&place(), &why);
                pieces.when_full()
            }
        }
    }

    fn print(&self, reading: &Reading, pieces: &mut Pieces<'_>) -> io::Result<()> {
        match self.format {
            Format::Json => {
                serde_json::to_writer(&mut *pieces, reading)?;
                pieces.write_all(b"\n")
            }
            Format::Table => writeln!(pieces, "{}", table(reading)),
        }
    }
}

/// What is not handed over yet.
struct Pieces<'a> {
    piece: &'a mut Piece,
    full: usize,
    hand: &'a mut dyn FnMut(&mut Piece) -> io::Result<()>,
}

impl Pieces<'_> {
    fn fault(&mut self, place: &str, why: &str) {
        let fault = format!("{place}: {why}");
        self.piece.said += fault.len();
        self.piece.faults.push((self.piece.out.len(), fault));
    }

    #[inline]
    fn when_full(&mut self) -> io::Result<()> {
        match self.piece.out.len() + self.piece.said < self.full {
            true => Ok(()),
            false => self.flush(),
        }
    }
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    /// A reading is written in hundreds of small bits: each costs no more than its copy.
    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.piece.out.extend_from_slice(bytes);
        self.when_full()
    }

    fn flush(&mut self) -> io::Result<()> {
        (self.hand)(self.piece)
    }
}
