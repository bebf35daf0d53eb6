use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::address_input::AddressInput;
use super::customer_address::{replaced, twice};
use super::customer_create::{check_contact, compact, excess, filled, nobody};
use super::given::Given;
use super::part::number;
use super::user_error::UserError;
use crate::store::State;
use crate::store::customer::Customer;

/// `CustomerInput`, as far as `customerUpdate` takes it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CustomerChange {
    pub addresses: Option<Vec<AddressInput>>,
    pub id: Option<String>,
    pub email: Given<String>,
    pub first_name: Given<String>,
    pub last_name: Given<String>,
    pub locale: Option<String>,
    pub note: Given<String>,
    pub phone: Given<String>,
    pub tags: Option<Vec<String>>,
    pub tax_exempt: Option<bool>,
}

/// `customerUpdate`: changes what is given; addresses that are given are all that the customer has. A customer that is the
/// same afterwards has the same time.
pub(crate) fn customer_update(
    state: &mut State,
    input: CustomerChange,
    now: DateTime<Utc>,
) -> Result<Arc<Customer>, Vec<UserError>> {
    let id = input.id.as_deref().and_then(|id| number(id, "Customer"));
    let Some(old) = id.and_then(|id| state.customers.get(&id)).cloned() else {
        return Err(vec![UserError::new(&["id"], "Customer does not exist")]);
    };
    let (email, phone) = (input.email.value().map(String::as_str), input.phone.value().map(String::as_str));
    let mut errors = check_contact(state, email, phone, Some(old.id));
    let mut customer = Customer::clone(&old);
    input.email.put_into(&mut customer.email);
    input.phone.put_into(&mut customer.phone);
    input.first_name.put_into(&mut customer.first_name);
    input.last_name.put_into(&mut customer.last_name);
    input.note.put_into(&mut customer.note);
    customer.email = filled(customer.email).map(|email| email.trim().to_lowercase());
    customer.phone = filled(customer.phone).map(|phone| compact(&phone));
    customer.first_name = filled(customer.first_name);
    customer.last_name = filled(customer.last_name);
    customer.locale = input.locale.unwrap_or(customer.locale);
    customer.tags = input.tags.unwrap_or(customer.tags);
    customer.tax_exempt = input.tax_exempt.unwrap_or(customer.tax_exempt);
    let names = [customer.first_name.as_ref(), customer.last_name.as_ref()];
    errors.extend(excess(names, customer.note.as_ref(), &customer.tags));
    if let Some(given) = input.addresses {
        customer.addresses = replaced(state, &old.addresses, given);
        errors.extend(twice(&customer.addresses));
    }
    let known = [&customer.first_name, &customer.last_name, &customer.email, &customer.phone];
    if known.into_iter().all(Option::is_none) {
        errors.push(nobody());
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    if customer == *old {
        return Ok(old);
    }
    customer.updated_at = now;
    Ok(state.put_customer(customer))
}
