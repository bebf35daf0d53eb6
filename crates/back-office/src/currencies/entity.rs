//! The currency (table 4).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

/// A currency.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "currency")]
#[record(name = "currencies", caption = "Currency")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// Its ISO code.
    #[record(caption = "ISO Code")]
    pub iso_code: Code<10>,
    /// Its name.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// To multiples of this amounts are rounded.
    pub amount_rounding_precision: Amount,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
