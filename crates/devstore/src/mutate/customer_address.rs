//! Addresses of customers: the first one is the default, and no customer has the same one twice.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::address_input::AddressInput;
use super::part::number;
use super::user_error::UserError;
use crate::store::State;
use crate::store::address::Address;
use crate::store::customer::Customer;

/// `customerAddressCreate`.
pub(crate) fn customer_address_create(
    state: &mut State,
    customer: &str,
    input: AddressInput,
    as_default: bool,
    now: DateTime<Utc>,
) -> Result<Address, Vec<UserError>> {
    let mut customer = customer_of(state, customer)?;
    let address = input.into_address(state.ids.next());
    check(&customer, &address)?;
    let place = if as_default { 0 } else { customer.addresses.len() };
    customer.addresses.insert(place, address.clone());
    customer.updated_at = now;
    state.put_customer(customer);
    Ok(address)
}

/// `customerAddressUpdate`: changes what is given; null empties it.
pub(crate) fn customer_address_update(
    state: &mut State,
    (customer, address): (&str, &str),
    given: &Map<String, Value>,
    as_default: bool,
    now: DateTime<Utc>,
) -> Result<Address, Vec<UserError>> {
    let mut customer = customer_of(state, customer)?;
    let (place, known) = address_of(&customer, address)?;
    let changed = change(&known, given);
    check(&customer, &changed)?;
    if changed != known || (as_default && place != 0) {
        customer.addresses.remove(place);
        customer.addresses.insert(if as_default { 0 } else { place }, changed.clone());
        customer.updated_at = now;
        state.put_customer(customer);
    }
    Ok(changed)
}

/// `customerAddressDelete`: the next one is the default, when it was that.
pub(crate) fn customer_address_delete(
    state: &mut State,
    (customer, address): (&str, &str),
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let mut customer = customer_of(state, customer)?;
    let (place, gone) = address_of(&customer, address)?;
    customer.addresses.remove(place);
    customer.updated_at = now;
    state.put_customer(customer);
    Ok(gone.id)
}

/// `customerUpdateDefaultAddress`.
pub(crate) fn customer_update_default_address(
    state: &mut State,
    (customer, address): (&str, &str),
    now: DateTime<Utc>,
) -> Result<Arc<Customer>, Vec<UserError>> {
    let mut customer = customer_of(state, customer)?;
    let (place, meant) = address_of(&customer, address)?;
    customer.addresses.remove(place);
    customer.addresses.insert(0, meant);
    customer.updated_at = now;
    Ok(state.put_customer(customer))
}

fn customer_of(state: &State, id: &str) -> Result<Customer, Vec<UserError>> {
    let found = number(id, "Customer").and_then(|id| state.customers.get(&id)).map(Arc::clone);
    let missing = || vec![UserError::new(&["customerId"], "Customer does not exist")];
    found.map(|customer| Customer::clone(&customer)).ok_or_else(missing)
}

/// An address of a customer, and its place among them.
fn address_of(customer: &Customer, address: &str) -> Result<(usize, Address), Vec<UserError>> {
    let id = number(address, "MailingAddress");
    let found = customer.addresses.iter().enumerate().find(|(_, known)| Some(known.id) == id);
    let missing = || vec![UserError::new(&["addressId"], "Address does not exist")];
    found.map(|(place, known)| (place, known.clone())).ok_or_else(missing)
}

/// All addresses that a customer is to have; one that is known keeps its id.
pub(super) fn replaced(state: &mut State, known: &[Address], given: Vec<AddressInput>) -> Vec<Address> {
    let address = |input: AddressInput| {
        let mut address = input.into_address(0);
        let same = known.iter().find(|known| known.same_place(&address));
        address.id = same.map_or_else(|| state.ids.next(), |known| known.id);
        address
    };
    given.into_iter().map(address).collect()
}

/// The first address that is there twice.
pub(super) fn twice(addresses: &[Address]) -> Option<UserError> {
    let place = addresses
        .iter()
        .enumerate()
        .position(|(place, address)| addresses.iter().take(place).any(|earlier| earlier.same_place(address)))?;
    Some(UserError::new(&["addresses", &place.to_string()], "Address already exists").with_code("TAKEN"))
}

fn check(customer: &Customer, address: &Address) -> Result<(), Vec<UserError>> {
    let is_twice = customer.addresses.iter().any(|known| known.id != address.id && known.same_place(address));
    if is_twice {
        return Err(vec![UserError::new(&["address"], "Address already exists")]);
    }
    Ok(())
}

fn change(known: &Address, given: &Map<String, Value>) -> Address {
    let text = |name: &str, old: &Option<String>| match given.get(name) {
        None => old.clone(),
        Some(value) => value.as_str().map(str::to_owned),
    };
    let input = AddressInput {
        address1: text("address1", &known.address1),
        address2: text("address2", &known.address2),
        city: text("city", &known.city),
        company: text("company", &known.company),
        country: text("country", &known.country),
        country_code: text("countryCode", &known.country_code),
        first_name: text("firstName", &known.first_name),
        last_name: text("lastName", &known.last_name),
        phone: text("phone", &known.phone),
        province: text("province", &known.province),
        province_code: text("provinceCode", &known.province_code),
        zip: text("zip", &known.zip),
    };
    input.into_address(known.id)
}
