use values::Code;
use values::money::Amount;

use crate::currencies::Rate;
use crate::customer_ledger::{self, EntryType, apply};
use crate::general_ledger::DocumentType;
use crate::posting::ready::Groups;
use crate::posting::transaction::{Origin, Transaction};
use crate::posting::{Payment, Setup};
use crate::{Error, Result};

/// Where entries that settle each other are posted.
pub(super) struct Settling<'a> {
    pub(super) setup: &'a Setup,
    pub(super) origin: &'a Origin,
    pub(super) receivables: &'a Code<20>,
}

/// A payment as it is posted.
pub(in crate::posting) struct Received<'a> {
    pub(in crate::posting) payment: &'a Payment,
    pub(in crate::posting) receivables: Code<20>,
    pub(in crate::posting) customer_posting_group: Code<20>,
    pub(in crate::posting) factor: Rate,
}

/// Posts a payment, and settles the entry that it is for. Returns what is left of it.
///
/// # Errors
/// As [`settle`].
pub(in crate::posting) fn pay(
    transaction: &mut Transaction<'_>,
    setup: &Setup,
    received: &Received<'_>,
    settled: Option<&mut customer_ledger::entry::Model>,
) -> Result<Origin> {
    let payment = received.payment;
    let came_in = payment.amount > Amount::ZERO;
    let origin = Origin {
        posting_date: payment.posting_date,
        document_type: if came_in { DocumentType::Payment } else { DocumentType::Refund },
        document_number: payment.document_number.clone(),
        external_document_number: payment.external_document_number.clone(),
        description: payment.description.clone(),
    };
    let precision = setup.company.amount_rounding_precision.decimal();
    let lcy = Amount::rounded(received.factor.to_own(payment.amount.decimal()), precision)?;
    transaction.post(&origin, &payment.balancing_account, lcy, &Groups::default());
    transaction.post(&origin, &received.receivables, -lcy, &Groups::default());
    let mut entry = entry(transaction, received, &origin, (-payment.amount, -lcy));
    transaction.detail(&origin, &entry, EntryType::Initial, (entry.amount, entry.amount_lcy), 0);
    if let Some(settled) = settled {
        let settling = Settling { setup, origin: &origin, receivables: &received.receivables };
        settle(transaction, &settling, &mut entry, settled)?;
    }
    transaction.rows().customer.push(entry);
    Ok(origin)
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
    let precision = settling.setup.company.amount_rounding_precision.decimal();
    let (origin, date) = (settling.origin, settling.origin.posting_date);
    let Some(applied) = apply(new, old, date, precision)? else { return Ok(()) };
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

fn entry(
    transaction: &mut Transaction<'_>,
    received: &Received<'_>,
    origin: &Origin,
    (amount, amount_lcy): (Amount, Amount),
) -> customer_ledger::entry::Model {
    let payment = received.payment;
    customer_ledger::entry::Model {
        id: transaction.id(),
        entry_number: transaction.numbers.customer(),
        transaction_number: transaction.number(),
        customer_number: payment.customer_number.clone(),
        posting_date: origin.posting_date,
        document_date: origin.posting_date,
        due_date: origin.posting_date,
        document_type: origin.document_type,
        document_number: origin.document_number.clone(),
        external_document_number: origin.external_document_number.clone(),
        description: origin.description.clone(),
        currency_code: payment.currency_code.clone(),
        currency_factor: received.factor,
        amount,
        amount_lcy,
        remaining_amount: amount,
        remaining_amount_lcy: amount_lcy,
        sales_lcy: Amount::ZERO,
        profit_lcy: Amount::ZERO,
        invoice_discount_lcy: Amount::ZERO,
        customer_posting_group: received.customer_posting_group.clone(),
        payment_method_code: payment.payment_method_code.clone(),
        open: true,
        positive: amount > Amount::ZERO,
        closed_by_entry_number: 0,
        closed_at_date: None,
        closed_by_amount: Amount::ZERO,
        source_kind: payment.source.as_ref().map(|source| source.kind.clone()),
        source_id: payment.source.as_ref().map(|source| source.id.clone()),
        source_number: payment.source.as_ref().map(|source| source.number.clone()).unwrap_or_default(),
        user_id: transaction.context().user.clone(),
        created_at: transaction.context().now,
    }
}
