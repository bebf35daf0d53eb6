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

/// A field that every form of an address has.
pub(super) fn address_field<'a>(address: &Address, name: &str) -> Option<Resolved<'a>> {
    let text = match name {
        "firstName" => &address.first_name,
        "lastName" => &address.last_name,
        "company" => &address.company,
        "address1" => &address.address1,
        "address2" => &address.address2,
        "city" => &address.city,
        "zip" => &address.zip,
        "province" => &address.province,
        "countryCode" | "countryCodeV2" => &address.country_code,
        "phone" => &address.phone,
        _ => return None,
    };
    Some(leaf::optional(text.as_deref()))
}

impl ObjectValue for MailingAddress {
    fn type_name(&self) -> &str {
        "MailingAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let address = &self.0;
        match info.field_name() {
            "id" => leaf::gid("MailingAddress", address.id),
            "name" => leaf::optional(address.name().as_deref()),
            "provinceCode" => leaf::optional(address.province_code.as_deref()),
            "country" => leaf::optional(address.country.as_deref()),
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
            name => address_field(address, name).unwrap_or_else(|| not_served(self, info)),
        }
    }
}
