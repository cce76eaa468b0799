//! Small files in the data folder: whole or as before, and one program at a time.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

/// The file that is locked while where or what is kept changes.
const LOCK: &str = "secrets.lock";

/// The right to change: other programs on this folder wait for its end. The system ends it with the
/// process, however that ends.
#[derive(Debug)]
pub struct Turn {
    _file: File,
}

impl Turn {
    /// Wait for it.
    pub fn take(folder: &Path) -> io::Result<Self> {
        let file =
            File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
        file.lock()?;
        Ok(Self { _file: file })
    }
}

/// A file's bytes; `None` where there is no file.
pub fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Replace a file, on disk when this returns. It is never half written, and readable to its owner
/// alone.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    let written = write(&new, bytes).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        // What could not be written must not stay either; why it could not is what is said.
        fs::remove_file(&new).ok();
    }
    written?;
    sync_folder(path)
}

/// Remove a file, if it is there.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => sync_folder(path),
    }
}

/// Give a file another name in its folder.
pub fn rename(path: &Path, new: &Path) -> io::Result<()> {
    fs::rename(path, new)?;
    sync_folder(path)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // What an earlier program has left behind may have other rights.
    if let Err(error) = fs::remove_file(path)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name is on disk only when its folder is. Elsewhere than on Unix a folder can't be opened.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
