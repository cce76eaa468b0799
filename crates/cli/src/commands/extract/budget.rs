//! How much of the input may be in memory at once.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Bytes of input that may be in memory, from when they are cut out until what they gave is
/// printed. A conversation takes several times its length while it is read, so this is far below
/// what the program may hold. One longer than this goes alone.
pub const MOST: usize = 8 * 1024 * 1024;

/// How long and how many buffers are kept to be used again.
const SPARE: (usize, usize) = (1 << 19, 16);

/// Counts what is in memory, and lets the cutting wait.
#[derive(Default)]
pub struct Budget {
    held: Mutex<usize>,
    freed: Condvar,
    spare: Mutex<Vec<Vec<u8>>>,
}

impl Budget {
    /// Wait until there is room for a batch of this many bytes.
    pub fn wait_for(&self, bytes: usize) {
        let mut held = lock(&self.held);
        while *held > 0 && *held + bytes > MOST {
            held = self.freed.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Count these bytes until what is returned goes.
    pub fn hold(self: &Arc<Self>, bytes: usize) -> Held {
        *lock(&self.held) += bytes;
        Held { budget: self.clone(), bytes }
    }

    /// An empty buffer, used before if there is one.
    pub fn buffer(&self) -> Vec<u8> {
        lock(&self.spare).pop().unwrap_or_default()
    }

    /// Keep a buffer to be used again, unless it is one of many or of a long conversation.
    pub fn spare(&self, mut buffer: Vec<u8>) {
        let mut spare = lock(&self.spare);
        if buffer.capacity() <= SPARE.0 && spare.len() < SPARE.1 {
            buffer.clear();
            spare.push(buffer);
        }
    }
}

/// What is counted stays right whoever stopped while counting.
fn lock<T>(counted: &Mutex<T>) -> MutexGuard<'_, T> {
    counted.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Bytes that count while this is kept.
pub struct Held {
    budget: Arc<Budget>,
    bytes: usize,
}

impl Drop for Held {
    fn drop(&mut self) {
        *lock(&self.budget.held) -= self.bytes;
        self.budget.freed.notify_one();
    }
}
