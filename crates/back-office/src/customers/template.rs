//! The customer template (table 1381): what a new customer begins with.

use database::Record;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::{Error, Result};

/// A customer template.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "customer_template")]
#[record(name = "customerTemplates", caption = "Customer Template")]
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
    /// The number series of its customers; blank: the company's.
    #[record(caption = "No. Series")]
    pub number_series: Code<20>,
    /// The general business posting group.
    #[record(caption = "Gen. Bus. Posting Group")]
    pub general_business_posting_group: Code<20>,
    /// The VAT business posting group.
    #[record(caption = "VAT Bus. Posting Group")]
    pub vat_business_posting_group: Code<20>,
    /// Where they are taxed, where sales tax is levied.
    #[record(name = "salesTaxAreaCode")]
    pub tax_area_code: Code<20>,
    /// Whether they are liable to sales tax.
    pub tax_liable: bool,
    /// The customer posting group.
    pub customer_posting_group: Code<20>,
    /// The currency.
    pub currency_code: Code<10>,
    /// The payment terms.
    pub payment_terms_code: Code<10>,
    /// The payment method.
    pub payment_method_code: Code<10>,
    /// Whether prices have VAT in them.
    pub prices_including_vat: bool,
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
    found.ok_or_else(|| Error::Unknown { kind: "customer template", code: code.to_string() })
}
