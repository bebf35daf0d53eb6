//! How a webhook that Kobling sends is signed: as <https://www.standardwebhooks.com> has it, for which receivers find a
//! library in every language.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// The header with the id of the event, which is the same each time it is sent.
pub const WEBHOOK_ID: &str = "webhook-id";
/// The header with the time of sending, in seconds since 1970.
pub const WEBHOOK_TIMESTAMP: &str = "webhook-timestamp";
/// The header with the signature of id, time and body.
pub const WEBHOOK_SIGNATURE: &str = "webhook-signature";

/// What every secret begins with, so that a scanner of leaked secrets can know it.
const PREFIX: &str = "whsec_";
/// The version of the signature: HMAC with SHA-256.
const VERSION: &str = "v1";

/// What a webhook is signed with.
pub struct WebhookSecret(SecretString);

impl WebhookSecret {
    /// Of these random bytes.
    pub fn of(bytes: [u8; 32]) -> Self {
        Self(format!("{PREFIX}{}", STANDARD.encode(bytes)).into())
    }

    /// One that was kept as text.
    pub fn kept(text: SecretString) -> Self {
        Self(text)
    }

    /// The text, for the one who is to check signatures.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The value of [`WEBHOOK_SIGNATURE`] for a body that is sent at `timestamp`; nothing when the text is no secret.
    pub fn sign(&self, id: &str, timestamp: i64, body: &str) -> Option<String> {
        let key = STANDARD.decode(self.expose().strip_prefix(PREFIX)?).ok()?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
        mac.update(format!("{id}.{timestamp}.").as_bytes());
        mac.update(body.as_bytes());
        Some(format!("{VERSION},{}", STANDARD.encode(mac.finalize().into_bytes())))
    }
}

impl std::fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WebhookSecret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification of Standard Webhooks.
    #[test]
    fn a_signature_is_that_of_the_standard() {
        let secret = WebhookSecret::kept("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned().into());
        let signature = secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, r#"{"test": 2432232314}"#);
        assert_eq!(signature.unwrap(), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_secret_is_not_printed_and_what_is_none_signs_nothing() {
        let secret = WebhookSecret::of([7; 32]);
        assert!(secret.expose().starts_with("whsec_") && format!("{secret:?}") == "WebhookSecret");
        assert!(secret.sign("a", 1, "{}").is_some());
        assert!(WebhookSecret::kept("secret".to_owned().into()).sign("a", 1, "{}").is_none());
    }
}
