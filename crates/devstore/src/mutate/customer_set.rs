use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::customer_create::{CustomerInput, compact, customer_create};
use super::customer_update::{CustomerChange, customer_update};
use super::part::{number, refuse_with, under};
use super::user_error::UserError;
use crate::store::State;
use crate::store::customer::Customer;

/// `CustomerSetIdentifiers`: one of them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct CustomerIdentifier {
    email: Option<String>,
    id: Option<String>,
    phone: Option<String>,
}

/// `customerSet`: makes a customer, or changes what is given of the one that is meant.
pub(crate) fn customer_set(
    state: &mut State,
    identifier: Option<CustomerIdentifier>,
    mut input: CustomerChange,
    now: DateTime<Utc>,
) -> Result<Arc<Customer>, Vec<UserError>> {
    let result = match meant(state, identifier, &input)? {
        Some(id) => {
            input.id = Some(format!("gid://shopify/Customer/{id}"));
            customer_update(state, input, now)
        }
        None => customer_create(state, new(input), now),
    };
    result.map_err(under(&["input"]))
}

/// The customer that is meant; nothing for a new one.
fn meant(
    state: &State,
    identifier: Option<CustomerIdentifier>,
    input: &CustomerChange,
) -> Result<Option<u64>, Vec<UserError>> {
    let Some(CustomerIdentifier { email, id, phone }) = identifier else {
        return input.id.as_deref().map(|id| by_id(state, id, &["input", "id"])).transpose();
    };
    if input.id.is_some() {
        let text = "The id field is not allowed if identifier is provided.";
        return refuse_with("ID_NOT_ALLOWED", &["input", "id"], text);
    }
    if let Some(id) = id {
        return by_id(state, &id, &["identifier", "id"]).map(Some);
    }
    let found = if let Some(email) = email {
        let plain = |email: &String| email.trim().to_lowercase();
        agree("email", &plain(&email), input.email.value().map(plain))?;
        state.customer_by_email(&plain(&email))
    } else {
        let phone = compact(&phone.unwrap_or_default());
        agree("phone", &phone, input.phone.value().map(|given| compact(given)))?;
        state.customer_by_phone(&phone)
    };
    Ok(found.map(|customer| customer.id))
}

fn by_id(state: &State, id: &str, field: &[&str]) -> Result<u64, Vec<UserError>> {
    match number(id, "Customer").filter(|number| state.customers.contains_key(number)) {
        Some(number) => Ok(number),
        None => refuse_with("NOT_FOUND", field, "Resource matching the identifier was not found."),
    }
}

/// What a customer is found by is in the input as well.
fn agree(field: &str, identifier: &str, given: Option<String>) -> Result<(), Vec<UserError>> {
    match given {
        Some(given) if given == identifier => Ok(()),
        Some(_) => {
            let text = "The identifier value does not match the value of the corresponding field in the input.";
            refuse_with("INPUT_MISMATCH", &["input", field], text)
        }
        None => {
            let text = "The input field corresponding to the identifier is required.";
            refuse_with("MISSING_FIELD_REQUIRED", &["input", field], text)
        }
    }
}

fn new(input: CustomerChange) -> CustomerInput {
    CustomerInput {
        addresses: input.addresses,
        email: input.email.into_value(),
        first_name: input.first_name.into_value(),
        last_name: input.last_name.into_value(),
        locale: input.locale,
        note: input.note.into_value(),
        phone: input.phone.into_value(),
        tags: input.tags,
        tax_exempt: input.tax_exempt,
    }
}
