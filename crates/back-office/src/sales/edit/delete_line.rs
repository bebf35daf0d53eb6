use database::Tx;
use uuid::Uuid;
use values::money::Quantity;

use super::Draft;
use crate::sales::{Context, Setup, header, line};
use crate::{Error, Result};

/// Deletes a line of an open document.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Changed`], [`Error::Queued`], [`Error::Released`]; [`Error::NotInvoiced`] when
/// something of it is shipped and not invoiced; [`Error::InvoiceDiscount`] and [`Error::NoDiscountBase`] when a
/// discount on the whole that was given by hand does not fit any more.
pub async fn delete_line(
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    seen: Option<i64>,
    line_number: i32,
    cx: &Context,
) -> Result<header::Model> {
    let mut draft = Draft::lock_open(tx, id, seen).await?;
    draft.remove(line_number)?;
    draft.work_out(tx, setup).await?;
    draft.keep(tx, cx).await
}

impl Draft {
    /// Takes a line away.
    pub(super) fn remove(&mut self, line_number: i32) -> Result<()> {
        let at = self.place_of(line_number)?;
        let gone = self.lines.remove(at);
        self.give_back_discount(&gone);
        check_invoiced(&gone)
    }
}

/// Checks that what was shipped of a line is invoiced.
pub(super) fn check_invoiced(line: &line::Model) -> Result<()> {
    let quantity = line.invoiceable(Quantity::ZERO);
    match quantity.is_zero() {
        true => Ok(()),
        false => Err(Error::NotInvoiced { line: line.line_number, quantity }),
    }
}
