//! Being the sender for once: a delivery made as iAdvize would make it.

use crate::http;
use leadbridge_domain::event::sign;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use url::Url;

/// How long iAdvize waits for a connection.
pub const CONNECT: Duration = Duration::from_secs(1);

/// A signed body to send.
pub struct Letter<'a> {
    /// Where to.
    pub address: &'a Url,
    /// What signs it.
    pub secret: &'a crate::secret::Secret,
    /// The body.
    pub body: Vec<u8>,
    /// The id of this delivery.
    pub delivery_id: &'a str,
    /// The id that iAdvize keeps at every try.
    pub correlation_id: &'a str,
}

/// What came of sending it.
pub struct Sent {
    /// How long a connection took, where one came about.
    pub connect: Option<Duration>,
    /// From the first byte sent to the last received.
    pub round_trip: Duration,
    /// The status, or why there is none.
    pub answer: Result<u16, String>,
}

/// How long a connection to this address takes.
async fn connect(address: &Url) -> Option<Duration> {
    let (host, port) = (address.host_str()?, address.port_or_known_default()?);
    let host = host.trim_matches(['[', ']']);
    let began = Instant::now();
    let connected = tokio::time::timeout(2 * CONNECT, TcpStream::connect((host, port))).await;
    matches!(connected, Ok(Ok(_))).then(|| began.elapsed())
}

/// Send it, with iAdvize's own headers.
pub async fn send(client: &reqwest::Client, letter: Letter<'_>) -> Sent {
    let connect = connect(letter.address).await;
    let request = client
        .post(letter.address.clone())
        .header("content-type", "application/json")
        .header("x-iadvize-delivery", letter.delivery_id)
        .header("x-iadvize-correlationid", letter.correlation_id)
        .header("x-iadvize-signature", sign(letter.secret.reveal().as_bytes(), &letter.body))
        .body(letter.body);
    let began = Instant::now();
    let answer = http::send(request).await.map(|answer| answer.status);
    Sent { connect, round_trip: began.elapsed(), answer }
}
