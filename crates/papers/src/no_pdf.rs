use crate::{Error, Result, Sheet};

/// Says that this program makes no PDF.
///
/// # Errors
/// [`Error::NotBuilt`].
pub fn pdf(_: &Sheet) -> Result<Vec<u8>> {
    Err(Error::NotBuilt)
}
