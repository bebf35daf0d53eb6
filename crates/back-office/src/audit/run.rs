use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};

use super::{Finding, customers, general, goods, inventory, numbers, vat};
use crate::{Result, customer_ledger, general_ledger, item_ledger};

/// What an audit has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// How many G/L entries, customer ledger entries and item ledger entries were read.
    pub entries: (u64, u64, u64),
    /// What does not hold; nothing when all does.
    pub findings: Vec<Finding>,
}

/// Checks the ledgers, in a snapshot of the database. It reads all entries, and takes as long as that takes.
///
/// # Errors
/// [`crate::Error::NoCompany`], or when the database fails.
pub async fn audit(c: &impl ConnectionTrait) -> Result<Audit> {
    let mut findings = Vec::new();
    general::check(c, &mut findings).await?;
    customers::check(c, &mut findings).await?;
    vat::check(c, &mut findings).await?;
    goods::check(c, &mut findings).await?;
    inventory::check(c, &mut findings).await?;
    numbers::check(c, &mut findings).await?;
    let general = general_ledger::entry::Entity::find().count(c).await?;
    let customer = customer_ledger::entry::Entity::find().count(c).await?;
    let item = item_ledger::entry::Entity::find().count(c).await?;
    Ok(Audit { entries: (general, customer, item), findings })
}
