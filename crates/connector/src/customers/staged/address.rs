//! The Shopify customer address (table 30106): an address of a customer, and the customer it is by itself.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// An address.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_customer_address")]
#[record(name = "shopifyCustomerAddresses", caption = "Shopify Customer Address")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "address")]
    pub store: String,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "address")]
    pub shopify_address_id: i64,
    /// Its customer's id in Shopify.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub shopify_customer_id: i64,
    /// Its place among the addresses of the customer.
    #[record(sort)]
    pub position: i32,
    /// Whether it is the one that is meant where none is said.
    #[record(name = "default", caption = "Default")]
    pub is_default: bool,
    /// The company.
    pub company: String,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The street.
    #[sea_orm(column_name = "address_1")]
    #[record(name = "address1", caption = "Address 1")]
    pub address1: String,
    /// More of it.
    #[sea_orm(column_name = "address_2")]
    #[record(name = "address2", caption = "Address 2")]
    pub address2: String,
    /// The post code.
    pub zip: Code<20>,
    /// The city.
    pub city: String,
    /// The country's ISO code of two letters.
    pub country_region_code: Code<2>,
    /// The country's name.
    pub country_region_name: String,
    /// The code of the province.
    pub province_code: Code<10>,
    /// Its name.
    pub province_name: String,
    /// The phone.
    pub phone: String,
    /// The customer that it is where orders find customers by name and address; blank as long as that is not known.
    #[record(caption = "Customer No.")]
    pub customer_number: Code<20>,
}

/// An address has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
