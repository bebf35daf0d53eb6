//! What contacts may do.

use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::company_object::CompanyObject;
use super::contact::ContactObject;
use super::location::LocationObject;
use crate::store::company::Company;

/// `CompanyContactRole`, by its place in the company.
pub(super) struct RoleObject {
    pub company: Arc<Company>,
    pub place: usize,
}

impl ObjectValue for RoleObject {
    fn type_name(&self) -> &str {
        "CompanyContactRole"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(role) = self.company.roles.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("CompanyContactRole", role.id),
            "name" => leaf::text(&role.name),
            _ => not_served(self, info),
        }
    }
}

/// `CompanyContactRoleAssignment`, by the places of the contact in the company and of the assignment in the contact.
pub(in crate::resolve) struct AssignmentObject<'s> {
    pub session: &'s Session,
    pub company: Arc<Company>,
    pub contact: usize,
    pub assignment: usize,
}

impl ObjectValue for AssignmentObject<'_> {
    fn type_name(&self) -> &str {
        "CompanyContactRoleAssignment"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, company) = (self.session, &self.company);
        let contact = company.contacts.get(self.contact);
        let Some(one) = contact.and_then(|contact| contact.assignments.get(self.assignment)) else {
            return Ok(ResolvedValue::null());
        };
        match info.field_name() {
            "id" => leaf::gid("CompanyContactRoleAssignment", one.id),
            "createdAt" | "updatedAt" => leaf::time(one.created_at),
            "company" => Ok(ResolvedValue::object(CompanyObject { session, company: Arc::clone(company) })),
            "companyContact" => {
                let place = self.contact;
                Ok(ResolvedValue::object(ContactObject { session, company: Arc::clone(company), place }))
            }
            "companyLocation" => {
                let place = company.locations.iter().position(|location| location.id == one.location);
                let object = |place| LocationObject { session, company: Arc::clone(company), place };
                Ok(ResolvedValue::nullable_object(place.map(object)))
            }
            "role" => {
                let place = company.roles.iter().position(|role| role.id == one.role);
                let object = |place| RoleObject { company: Arc::clone(company), place };
                Ok(ResolvedValue::nullable_object(place.map(object)))
            }
            _ => not_served(self, info),
        }
    }
}
