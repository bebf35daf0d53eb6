use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::draw::drawn;
use super::size::{Format, read};
use super::unfit::Unfit;

/// The most bytes of a picture.
const MOST_BYTES: usize = 20 * 1024 * 1024;

/// The most pixels of a picture.
const MOST_PIXELS: u64 = 25_000_000;

/// A picture as it came, at its full size.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Picture {
    pub format: Format,
    pub width: u32,
    pub height: u32,
    #[serde(with = "in_text")]
    pub bytes: Arc<[u8]>,
}

impl Picture {
    /// The picture that these bytes are.
    ///
    /// # Errors
    /// Why they are none.
    pub(crate) fn read(bytes: &Arc<[u8]>) -> Result<Self, Unfit> {
        let (format, size) = read(bytes).ok_or(Unfit::UnknownType)?;
        let (width, height) = size.filter(|(width, height)| *width > 0 && *height > 0).ok_or(Unfit::Broken)?;
        if bytes.len() > MOST_BYTES {
            return Err(Unfit::TooManyBytes);
        }
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(Unfit::TooManyPixels);
        }
        Ok(Self { format, width, height, bytes: Arc::clone(bytes) })
    }

    /// A picture for an address outside: the store reaches none, so it draws a plain one, another for each address.
    pub(crate) fn of_address(address: &str) -> Self {
        let (side, bytes) = drawn(address);
        Self { format: Format::Png, width: side, height: side, bytes: bytes.into() }
    }
}

/// Bytes as text in a file of JSON.
mod in_text {
    use std::sync::Arc;

    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(bytes: &Arc<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<[u8]>, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map(Into::into).map_err(D::Error::custom)
    }
}
