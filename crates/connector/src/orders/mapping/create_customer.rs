use std::collections::HashSet;

use back_office::customers::{self, email_key, phone_key};
use database::Tx;

use super::person::of_buyer;
use super::{Ground, Lookup, buyer, customer as mapped};
use crate::Error;
use crate::customers::create::{Wanted, create as make};
use crate::orders::staged::Sale;
use crate::skipped::Cause;

/// Makes one customer.
///
/// # Errors
/// When the database fails. What the back office refuses is the cause why the order waits.
pub async fn create(tx: &Tx, ground: &Ground, wanted: Wanted) -> Result<Result<customers::Model, Cause>, Error> {
    let made = make(tx, ground, std::slice::from_ref(&wanted)).await?.pop();
    Ok(made.unwrap_or_else(|| Err(Cause::CustomerRefused("no customer was made".to_owned()))))
}

/// Makes the customers whom a batch of orders will ask for, those of one template together: as many statements for a
/// hundred as for one. What the back office refuses is left to the order that asks for it, and told there.
///
/// # Errors
/// When the database fails.
pub async fn create_all(tx: &Tx, ground: &Ground, lookup: &mut Lookup, sales: &[Sale]) -> Result<(), Error> {
    let (mut wanted, mut ids, mut taken) = (Vec::new(), Vec::new(), HashSet::new());
    for order in sales.iter().map(|sale| &sale.order).filter(|order| order.awaits_document()) {
        if !mapped::is_to_be_made(ground, lookup, order) {
            continue;
        }
        let (country, new) = of_buyer(ground, order, lookup.whole(order.customer_id));
        // Whoever shares an e-mail or a phone with one before may be the same customer: that is seen when it is there.
        let (email, phone) = buyer::email_and_phone(order, lookup.customer(order.customer_id));
        let sought = [order.customer_id.to_string(), email_key(email), phone_key(phone)];
        if sought.iter().any(|key| taken.contains(key)) {
            continue;
        }
        let has = [email_key(&new.email), phone_key(&new.phone_number)];
        taken.extend(sought.into_iter().chain(has).filter(|key| !key.is_empty()));
        ids.push(order.customer_id);
        wanted.push(Wanted { country, template: order.customer_template_code.clone(), new });
    }
    if wanted.is_empty() {
        return Ok(());
    }
    for (id, made) in ids.into_iter().zip(make(tx, ground, &wanted).await?) {
        if let Ok(customer) = made {
            lookup.take_up(id, &customer);
        }
    }
    Ok(())
}
