use std::fmt;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use runtime::Random;
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use super::key_file;
use super::keys::{KEY, Key, Keys, text};
use crate::{Error, Result};

/// The form of what is sealed, so that a later one can be told from it.
const FORM: &str = "v1.";
const NONCE: usize = 24;

/// Seals secrets that the database keeps, with a key that it does not keep. Cheap to clone.
///
/// Each purpose has a key of its own, derived from that of the key file (HKDF-SHA-256), and is bound to what is sealed
/// (XChaCha20-Poly1305, random nonce): a sealed text that is changed, or moved to another purpose, does not open.
///
/// The key is changed in three steps, and whatever stops them, every secret opens: [`Vault::add_key`] writes a new key
/// before the old one into the file; everything is sealed anew in one transaction; [`Vault::forget_old_keys`] leaves the
/// new one alone. Other processes follow, since a vault reads its file again before it seals, and when something does not
/// open.
#[derive(Clone)]
pub struct Vault {
    keys: Arc<RwLock<Keys>>,
    /// The key file, if there is one.
    file: Option<Arc<Path>>,
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
        key_file::create(path, &format!("{}\n", text(&key)))?;
        Ok(Self::new(Keys::one(key), Some(path), random))
    }

    /// Opens a key file.
    ///
    /// # Errors
    /// [`Error::KeyFile`], [`Error::NoKey`].
    pub fn load(path: &Path) -> Result<Self> {
        Ok(Self::new(Keys::load(path)?, Some(path), Random::os()))
    }

    /// A vault with the keys in a text: the first seals, and all of them open.
    ///
    /// # Errors
    /// [`Error::NoGivenKey`].
    pub fn given(keys: &SecretString) -> Result<Self> {
        Ok(Self::new(Keys::parse(keys.expose_secret()).ok_or(Error::NoGivenKey)?, None, Random::os()))
    }

    /// A vault whose key is in no file: for tests and for the demo, which keep nothing.
    pub fn with_key(key: [u8; KEY], random: Random) -> Self {
        Self::new(Keys::one(key), None, random)
    }

    fn new(keys: Keys, file: Option<&Path>, random: Random) -> Self {
        Self { keys: Arc::new(RwLock::new(keys)), file: file.map(Arc::from), random }
    }

    /// A new key, as it is written into a file or the environment.
    pub fn new_key() -> SecretString {
        text(&Random::os().bytes::<KEY>()).into()
    }

    /// How many keys there are: one, or more while secrets are sealed anew.
    pub fn count(&self) -> usize {
        self.keys().0.len()
    }

    /// Whether the key is in a file that can be written.
    pub fn has_file(&self) -> bool {
        self.file.is_some()
    }

    /// Puts a new key before the others, in the file and here. Nothing is done when there is more than one already: an
    /// earlier change of the key was stopped, and goes on.
    ///
    /// # Errors
    /// [`Error::KeyFile`].
    pub fn add_key(&self) -> Result<()> {
        let Some(path) = &self.file else { return Ok(()) };
        let keys = Keys::load(path)?;
        if let [old] = &*keys.0 {
            let new = self.random.bytes::<KEY>();
            key_file::replace(path, &format!("{}\n{}\n", text(&new), text(old.expose_secret())))?;
        }
        self.put(Keys::load(path)?);
        Ok(())
    }

    /// Leaves only the key that seals, in the file and here. Nothing may be sealed with another one any more.
    ///
    /// # Errors
    /// [`Error::KeyFile`].
    pub fn forget_old_keys(&self) -> Result<()> {
        let Some(path) = &self.file else { return Ok(()) };
        let keys = Keys::load(path)?;
        if let [first, _, ..] = &*keys.0 {
            key_file::replace(path, &format!("{}\n", text(first.expose_secret())))?;
        }
        self.put(Keys::load(path)?);
        Ok(())
    }

    /// `secret`, sealed for `purpose`, as text. Sealing the same secret twice gives different texts.
    ///
    /// # Errors
    /// [`Error::Sealed`] when the secret is larger than the cipher takes (256 GB).
    pub fn seal(&self, purpose: &str, secret: &str) -> Result<String> {
        self.read_again();
        let refused = || Error::Sealed(purpose.to_owned());
        let keys = self.keys();
        let key = keys.0.first().ok_or_else(refused)?;
        let nonce = self.random.bytes::<NONCE>();
        let payload = Payload { msg: secret.as_bytes(), aad: purpose.as_bytes() };
        let sealed = cipher(key, purpose)?.encrypt(&XNonce::from(nonce), payload).map_err(|_| refused())?;
        Ok(format!("{FORM}{}", URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat())))
    }

    /// The secret that was sealed for `purpose`.
    ///
    /// # Errors
    /// [`Error::Sealed`] when the text was changed, or sealed for another purpose or with another key.
    pub fn open(&self, purpose: &str, sealed: &str) -> Result<SecretString> {
        let refused = || Error::Sealed(purpose.to_owned());
        let bytes = sealed.strip_prefix(FORM).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok()).ok_or_else(refused)?;
        let open = || self.keys().0.iter().find_map(|key| open(key, purpose, &bytes));
        open()
            .or_else(|| {
                self.read_again();
                open()
            })
            .ok_or_else(refused)
    }

    fn keys(&self) -> Keys {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, keys: Keys) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys;
    }

    /// Another process may have changed the key. A file that can't be read leaves the keys as they are.
    fn read_again(&self) {
        if let Some(Ok(keys)) = self.file.as_deref().map(Keys::load) {
            self.put(keys);
        }
    }
}

fn open(key: &Key, purpose: &str, bytes: &[u8]) -> Option<SecretString> {
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
    let payload = Payload { msg: sealed, aad: purpose.as_bytes() };
    let secret = cipher(key, purpose).ok()?.decrypt(&XNonce::from(*nonce), payload).ok()?;
    String::from_utf8(secret).ok().map(SecretString::from)
}

fn cipher(key: &Key, purpose: &str) -> Result<XChaCha20Poly1305> {
    let mut derived = [0; KEY];
    let expanded = Hkdf::<Sha256>::new(None, key.expose_secret()).expand(purpose.as_bytes(), &mut derived);
    expanded.map_err(|_| Error::Sealed(purpose.to_owned()))?;
    Ok(XChaCha20Poly1305::new(&derived.into()))
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault")
    }
}
