//! What each request is answered.

use super::{
    Hook, Keep, Limits, Receipt, Reception,
    pool::{Phase, Seat},
};
use crate::types::SignatureVerdict;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::{
    HeaderMap, Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{ALLOW, CONTENT_TYPE, HeaderValue},
    http::request::Parts,
};
use leadbridge_domain::event::{Event, Refused, Signed};
use std::{convert::Infallible, time::Instant};

/// The header that carries the signature.
const SIGNATURE: &str = "x-iadvize-signature";
/// What a probe's word may be at most.
const LONGEST_NONCE: usize = 64;

type Answer = Response<Full<Bytes>>;

/// A refusal: what is answered, and why, for the log.
struct No {
    status: StatusCode,
    why: String,
}

impl No {
    fn new(status: StatusCode, why: impl Into<String>) -> Self {
        Self { status, why: why.into() }
    }
}

pub(super) async fn answer(
    reception: &Reception,
    seat: &Seat,
    limits: &Limits,
    request: Request<Incoming>,
) -> Result<Answer, Infallible> {
    let began = seat.at(Phase::Body);
    let answer = route(reception, seat, limits, request, began).await;
    seat.at(Phase::Idle);
    Ok(answer)
}

async fn route(
    reception: &Reception,
    seat: &Seat,
    limits: &Limits,
    request: Request<Incoming>,
    began: Instant,
) -> Answer {
    let (head, body) = request.into_parts();
    if head.uri.path() == "/health" {
        return health(reception, &head);
    }
    let hook = match head.uri.path().strip_prefix("/hook/") {
        Some(segment) => reception.hooks.hook(segment).await,
        None => None,
    };
    let Some(hook) = hook else {
        return refuse(&No::new(StatusCode::NOT_FOUND, "there is nothing here"));
    };
    let receipt = Receipt::new(&hook.account, head.method.as_str(), &head.headers);
    let mut delivery = Delivery { hook, head, receipt, began, body: Bytes::new() };
    match delivery.take(reception, seat, limits, body).await {
        Ok(()) => said(StatusCode::OK, CONTENT_JSON, r#"{"status":"received"}"#),
        Err(no) => {
            let Delivery { mut receipt, body, .. } = delivery;
            receipt.took = began.elapsed();
            reception.inbox.note(receipt.refused(no.status.as_u16(), &body));
            refuse(&no)
        }
    }
}

/// A delivery to a hook that there is.
struct Delivery {
    hook: Hook,
    head: Parts,
    receipt: Receipt,
    began: Instant,
    body: Bytes,
}

impl Delivery {
    /// Check it and store it. Nothing reads the body before its signature is checked.
    async fn take(
        &mut self,
        reception: &Reception,
        seat: &Seat,
        limits: &Limits,
        body: Incoming,
    ) -> Result<(), No> {
        self.is_welcome()?;
        self.body = read(body, limits).await?;
        seat.at(Phase::Ours);
        let event = self.verify()?;
        let mut receipt = self.receipt.clone();
        (receipt.size, receipt.took) = (self.body.len(), self.began.elapsed());
        let keep = Keep { event, body: self.body.to_vec(), receipt };
        reception.inbox.keep(keep).await.map_err(|error| {
            tracing::error!(%error, "a webhook could not be stored; iAdvize will send it again");
            No::new(StatusCode::SERVICE_UNAVAILABLE, "it could not be stored")
        })
    }

    fn is_welcome(&self) -> Result<(), No> {
        if self.head.method != Method::POST {
            return Err(No::new(StatusCode::METHOD_NOT_ALLOWED, "only POST is taken here"));
        }
        if self.hook.sources.as_ref().is_some_and(|known| !known.let_in(&self.head.headers)) {
            return Err(No::new(StatusCode::FORBIDDEN, "it comes from no address that is let in"));
        }
        check_type(&self.head.headers)
    }

    /// The event, if one of the hook's secrets signed it.
    fn verify(&mut self) -> Result<Event, No> {
        if self.hook.secrets.is_empty() {
            let why = "no signing secret is set";
            return Err(No::new(StatusCode::SERVICE_UNAVAILABLE, why));
        }
        let (verdict, event) = verify(&self.hook, &self.head.headers, &self.body);
        self.receipt.verdict = verdict;
        event.map_err(|refused| No::new(StatusCode::UNAUTHORIZED, refused.to_string()))
    }
}

/// Try the secret of now, then the one before it.
fn verify(
    hook: &Hook,
    headers: &HeaderMap,
    body: &[u8],
) -> (SignatureVerdict, Result<Event, Refused>) {
    let mut refused = Refused::Missing;
    let right = [SignatureVerdict::Right, SignatureVerdict::RightPrevious];
    for (secret, verdict) in hook.secrets.iter().zip(right) {
        let signed = Signed { body, signature: signature(headers) };
        match signed.verify(secret.reveal().as_bytes()) {
            Ok(verified) => return (verdict, Ok(Event::read(&verified))),
            Err(Refused::Wrong) => refused = Refused::Wrong,
            // Nothing that another secret could make right.
            Err(other) => {
                refused = other;
                break;
            }
        }
    }
    let verdict = match refused {
        Refused::Missing => SignatureVerdict::Missing,
        Refused::Malformed => SignatureVerdict::Malformed,
        Refused::Wrong => SignatureVerdict::Wrong,
    };
    (verdict, Err(refused))
}

/// iAdvize sends JSON. A client may leave the type out.
fn check_type(headers: &HeaderMap) -> Result<(), No> {
    let Some(value) = headers.get(CONTENT_TYPE) else { return Ok(()) };
    let value = value.to_str().unwrap_or_default();
    let kind = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match kind.as_str() {
        "application/json" => Ok(()),
        // The app's form at iAdvize offers it too, and says nowhere how an event is laid out in it.
        "application/x-www-form-urlencoded" => Err(No::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "it is sent as a form: choose application/json as the webhook's content type in the app at iAdvize",
        )),
        _ => Err(No::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "only application/json is taken")),
    }
}

