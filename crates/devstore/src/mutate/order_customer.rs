use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use shopify_schema::gid::CustomerId;

use super::customer_create::{CustomerInput, customer_create};
use super::order_input::{OrderInput, UpsertInput};
use super::part::{coded, under};
use super::user_error::UserError;
use crate::store::State;
use crate::store::order::Order;

/// The customer whom a new order belongs to, made when the input says so.
pub(super) fn find_or_create(
    state: &mut State,
    input: &OrderInput,
    now: DateTime<Utc>,
) -> Result<Option<u64>, Vec<UserError>> {
    if let Some(id) = &input.customer_id {
        return by_id(state, id, &["order", "customerId"]).map(Some);
    }
    let Some(customer) = &input.customer else { return Ok(None) };
    if let Some(known) = &customer.to_associate {
        if let Some(id) = &known.id {
            return by_id(state, id, &["order", "customer", "toAssociate", "id"]).map(Some);
        }
        let found = known.email.as_deref().and_then(|email| state.customer_by_email(email));
        return match found {
            Some(customer) => Ok(Some(customer.id)),
            None => Err(missing(&["order", "customer", "toAssociate", "email"])),
        };
    }
    customer.to_upsert.as_ref().map(|upsert| by_upsert(state, upsert, now)).transpose()
}

fn by_id(state: &State, id: &str, field: &[&str]) -> Result<u64, Vec<UserError>> {
    let number = id.parse::<CustomerId>().ok().map(CustomerId::number);
    number.filter(|number| state.customers.contains_key(number)).ok_or_else(|| missing(field))
}

fn missing(field: &[&str]) -> Vec<UserError> {
    vec![UserError::new(field, "Customer does not exist").with_code("INVALID")]
}

fn by_upsert(state: &mut State, input: &UpsertInput, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    let known = match &input.id {
        Some(id) => Some(by_id(state, id, &["order", "customer", "toUpsert", "id"])?),
        None => input
            .email
            .as_deref()
            .and_then(|email| state.customer_by_email(email))
            .or_else(|| input.phone.as_deref().and_then(|phone| state.customer_by_phone(phone)))
            .map(|customer| customer.id),
    };
    let Some(id) = known else {
        let new = CustomerInput {
            addresses: input.addresses.clone(),
            email: input.email.clone(),
            first_name: input.first_name.clone(),
            last_name: input.last_name.clone(),
            locale: None,
            note: input.note.clone(),
            phone: input.phone.clone(),
            tags: input.tags.clone(),
            tax_exempt: input.tax_exempt,
        };
        let made = customer_create(state, new, now).map_err(coded("INVALID"));
        return made.map(|customer| customer.id).map_err(under(&["order", "customer", "toUpsert"]));
    };
    if let Some(customer) = state.customers.get(&id).map(Arc::clone) {
        let mut customer = (*customer).clone();
        customer.first_name = input.first_name.clone().or(customer.first_name);
        customer.last_name = input.last_name.clone().or(customer.last_name);
        customer.note = input.note.clone().or(customer.note);
        customer.tags = input.tags.clone().unwrap_or(customer.tags);
        customer.tax_exempt = input.tax_exempt.unwrap_or(customer.tax_exempt);
        customer.updated_at = now;
        state.put_customer(customer);
    }
    Ok(id)
}

/// The order counts for its customer.
pub(super) fn count(state: &mut State, order: &Order) {
    let Some(customer) = order.customer_id.and_then(|id| state.customers.get(&id)) else { return };
    let mut customer = (**customer).clone();
    customer.number_of_orders += 1;
    customer.amount_spent += order.totals.received.shop.max(Decimal::ZERO);
    customer.updated_at = customer.updated_at.max(order.created_at);
    state.put_customer(customer);
}
