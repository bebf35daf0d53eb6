//! The inventory posting set-up (table 5813).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// Which accounts hold the worth of goods of a group at a location.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "inventory_posting_setup")]
#[record(name = "inventoryPostingSetup", caption = "Inventory Posting Setup")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The location; blank: what stands at none.
    #[sea_orm(unique_key = "place")]
    pub location_code: Code<10>,
    /// The group of the goods.
    #[sea_orm(unique_key = "place")]
    #[record(name = "inventoryPostingGroupCode")]
    pub inventory_posting_group: Code<20>,
    /// What is on hand.
    pub inventory_account: Code<20>,
    /// What is on hand or sent, and not yet invoiced.
    #[record(caption = "Inventory Account (Interim)")]
    pub inventory_account_interim: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
