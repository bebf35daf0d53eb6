use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::arguments::{flag, ids, input, string};
use super::super::companies::AssignmentObject;
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session};
use crate::mutate::{Assigned, UserError, assign_role, assign_roles, assign_roles_at, revoke_roles, revoke_roles_at};

/// The errors of all of them.
const ERROR: &str = "BusinessCustomerUserError";

/// The mutations of what contacts of companies may do.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "companyContactAssignRole" => one(session, info),
        "companyContactAssignRoles" => of_contact(session, info),
        "companyContactRevokeRole" => revoke_one(session, info),
        "companyContactRevokeRoles" => revoke_of_contact(session, info),
        "companyLocationAssignRoles" => at_location(session, info),
        "companyLocationRevokeRoles" => {
            let (location, ids) = (argument(info, "companyLocationId"), ids(info, "rolesToRevoke"));
            let result = session.change(|state| revoke_roles_at(state, &location, &ids, session.now));
            revoked("CompanyLocationRevokeRolesPayload", result)
        }
        _ => return None,
    })
}

fn argument(info: &ResolveInfo<'_>, name: &str) -> String {
    string(info, name).unwrap_or_default()
}

fn one<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (contact, role) = (argument(info, "companyContactId"), argument(info, "companyContactRoleId"));
    let location = argument(info, "companyLocationId");
    let result = session.change(|state| assign_role(state, &contact, &role, &location, session.now));
    Payload::of("CompanyContactAssignRolePayload", result)
        .errors_are(ERROR)
        .nullable("companyContactRoleAssignment", move |made| objects(session, made).into_iter().next())
        .answer()
}

fn of_contact<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (contact, roles): (_, Vec<_>) = (argument(info, "companyContactId"), input(info, "rolesToAssign")?);
    let result = session.change(|state| assign_roles(state, &contact, &roles, session.now));
    assigned(session, "CompanyContactAssignRolesPayload", result)
}

fn at_location<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (location, roles): (_, Vec<_>) = (argument(info, "companyLocationId"), input(info, "rolesToAssign")?);
    let result = session.change(|state| assign_roles_at(state, &location, &roles, session.now));
    assigned(session, "CompanyLocationAssignRolesPayload", result)
}

fn objects<'s>(session: &'s Session, (company, places): &Assigned) -> Vec<AssignmentObject<'s>> {
    let object = |(contact, assignment): &(usize, usize)| AssignmentObject {
        session,
        company: Arc::clone(company),
        contact: *contact,
        assignment: *assignment,
    };
    places.iter().map(object).collect()
}

fn assigned<'a>(session: &'a Session, payload: &'static str, result: Result<Assigned, Vec<UserError>>) -> Resolved<'a> {
    let made = move |made: &Assigned| {
        let objects = objects(session, made).into_iter();
        Part::Objects(objects.map(|object| Box::new(object) as Box<dyn ObjectValue + 'a>).collect())
    };
    Payload::of(payload, result).errors_are(ERROR).part("roleAssignments", made).answer()
}

fn revoke_one<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    const FIELD: &str = "companyContactRoleAssignmentId";
    let (contact, assignment) = (argument(info, "companyContactId"), argument(info, FIELD));
    let result = session.change(|state| revoke_roles(state, &contact, Some(&[assignment]), FIELD, session.now));
    Payload::of("CompanyContactRevokeRolePayload", result)
        .errors_are(ERROR)
        .part("revokedCompanyContactRoleAssignmentId", |gone| match gone.first() {
            Some(id) => Part::Text(gid(*id)),
            None => Part::Object(None),
        })
        .answer()
}

fn revoke_of_contact<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    const FIELD: &str = "roleAssignmentIds";
    let (contact, named) = (argument(info, "companyContactId"), ids(info, FIELD));
    let ids = (!flag(info, "revokeAll")).then_some(named.as_slice());
    let result = if ids.is_some_and(<[_]>::is_empty) {
        let text = "Either revokeAll or roleAssignmentIds must be given.";
        Err(vec![UserError::new(&[FIELD], text).with_code("REQUIRED")])
    } else {
        session.change(|state| revoke_roles(state, &contact, ids, FIELD, session.now))
    };
    revoked("CompanyContactRevokeRolesPayload", result)
}

fn revoked<'a>(payload: &'static str, result: Result<Vec<u64>, Vec<UserError>>) -> Resolved<'a> {
    let ids = |gone: &Vec<u64>| Part::Texts(gone.iter().copied().map(gid).collect());
    Payload::of(payload, result).errors_are(ERROR).part("revokedRoleAssignmentIds", ids).answer()
}

fn gid(id: u64) -> String {
    format!("gid://shopify/CompanyContactRoleAssignment/{id}")
}
