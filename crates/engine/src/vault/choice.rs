//! Which place was chosen: a word in a file of its own, and no secret.

use super::disk;
use crate::{
    said::{Key, Said},
    types::VaultKind,
};
use std::path::Path;

/// Holds `keyring` or `file`. Without it the keyring is meant.
const FILE: &str = "secrets.place";

/// The place that was chosen for this folder. A word that we don't know is no reason to look for
/// secrets where they are not.
pub fn read(folder: &Path) -> Result<VaultKind, Said> {
    let failed = |why: String| {
        let path = folder.join(FILE).display().to_string();
        Said::new(Key::VaultPlaceUnknown, [("path", path), ("why", why)])
    };
    let bytes = disk::read(&folder.join(FILE)).map_err(|error| failed(error.to_string()))?;
    let Some(bytes) = bytes else { return Ok(VaultKind::Keyring) };
    match bytes.trim_ascii() {
        b"keyring" => Ok(VaultKind::Keyring),
        b"file" => Ok(VaultKind::File),
        _ => Err(failed("it names no place that this version knows".into())),
    }
}

/// Choose.
pub fn write(folder: &Path, kind: VaultKind) -> Result<(), Said> {
    let word = match kind {
        VaultKind::File => "file\n",
        VaultKind::Keyring | VaultKind::Memory => "keyring\n",
    };
    let path = folder.join(FILE);
    disk::replace(&path, word.as_bytes()).map_err(|error| super::file::failed(&path, &error))
}
