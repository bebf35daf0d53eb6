use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::money::Amount;

use super::{Check, Finding};
use crate::Result;
use crate::general_ledger::{entry, register};

/// Number of the transaction, its first and last entry, how many there are, and what they add up to.
type Transaction = (i64, i64, i64, i64, Amount);

/// Debits equal credits in every entry, transaction and register.
pub(super) async fn check(c: &impl ConnectionTrait, findings: &mut Vec<Finding>) -> Result<()> {
    let mut find = |text: String| findings.push(Finding::new(Check::GeneralLedger, text));
    for (number, debit, credit, amount) in lopsided(c).await? {
        find(format!("G/L entry {number} has the amount {amount}, but debit {debit} and credit {credit}"));
    }
    let mut transactions: BTreeMap<i64, Transaction> =
        transactions(c).await?.into_iter().map(|transaction| (transaction.0, transaction)).collect();
    for (number, first, last, _, sum) in transactions.values().filter(|transaction| !transaction.4.is_zero()) {
        find(format!("transaction {number}, G/L entries {first} to {last}, is out of balance by {sum}"));
    }
    let registers = register::Entity::find().order_by_asc(register::Column::Number).all(c).await?;
    for register in registers {
        let said = register.to_entry_number - register.from_entry_number + 1;
        let found = transactions.remove(&register.number);
        let (first, last, count) = found.map_or((0, 0, 0), |(_, first, last, count, _)| (first, last, count));
        let is_empty = count == 0 && said <= 0;
        let is_same = (first, last) == (register.from_entry_number, register.to_entry_number) && count == said;
        if !is_empty && !is_same {
            find(format!(
                "register {} says that it holds G/L entries {} to {}, but there are {count}, from {first} to {last}",
                register.number, register.from_entry_number, register.to_entry_number
            ));
        }
    }
    for (number, first, last, ..) in transactions.values() {
        find(format!("transaction {number}, G/L entries {first} to {last}, is in no register"));
    }
    Ok(())
}

/// Entries of which debit less credit is not the amount.
async fn lopsided(c: &impl ConnectionTrait) -> Result<Vec<(i64, Amount, Amount, Amount)>> {
    use entry::{Column, Entity};
    let net = Expr::col(Column::DebitAmount).sub(Expr::col(Column::CreditAmount));
    let columns = [Column::EntryNumber, Column::DebitAmount, Column::CreditAmount, Column::Amount];
    let lopsided = Entity::find().select_only().columns(columns).filter(net.ne(Expr::col(Column::Amount)));
    Ok(lopsided.order_by_asc(Column::EntryNumber).into_tuple().all(c).await?)
}

async fn transactions(c: &impl ConnectionTrait) -> Result<Vec<Transaction>> {
    use entry::{Column, Entity};
    let transactions = Entity::find()
        .select_only()
        .column(Column::TransactionNumber)
        .column_as(Column::EntryNumber.min(), "first")
        .column_as(Column::EntryNumber.max(), "last")
        .column_as(Column::EntryNumber.count(), "entries")
        .column_as(Expr::col(Column::Amount).sum().cast_as("bigint"), "sum")
        .group_by(Column::TransactionNumber);
    Ok(transactions.into_tuple().all(c).await?)
}
