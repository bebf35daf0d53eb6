//! The item template (table 1382): what a new item begins with.

use database::Record;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use values::Code;

use super::ItemType;
use crate::{Error, Result};

/// An item template.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_template")]
#[record(name = "itemTemplates", caption = "Item Template")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// What it is for.
    pub description: String,
    /// What kind of items.
    #[record(name = "type", caption = "Type")]
    pub item_type: ItemType,
    /// The unit in which they are counted.
    pub base_unit_of_measure_code: Code<10>,
    /// The general product posting group.
    #[record(caption = "Gen. Prod. Posting Group")]
    pub general_product_posting_group: Code<20>,
    /// The VAT product posting group.
    #[record(caption = "VAT Prod. Posting Group")]
    pub vat_product_posting_group: Code<20>,
    /// The tax group, where sales tax is levied.
    #[record(name = "salesTaxGroupCode")]
    pub tax_group_code: Code<20>,
    /// The inventory posting group.
    pub inventory_posting_group: Code<20>,
    /// Whether prices have VAT in them.
    #[record(name = "priceIncludesTax", caption = "Price Includes VAT")]
    pub price_includes_vat: bool,
    /// Whether an invoice discount may be spread over its lines.
    #[record(caption = "Allow Invoice Disc.")]
    pub allow_invoice_discount: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The template of that code.
///
/// # Errors
/// [`Error::Unknown`].
pub async fn find(connection: &impl ConnectionTrait, code: &Code<20>) -> Result<Model> {
    let found = Entity::find().filter(Column::Code.eq(code.clone())).one(connection).await?;
    found.ok_or_else(|| Error::Unknown { kind: "item template", code: code.to_string() })
}
