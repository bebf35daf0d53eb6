//! Locations of Shopify companies (table 30151), and which customers buy and pay for each.

use sea_orm::entity::prelude::*;
use values::Code;

/// A location of a company that orders have named.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_company_location")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "location")]
    pub store: String,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "location")]
    pub shopify_location_id: i64,
    /// The company's id in Shopify.
    pub shopify_company_id: i64,
    /// Its name.
    pub name: String,
    /// The customer who buys; blank for that of the company.
    pub sell_to_customer_number: Code<20>,
    /// The customer who pays; blank for the one who buys.
    pub bill_to_customer_number: Code<20>,
}

/// A link has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
