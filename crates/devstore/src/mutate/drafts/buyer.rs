use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::input::DraftInput;
use crate::mutate::customer_create::{CustomerInput, customer_create, filled};
use crate::mutate::part::{number, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::customer::Customer;
use crate::store::draft::Offer;

/// The customer of a draft, as far as the shop knows them: who is named, else whose e-mail address it is.
pub(super) fn customer(state: &State, input: &DraftInput) -> Result<Option<Arc<Customer>>, Vec<UserError>> {
    let entity = input.purchasing_entity.as_ref();
    if entity.is_some_and(|entity| entity.purchasing_company.is_some()) {
        // The store has no companies, so none has this id.
        return refuse(&["purchasingEntity", "purchasingCompany", "companyId"], "Company does not exist");
    }
    let named = entity.and_then(|entity| entity.customer_id.as_deref());
    let (id, field) = match (named, input.customer_id.as_deref()) {
        (Some(id), _) => (id, &["purchasingEntity", "customerId"][..]),
        (None, Some(id)) => (id, &["customerId"][..]),
        (None, None) => {
            let email = input.email.as_deref().map(str::trim);
            return Ok(email.and_then(|email| state.customer_by_email(email)).map(Arc::clone));
        }
    };
    match number(id, "Customer").and_then(|number| state.customers.get(&number)) {
        Some(customer) => Ok(Some(Arc::clone(customer))),
        None => refuse(field, "Customer does not exist"),
    }
}

/// Makes a customer of the e-mail address that nobody has yet.
pub(super) fn register(
    state: &mut State,
    offer: &mut Offer,
    input: &DraftInput,
    now: DateTime<Utc>,
) -> Result<(), Vec<UserError>> {
    let email = filled(input.email.clone());
    if offer.order.customer_id.is_some() || email.is_none() {
        return Ok(());
    }
    let address = input.shipping_address.as_ref().or(input.billing_address.as_ref());
    let new = CustomerInput {
        email,
        first_name: address.and_then(|address| address.first_name.clone()),
        last_name: address.and_then(|address| address.last_name.clone()),
        ..CustomerInput::default()
    };
    let customer = customer_create(state, new, now)?;
    Arc::make_mut(&mut offer.order).customer_id = Some(customer.id);
    Ok(())
}
