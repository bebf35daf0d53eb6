//! Customer Setup by Country/Region (table 30107): which template and which customer the buyers of a country have.

use database::Record;
use sea_orm::entity::prelude::*;
use uuid::Uuid as Id;
use values::Code;

/// A country of a shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_customer_country")]
#[record(name = "shopifyCustomerSetupByCountry", caption = "Customer Setup by Country/Region")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "country")]
    pub shop_code: Code<20>,
    /// The country's ISO code of two letters, as `NO`.
    #[sea_orm(unique_key = "country")]
    #[record(sort)]
    pub country_region_code: Code<20>,
    /// From which template its customers are made; blank: from that of the shop card.
    #[record(caption = "Customer/Company Template Code")]
    pub customer_template_code: Code<20>,
    /// The customer of every order that goes there; blank: each has its own.
    #[record(caption = "Default Customer No.")]
    pub default_customer_number: Code<20>,
}

/// A country has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A country of which nothing is said.
    pub(crate) fn blank(id: Id, shop_code: Code<20>, country_region_code: Code<20>) -> Self {
        Self {
            id,
            shop_code,
            country_region_code,
            customer_template_code: Code::blank(),
            default_customer_number: Code::blank(),
        }
    }
}
