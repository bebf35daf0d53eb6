use rust_decimal::Decimal;
use values::money::{Amount, Quantity, round};

use crate::posting::amounts::first;
use crate::posting::ready::{Ready, ReadyLine};
use crate::{Result, items};

/// What goods have cost, and what they are sold for, without VAT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Worth {
    pub(super) cost: Amount,
    pub(super) sales: Amount,
}

/// What the units that a line ships now are worth, without signs: at the cost of the item, or at what those of the invoice
/// that is taken back have cost, and at what the line comes to.
pub(super) fn worth_of_shipped(
    ready: &Ready,
    line: &ReadyLine,
    item: &items::Model,
    moved: Quantity,
    precision: Decimal,
) -> Result<Worth> {
    let cost = match ready.cost_taken_back(&line.line) {
        Some(cost) => cost,
        None => Amount::rounded(item.unit_cost.decimal() * moved.decimal(), precision)?,
    };
    let (row, before) = (&line.line, line.line.quantity_shipped);
    let of = |units| first(row, row.amount, units, ready.precision);
    let sales = of(before + line.ship)? - of(before)?;
    Ok(Worth { cost, sales: Amount::rounded(ready.factor.to_own(sales.decimal()), precision)? })
}

/// What of `whole` falls on the units from `from` to `to`, of `all`.
pub(super) fn share(whole: Amount, from: Quantity, to: Quantity, all: Quantity, precision: Decimal) -> Result<Amount> {
    let upto = |units: Quantity| {
        let share = (whole.decimal() * units.decimal()).checked_div(all.decimal()).unwrap_or_default();
        round(share, precision)
    };
    Ok(Amount::new(upto(to) - upto(from))?)
}
