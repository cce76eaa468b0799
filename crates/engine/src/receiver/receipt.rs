//! What is written down of a delivery, so that a person can see what came and what was answered.

use crate::types::SignatureVerdict;
use hyper::{HeaderMap, header::HeaderName};
use std::time::Duration;

/// The most of a refused body that is kept.
const KEPT_BODY: usize = 16 * 1024;
/// Headers whose names hold one of these words carry what opens other doors: their values are
/// never written down.
const PRIVATE: [&str; 5] = ["authorization", "cookie", "token", "secret", "jwt"];
/// What stands for such a value.
const REDACTED: &str = "<redacted>";

/// A delivery to a known hook, as it came and as it was answered.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The account whose hook it is.
    pub account: String,
    /// The method.
    pub method: String,
    /// The headers in their order, without what opens other doors.
    pub headers: Vec<(String, String)>,
    /// iAdvize's id of this delivery.
    pub delivery_id: Option<String>,
    /// iAdvize's id that stays the same at every try.
    pub correlation_id: Option<String>,
    /// What the signature was worth.
    pub verdict: SignatureVerdict,
    /// The status answered; of an accepted one, the one that it gets once it is on disk.
    pub status: u16,
    /// From its first byte until it was checked, or refused.
    pub took: Duration,
    /// The body's length in bytes, as far as it was read.
    pub size: usize,
    /// The beginning of a refused body. An accepted one is kept with its event.
    pub body: Option<Vec<u8>>,
}

impl Receipt {
    pub(super) fn new(account: &str, method: &str, headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        Self {
            account: account.to_owned(),
            method: method.to_owned(),
            headers: headers.iter().map(|(name, value)| shown(name, value.as_bytes())).collect(),
            delivery_id: text("x-iadvize-delivery").map(str::to_owned),
            correlation_id: text("x-iadvize-correlationid").map(str::to_owned),
            verdict: SignatureVerdict::NotChecked,
            status: 200,
            took: Duration::ZERO,
            size: 0,
            body: None,
        }
    }

    /// The same delivery, refused.
    pub(super) fn refused(self, status: u16, body: &[u8]) -> Self {
        let kept = body[..body.len().min(KEPT_BODY)].to_vec();
        Self { status, size: body.len(), body: Some(kept), ..self }
    }
}

fn shown(name: &HeaderName, value: &[u8]) -> (String, String) {
    let private = PRIVATE.iter().any(|word| name.as_str().contains(word));
    let value = match private {
        true => REDACTED.to_owned(),
        false => String::from_utf8_lossy(value).into_owned(),
    };
    (name.as_str().to_owned(), value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    #[test]
    fn what_opens_other_doors_is_not_written_down() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("authorization", "Bearer abc"),
            ("cookie", "session=abc"),
            ("cf-access-client-secret", "abc"),
            ("cf-access-jwt-assertion", "abc"),
            ("x-iadvize-delivery", "d1"),
            ("x-iadvize-correlationid", "c1"),
        ] {
            headers.append(name, HeaderValue::from_static(value));
        }
        let receipt = Receipt::new("", "POST", &headers);
        assert_eq!(receipt.headers.len(), 6);
        assert!(!format!("{:?}", receipt.headers).contains("abc"), "{:?}", receipt.headers);
        assert_eq!(receipt.delivery_id.as_deref(), Some("d1"));
        assert_eq!(receipt.correlation_id.as_deref(), Some("c1"));
    }

    #[test]
    fn of_a_large_refused_body_the_beginning_is_kept() {
        let receipt = Receipt::new("", "POST", &HeaderMap::new());
        let receipt = receipt.refused(401, &[b'x'; 100_000]);
        assert_eq!((receipt.size, receipt.body.map(|b| b.len())), (100_000, Some(KEPT_BODY)));
    }
}
