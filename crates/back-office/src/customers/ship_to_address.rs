//! The ship-to address (table 222): where else goods of a customer go.

use database::Record;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::sales::Address;
use crate::{Error, Result};

/// A ship-to address.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "ship_to_address")]
#[record(name = "shipToAddresses", caption = "Ship-to Address")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The customer.
    #[sea_orm(unique_key = "address")]
    #[record(caption = "Customer No.")]
    pub customer_number: Code<20>,
    /// Its code.
    #[sea_orm(unique_key = "address")]
    #[record(sort)]
    pub code: Code<10>,
    /// Who gets the goods.
    #[record(name = "displayName", caption = "Name")]
    pub name: String,
    /// More of the name.
    #[sea_orm(column_name = "name_2")]
    #[record(name = "displayName2", caption = "Name 2")]
    pub name2: String,
    /// Whom to ask for.
    pub contact: String,
    /// The first line of the address.
    #[record(name = "addressLine1", caption = "Address")]
    pub address: String,
    /// The second line.
    #[sea_orm(column_name = "address_2")]
    #[record(name = "addressLine2", caption = "Address 2")]
    pub address2: String,
    /// The post code.
    #[record(name = "postalCode", caption = "Post Code")]
    pub post_code: String,
    /// The city.
    pub city: String,
    /// The county.
    #[record(name = "state", caption = "County")]
    pub county: String,
    /// The country.
    #[record(name = "country", caption = "Country/Region Code")]
    pub country_region_code: Code<20>,
    /// The phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// The e-mail address.
    #[record(caption = "Email")]
    pub email: String,
    /// How goods are sent there.
    pub shipment_method_code: Code<10>,
    /// Who carries them.
    pub shipping_agent_code: Code<10>,
    /// By which of the agent's services.
    pub shipping_agent_service_code: Code<10>,
    /// From where they are sent.
    pub location_code: Code<10>,
    /// Where who gets them is taxed, where sales tax is levied.
    #[record(name = "salesTaxAreaCode")]
    pub tax_area_code: Code<20>,
    /// Whether that is liable to sales tax; where a tax area is named.
    pub tax_liable: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The ship-to address of that code.
///
/// # Errors
/// [`Error::Field`] when the customer has none of that code.
pub async fn find(c: &impl ConnectionTrait, customer: &Code<20>, code: &Code<10>) -> Result<Model> {
    let of_customer = Entity::find().filter(Column::CustomerNumber.eq(customer.clone()));
    let found = of_customer.filter(Column::Code.eq(code.clone())).one(c).await?;
    found.ok_or_else(|| Error::Field {
        field: "shipToCode",
        problem: format!("the customer {customer} has no ship-to address {code}: create it, or choose another"),
    })
}

impl From<&Model> for Address {
    fn from(address: &Model) -> Self {
        Self {
            name: address.name.clone(),
            name2: address.name2.clone(),
            contact: address.contact.clone(),
            address: address.address.clone(),
            address2: address.address2.clone(),
            post_code: address.post_code.clone(),
            city: address.city.clone(),
            county: address.county.clone(),
            country_region_code: address.country_region_code.clone(),
        }
    }
}
