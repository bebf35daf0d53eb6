use back_office::customers::{Change, NewCustomer};
use values::Code;

use super::names::compose;
use super::staged::{Whole, address};
use crate::orders::import::cut;
use crate::orders::mapping::Ground;
use crate::shops::options::CountySource;

/// Who is to become a customer, or is one already, as Shopify tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The company.
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
    pub country: Code<20>,
    /// The code of the province.
    pub province_code: String,
    /// Its name.
    pub province_name: String,
    /// The phone.
    pub phone: String,
    /// The e-mail address.
    pub email: String,
}

impl Told {
    /// A staged customer at one of its addresses, or without any.
    pub(crate) fn of(whole: &Whole, address: Option<&address::Model>) -> Self {
        let customer = &whole.customer;
        let (first, last) = (&customer.first_name, &customer.last_name);
        let contact = Self { email: customer.email.clone(), ..Self::default() };
        let Some(address) = address else {
            let (first_name, last_name) = (first.clone(), last.clone());
            return Self { first_name, last_name, phone: customer.phone_number.clone(), ..contact };
        };
        let has_names = !(address.first_name.trim().is_empty() && address.last_name.trim().is_empty());
        let (first, last) = if has_names { (&address.first_name, &address.last_name) } else { (first, last) };
        let phone = [&address.phone, &customer.phone_number].into_iter().find(|phone| !phone.trim().is_empty());
        Self {
            first_name: first.clone(),
            last_name: last.clone(),
            company: address.company.clone(),
            address1: address.address1.clone(),
            address2: address.address2.clone(),
            zip: address.zip.to_string(),
            city: address.city.clone(),
            country: Code::cut(address.country_region_code.as_str()),
            province_code: address.province_code.to_string(),
            province_name: address.province_name.clone(),
            phone: phone.cloned().unwrap_or_default(),
            ..contact
        }
    }

    /// A customer of that kind. One of whom the names that the shop card wants are not told is called by another: nobody
    /// finds a customer without a name.
    pub(crate) fn new_customer(&self, ground: &Ground) -> NewCustomer {
        let new = self.customer(ground);
        let person = format!("{} {}", self.first_name, self.last_name);
        let others = [self.company.as_str(), &person, &self.email, &self.phone];
        NewCustomer { name: first_said([new.name.as_str()].into_iter().chain(others)), ..new }
    }

    /// The customer with what is told, and nothing besides.
    fn customer(&self, ground: &Ground) -> NewCustomer {
        let shop = &ground.shop;
        let names = compose(shop, &self.company, &self.first_name, &self.last_name).of_customer();
        let county = match shop.county_source {
            CountySource::Code => &self.province_code,
            CountySource::Name => &self.province_name,
        };
        NewCustomer {
            number: None,
            name: cut(&names.name, 100),
            name2: cut(&names.name2, 50),
            address: cut(&self.address1, 100),
            address2: cut(&self.address2, 50),
            post_code: cut(&self.zip, 20),
            city: cut(&self.city, 50),
            county: cut(county, 30),
            country_region_code: ground.mappings.customers.code(&self.country),
            phone_number: cut(&self.phone, 30),
            email: cut(self.email.trim(), 80),
            rest: Change {
                contact: Some(cut(&names.contact, 100)),
                ..taxed(ground, &self.country, &self.province_name, CountySource::Name)
            },
        }
    }

    /// What changes of a customer that is there. Neither an e-mail address nor a phone is taken away, nor its names by someone
    /// who tells none, and without an address none is either.
    pub(crate) fn change(&self, ground: &Ground) -> Change {
        let new = self.customer(ground);
        let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let contact = Change {
            name: said(&new.name),
            name2: said(&new.name).map(|_| new.name2.clone()),
            contact: new.rest.contact.clone().filter(|_| !new.name.is_empty()),
            phone_number: said(&new.phone_number),
            email: said(&new.email),
            ..new.rest
        };
        // Shopify gives many an address of nothing but a country.
        if [&self.address1, &self.zip, &self.city].into_iter().all(|text| text.trim().is_empty()) {
            return contact;
        }
        Change {
            address: Some(new.address),
            address2: Some(new.address2),
            post_code: Some(new.post_code),
            city: Some(new.city),
            county: Some(new.county),
            country_region_code: Some(new.country_region_code),
            ..contact
        }
    }
}

/// The first of some texts that says anything, as far as it fits a name.
pub(crate) fn first_said<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let said = texts.into_iter().map(str::trim).find(|text| !text.is_empty());
    cut(said.unwrap_or_default(), 100)
}

/// How customers of a place are taxed, where its row among the tax areas says so.
pub(crate) fn taxed(ground: &Ground, country: &Code<20>, county: &str, source: CountySource) -> Change {
    let Some(area) = ground.mappings.tax_area(country, county, source) else { return Change::default() };
    let tax_area = area.tax_area_code.non_blank();
    Change {
        tax_area_code: tax_area.cloned(),
        tax_liable: tax_area.map(|_| area.tax_liable),
        vat_business_posting_group: area.vat_bus_posting_group.non_blank().cloned(),
        ..Change::default()
    }
}
