use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use runtime::Random;
use secrecy::{ExposeSecret, SecretBox, SecretString};
use sha2::Sha256;

use crate::{Error, Result};

/// The form of what is sealed, so that a later one can be told from it.
const FORM: &str = "v1.";
const NONCE: usize = 24;
const KEY: usize = 32;

/// Seals secrets that the database keeps, with a key that it does not keep. Cheap to clone.
///
/// Each purpose has a key of its own, derived from that of the key file (HKDF-SHA-256), and is bound to what is sealed
/// (XChaCha20-Poly1305, random nonce): a sealed text that is changed, or moved to another purpose, does not open.
#[derive(Clone)]
pub struct Vault {
    key: Arc<SecretBox<[u8; KEY]>>,
    random: Random,
}

impl Vault {
    /// Makes a key file that only its owner may read.
    ///
    /// # Errors
    /// [`Error::KeyFileExists`], [`Error::KeyFile`].
    pub fn create(path: &Path) -> Result<Self> {
        let random = Random::os();
        let key = random.bytes::<KEY>();
        write_new(path, &format!("{}\n", STANDARD.encode(key))).map_err(|source| match source.kind() {
            ErrorKind::AlreadyExists => Error::KeyFileExists(path.to_owned()),
            _ => Error::KeyFile { path: path.to_owned(), source },
        })?;
        Ok(Self::with_key(key, random))
    }

    /// Opens a key file.
    ///
    /// # Errors
    /// [`Error::KeyFile`], [`Error::NoKey`].
    pub fn load(path: &Path) -> Result<Self> {
        let mut text = String::new();
        let read = File::open(path).and_then(|file| file.take(4096).read_to_string(&mut text));
        read.map_err(|source| match source.kind() {
            ErrorKind::InvalidData => Error::NoKey(path.to_owned()),
            _ => Error::KeyFile { path: path.to_owned(), source },
        })?;
        let key = STANDARD.decode(text.trim()).ok().and_then(|bytes| <[u8; KEY]>::try_from(bytes).ok());
        key.map(|key| Self::with_key(key, Random::os())).ok_or_else(|| Error::NoKey(path.to_owned()))
    }

    /// A vault whose key is in no file: for tests and for the demo, which keep nothing.
    pub fn with_key(key: [u8; KEY], random: Random) -> Self {
        Self { key: Arc::new(SecretBox::new(Box::new(key))), random }
    }

    /// `secret`, sealed for `purpose`, as text. Sealing the same secret twice gives different texts.
    ///
    /// # Errors
    /// [`Error::Sealed`] when the secret is larger than the cipher takes (256 GB).
    pub fn seal(&self, purpose: &str, secret: &str) -> Result<String> {
        let refused = || Error::Sealed(purpose.to_owned());
        let nonce = self.random.bytes::<NONCE>();
        let payload = Payload { msg: secret.as_bytes(), aad: purpose.as_bytes() };
        let sealed = self.cipher(purpose)?.encrypt(&XNonce::from(nonce), payload).map_err(|_| refused())?;
        Ok(format!("{FORM}{}", URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat())))
    }

    /// The secret that was sealed for `purpose`.
    ///
    /// # Errors
    /// [`Error::Sealed`] when the text was changed, or sealed for another purpose or with another key.
    pub fn open(&self, purpose: &str, sealed: &str) -> Result<SecretString> {
        let refused = || Error::Sealed(purpose.to_owned());
        let bytes = sealed.strip_prefix(FORM).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok()).ok_or_else(refused)?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or_else(refused)?;
        let payload = Payload { msg: sealed, aad: purpose.as_bytes() };
        let secret = self.cipher(purpose)?.decrypt(&XNonce::from(*nonce), payload).map_err(|_| refused())?;
        String::from_utf8(secret).map(SecretString::from).map_err(|_| refused())
    }

    fn cipher(&self, purpose: &str) -> Result<XChaCha20Poly1305> {
        let mut key = [0; KEY];
        let derived = Hkdf::<Sha256>::new(None, self.key.expose_secret()).expand(purpose.as_bytes(), &mut key);
        derived.map_err(|_| Error::Sealed(purpose.to_owned()))?;
        Ok(XChaCha20Poly1305::new(&key.into()))
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault")
    }
}

fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
