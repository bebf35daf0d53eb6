use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::catalogs::catalogs_of;
use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::company_object::CompanyObject;
use crate::store::catalog::Context;
use crate::store::company::Company;

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
