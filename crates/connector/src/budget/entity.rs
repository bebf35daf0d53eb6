use sea_orm::entity::prelude::*;

/// The budget of one store: a row that is read, settled with and written in one short transaction.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_budget")]
pub struct Model {
    /// The store's domain.
    #[sea_orm(primary_key, auto_increment = false)]
    pub store: String,
    /// A [`shopify::budget::Shared`] as JSON; blank before the first call.
    #[sea_orm(column_type = "Text")]
    pub shared: String,
    /// When it was last settled with.
    pub updated_at: ChronoDateTimeUtc,
}

/// A budget has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
