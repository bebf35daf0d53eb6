//! The item vendor (table 99): from whom an item can be had, and by which number.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A vendor of an item, or of one of its variants.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_vendor")]
#[record(name = "itemVendors", caption = "Item Vendor")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The item.
    #[sea_orm(unique_key = "vendor")]
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The variant; blank: all.
    #[sea_orm(unique_key = "vendor")]
    pub variant_code: Code<10>,
    /// The vendor.
    #[sea_orm(unique_key = "vendor")]
    #[record(caption = "Vendor No.")]
    pub vendor_number: Code<20>,
    /// By which number the vendor knows it.
    #[record(caption = "Vendor Item No.")]
    pub vendor_item_number: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
