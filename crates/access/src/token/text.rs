use std::fmt::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use runtime::Random;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

/// What every token begins with, so that a scanner of leaked secrets can know it.
const PREFIX: &str = "kob_";
/// How much of a token is kept to tell it from others.
const HINT: usize = 8;

/// The text of a new token: shown once, and kept nowhere.
#[derive(Clone)]
pub struct TokenText(SecretString);

impl TokenText {
    pub(super) fn random(random: &Random) -> Self {
        Self(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random.bytes::<32>())).into())
    }

    /// The text, for the one who asked for it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    pub(super) fn hint(&self) -> String {
        self.expose().chars().take(HINT).collect()
    }
}

impl fmt::Debug for TokenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenText({}…)", self.hint())
    }
}

/// What is stored of a token. It has 256 bits of chance, so a fast digest without salt can't be turned back.
pub fn digest(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _never_fails = write!(text, "{byte:02x}");
        text
    })
}
