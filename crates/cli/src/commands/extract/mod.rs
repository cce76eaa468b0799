//! `leadbridge extract`: conversation files to readings, on every core, in bounded memory.
//!
//! `files`, `form` and `lines` cut the input into batches of whole lines, `read` makes readings of a
//! batch, and `print` prints them. What is small is done in one go; `pool` does the rest on all cores,
//! and `budget` bounds what is in memory meanwhile.

mod budget;
mod files;
mod form;
mod lines;
mod pool;
mod print;
mod read;
mod table;

pub use table::value;

use super::{name, read as read_text};
use crate::{
    args::{Extract, Format},
    failure::Failure,
};
use files::Files;
use leadbridge_domain::question::QuestionSet;
use print::Printer;
use read::{Piece, Plan};
use std::{mem, sync::Arc, thread};

/// Read every file. Ends with 2 when a conversation could not be read; the others are printed.
pub fn run(args: &Extract) -> Result<(), Failure> {
    if args.json && args.format == Format::Table {
        return Err(Failure::input("--json and --format table contradict each other"));
    }
    let place = name(&args.questions);
    let set = QuestionSet::from_json(&read_text(&args.questions)?).map_err(|faults| {
        Failure::inputs(faults.iter().map(|fault| format!("{place}: {fault}")).collect())
    })?;
    let mut printer = Printer::new();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let files = Files::new(args.files.clone(), threads);
    let plan = Plan::new(set, args.format, files.batch);
    all(files, plan, threads, &mut printer)?;
    let faulty = printer.faulty;
    printer.finish()?;
    match faulty {
        true => Err(Failure::said_input()),
        false => Ok(()),
    }
}

/// What fits in a batch is read here; threads are started for what is more.
fn all(mut files: Files, plan: Plan, threads: usize, printer: &mut Printer) -> Result<(), Failure> {
    let (mut bytes, mut piece) = (0, Piece::default());
    let reader = plan.reader();
    while let Some(batch) = files.next() {
        bytes += batch.content.as_ref().map_or(0, Vec::len);
        if bytes > files.batch {
            drop(reader);
            return pool::run(batch, files, Arc::new(plan), threads, printer);
        }
        let mut print = |piece: &mut Piece| {
            printer.print(piece)?;
            *piece = Piece::empty(mem::take(&mut piece.out));
            Ok(())
        };
        reader.batch(&batch, &mut piece, &mut print)?;
    }
    Ok(())
}
