//! Documents as they are printed: what stands on a posted invoice or credit memo, in the language of whoever gets it, and
//! the same as PDF.
//!
//! Printing is three steps, and only the first knows a table. *Reading* collects what belongs on the paper: the posted
//! document and its lines as they were posted, the company, the texts of terms and countries, and what the
//! ledgers say of its VAT in the company's own currency. *Writing* turns that into a [`Sheet`]: texts, in one language,
//! with numbers and dates in that language's form. *Setting* gives the sheet to Typst as data, never as markup, so that a
//! description may say `#1 $x *y*` and is printed as it says.
//!
//! What it refuses to do: calculate. Every number on a sheet is one that was posted, or a sum of such; a paper that
//! disagrees with the ledger can't be printed. And it finds no fonts: those it prints with are in the program, so that a
//! document looks the same from every machine.
//!
//! Invariants: the same document gives the same bytes; what can't be printed is an error with a cause, never a blank page.
//!
//! Typst is 174 crates, so it stands behind the feature `pdf`; without it [`pdf`] says so. Decision 9 has the numbers.

mod address;
mod error;
mod figures;
mod invoice;
mod language;
mod sheet;
mod words;

#[cfg(not(feature = "pdf"))]
mod no_pdf;
#[cfg(feature = "pdf")]
mod pdf;

pub use error::{Error, Result};
pub use invoice::{invoice, posted};
pub use language::Language;
#[cfg(not(feature = "pdf"))]
pub use no_pdf::pdf;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
pub use sheet::{Cell, Column, Day, Fact, Row, Sheet, Side, Total, VatRow, VatTable};

/// Whether this program can make PDF.
pub const PRINTS: bool = cfg!(feature = "pdf");