async fn read(body: Incoming, limits: &Limits) -> Result<Bytes, No> {
    let whole = Limited::new(body, limits.body_bytes).collect();
    match tokio::time::timeout(limits.body, whole).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            let why = format!("the body is larger than {} KB", limits.body_bytes / 1024);
            Err(No::new(StatusCode::PAYLOAD_TOO_LARGE, why))
        }
        Ok(Err(_)) => Err(No::new(StatusCode::BAD_REQUEST, "the body broke off")),
        Err(_) => {
            let why = format!("the body took longer than {} s", limits.body.as_secs_f32());
            Err(No::new(StatusCode::REQUEST_TIMEOUT, why))
        }
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

/// That we are here, and nothing else. iAdvize's review of an app asks for these very words.
fn health(reception: &Reception, head: &Parts) -> Answer {
    if ![Method::GET, Method::HEAD].contains(&head.method) {
        let no = No::new(StatusCode::METHOD_NOT_ALLOWED, "only GET is answered here");
        return allowing("GET, HEAD", refuse(&no));
    }
    if let Some(nonce) = head.uri.query().and_then(nonce) {
        reception.hooks.heard(nonce);
    }
    said(StatusCode::OK, CONTENT_JSON, r#"{"status":"UP"}"#)
}

/// The word that a probe sent through the tunnel, to be told apart from every other visitor.
fn nonce(query: &str) -> Option<&str> {
    let nonce = query.split('&').find_map(|pair| pair.strip_prefix("nonce="))?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    ((1..=LONGEST_NONCE).contains(&nonce.len()) && nonce.bytes().all(plain)).then_some(nonce)
}

const CONTENT_JSON: HeaderValue = HeaderValue::from_static("application/json");
const CONTENT_TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// One line in the log for each refusal, with nothing of its content.
fn refuse(no: &No) -> Answer {
    tracing::warn!(status = no.status.as_u16(), "refused a webhook: {}", no.why);
    let answer = said(no.status, CONTENT_TEXT, format!("{}\n", no.why));
    match no.status {
        StatusCode::METHOD_NOT_ALLOWED => allowing("POST", answer),
        _ => answer,
    }
}

fn allowing(methods: &'static str, mut answer: Answer) -> Answer {
    answer.headers_mut().insert(ALLOW, HeaderValue::from_static(methods));
    answer
}

fn said(status: StatusCode, kind: HeaderValue, text: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(text.into()));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, kind);
    answer
}

#[cfg(test)]
mod tests {
    use super::nonce;

    #[test]
    fn a_probes_word_is_short_and_plain() {
        let long = format!("nonce={}", "a".repeat(65));
        for (query, expected) in [
            ("nonce=a-1Z", Some("a-1Z")),
            ("x=1&nonce=b", Some("b")),
            ("nonce=", None),
            ("nonce=a%20b", None),
            ("nonce=é", None),
            ("nonces=a", None),
            (&long, None),
            ("", None),
        ] {
            assert_eq!(nonce(query), expected, "{query}");
        }
    }
}
