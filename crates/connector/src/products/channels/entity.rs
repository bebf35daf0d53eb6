use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A sales channel of a store (table 30160).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_sales_channel")]
#[record(name = "shopifySalesChannels", caption = "Shopify Sales Channel")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "channel")]
    pub shop_code: Code<20>,
    /// The id of its publication in Shopify.
    #[sea_orm(unique_key = "channel")]
    #[record(caption = "Publication ID")]
    pub publication_id: String,
    /// What it is called.
    #[record(sort)]
    pub name: String,
    /// Whether products that are added from here are sold there.
    #[record(caption = "Use for Publication")]
    pub use_for_publication: bool,
    /// Whether it is the online store, where products are sold when no channel is used for publication.
    #[record(caption = "Default")]
    pub is_default: bool,
}

/// A sales channel has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
