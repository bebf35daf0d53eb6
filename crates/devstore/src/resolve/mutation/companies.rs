use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::arguments::{exactly, ids, input, string};
use super::super::companies::{AddressObject, CompanyObject, ContactObject, LocationObject};
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session};
use crate::mutate::{
    LocationUpdate, TaxSettings, UserError, assign_address, assign_main_contact, company_create, company_delete,
    company_update, contact_create, contact_delete, contact_of_customer, contact_update, location_create,
    location_delete, location_update, revoke_main_contact, tax_settings_update,
};
use crate::store::company::Company;

/// The errors of all of them.
const ERROR: &str = "BusinessCustomerUserError";

/// The mutations of companies.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "companyAssignCustomerAsContact" => {
            let (id, customer) = (argument(info, "companyId"), argument(info, "customerId"));
            let result = session.change(|state| contact_of_customer(state, &id, &customer, session.now));
            contact(session, "CompanyAssignCustomerAsContactPayload", result)
        }
        "companyAssignMainContact" => {
            let (id, main) = (argument(info, "companyId"), argument(info, "companyContactId"));
            let result = session.change(|state| assign_main_contact(state, &id, &main, session.now));
            company(session, "CompanyAssignMainContactPayload", result)
        }
        "companyContactCreate" => added_contact(session, info),
        "companyContactDelete" => {
            let id = argument(info, "companyContactId");
            let result = session.change(|state| contact_delete(state, &id, session.now));
            deleted("CompanyContactDeletePayload", ("deletedCompanyContactId", "CompanyContact"), result)
        }
        "companyContactUpdate" => changed_contact(session, info),
        "companyCreate" => create(session, info),
        "companyDelete" => {
            let id = argument(info, "id");
            let result = session.change(|state| company_delete(state, &id));
            deleted("CompanyDeletePayload", ("deletedCompanyId", "Company"), result)
        }
        "companyLocationAssignAddress" => addresses(session, info),
        "companyLocationCreate" => added_location(session, info),
        "companyLocationDelete" => {
            let id = argument(info, "companyLocationId");
            let result = session.change(|state| location_delete(state, &id, session.now));
            deleted("CompanyLocationDeletePayload", ("deletedCompanyLocationId", "CompanyLocation"), result)
        }
        "companyLocationTaxSettingsUpdate" => tax_settings(session, info),
        "companyLocationUpdate" => changed_location(session, info),
        "companyRevokeMainContact" => {
            let id = argument(info, "companyId");
            let result = session.change(|state| revoke_main_contact(state, &id, session.now));
            company(session, "CompanyRevokeMainContactPayload", result)
        }
        "companyUpdate" => update(session, info),
        _ => return None,
    })
}

fn argument(info: &ResolveInfo<'_>, name: &str) -> String {
    string(info, name).unwrap_or_default()
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let given = input(info, "input")?;
    company(session, "CompanyCreatePayload", session.change(|state| company_create(state, given, session.now)))
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (id, given) = (argument(info, "companyId"), exactly(info, "input")?);
    company(session, "CompanyUpdatePayload", session.change(|state| company_update(state, &id, given, session.now)))
}

fn company<'a>(
    session: &'a Session,
    payload: &'static str,
    result: Result<Arc<Company>, Vec<UserError>>,
) -> Resolved<'a> {
    Payload::of(payload, result)
        .errors_are(ERROR)
        .object("company", move |company| CompanyObject { session, company: Arc::clone(company) })
        .answer()
}

fn added_contact<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (id, given) = (argument(info, "companyId"), input(info, "input")?);
    let result = session.change(|state| contact_create(state, &id, given, session.now));
    contact(session, "CompanyContactCreatePayload", result)
}

fn changed_contact<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (id, given) = (argument(info, "companyContactId"), exactly(info, "input")?);
    let result = session.change(|state| contact_update(state, &id, given, session.now));
    contact(session, "CompanyContactUpdatePayload", result)
}

fn contact<'a>(
    session: &'a Session,
    payload: &'static str,
    result: Result<(Arc<Company>, usize), Vec<UserError>>,
) -> Resolved<'a> {
    let object = move |(company, place): &(Arc<Company>, usize)| ContactObject {
        session,
        company: Arc::clone(company),
        place: *place,
    };
    Payload::of(payload, result).errors_are(ERROR).object("companyContact", object).answer()
}

fn addresses<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (id, given, types) = (argument(info, "locationId"), input(info, "address")?, ids(info, "addressTypes"));
    let result = session.change(|state| assign_address(state, &id, given, &types, session.now));
    Payload::of("CompanyLocationAssignAddressPayload", result)
        .errors_are(ERROR)
        .part("addresses", |made| {
            let object = |(company, address): &(Arc<Company>, _)| {
                let (company, address) = (Arc::clone(company), Clone::clone(address));
                Box::new(AddressObject { company, address }) as Box<dyn ObjectValue>
            };
            Part::Objects(made.iter().map(object).collect())
        })
        .answer()
}

fn added_location<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (id, given) = (argument(info, "companyId"), input(info, "input")?);
    let result = session.change(|state| location_create(state, &id, given, session.now));
    location(session, "CompanyLocationCreatePayload", result)
}

fn changed_location<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (id, given): (_, LocationUpdate) = (argument(info, "companyLocationId"), exactly(info, "input")?);
    let result = session.change(|state| location_update(state, &id, given, session.now));
    location(session, "CompanyLocationUpdatePayload", result)
}

fn tax_settings<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = argument(info, "companyLocationId");
    let settings = TaxSettings {
        tax_registration_id: string(info, "taxRegistrationId"),
        tax_exempt: info.arguments().get("taxExempt").and_then(|value| value.as_bool()),
        assign: ids(info, "exemptionsToAssign"),
        remove: ids(info, "exemptionsToRemove"),
    };
    let result = session.change(|state| tax_settings_update(state, &id, settings, session.now));
    location(session, "CompanyLocationTaxSettingsUpdatePayload", result)
}

fn location<'a>(
    session: &'a Session,
    payload: &'static str,
    result: Result<(Arc<Company>, usize), Vec<UserError>>,
) -> Resolved<'a> {
    let object = move |(company, place): &(Arc<Company>, usize)| LocationObject {
        session,
        company: Arc::clone(company),
        place: *place,
    };
    Payload::of(payload, result).errors_are(ERROR).object("companyLocation", object).answer()
}

fn deleted<'a>(
    payload: &'static str,
    (field, kind): (&'static str, &'static str),
    result: Result<u64, Vec<UserError>>,
) -> Resolved<'a> {
    let id = move |id: &u64| Part::Text(format!("gid://shopify/{kind}/{id}"));
    Payload::of(payload, result).errors_are(ERROR).part(field, id).answer()
}
