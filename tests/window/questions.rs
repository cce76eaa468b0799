//! Questions designed in the real window, in French and without a mouse.

use crate::{
    driver::{
        Window, id,
        keys::{ALT, CONTROL, DELETE, DOWN, END, ENTER, ESCAPE, F8, HOME},
    },
    session::{Home, Keyring},
    story::picture,
    world::World,
};

/// The questions, in order.
const LIST: &str = "#questions-list";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_set_is_made_seen_tried_and_copied_by_keyboard() {
    let (world, home) = (World::new().await, Home::new());
    let window = Window::open(&world, &home, Keyring::None).await;
    window.find(&id("nav-questions")).await;
    window.speak("fr").await;
    window.find(&id("nav-questions")).await;
    window.press("gq").await;
    window.find(&id("start-blank")).await;
    window.focus(&id("start-blank")).await;
    window.press(ENTER).await;

    // Three questions, each with its text.
    window.find(LIST).await;
    for question in ["Quel est votre budget ?", "Quel est votre projet ?", "Votre e-mail ?"] {
        window.focus(LIST).await;
        window.press("n").await;
        window.focuses("#question-text").await;
        window.press(question).await;
        window.press(ESCAPE).await;
        window.focuses(LIST).await;
    }
    window.shows(&id("saving"), "Enregistré").await;
    window.shows(&id("question-row-0"), "budget").await;

    // The first goes below the second, which is found fault with, and mended; both are taken back.
    window.press(HOME).await;
    window.press(&format!("{ALT}{DOWN}")).await;
    window.shows(&id("question-row-0"), "projet").await;
    let fix = "[data-finding] button[data-fix]";
    window.shows(fix, "Trier la liste par numéro").await;
    window.press(F8).await;
    window.focus(fix).await;
    window.press(ENTER).await;
    window.shows(&id("question-row-0"), "budget").await;
    window.gone(fix).await;
    window.focus(LIST).await;
    for row in ["projet", "budget"] {
        window.press(&format!("{CONTROL}z")).await;
        window.shows(&id("question-row-0"), row).await;
    }

    // One is deleted, and comes back.
    window.press(END).await;
    window.press(DELETE).await;
    window.gone(&id("question-row-2")).await;
    window.press(&format!("{CONTROL}z")).await;
    window.shows(&id("question-row-2"), "e-mail").await;
    window.focus(LIST).await;

    // What the agent finds, and what the visitor sees.
    window.press(HOME).await;
    window.shows(&id("agent-view-1"), "[](Q1) Quel est votre budget ?").await;
    let seen = window.shows(&id("visitor-view-1"), "Quel est votre budget ?").await;
    assert!(!seen.contains("[](Q"), "{seen}");
    picture(&window, "designer").await;

    // Two samples are read with the questions as they are.
    window.focus(&id("panel-preview")).await;
    window.press(ENTER).await;
    window.shows(&id("preview-summary"), "3 sur 3").await;
    let first = window.find_text(&id("sample-picker")).await;
    window.focus(LIST).await;
    window.press("]").await;
    window.turns_from(&id("sample-picker"), &first).await;
    window.shows(&id("preview-summary"), "3 sur 3").await;
    picture(&window, "preview").await;

    // The kit is copied.
    window.focus(&id("panel-kit")).await;
    window.press(ENTER).await;
    window.shows(&id("kit-1"), "[](Q1) Quel est votre budget ?").await;
    window.focus(&id("copy-all")).await;
    window.press(ENTER).await;
    window.shows(&id("copy-all"), "Copié").await;
    window.close().await;
}
