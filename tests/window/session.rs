//! A person's desktop session: a home folder, D-Bus, and a keyring in some state.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// The keyring of a session.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keyring {
    /// Running and unlocked, as after signing in to a desktop.
    Unlocked,
    /// Running, but nobody has unlocked it.
    Locked,
    /// There is no D-Bus session at all, as on a server.
    None,
}

/// A person's home folder, in which the keyring outlives a session.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a home folder"));
        fs::create_dir(home.runtime()).expect("a runtime folder");
        fs::set_permissions(home.runtime(), fs::Permissions::from_mode(0o700)).expect("its rights");
        home
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    fn runtime(&self) -> PathBuf {
        self.0.path().join("run")
    }

    /// A command in a session of this person's.
    pub fn command(&self, keyring: Keyring, program: &str) -> Command {
        // The daemon prints where it listens; what follows must know.
        let start = |how: &str| {
            format!(
                r#"eval "$(printf test | gnome-keyring-daemon {how} --components=secrets 2>/dev/null | sed 's/^/export /')"; exec "$@""#
            )
        };
        let mut command = match keyring {
            Keyring::None => Command::new(program),
            Keyring::Unlocked | Keyring::Locked => {
                let how = if keyring == Keyring::Unlocked { "--unlock" } else { "--start" };
                let mut command = Command::new("dbus-run-session");
                command.args(["--", "bash", "-c", &start(how), "--", program]);
                command
            }
        };
        command.env("HOME", self.0.path()).env("XDG_RUNTIME_DIR", self.runtime());
        for name in
            ["DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"]
        {
            command.env_remove(name);
        }
        command
    }
}
