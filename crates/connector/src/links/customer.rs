//! Shopify customers (table 30105), and which customer each is.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A customer that orders have named.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_customer")]
#[record(name = "shopifyCustomers", caption = "Shopify Customer")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain: cards of one store share its customers.
    #[sea_orm(unique_key = "customer")]
    pub store: String,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "customer")]
    #[record(sort)]
    pub shopify_customer_id: i64,
    /// Its first name.
    pub first_name: String,
    /// Its last name.
    pub last_name: String,
    /// Its e-mail.
    #[record(sort)]
    #[sea_orm(indexed)]
    pub email: String,
    /// Its phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// The customer; blank as long as it is not known.
    #[record(caption = "Customer No.")]
    pub customer_number: Code<20>,
}

/// A link has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
