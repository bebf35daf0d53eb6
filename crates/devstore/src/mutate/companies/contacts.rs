//! The people who speak for a company.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::customer_create::{CustomerInput, customer_create, filled};
use super::super::customer_update::{CustomerChange, customer_update};
use super::super::given::Given;
use super::super::part::{number, refuse_with, under};
use super::super::user_error::UserError;
use super::head::company;
use crate::store::State;
use crate::store::company::{Company, Contact};

/// `CompanyContactInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ContactInput {
    email: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    locale: Option<String>,
    phone: Option<String>,
    title: Option<String>,
}

impl ContactInput {
    /// Whether no e-mail address is given.
    pub(super) fn has_no_address(&self) -> bool {
        filled(self.email.clone()).is_none()
    }
}

/// A company, and the place of a contact in it.
pub(crate) type OfContact = (Arc<Company>, usize);

/// A company, and the places of contacts in it and of one of each contact's roles.
pub(crate) type Assigned = (Arc<Company>, Vec<(usize, usize)>);

/// The customer who speaks for a company; a new one.
pub(super) fn speaker(
    state: &mut State,
    input: ContactInput,
    path: &[&str],
    now: DateTime<Utc>,
) -> Result<Contact, Vec<UserError>> {
    let ContactInput { email, first_name, last_name, locale, phone, title } = input;
    let customer = CustomerInput { email, first_name, last_name, locale, phone, ..CustomerInput::default() };
    let customer = customer_create(state, customer, now).map_err(under(path))?;
    Ok(contact(state, customer.id, filled(title), now))
}

fn contact(state: &mut State, customer: u64, title: Option<String>, now: DateTime<Utc>) -> Contact {
    Contact { id: state.ids.next(), created_at: now, updated_at: now, customer, title, assignments: Vec::new() }
}

/// `companyContactCreate`: a new customer who speaks for the company.
pub(crate) fn contact_create(
    state: &mut State,
    id: &str,
    input: ContactInput,
    now: DateTime<Utc>,
) -> Result<OfContact, Vec<UserError>> {
    let company = company(state, id)?;
    if input.has_no_address() {
        return refuse_with("BLANK", &["input", "email"], "Email can't be blank");
    }
    let contact = speaker(state, input, &["input"], now)?;
    Ok(added(state, company, contact, now))
}

/// `CompanyContactInput`, as far as it is a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ContactChange {
    email: Given<String>,
    first_name: Given<String>,
    last_name: Given<String>,
    locale: Option<String>,
    phone: Given<String>,
    title: Given<String>,
}

/// `companyContactUpdate`: what is left out stays. All but the title is the customer's.
pub(crate) fn contact_update(
    state: &mut State,
    id: &str,
    input: ContactChange,
    now: DateTime<Utc>,
) -> Result<OfContact, Vec<UserError>> {
    let (mut company, place) = of_contact(state, id)?;
    if input == ContactChange::default() {
        return refuse_with("NO_INPUT", &["input"], "No input was given.");
    }
    let takes_address = match &input.email {
        Given::LeftOut => false,
        Given::Null => true,
        Given::Value(email) => email.trim().is_empty(),
    };
    if takes_address {
        return refuse_with("BLANK", &["input", "email"], "Email can't be blank");
    }
    if let Some(contact) = company.contacts.get_mut(place) {
        let ContactChange { email, first_name, last_name, locale, phone, title } = input;
        let id = Some(format!("gid://shopify/Customer/{}", contact.customer));
        let change = CustomerChange { id, email, first_name, last_name, locale, phone, ..CustomerChange::default() };
        customer_update(state, change, now).map_err(under(&["input"]))?;
        title.put_into(&mut contact.title);
        contact.title = filled(contact.title.take());
        contact.updated_at = now;
    }
    company.updated_at = now;
    Ok((state.put_company(company), place))
}

/// `companyAssignCustomerAsContact`: a customer speaks for a company, and for no other.
pub(crate) fn contact_of_customer(
    state: &mut State,
    id: &str,
    customer: &str,
    now: DateTime<Utc>,
) -> Result<OfContact, Vec<UserError>> {
    let company = company(state, id)?;
    let Some(customer) = number(customer, "Customer").and_then(|number| state.customers.get(&number)).cloned() else {
        return refuse_with("RESOURCE_NOT_FOUND", &["customerId"], "Resource requested does not exist.");
    };
    if state.speaks_for_a_company(customer.id) {
        return refuse_with("TAKEN", &["customerId"], "Customer is already associated with a company contact.");
    }
    if customer.email.is_none() {
        return refuse_with("INVALID_INPUT", &["customerId"], "Customer must have an email address.");
    }
    let contact = contact(state, customer.id, None, now);
    Ok(added(state, company, contact, now))
}

fn added(state: &mut State, mut company: Company, contact: Contact, now: DateTime<Utc>) -> OfContact {
    let place = company.contacts.len();
    company.contacts.push(contact);
    company.updated_at = now;
    (state.put_company(company), place)
}

/// The company of a contact, as a working copy, and the contact's place in it.
pub(super) fn of_contact(state: &State, id: &str) -> Result<(Company, usize), Vec<UserError>> {
    let found = number(id, "CompanyContact").and_then(|number| state.company_of_contact(number));
    match found {
        Some((company, place)) => Ok((Company::clone(company), place)),
        None => refuse_with("RESOURCE_NOT_FOUND", &["companyContactId"], "Resource requested does not exist."),
    }
}

/// `companyAssignMainContact`.
pub(crate) fn assign_main_contact(
    state: &mut State,
    id: &str,
    contact: &str,
    now: DateTime<Utc>,
) -> Result<Arc<Company>, Vec<UserError>> {
    let mut company = company(state, id)?;
    let of_company =
        number(contact, "CompanyContact").filter(|number| company.contacts.iter().any(|contact| contact.id == *number));
    let Some(main) = of_company else {
        return refuse_with("RESOURCE_NOT_FOUND", &["companyContactId"], "Resource requested does not exist.");
    };
    company.main_contact = Some(main);
    company.updated_at = now;
    Ok(state.put_company(company))
}

/// `companyRevokeMainContact`.
pub(crate) fn revoke_main_contact(
    state: &mut State,
    id: &str,
    now: DateTime<Utc>,
) -> Result<Arc<Company>, Vec<UserError>> {
    let mut company = company(state, id)?;
    company.main_contact = None;
    company.updated_at = now;
    Ok(state.put_company(company))
}

/// `companyContactDelete`: the customer stays.
pub(crate) fn contact_delete(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    let (mut company, place) = of_contact(state, id)?;
    let contact = company.contacts.remove(place);
    company.main_contact = company.main_contact.filter(|main| *main != contact.id);
    company.updated_at = now;
    state.put_company(company);
    Ok(contact.id)
}
