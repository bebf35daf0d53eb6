use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::customer_create::filled;
use super::super::user_error::UserError;
use super::contacts::{ContactInput, speaker};
use super::head::{HeadInput, external_id_errors, name_errors};
use super::location::placed;
use super::location_input::{LocationInput, location_errors};
use crate::store::State;
use crate::store::company::{Company, ROLES, Role};

/// `CompanyCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CompanyInput {
    company: HeadInput,
    company_contact: Option<ContactInput>,
    company_location: Option<LocationInput>,
}

/// `companyCreate`: a company with one location, and with a new customer who speaks for it where one is given. Where it says
/// what the company is called and not what the location is, the location is called the same.
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
    let name = company.name.value().map(|name| name.trim().to_owned()).unwrap_or_default();
    let contact =
        company_contact.map(|contact| speaker(state, contact, &["input", "companyContact"], now)).transpose()?;
    let location = placed(state, company_location.unwrap_or_default(), &name, now);
    let roles = ROLES.map(|name| Role { id: state.ids.next(), name: name.to_owned() });
    let company = Company {
        id: state.ids.next(),
        created_at: now,
        updated_at: now,
        customer_since: company.customer_since.unwrap_or(now),
        name,
        external_id: filled(company.external_id.value().cloned()),
        note: filled(company.note.value().cloned()),
        main_contact: contact.as_ref().map(|contact| contact.id),
        contacts: contact.into_iter().collect(),
        roles: roles.into(),
        locations: vec![location],
    };
    Ok(state.put_company(company))
}

fn check(state: &State, input: &CompanyInput) -> Vec<UserError> {
    let name = input.company.name.value().map(String::as_str);
    let mut errors = name_errors(&["input", "company", "name"], name, true);
    let known: Vec<&str> = state.companies.values().filter_map(|company| company.external_id.as_deref()).collect();
    errors.extend(external_id_errors(&["input", "company", "externalId"], input.company.external_id.value(), &known));
    if let Some(location) = &input.company_location {
        errors.extend(location_errors(state, location, &["input", "companyLocation"]));
    }
    if input.company_contact.as_ref().is_some_and(ContactInput::has_no_address) {
        errors.push(UserError::new(&["input", "companyContact", "email"], "Email can't be blank").with_code("BLANK"));
    }
    errors
}
