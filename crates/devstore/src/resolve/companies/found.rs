use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::string;
use super::super::connection::{Window, connection};
use super::super::cursor::{Position, SortValue};
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::company_object::CompanyObject;
use super::location::LocationObject;
use crate::search::{COMPANIES, COMPANY_LOCATIONS, LocationRow};
use crate::store::company::{Company, CompanyLocation};

/// The connection `companies`.
pub(in crate::resolve) fn companies<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &COMPANIES)?;
    let sort = string(info, "sortKey");
    let value = |company: &Company| match sort.as_deref() {
        Some("NAME") => SortValue::Text(company.name.clone()),
        Some("CREATED_AT") => SortValue::Number(company.created_at.timestamp_millis()),
        Some("UPDATED_AT") => SortValue::Number(company.updated_at.timestamp_millis()),
        Some("SINCE_DATE") => SortValue::Number(company.customer_since.timestamp_millis()),
        _ => number(company.id),
    };
    let page = session.read(|state| {
        let rows = state.companies.values().filter(|company| search.matches(company));
        window.page(rows.map(|row| (Position { value: value(row), id: row.id }, Arc::clone(row))))
    });
    connection("CompanyConnection", "CompanyEdge", page, move |company: &Arc<Company>| CompanyObject {
        session,
        company: Arc::clone(company),
    })
}

/// The connection `companyLocations`, of every company.
pub(in crate::resolve) fn company_locations<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &COMPANY_LOCATIONS)?;
    let sort = string(info, "sortKey");
    let value = |company: &Company, location: &CompanyLocation| match sort.as_deref() {
        Some("NAME") => SortValue::Text(location.name.clone()),
        Some("COMPANY_AND_LOCATION_NAME") => SortValue::Text(format!("{} {}", company.name, location.name)),
        Some("COMPANY_ID") => number(company.id),
        Some("CREATED_AT") => SortValue::Number(location.created_at.timestamp_millis()),
        Some("UPDATED_AT") => SortValue::Number(location.updated_at.timestamp_millis()),
        _ => number(location.id),
    };
    let page = session.read(|state| {
        let of = |company: &Arc<Company>| {
            let company = Arc::clone(company);
            (0..company.locations.len()).map(move |place| LocationRow { company: Arc::clone(&company), place })
        };
        let rows = state.companies.values().flat_map(of).filter(|row| search.matches(row));
        window.page(rows.filter_map(|row| {
            let location = row.location()?;
            Some((Position { value: value(&row.company, location), id: location.id }, row))
        }))
    });
    connection("CompanyLocationConnection", "CompanyLocationEdge", page, move |row: &LocationRow| LocationObject {
        session,
        company: Arc::clone(&row.company),
        place: row.place,
    })
}

fn number(id: u64) -> SortValue {
    SortValue::Number(i64::try_from(id).unwrap_or(i64::MAX))
}
