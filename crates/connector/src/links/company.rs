//! Shopify companies (table 30150), and which customer each is.

use sea_orm::entity::prelude::*;
use values::Code;

/// A company that orders have named.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_company")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain: cards of one store share its companies.
    #[sea_orm(unique_key = "company")]
    pub store: String,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "company")]
    pub shopify_company_id: i64,
    /// Its name.
    pub name: String,
    /// The customer; blank as long as it is not known.
    pub customer_number: Code<20>,
}

/// A link has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
