//! The window, which shows our own page and nothing else.

use tauri::{AppHandle, Url, WebviewWindowBuilder, webview::NewWindowResponse};

/// Open it, as `tauri.conf.json` describes it.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let config = app.config().app.windows.first().ok_or(tauri::Error::WindowNotFound)?;
    let dev_page = app.config().build.dev_url.clone().filter(|_| tauri::is_dev());
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(move |url| {
            let ours = is_ours(url) || dev_page.as_ref().is_some_and(|page| same_host(page, url));
            if !ours {
                tracing::warn!(
                    scheme = url.scheme(),
                    "the page tried to leave for another; refused"
                );
            }
            ours
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Whether this is one of the pages built into the program.
fn is_ours(url: &Url) -> bool {
    matches!(
        (url.scheme(), url.host_str()),
        // Windows has no schemes of one's own and uses a host name instead.
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}

fn same_host(one: &Url, other: &Url) -> bool {
    (one.scheme(), one.host_str(), one.port()) == (other.scheme(), other.host_str(), other.port())
}
