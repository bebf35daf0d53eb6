//! A bulk operation that changes products.

use sea_orm::entity::prelude::*;
use values::Code;

/// One of which it is not written down yet what came of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_bulk_change")]
pub struct Model {
    /// Its id, by which it is known in Shopify, too.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(indexed)]
    pub shop_code: Code<20>,
    /// When it was asked for.
    pub asked_at: ChronoDateTimeUtc,
    /// The ids in Shopify of the products that it changes, parted by commas.
    #[sea_orm(column_type = "Text")]
    pub products: String,
}

/// It has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The word in its text by which Shopify tells it.
    pub(in crate::products::export) fn mark(&self) -> String {
        format!("kobling-{}", self.id.simple())
    }

    /// The products that it changes.
    pub(super) fn product_ids(&self) -> Vec<i64> {
        self.products.split(',').filter_map(|id| id.parse().ok()).collect()
    }
}
