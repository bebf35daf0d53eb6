use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::money::Amount;

use super::sums::{by, differences, distinct, on_accounts};
use super::{Check, Finding};
use crate::customer_ledger::{detailed, entry};
use crate::{Result, general_ledger, posting_groups};

/// How many entries are read at a time.
const AT_A_TIME: u64 = 10_000;

/// Detailed entries add up to what remains, and what customers owe stands on the receivables accounts.
pub(super) async fn check(c: &impl ConnectionTrait, findings: &mut Vec<Finding>) -> Result<()> {
    check_remaining(c, findings).await?;
    let groups = posting_groups::customer::Entity::find().all(c).await?;
    let accounts = distinct(groups.into_iter().map(|group| group.receivables_account));
    let owed =
        by(c, detailed::Entity::find(), detailed::Column::TransactionNumber, detailed::Column::AmountLcy).await?;
    let posted = on_accounts(c, &accounts, general_ledger::entry::Column::TransactionNumber).await?;
    for (transaction, owed, posted) in differences::<i64>(&owed, &posted) {
        let text = format!(
            "transaction {transaction} changes the customer ledger by {owed}, but the receivables accounts by {posted}"
        );
        findings.push(Finding::new(Check::Receivables, text));
    }
    Ok(())
}

async fn check_remaining(c: &impl ConnectionTrait, findings: &mut Vec<Finding>) -> Result<()> {
    use entry::{Column, Entity};
    let mut after = 0;
    loop {
        let page = Entity::find().filter(Column::EntryNumber.gt(after)).order_by_asc(Column::EntryNumber);
        let page = page.limit(AT_A_TIME).all(c).await?;
        let Some(last) = page.last().map(|entry| entry.entry_number) else { return Ok(()) };
        let (own, lcy) = detailed_of(c, after, last).await?;
        for entry in page {
            let number = entry.entry_number;
            let sum = |sums: &BTreeMap<i64, Amount>| sums.get(&number).copied().unwrap_or_default();
            let (remaining, remaining_lcy) = (entry.remaining_amount, entry.remaining_amount_lcy);
            if (sum(&own), sum(&lcy)) != (remaining, remaining_lcy) {
                let text = format!(
                    "of customer ledger entry {number} remain {remaining} ({remaining_lcy} in the company's own currency), but its detailed entries add up to {} ({})",
                    sum(&own),
                    sum(&lcy)
                );
                findings.push(Finding::new(Check::CustomerLedger, text));
            }
            if entry.open == remaining.is_zero() {
                let is = if entry.open { "open" } else { "closed" };
                let text = format!("customer ledger entry {number} is {is}, but {remaining} remain of it");
                findings.push(Finding::new(Check::CustomerLedger, text));
            }
        }
        after = last;
    }
}

/// What the detailed entries of customer ledger entries add up to, in their currency and in the company's own.
async fn detailed_of(
    c: &impl ConnectionTrait,
    after: i64,
    last: i64,
) -> Result<(BTreeMap<i64, Amount>, BTreeMap<i64, Amount>)> {
    use detailed::{Column, Entity};
    let of = Column::CustomerLedgerEntryNumber;
    let rows = || Entity::find().filter(of.gt(after)).filter(of.lte(last));
    Ok((by(c, rows(), of, Column::Amount).await?, by(c, rows(), of, Column::AmountLcy).await?))
}
