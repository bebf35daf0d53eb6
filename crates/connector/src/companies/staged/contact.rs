//! Who speaks for a Shopify company, and what they may do.

use database::Record;
use sea_orm::entity::prelude::*;

/// A contact of a company: a customer of the store.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_company_contact")]
#[record(name = "shopifyCompanyContacts", caption = "Shopify Company Contact")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "contact")]
    pub store: String,
    /// The contact's id in Shopify.
    #[sea_orm(unique_key = "contact")]
    #[record(sort)]
    pub shopify_contact_id: i64,
    /// The company's id in Shopify.
    #[sea_orm(indexed)]
    pub shopify_company_id: i64,
    /// The id in Shopify of the customer.
    pub shopify_customer_id: i64,
    /// What the person is called.
    #[record(sort)]
    pub name: String,
    /// What the person is at the company.
    pub title: String,
    /// The person's e-mail.
    pub email: String,
    /// The person's phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// Whether the person speaks for the company first of all.
    #[record(name = "mainContact", caption = "Main Contact")]
    pub is_main_contact: bool,
    /// What the person may do and where, as `Ordering only (Oslo), Location admin (Bergen)`.
    pub roles: String,
}

/// A staged contact has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
