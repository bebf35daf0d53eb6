use apollo_compiler::resolvers::ResolveInfo;

use super::super::address::MailingAddress;
use super::super::arguments::{exactly, flag, given, input, string};
use super::super::customer::CustomerObject;
use super::super::payload::Payload;
use super::super::session::{Resolved, Session};
use crate::mutate::{customer_address_create, customer_address_update, customer_create, customer_update};

/// The mutations of customers.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "customerCreate" => create(session, info),
        "customerUpdate" => update(session, info),
        "customerAddressCreate" => create_address(session, info),
        "customerAddressUpdate" => update_address(session, info),
        _ => return None,
    })
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let customer = input(info, "input")?;
    let result = session.change(|state| customer_create(state, customer, session.now));
    Payload::of("CustomerCreatePayload", result)
        .object("customer", move |customer| CustomerObject { session, customer: customer.clone() })
        .answer()
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let change = exactly(info, "input")?;
    let result = session.change(|state| customer_update(state, change, session.now));
    Payload::of("CustomerUpdatePayload", result)
        .object("customer", move |customer| CustomerObject { session, customer: customer.clone() })
        .answer()
}

fn create_address<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (customer, address) = (string(info, "customerId").unwrap_or_default(), input(info, "address")?);
    let as_default = flag(info, "setAsDefault");
    let result = session.change(|state| customer_address_create(state, &customer, address, as_default, session.now));
    Payload::of("CustomerAddressCreatePayload", result)
        .object("address", |address| MailingAddress(address.clone()))
        .answer()
}

fn update_address<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let [customer, address] = ["customerId", "addressId"].map(|name| string(info, name).unwrap_or_default());
    let (given, as_default) = (given(info, "address"), flag(info, "setAsDefault"));
    let result =
        session.change(|state| customer_address_update(state, (&customer, &address), &given, as_default, session.now));
    Payload::of("CustomerAddressUpdatePayload", result)
        .object("address", |address| MailingAddress(address.clone()))
        .answer()
}
