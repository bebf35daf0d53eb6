use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::catalogs::catalogs_of;
use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::address::AddressObject;
use super::company_object::CompanyObject;
use super::settings::{ExperienceObject, TaxSettingsObject};
use crate::store::catalog::Context;
use crate::store::company::{Company, CompanyAddress};

/// `CompanyLocation`, by its place in the company.
pub(in crate::resolve) struct LocationObject<'s> {
    pub session: &'s Session,
    pub company: Arc<Company>,
    pub place: usize,
}

impl<'s> LocationObject<'s> {
    /// The location with this number.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let of = |(company, place): (&Arc<Company>, usize)| (Arc::clone(company), place);
        let (company, place) = session.read(|state| state.company_of(id).map(of))?;
        Some(Self { session, company, place })
    }

    fn address<'a>(&self, address: Option<&CompanyAddress>) -> Resolved<'a> {
        let object = |address| AddressObject { company: Arc::clone(&self.company), address };
        Ok(ResolvedValue::nullable_object(address.cloned().map(object)))
    }
}

impl ObjectValue for LocationObject<'_> {
    fn type_name(&self) -> &str {
        "CompanyLocation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(location) = self.company.locations.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("CompanyLocation", location.id),
            "name" => leaf::text(&location.name),
            "externalId" => leaf::optional(location.external_id.as_deref()),
            "locale" => leaf::optional(location.locale.as_deref()),
            "note" => leaf::optional(location.note.as_deref()),
            "phone" => leaf::optional(location.phone.as_deref()),
            "billingAddress" => self.address(location.billing.as_ref()),
            "shippingAddress" => self.address(location.shipping.as_ref()),
            "buyerExperienceConfiguration" => Ok(ResolvedValue::object(ExperienceObject(location))),
            "taxSettings" => Ok(ResolvedValue::object(TaxSettingsObject(location))),
            "createdAt" => leaf::time(location.created_at),
            "updatedAt" => leaf::time(location.updated_at),
            "currency" => leaf::text(&self.session.shop().currency),
            "company" => {
                let company = Arc::clone(&self.company);
                Ok(ResolvedValue::object(CompanyObject { session: self.session, company }))
            }
            "catalogs" => catalogs_of(
                self.session,
                info,
                ("CatalogConnection", "CatalogEdge"),
                |catalog| matches!(&catalog.context, Context::CompanyLocations(ids) if ids.contains(&location.id)),
            ),
            _ => not_served(self, info),
        }
    }
}
