//! Shopify Tax Area (table 30109): how buyers are taxed in a country or in one of its counties. All shops share it.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_tax_area")]
#[record(name = "shopifyTaxAreas", caption = "Shopify Tax Area")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The country's ISO code of two letters, as `US`.
    #[sea_orm(unique_key = "county")]
    #[record(sort)]
    pub country_region_code: Code<20>,
    /// The county's name, as Shopify has it; blank where an address of the country has no county.
    #[sea_orm(unique_key = "county")]
    #[record(sort)]
    pub county: String,
    /// The county's code, as `NY`.
    pub county_code: Code<10>,
    /// Where its buyers are taxed.
    pub tax_area_code: Code<20>,
    /// Whether they are.
    pub tax_liable: bool,
    /// How customers are posted for VAT who are made of buyers there; blank: as their template says.
    #[record(caption = "VAT Bus. Posting Group")]
    pub vat_bus_posting_group: Code<20>,
}

/// A place has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
