//! Batches read on every core, printed in their order.

use super::{
    budget::{Budget, Held},
    files::Files,
    lines::Batch,
    print::Printer,
    read::{Piece, Plan, Reader},
};
use crate::failure::Failure;
use std::{
    io, iter, mem,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
};

/// What a batch gives, bit by bit, in order.
enum Said {
    Piece(Piece),
    /// All of it; the batch counts until here.
    All {
        _held: Held,
    },
}

/// A batch, and where what it gives goes.
struct Work {
    batch: Batch,
    held: Held,
    says: SyncSender<Said>,
}

/// Read this batch and the files after it. One thread cuts, as many as told read, and this one
/// prints.
///
/// Nobody runs ahead of the printing: a batch is cut only when there is room in the budget and in
/// the queues, and one that gives more than a piece waits for its turn. The batch whose turn it is
/// never waits for another, since batches are taken in order. The threads are not waited for
/// when the printing fails: one may wait for input that never comes.
pub fn run(
    first: Batch,
    files: Files,
    plan: Arc<Plan>,
    threads: usize,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let (work, works) = sync_channel::<Work>(threads * 4);
    let (turn, turns) = sync_channel(threads * 4);
    let works = Arc::new(Mutex::new(works));
    let budget = files.budget.clone();
    for _ in 0..threads {
        let (works, plan, budget) = (works.clone(), plan.clone(), budget.clone());
        start(move || {
            let reader = plan.reader();
            let mut piece = Piece::default();
            while read_next(&works, &reader, &budget, &mut piece).is_some() {}
        })?;
    }
    drop(works);
    let cutting = start(move || {
        let budget = files.budget.clone();
        for batch in iter::once(first).chain(files) {
            let held = budget.hold(batch.content.as_ref().map_or(0, Vec::len));
            let (says, said) = sync_channel(1);
            let work_on = work.send(Work { batch, held, says }).is_ok();
            if !work_on || turn.send(said).is_err() {
                return;
            }
        }
    })?;
    for said in turns {
        print(&said, &budget, printer)?;
    }
    cutting.join().map_err(|_| stopped())
}

fn start<T: Send + 'static>(
    run: impl FnOnce() -> T + Send + 'static,
) -> Result<JoinHandle<T>, Failure> {
    let started = thread::Builder::new().spawn(run);
    started.map_err(|error| Failure::wrong(format!("no threads: {error}")))
}

/// Read the next batch. `None` when there is none, or nobody to print it.
fn read_next(
    works: &Mutex<Receiver<Work>>,
    reader: &Reader<'_>,
    budget: &Budget,
    piece: &mut Piece,
) -> Option<()> {
    let work = works.lock().unwrap_or_else(PoisonError::into_inner).recv();
    let Work { batch, held, says } = work.ok()?;
    let mut hand = |piece: &mut Piece| {
        let full = mem::replace(piece, Piece::empty(budget.buffer()));
        says.send(Said::Piece(full)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    };
    reader.batch(&batch, piece, &mut hand).ok()?;
    budget.spare(batch.content.unwrap_or_default());
    says.send(Said::All { _held: held }).ok()
}

/// Print all that one batch gives.
fn print(said: &Receiver<Said>, budget: &Budget, printer: &mut Printer) -> Result<(), Failure> {
    loop {
        match said.recv() {
            Ok(Said::Piece(piece)) => {
                printer.print(&piece)?;
                budget.spare(piece.out);
            }
            Ok(Said::All { .. }) => return Ok(()),
            Err(_) => return Err(stopped()),
        }
    }
}

fn stopped() -> Failure {
    Failure::wrong("reading stopped before the end: this is a fault in the program")
}
