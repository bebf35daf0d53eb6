use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::stock::options::StockCalculation;

/// A location of a shop's store.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_shop_location")]
#[record(name = "shopifyLocations", caption = "Shopify Shop Location")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "location")]
    pub shop_code: Code<20>,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "location")]
    pub location_id: i64,
    /// Its name in Shopify.
    #[record(sort)]
    pub name: String,
    /// The locations of the back office whose goods are sold from here, as a filter; blank: all of them, with the blank one.
    pub location_filter: String,
    /// The location of the back office: of the lines of documents whose goods are sent from here.
    pub default_location_code: Code<10>,
    /// Whether new products are stocked here.
    pub default_product_location: bool,
    /// How what can be sold from here is worked out.
    pub stock_calculation: StockCalculation,
    /// Since when numbers are sent here. None: a person has not yet looked at how the two sides differ.
    #[record(caption = "Stock Synced Since")]
    pub stock_begun_at: Option<ChronoDateTimeUtc>,
    /// Whether it is that of a service which sends goods for the store.
    pub is_fulfillment_service: bool,
    /// Whether goods are sold from it, as Shopify last said.
    pub active: bool,
    /// Whether online orders are sent from it: what Shopify has put in the place of the primary location.
    pub ships_inventory: bool,
}

/// A location has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
