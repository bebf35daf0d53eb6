//! Writes what was posted: the posted documents, the entries, and what is left of the document. As many statements for a
//! hundred lines as for one.

mod documents;
mod gap;
mod header;
mod ledgers;
mod line;
mod rest;

pub(crate) use gap::fill_gaps;
pub(super) use ledgers::write_entries;

use database::Tx;

use super::amounts::Amounts;
use super::numbers::DocumentNumbers;
use super::post::Posted;
use super::ready::Ready;
use super::transaction::Balanced;
use crate::Result;
use crate::sales::Context;

/// Writes all of it.
///
/// # Errors
/// When the database fails.
pub(super) async fn write(
    tx: &Tx,
    ready: &Ready,
    amounts: &Amounts,
    numbers: &DocumentNumbers,
    entries: Balanced,
    cx: &Context,
) -> Result<Posted> {
    let (shipment, invoice) = documents::write(tx, ready, amounts, numbers, cx).await?;
    if let Some(corrected) = ready.corrected.as_ref().filter(|_| ready.is_whole_back()) {
        corrected.cancel(tx).await?;
    }
    let transaction_number = write_entries(tx, entries).await?;
    let completed = rest::write(tx, ready, numbers, cx).await?;
    Ok(Posted { transaction_number, shipment, invoice, completed })
}
