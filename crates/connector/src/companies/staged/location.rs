//! The location of a Shopify company (table 30151), and which customers buy and pay for it.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::orders::options::PaymentTermsType;

/// A location of a company.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_company_location")]
#[record(name = "shopifyCompanyLocations", caption = "Shopify Company Location")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "location")]
    pub store: String,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "location")]
    #[record(sort)]
    pub shopify_location_id: i64,
    /// The company's id in Shopify.
    #[sea_orm(indexed)]
    pub shopify_company_id: i64,
    /// Its name.
    #[record(sort)]
    pub name: String,
    /// Whether it is the oldest of its company: the company's customer has its address and terms.
    #[record(name = "default", caption = "Default")]
    pub is_default: bool,
    /// Who receives what is sent to it.
    #[record(caption = "Company/Attention")]
    pub recipient: String,
    /// Its street.
    pub address: String,
    /// More of it.
    #[sea_orm(column_name = "address_2")]
    #[record(name = "address2", caption = "Address 2")]
    pub address2: String,
    /// Its post code.
    pub zip: String,
    /// Its city.
    pub city: String,
    /// The ISO code of its country.
    #[record(caption = "Country/Region Code")]
    pub country_region_code: Code<10>,
    /// The code of its province.
    pub province_code: String,
    /// The name of its province.
    pub province_name: String,
    /// Its phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// Its number in the register of those who are taxed.
    #[record(caption = "Tax Registration ID")]
    pub tax_registration_id: String,
    /// Whether it pays no tax.
    pub tax_exempt: bool,
    /// What its payment terms wait for; blank: it has none.
    pub payment_terms_type: PaymentTermsType,
    /// What Shopify calls its payment terms, as `Net 30`.
    pub payment_terms_name: String,
    /// The customer who buys; blank for that of the company.
    #[record(caption = "Sell-to Customer No.")]
    pub sell_to_customer_number: Code<20>,
    /// The customer who pays; blank for the one who buys.
    #[record(caption = "Bill-to Customer No.")]
    pub bill_to_customer_number: Code<20>,
}

/// A staged location has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
