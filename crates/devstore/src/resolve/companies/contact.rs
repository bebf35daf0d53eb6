use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::connection::of_places;
use super::super::customer::CustomerObject;
use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::company_object::CompanyObject;
use super::role::AssignmentObject;
use crate::store::company::Company;

/// `CompanyContact`: a customer, by the place in the company.
pub(in crate::resolve) struct ContactObject<'s> {
    pub session: &'s Session,
    pub company: Arc<Company>,
    pub place: usize,
}

impl ObjectValue for ContactObject<'_> {
    fn type_name(&self) -> &str {
        "CompanyContact"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, company) = (self.session, &self.company);
        let Some(contact) = company.contacts.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("CompanyContact", contact.id),
            "title" => leaf::optional(contact.title.as_deref()),
            "isMainContact" => leaf::flag(company.main_contact == Some(contact.id)),
            "createdAt" => leaf::time(contact.created_at),
            "updatedAt" => leaf::time(contact.updated_at),
            "company" => Ok(ResolvedValue::object(CompanyObject { session, company: Arc::clone(company) })),
            "customer" => {
                let customer = session.customer(contact.customer);
                let object = |customer| CustomerObject { session, customer };
                Ok(ResolvedValue::nullable_object(customer.map(object)))
            }
            "roleAssignments" => {
                let ids = contact.assignments.iter().map(|assignment| assignment.id);
                let (connection, edge) = ("CompanyContactRoleAssignmentConnection", "CompanyContactRoleAssignmentEdge");
                of_places(connection, edge, ids, info, move |assignment| AssignmentObject {
                    session,
                    company: Arc::clone(&self.company),
                    contact: self.place,
                    assignment,
                })
            }
            _ => not_served(self, info),
        }
    }
}
