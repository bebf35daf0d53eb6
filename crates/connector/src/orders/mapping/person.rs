//! One of the parties of an order, as the order tells it: who buys, or who pays.

use back_office::customers::{Change, NewCustomer};
use values::Code;

use super::{Ground, buyer};
use crate::customers::staged::Whole;
use crate::customers::told::{Told, first_said, taxed};
use crate::orders::staged::order;

/// Whom of an order is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Party {
    /// Who buys.
    SellTo,
    /// Who pays.
    BillTo,
}

/// What an order tells of one of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person<'a> {
    pub name: &'a str,
    pub name2: &'a str,
    pub contact: &'a str,
    pub address: &'a str,
    pub address2: &'a str,
    pub post_code: &'a str,
    pub city: &'a str,
    pub county: &'a str,
    /// The country's ISO code.
    pub country: &'a Code<20>,
}

impl<'a> Person<'a> {
    /// That party of an order.
    pub(super) fn of(order: &'a order::Model, party: Party) -> Self {
        match party {
            Party::SellTo => Self {
                name: &order.sell_to_customer_name,
                name2: &order.sell_to_customer_name2,
                contact: &order.sell_to_contact_name,
                address: &order.sell_to_address,
                address2: &order.sell_to_address2,
                post_code: &order.sell_to_post_code,
                city: &order.sell_to_city,
                county: &order.sell_to_county,
                country: &order.sell_to_country_region_code,
            },
            Party::BillTo => Self {
                name: &order.bill_to_name,
                name2: &order.bill_to_name2,
                contact: &order.bill_to_contact_name,
                address: &order.bill_to_address,
                address2: &order.bill_to_address2,
                post_code: &order.bill_to_post_code,
                city: &order.bill_to_city,
                county: &order.bill_to_county,
                country: &order.bill_to_country_region_code,
            },
        }
    }

    /// Whether the order names nobody there.
    pub(super) fn is_nameless(&self) -> bool {
        self.name.is_empty() && self.name2.is_empty()
    }

    /// The customer that is made of it, with the e-mail address and the phone of the order.
    pub(super) fn new_customer(&self, ground: &Ground, order: &order::Model, whole: Option<&Whole>) -> NewCustomer {
        let (email, phone) = buyer::email_and_phone(order, whole.map(|whole| &whole.customer));
        let (name, name2, contact) = match self.name {
            "" => (self.contact, "", ""),
            name => (name, self.name2, self.contact),
        };
        NewCustomer {
            number: None,
            // Nobody finds a customer without a name.
            name: first_said([name, self.name2, email, phone]),
            name2: name2.to_owned(),
            address: self.address.to_owned(),
            address2: self.address2.to_owned(),
            post_code: self.post_code.to_owned(),
            city: self.city.to_owned(),
            county: self.county.to_owned(),
            country_region_code: ground.mappings.customers.code(self.country),
            phone_number: phone.to_owned(),
            email: email.to_owned(),
            rest: Change {
                contact: Some(contact.to_owned()),
                ..taxed(ground, self.country, self.county, ground.shop.county_source)
            },
        }
    }
}

/// The customer that is made of whoever bought, and the ISO code of its country: of the default address in Shopify, else of
/// the first, where its addresses were read; else of what the order tells.
pub(super) fn of_buyer(ground: &Ground, order: &order::Model, whole: Option<&Whole>) -> (Code<20>, NewCustomer) {
    let address = whole.and_then(|whole| Some((whole, whole.address()?)));
    match address.filter(|(whole, _)| whole.customer.is_read()) {
        Some((whole, address)) => {
            let told = Told::of(whole, Some(address));
            let (email, phone) = buyer::email_and_phone(order, Some(&whole.customer));
            let mut new = told.new_customer(ground);
            if new.email.is_empty() {
                email.clone_into(&mut new.email);
            }
            if new.phone_number.is_empty() {
                phone.clone_into(&mut new.phone_number);
            }
            (told.country, new)
        }
        None => {
            let person = Person::of(order, Party::SellTo);
            (person.country.clone(), person.new_customer(ground, order, whole))
        }
    }
}
