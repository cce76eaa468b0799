//! Webhook events: what iAdvize signs and sends.
//!
//! The signature is `sha256=` and the lower-case hex HMAC-SHA256 of the raw body under the app's
//! secret, taken as UTF-8 bytes (documented by iAdvize, and so in working third-party clients).
//! Nothing in it is a time, so a repeat is recognised by the event's id alone.

pub mod facts;
mod wire;

pub use wire::{CONVERSATION_CLOSED, CONVERSATION_PUSHED, Call, Notice};

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// A body as it arrived, with the signature it claims: nothing in it can be trusted yet.
pub struct Signed<'a> {
    /// The bytes exactly as received.
    pub body: &'a [u8],
    /// The value of the header `x-iadvize-signature`.
    pub signature: Option<&'a str>,
}

/// A body whose signature was right. [`Signed::verify`] is the only way to one.
#[derive(Debug)]
pub struct Verified<'a>(&'a [u8]);

/// Why a delivery is refused. Says nothing of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No signature header.
    #[error("the signature is missing")]
    Missing,
    /// Not `sha256=` and 64 lower-case hex digits.
    #[error("the signature is malformed")]
    Malformed,
    /// Well formed, but another secret or another body.
    #[error("the signature is wrong")]
    Wrong,
}

impl<'a> Signed<'a> {
    /// Check the signature in constant time, before anything reads the body.
    pub fn verify(self, secret: &[u8]) -> Result<Verified<'a>, Refused> {
        // Anyone can sign with an empty key.
        if secret.is_empty() {
            return Err(Refused::Wrong);
        }
        let claimed = parse_signature(self.signature.ok_or(Refused::Missing)?)?;
        mac(secret, self.body).verify_slice(&claimed).map_err(|_| Refused::Wrong)?;
        Ok(Verified(self.body))
    }
}

/// The header's value for a body: what a sender writes.
pub fn sign(secret: &[u8], body: &[u8]) -> String {
    format!("sha256={}", hex::encode(mac(secret, body).finalize().into_bytes()))
}

fn mac(secret: &[u8], body: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(body);
    mac
}

fn parse_signature(text: &str) -> Result<[u8; 32], Refused> {
    let digits = text.strip_prefix("sha256=").ok_or(Refused::Malformed)?;
    let lower = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if !digits.bytes().all(lower) {
        return Err(Refused::Malformed);
    }
    let mut bytes = [0; 32];
    hex::decode_to_slice(digits, &mut bytes).map_err(|_| Refused::Malformed)?;
    Ok(bytes)
}

/// What a verified body says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An event with an id, of a known or unknown type.
    Readable(Notice),
    /// Signed, but no JSON object with an `eventId`. Kept under its SHA-256.
    Unreadable {
        /// The body's SHA-256 in hex: the same body twice is one event.
        id: String,
        /// What is wrong with it.
        why: String,
    },
}

impl Event {
    /// Read a verified body. Any body gives an event: none is lost for being odd.
    pub fn read(body: &Verified<'_>) -> Self {
        match wire::notice(body.0) {
            Ok(notice) => Self::Readable(notice),
            Err(why) => Self::Unreadable { id: hex::encode(Sha256::digest(body.0)), why },
        }
    }

    /// The id it is kept under.
    pub fn id(&self) -> &str {
        match self {
            Self::Readable(notice) => &notice.id,
            Self::Unreadable { id, .. } => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"97db6bc85144af406a0e0040ad6f354b";
    const UTF8: &str =
        r#"{"eventType":"satisfaction.answered","satisfactionComment":"Très utile – merci 😀"}"#;

    fn verify(body: &str, signature: Option<&str>) -> Result<(), Refused> {
        Signed { body: body.as_bytes(), signature }.verify(SECRET).map(drop)
    }

    fn read(body: &str) -> Event {
        let signature = sign(SECRET, body.as_bytes());
        let signed = Signed { body: body.as_bytes(), signature: Some(&signature) };
        Event::read(&signed.verify(SECRET).expect("just signed"))
    }

    #[test]
    fn signatures_agree_with_vectors_made_by_openssl() {
        for (body, digest) in [
            (UTF8, "0c3d7163148fd2633372931fff284b2c35814468d033a25195851b7bea13fa21"),
            ("", "c05d3ec9738349c8ccdb08e9b7d160e9325f1bd90b4b146680f510707de54bf5"),
        ] {
            assert_eq!(sign(SECRET, body.as_bytes()), format!("sha256={digest}"));
            assert_eq!(verify(body, Some(&format!("sha256={digest}"))), Ok(()));
        }
    }

    #[test]
    fn refuses_every_other_signature() {
        let right = sign(SECRET, UTF8.as_bytes());
        let cases = [
            (None, Refused::Missing),
            (Some(String::new()), Refused::Malformed),
            (Some("sha256=".into()), Refused::Malformed),
            (Some(right[..right.len() - 2].into()), Refused::Malformed),
            (Some(format!("{right}00")), Refused::Malformed),
            (Some(right.to_uppercase()), Refused::Malformed),
            (
                Some(format!("sha256={}", right["sha256=".len()..].to_uppercase())),
                Refused::Malformed,
            ),
            (Some(right["sha256=".len()..].into()), Refused::Malformed),
            (Some(right.replace("sha256", "sha1")), Refused::Malformed),
            (Some(sign(b"another", UTF8.as_bytes())), Refused::Wrong),
            (Some(sign(SECRET, b"another")), Refused::Wrong),
        ];
        for (signature, expected) in cases {
            assert_eq!(verify(UTF8, signature.as_deref()), Err(expected), "{signature:?}");
        }
    }

    #[test]
    fn an_empty_secret_signs_nothing() {
        let signature = sign(b"", UTF8.as_bytes());
        let signed = Signed { body: UTF8.as_bytes(), signature: Some(&signature) };
        assert_eq!(signed.verify(b"").map(drop), Err(Refused::Wrong));
    }

    #[test]
    fn keeps_what_it_cannot_read_under_its_digest() {
        for body in ["", "not json", "[]", "{}", r#"{"eventId":7}"#, r#"{"eventId":""}"#, "\u{0}"] {
            let Event::Unreadable { id, why } = read(body) else { panic!("{body} is unreadable") };
            assert_eq!(id.len(), 64);
            assert!(!why.is_empty());
            assert_eq!(read(body).id(), id, "the same body has the same id");
        }
    }
}
