use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// What one task of a shop used in one minute.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_api_usage")]
#[record(name = "shopifyApiUsage", caption = "Shopify API Usage")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain: shops of one store share its budget.
    #[sea_orm(unique_key = "minute")]
    pub store: String,
    /// The shop.
    #[sea_orm(unique_key = "minute")]
    pub shop_code: Code<20>,
    /// The object that called; 0 where no task did, but a person or the server itself.
    #[sea_orm(unique_key = "minute")]
    #[record(caption = "Object ID")]
    pub object_id: i32,
    /// When the minute began.
    #[sea_orm(unique_key = "minute", indexed)]
    #[record(caption = "Start Date/Time", sort)]
    pub start_date_time: ChronoDateTimeUtc,
    /// The calls that were sent, the refused among them.
    pub calls: i64,
    /// The calls that the store refused for want of points.
    #[record(caption = "Throttled Calls")]
    pub throttled: i64,
    /// The points that the calls asked for.
    pub requested_points: i64,
    /// The points that they were charged in the end.
    pub charged_points: i64,
    /// The fewest points that the store said were left; blank where it said nothing.
    pub lowest_available: Option<i64>,
}

/// A row has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
