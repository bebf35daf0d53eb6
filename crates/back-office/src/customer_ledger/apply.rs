use chrono::NaiveDate;
use rust_decimal::Decimal;
use values::money::{Amount, round};

use super::entry;
use super::payment_discount::keep_discount;
use crate::Result;

/// What settling one entry with another changes of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Side {
    /// By how much what remains changes, in the currency of both.
    pub(crate) amount: Amount,
    /// By how much, in the company's own.
    pub(crate) amount_lcy: Amount,
}

/// Two entries that settle each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Application {
    /// What changes of the entry that is posted.
    pub(crate) new: Side,
    /// What changes of the one that was there.
    pub(crate) old: Side,
    /// What the one that was there has lost besides, in the company's own currency, because the currency is worth
    /// something else by now. Positive: a loss.
    pub(crate) realized_loss: Amount,
}

/// Settles two entries of opposite signs, of the same customer and currency, with each other, as far as the smaller of
/// them goes. Amounts are rounded to the first precision, those in the company's own currency to the second. `None` when
/// they can't be.
///
/// # Errors
/// When an amount is too large to be kept.
pub(crate) fn apply(
    new: &mut entry::Model,
    old: &mut entry::Model,
    on: NaiveDate,
    (precision, own): (Decimal, Decimal),
) -> Result<Option<Application>> {
    let (of_new, of_old) = (new.remaining_amount.decimal(), old.remaining_amount.decimal());
    let same = new.customer_number == old.customer_number && new.currency_code == old.currency_code;
    if !same || of_new.is_zero() || of_old.is_zero() || of_new.is_sign_negative() == of_old.is_sign_negative() {
        return Ok(None);
    }
    let settled = Amount::new(of_new.abs().min(of_old.abs()))?;
    let by_new = share(new, settled, own)?;
    let by_old = share(old, settled, own)?;
    let sign = if of_new.is_sign_negative() { settled } else { -settled };
    let application = Application {
        new: Side { amount: sign, amount_lcy: -by_new },
        old: Side { amount: -sign, amount_lcy: by_new },
        realized_loss: by_old + by_new,
    };
    let before = (new.remaining_amount, old.remaining_amount);
    settle(new, sign, -by_new, (old.entry_number, on));
    settle(old, -sign, -by_old, (new.entry_number, on));
    keep_discount(new, before.0, old.document_type, precision)?;
    keep_discount(old, before.1, new.document_type, precision)?;
    Ok(Some(application))
}

/// What of an entry's remaining amount in the company's own currency falls on `settled`.
fn share(entry: &entry::Model, settled: Amount, precision: Decimal) -> Result<Amount> {
    let (remaining, own) = (entry.remaining_amount.decimal(), entry.remaining_amount_lcy.decimal());
    if settled.decimal() == remaining.abs() {
        return Ok(entry.remaining_amount_lcy);
    }
    Ok(Amount::new(round(own * settled.decimal() / remaining.abs(), precision))?)
}

fn settle(entry: &mut entry::Model, amount: Amount, amount_lcy: Amount, (other, on): (i64, NaiveDate)) {
    entry.remaining_amount += amount;
    entry.remaining_amount_lcy += amount_lcy;
    if entry.remaining_amount.is_zero() {
        entry.open = false;
        entry.closed_by_entry_number = other;
        entry.closed_at_date = Some(on);
        entry.closed_by_amount = -amount;
    }
}
