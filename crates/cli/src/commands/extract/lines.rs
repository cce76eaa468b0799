//! One input cut into batches of whole lines.

use super::{
    budget::Budget,
    form::{Form, only_begins},
};
use std::{
    io::{self, Read},
    sync::Arc,
};

/// The longest conversation that is read: far beyond any chat, well within any memory.
const LONGEST: usize = 64 * 1024 * 1024;

/// Conversations to be read in one go, or why there are none.
pub struct Batch {
    /// The input's name for people.
    pub place: Arc<str>,
    /// The number of the first line; `None` where it is the whole input.
    pub line: Option<u64>,
    /// The conversations, one a line, or one in all.
    pub content: Result<Vec<u8>, String>,
}

/// An input, and what of it is not given out yet.
pub struct Lines {
    source: Box<dyn Read + Send>,
    place: Arc<str>,
    form: Form,
    /// What one read gives. Its length makes a batch.
    chunk: Vec<u8>,
    budget: Arc<Budget>,
    /// What was read and is not given out. It begins with a line.
    buffer: Vec<u8>,
    /// How far no line ends in it.
    seen: usize,
    /// The number of its first line.
    line: u64,
    /// Whether the last read gave all there was for now: what is complete must not wait.
    drained: bool,
    ended: bool,
    broken: Option<io::Error>,
}

impl Lines {
    /// Cut this input into batches of about so many bytes.
    pub fn new(
        source: Box<dyn Read + Send>,
        place: Arc<str>,
        form: Form,
        batch: usize,
        budget: Arc<Budget>,
    ) -> Self {
        Self {
            source,
            place,
            form,
            chunk: vec![0; batch],
            budget,
            buffer: Vec::new(),
            seen: 0,
            line: 1,
            drained: false,
            ended: false,
            broken: None,
        }
    }

    /// Read once. What is in memory elsewhere may have to go first.
    fn more(&mut self) {
        self.budget.wait_for(self.buffer.len() + self.chunk.len());
        let read = loop {
            match self.source.read(&mut self.chunk) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        let count = read.unwrap_or_else(|error| {
            self.broken = Some(error);
            0
        });
        self.buffer.extend_from_slice(&self.chunk[..count]);
        self.ended = count == 0;
        self.drained = count < self.chunk.len();
    }

    /// The end of the first line, where it is read already.
    fn first_end(&mut self) -> Option<usize> {
        let end = memchr::memchr(b'\n', &self.buffer[self.seen..]);
        if end.is_none() {
            self.seen = self.buffer.len();
        }
        end.map(|end| self.seen + end + 1)
    }

    /// The end of the last line that is complete.
    fn last_end(&self) -> Option<usize> {
        let end = memchr::memrchr(b'\n', &self.buffer[self.seen..]);
        end.map(|end| self.seen + end + 1)
    }

    /// Take the lines up to here out of the buffer.
    fn take(&mut self, end: usize) -> Vec<u8> {
        let mut rest = self.budget.buffer();
        rest.reserve(self.buffer.len() - end + self.chunk.len());
        rest.extend_from_slice(&self.buffer[end..]);
        self.buffer.truncate(end);
        self.seen = 0;
        std::mem::replace(&mut self.buffer, rest)
    }

    /// The lines up to here as a batch.
    fn lines(&mut self, end: usize) -> Batch {
        let line = self.line;
        let content = self.take(end);
        self.line += memchr::memchr_iter(b'\n', &content).count() as u64;
        Batch { place: self.place.clone(), line: Some(line), content: Ok(content) }
    }

    /// A line that is too long, of which the end may be read already. It is read past without
    /// being kept.
    fn refuse(&mut self, mut end: Option<usize>) -> Batch {
        let (place, line) = (self.place.clone(), Some(self.line));
        self.line += 1;
        while end.is_none() && !self.ended {
            self.buffer = Vec::new();
            self.seen = 0;
            self.more();
            end = self.first_end();
        }
        drop(self.take(end.unwrap_or(self.buffer.len())));
        Batch { place, line, content: Err(too_long()) }
    }

    /// What stands after the last line's end, or why the input ended there.
    fn rest(&mut self) -> Option<Batch> {
        let left = self.take(self.buffer.len());
        let content = match self.broken.take() {
            Some(error) => Err(error.to_string()),
            None if left.is_empty() => return None,
            None => Ok(left),
        };
        Some(Batch { place: self.place.clone(), line: Some(self.line), content })
    }

    /// One conversation: what was read of it already, and the rest of the input.
    fn whole(&mut self) -> Batch {
        while !self.ended && self.buffer.len() <= LONGEST {
            self.more();
        }
        (self.form, self.ended) = (Form::Each, true);
        let content = self.take(self.buffer.len());
        let content = match self.broken.take() {
            Some(error) => Err(error.to_string()),
            None if content.len() > LONGEST => Err(too_long()),
            None => Ok(content),
        };
        Batch { place: self.place.clone(), line: None, content }
    }

    /// See what form the input has, once its first line with anything on it is read.
    fn tell_form(&mut self) {
        let blank = self.buffer.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        if let Some(end) = memchr::memrchr(b'\n', &self.buffer[..blank]) {
            self.lines(end + 1);
        }
        let ended = self.ended && self.broken.is_none();
        self.form = match self.first_end().or(ended.then_some(self.buffer.len())) {
            Some(end) if only_begins(&self.buffer[..end]) => Form::Whole,
            Some(_) => Form::Each,
            None => Form::AsItBegins,
        };
    }
}

impl Iterator for Lines {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        loop {
            if self.form == Form::Whole {
                return Some(self.whole());
            }
            let end = self.first_end();
            if end.unwrap_or(self.buffer.len()) > LONGEST {
                self.form = Form::Each;
                return Some(self.refuse(end));
            }
            if self.form == Form::AsItBegins {
                self.tell_form();
            }
            let enough = self.drained || self.buffer.len() >= self.chunk.len();
            match self.last_end() {
                Some(end) if self.form == Form::Each && enough => return Some(self.lines(end)),
                _ if self.form == Form::Whole => {}
                _ if self.ended => return self.rest(),
                _ => self.more(),
            }
        }
    }
}

fn too_long() -> String {
    format!("a conversation of more than {} MB is not read", LONGEST / 1024 / 1024)
}
