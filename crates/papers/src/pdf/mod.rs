//! Setting a sheet with Typst.

mod fonts;
mod missing;
#[cfg(test)]
mod tests;
mod world;

use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::{Error, Result, Sheet};
use world::OneSheet;

/// How many documents Typst remembers what it worked out for: enough for a batch of like documents.
const REMEMBERED: usize = 10;

/// The document as PDF. The same sheet gives the same bytes. It takes milliseconds of a processor: call it where waiting
/// is allowed.
///
/// # Errors
/// [`Error::Setting`] when the template does not take the sheet.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>> {
    missing::warn(sheet);
    let document = set(sheet)?;
    let options =
        PdfOptions { creator: typst::foundations::Smart::Custom(Some("Kobling".into())), ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|why| in_words(&why));
    typst::comemo::evict(REMEMBERED);
    bytes
}

/// The pages of the document.
fn set(sheet: &Sheet) -> Result<PagedDocument> {
    let data = serde_json::to_vec(sheet).map_err(|error| Error::Setting(error.to_string()))?;
    typst::compile(&OneSheet::new(data)).output.map_err(|why| in_words(&why))
}

fn in_words(why: &[SourceDiagnostic]) -> Error {
    let messages: Vec<_> = why.iter().map(|diagnostic| diagnostic.message.to_string()).collect();
    Error::Setting(messages.join("; "))
}
