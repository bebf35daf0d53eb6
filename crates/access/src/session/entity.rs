//! The table of sessions. A session that is over is deleted when the next one begins.

use sea_orm::entity::prelude::*;

/// A session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// The SHA-256 digest of its text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    /// Whose it is.
    #[sea_orm(indexed)]
    pub user_id: Uuid,
    /// When it began.
    pub created_at: ChronoDateTimeUtc,
    /// When it was used last, to within a few minutes.
    pub last_used_at: ChronoDateTimeUtc,
    /// From when on it is refused, unless it is used before.
    #[sea_orm(indexed)]
    pub expires_at: ChronoDateTimeUtc,
}

/// To its user.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// Whose it is.
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
