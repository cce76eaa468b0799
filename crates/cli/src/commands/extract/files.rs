//! The files one after another, cut into batches.

use super::{
    budget::{self, Budget},
    form::Form,
    lines::{Batch, Lines},
};
use crate::commands::{is_stdin, name};
use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
    vec,
};

/// All batches of all files, in the order given. What can't be opened is a batch with a fault.
pub struct Files {
    paths: vec::IntoIter<PathBuf>,
    open: Option<Lines>,
    /// About how many bytes a batch has.
    pub batch: usize,
    pub budget: Arc<Budget>,
}

impl Files {
    /// Cut these files for so many threads: each has its batch and finds some more waiting.
    pub fn new(paths: Vec<PathBuf>, threads: usize) -> Self {
        let batch = (budget::MOST / threads / 8).clamp(1 << 14, 1 << 18);
        Self { paths: paths.into_iter(), open: None, batch, budget: Arc::default() }
    }

    fn open(&self, path: &Path, place: Arc<str>) -> io::Result<Lines> {
        let source: Box<dyn Read + Send> = match is_stdin(path) {
            true => Box::new(io::stdin()),
            false => Box::new(File::open(path)?),
        };
        Ok(Lines::new(source, place, Form::of(path), self.batch, self.budget.clone()))
    }
}

impl Iterator for Files {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        loop {
            if let Some(batch) = self.open.as_mut().and_then(Iterator::next) {
                return Some(batch);
            }
            let path = self.paths.next()?;
            let place: Arc<str> = name(&path).into();
            match self.open(&path, place.clone()) {
                Ok(lines) => self.open = Some(lines),
                Err(error) => {
                    self.open = None;
                    let content = Err(error.to_string());
                    return Some(Batch { place, line: None, content });
                }
            }
        }
    }
}
