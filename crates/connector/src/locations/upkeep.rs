//! What must hold of what people say of a location.

use back_office::upkeep::{Given, Upkeep};
use back_office::{Error, Result};
use database::Tx;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use values::Code;

use super::entity::{ActiveModel, Column, Entity, Model};
use super::filter::Filtered;
use crate::stock;
use crate::stock::options::StockCalculation;

impl Upkeep for Entity {
    const ONE: &'static str = "Shopify location";
    const KEY: &'static [Self::Column] = &[Column::ShopCode, Column::LocationId];
    const MAY_BE_BLANK: &'static [Self::Column] = &[];
    const KEPT: &'static [Self::Column] =
        &[Column::Name, Column::IsFulfillmentService, Column::Active, Column::ShipsInventory, Column::StockBegunAt];

    /// A filter that names one location makes it the default one, and a default location is the filter where there is none.
    /// A location from which nothing was sold begins anew.
    fn follow(record: &mut ActiveModel, given: &Given) {
        let is_given = |name: &str| given.iter().any(|(given, _)| given == name);
        if is_given("locationFilter")
            && !is_given("defaultLocationCode")
            && let Some(code) = record.location_filter.try_as_ref().and_then(|filter| only(filter))
        {
            record.default_location_code = ActiveValue::Set(code);
        }
        let default = record.default_location_code.try_as_ref().and_then(Code::non_blank).cloned();
        let is_blank = record.location_filter.try_as_ref().is_none_or(|filter| filter.trim().is_empty());
        if let Some(code) = default.filter(|_| is_given("defaultLocationCode") && is_blank) {
            record.location_filter = ActiveValue::Set(code.to_string());
        }
        if record.stock_calculation.try_as_ref() == Some(&StockCalculation::Off) {
            record.stock_begun_at = ActiveValue::Set(None);
        }
    }

    async fn check(tx: &Tx, record: &Self::Model) -> Result<()> {
        is_of_one_kind(tx, record).await?;
        let filtered = Filtered::by(&record.location_filter)?;
        let default = &record.default_location_code;
        if record.stock_calculation != StockCalculation::Off && !filtered.has(default) {
            let default = if default.is_blank() { "the blank one, as no default is chosen" } else { default.as_str() };
            return Err(Error::Field {
                field: "locationFilter",
                problem: format!(
                    "it does not let through the location of orders that are sent from here ({default}), so that their goods would stay in stock: choose a Default Location Code that it lets through"
                ),
            });
        }
        // Whatever was worked out before was by other locations, or in another way.
        stock::look_at_all_again(tx, &record.shop_code).await
    }
}

/// The one code that a filter names, when it names one.
fn only(filter: &str) -> Option<Code<10>> {
    let is_name = filter.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' '));
    Code::new(filter).ok().filter(|code| is_name && !code.is_blank())
}

/// Shopify stocks a product at its own locations, or at those of services, and not at both.
async fn is_of_one_kind(tx: &Tx, record: &Model) -> Result<()> {
    if !record.default_product_location {
        return Ok(());
    }
    let of_the_other_kind = Entity::find()
        .filter(Column::ShopCode.eq(record.shop_code.clone()))
        .filter(Column::DefaultProductLocation.eq(true))
        .filter(Column::IsFulfillmentService.ne(record.is_fulfillment_service));
    let Some(other) = of_the_other_kind.one(tx).await? else { return Ok(()) };
    let kind = if other.is_fulfillment_service { "that of a fulfillment service" } else { "one of the store's own" };
    Err(Error::Field {
        field: "defaultProductLocation",
        problem: format!("{} is a default product location and {kind}: take that away first", other.name),
    })
}
