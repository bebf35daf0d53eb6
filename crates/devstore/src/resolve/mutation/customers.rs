use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::address::MailingAddress;
use super::super::arguments::{exactly, flag, given, input, string};
use super::super::customer::CustomerObject;
use super::super::job::job;
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session};
use super::super::shop::ShopObject;
use crate::mutate::{
    Merged, UserError, Way, customer_address_create, customer_address_delete, customer_address_update,
    customer_consent_update, customer_create, customer_delete, customer_merge, customer_set, customer_update,
    customer_update_default_address,
};
use crate::store::customer::Customer;

/// The mutations of customers.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "customerCreate" => create(session, info),
        "customerUpdate" => update(session, info),
        "customerAddressCreate" => create_address(session, info),
        "customerAddressDelete" => delete_address(session, info),
        "customerAddressUpdate" => update_address(session, info),
        "customerDelete" => delete(session, info),
        "customerEmailMarketingConsentUpdate" => consent(session, info, Way::Email),
        "customerMerge" => merge(session, info),
        "customerSet" => set(session, info),
        "customerSmsMarketingConsentUpdate" => consent(session, info, Way::Sms),
        "customerUpdateDefaultAddress" => default_address(session, info),
        _ => return None,
    })
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let customer = input(info, "input")?;
    let result = session.change(|state| customer_create(state, customer, session.now));
    changed(session, "CustomerCreatePayload", result).answer()
}

/// A payload that holds the customer.
fn changed<'a>(
    session: &'a Session,
    payload: &'static str,
    result: Result<Arc<Customer>, Vec<UserError>>,
) -> Payload<'a, Arc<Customer>> {
    Payload::of(payload, result)
        .object("customer", move |customer| CustomerObject { session, customer: Arc::clone(customer) })
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let change = exactly(info, "input")?;
    let result = session.change(|state| customer_update(state, change, session.now));
    changed(session, "CustomerUpdatePayload", result).answer()
}

fn set<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (identifier, change) = (exactly(info, "identifier")?, exactly(info, "input")?);
    let result = session.change(|state| customer_set(state, identifier, change, session.now));
    changed(session, "CustomerSetPayload", result).errors_are("CustomerSetUserError").answer()
}

fn delete<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let given = given(info, "input");
    let id = given.get("id").and_then(|id| id.as_str()).unwrap_or_default();
    let (deleted, errors) = match session.change(|state| customer_delete(state, id)) {
        Ok(id) => (Some(format!("gid://shopify/Customer/{id}")), Vec::new()),
        Err(errors) => (None, errors),
    };
    // The shop is told whether or not anyone was deleted.
    Payload::with("CustomerDeletePayload", Some(deleted), errors)
        .part("deletedCustomerId", |id| id.clone().map_or(Part::Object(None), Part::Text))
        .object("shop", move |_| ShopObject(session.shop(), session.now))
        .answer()
}

fn merge<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let [one, two] = ["customerOneId", "customerTwoId"].map(|name| string(info, name).unwrap_or_default());
    let overrides = input(info, "overrideFields")?;
    let result = session.change(|state| customer_merge(state, (&one, &two), overrides, session.now));
    Payload::of("CustomerMergePayload", result)
        .errors_are("CustomerMergeUserError")
        .nullable("job", move |merged: &Merged| job(session, merged.job))
        .part("resultingCustomerId", |merged| Part::Text(format!("gid://shopify/Customer/{}", merged.customer)))
        .answer()
}

fn consent<'a>(session: &'a Session, info: &'a ResolveInfo<'a>, way: Way) -> Resolved<'a> {
    let said = exactly(info, "input")?;
    let result = session.change(|state| customer_consent_update(state, way, said, session.now));
    let (payload, error) = match way {
        Way::Email => ("CustomerEmailMarketingConsentUpdatePayload", "CustomerEmailMarketingConsentUpdateUserError"),
        Way::Sms => ("CustomerSmsMarketingConsentUpdatePayload", "CustomerSmsMarketingConsentError"),
    };
    changed(session, payload, result).errors_are(error).answer()
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

fn delete_address<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let [customer, address] = ["customerId", "addressId"].map(|name| string(info, name).unwrap_or_default());
    let result = session.change(|state| customer_address_delete(state, (&customer, &address), session.now));
    Payload::of("CustomerAddressDeletePayload", result)
        .part("deletedAddressId", |id| Part::Text(format!("gid://shopify/MailingAddress/{id}")))
        .answer()
}

fn default_address<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let [customer, address] = ["customerId", "addressId"].map(|name| string(info, name).unwrap_or_default());
    let result = session.change(|state| customer_update_default_address(state, (&customer, &address), session.now));
    changed(session, "CustomerUpdateDefaultAddressPayload", result).answer()
}
