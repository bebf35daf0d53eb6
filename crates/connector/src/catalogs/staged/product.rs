//! Which products a catalog has, where it does not have all.

use sea_orm::entity::prelude::*;

/// A product of a catalog's publication.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_catalog_product")]
pub struct Model {
    /// The catalog.
    #[sea_orm(primary_key, auto_increment = false)]
    pub catalog_id: Uuid,
    /// The product's id in Shopify.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shopify_product_id: i64,
}

/// A product of a catalog has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
