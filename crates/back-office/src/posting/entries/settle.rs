use values::Code;
use values::money::Amount;

use crate::customer_ledger::{self, EntryType, apply};
use crate::posting::Setup;
use crate::posting::ready::Groups;
use crate::posting::transaction::{Origin, Transaction};
use crate::{Error, Result};

/// Where entries that settle each other are posted.
pub(super) struct Settling<'a> {
    pub(super) setup: &'a Setup,
    pub(super) origin: &'a Origin,
    pub(super) receivables: &'a Code<20>,
}

/// Settles two entries with each other; what the currency has lost or gained meanwhile is posted.
///
/// # Errors
/// [`Error::Blank`] when the currency has no account for that, and when an amount is too large to be kept.
pub(super) fn settle(
    transaction: &mut Transaction<'_>,
    settling: &Settling<'_>,
    new: &mut customer_ledger::entry::Model,
    old: &mut customer_ledger::entry::Model,
) -> Result<()> {
    let own = settling.setup.company.amount_rounding_precision.decimal();
    let precision = settling.setup.precision(&old.currency_code)?;
    let (origin, date) = (settling.origin, settling.origin.posting_date);
    let Some(applied) = apply(new, old, date, (precision, own))? else { return Ok(()) };
    let (new_number, old_number) = (new.entry_number, old.entry_number);
    let of_old = (applied.old.amount, applied.old.amount_lcy);
    transaction.detail(origin, old, EntryType::Application, of_old, new_number);
    let of_new = (applied.new.amount, applied.new.amount_lcy);
    transaction.detail(origin, new, EntryType::Application, of_new, old_number);
    let loss = applied.realized_loss;
    if loss.is_zero() {
        return Ok(());
    }
    let currency = settling.setup.currency(&old.currency_code)?;
    let (entry_type, account, field) = if loss > Amount::ZERO {
        (EntryType::RealizedLoss, &currency.realized_losses_account, "Realized Losses Acc.")
    } else {
        (EntryType::RealizedGain, &currency.realized_gains_account, "Realized Gains Acc.")
    };
    let blank = || Error::Blank { field, kind: "currency", code: currency.code.to_string() };
    let account = account.non_blank().ok_or_else(blank)?;
    transaction.detail(origin, old, entry_type, (Amount::ZERO, -loss), new_number);
    transaction.post(origin, account, loss, &Groups::default());
    transaction.post(origin, settling.receivables, -loss, &Groups::default());
    Ok(())
}
