//! The addresses of a document.

use super::read::Printed;
use crate::Language;
use crate::address::Address;

/// The company's.
pub(super) fn company(printed: &Printed) -> Vec<String> {
    let company = &printed.company;
    let country_code = company.country_region_code.as_str();
    let is_at_home = printed.header.bill_to_country_region_code == *country_code;
    let address = Address {
        names: ["", ""],
        contact: None,
        streets: [&company.address, &company.address2],
        post_code: &company.post_code,
        city: &company.city,
        county: &company.county,
        country_code,
        country: if is_at_home { "" } else { name(printed, country_code) },
    };
    address.lines()
}

/// That of whoever pays.
pub(super) fn bill_to(printed: &Printed, language: Language) -> Vec<String> {
    let header = &printed.header;
    let country_code = header.bill_to_country_region_code.as_str();
    let address = Address {
        names: [&header.bill_to_name, &header.bill_to_name2],
        contact: contact(&header.bill_to_contact, &header.bill_to_name, language),
        streets: [&header.bill_to_address, &header.bill_to_address2],
        post_code: &header.bill_to_post_code,
        city: &header.bill_to_city,
        county: &header.bill_to_county,
        country_code,
        country: abroad(printed, country_code),
    };
    address.lines()
}

/// That to which the goods were sent.
pub(super) fn ship_to(printed: &Printed, language: Language) -> Vec<String> {
    let header = &printed.header;
    let country_code = header.ship_to_country_region_code.as_str();
    let address = Address {
        names: [&header.ship_to_name, &header.ship_to_name2],
        contact: contact(&header.ship_to_contact, &header.ship_to_name, language),
        streets: [&header.ship_to_address, &header.ship_to_address2],
        post_code: &header.ship_to_post_code,
        city: &header.ship_to_city,
        county: &header.ship_to_county,
        country_code,
        country: abroad(printed, country_code),
    };
    address.lines()
}

/// Whom to ask for, unless that is the name above.
fn contact(contact: &str, name: &str, language: Language) -> Option<String> {
    let contact = contact.trim();
    (!contact.is_empty() && contact != name.trim()).then(|| format!("{} {contact}", language.words().contact))
}

/// The name of a country that is not the company's own.
fn abroad<'a>(printed: &'a Printed, code: &'a str) -> &'a str {
    if code == printed.company.country_region_code.as_str() { "" } else { name(printed, code) }
}

/// The name of a country; its code, when it is not in the list.
fn name<'a>(printed: &'a Printed, code: &'a str) -> &'a str {
    printed.countries.get(code).map_or(code, String::as_str)
}
