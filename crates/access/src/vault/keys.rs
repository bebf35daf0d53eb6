use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretBox;

use super::key_file;
use crate::{Error, Result};

/// How many bytes a key has.
pub(super) const KEY: usize = 32;

/// One key.
pub(super) type Key = SecretBox<[u8; KEY]>;

/// The keys of an installation: the first seals, all of them open. There is more than one only while secrets are sealed
/// anew.
#[derive(Clone)]
pub(super) struct Keys(pub(super) Arc<[Key]>);

impl Keys {
    pub(super) fn one(key: [u8; KEY]) -> Self {
        Self(Arc::new([SecretBox::new(Box::new(key))]))
    }

    /// Reads keys with white space between them.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let one = |word: &str| STANDARD.decode(word).ok().and_then(|bytes| <[u8; KEY]>::try_from(bytes).ok());
        let keys: Option<Vec<Key>> =
            text.split_whitespace().map(|word| one(word).map(|key| SecretBox::new(Box::new(key)))).collect();
        keys.filter(|keys| !keys.is_empty()).map(|keys| Self(keys.into()))
    }

    pub(super) fn load(path: &Path) -> Result<Self> {
        let text = key_file::read(path)?;
        Self::parse(&text).ok_or_else(|| Error::NoKey(path.to_owned()))
    }
}

/// A key as it is written down.
pub(super) fn text(key: &[u8; KEY]) -> String {
    STANDARD.encode(key)
}
