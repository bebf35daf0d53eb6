//! The inventory set-up (table 313).

use database::Record;
use sea_orm::entity::prelude::*;

/// What goods that come and go do to the books. There is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "inventory_setup")]
#[record(name = "inventorySetup", caption = "Inventory Setup")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whether what invoiced goods have cost is posted to the general ledger.
    pub automatic_cost_posting: bool,
    /// Whether that of goods that are sent and not yet invoiced is, too.
    #[record(caption = "Expected Cost Posting to G/L")]
    pub expected_cost_posting: bool,
    /// Whether goods must be at a location.
    pub location_mandatory: bool,
    /// Whether no more may be sent than is on hand.
    pub prevent_negative_inventory: bool,
    /// Whether a line must name one of the variants of an item that has some.
    #[record(caption = "Variant Mandatory if Exists")]
    pub variant_mandatory_if_exists: bool,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
