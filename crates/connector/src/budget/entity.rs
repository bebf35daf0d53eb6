use database::Record;
use sea_orm::entity::prelude::*;

/// The budget of one store: a row that is read, settled with and written in one short transaction.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_budget")]
#[record(name = "shopifyBudgets", caption = "Shopify Budget")]
pub struct Model {
    /// The store's domain.
    #[sea_orm(primary_key, auto_increment = false)]
    pub store: String,
    /// The public id.
    #[sea_orm(unique)]
    pub id: Uuid,
    /// A [`shopify::budget::Shared`] as JSON; blank before the first call.
    #[sea_orm(column_type = "Text")]
    #[record(skip)]
    pub shared: String,
    /// When it was last settled with.
    pub updated_at: ChronoDateTimeUtc,
}

/// A budget has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
