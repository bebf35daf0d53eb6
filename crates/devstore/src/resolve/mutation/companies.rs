use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::exactly;
use super::super::companies::CompanyObject;
use super::super::payload::Payload;
use super::super::session::{Resolved, Session};
use crate::mutate::company_create;

/// The mutations of companies.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "companyCreate" => create(session, info),
        _ => return None,
    })
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let input = exactly(info, "input")?;
    let result = session.change(|state| company_create(state, input, session.now));
    Payload::of("CompanyCreatePayload", result)
        .errors_are("BusinessCustomerUserError")
        .object("company", move |company| CompanyObject { session, company: Arc::clone(company) })
        .answer()
}
