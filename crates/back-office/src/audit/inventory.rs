use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;
use values::money::Amount;

use super::sums::{by, differences, distinct, on_accounts};
use super::{Check, Finding};
use crate::item_ledger::{entry, value_entry};
use crate::posting_setup::inventory;
use crate::{Result, general_ledger};

/// How many entries are read at a time.
const AT_A_TIME: u64 = 10_000;

/// Value entries add up to what goods are worth, and what of that is posted stands on the inventory accounts.
pub(super) async fn check(c: &impl ConnectionTrait, findings: &mut Vec<Finding>) -> Result<()> {
    check_values(c, findings).await?;
    let setups = inventory::Entity::find().all(c).await?;
    let actual = distinct(setups.iter().map(|setup| setup.inventory_account.clone()));
    let interim = distinct(setups.into_iter().map(|setup| setup.inventory_account_interim));
    let (number, posted_to) = (value_entry::Column::DocumentNumber, value_entry::Column::CostPostedToGeneralLedger);
    let worth: Sums = by(c, value_entry::Entity::find(), number, posted_to).await?;
    let (item, expected) = (entry::Column::ItemNumber, entry::Column::ExpectedCostPosted);
    let expected: Sums = by(c, entry::Entity::find(), item, expected).await?;
    if actual.iter().any(|account| interim.contains(account)) {
        // One account holds both, so only all together can be compared.
        let both = distinct(actual.into_iter().chain(interim));
        let posted: Sums = on_accounts(c, &both, general_ledger::entry::Column::AccountNumber).await?;
        compare("cost", total(worth) + total(expected), total(posted), findings);
        return Ok(());
    }
    let posted: Sums = on_accounts(c, &actual, general_ledger::entry::Column::DocumentNumber).await?;
    for (document, worth, posted) in differences(&worth, &posted) {
        let text = format!(
            "the value entries of document {document} say that {worth} is posted, but the inventory accounts say {posted}"
        );
        findings.push(Finding::new(Check::Inventory, text));
    }
    let posted: Sums = on_accounts(c, &interim, general_ledger::entry::Column::AccountNumber).await?;
    compare("expected cost", total(expected), total(posted), findings);
    Ok(())
}

type Sums = BTreeMap<Code<20>, Amount>;

fn total(sums: Sums) -> Amount {
    sums.into_values().sum()
}

fn compare(what: &str, said: Amount, posted: Amount, findings: &mut Vec<Finding>) {
    if said != posted {
        let text = format!(
            "item ledger and value entries say that {said} of {what} is posted, but the inventory accounts say {posted}"
        );
        findings.push(Finding::new(Check::Inventory, text));
    }
}

/// Each item ledger entry is worth what its value entries add up to.
async fn check_values(c: &impl ConnectionTrait, findings: &mut Vec<Finding>) -> Result<()> {
    use entry::{Column, Entity};
    let mut after = 0;
    loop {
        let page = Entity::find().filter(Column::EntryNumber.gt(after)).order_by_asc(Column::EntryNumber);
        let page = page.limit(AT_A_TIME).all(c).await?;
        let Some(last) = page.last().map(|entry| entry.entry_number) else { return Ok(()) };
        let [expected, actual, invoiced] = values_of(c, after, last).await?;
        for entry in page {
            let number = entry.entry_number;
            let sum = |sums: &BTreeMap<i64, Amount>| sums.get(&number).copied().unwrap_or_default();
            for (what, own, sum) in [
                ("expected cost", entry.cost_amount_expected, sum(&expected)),
                ("actual cost", entry.cost_amount_actual, sum(&actual)),
                ("sales amount", entry.sales_amount_actual, sum(&invoiced)),
            ] {
                if own != sum {
                    let text = format!(
                        "item ledger entry {number} has the {what} {own}, but its value entries add up to {sum}"
                    );
                    findings.push(Finding::new(Check::Inventory, text));
                }
            }
        }
        after = last;
    }
}

/// What the value entries of item ledger entries add up to: expected cost, actual cost, sales amount.
async fn values_of(c: &impl ConnectionTrait, after: i64, last: i64) -> Result<[BTreeMap<i64, Amount>; 3]> {
    use value_entry::{Column, Entity};
    let of = Column::ItemLedgerEntryNumber;
    let rows = || Entity::find().filter(of.gt(after)).filter(of.lte(last));
    Ok([
        by(c, rows(), of, Column::CostAmountExpected).await?,
        by(c, rows(), of, Column::CostAmountActual).await?,
        by(c, rows(), of, Column::SalesAmountActual).await?,
    ])
}
