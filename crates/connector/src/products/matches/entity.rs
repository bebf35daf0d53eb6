use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::products::Reason;

/// A variant without an item, and the item that it may be.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_product_match")]
#[record(name = "shopifyProductMatches", caption = "Shopify Product Match")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "variant")]
    pub shop_code: Code<20>,
    /// The variant's id in Shopify.
    #[sea_orm(unique_key = "variant")]
    pub shopify_variant_id: i64,
    /// The product's id in Shopify.
    pub shopify_product_id: i64,
    /// In which order people look at it: what several variants have first, then what is the surest.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub position: i32,
    /// The product's title.
    pub title: String,
    /// The variant's title.
    pub variant_title: String,
    /// Its stock keeping unit.
    #[record(name = "sku", caption = "SKU")]
    pub sku: String,
    /// Its bar code.
    pub barcode: String,
    /// Who makes it.
    pub vendor: String,
    /// The item that it may be; blank where none was found.
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The item's variant.
    pub variant_code: Code<10>,
    /// What the item is.
    pub item_description: String,
    /// How sure that is, from 0 to 100.
    #[record(sort)]
    pub score: i32,
    /// By what it was found.
    pub reason: Reason,
    /// Whether several variants have its SKU or its bar code, or are proposed to be the same.
    pub duplicate: bool,
    /// What is to be looked at.
    pub remark: String,
}

/// A match has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
