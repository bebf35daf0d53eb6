use std::collections::HashMap;

use database::Tx;
use rust_decimal::Decimal;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;
use values::money::{Amount, Quantity};

use crate::items::{self, CostingMethod};
use crate::prices::FINEST;
use crate::{Result, item_ledger};

/// What items cost, as it changes from line to line.
#[derive(Debug)]
pub(super) struct Costs {
    of_items: HashMap<Code<20>, Cost>,
    /// To what amounts are rounded.
    precision: Decimal,
}

#[derive(Clone, Debug, Default)]
struct Cost {
    method: CostingMethod,
    unit_cost: Amount,
    /// How many are on hand at all locations.
    quantity: Quantity,
    /// What they are worth in the books.
    worth: Amount,
}

impl Costs {
    /// What items cost now, and what those on hand are worth.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn read<'a>(
        tx: &Tx,
        items: impl Iterator<Item = &'a items::Model>,
        precision: Decimal,
    ) -> Result<Self> {
        use item_ledger::entry::{Column, Entity};
        let cost =
            |item: &items::Model| Cost { method: item.costing_method, unit_cost: item.unit_cost, ..Cost::default() };
        let mut of_items: HashMap<_, _> = items.map(|item| (item.number.clone(), cost(item))).collect();
        let worth = Expr::col(Column::CostAmountActual).add(Expr::col(Column::CostAmountExpected));
        let sums: Vec<(Code<20>, Quantity, Amount)> = Entity::find()
            .select_only()
            .column(Column::ItemNumber)
            .column_as(Expr::col(Column::Quantity).sum().cast_as("bigint"), "quantity")
            .column_as(worth.sum().cast_as("bigint"), "worth")
            .filter(Column::ItemNumber.is_in(of_items.keys().cloned()))
            .group_by(Column::ItemNumber)
            .into_tuple()
            .all(tx)
            .await?;
        for (item, quantity, worth) in sums {
            if let Some(cost) = of_items.get_mut(&item) {
                (cost.quantity, cost.worth) = (quantity, worth);
            }
        }
        Ok(Self { of_items, precision })
    }

    /// What so many base units of an item cost.
    ///
    /// # Errors
    /// When that is too much to be kept.
    pub(super) fn of(&self, item: &Code<20>, quantity: Quantity) -> Result<Amount> {
        let unit_cost = self.unit_cost(item).decimal();
        Ok(Amount::rounded(unit_cost * quantity.decimal(), self.precision)?)
    }

    /// What a base unit of an item costs.
    pub(super) fn unit_cost(&self, item: &Code<20>) -> Amount {
        self.of_items.get(item).map(|cost| cost.unit_cost).unwrap_or_default()
    }

    /// Units come: the item costs the average of what is there and what comes, or what has come when nothing was there.
    ///
    /// # Errors
    /// When an amount is too large to be kept.
    pub(super) fn receive(&mut self, item: &Code<20>, quantity: Quantity, amount: Amount) -> Result<()> {
        let Some(cost) = self.of_items.get_mut(item) else { return Ok(()) };
        let is_there = cost.quantity > Quantity::ZERO && cost.worth >= Amount::ZERO;
        let (of, worth) = match is_there {
            true => (cost.quantity + quantity, cost.worth + amount),
            false => (quantity, amount),
        };
        cost.quantity += quantity;
        cost.worth += amount;
        if cost.method == CostingMethod::Average
            && let Some(average) = worth.decimal().checked_div(of.decimal())
        {
            cost.unit_cost = Amount::rounded(average, FINEST)?;
        }
        Ok(())
    }

    /// Units go, with what they cost. Returns that.
    ///
    /// # Errors
    /// When it is too much to be kept.
    pub(super) fn issue(&mut self, item: &Code<20>, quantity: Quantity) -> Result<Amount> {
        let amount = self.of(item, quantity)?;
        if let Some(cost) = self.of_items.get_mut(item) {
            cost.quantity -= quantity;
            cost.worth -= amount;
        }
        Ok(amount)
    }
}
