//! Whether the public address leads here: what is sent there must be heard by our own listener.
//!
//! A number nobody can guess goes out to `<address>/health?nonce=…`, over a connection of its own
//! whose certificate is checked against the system's roots, and counts only when the listener has
//! heard it: an address that answers for somebody else proves nothing. Name, connection and TLS
//! are timed apart from the whole, since iAdvize gives them one second.

use crate::{
    said::{Key, Said},
    types::CONNECT_LIMIT_MS,
};
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::{Request, body::Bytes, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use rustls::{
    ClientConfig,
    pki_types::{CertificateDer, ServerName},
};
use rustls_platform_verifier::Verifier;
use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, Instant},
};
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};
use url::Url;

/// How long a look may take in all. Two that fail, the pause between them and a new start must fit
/// into the 35 s after which a silent drop is mended.
pub const PATIENCE: Duration = Duration::from_secs(4);
/// The most of an answer that is read.
const ANSWER: usize = 64 * 1024;

/// The listener's path that hears.
pub const PATH: &str = "/health";

/// What a look has shown.
#[derive(Debug, Clone)]
pub struct Look {
    /// How long name, connection and TLS took, if they came about.
    pub connect: Option<Duration>,
    /// How long the whole took.
    pub total: Duration,
    /// What was seen.
    pub found: Found,
}

/// What was seen at the public address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It leads here.
    Us,
    /// There is no such name.
    NoName(String),
    /// Nothing takes the connection.
    NoConnection(String),
    /// Its certificate isn't to be trusted.
    Untrusted(String),
    /// It took the connection, and then broke off.
    BrokeOff(String),
    /// It answers with this status, and nothing arrived here.
    Elsewhere(u16),
    /// It took longer than [`PATIENCE`].
    Silence,
}

impl Look {
    /// A look that could not be taken at all.
    pub fn broken(why: &str) -> Self {
        Self { connect: None, total: Duration::ZERO, found: Found::BrokeOff(why.to_owned()) }
    }

    /// Whether the address leads here.
    pub fn ok(&self) -> bool {
        self.found == Found::Us
    }

    /// Whether to open the tunnel again could mend it: no start gives another certificate.
    pub fn mendable(&self) -> bool {
        !matches!(self.found, Found::Us | Found::Untrusted(_))
    }

    /// What was seen at this address, for people.
    pub fn said(&self, address: &str) -> Said {
        let host = address.trim_start_matches("https://");
        let about = |key, name: &str, value: &str| {
            Said::new(key, [("host", host.to_owned()), (name, value.to_owned())])
        };
        match &self.found {
            Found::Us => {
                let ms = self.connect.map_or(0, millis);
                let slow = ms > CONNECT_LIMIT_MS;
                let with = [("ms", ms.to_string()), ("limit", CONNECT_LIMIT_MS.to_string())];
                let [spent, limit] = with;
                match slow {
                    true => Said::new(Key::TunnelSlow, [spent, limit]),
                    false => Said::new(Key::TunnelProved, [spent]),
                }
            }
            Found::NoName(why) => about(Key::TunnelNameUnknown, "why", why),
            Found::NoConnection(why) => about(Key::TunnelNoConnection, "why", why),
            Found::Untrusted(why) => about(Key::TunnelCertificate, "why", why),
            Found::BrokeOff(why) => about(Key::TunnelBrokeOff, "why", why),
            Found::Elsewhere(status) => about(Key::TunnelElsewhere, "status", &status.to_string()),
            Found::Silence => about(Key::TunnelSilent, "seconds", &PATIENCE.as_secs().to_string()),
        }
    }
}

/// A time in whole milliseconds.
pub fn millis(time: Duration) -> u32 {
    u32::try_from(time.as_millis()).unwrap_or(u32::MAX)
}

/// Looks at addresses.
#[derive(Clone)]
pub struct Prober(TlsConnector);

