//! How a request meets its fault.

use super::{Fault, Faults};
use crate::server::Peer;
use axum::Json;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use futures::StreamExt as _;
use futures::stream;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// One request held by the latency. A client that gives up drops it, and is no longer counted either.
pub(super) struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    pub(super) fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The middleware that makes requests meet their faults.
pub(crate) async fn apply(
    State(faults): State<Faults>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if path == "/" || path.starts_with("/_simulator") {
        return next.run(request).await;
    }
    let fault = faults.take(request.method(), path);
    faults.wait().await;
    let error = |status| (faults.0.error)(status_code(status));
    match fault {
        None => next.run(request).await,
        Some(Fault::Status(status)) => error(status),
        Some(Fault::Answer { status, body }) => (status_code(status), Json(body)).into_response(),
        Some(Fault::Html(status)) => (status_code(status), Html(PROXY_PAGE)).into_response(),
        Some(Fault::Drop) => {
            peer.cut();
            StatusCode::OK.into_response()
        }
        Some(Fault::Truncate) => halve(next.run(request).await).await,
        Some(Fault::WriteThenStatus(status)) => {
            drop(next.run(request).await);
            error(status)
        }
        Some(Fault::WriteThenDrop) => {
            let answer = next.run(request).await;
            peer.cut();
            answer
        }
        Some(Fault::WriteLater(seconds)) => {
            let answer = write_later(&faults, seconds, request, next).await;
            peer.cut();
            answer
        }
    }
}

/// Lets the request go on in so many seconds, without the client: its body is read while it is still there.
async fn write_later(faults: &Faults, seconds: u64, request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let clock = faults.0.clock.clone();
    let at = clock.after(Duration::from_secs(seconds));
    tokio::spawn(async move {
        clock.sleep_until(at).await;
        drop(next.run(Request::from_parts(head, body.into())).await);
    });
    StatusCode::OK.into_response()
}

const PROXY_PAGE: &str =
    "<!doctype html><title>Attention required</title><h1>Sorry, you have been blocked</h1>";

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Announces the whole body, sends half of it, and breaks off.
async fn halve(answer: Response) -> Response {
    let (mut head, body) = answer.into_parts();
    let Ok(whole) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    head.headers.insert(header::CONTENT_LENGTH, whole.len().into());
    let half: Bytes = whole.slice(..whole.len() / 2);
    let first = stream::once(async { Ok(half) });
    // Standing back once lets the first half leave before the error closes the connection.
    let then = stream::once(async {
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    Response::from_parts(head, Body::from_stream(first.chain(then)))
}
