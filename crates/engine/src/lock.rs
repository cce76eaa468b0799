//! Who works on a data folder: one program at a time.

use std::{
    fs::{File, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// The folder's lock. The system ends it with the process, however that ends.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

/// The file that is locked.
const LOCK: &str = "leadbridge.lock";
/// Who holds it, for people; beside it since a locked file can't be read everywhere.
const HOLDER: &str = "leadbridge.holder";

impl FolderLock {
    /// Take the lock if it is free, and write down who holds it.
    pub fn take(folder: &Path, holder: &str) -> io::Result<Option<Self>> {
        let file =
            File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
        match file.try_lock() {
            Ok(()) => {
                // Only for people to read: a full disk must not cost the lock.
                if let Err(error) = std::fs::write(holder_file(folder), holder) {
                    tracing::warn!(%error, "who holds the data folder can't be written down");
                }
                Ok(Some(Self { _file: file }))
            }
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Who holds the lock, as they wrote themselves down.
    pub fn holder(folder: &Path) -> String {
        std::fs::read_to_string(holder_file(folder))
            .ok()
            .filter(|holder| !holder.trim().is_empty())
            .unwrap_or_else(|| "another Leadbridge".into())
    }
}

fn holder_file(folder: &Path) -> PathBuf {
    folder.join(HOLDER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holds_it_and_the_next_is_told_who() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = FolderLock::take(folder.path(), "first").expect("no fault").expect("free");
        assert!(FolderLock::take(folder.path(), "second").expect("no fault").is_none());
        assert_eq!(FolderLock::holder(folder.path()), "first");
        drop(first);
        assert!(FolderLock::take(folder.path(), "second").expect("no fault").is_some());
        assert_eq!(FolderLock::holder(folder.path()), "second");
    }
}