impl Prober {
    /// One that trusts what the system trusts, and this root certificate (DER) besides.
    pub fn new(extra_root: Option<Vec<u8>>) -> Result<Self, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let roots = extra_root.map(CertificateDer::from);
        let verifier = Verifier::new_with_extra_roots(roots, provider.clone())?;
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .dangerous()
            // The system's own verifier: it takes no less than any browser.
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self(TlsConnector::from(Arc::new(config))))
    }

    /// Look at this address with this number.
    pub async fn look(&self, address: &str, nonces: &Nonces, nonce: &str) -> Look {
        let began = Instant::now();
        let mut connect = None;
        let asked = nonces.expect(nonce);
        let whole = self.ask(address, nonce, began, &mut connect);
        let answer = tokio::time::timeout(PATIENCE, whole).await;
        let found = match answer {
            // Heard is heard, whatever a proxy makes of the answer: but it must get there.
            Ok(Ok(200)) if asked.heard() => Found::Us,
            Ok(Ok(status)) => Found::Elsewhere(status),
            Ok(Err(found)) => found,
            Err(_) => Found::Silence,
        };
        Look { connect, total: began.elapsed(), found }
    }

    /// The status that the address answers with.
    async fn ask(
        &self,
        address: &str,
        nonce: &str,
        began: Instant,
        connect: &mut Option<Duration>,
    ) -> Result<u16, Found> {
        let url = Url::parse(&format!("{address}{PATH}?nonce={nonce}"))
            .map_err(|error| Found::NoName(error.to_string()))?;
        let stream = self.connect(&url).await?;
        *connect = Some(began.elapsed());
        let broke_off = |error: hyper::Error| Found::BrokeOff(error.to_string());
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(broke_off)?;
        let connection = tokio_util::task::AbortOnDropHandle::new(tokio::spawn(connection));
        let authority = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let request = Request::get(&url[url::Position::BeforePath..])
            .header(header::HOST, authority)
            .header(header::USER_AGENT, concat!("leadbridge/", env!("CARGO_PKG_VERSION")))
            .header(header::CONNECTION, "close")
            .body(Empty::<Bytes>::new())
            .map_err(|error| Found::BrokeOff(error.to_string()))?;
        let answer = sender.send_request(request).await.map_err(broke_off)?;
        let (head, body) = answer.into_parts();
        // What it says is nothing to us; that it ends is.
        drop(Limited::new(body, ANSWER).collect().await);
        drop(connection);
        Ok(head.status.as_u16())
    }

    async fn connect(&self, url: &Url) -> Result<TlsStream<TcpStream>, Found> {
        let host = url.host_str().unwrap_or_default();
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let port = url.port_or_known_default().unwrap_or(443);
        let found = tokio::net::lookup_host((bare, port)).await;
        let addresses: Vec<_> = found.map_err(|error| Found::NoName(error.to_string()))?.collect();
        let stream = TcpStream::connect(addresses.as_slice()).await;
        let stream = stream.map_err(|error| Found::NoConnection(error.to_string()))?;
        let name = ServerName::try_from(bare.to_owned());
        let name = name.map_err(|error| Found::NoName(error.to_string()))?;
        self.0.connect(name, stream).await.map_err(refused)
    }
}

/// Why there is no TLS: for the certificate's sake, or because the connection broke off.
fn refused(error: io::Error) -> Found {
    let tls = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match tls {
        Some(rustls::Error::InvalidCertificate(why)) => Found::Untrusted(why.to_string()),
        Some(other) => Found::BrokeOff(other.to_string()),
        None => Found::BrokeOff(error.to_string()),
    }
}

/// The numbers that are under way, and whether they were heard.
#[derive(Debug, Default)]
pub struct Nonces(Mutex<HashMap<String, bool>>);

impl Nonces {
    /// The listener has heard this one. Numbers nobody waits for are forgotten at once.
    pub fn hear(&self, nonce: &str) {
        if let Some(heard) = self.waiting().get_mut(nonce) {
            *heard = true;
        }
    }

    fn expect<'a>(&'a self, nonce: &'a str) -> Expected<'a> {
        self.waiting().insert(nonce.to_owned(), false);
        Expected { nonces: self, nonce }
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<String, bool>> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// A number that is waited for until this is dropped.
struct Expected<'a> {
    nonces: &'a Nonces,
    nonce: &'a str,
}

impl Expected<'_> {
    fn heard(&self) -> bool {
        self.nonces.waiting().get(self.nonce).copied().unwrap_or_default()
    }
}

impl Drop for Expected<'_> {
    fn drop(&mut self) {
        self.nonces.waiting().remove(self.nonce);
    }
}
