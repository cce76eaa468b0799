//! The keyring: found again after a restart; and what is said when there is none, or it is locked.

use crate::{
    driver::{Window, id},
    session::{Home, Keyring},
    world::World,
};
use std::{io::Write, process::Stdio};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_finds_the_password_again() {
    let (world, home) = (World::new().await, Home::new());
    world.configure();
    let window = Window::open(&world, &home, Keyring::Unlocked).await;
    crate::story::sign_in(&window, &world).await;
    crate::story::set_webhook_secret(&window, &world).await;
    window.close().await;

    let logins = world.iadvize.counts().logins;
    world.iadvize.revoke_tokens();
    let window = Window::open(&world, &home, Keyring::Unlocked).await;
    let address = crate::story::webhook_address(&window).await;
    world.iadvize.subscribe(&address).expect("an address");
    let seeds = leadbridge_simulator::seed::conversations();
    world.iadvize.close(seeds[0].id()).expect("it is closed");
    window.click(&id("nav-conversations")).await;
    window.find(&id(&format!("conversation-row-{}", seeds[0].id()))).await;
    assert_eq!(world.iadvize.counts().logins, logins + 1, "it signed in by itself");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_d_bus_the_window_says_so_and_how_to_go_on() {
    let (world, home) = (World::new().await, Home::new());
    let window = Window::open(&world, &home, Keyring::None).await;
    window.click(&id("nav-settings")).await;
    window.shows("body", "LEADBRIDGE_SECRET_IADVIZE_PASSWORD").await;
    crate::story::try_to_sign_in(&window, &world).await;
    window.shows("body", "No keyring answers").await;
    assert_eq!(
        world.iadvize.conversations().len(),
        leadbridge_simulator::seed::conversations().len()
    );
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_keyring_is_said_to_be_locked() {
    let (world, home) = (World::new().await, Home::new());
    // A first session makes the keyring, and a second finds it locked.
    assert_eq!(login(&world, &home, Keyring::Unlocked), "");
    let says = login(&world, &home, Keyring::Locked);
    assert!(says.contains("the keyring is locked"), "{says}");
    assert!(says.contains("LEADBRIDGE_SECRET_IADVIZE_PASSWORD"), "{says}");
}

/// `leadbridge login`; answers what it says on standard error besides its log.
fn login(world: &World, home: &Home, keyring: Keyring) -> String {
    let options = world.iadvize.options();
    let program = World::command_line().display().to_string();
    let mut child = home
        .command(keyring, &program)
        .args(["login", "--email", &options.usernames[0], "--base-url", &world.iadvize.base_url()])
        .envs(world.environment())
        // Nobody is at the screen to be asked.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("LEADBRIDGE_LOG", "off")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a session starts");
    let mut stdin = child.stdin.take().expect("piped");
    writeln!(stdin, "{}", options.password).expect("written");
    drop(stdin);
    let output = child.wait_with_output().expect("it ended");
    let says = String::from_utf8_lossy(&output.stderr);
    says.lines().filter(|line| line.starts_with("leadbridge:")).collect::<Vec<_>>().join("\n")
}
