//! What a customer here says of itself, in Shopify's terms.

use back_office::customers;
use serde::Serialize;
use values::Code;

use super::reason::Reason;
use crate::customers::names::split;
use crate::orders::mapping::Ground;
use crate::shops::options::{CountySource, NameSource};

/// What a customer in Shopify is to say. Blank e-mail addresses, phones and companies say nothing; blank names do not either,
/// but of a person who has one name the other is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Wanted {
    /// The e-mail address.
    pub email: String,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The phone.
    pub phone: String,
    /// The company of the address.
    pub company: String,
    /// The street.
    pub address1: String,
    /// More of it.
    pub address2: String,
    /// The post code.
    pub zip: String,
    /// The city.
    pub city: String,
    /// The country's ISO code.
    pub country: String,
    /// The code of the province; blank for none.
    pub province: String,
}

/// What a customer is to say.
///
/// # Errors
/// Why that can't be said: a country without an ISO code, a county that is no code.
pub(crate) fn wanted(ground: &Ground, customer: &customers::Model) -> Result<Wanted, Reason> {
    let shop = &ground.shop;
    let (first_name, last_name) = split(shop, &customer.name, &customer.name2, &customer.contact);
    let company = match (shop.name_source, shop.name2_source) {
        (NameSource::CompanyName, _) => customer.name.as_str(),
        (_, NameSource::CompanyName) => customer.name2.as_str(),
        _ => "",
    };
    // Whoever has no company has its own name here.
    let is_person =
        [format!("{first_name} {last_name}"), format!("{last_name} {first_name}")].contains(&company.to_owned());
    let company = if is_person { "" } else { company };
    let countries = &ground.mappings.customers;
    let country = countries.iso_code(&customer.country_region_code).ok_or_else(|| {
        let country = countries.or_own(&customer.country_region_code).to_string();
        Reason::NoIsoCode { customer: customer.number.to_string(), country }
    })?;
    Ok(Wanted {
        email: email_of(customer).to_owned(),
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        phone: customer.phone_number.trim().to_owned(),
        company: company.trim().to_owned(),
        address1: customer.address.clone(),
        address2: customer.address2.clone(),
        zip: customer.post_code.clone(),
        city: customer.city.clone(),
        province: province(ground, customer, &country)?,
        country: country.to_string(),
    })
}

/// The first of the e-mail addresses of a customer, which may have several with semicolons or commas between them.
pub(crate) fn email_of(customer: &customers::Model) -> &str {
    let separator = if customer.email.contains(';') { ';' } else { ',' };
    customer.email.split(separator).next().unwrap_or_default().trim()
}

/// The global id of a customer in Shopify.
pub(crate) fn gid(id: i64) -> String {
    format!("gid://shopify/Customer/{id}")
}

/// The code of the province that the county of a customer is; blank where the country has none, or not this one.
fn province(ground: &Ground, customer: &customers::Model, country: &Code<20>) -> Result<String, Reason> {
    let county = customer.county.trim();
    let mut provinces = ground.mappings.provinces(country).peekable();
    if county.is_empty() || provinces.peek().is_none() {
        return Ok(String::new());
    }
    let found = match ground.shop.county_source {
        CountySource::Code if county.chars().count() > 10 => {
            return Err(Reason::CountyTooLong {
                customer: customer.number.to_string(),
                name: customer.name.clone(),
                county: county.to_owned(),
            });
        }
        CountySource::Code => provinces.find(|area| area.county_code == Code::<10>::cut(county)),
        CountySource::Name => {
            let name = county.to_lowercase();
            let all: Vec<_> = provinces.collect();
            let same = all.iter().find(|area| area.county.to_lowercase() == name);
            same.or_else(|| all.iter().find(|area| area.county.to_lowercase().starts_with(&name))).copied()
        }
    };
    Ok(found.map(|area| area.county_code.to_string()).unwrap_or_default())
}
