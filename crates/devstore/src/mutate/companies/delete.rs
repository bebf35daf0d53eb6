//! Companies and locations that are there no more.

use chrono::{DateTime, Utc};

use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::location::of_location;
use crate::store::State;

/// `companyDelete`: a company that has ordered stays.
pub(crate) fn company_delete(state: &mut State, id: &str) -> Result<u64, Vec<UserError>> {
    let Some(number) = number(id, "Company").filter(|number| state.companies.contains_key(number)) else {
        return refuse_with("RESOURCE_NOT_FOUND", &["id"], "Resource requested does not exist.");
    };
    let ordered =
        state.orders.values().any(|order| order.special.company.as_ref().is_some_and(|company| company.id == number));
    if ordered {
        return refuse_with("FAILED_TO_DELETE", &["id"], "The company has orders and can't be deleted.");
    }
    state.companies.remove(&number);
    Ok(number)
}

/// `companyLocationDelete`: the last one stays, and so does one that has ordered.
pub(crate) fn location_delete(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    const FIELD: &str = "companyLocationId";
    let (mut company, place) = of_location(state, id, FIELD)?;
    if company.locations.len() == 1 {
        return refuse_with("FAILED_TO_DELETE", &[FIELD], "A company must have at least one location.");
    }
    let location = company.locations.remove(place).id;
    let ordered = state
        .orders
        .values()
        .any(|order| order.special.company.as_ref().is_some_and(|company| company.location_id == location));
    if ordered {
        return refuse_with("FAILED_TO_DELETE", &[FIELD], "The location has orders and can't be deleted.");
    }
    for contact in &mut company.contacts {
        contact.assignments.retain(|assignment| assignment.location != location);
    }
    company.updated_at = now;
    state.put_company(company);
    Ok(location)
}
