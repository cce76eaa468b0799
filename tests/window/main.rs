//! The real window, driven as a person does: WebKitWebDriver types and clicks in the built program.
//!
//! Needs a display (`make test` brings one with `xvfb-run`), and the packages webkit2gtk-driver,
//! dbus and gnome-keyring. Each story has its own D-Bus session, keyring and home folder.

#[cfg(target_os = "linux")]
mod driver;
#[cfg(target_os = "linux")]
mod keyring;
#[cfg(target_os = "linux")]
mod questions;
#[cfg(target_os = "linux")]
mod session;
#[cfg(target_os = "linux")]
mod shell;
#[cfg(target_os = "linux")]
mod story;
#[cfg(target_os = "linux")]
mod world;
