use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::customer_create::{CustomerInput, customer_create, filled};
use super::super::products::LONGEST;
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::company::{Company, CompanyLocation, Contact};

/// `CompanyCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CompanyInput {
    company: HeadInput,
    company_contact: Option<ContactInput>,
    company_location: Option<LocationInput>,
}

/// `CompanyInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct HeadInput {
    customer_since: Option<DateTime<Utc>>,
    external_id: Option<String>,
    name: Option<String>,
    note: Option<String>,
}

/// `CompanyContactInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct ContactInput {
    email: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    locale: Option<String>,
    phone: Option<String>,
    title: Option<String>,
}

/// `CompanyLocationInput`, as far as it is kept.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct LocationInput {
    external_id: Option<String>,
    name: Option<String>,
}

/// The longest id in another system.
const LONGEST_EXTERNAL_ID: usize = 64;

/// `companyCreate`: a company with one location, and with a new customer who speaks for it where one is given.
pub(crate) fn company_create(
    state: &mut State,
    input: CompanyInput,
    now: DateTime<Utc>,
) -> Result<Arc<Company>, Vec<UserError>> {
    let errors = check(state, &input);
    if !errors.is_empty() {
        return Err(errors);
    }
    let CompanyInput { company, company_contact, company_location } = input;
    let name = company.name.unwrap_or_default().trim().to_owned();
    let contacts = company_contact.map(|contact| speaker(state, contact, now)).transpose()?;
    let location = company_location.unwrap_or_default();
    let location = CompanyLocation {
        id: state.ids.next(),
        created_at: now,
        updated_at: now,
        name: filled(location.name).unwrap_or_else(|| name.clone()),
        external_id: filled(location.external_id),
    };
    let company = Company {
        id: state.ids.next(),
        created_at: now,
        updated_at: now,
        customer_since: company.customer_since.unwrap_or(now),
        name,
        external_id: filled(company.external_id),
        note: filled(company.note),
        contacts: contacts.into_iter().collect(),
        locations: vec![location],
    };
    Ok(state.put_company(company))
}

fn check(state: &State, input: &CompanyInput) -> Vec<UserError> {
    let mut errors = Vec::new();
    let mut say = |part: &str, field: &str, message: &str, code| {
        errors.push(UserError::new(&["input", part, field], message).with_code(code));
    };
    match input.company.name.as_deref().map(str::trim) {
        None | Some("") => say("company", "name", "Name can't be blank", "BLANK"),
        Some(name) if name.chars().count() > LONGEST => {
            say("company", "name", "Name is too long (maximum is 255 characters)", "TOO_LONG");
        }
        Some(_) => {}
    }
    let companies = state.companies.values();
    let known: Vec<&str> = companies.clone().filter_map(|company| company.external_id.as_deref()).collect();
    let locations = companies.flat_map(|company| &company.locations);
    let known_of_locations: Vec<&str> = locations.filter_map(|location| location.external_id.as_deref()).collect();
    let of_location = input.company_location.as_ref().and_then(|location| location.external_id.as_ref());
    for (part, id, known) in
        [("company", input.company.external_id.as_ref(), known), ("companyLocation", of_location, known_of_locations)]
    {
        match id {
            Some(id) if known.contains(&id.as_str()) => {
                say(part, "externalId", "External Id has already been taken", "TAKEN");
            }
            Some(id) if id.chars().count() > LONGEST_EXTERNAL_ID => {
                say(part, "externalId", "External Id is too long (maximum is 64 characters)", "TOO_LONG");
            }
            _ => {}
        }
    }
    if input.company_contact.as_ref().is_some_and(|contact| filled(contact.email.clone()).is_none()) {
        say("companyContact", "email", "Email can't be blank", "BLANK");
    }
    errors
}

/// The customer who speaks for a company; a new one.
fn speaker(state: &mut State, input: ContactInput, now: DateTime<Utc>) -> Result<Contact, Vec<UserError>> {
    let ContactInput { email, first_name, last_name, locale, phone, title } = input;
    let customer = CustomerInput { email, first_name, last_name, locale, phone, ..CustomerInput::default() };
    let customer = customer_create(state, customer, now).map_err(|errors| {
        let moved = errors.into_iter().map(|error| {
            let steps = ["input", "companyContact"].into_iter().map(str::to_owned);
            let code = if error.message.ends_with("taken") { "TAKEN" } else { "INVALID" };
            UserError { field: steps.chain(error.field).collect(), message: error.message, code: Some(code) }
        });
        moved.collect::<Vec<_>>()
    })?;
    Ok(Contact { id: state.ids.next(), customer: customer.id, title: filled(title) })
}
