//! Posted invoices and credit memos.

mod addresses;
mod facts;
mod lines;
mod read;
mod sums;
mod vat;
mod write;

use database::Read;
pub use read::posted;
use uuid::Uuid;

use crate::{Language, Result, Sheet};

/// What stands on a posted invoice or credit memo, in a language; where none is said, in that of the payer when it was posted: of the
/// *Language Code* on its card, or else the company's at home and English abroad.
///
/// # Errors
/// [`crate::Error::NoDocument`], [`crate::Error::NotPrinted`] for a shipment, [`crate::Error::Disagrees`] when the lines do
/// not come to what the document does.
pub async fn invoice(read: &Read, id: Uuid, language: Option<Language>) -> Result<Sheet> {
    let printed = read::read(read, id).await?;
    let language = language.unwrap_or_else(|| Language::of(&printed.header, &printed.company));
    write::write(&printed, language)
}
