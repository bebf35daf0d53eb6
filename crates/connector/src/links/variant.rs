//! Which item a Shopify variant is.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A variant that orders have named, and its item.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_variant")]
#[record(name = "shopifyVariants", caption = "Shopify Variant")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "variant")]
    pub shop_code: Code<20>,
    /// The variant's id in Shopify.
    #[sea_orm(unique_key = "variant")]
    #[record(sort)]
    pub shopify_variant_id: i64,
    /// The product's id in Shopify.
    #[sea_orm(indexed)]
    pub shopify_product_id: i64,
    /// The product's title.
    pub title: String,
    /// The variant's title.
    pub variant_title: String,
    /// Its stock keeping unit.
    #[record(name = "sku", caption = "SKU")]
    pub sku: String,
    /// Its bar code.
    pub barcode: String,
    /// The item; blank as long as it is not known.
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The item's variant.
    pub variant_code: Code<10>,
}

/// A link has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
