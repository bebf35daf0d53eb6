use super::open::{Owed, open};
use super::payment_discount::take_off;
use super::settle::{Settling, settle};
use crate::Result;
use crate::customer_ledger::{self, EntryType};
use crate::posting::Setup;
use crate::posting::movement::{Checked, Side};
use crate::posting::ready::Groups;
use crate::posting::transaction::{Origin, Transaction};
use values::Code;
use values::money::Amount;

/// Posts a movement: to its account, from its balancing account, and settles the entry that it is for, less what may be
/// taken off of that because it is paid in time.
///
/// # Errors
/// As [`settle`].
pub(in crate::posting) fn move_amount(
    transaction: &mut Transaction<'_>,
    setup: &Setup,
    checked: &Checked,
    mut settled: Option<&mut customer_ledger::entry::Model>,
) -> Result<Origin> {
    let movement = &checked.movement;
    let origin = Origin {
        posting_date: movement.posting_date,
        vat_date: movement.posting_date,
        document_type: movement.document_type,
        document_number: movement.document_number.clone(),
        external_document_number: movement.external_document_number.clone(),
        description: movement.description.clone(),
        source: movement.source.as_ref().map(|from| (from.kind.clone(), from.id.clone())).unwrap_or_default(),
    };
    let amounts = (movement.amount, checked.amount_lcy);
    let balancing = checked.balancing.as_ref().map(|side| (side, (-amounts.0, -amounts.1)));
    for (side, (amount, amount_lcy)) in [Some((&checked.account, amounts)), balancing].into_iter().flatten() {
        match side {
            Side::Money(account) => {
                transaction.post_money(&origin, account, (amount, amount_lcy), &movement.currency_code);
            }
            Side::Customer { number, receivables, posting_group, payment_discount } => {
                transaction.post(&origin, receivables, amount_lcy, &Groups::default());
                let mut entry = entry(transaction, checked, &origin, (number, posting_group), (amount, amount_lcy));
                transaction.detail(&origin, &entry, EntryType::Initial, (amount, amount_lcy), 0);
                // Of two customers the first settles.
                if let Some(settled) = settled.take() {
                    let settling = Settling { setup, origin: &origin, receivables };
                    if let Some(account) = payment_discount {
                        take_off(transaction, &settling, account, &mut entry, settled)?;
                    }
                    settle(transaction, &settling, &mut entry, settled)?;
                }
                transaction.rows().customer.push(entry);
            }
        }
    }
    Ok(origin)
}

fn entry(
    transaction: &mut Transaction<'_>,
    checked: &Checked,
    origin: &Origin,
    (customer, posting_group): (&Code<20>, &Code<20>),
    (amount, amount_lcy): (Amount, Amount),
) -> customer_ledger::entry::Model {
    let movement = &checked.movement;
    let owed = Owed {
        customer_number: customer,
        customer_posting_group: posting_group,
        currency_code: &movement.currency_code,
        currency_factor: checked.factor,
        payment_method_code: &movement.payment_method_code,
        amount,
        amount_lcy,
    };
    customer_ledger::entry::Model {
        source_kind: movement.source.as_ref().map(|source| source.kind.clone()),
        source_id: movement.source.as_ref().map(|source| source.id.clone()),
        source_number: movement.source.as_ref().map(|source| source.number.clone()).unwrap_or_default(),
        ..open(transaction, origin, &owed)
    }
}
