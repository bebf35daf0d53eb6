use std::fmt;

use argon2::password_hash::phc;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use runtime::Random;
use secrecy::{ExposeSecret, SecretString};

use crate::{Access, Error, Result};

/// The shortest password that is taken.
const SHORTEST: usize = 8;

/// A password as it is stored: it can be compared with, but not read.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash")
    }
}

impl PasswordHash {
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

impl Access {
    /// Hashes a password. Takes tens of milliseconds, so do it before a transaction begins.
    ///
    /// # Errors
    /// [`Error::ShortPassword`].
    pub async fn hash(&self, password: &SecretString) -> Result<PasswordHash> {
        if password.expose_secret().chars().count() < SHORTEST {
            return Err(Error::ShortPassword(SHORTEST));
        }
        let (password, random) = (password.clone(), self.random.clone());
        let hashed = tokio::task::spawn_blocking(move || hash(&password, &random)).await;
        hashed.ok().flatten().map(PasswordHash).ok_or_else(|| Error::PasswordHash("this user".to_owned()))
    }
}

fn hash(password: &SecretString, random: &Random) -> Option<String> {
    let hash: Result<phc::PasswordHash, _> =
        Argon2::default().hash_password_with_salt(password.expose_secret().as_bytes(), &random.bytes::<16>());
    hash.ok().map(|hash| hash.to_string())
}

/// Whether `password` is the one of `stored`; `None` when `stored` is no hash. Without one it takes the same time and
/// says no.
pub(super) async fn verify(password: &SecretString, stored: Option<String>, random: &Random) -> Option<bool> {
    let (password, random) = (password.clone(), random.clone());
    let check = move || match stored {
        None => hash(&password, &random).map(|_| false),
        Some(stored) => {
            let stored = phc::PasswordHash::new(&stored).ok()?;
            Some(Argon2::default().verify_password(password.expose_secret().as_bytes(), &stored).is_ok())
        }
    };
    tokio::task::spawn_blocking(check).await.ok().flatten()
}
