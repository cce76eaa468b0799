//! What every outgoing call has in common: TLS, limits, and nothing followed blindly.

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use std::{error::Error as _, time::Duration};
use url::{Host, Url};

/// The most of an answer that is read. A long conversation's page is some hundred kilobytes.
pub const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(10);
/// How long a whole call may take.
const WHOLE: Duration = Duration::from_secs(30);

/// A client for an adapter.
pub fn client() -> reqwest::Client {
    // Only the first call installs it; a second is told so, and that is fine.
    drop(rustls::crypto::ring::default_provider().install_default());
    reqwest::Client::builder()
        .connect_timeout(CONNECT)
        .timeout(WHOLE)
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("leadbridge/", env!("CARGO_PKG_VERSION")))
        .build()
        .expect("these settings are always valid")
}

/// An answer that was read whole.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// How long it asks to wait, in seconds, if it does.
    pub retry_after: Option<i64>,
    /// What time it is at the other side, if it says.
    pub date: Option<Timestamp>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// Whether the status is 2xx. For what it means, ask the adapter.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body as JSON of this shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, String> {
        let deserializer = &mut serde_json::Deserializer::from_slice(&self.body);
        serde_path_to_error::deserialize(deserializer).map_err(|e| e.to_string())
    }
}

/// Send a request and read the answer whole. The error is a sentence without the address, which
/// may carry what should not be shown.
pub async fn send(request: reqwest::RequestBuilder) -> Result<Answer, String> {
    try_send(request).await.map_err(|broken| broken.why)
}

/// Why there was no answer.
pub struct Broken {
    /// A sentence without the address.
    pub why: String,
    /// How far the call came.
    pub at: At,
}

/// Where a call broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The host's name is unknown.
    Name,
    /// Nobody answers at its address.
    Connection,
    /// Later, or it was too slow.
    Answer,
}

/// The same, and how far a failed call came.
pub async fn try_send(request: reqwest::RequestBuilder) -> Result<Answer, Broken> {
    let mut response = request.send().await.map_err(describe)?;
    let status = response.status().as_u16();
    let retry_after = response
        .headers()
        .get(reqwest::header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let date = response
        .headers()
        .get(reqwest::header::DATE)
        .and_then(|value| jiff::fmt::rfc2822::parse(value.to_str().ok()?).ok())
        .map(|date| date.timestamp());
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(describe)? {
        if body.len() + chunk.len() > BODY_LIMIT {
            let why = format!("the answer is larger than {} MB", BODY_LIMIT / 1024 / 1024);
            return Err(Broken { why, at: At::Answer });
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer { status, retry_after, date, body })
}

fn describe(error: reqwest::Error) -> Broken {
    let error = error.without_url();
    let mut at = match &error {
        e if e.is_connect() && !e.is_timeout() => At::Connection,
        _ => At::Answer,
    };
    let what = match &error {
        e if e.is_timeout() => "no answer in time",
        e if e.is_connect() => "no connection",
        e if e.is_body() || e.is_decode() => "the answer broke off",
        _ => "the call failed",
    };
    let mut cause: Option<&dyn std::error::Error> = error.source();
    while let Some(deeper) = cause.and_then(|c| {
        // The connector's own words: it has no type for it.
        if at == At::Connection && c.to_string() == "dns error" {
            at = At::Name;
        }
        c.source()
    }) {
        cause = Some(deeper);
    }
    let why = match cause {
        Some(cause) => format!("{what} ({cause})"),
        None => what.to_owned(),
    };
    Broken { why, at }
}

/// Check a base address: `https` anywhere, plain `http` on this machine only.
pub fn base_url(text: &str) -> Result<String, String> {
    let url =
        Url::parse(text.trim()).map_err(|error| format!("{text:?} is no address: {error}"))?;
    let local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => {}
        "http" if local => {}
        _ => return Err(format!("{text:?} must begin with https://")),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("an address must not carry a user name or password".into());
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_address_is_https_or_this_machine() {
        for (text, expected) in [
            ("https://api.iadvize.com", Some("https://api.iadvize.com")),
            (" https://api.iadvize.com/ ", Some("https://api.iadvize.com")),
            ("http://127.0.0.1:8080/", Some("http://127.0.0.1:8080")),
            ("http://localhost:1", Some("http://localhost:1")),
            ("http://[::1]:1/x", Some("http://[::1]:1/x")),
            ("http://api.iadvize.com", None),
            ("http://127.0.0.1.example.com", None),
            ("ftp://127.0.0.1", None),
            ("https://user:secret@example.com", None),
            ("api.iadvize.com", None),
            ("", None),
        ] {
            assert_eq!(base_url(text).ok().as_deref(), expected, "{text}");
        }
    }
}
