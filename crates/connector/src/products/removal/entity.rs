//! A product that a person took away here, and that the store still has.

use sea_orm::entity::prelude::*;
use shopify::documents::products::Product;
use values::Code;

use crate::products::export::status_name;
use crate::products::import::status;

/// It is not staged again until it changes in Shopify otherwise than from here.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_removed_product")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "removed_product")]
    pub shop_code: Code<20>,
    /// The product's id in Shopify.
    #[sea_orm(unique_key = "removed_product")]
    pub shopify_product_id: i64,
    /// When it last changed in Shopify, as far as is known here.
    pub updated_at: ChronoDateTimeUtc,
    /// The status, as Shopify writes it, that it gets from here; blank where there is none, and where Shopify has said when it
    /// got it.
    pub awaited_status: String,
}

/// It has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether what Shopify says of it is more than is known, or than what is done to it from here.
    pub(crate) fn is_news(&self, told: &Product) -> bool {
        told.updated_at > self.updated_at && !self.is_awaited(told)
    }

    /// Whether it has got the status of which Shopify has not said when.
    pub(crate) fn is_awaited(&self, told: &Product) -> bool {
        self.awaited_status == status_name(status(&told.status))
    }
}
