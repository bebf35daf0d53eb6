use rust_decimal::Decimal;
use values::money::Amount;

use super::Ground;
use super::open::{Owed, open};
use super::settle::{Settling, settle};
use crate::Result;
use crate::customer_ledger::{self, EntryType};
use crate::general_ledger::DocumentType;
use crate::posting::accounts::MoneyAccount;
use crate::posting::ready::{Groups, Ready};
use crate::posting::transaction::{Origin, Transaction};

/// Posts what the customer owes, settles a credit memo with the invoices that it takes back, and pays at once where the payment
/// method has an account for that. `cost` is what the invoiced goods have cost.
pub(super) fn post(transaction: &mut Transaction<'_>, ground: &Ground<'_>, cost: Amount) -> Result<()> {
    let (ready, is_sale) = (ground.ready, !ground.ready.sign().is_sign_negative());
    let signed = |amount: Amount| if is_sale { amount } else { -amount };
    let (total, total_lcy) = (ground.amounts.total(), ground.amounts.total_lcy());
    let (owed, owed_lcy) = (signed(total.whole()), signed(total_lcy.whole()));
    transaction.post(&ground.invoice, &ready.receivables, owed_lcy, &Groups::default());
    let discount = ready.factor.to_own(ground.amounts.invoice_discount().decimal());
    let discount = Amount::rounded(discount, ground.setup.company.amount_rounding_precision.decimal())?;
    let sales_lcy = signed(total_lcy.net);
    let mut entry = entry(transaction, ground, &ground.invoice, (owed, owed_lcy));
    entry.sales_lcy = sales_lcy;
    entry.profit_lcy = sales_lcy - cost;
    entry.invoice_discount_lcy = signed(discount);
    entry.payment_discount_date = ready.header.payment_discount_date;
    entry.original_payment_discount_possible = payment_discount(ready, owed)?;
    entry.remaining_payment_discount_possible = entry.original_payment_discount_possible;
    transaction.detail(&ground.invoice, &entry, EntryType::Initial, (owed, owed_lcy), 0);

    let settling = Settling { setup: ground.setup, origin: &ground.invoice, receivables: &ready.receivables };
    for settled in &ready.applies_to {
        if !entry.open {
            break;
        }
        let mut settled = settled.clone();
        settle(transaction, &settling, &mut entry, &mut settled)?;
        transaction.rows().settled.push(settled);
    }
    match &ready.balancing_account {
        Some(account) if entry.open => pay_at_once(transaction, ground, account, entry),
        _ => {
            transaction.rows().customer.push(entry);
            Ok(())
        }
    }
}

/// How much less of it is paid until the last day of the discount.
fn payment_discount(ready: &Ready, owed: Amount) -> Result<Amount> {
    let percent = ready.header.payment_discount_percent.decimal();
    Ok(Amount::rounded(owed.decimal() * percent / Decimal::ONE_HUNDRED, ready.precision)?)
}

/// Pays what remains of the document, under its own number. It is paid whole: what has been paid is known, so nothing is
/// taken off for paying in time.
fn pay_at_once(
    transaction: &mut Transaction<'_>,
    ground: &Ground<'_>,
    account: &MoneyAccount,
    mut document: customer_ledger::entry::Model,
) -> Result<()> {
    let is_sale = !ground.ready.sign().is_sign_negative();
    let document_type = if is_sale { DocumentType::Payment } else { DocumentType::Refund };
    let origin = Origin { document_type, ..ground.invoice.clone() };
    let (paid, paid_lcy) = (-document.remaining_amount, -document.remaining_amount_lcy);
    transaction.post(&origin, &ground.ready.receivables, paid_lcy, &Groups::default());
    transaction.post_money(&origin, account, (-paid, -paid_lcy), &document.currency_code);
    let mut payment = entry(transaction, ground, &origin, (paid, paid_lcy));
    payment.due_date = ground.ready.header.posting_date;
    transaction.detail(&origin, &payment, EntryType::Initial, (paid, paid_lcy), 0);
    let settling = Settling { setup: ground.setup, origin: &origin, receivables: &ground.ready.receivables };
    settle(transaction, &settling, &mut payment, &mut document)?;
    transaction.rows().customer.extend([document, payment]);
    Ok(())
}

/// An open entry of the payer.
fn entry(
    transaction: &mut Transaction<'_>,
    ground: &Ground<'_>,
    origin: &Origin,
    (amount, amount_lcy): (Amount, Amount),
) -> customer_ledger::entry::Model {
    let header = &ground.ready.header;
    let owed = Owed {
        customer_number: &header.bill_to_customer_number,
        customer_posting_group: &header.customer_posting_group,
        currency_code: &header.currency_code,
        currency_factor: ground.ready.factor,
        payment_method_code: &header.payment_method_code,
        amount,
        amount_lcy,
    };
    customer_ledger::entry::Model {
        document_date: header.document_date,
        due_date: header.due_date,
        source_number: header.source_number.clone(),
        ..open(transaction, origin, &owed)
    }
}
