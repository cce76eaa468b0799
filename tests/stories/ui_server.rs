//! The window's pages for a browser: who gets in.

use crate::harness::{Serving, World, free_port};
use reqwest::{Client, StatusCode, redirect::Policy};

struct Pages {
    root: String,
    entry: String,
    http: Client,
    _serving: Serving,
    _world: World,
    _folder: tempfile::TempDir,
}

async fn pages() -> Pages {
    let world = World::new().await;
    world.configure(free_port());
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("index.html"), "<p>the window</p>").expect("a page");
    std::fs::write(folder.path().join("script.js"), "").expect("a script");
    let directory = folder.path().display().to_string();
    let command = world.program(&["serve", "--json", "--ui", "--ui-dir", &directory]);
    let serving = Serving::with(command);
    let entry = serving.ui.clone().expect("an address");
    let root = entry.split("/?").next().expect("a root").to_owned();
    let http = Client::builder().redirect(Policy::none()).build().expect("a client");
    Pages { root, entry, http, _serving: serving, _world: world, _folder: folder }
}

#[tokio::test]
async fn the_token_opens_once_and_the_cookie_from_then_on() {
    let pages = pages().await;
    let http = &pages.http;
    let visit = async |url: &str| http.get(url).send().await.expect("an answer");
    assert_eq!(visit(&pages.root).await.status(), StatusCode::UNAUTHORIZED);
    let wrong = format!("{}/?token=wrong", pages.root);
    assert_eq!(visit(&wrong).await.status(), StatusCode::UNAUTHORIZED);
    let entered = visit(&pages.entry).await;
    assert_eq!(entered.status(), StatusCode::SEE_OTHER);
    let cookie = entered.headers()["set-cookie"].to_str().expect("text").to_owned();
    // Two servers on one machine don't put out each other's visitors.
    let port = pages.root.rsplit(':').next().expect("a port");
    assert!(cookie.starts_with(&format!("leadbridge_session_{port}=")), "{cookie}");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    assert_eq!(visit(&pages.entry).await.status(), StatusCode::UNAUTHORIZED, "it opens once");

    let cookie = cookie.split(';').next().expect("a pair");
    let page = http.get(&pages.root).header("cookie", cookie).send().await.expect("an answer");
    let policy = page.headers()["content-security-policy"].to_str().expect("text").to_owned();
    assert!(policy.contains("default-src 'self'"), "{policy}");
    assert_eq!(page.headers()["cache-control"], "no-store", "a new version shows at once");
    assert!(page.text().await.expect("a page").contains("the window"));
    let script = format!("{}/script.js", pages.root);
    let script = http.get(script).header("cookie", cookie).send().await.expect("an answer");
    assert_eq!(script.headers().get("cache-control"), None, "its name tells its content");

    let rpc = || {
        http.post(format!("{}/rpc/status", pages.root))
            .body("{}")
            .header("content-type", "application/json")
    };
    let status =
        async |request: reqwest::RequestBuilder| request.send().await.expect("an answer").status();
    assert_eq!(status(rpc().header("origin", &pages.root)).await, StatusCode::UNAUTHORIZED);
    assert_eq!(status(rpc().header("cookie", cookie)).await, StatusCode::FORBIDDEN, "no Origin");
    let evil = rpc().header("cookie", cookie).header("origin", "http://evil.example");
    assert_eq!(status(evil).await, StatusCode::FORBIDDEN);
    let rebound = rpc()
        .header("cookie", cookie)
        .header("origin", "http://evil.example")
        .header("host", "evil.example");
    assert_eq!(status(rebound).await, StatusCode::FORBIDDEN);
    assert_eq!(
        status(rpc().header("cookie", cookie).header("origin", &pages.root)).await,
        StatusCode::OK
    );
    let changes = http.get(format!("{}/changes", pages.root)).header("cookie", cookie);
    assert_eq!(
        status(changes.header("origin", "http://evil.example")).await,
        StatusCode::FORBIDDEN
    );
}
