//! For which locations of its company a catalog is.

use database::Record;
use sea_orm::entity::prelude::*;

/// A location of a company, by whose id the catalog belongs to the company when that is known here.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_catalog_location")]
#[record(name = "shopifyCatalogLocations", caption = "Catalog Location")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The catalog.
    #[sea_orm(unique_key = "location")]
    pub catalog_id: Uuid,
    /// The location's id in Shopify.
    #[sea_orm(unique_key = "location")]
    #[record(sort)]
    pub shopify_location_id: i64,
    /// What it is called.
    pub location_name: String,
}

/// A location has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
