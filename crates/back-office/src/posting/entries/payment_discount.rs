use values::Code;

use super::settle::Settling;
use crate::Result;
use crate::customer_ledger::{self, EntryType, take_discount};
use crate::posting::ready::Groups;
use crate::posting::transaction::Transaction;

/// Takes off what a payment in time may leave out of what it settles: it stands as paid, and on the account of payment
/// discounts. The VAT of what was sold stays as it was invoiced.
///
/// # Errors
/// When an amount is too large to be kept.
pub(super) fn take_off(
    transaction: &mut Transaction<'_>,
    settling: &Settling<'_>,
    account: &Code<20>,
    payment: &mut customer_ledger::entry::Model,
    settled: &mut customer_ledger::entry::Model,
) -> Result<()> {
    let own = settling.setup.company.amount_rounding_precision.decimal();
    let Some(taken) = take_discount(payment, settled, own)? else { return Ok(()) };
    let amounts = (taken.amount, taken.amount_lcy);
    transaction.detail(settling.origin, payment, EntryType::PaymentDiscount, amounts, settled.entry_number);
    transaction.post(settling.origin, account, -taken.amount_lcy, &Groups::default());
    transaction.post(settling.origin, settling.receivables, taken.amount_lcy, &Groups::default());
    Ok(())
}
