//! What the last comparison of all numbers has found, and why.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::stock::options::Explanation;

/// A number of Shopify's that was not the one that was known.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_stock_drift")]
#[record(name = "shopifyStockDrifts", caption = "Stock Drift")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(indexed)]
    pub shop_code: Code<20>,
    /// When it was found.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub found_at: ChronoDateTimeUtc,
    /// The variant's id in Shopify.
    #[record(sort)]
    pub shopify_variant_id: i64,
    /// The location's id in Shopify.
    pub location_id: i64,
    /// The item.
    #[record(caption = "Item No.", sort)]
    pub item_number: Code<20>,
    /// What the product and the variant are called.
    pub display_name: String,
    /// What the location is called.
    pub location_name: String,
    /// What Shopify was thought to say.
    #[record(caption = "Expected Stock")]
    pub expected_stock: i64,
    /// What it says.
    pub shopify_stock: i64,
    /// What it is to say by what is known here.
    #[record(caption = "Stock Here")]
    pub stock: i64,
    /// Why.
    pub explanation: Explanation,
    /// The log entry of the run that found it.
    #[record(caption = "Job Queue Log Entry ID")]
    pub job_queue_log_entry_id: Uuid,
}

/// A drift has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
