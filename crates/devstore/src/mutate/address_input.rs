use serde::Deserialize;
use shopify_schema::provinces;

use crate::store::address::Address;
use crate::store::country;

/// `MailingAddressInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct AddressInput {
    pub address1: Option<String>,
    pub address2: Option<String>,
    pub city: Option<String>,
    pub company: Option<String>,
    pub country: Option<String>,
    pub country_code: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub phone: Option<String>,
    pub province: Option<String>,
    pub province_code: Option<String>,
    pub zip: Option<String>,
}

impl AddressInput {
    pub(crate) fn into_address(self, id: u64) -> Address {
        let country_code =
            self.country_code.or_else(|| self.country.as_deref().and_then(country::code).map(str::to_owned));
        let country = country_code.as_deref().map(|code| country::name(code).to_owned()).or(self.country);
        let (province_code, province) = province(country_code.as_deref(), self.province_code, self.province);
        Address {
            id,
            first_name: self.first_name,
            last_name: self.last_name,
            company: self.company,
            address1: self.address1,
            address2: self.address2,
            city: self.city,
            zip: self.zip,
            province,
            province_code,
            country_code,
            country,
            phone: self.phone,
        }
    }
}

/// The code and the name of a province, whichever of them was given: the other one is known where its country has any.
fn province(country: Option<&str>, code: Option<String>, name: Option<String>) -> (Option<String>, Option<String>) {
    let Some(country) = country else { return (code, name) };
    let known = match (&code, &name) {
        (Some(code), _) => provinces::of_code(country, code),
        (None, Some(name)) => provinces::of_name(country, name),
        (None, None) => None,
    };
    match known {
        Some(known) => (Some(known.code.to_owned()), Some(known.name.to_owned())),
        None => (code, name),
    }
}
