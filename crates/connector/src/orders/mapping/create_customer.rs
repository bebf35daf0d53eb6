use back_office::customers::{self, NewCustomer, template};
use database::Tx;
use values::Code;

use super::{Ground, buyer};
use crate::Error;
use crate::links::customer;
use crate::orders::staged::order;

/// Makes a customer of the buyer, from a template.
///
/// # Errors
/// When the database fails. What the back office refuses is returned as its sentence: it concerns this order only.
pub async fn create(
    tx: &Tx,
    ground: &Ground,
    order: &order::Model,
    link: Option<&customer::Model>,
    template: &Code<20>,
) -> Result<Result<Code<20>, String>, Error> {
    let (email, phone) = buyer::email_and_phone(order, link);
    let (name, name2) = match order.sell_to_customer_name.as_str() {
        "" => (order.sell_to_contact_name.clone(), String::new()),
        name => (name.to_owned(), order.sell_to_customer_name2.clone()),
    };
    let new = NewCustomer {
        number: None,
        name,
        name2,
        address: order.sell_to_address.clone(),
        address2: order.sell_to_address2.clone(),
        post_code: order.sell_to_post_code.clone(),
        city: order.sell_to_city.clone(),
        county: order.sell_to_county.clone(),
        country_region_code: order.sell_to_country_region_code.clone(),
        phone_number: phone.to_owned(),
        email: email.to_owned(),
    };
    match made(tx, ground, &new, template).await {
        Ok(number) => Ok(Ok(number)),
        Err(error @ back_office::Error::Database(_)) => Err(error.into()),
        Err(refused) => Ok(Err(refused.to_string())),
    }
}

async fn made(
    tx: &Tx,
    ground: &Ground,
    new: &NewCustomer,
    template: &Code<20>,
) -> Result<Code<20>, back_office::Error> {
    let template = template::find(tx, template).await?;
    Ok(customers::create(tx, new, &template, ground.now, &ground.random).await?.number)
}
