//! The lines of a bulk operation.

use sea_orm::entity::prelude::*;

/// What was sent and what came back, as it is kept: the first lines of each.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_bulk_operation_content")]
pub struct Model {
    /// The operation.
    #[sea_orm(primary_key, auto_increment = false)]
    pub bulk_operation_id: Uuid,
    /// The lines that a mutation was run with.
    #[sea_orm(column_type = "Text")]
    pub sent: String,
    /// The lines of the result.
    #[sea_orm(column_type = "Text")]
    pub received: String,
}

/// The lines of one operation.
pub type Content = Model;

/// They have no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
