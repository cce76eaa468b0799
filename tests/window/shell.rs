//! The window around the pages: it opens whatever happens, ends when asked, and its page may do
//! little.

use crate::{
    driver::{Window, id},
    session::{Home, Keyring},
    world::{World, eventually},
};
use serde_json::json;
use std::{
    fs,
    process::{Command, Stdio},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_data_folder_that_cannot_be_used_is_said_in_the_window_and_tried_again() {
    let (world, home) = (World::new().await, Home::new());
    // Nobody can make a folder where a file is, not even root.
    let folder = world.folder.path().join("data");
    fs::write(&folder, "in the way").expect("a file");
    let window = Window::open(&world, &home, Keyring::None).await;
    window.shows("[role=alert]", "data folder").await;
    assert_eq!(fs::read_to_string(&folder).expect("still there"), "in the way");

    fs::remove_file(&folder).expect("removed");
    window.click("[role=alert] button").await;
    window.find(&id("nav-settings")).await;
    eventually("the folder is made", || folder.is_dir()).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_may_call_the_one_command_and_nothing_else() {
    let (world, home) = (World::new().await, Home::new());
    let window = Window::open(&world, &home, Keyring::None).await;
    window.find(&id("nav-settings")).await;
    let invoke = "window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])";
    let status = window.promise(invoke, json!(["rpc", { "name": "status", "request": {} }])).await;
    assert!(status["fulfilled"]["counts"].is_object(), "{status}");
    for (command, arguments) in [
        ("plugin:shell|execute", json!({ "program": "true", "args": [] })),
        ("plugin:shell|open", json!({ "path": "https://example.com" })),
        ("plugin:event|emit", json!({ "event": "change", "payload": "leads" })),
        ("plugin:window|set_title", json!({ "label": "main", "value": "x" })),
        ("plugin:webview|create_webview_window", json!({ "options": { "label": "x" } })),
    ] {
        let answer = window.promise(invoke, json!([command, arguments])).await;
        let said = answer["rejected"].as_str().unwrap_or_default();
        assert!(said.contains("not allowed"), "{command}: {answer}");
    }

    // Its policy lets it ask no other address, not even blindly, and the window shows no other page.
    let elsewhere = world.crm.base_url();
    let ask = "fetch(arguments[0], { mode: 'no-cors' }).then(() => 'asked')";
    let answer = window.promise(ask, json!([elsewhere])).await;
    assert!(answer["rejected"].is_string(), "{answer}");
    let leave = "Promise.resolve(void (location.href = arguments[0]))";
    window.promise(leave, json!([elsewhere])).await;
    eventually("the way out is refused", || world.said().contains("tried to leave")).await;
    window.find(&id("nav-settings")).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_ends_in_order_when_it_is_asked_to() {
    let (world, home) = (World::new().await, Home::new());
    let mut program = home
        .command(Keyring::None, env!("CARGO_BIN_EXE_leadbridge-desktop"))
        .envs(world.environment())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(world.log())
        .spawn()
        .expect("it starts");
    eventually("it is open", || world.said().contains("the engine is open")).await;
    let pid = program.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().expect("kill").success());
    let ended = std::cell::Cell::new(None);
    eventually("it ends", || {
        ended.set(program.try_wait().expect("a child"));
        ended.get().is_some()
    })
    .await;
    assert!(ended.get().is_some_and(|status| status.success()), "{:?}", ended.get());
}
