//! The VAT Product Posting Group (table 324).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// What is sold, for VAT.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "vat_product_posting_group")]
#[record(name = "vatProductPostingGroups", caption = "VAT Product Posting Group")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// What it is for.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
