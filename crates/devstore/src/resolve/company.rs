//! The company that buys, and where.

use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::customer::CustomerObject;
use super::leaf;
use super::session::{Resolved, Session, not_served};
use crate::store::customer::Customer;
use crate::store::special::BuyingCompany;

/// `PurchasingCompany`, and the objects that it has: each has what the company has.
#[derive(Clone)]
pub(super) struct Buyer<'o> {
    pub session: &'o Session,
    pub company: &'o BuyingCompany,
    /// Who speaks for it.
    pub customer: Option<Arc<Customer>>,
}

impl ObjectValue for Buyer<'_> {
    fn type_name(&self) -> &str {
        "PurchasingCompany"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "company" => Ok(ResolvedValue::object(Company(self.clone()))),
            "contact" => self.contact(),
            "location" => Ok(ResolvedValue::object(CompanyLocation(self.company))),
            _ => not_served(self, info),
        }
    }
}

impl Buyer<'_> {
    fn contact<'a>(&'a self) -> Resolved<'a> {
        let contact = |customer: &Arc<Customer>| CompanyContact {
            session: self.session,
            id: self.company.contact_id,
            customer: Arc::clone(customer),
        };
        Ok(ResolvedValue::nullable_object(self.customer.as_ref().map(contact)))
    }
}

/// `Company`.
struct Company<'o>(Buyer<'o>);

impl ObjectValue for Company<'_> {
    fn type_name(&self) -> &str {
        "Company"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let company = self.0.company;
        match info.field_name() {
            "id" => leaf::gid("Company", company.id),
            "name" => leaf::text(&company.name),
            "externalId" => leaf::optional(company.external_id.as_deref()),
            "mainContact" => self.0.contact(),
            _ => not_served(self, info),
        }
    }
}

/// `CompanyContact`.
struct CompanyContact<'o> {
    session: &'o Session,
    id: u64,
    customer: Arc<Customer>,
}

impl ObjectValue for CompanyContact<'_> {
    fn type_name(&self) -> &str {
        "CompanyContact"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("CompanyContact", self.id),
            "customer" => {
                let customer = Arc::clone(&self.customer);
                Ok(ResolvedValue::object(CustomerObject { session: self.session, customer }))
            }
            _ => not_served(self, info),
        }
    }
}

/// `CompanyLocation`.
struct CompanyLocation<'o>(&'o BuyingCompany);

impl ObjectValue for CompanyLocation<'_> {
    fn type_name(&self) -> &str {
        "CompanyLocation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("CompanyLocation", self.0.location_id),
            "name" => leaf::text(&self.0.location_name),
            _ => not_served(self, info),
        }
    }
}
