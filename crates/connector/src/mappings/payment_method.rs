//! Payment Method Mapping (table 30134): how documents are paid that a buyer has paid by a gateway and a card.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A gateway of a shop, with the company of a card where it takes cards.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_payment_method_mapping")]
#[record(name = "shopifyPaymentMethodMappings", caption = "Payment Method Mapping")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "payment")]
    pub shop_code: Code<20>,
    /// By what a payment is made, as `shopify_payments`.
    #[sea_orm(unique_key = "payment")]
    #[record(sort)]
    pub gateway: String,
    /// Whose card it is, as `Visa`; blank where it is none.
    #[sea_orm(unique_key = "payment")]
    pub credit_card_company: String,
    /// Whether a person takes the money, as Shopify last said.
    pub manual_payment_gateway: bool,
    /// How the document is paid.
    pub payment_method_code: Code<10>,
    /// Which of several payments decides: that of the highest.
    pub priority: i32,
}

/// A mapping has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
