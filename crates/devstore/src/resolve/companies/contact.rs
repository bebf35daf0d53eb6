use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::customer::CustomerObject;
use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use crate::store::company::Company;

/// `CompanyContact`: a customer, by the place in the company.
pub(super) struct ContactObject<'s> {
    pub session: &'s Session,
    pub company: Arc<Company>,
    pub place: usize,
}

impl ObjectValue for ContactObject<'_> {
    fn type_name(&self) -> &str {
        "CompanyContact"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(contact) = self.company.contacts.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("CompanyContact", contact.id),
            "title" => leaf::optional(contact.title.as_deref()),
            "customer" => {
                let customer = self.session.customer(contact.customer);
                let object = |customer| CustomerObject { session: self.session, customer };
                Ok(ResolvedValue::nullable_object(customer.map(object)))
            }
            _ => not_served(self, info),
        }
    }
}
