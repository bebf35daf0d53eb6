use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::store::company::{Company, CompanyAddress};

/// `CompanyAddress`.
pub(in crate::resolve) struct AddressObject {
    pub company: Arc<Company>,
    pub address: CompanyAddress,
}

impl ObjectValue for AddressObject {
    fn type_name(&self) -> &str {
        "CompanyAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let address = &self.address;
        match info.field_name() {
            "id" => leaf::gid("CompanyAddress", address.id),
            "companyName" => leaf::text(&self.company.name),
            "createdAt" | "updatedAt" => leaf::time(address.created_at),
            "address1" => leaf::text(&address.address1),
            "address2" => leaf::optional(address.address2.as_deref()),
            "city" => leaf::optional(address.city.as_deref()),
            "zip" => leaf::optional(address.zip.as_deref()),
            "zoneCode" => leaf::optional(address.zone_code.as_deref()),
            "province" => leaf::optional(address.province()),
            "countryCode" => leaf::text(&address.country_code),
            "country" => leaf::text(address.country()),
            "firstName" => leaf::optional(address.first_name.as_deref()),
            "lastName" => leaf::optional(address.last_name.as_deref()),
            "recipient" => leaf::optional(address.recipient.as_deref()),
            "phone" => leaf::optional(address.phone.as_deref()),
            _ => not_served(self, info),
        }
    }
}
