//! For which market a catalog is (table 30400).

use database::Record;
use sea_orm::entity::prelude::*;

/// A market of a catalog.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_market_catalog_relation")]
#[record(name = "shopifyMarketCatalogRelations", caption = "Market Catalog Relation")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The catalog.
    #[sea_orm(unique_key = "market")]
    pub catalog_id: Uuid,
    /// The market's id in Shopify.
    #[sea_orm(unique_key = "market")]
    #[record(sort)]
    pub shopify_market_id: i64,
    /// What it is called.
    pub market_name: String,
}

/// A relation has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
