//! What the people who speak for a company may do at its locations.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::contacts::{Assigned, of_contact};
use super::location::of_location;
use crate::store::State;
use crate::store::company::{Assignment, Company};

/// `CompanyContactRoleAssign`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RoleOfContact {
    company_contact_role_id: String,
    company_location_id: String,
}

/// `CompanyLocationRoleAssign`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RoleAtLocation {
    company_contact_id: String,
    company_contact_role_id: String,
}

/// `companyContactAssignRole`: a contact has one role at a location.
pub(crate) fn assign_role(
    state: &mut State,
    contact: &str,
    role: &str,
    location: &str,
    now: DateTime<Utc>,
) -> Result<Assigned, Vec<UserError>> {
    let (mut company, place) = of_contact(state, contact)?;
    let location = location_of(&company, location, &["companyLocationId"])?;
    let wanted = Wanted { contact: place, role, location, path: &[], other: "companyLocationId" };
    let made = assign(state, &mut company, &wanted, now)?;
    company.updated_at = now;
    Ok((state.put_company(company), vec![made]))
}

/// `companyContactAssignRoles`: all of them, or none.
pub(crate) fn assign_roles(
    state: &mut State,
    contact: &str,
    roles: &[RoleOfContact],
    now: DateTime<Utc>,
) -> Result<Assigned, Vec<UserError>> {
    let (mut company, contact) = of_contact(state, contact)?;
    let mut made = Vec::new();
    for (row, given) in roles.iter().enumerate() {
        let row = row.to_string();
        let (path, other) = ([ROWS, row.as_str()], "companyLocationId");
        let location = location_of(&company, &given.company_location_id, &[ROWS, &row, other])?;
        let wanted = Wanted { contact, role: &given.company_contact_role_id, location, path: &path, other };
        made.push(assign(state, &mut company, &wanted, now)?);
    }
    company.updated_at = now;
    Ok((state.put_company(company), made))
}

/// `companyLocationAssignRoles`: all of them, or none.
pub(crate) fn assign_roles_at(
    state: &mut State,
    location: &str,
    roles: &[RoleAtLocation],
    now: DateTime<Utc>,
) -> Result<Assigned, Vec<UserError>> {
    let (mut company, place) = of_location(state, location, "companyLocationId")?;
    let location = company.locations.get(place).map(|location| location.id).unwrap_or_default();
    let mut made = Vec::new();
    for (row, given) in roles.iter().enumerate() {
        let row = row.to_string();
        let (path, other) = ([ROWS, row.as_str()], "companyContactId");
        let id = number(&given.company_contact_id, "CompanyContact");
        let Some(contact) = company.contacts.iter().position(|contact| Some(contact.id) == id) else {
            return missing(&[ROWS, &row, other]);
        };
        let wanted = Wanted { contact, role: &given.company_contact_role_id, location, path: &path, other };
        made.push(assign(state, &mut company, &wanted, now)?);
    }
    company.updated_at = now;
    Ok((state.put_company(company), made))
}

/// The argument with the roles of a call that assigns several.
const ROWS: &str = "rolesToAssign";

fn missing<T>(field: &[&str]) -> Result<T, Vec<UserError>> {
    refuse_with("RESOURCE_NOT_FOUND", field, "Resource requested does not exist.")
}

fn location_of(company: &Company, id: &str, field: &[&str]) -> Result<u64, Vec<UserError>> {
    let found = number(id, "CompanyLocation").filter(|id| company.locations.iter().any(|known| known.id == *id));
    found.map_or_else(|| missing(field), Ok)
}

/// A role that a contact is to have at a location.
struct Wanted<'w> {
    /// The contact's place in the company.
    contact: usize,
    role: &'w str,
    location: u64,
    /// Where the input names the role, and what names the other end there.
    path: &'w [&'w str],
    other: &'w str,
}

/// Gives a role; tells the places of the contact in the company and of the role in the contact.
fn assign(
    state: &mut State,
    company: &mut Company,
    wanted: &Wanted<'_>,
    now: DateTime<Utc>,
) -> Result<(usize, usize), Vec<UserError>> {
    let at = |field| [wanted.path, &[field]].concat();
    let role = number(wanted.role, "CompanyContactRole");
    let role = role.filter(|id| company.roles.iter().any(|known| known.id == *id));
    let (Some(role), Some(contact)) = (role, company.contacts.get_mut(wanted.contact)) else {
        return missing(&at("companyContactRoleId"));
    };
    let location = wanted.location;
    if contact.assignments.iter().any(|assignment| assignment.location == location) {
        let text = "Company contact has already been assigned a role in that company location.";
        return refuse_with("LIMIT_REACHED", &at(wanted.other), text);
    }
    contact.assignments.push(Assignment { id: state.ids.next(), created_at: now, role, location });
    Ok((wanted.contact, contact.assignments.len() - 1))
}

/// `companyContactRevokeRole` and `companyContactRevokeRoles`: these of a contact, by their ids, or all where none is named.
/// All of them are taken, or none.
pub(crate) fn revoke_roles(
    state: &mut State,
    contact: &str,
    ids: Option<&[String]>,
    field: &str,
    now: DateTime<Utc>,
) -> Result<Vec<u64>, Vec<UserError>> {
    let (mut company, place) = of_contact(state, contact)?;
    let of_contact = company.contacts.get(place).into_iter().flat_map(|contact| &contact.assignments);
    let held: Vec<u64> = of_contact.map(|one| one.id).collect();
    let gone = ids.map_or_else(|| Ok(held.clone()), |ids| named(ids, &held, field))?;
    take(&mut company, &gone);
    company.updated_at = now;
    state.put_company(company);
    Ok(gone)
}

/// `companyLocationRevokeRoles`: all of them, or none.
pub(crate) fn revoke_roles_at(
    state: &mut State,
    location: &str,
    ids: &[String],
    now: DateTime<Utc>,
) -> Result<Vec<u64>, Vec<UserError>> {
    let (mut company, place) = of_location(state, location, "companyLocationId")?;
    let location = company.locations.get(place).map(|location| location.id);
    let of_all = company.contacts.iter().flat_map(|contact| &contact.assignments);
    let held: Vec<u64> = of_all.filter(|one| Some(one.location) == location).map(|one| one.id).collect();
    let gone = named(ids, &held, "rolesToRevoke")?;
    take(&mut company, &gone);
    company.updated_at = now;
    state.put_company(company);
    Ok(gone)
}

/// The assignments that are named, which are all among these.
fn named(ids: &[String], held: &[u64], field: &str) -> Result<Vec<u64>, Vec<UserError>> {
    let number = |id: &String| number(id, "CompanyContactRoleAssignment").filter(|id| held.contains(id));
    ids.iter().map(|id| number(id).map_or_else(|| missing(&[field]), Ok)).collect()
}

fn take(company: &mut Company, gone: &[u64]) {
    for contact in &mut company.contacts {
        contact.assignments.retain(|one| !gone.contains(&one.id));
    }
}
