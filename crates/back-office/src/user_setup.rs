//! The user set-up (table 91).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// When a user may post. Where it says nothing, the general ledger set-up decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "user_setup")]
#[record(name = "userSetup", caption = "User Setup")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The user.
    #[sea_orm(unique)]
    #[record(caption = "User ID", sort)]
    pub user_id: Code<50>,
    /// The first day to which the user may post.
    pub allow_posting_from: Option<ChronoDate>,
    /// The last.
    pub allow_posting_to: Option<ChronoDate>,
    /// The first day to which the VAT of what the user posts may belong.
    #[record(caption = "Allow VAT Date From")]
    pub allow_vat_date_from: Option<ChronoDate>,
    /// The last.
    #[record(caption = "Allow VAT Date To")]
    pub allow_vat_date_to: Option<ChronoDate>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
