//! Readings to standard output and faults to standard error, in the order of their conversations.

use super::read::Piece;
use crate::failure;
use std::io::{self, Write};

/// Where everything is printed.
pub struct Printer {
    out: io::Stdout,
    /// Whether a fault was said. They are not kept: there may be millions.
    pub faulty: bool,
}

impl Printer {
    /// To the program's own outputs.
    pub fn new() -> Self {
        Self { out: io::stdout(), faulty: false }
    }

    /// Print at once, so that a terminal shows each fault where it belongs.
    pub fn print(&mut self, piece: &Piece) -> io::Result<()> {
        let mut printed = 0;
        for (at, fault) in &piece.faults {
            self.faulty = true;
            self.out.write_all(&piece.out[printed..*at])?;
            printed = *at;
            failure::say(fault);
        }
        self.out.write_all(&piece.out[printed..])
    }

    /// Print what may be kept for a line's end.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}
