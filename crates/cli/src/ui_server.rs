//! The window's pages for a browser on this machine: development, and tests of the whole.
//!
//! Listens on 127.0.0.1 alone. The address that is printed carries a token that opens it once; from
//! then on a cookie does. `Host` must be ours, so that no other site's name leads here, and every
//! request that is not a plain visit must come from our own pages.

use crate::failure::Failure;
use axum::{
    Json, Router,
    extract::{Path as UrlPath, Query, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{
        IntoResponse, Redirect, Response, Sse,
        sse::{Event, KeepAlive},
    },
    routing::{get, post},
};
use futures::{Stream, StreamExt, stream};
use leadbridge_engine::{
    App,
    api::{self, ApiError, Code},
    types::Topic,
};
use serde::Deserialize;
use serde_json::Value;
use std::{
    convert::Infallible,
    net::Ipv4Addr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::{
    net::TcpListener,
    sync::broadcast::{Receiver, error::RecvError},
};
use tower_http::services::ServeDir;

/// The same policy as the window's.
const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The pages, served until the program ends.
pub struct UiServer {
    address: String,
}

struct Door {
    port: u16,
    /// The cookie's name. It holds the port, since a browser keeps one set of cookies for all
    /// ports of a host: a second server must not put out the first one's visitors.
    cookie: String,
    token: String,
    used: AtomicBool,
    session: String,
}

impl UiServer {
    /// Serve the pages in this folder.
    pub async fn start(app: App, folder: &Path, port: u16) -> Result<Self, Failure> {
        if !folder.join("index.html").is_file() {
            return Err(Failure::input(format!(
                "{}: the window's pages are not there; build them with `npm run build` in ui/, or name another folder with --ui-dir",
                folder.display()
            )));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| {
            Failure::wrong(format!("port {port} for the window's pages: {error}"))
        })?;
        let port = listener.local_addr()?.port();
        let random = || uuid::Uuid::new_v4().simple().to_string();
        let door = Arc::new(Door {
            port,
            cookie: format!("leadbridge_session_{port}"),
            token: random(),
            used: AtomicBool::new(false),
            session: random(),
        });
        let address = format!("http://127.0.0.1:{port}/?token={}", door.token);
        let router = Router::new()
            .route("/rpc/{name}", post(rpc))
            .route("/changes", get(changes))
            .with_state(app)
            .fallback_service(ServeDir::new(folder))
            .layer(middleware::from_fn_with_state(door, guard));
        tokio::spawn(async move {
            let served = axum::serve(listener, router).await;
            tracing::error!(?served, "the window's pages are no longer served");
        });
        Ok(Self { address })
    }

    /// Where a browser opens them, once.
    pub fn address(&self) -> &str {
        &self.address
    }
}

#[derive(Deserialize)]
struct Entry {
    token: Option<String>,
}

async fn guard(
    State(door): State<Arc<Door>>,
    Query(entry): Query<Entry>,
    request: Request,
    next: Next,
) -> Response {
    if let Err(why) = door.admit(request.method(), request.headers()) {
        return (StatusCode::FORBIDDEN, format!("{why}\n")).into_response();
    }
    if let Some(token) = entry.token {
        return door.open(&token);
    }
    if !door.knows(request.headers()) {
        let why = "this address opens with the token that `leadbridge serve --ui` prints, once\n";
        return (StatusCode::UNAUTHORIZED, why).into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    // The page names its scripts by their content: an old page would ask for scripts that are gone.
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("text/html")) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

impl Door {
    fn admit(&self, method: &Method, headers: &HeaderMap) -> Result<(), &'static str> {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let host = text(header::HOST);
        let ours = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        if !host.is_some_and(|host| ours.iter().any(|our| our == host)) {
            return Err("the Host header is not ours");
        }
        let origin = text(header::ORIGIN);
        let from_us = origin == host.map(|host| format!("http://{host}")).as_deref();
        if (method != Method::GET || origin.is_some()) && !from_us {
            return Err("the Origin header is not ours");
        }
        Ok(())
    }

    fn open(&self, token: &str) -> Response {
        let right = equal(token, &self.token) && !self.used.swap(true, Ordering::SeqCst);
        if !right {
            return (StatusCode::UNAUTHORIZED, "the token is wrong, or was used before\n")
                .into_response();
        }
        let (name, session) = (&self.cookie, &self.session);
        let cookie = format!("{name}={session}; HttpOnly; SameSite=Strict; Path=/");
        ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response()
    }

    fn knows(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(header::COOKIE).into_iter();
        let pairs =
            cookies.filter_map(|value| value.to_str().ok()).flat_map(|text| text.split(';'));
        pairs
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == self.cookie && equal(value, &self.session))
    }
}

/// Compare without telling by the time it takes where they differ.
fn equal(given: &str, right: &str) -> bool {
    given.len() == right.len()
        && given.bytes().zip(right.bytes()).fold(0, |seen, (a, b)| seen | (a ^ b)) == 0
}

async fn rpc(
    State(app): State<App>,
    UrlPath(name): UrlPath<String>,
    Json(request): Json<Value>,
) -> Response {
    match api::dispatch(&app, &name, request).await {
        Ok(response) => Json(response).into_response(),
        Err(error) => (status(&error), Json(error)).into_response(),
    }
}

fn status(error: &ApiError) -> StatusCode {
    match error.code {
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

async fn changes(State(app): State<App>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    // A topic is one word: writing it as JSON doesn't fail.
    let event = async |topic| Some(Ok(Event::default().json_data(topic).ok()?));
    let events = heard(app.changes()).filter_map(event);
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// What changed. Nobody knows which changes a slow reader missed: then everything may have.
fn heard(changes: Receiver<Topic>) -> impl Stream<Item = Topic> {
    let topics = stream::unfold(changes, |mut changes| async move {
        let topics = match changes.recv().await {
            Ok(topic) => vec![topic],
            Err(RecvError::Lagged(_)) => Topic::ALL.to_vec(),
            Err(RecvError::Closed) => return None,
        };
        Some((topics, changes))
    });
    topics.flat_map(stream::iter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_missed_changes_looks_at_everything_again() {
        let (sender, changes) = tokio::sync::broadcast::channel(1);
        for topic in [Topic::Settings, Topic::Settings, Topic::Events] {
            sender.send(topic).expect("someone listens");
        }
        drop(sender);
        let topics: Vec<Topic> = heard(changes).collect().await;
        assert_eq!(topics, [Topic::ALL.as_slice(), &[Topic::Events]].concat());
    }
}
