use sea_orm::{ConnectionTrait, EntityTrait};

use super::sums::{by, differences, distinct, on_accounts};
use super::{Check, Finding};
use crate::general_ledger::{entry, vat_entry};
use crate::sales_tax::jurisdiction;
use crate::{Result, vat};

/// VAT entries are what stands on the accounts of VAT and of sales tax.
pub(super) async fn check(c: &impl ConnectionTrait, findings: &mut Vec<Finding>) -> Result<()> {
    let setups = vat::Entity::find().all(c).await?;
    let jurisdictions = jurisdiction::Entity::find().all(c).await?;
    let of_vat = setups.into_iter().map(|setup| setup.sales_vat_account);
    let accounts = distinct(of_vat.chain(jurisdictions.into_iter().map(|row| row.tax_account_sales)));
    let transaction = vat_entry::Column::TransactionNumber;
    let owed = by(c, vat_entry::Entity::find(), transaction, vat_entry::Column::Amount).await?;
    let posted = on_accounts(c, &accounts, entry::Column::TransactionNumber).await?;
    for (transaction, owed, posted) in differences::<i64>(&owed, &posted) {
        let text =
            format!("the VAT entries of transaction {transaction} add up to {owed}, the VAT accounts to {posted}");
        findings.push(Finding::new(Check::Vat, text));
    }
    Ok(())
}
