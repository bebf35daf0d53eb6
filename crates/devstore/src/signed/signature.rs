use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// HMAC-SHA256 of `text`.
fn digest(secret: &str, text: &[u8]) -> Vec<u8> {
    // A key of any length will do.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return Vec::new() };
    mac.update(text);
    mac.finalize().into_bytes().to_vec()
}

/// The signature of a webhook's body, as it stands in its header.
pub(crate) fn signature(secret: &str, body: &[u8]) -> String {
    STANDARD.encode(digest(secret, body))
}

/// The signature of what an address allows, as it stands in the address.
pub(crate) fn permission(secret: &str, what: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(secret, what.as_bytes()))
}

/// Whether an address allows it.
pub(crate) fn permits(secret: &str, what: &str, given: &str) -> bool {
    permission(secret, what).as_bytes().ct_eq(given.as_bytes()).into()
}
