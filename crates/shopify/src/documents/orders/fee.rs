use super::lines::TaxLine;
use super::money::MoneyBag;
use crate::schema;

/// The additional fees of an order: themselves and their taxes.
pub(super) const FEES_COST: u32 = 2;

/// A fee that the store charges beside goods and shipping.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct AdditionalFee {
    /// The id.
    pub id: cynic::Id,
    /// What it is for.
    pub name: String,
    /// How much.
    pub price: MoneyBag,
    /// Its taxes.
    pub tax_lines: Vec<TaxLine>,
}
