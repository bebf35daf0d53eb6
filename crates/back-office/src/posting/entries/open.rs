use values::Code;
use values::money::Amount;

use crate::currencies::Rate;
use crate::customer_ledger;
use crate::posting::transaction::{Origin, Transaction};

/// What a customer owes, or has paid.
pub(super) struct Owed<'a> {
    pub(super) customer_number: &'a Code<20>,
    pub(super) customer_posting_group: &'a Code<20>,
    pub(super) currency_code: &'a Code<10>,
    pub(super) currency_factor: Rate,
    pub(super) payment_method_code: &'a Code<10>,
    pub(super) amount: Amount,
    /// The same in the company's own currency.
    pub(super) amount_lcy: Amount,
}

/// An open entry of a customer, of nothing but an amount that is due on the day of posting.
pub(super) fn open(
    transaction: &mut Transaction<'_>,
    origin: &Origin,
    owed: &Owed<'_>,
) -> customer_ledger::entry::Model {
    customer_ledger::entry::Model {
        id: transaction.id(),
        entry_number: transaction.numbers.customer(),
        transaction_number: transaction.number(),
        customer_number: owed.customer_number.clone(),
        posting_date: origin.posting_date,
        document_date: origin.posting_date,
        due_date: origin.posting_date,
        payment_discount_date: None,
        original_payment_discount_possible: Amount::ZERO,
        remaining_payment_discount_possible: Amount::ZERO,
        payment_discount_given_lcy: Amount::ZERO,
        document_type: origin.document_type,
        document_number: origin.document_number.clone(),
        external_document_number: origin.external_document_number.clone(),
        description: origin.description.clone(),
        currency_code: owed.currency_code.clone(),
        currency_factor: owed.currency_factor,
        amount: owed.amount,
        amount_lcy: owed.amount_lcy,
        remaining_amount: owed.amount,
        remaining_amount_lcy: owed.amount_lcy,
        sales_lcy: Amount::ZERO,
        profit_lcy: Amount::ZERO,
        invoice_discount_lcy: Amount::ZERO,
        customer_posting_group: owed.customer_posting_group.clone(),
        payment_method_code: owed.payment_method_code.clone(),
        open: !owed.amount.is_zero(),
        positive: owed.amount > Amount::ZERO,
        closed_by_entry_number: 0,
        closed_at_date: None,
        closed_by_amount: Amount::ZERO,
        source_kind: None,
        source_id: None,
        source_number: String::new(),
        user_id: transaction.context().user.clone(),
        created_at: transaction.context().now,
    }
}
