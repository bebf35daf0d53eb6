use super::Ground;
use crate::posting::transaction::Transaction;

/// Posts sales tax: of each area and group an entry for every jurisdiction, in the VAT ledger and on its account.
pub(super) fn post(transaction: &mut Transaction<'_>, ground: &Ground<'_>) {
    let is_sale = !ground.ready.sign().is_sign_negative();
    for levied in &ground.amounts.taxes {
        let (base, tax) = if is_sale { (-levied.base, -levied.tax) } else { (levied.base, levied.tax) };
        transaction.post_tax(&ground.invoice, levied, (base, tax), ground.whose_vat());
    }
}
