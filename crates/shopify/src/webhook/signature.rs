use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// The header with the signature.
pub const SIGNATURE: &str = "x-shopify-hmac-sha256";

/// The signature of a body as it stands in its header: HMAC-SHA256 of its bytes with the client secret of the app, in
/// Base64.
pub fn signature(secret: &SecretString, body: &[u8]) -> String {
    let mac = keyed(secret, body).map(|mac| mac.finalize().into_bytes());
    mac.map(|bytes| STANDARD.encode(bytes)).unwrap_or_default()
}

/// Whether `given`, the header's text, signs these very bytes with one of the secrets. How long it takes tells nothing
/// of them: each is tried, and each is compared to its end.
pub fn is_signed(body: &[u8], given: &str, secrets: &[SecretString]) -> bool {
    let Ok(given) = STANDARD.decode(given.trim()) else { return false };
    let fits = |secret| keyed(secret, body).is_some_and(|mac| mac.verify_slice(&given).is_ok());
    secrets.iter().fold(false, |signed, secret| fits(secret) | signed)
}

/// `None` for an empty secret, with which anybody could sign.
fn keyed(secret: &SecretString, body: &[u8]) -> Option<Hmac<Sha256>> {
    let secret = secret.expose_secret().as_bytes();
    if secret.is_empty() {
        return None;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(body);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with `printf '{"id":1}' | openssl dgst -sha256 -hmac hush -binary | base64`.
    const SIGNED: &str = "VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=";

    fn secrets(texts: &[&str]) -> Vec<SecretString> {
        texts.iter().map(|text| (*text).into()).collect()
    }

    #[test]
    fn a_body_is_signed_as_openssl_signs_it() {
        assert_eq!(signature(&"hush".into(), br#"{"id":1}"#), SIGNED);
        assert!(is_signed(br#"{"id":1}"#, SIGNED, &secrets(&["hush"])));
    }

    #[test]
    fn any_of_several_secrets_will_do() {
        assert!(is_signed(br#"{"id":1}"#, SIGNED, &secrets(&["new", "hush"])));
        assert!(is_signed(br#"{"id":1}"#, SIGNED, &secrets(&["hush", "old"])));
    }

    #[test]
    fn a_forged_signature_is_none() {
        let hush = secrets(&["hush"]);
        assert!(!is_signed(br#"{"id":2}"#, SIGNED, &hush), "another body");
        assert!(!is_signed(br#"{"id":1} "#, SIGNED, &hush), "a space more");
        assert!(!is_signed(br#"{"id":1}"#, &SIGNED[..20], &hush), "a part of it");
        assert!(!is_signed(br#"{"id":1}"#, "", &hush), "none");
        assert!(!is_signed(br#"{"id":1}"#, "no base64!", &hush), "no signature at all");
        assert!(!is_signed(br#"{"id":1}"#, SIGNED, &secrets(&["other"])), "another secret");
        assert!(!is_signed(br#"{"id":1}"#, SIGNED, &[]), "no secret");
    }

    #[test]
    fn an_empty_secret_signs_nothing() {
        let mut mac = Hmac::<Sha256>::new_from_slice(b"").unwrap();
        mac.update(b"x");
        let forged = STANDARD.encode(mac.finalize().into_bytes());
        assert!(!is_signed(b"x", &forged, &secrets(&[""])));
    }
}
