use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::connection::of_places;
use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::contact::ContactObject;
use super::location::LocationObject;
use super::role::RoleObject;
use crate::store::company::Company;

/// `Company`.
pub(in crate::resolve) struct CompanyObject<'s> {
    pub session: &'s Session,
    pub company: Arc<Company>,
}

impl<'s> CompanyObject<'s> {
    /// The company with this number.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let company = session.read(|state| state.companies.get(&id).map(Arc::clone))?;
        Some(Self { session, company })
    }

    fn contact(&self, place: usize) -> ContactObject<'s> {
        ContactObject { session: self.session, company: Arc::clone(&self.company), place }
    }
}

impl ObjectValue for CompanyObject<'_> {
    fn type_name(&self) -> &str {
        "Company"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, company) = (self.session, &*self.company);
        match info.field_name() {
            "id" => leaf::gid("Company", company.id),
            "name" => leaf::text(&company.name),
            "externalId" => leaf::optional(company.external_id.as_deref()),
            "note" => leaf::optional(company.note.as_deref()),
            "createdAt" => leaf::time(company.created_at),
            "updatedAt" => leaf::time(company.updated_at),
            "customerSince" => leaf::time(company.customer_since),
            "mainContact" => Ok(ResolvedValue::nullable_object(company.main_place().map(|place| self.contact(place)))),
            "contacts" => {
                let ids = company.contacts.iter().map(|contact| contact.id);
                of_places("CompanyContactConnection", "CompanyContactEdge", ids, info, |place| self.contact(place))
            }
            "contactRoles" => {
                let ids = company.roles.iter().map(|role| role.id);
                let role = |place| RoleObject { company: Arc::clone(&self.company), place };
                of_places("CompanyContactRoleConnection", "CompanyContactRoleEdge", ids, info, role)
            }
            "locations" => {
                let ids = company.locations.iter().map(|location| location.id);
                of_places("CompanyLocationConnection", "CompanyLocationEdge", ids, info, move |place| LocationObject {
                    session,
                    company: Arc::clone(&self.company),
                    place,
                })
            }
            _ => not_served(self, info),
        }
    }
}
