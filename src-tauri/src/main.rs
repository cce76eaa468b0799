//! Leadbridge's window: the engine and its commands, with a page of our own in front.
//!
//! This package knows nothing of iAdvize, CRMs or storage. It opens the engine on the data folder,
//! lets the page call the engine's commands through the one command [`rpc`](rpc::rpc), tells the
//! page of changes, and stops the engine when the program ends.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod engine;
mod log;
mod rpc;
mod signals;
mod tunnel;
mod window;

use engine::Engine;
use std::process::ExitCode;
use tauri::{Manager, RunEvent};

fn main() -> anyhow::Result<ExitCode> {
    // Before anything else: this may be the guard of a tunnel's program.
    if let Some(code) = leadbridge_engine::tunnel::guard::run() {
        return Ok(code);
    }
    log::start();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_shell::init())
        .manage(Engine::default())
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(|app| {
            window::open(app.handle())?;
            tauri::async_runtime::spawn(engine::start(app.handle().clone()));
            tauri::async_runtime::spawn(signals::end_on_request(app.handle().clone()));
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            tauri::async_runtime::block_on(app.state::<Engine>().stop());
        }
    });
    Ok(ExitCode::SUCCESS)
}
