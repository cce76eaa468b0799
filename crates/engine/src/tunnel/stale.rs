//! A tunnel's program that an earlier run has left behind.
//!
//! The guard ends what we started; where it was killed itself, this finds the rest. What runs is
//! written down with its process id, name and start, and is ended at the next start if all three
//! are still so: an id alone may be somebody else's by now.

use serde::{Deserialize, Serialize};
use std::{
    io,
    path::{Path, PathBuf},
};
use sysinfo::{Pid, Process, ProcessRefreshKind, ProcessesToUpdate, System, UpdateKind};

/// The file, in the data folder.
const FILE: &str = "leadbridge.tunnel";
/// How much of a name Linux keeps.
const NAME: usize = 15;
/// How far two looks at the same start may differ, in seconds: it is counted from the boot, whose
/// time moves with the clock.
const NEAR: u64 = 2;

/// A process as it is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    id: u32,
    name: String,
    /// Seconds since 1970.
    started: u64,
}

/// Write down that this process is a tunnel's program of this name.
pub fn note(folder: &Path, id: u32, name: &str) -> io::Result<()> {
    let system = look(id);
    let process = system.as_ref().and_then(|system| system.process(Pid::from_u32(id)));
    let Some(process) = process else { return Ok(()) };
    let note = Note { id, name: name.to_owned(), started: process.start_time() };
    std::fs::write(file(folder), serde_json::to_vec(&note).map_err(io::Error::other)?)
}

/// Nothing runs any more.
pub fn forget(folder: &Path) {
    // A file that stays only makes the next start look once more.
    drop(std::fs::remove_file(file(folder)));
}

/// End what an earlier run has left behind. Answers its process id.
pub fn end_left_over(folder: &Path) -> Option<u32> {
    let kept = std::fs::read(file(folder)).ok()?;
    forget(folder);
    let note: Note = serde_json::from_slice(&kept).ok()?;
    let system = look(note.id)?;
    let process = system.process(Pid::from_u32(note.id)).filter(|process| is(process, &note))?;
    process.kill().then_some(note.id)
}

fn is(process: &Process, note: &Note) -> bool {
    let short: String = note.name.chars().take(NAME).collect();
    let stem = process.exe().and_then(Path::file_stem).map(|stem| stem.to_string_lossy());
    let name = process.name().to_string_lossy();
    let name = name.strip_suffix(std::env::consts::EXE_SUFFIX).unwrap_or(&name);
    let named = name == short || stem.is_some_and(|stem| stem == note.name);
    named && process.start_time().abs_diff(note.started) <= NEAR
}

fn look(id: u32) -> Option<System> {
    let mut system = System::new().ok()?;
    let what = ProcessRefreshKind::nothing().with_exe(UpdateKind::Always);
    system.refresh_processes_specifics(ProcessesToUpdate::Some(&[Pid::from_u32(id)]), true, what);
    Some(system)
}

fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::process::{Child, Command};

    fn sleeper() -> Child {
        Command::new("sleep").arg("600").spawn().expect("a process")
    }

    fn written(folder: &Path) -> Note {
        serde_json::from_slice(&std::fs::read(file(folder)).expect("a note")).expect("a note")
    }

    fn write(folder: &Path, note: &Note) {
        std::fs::write(file(folder), serde_json::to_vec(note).expect("JSON")).expect("a file");
    }

    #[test]
    fn what_was_left_behind_is_ended_and_nobody_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let mut child = sleeper();
        note(folder, child.id(), "sleep").expect("a note");
        let right = written(folder);
        for wrong in [
            Note { name: "ssh".into(), ..right.clone() },
            Note { started: right.started - 60, ..right.clone() },
            Note { id: std::process::id(), ..right.clone() },
        ] {
            write(folder, &wrong);
            assert_eq!(end_left_over(folder), None, "{wrong:?}");
            assert!(child.try_wait().expect("a look").is_none(), "{wrong:?}");
        }
        write(folder, &right);
        assert_eq!(end_left_over(folder), Some(child.id()));
        assert!(!child.wait().expect("an end").success());
        assert_eq!(end_left_over(folder), None, "it is looked for once");
    }

    #[test]
    fn a_note_that_cannot_be_read_is_dropped() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(file(folder.path()), "{").expect("a file");
        assert_eq!(end_left_over(folder.path()), None);
        assert!(!file(folder.path()).exists());
    }
}
