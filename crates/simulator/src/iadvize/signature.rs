use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// The `x-iadvize-signature` of a body: the HMAC is taken over its very bytes.
pub fn sign(secret: &str, body: &[u8]) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("an HMAC key may have any length");
    mac.update(body);
    format!("sha256={}", hex::encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::sign;

    /// Computed with openssl over the example event of iAdvize's documentation.
    #[test]
    fn a_signature_is_over_the_bytes() {
        let key = "97db6bc85144af406a0e0040ad6f354b";
        let body = "{\"eventType\":\"satisfaction.answered\",\"satisfactionComment\":\"Très utile – merci 😀\"}";
        let expected = "sha256=0c3d7163148fd2633372931fff284b2c35814468d033a25195851b7bea13fa21";
        assert_eq!(sign(key, body.as_bytes()), expected);
        let nothing = "sha256=c05d3ec9738349c8ccdb08e9b7d160e9325f1bd90b4b146680f510707de54bf5";
        assert_eq!(sign(key, b""), nothing);
    }
}
