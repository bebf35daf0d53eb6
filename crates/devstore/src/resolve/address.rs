use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::session::{Resolved, not_served};
use crate::store::address::Address;

/// `MailingAddress`.
pub(super) struct MailingAddress(pub Address);

/// An address, or null.
pub(super) fn address<'a>(address: Option<&Address>) -> Resolved<'a> {
    Ok(ResolvedValue::nullable_object(address.cloned().map(MailingAddress)))
}

impl ObjectValue for MailingAddress {
    fn type_name(&self) -> &str {
        "MailingAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let address = &self.0;
        match info.field_name() {
            "id" => leaf::gid("MailingAddress", address.id),
            "firstName" => leaf::optional(address.first_name.as_deref()),
            "lastName" => leaf::optional(address.last_name.as_deref()),
            "name" => leaf::optional(address.name().as_deref()),
            "company" => leaf::optional(address.company.as_deref()),
            "address1" => leaf::optional(address.address1.as_deref()),
            "address2" => leaf::optional(address.address2.as_deref()),
            "city" => leaf::optional(address.city.as_deref()),
            "zip" => leaf::optional(address.zip.as_deref()),
            "province" => leaf::optional(address.province.as_deref()),
            "provinceCode" => leaf::optional(address.province_code.as_deref()),
            "country" => leaf::optional(address.country.as_deref()),
            "countryCodeV2" | "countryCode" => leaf::optional(address.country_code.as_deref()),
            "phone" => leaf::optional(address.phone.as_deref()),
            "coordinatesValidated" => leaf::flag(false),
            "formatted" => {
                let wish =
                    |name, default| info.arguments().get(name).and_then(|value| value.as_bool()).unwrap_or(default);
                leaf::texts(address.formatted(wish("withName", false), wish("withCompany", true)))
            }
            "formattedArea" => {
                let parts = [address.city.as_deref(), address.country.as_deref()];
                leaf::text(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
            }
            _ => not_served(self, info),
        }
    }
}
