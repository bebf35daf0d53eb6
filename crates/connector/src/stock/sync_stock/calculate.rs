//! How many of a variant can be sold from a location, by what is known here.

use std::collections::BTreeSet;

use back_office::availability::{self, Availability, Figures};
use back_office::items::ItemType;
use rust_decimal::prelude::ToPrimitive;
use sea_orm::ConnectionTrait;
use values::Code;
use values::money::Quantity;

use super::ground::{Ground, Place};
use super::reason::Reason;
use crate::Error;
use crate::orders::SOURCE_KIND;
use crate::products::export::Shelf;
use crate::products::staged::variant;
use crate::stock::options::StockCalculation;

/// What the back office has of some items, on the day of the run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    available: Availability,
    /// What orders of stores promise that the projected balance of the day does not count.
    not_counted: Availability,
    /// All that orders of stores promise.
    promised: Availability,
    shelf: Shelf,
}

/// What can be sold of a variant from a location, and what that is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Calculated {
    /// What there is and becomes of it, in base units.
    pub figures: Figures,
    /// What orders of stores have promised beside that, in base units.
    pub promised: Quantity,
    /// What of it can be sold, in base units.
    pub available: Quantity,
    /// How many base units are one of the variant.
    pub per_unit: Quantity,
    /// How many of the variant that is: whole ones, and less than nothing where more is promised than there is.
    pub stock: i64,
}

impl Counts {
    /// What there is of these items.
    pub async fn read(c: &impl ConnectionTrait, ground: &Ground, items: &BTreeSet<Code<20>>) -> Result<Self, Error> {
        let today = ground.today();
        let numbers: Vec<Code<20>> = items.iter().cloned().collect();
        let uses = |way| ground.places.values().any(|place| place.location.stock_calculation == way);
        let mut counts = Self {
            available: availability::read(c, &numbers, today).await?,
            shelf: Shelf::of_prices(c, items).await?,
            ..Self::default()
        };
        if uses(StockCalculation::ProjectedAvailableBalance) {
            counts.not_counted = availability::promised(c, SOURCE_KIND, &numbers, Some(today)).await?;
        }
        if uses(StockCalculation::FreeInventory) {
            counts.promised = availability::promised(c, SOURCE_KIND, &numbers, None).await?;
        }
        Ok(counts)
    }

    /// What can be sold of a variant; none of an item that is not counted, as a service.
    ///
    /// What orders of stores have promised is not for sale from the moment of the sale: also when it is sent another day,
    /// stands on an invoice that is not posted, or is reserved for nobody. Shopify has it in no number that can be sold.
    pub fn of(&self, variant: &variant::Model, place: &Place) -> Result<Option<Calculated>, Reason> {
        let item = &variant.item_number;
        let Some(record) = self.shelf.item(item) else { return Err(Reason::item_gone(variant)) };
        if record.item_type != ItemType::Inventory {
            return Ok(None);
        }
        let per_unit = self.per_unit(variant)?;
        let code = variant.variant_code.non_blank();
        let figures_of =
            |of: &Availability| of.of(item, code, |location| place.filtered.has(location)).unwrap_or_default();
        let figures = figures_of(&self.available);
        let (before, promised) = match place.location.stock_calculation {
            StockCalculation::FreeInventory => {
                let promised = figures_of(&self.promised);
                let beside = promised.gross_requirement - promised.reserved_requirement;
                (figures.free(), beside)
            }
            StockCalculation::ProjectedAvailableBalance => {
                (figures.projected_available_balance(), figures_of(&self.not_counted).gross_requirement)
            }
            StockCalculation::Off => return Ok(None),
        };
        let available = before - promised;
        let stock = whole(available, per_unit);
        Ok(Some(Calculated { figures, promised, available, per_unit, stock }))
    }

    /// How many base units one of a variant holds: by the unit that its option tells, else by that in which the item is sold.
    fn per_unit(&self, variant: &variant::Model) -> Result<Quantity, Reason> {
        let told = variant.uom_option_value();
        let item = &variant.item_number;
        let base = self.shelf.item(item).map(|record| record.base_unit_of_measure_code.clone()).unwrap_or_default();
        let known = |code: &Code<10>| match *code == base {
            true => Some(Quantity::from(1)),
            false => self.shelf.per_unit(item, code),
        };
        if let Some(told) = told {
            let unit = Code::<10>::new(told).ok().and_then(|code| known(&code));
            return unit.filter(|unit| !unit.is_zero()).ok_or_else(|| Reason::unknown_unit(variant, told));
        }
        let sales = self.shelf.item(item).map(|record| &record.sales_unit_of_measure_code);
        let per_unit = sales.and_then(known).filter(|unit| !unit.is_zero());
        Ok(per_unit.unwrap_or_else(|| Quantity::from(1)))
    }
}

/// Whole pieces, without what is left over.
fn whole(available: Quantity, per_unit: Quantity) -> i64 {
    let pieces = available.decimal().checked_div(per_unit.decimal()).unwrap_or_default();
    pieces.trunc().to_i64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_is_no_piece() {
        let whole = |available: &str, per_unit: i32| whole(available.parse().unwrap(), per_unit.into());
        assert_eq!((whole("17", 1), whole("17", 6), whole("5", 6)), (17, 2, 0));
        assert_eq!((whole("-3", 1), whole("-3", 6)), (-3, 0), "towards nothing");
        assert_eq!(whole("2.9", 1), 2);
    }
}
