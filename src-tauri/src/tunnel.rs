//! Starts the tunnel's programs, through the shell plugin and under a guard.
//!
//! The plugin ends only what a page has started, and can ask nothing of the kernel, so that what it
//! starts here is this very program as a guard (`leadbridge_engine::tunnel::guard`). The pages have
//! no permission for the plugin at all.

use leadbridge_engine::tunnel::{Launcher, Order, Output, Running};
use std::io;
use tauri::AppHandle;
use tauri_plugin_shell::{
    ShellExt as _,
    process::{CommandChild, CommandEvent},
};
use tokio::sync::mpsc;

/// How many lines may wait to be read.
const WAITING: usize = 256;

/// The window's way to start programs.
pub struct Shell(pub AppHandle);

/// Holds the pipe whose end tells the guard to end the program.
struct Held(#[expect(dead_code, reason = "held for its drop")] CommandChild);

#[async_trait::async_trait]
impl Launcher for Shell {
    async fn launch(&self, order: &Order) -> io::Result<Running> {
        let command = self.0.shell().command(std::env::current_exe()?);
        let command = command.args(order.guard_arguments()).envs(order.environment());
        let (mut events, child) = command.spawn().map_err(io::Error::other)?;
        let (sender, output) = mpsc::channel(WAITING);
        tokio::spawn(async move {
            while let Some(event) = events.recv().await {
                let heard = match event {
                    CommandEvent::Stdout(line) | CommandEvent::Stderr(line) => Output::line(&line),
                    CommandEvent::Terminated(end) => Output::Ended(end.code),
                    _ => continue,
                };
                // Read on when nobody listens: a full pipe would stop the program.
                drop(sender.send(heard).await);
            }
        });
        Ok(Running::new(output, Held(child)))
    }
}
