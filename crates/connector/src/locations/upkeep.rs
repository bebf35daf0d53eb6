//! What must hold of what people say of a location.

use back_office::upkeep::Upkeep;
use back_office::{Error, Result};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::entity::{Column, Entity};

impl Upkeep for Entity {
    const ONE: &'static str = "Shopify location";
    const KEY: &'static [Self::Column] = &[Column::ShopCode, Column::LocationId];
    const MAY_BE_BLANK: &'static [Self::Column] = &[];
    const KEPT: &'static [Self::Column] = &[Column::Name, Column::IsFulfillmentService, Column::Active];

    /// Shopify stocks a product at its own locations, or at those of services, and not at both.
    async fn check(tx: &Tx, record: &Self::Model) -> Result<()> {
        if !record.default_product_location {
            return Ok(());
        }
        let of_the_other_kind = Entity::find()
            .filter(Column::ShopCode.eq(record.shop_code.clone()))
            .filter(Column::DefaultProductLocation.eq(true))
            .filter(Column::IsFulfillmentService.ne(record.is_fulfillment_service));
        let Some(other) = of_the_other_kind.one(tx).await? else { return Ok(()) };
        let kind =
            if other.is_fulfillment_service { "that of a fulfillment service" } else { "one of the store's own" };
        Err(Error::Field {
            field: "defaultProductLocation",
            problem: format!("{} is a default product location and {kind}: take that away first", other.name),
        })
    }
}
