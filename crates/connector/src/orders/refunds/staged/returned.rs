//! A return of a Shopify order (table 30147).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::orders::refunds::options::Status;

/// A staged return.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_return")]
#[record(name = "shopifyReturns", caption = "Shopify Return")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "return")]
    pub store: String,
    /// The return's id in Shopify.
    #[sea_orm(unique_key = "return")]
    #[record(sort)]
    pub shopify_return_id: i64,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The order's id in Shopify.
    pub shopify_order_id: i64,
    /// The order's number, as `#1001`.
    #[record(caption = "Shopify Order No.", sort)]
    pub shopify_order_number: String,
    /// The shop that imported it.
    pub shop_code: Code<20>,
    /// Its number, as `#1001-R1`.
    #[record(caption = "Shopify Return No.", sort)]
    pub shopify_return_number: String,
    /// How far it has come.
    pub status: Status,
    /// When it was made.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// When it was closed.
    pub closed_at: Option<ChronoDateTimeUtc>,
    /// How many pieces come back.
    pub total_quantity: i32,
    /// Why it was declined, in Shopify's words.
    pub decline_reason: String,
    /// What was said about that.
    #[sea_orm(column_type = "Text")]
    pub decline_note: String,
}

/// A staged return has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
