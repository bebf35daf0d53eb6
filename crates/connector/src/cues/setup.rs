//! What people say of how the numbers of cues are to be taken (table 9701): for everyone, and for themselves.

use sea_orm::entity::prelude::*;

/// How the numbers of one cue are taken by one user, or by all who say nothing else.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cue_setup")]
pub struct Model {
    /// Who takes them so; blank for everyone.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_name: String,
    /// The cue.
    #[sea_orm(primary_key, auto_increment = false)]
    pub cue: String,
    /// The thresholds and styles, as JSON.
    pub ranges: String,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
