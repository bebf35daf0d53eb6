//! The table of users. A user is never deleted, since the logs name it; it is disabled.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::Permission;

values::options! {
    /// Whether a user may sign in.
    pub enum State {
        /// Yes.
        #[default]
        Enabled => "Enabled",
        /// No.
        Disabled => "Disabled",
    }
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "user_account")]
#[record(name = "users", caption = "User")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The name to sign in with.
    #[sea_orm(unique)]
    #[record(sort)]
    pub user_name: Code<50>,
    /// The name of the person.
    pub full_name: String,
    /// Where mail reaches the person; blank: nowhere.
    #[record(name = "email", caption = "Email")]
    pub email: String,
    /// What the user may do.
    pub permission: Permission,
    /// Whether the user may sign in.
    pub state: State,
    /// The argon2 hash; nothing when the user signs in with tokens only.
    #[record(skip)]
    pub password_hash: Option<String>,
    /// When the user was made.
    pub created_at: ChronoDateTimeUtc,
    /// When the user was changed last.
    pub last_modified_at: ChronoDateTimeUtc,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
