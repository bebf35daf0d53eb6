//! The table of API tokens. A token is never deleted; it is revoked.

use database::Record;
use sea_orm::entity::prelude::*;

use crate::Permission;

/// An API token.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "api_token")]
#[record(name = "apiTokens", caption = "API Token")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// On whose behalf it acts.
    #[sea_orm(indexed)]
    pub user_id: Uuid,
    /// What it is for.
    pub description: String,
    /// What it may do, as far as its user may.
    pub permission: Permission,
    /// Its first characters, to tell it from others.
    pub hint: String,
    /// The SHA-256 digest of its text.
    #[sea_orm(unique)]
    #[record(skip)]
    pub digest: String,
    /// When it was made.
    pub created_at: ChronoDateTimeUtc,
    /// From when on it is refused.
    pub expires_at: Option<ChronoDateTimeUtc>,
    /// When it was revoked.
    pub revoked_at: Option<ChronoDateTimeUtc>,
}

/// To its user.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// On whose behalf it acts.
    #[sea_orm(
        belongs_to = "crate::user::entity::Entity",
        from = "Column::UserId",
        to = "crate::user::entity::Column::Id"
    )]
    User,
}

impl Related<crate::user::entity::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::User.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
