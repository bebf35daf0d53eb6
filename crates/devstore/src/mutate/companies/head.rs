//! What is said of a company itself.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::customer_create::filled;
use super::super::given::Given;
use super::super::limits::{LONGEST, too_long};
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::company::Company;

/// `CompanyInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct HeadInput {
    pub customer_since: Option<DateTime<Utc>>,
    pub external_id: Given<String>,
    pub name: Given<String>,
    pub note: Given<String>,
}

/// The longest id in another system.
const LONGEST_EXTERNAL_ID: usize = 64;

/// A working copy of the company with this id.
pub(super) fn company(state: &State, id: &str) -> Result<Company, Vec<UserError>> {
    let found = number(id, "Company").and_then(|number| state.companies.get(&number));
    match found {
        Some(company) => Ok(Company::clone(company)),
        None => refuse_with("RESOURCE_NOT_FOUND", &["companyId"], "Resource requested does not exist."),
    }
}

/// `companyUpdate`: what is left out stays.
pub(crate) fn company_update(
    state: &mut State,
    id: &str,
    input: HeadInput,
    now: DateTime<Utc>,
) -> Result<Arc<Company>, Vec<UserError>> {
    let mut company = company(state, id)?;
    let mut errors = name_errors(&["input", "name"], input.name.value().map(String::as_str), input.name == Given::Null);
    let others = state.companies.values().filter(|other| other.id != company.id);
    let known: Vec<&str> = others.filter_map(|other| other.external_id.as_deref()).collect();
    errors.extend(external_id_errors(&["input", "externalId"], input.external_id.value(), &known));
    if !errors.is_empty() {
        return Err(errors);
    }
    if let Given::Value(name) = input.name {
        name.trim().clone_into(&mut company.name);
    }
    input.external_id.put_into(&mut company.external_id);
    input.note.put_into(&mut company.note);
    company.external_id = filled(company.external_id);
    company.note = filled(company.note);
    company.customer_since = input.customer_since.unwrap_or(company.customer_since);
    company.updated_at = now;
    Ok(state.put_company(company))
}

/// What is wrong with a name that is given, or taken away.
pub(super) fn name_errors(field: &[&str], name: Option<&str>, is_taken_away: bool) -> Vec<UserError> {
    match name.map(str::trim) {
        None if !is_taken_away => Vec::new(),
        None | Some("") => vec![UserError::new(field, "Name can't be blank").with_code("BLANK")],
        Some(name) if name.chars().count() > LONGEST => {
            vec![UserError::new(field, too_long("Name", LONGEST)).with_code("TOO_LONG")]
        }
        Some(_) => Vec::new(),
    }
}

/// What is wrong with an id in another system, of which these are taken.
pub(super) fn external_id_errors(field: &[&str], id: Option<&String>, known: &[&str]) -> Vec<UserError> {
    match id {
        Some(id) if known.contains(&id.as_str()) => {
            vec![UserError::new(field, "External Id has already been taken").with_code("TAKEN")]
        }
        Some(id) if id.chars().count() > LONGEST_EXTERNAL_ID => {
            vec![UserError::new(field, too_long("External Id", LONGEST_EXTERNAL_ID)).with_code("TOO_LONG")]
        }
        _ => Vec::new(),
    }
}
