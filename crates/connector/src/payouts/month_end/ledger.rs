//! What is posted to the account on which payments wait, by where it comes from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use back_office::general_ledger::entry;
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;
use values::money::Amount;

use super::orders::{orders_of_payments, orders_of_refunds};
use crate::Error;
use crate::orders::document_links::ShopifyDocument;
use crate::payouts::source::{part_of, payout_of};
use crate::payouts::{PAYOUT_SOURCE, TRANSACTION_SOURCE};

/// What the ledger says of the clearing account at the end of a month.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// All of it.
    pub balance: Amount,
    /// By order.
    pub orders: HashMap<i64, Amount>,
    /// By payout.
    pub payouts: HashMap<i64, Amount>,
    /// By document.
    pub others: BTreeMap<Code<20>, Amount>,
}

impl Ledger {
    /// That of these accounts, up to a day.
    pub(super) async fn read(c: &impl ConnectionTrait, accounts: &[Code<20>], to: NaiveDate) -> Result<Self, Error> {
        use entry::{Column, Entity};
        let sums: Vec<(String, String, Code<20>, Option<i64>)> = Entity::find()
            .select_only()
            .columns([Column::SourceKind, Column::SourceId, Column::DocumentNumber])
            .column_as(Expr::col((Entity, Column::Amount)).sum().cast_as("bigint"), "sum")
            .filter(Column::AccountNumber.is_in(accounts.iter().cloned()))
            .filter(Column::PostingDate.lte(to))
            .group_by(Column::SourceKind)
            .group_by(Column::SourceId)
            .group_by(Column::DocumentNumber)
            .into_tuple()
            .all(c)
            .await?;
        let refunds = sums.iter().filter(|(kind, ..)| kind == ShopifyDocument::Refund.caption());
        let refunds: BTreeSet<i64> = refunds.filter_map(|(_, id, ..)| id.parse().ok()).collect();
        let of_refunds = orders_of_refunds(c, refunds).await?;
        let payments = sums.iter().filter(|(kind, ..)| kind == TRANSACTION_SOURCE);
        let payments: BTreeSet<i64> = payments.filter_map(|(_, id, ..)| Some(part_of(id)?.0)).collect();
        let of_payments = orders_of_payments(c, payments).await?;
        let mut ledger = Self::default();
        for (kind, id, document, sum) in sums {
            let amount = Amount::from_scaled(sum.unwrap_or_default());
            ledger.balance += amount;
            let number = id.parse::<i64>().ok();
            let order = match kind.as_str() {
                PAYOUT_SOURCE => {
                    if let Some(payout) = payout_of(&id) {
                        *ledger.payouts.entry(payout).or_default() += amount;
                        continue;
                    }
                    None
                }
                TRANSACTION_SOURCE => part_of(&id).and_then(|(payment, _)| of_payments.get(&payment).copied()),
                kind if kind == ShopifyDocument::Order.caption() => number,
                kind if kind == ShopifyDocument::Refund.caption() => number.and_then(|id| of_refunds.get(&id).copied()),
                _ => None,
            };
            match order {
                Some(order) => *ledger.orders.entry(order).or_default() += amount,
                None => *ledger.others.entry(document).or_default() += amount,
            }
        }
        Ok(ledger)
    }
}
