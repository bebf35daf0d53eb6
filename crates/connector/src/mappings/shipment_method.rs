//! Shipment Method Mapping (table 30131): how goods are sent that a shop sends by a method of one name.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use super::ChargeType;

/// A shipping method of a shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_shipment_method_mapping")]
#[record(name = "shopifyShipmentMethodMappings", caption = "Shipment Method Mapping")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "name")]
    pub shop_code: Code<20>,
    /// What the shop calls it, as on a shipping charge.
    #[sea_orm(unique_key = "name")]
    #[record(sort)]
    pub name: String,
    /// How the goods are sent.
    pub shipment_method_code: Code<10>,
    /// Who sends them.
    pub shipping_agent_code: Code<10>,
    /// By which of the agent's services.
    pub shipping_agent_service_code: Code<10>,
    /// What is sold where it is charged for.
    pub shipping_charges_type: ChargeType,
    /// The number of the account or of the item.
    #[record(caption = "Shipping Charges No.")]
    pub shipping_charges_number: Code<20>,
}

/// A mapping has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
