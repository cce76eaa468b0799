//! Where iAdvize's webhooks arrive: verify, store, answer. Nothing is fetched before the answer.
//!
//! iAdvize connects within 1 s, waits 30 s, takes any 2xx as received, and tries twice more within
//! 30 s of the first call before it forgets. So a yes is said only once the event is on disk, and
//! anything but a yes is left for its next try.

mod inbox;

pub use inbox::{Inbox, Keep};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Query, Request, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use leadbridge_domain::event::{Event, Signed};
use std::{sync::Arc, time::Duration};

/// The most that a delivery may hold. A documented event has some 400 bytes.
pub const BODY_LIMIT: usize = 256 * 1024;

/// How long a sender may take to send its body, well within iAdvize's own patience.
const SLOWEST_BODY: Duration = Duration::from_secs(10);

/// The header that carries the signature.
const SIGNATURE: &str = "x-iadvize-signature";

/// Where the signing secret comes from: asked at each delivery, so that a change takes effect.
#[async_trait::async_trait]
pub trait SigningSecret: Send + Sync {
    /// The secret, if one is set.
    async fn signing_secret(&self) -> Option<crate::secret::Secret>;
}

/// Is told of each number that `/health` is asked with.
pub type Heard = Arc<dyn Fn(&str) + Send + Sync>;

#[derive(serde::Deserialize)]
struct Asked {
    nonce: Option<String>,
}

async fn health(State(heard): State<Heard>, Query(asked): Query<Asked>) -> Response {
    if let Some(nonce) = &asked.nonce {
        heard(nonce);
    }
    ([("content-type", "application/json")], r#"{"status":"UP"}"#).into_response()
}

struct Parts {
    secret: Arc<dyn SigningSecret>,
    inbox: Inbox,
}

/// The listener's routes: one path, and POST alone; and `/health`, which says that it is there.
pub fn router(path: &str, secret: Arc<dyn SigningSecret>, inbox: Inbox, heard: Heard) -> Router {
    let health = Router::new().route("/health", get(health)).with_state(heard);
    Router::new()
        .route(path, post(receive))
        .with_state(Arc::new(Parts { secret, inbox }))
        .merge(health)
}

async fn receive(State(parts): State<Arc<Parts>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = match read(body).await {
        Ok(body) => body,
        Err(answer) => return refuse(answer.0, answer.1),
    };
    let Some(secret) = parts.secret.signing_secret().await else {
        return refuse(StatusCode::SERVICE_UNAVAILABLE, "no signing secret is set");
    };
    let signed = Signed { body: &body, signature: signature(&head.headers) };
    let event = match signed.verify(secret.reveal().as_bytes()) {
        Ok(verified) => Event::read(&verified),
        Err(refused) => return refuse(StatusCode::UNAUTHORIZED, &refused.to_string()),
    };
    match parts.inbox.keep(event, body).await {
        Ok(()) => (StatusCode::OK, r#"{"status":"received"}"#).into_response(),
        Err(error) => {
            tracing::error!(%error, "a webhook could not be stored; iAdvize will send it again");
            (StatusCode::SERVICE_UNAVAILABLE, "it could not be stored\n").into_response()
        }
    }
}

/// One line in the log for each refusal, with nothing of its content.
fn refuse(status: StatusCode, why: &str) -> Response {
    tracing::warn!(status = status.as_u16(), "refused a webhook: {why}");
    (status, format!("{why}\n")).into_response()
}

async fn read(body: Body) -> Result<Vec<u8>, (StatusCode, &'static str)> {
    match tokio::time::timeout(SLOWEST_BODY, to_bytes(body, BODY_LIMIT)).await {
        Ok(Ok(bytes)) => Ok(bytes.into()),
        Ok(Err(_)) => {
            Err((StatusCode::PAYLOAD_TOO_LARGE, "the body is larger than 256 KB, or broke off"))
        }
        Err(_) => Err((StatusCode::REQUEST_TIMEOUT, "the body took longer than 10 s")),
    }
}

/// A header that stands there twice is none that iAdvize sent.
fn signature(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(SIGNATURE).into_iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}
