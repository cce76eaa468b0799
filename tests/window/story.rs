//! The main job in the real window: sign in, receive, look, push, arrive.

use crate::{
    driver::{Window, id},
    session::{Home, Keyring},
    world::{World, eventually},
};
use leadbridge_simulator::seed;
use std::{
    fs,
    path::{Path, PathBuf},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_signing_in_to_the_lead_in_the_crm() {
    let (world, home) = (World::new().await, Home::new());
    world.configure();
    let window = Window::open(&world, &home, Keyring::Unlocked).await;
    sign_in(&window, &world).await;
    set_webhook_secret(&window, &world).await;
    world.iadvize.subscribe(&webhook_address(&window).await).expect("an address");
    connect_hubspot(&window, &world).await;
    picture(&window, "settings").await;

    // A conversation closes; it appears by itself.
    let seeds = seed::conversations();
    let seed = &seeds[0];
    window.click(&id("nav-conversations")).await;
    world.iadvize.close(seed.id()).expect("it is closed");
    window.click(&id(&format!("conversation-row-{}", seed.id()))).await;

    // The answer is lit at its very characters, and stands beside the transcript.
    let lit = window.shows(&id("lit-answer-1"), "cuisine").await;
    assert_eq!(lit, "cuisine");
    window.shows(&id("answer-5"), "Nantes").await;
    let shown = window.text("body").await.expect("a window");
    assert!(!shown.contains("[](Q"), "markers are not shown raw");
    assert_eq!(world.crm.state().all_writes(), 0, "nothing is sent before the push");
    picture(&window, "conversation").await;

    // Push by hand, and see it arrive.
    window.click(&id("push-button")).await;
    window.shows(&id("lead-state"), "Sent").await;
    eventually("the lead is in the CRM", || !world.crm.state().notes.is_empty()).await;
    let state = world.crm.state();
    let contact = state.contact("camille.moreau@example.com").expect("a contact");
    assert_eq!(contact.get("city"), Some("Nantes"));
    window.click(&id("nav-leads")).await;
    window.shows("[data-testid^='lead-row-']", "camille.moreau@example.com").await;
    picture(&window, "leads").await;
    nothing_leaked(&world, &home);
    window.close().await;
}

/// Sign in to iAdvize; a simulator, so with its address.
pub async fn sign_in(window: &Window, world: &World) {
    window.click(&id("nav-settings")).await;
    try_to_sign_in(window, world).await;
    window.shows(&id("account-email"), &world.iadvize.options().usernames[0]).await;
}

/// Fill in the form and send it, whatever comes of it.
pub async fn try_to_sign_in(window: &Window, world: &World) {
    let account = world.iadvize.options();
    window.fill(&id("sign-in-email"), &account.usernames[0]).await;
    window.fill(&id("sign-in-password"), &account.password).await;
    window.fill(&id("sign-in-base-url"), &world.iadvize.base_url()).await;
    window.click(&id("sign-in-submit")).await;
}

pub async fn set_webhook_secret(window: &Window, world: &World) {
    window.fill(&id("webhook-secret"), &world.iadvize.options().webhook_secret).await;
    window.click(&id("webhook-secret-save")).await;
    window.shows("body", "A secret is kept").await;
}

/// The address that the window shows for webhooks.
pub async fn webhook_address(window: &Window) -> String {
    window.click(&id("nav-settings")).await;
    window.holds(&id("webhook-address"), "http://127.0.0.1:").await
}

async fn connect_hubspot(window: &Window, world: &World) {
    window.click(&id("destination-kind-hubspot")).await;
    window.fill(&id("destination-token"), &world.crm.options().token).await;
    window.fill(&id("destination-base-url"), &world.crm.base_url()).await;
    window.click(&id("destination-connect")).await;
    window.shows("body", "HubSpot answers").await;
}

/// While the program runs: no secret in any file of its or of this person's home, in its log or in
/// any process's arguments, and no visitor's email in the log.
fn nothing_leaked(world: &World, home: &Home) {
    let (iadvize, crm) = (world.iadvize.options(), world.crm.options());
    let tokens = world.iadvize.tokens();
    assert!(!tokens.is_empty());
    let mut files = files_under(world.folder.path());
    assert!(files.iter().any(|file| file.ends_with("leadbridge.db")), "the data is looked at");
    files.extend(files_under(home.path()));
    let processes = fs::read_dir("/proc").expect("processes").flatten();
    files.extend(processes.map(|process| process.path().join("cmdline")));
    for file in files {
        // Sockets can't be read as files, and processes end.
        let bytes = fs::read(&file).unwrap_or_default();
        let given = [&iadvize.password, &iadvize.webhook_secret, &crm.token];
        for secret in given.into_iter().chain(&tokens) {
            assert!(!has(&bytes, secret), "{} holds a secret", file.display());
        }
    }
    let log = world.said();
    assert!(log.contains("signed in to iAdvize"), "the log is looked at: {log}");
    assert!(!log.contains("@example.com"), "the log holds an email");
    assert!(!log.contains("cuisine"), "the log holds what a visitor said");
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        // A link is not followed.
        match entry.file_type().expect("its type") {
            kind if kind.is_dir() => files.extend(files_under(&entry.path())),
            kind if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Keep a picture where `LEADBRIDGE_PICTURES` says, if it says so.
pub async fn picture(window: &Window, name: &str) {
    if let Some(folder) = std::env::var_os("LEADBRIDGE_PICTURES") {
        let file = Path::new(&folder).join(format!("{name}.png"));
        fs::write(file, window.picture().await).expect("a picture is kept");
    }
}
