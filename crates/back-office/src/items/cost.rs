use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use values::money::Amount;

use super::{CostingMethod, Entity, Model};
use crate::item_ledger::entry;
use crate::{Error, Result};

/// What a base unit of an item costs, and how that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// What those on hand have cost on average; this much until goods are posted.
    Average(Amount),
    /// Always this much.
    Standard(Amount),
}

/// Fixes what an item costs. A new standard cost holds for what is posted from now on: goods on hand keep their worth.
///
/// # Errors
/// [`Error::NegativeCost`]; [`Error::HasEntries`] when goods were posted and the method is another, or the average is to be
/// set by hand.
pub async fn change_cost(tx: &Tx, item: Model, cost: Cost, now: DateTime<Utc>) -> Result<Model> {
    let (costing_method, unit_cost) = match cost {
        Cost::Average(cost) => (CostingMethod::Average, cost),
        Cost::Standard(cost) => (CostingMethod::Standard, cost),
    };
    if unit_cost < Amount::ZERO {
        return Err(Error::NegativeCost(unit_cost));
    }
    let is_standard = costing_method == CostingMethod::Standard;
    let follows_from_entries = !is_standard && unit_cost != item.unit_cost;
    if (costing_method != item.costing_method || follows_from_entries) && has_entries(tx, &item).await? {
        let field = if costing_method == item.costing_method { "Unit Cost" } else { "Costing Method" };
        return Err(Error::HasEntries { field, item: item.number.to_string() });
    }
    let item = Model {
        costing_method,
        unit_cost,
        standard_cost: if is_standard { unit_cost } else { item.standard_cost },
        last_modified_date_time: now,
        version: item.version + 1,
        ..item
    };
    tx.changed::<Entity>(&[item.id]).await?;
    Ok(item.into_active_model().reset_all().update(tx).await?)
}

pub(super) async fn has_entries(tx: &Tx, item: &Model) -> Result<bool> {
    let of_item = entry::Entity::find().filter(entry::Column::ItemNumber.eq(item.number.clone()));
    let found: Option<i64> = of_item.select_only().column(entry::Column::EntryNumber).into_tuple().one(tx).await?;
    Ok(found.is_some())
}
