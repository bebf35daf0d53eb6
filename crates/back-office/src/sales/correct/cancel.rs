use database::Tx;
use uuid::Uuid;

use super::credit_memo::{key_of, posted_invoice, take_back};
use crate::customer_ledger::open_of;
use crate::posting::{self, Posted, Request};
use crate::sales::{Context, Setup};
use crate::{Error, Result};

/// Cancels a posted invoice of which nothing is paid: a credit memo over all of it is posted at once, and settles it.
///
/// # Errors
/// [`Error::IsSettled`] when something of it is paid or credited already, [`Error::IsCanceled`]; those of
/// [`make_corrective_credit_memo`](super::make_corrective_credit_memo) and of [`posting::post()`]: nothing is posted.
pub async fn cancel(
    tx: &Tx,
    (setup, posting): (&Setup, &posting::Setup),
    invoice: Uuid,
    cx: &Context,
) -> Result<Posted> {
    let header = posted_invoice(tx, invoice).await?;
    let open = open_of(tx, &[key_of(&header)]).await?;
    let is_untouched = open.values().any(|entry| entry.remaining_amount == entry.amount);
    // What comes to nothing was never open.
    if !is_untouched && !header.amount_including_vat.is_zero() && !header.canceled {
        return Err(Error::IsSettled(header.number.to_string()));
    }
    let credit_memo = take_back(tx, setup, (header, is_untouched), cx).await?;
    posting::post(tx, posting, credit_memo.id, &Request::SHIP_AND_INVOICE, cx).await
}
