//! The table of users' own settings.

use sea_orm::entity::prelude::*;

/// A setting of one user.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_setting")]
pub struct Model {
    /// Whose it is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// What it is called.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Its value, as JSON.
    pub value: String,
    /// When it was changed last.
    pub last_modified_at: ChronoDateTimeUtc,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
