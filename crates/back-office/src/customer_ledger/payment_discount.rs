use chrono::NaiveDate;
use rust_decimal::Decimal;
use values::money::Amount;

use super::apply::Side;
use super::entry::Model;
use crate::Result;
use crate::general_ledger::DocumentType;

/// Whether what is posted so on a day takes the payment discount of an entry: a payment or a refund, until the last day of
/// it, that covers what remains less the discount.
pub(crate) fn takes_discount(document_type: DocumentType, on: NaiveDate, paid: Amount, of: &Model) -> bool {
    let possible = of.remaining_payment_discount_possible;
    let pays = matches!(document_type, DocumentType::Payment | DocumentType::Refund);
    let least = (of.remaining_amount - possible).decimal().abs();
    pays && is_bill(of.document_type)
        && !possible.is_zero()
        && of.payment_discount_date.is_some_and(|last| on <= last)
        && (paid > Amount::ZERO) != of.positive
        && paid.decimal().abs() >= least
}

/// Takes the payment discount of an entry, when the payment comes in time and covers what remains less the discount: the
/// payment counts for so much more, at its own rate. Returns what it counts for more; `None` when it takes nothing.
///
/// # Errors
/// When an amount is too large to be kept.
pub(crate) fn take_discount(payment: &mut Model, of: &mut Model, precision: Decimal) -> Result<Option<Side>> {
    let possible = of.remaining_payment_discount_possible;
    let settles = payment.customer_number == of.customer_number && payment.currency_code == of.currency_code;
    if !settles || !takes_discount(payment.document_type, payment.posting_date, payment.remaining_amount, of) {
        return Ok(None);
    }
    let whole = payment.currency_factor.to_own((payment.amount - possible).decimal());
    let taken = Side { amount: -possible, amount_lcy: Amount::rounded(whole, precision)? - payment.amount_lcy };
    payment.remaining_amount += taken.amount;
    payment.remaining_amount_lcy += taken.amount_lcy;
    of.remaining_payment_discount_possible = Amount::ZERO;
    of.payment_discount_given_lcy -= taken.amount_lcy;
    Ok(Some(taken))
}

/// Leaves of the payment discount of an entry what may be taken after it was settled: nothing once it is closed; while
/// invoice and credit memo settle each other, as much as remains of it; a payment in part leaves it whole.
///
/// # Errors
/// When an amount is too large to be kept.
pub(super) fn keep_discount(
    entry: &mut Model,
    before: Amount,
    settled_by: DocumentType,
    precision: Decimal,
) -> Result<()> {
    let possible = entry.remaining_payment_discount_possible;
    if !entry.open {
        entry.remaining_payment_discount_possible = Amount::ZERO;
    } else if is_bill(entry.document_type) && is_bill(settled_by) {
        let share = (possible.decimal() * entry.remaining_amount.decimal()).checked_div(before.decimal());
        entry.remaining_payment_discount_possible = Amount::rounded(share.unwrap_or_default(), precision)?;
    }
    Ok(())
}

fn is_bill(document_type: DocumentType) -> bool {
    matches!(document_type, DocumentType::Invoice | DocumentType::CreditMemo)
}
