//! What one variant costs in a catalog (table 30153): in Shopify, and as it is worked out here.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

/// The price of a variant in a catalog, in the currency of its price list.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_catalog_price")]
#[record(name = "shopifyCatalogPrices", caption = "Catalog Price")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The catalog.
    #[sea_orm(unique_key = "price")]
    pub catalog_id: Uuid,
    /// The variant's id in Shopify.
    #[sea_orm(unique_key = "price")]
    #[record(sort)]
    pub shopify_variant_id: i64,
    /// What the variant is called.
    pub display_name: String,
    /// The item; blank: it is none here.
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The item's variant.
    pub variant_code: Code<10>,
    /// Whether the price list has a price of its own for it.
    #[record(caption = "Fixed in Shopify")]
    pub is_fixed: bool,
    /// That price, as Shopify last said; 0 for none.
    #[record(caption = "Price in Shopify")]
    pub price: Amount,
    /// What it is said to have cost before; 0 for nothing.
    #[record(caption = "Compare-at Price in Shopify")]
    pub compare_at_price: Amount,
    /// Whether that price was fixed from here, and nobody has fixed another since.
    #[record(skip)]
    pub is_ours: bool,
    /// What it is to cost, as last worked out here.
    pub calculated_price: Amount,
    /// What it is to be said to have cost before; 0 for nothing.
    #[record(caption = "Calculated Compare-at Price")]
    pub calculated_compare_at_price: Amount,
    /// Whether Shopify is to be told.
    pub differs: bool,
    /// Why it has no price, or why Shopify does not take it.
    #[sea_orm(column_type = "Text")]
    pub error_message: String,
}

/// A price has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
