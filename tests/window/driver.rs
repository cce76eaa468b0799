//! A small WebDriver client: just what the stories need.

use crate::{
    session::{Home, Keyring},
    world::World,
};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use std::{
    net::{Ipv4Addr, TcpListener},
    os::unix::process::CommandExt,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// WebDriver's name for an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long anything in the window may take. The very first start on a busy machine has been seen
/// to take 16 seconds.
pub const PATIENCE: Duration = Duration::from_secs(60);
const LOOK: Duration = Duration::from_millis(50);

/// The program's window, under WebDriver.
pub struct Window {
    driver: Child,
    session: String,
    http: Client,
}

impl Window {
    /// Start the built program on this world's data folder, in a session of this person's, and
    /// wait for its window.
    pub async fn open(world: &World, home: &Home, keyring: Keyring) -> Self {
        // reqwest's TLS provider is picked once for the process; a second call is told so.
        drop(rustls::crypto::ring::default_provider().install_default());
        let http = Client::builder().timeout(PATIENCE).build().expect("a client");
        let (driver, base) = loop {
            // Between finding a free port and listening on it somebody else may take it.
            match start(world, home, keyring, &http).await {
                Some(started) => break started,
                None => continue,
            }
        };
        let mut window = Self { driver, session: base.clone(), http };
        let program = env!("CARGO_BIN_EXE_leadbridge-desktop");
        let options = json!({ "binary": program, "args": [] });
        let wanted = json!({ "alwaysMatch": { "webkitgtk:browserOptions": options } });
        let answer = window.send("/session", json!({ "capabilities": wanted })).await;
        let session =
            answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {answer}"));
        window.session = format!("{base}/session/{session}");
        window
    }

    /// Close the window, and wait until the program has ended.
    pub async fn close(mut self) {
        self.http.delete(&self.session).send().await.ok();
        self.end();
    }

    /// Click the element.
    pub async fn click(&self, css: &str) {
        self.until(css, "clicked", async || {
            let element = self.in_view(css).await?;
            let answer = self.send(&format!("/element/{element}/click"), json!({})).await;
            answer.is_null().then_some(())
        })
        .await;
    }

    /// Replace what stands in a field, as soon as it takes input.
    pub async fn fill(&self, css: &str, text: &str) {
        let element = self
            .until(css, "a field that takes input", async || {
                let element = self.in_view(css).await?;
                let cleared = self.send(&format!("/element/{element}/clear"), json!({})).await;
                cleared.is_null().then_some(element)
            })
            .await;
        let typed = self.send(&format!("/element/{element}/value"), json!({ "text": text })).await;
        assert!(typed.is_null(), "{css} can't be typed into: {typed}");
    }

    /// Press keys where the focus is, one after the other; held ones are let go after the last.
    pub async fn press(&self, keys: &str) {
        let active = self.get("/element/active").await;
        let element = active[ELEMENT].as_str().unwrap_or_else(|| panic!("no focus: {active}"));
        let path = format!("/element/{element}/value");
        let pressed = self.send(&path, json!({ "text": keys })).await;
        assert!(pressed.is_null(), "{keys:?} can't be pressed: {pressed}");
    }

    /// Choose a language as the settings do, whatever the desktop speaks.
    pub async fn speak(&self, language: &str) {
        let keep = "Promise.resolve(localStorage.setItem('leadbridge.language', arguments[0]))";
        let kept = self.promise(keep, json!([language])).await;
        assert!(kept["fulfilled"].is_null(), "{kept}");
        self.send("/refresh", json!({})).await;
        self.find(&format!("html[lang={language}]")).await;
    }

    /// Bring the focus to the element, as Tab would.
    pub async fn focus(&self, css: &str) {
        let element = self.find(css).await;
        self.run("arguments[0].focus()", &element).await;
        self.focuses(css).await;
    }

    /// Wait until the element is no longer there.
    pub async fn gone(&self, css: &str) {
        self.until(css, "gone", async || self.look(css).await.is_none().then_some(())).await;
    }

    /// Wait until the element has the focus.
    pub async fn focuses(&self, css: &str) {
        self.find(&format!("{css}:focus")).await;
    }

    /// Wait until the element is there. Answers its id.
    pub async fn find(&self, css: &str) -> String {
        self.until(css, "there", async || self.look(css).await).await
    }

    /// The element's text, once it holds this.
    pub async fn shows(&self, css: &str, wanted: &str) -> String {
        self.until(css, wanted, async || {
            let text = self.text(css).await?;
            text.contains(wanted).then_some(text)
        })
        .await
    }

    /// The element's text, once it has any.
    pub async fn find_text(&self, css: &str) -> String {
        self.until(css, "any text", async || self.text(css).await.filter(|text| !text.is_empty()))
            .await
    }

    /// Wait until the element's text is another than this.
    pub async fn turns_from(&self, css: &str, old: &str) {
        self.until(css, "another text", async || {
            self.text(css).await.filter(|text| text != old).map(drop)
        })
        .await;
    }

    /// What a field holds, once it holds this.
    pub async fn holds(&self, css: &str, wanted: &str) -> String {
        self.until(css, wanted, async || {
            let element = self.look(css).await?;
            let value = self.get(&format!("/element/{element}/property/value")).await;
            value.as_str().filter(|value| value.contains(wanted)).map(str::to_owned)
        })
        .await
    }

    /// A picture of the window, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        use base64::{Engine, engine::general_purpose::STANDARD};
        let answer = self.get("/screenshot").await;
        STANDARD.decode(answer.as_str().expect("a picture")).expect("base64")
    }

    /// The element's text as rendered, if it is there now. Asked of the page itself: WebDriver's own
    /// notion of "displayed" leaves out what scrolls.
    pub async fn text(&self, css: &str) -> Option<String> {
        let element = self.look(css).await?;
        let script = "return arguments[0].innerText";
        self.run(script, &element).await.as_str().map(str::to_owned)
    }

    /// What becomes of a promise that the page makes: `{"fulfilled": …}` or `{"rejected": "…"}`.
    pub async fn promise(&self, script: &str, arguments: Value) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             ({script}).then((value) => done({{ fulfilled: value ?? null }}),
                             (why) => done({{ rejected: String(why) }}))"
        );
        self.send("/execute/async", json!({ "script": script, "args": arguments })).await
    }

    async fn run(&self, script: &str, element: &str) -> Value {
        let request = json!({ "script": script, "args": [{ ELEMENT: element }] });
        self.send("/execute/sync", request).await
    }

    async fn look(&self, css: &str) -> Option<String> {
        let query = json!({ "using": "css selector", "value": css });
        self.send("/element", query).await[ELEMENT].as_str().map(str::to_owned)
    }

    /// The element, scrolled to where a person would have it: what is cut off at an edge takes no
    /// input.
    async fn in_view(&self, css: &str) -> Option<String> {
        let element = self.look(css).await?;
        self.run("arguments[0].scrollIntoView({ block: 'center' })", &element).await;
        Some(element)
    }

    async fn until<T>(&self, css: &str, wanted: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let began = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            if began.elapsed() > PATIENCE {
                let text = self.text("body").await.unwrap_or_default();
                panic!("{css} is never {wanted:?}; the window shows:\n{text}");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn get(&self, path: &str) -> Value {
        self.request(Method::GET, path, None).await
    }

    async fn send(&self, path: &str, body: Value) -> Value {
        self.request(Method::POST, path, Some(body)).await
    }

    /// WebDriver's answer; an error of its is a value like any other, for the caller to look at.
    async fn request(&self, method: Method, path: &str, body: Option<Value>) -> Value {
        let mut request = self.http.request(method, format!("{}{path}", self.session));
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.expect("WebKitWebDriver answers");
        let mut answer: Value = answer.json().await.expect("WebKitWebDriver answers JSON");
        answer["value"].take()
    }

    fn end(&mut self) {
        // The whole group: ending the driver alone leaves the program behind.
        let group = format!("-{}", self.driver.id());
        Command::new("kill").args(["-TERM", "--", &group]).status().ok();
        self.driver.wait().ok();
    }
}

/// A port that nobody listens on now.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}

/// Start WebKitWebDriver on a port that was free. `None` when it ended without listening.
async fn start(
    world: &World,
    home: &Home,
    keyring: Keyring,
    http: &Client,
) -> Option<(Child, String)> {
    let port = free_port();
    let mut driver = home
        .command(keyring, "WebKitWebDriver")
        .args([format!("--port={port}"), "--host=127.0.0.1".into()])
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        // Software rendering under Xvfb needs no GPU buffers.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("LEADBRIDGE_LOG", "debug")
        .envs(world.environment())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(world.log())
        .process_group(0)
        .spawn()
        .expect("webkit2gtk-driver, dbus and gnome-keyring are installed");
    let (base, began) = (format!("http://127.0.0.1:{port}"), Instant::now());
    loop {
        let request = http.get(format!("{base}/status")).timeout(Duration::from_secs(2));
        let listens = request.send().await.is_ok();
        if driver.try_wait().expect("a child").is_some() {
            return None;
        }
        if listens {
            return Some((driver, base));
        }
        assert!(began.elapsed() < PATIENCE, "WebKitWebDriver doesn't answer");
        tokio::time::sleep(LOOK).await;
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.end();
    }
}

/// The selector of a `data-testid`.
pub fn id(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

/// Keys as WebDriver names them.
pub mod keys {
    pub const ALT: &str = "\u{e00a}";
    pub const CONTROL: &str = "\u{e009}";
    pub const DOWN: &str = "\u{e015}";
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const F8: &str = "\u{e038}";
    pub const HOME: &str = "\u{e011}";
    pub const DELETE: &str = "\u{e017}";
    pub const END: &str = "\u{e010}";
}
