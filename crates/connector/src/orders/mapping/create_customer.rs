use std::collections::{BTreeMap, HashSet};

use back_office::customers::{self, NewCustomer, template};
use database::Tx;
use values::Code;

use super::{Ground, Lookup, buyer, customer as mapped};
use crate::Error;
use crate::links::customer;
use crate::orders::staged::{Sale, order};

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
) -> Result<Result<customers::Model, String>, Error> {
    let new = new_customer(order, link);
    match made(tx, ground, std::slice::from_ref(&new), template).await {
        Ok(mut made) => Ok(made.pop().ok_or_else(|| "no customer was made".to_owned())),
        Err(error @ back_office::Error::Database(_)) => Err(error.into()),
        Err(refused) => Ok(Err(refused.to_string())),
    }
}

/// Makes the customers whom a batch of orders will ask for, those of one template together: as many statements for a
/// hundred as for one. What the back office refuses is left to the order that asks for it, and told there.
///
/// # Errors
/// When the database fails.
pub async fn create_all(tx: &Tx, ground: &Ground, lookup: &mut Lookup, sales: &[Sale]) -> Result<(), Error> {
    let mut wanted: BTreeMap<Code<20>, Vec<(i64, NewCustomer)>> = BTreeMap::new();
    let mut taken = HashSet::new();
    for order in sales.iter().map(|sale| &sale.order).filter(|order| order.awaits_document()) {
        let Some(template) = mapped::template_of_unknown(ground, lookup, order) else { continue };
        let new = new_customer(order, lookup.customer(order.customer_id));
        // Whoever shares an e-mail or a phone with one before may be the same customer: that is seen when it is there.
        let keys = [order.customer_id.to_string(), new.email.to_lowercase(), new.phone_number.clone()];
        if keys.iter().any(|key| taken.contains(key)) {
            continue;
        }
        taken.extend(keys.into_iter().filter(|key| !key.is_empty()));
        wanted.entry(template.clone()).or_default().push((order.customer_id, new));
    }
    for (template, wanted) in wanted {
        let (ids, new): (Vec<i64>, Vec<NewCustomer>) = wanted.into_iter().unzip();
        match made(tx, ground, &new, &template).await {
            Ok(made) => ids.into_iter().zip(&made).for_each(|(id, customer)| lookup.take_up(id, customer)),
            Err(error @ back_office::Error::Database(_)) => return Err(error.into()),
            Err(_) => {}
        }
    }
    Ok(())
}

fn new_customer(order: &order::Model, link: Option<&customer::Model>) -> NewCustomer {
    let (email, phone) = buyer::email_and_phone(order, link);
    let (name, name2) = match order.sell_to_customer_name.as_str() {
        "" => (order.sell_to_contact_name.clone(), String::new()),
        name => (name.to_owned(), order.sell_to_customer_name2.clone()),
    };
    NewCustomer {
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
    }
}

async fn made(
    tx: &Tx,
    ground: &Ground,
    new: &[NewCustomer],
    template: &Code<20>,
) -> Result<Vec<customers::Model>, back_office::Error> {
    let template = template::find(tx, template).await?;
    customers::create_many(tx, new, &template, ground.now, &ground.random).await
}
