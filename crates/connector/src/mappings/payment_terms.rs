//! Payment Terms Mapping (table 30158): when documents are to be paid whose orders have terms of Shopify.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::orders::options::PaymentTermsType;

/// Payment terms of a shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_payment_terms")]
#[record(name = "shopifyPaymentTermsMappings", caption = "Payment Terms Mapping")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "terms")]
    pub shop_code: Code<20>,
    /// What they wait for, as `Net`.
    #[sea_orm(unique_key = "terms")]
    #[record(name = "type", caption = "Type")]
    pub kind: PaymentTermsType,
    /// What Shopify calls them, as `Net 30`.
    #[sea_orm(unique_key = "terms")]
    #[record(sort)]
    pub name: String,
    /// Their id in Shopify; 0 for those that only orders have named.
    pub shopify_payment_terms_id: i64,
    /// After how many days they are due; 0 where no number of days is said.
    pub due_in_days: i32,
    /// What the store says of them, as `Within 30 days`.
    pub description: String,
    /// The payment terms of the document.
    pub payment_terms_code: Code<10>,
    /// Whether they stand for terms that Shopify has no name for.
    pub is_primary: bool,
}

/// A mapping has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
