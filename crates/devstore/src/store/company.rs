use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shopify_schema::provinces;

use super::State;
use super::country;

/// A company that buys, with the places that it buys for and the people who speak for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Company {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub customer_since: DateTime<Utc>,
    pub name: String,
    pub external_id: Option<String>,
    pub note: Option<String>,
    pub contacts: Vec<Contact>,
    /// Which of them is the main contact.
    #[serde(default)]
    pub main_contact: Option<u64>,
    /// What its contacts may do at its locations.
    #[serde(default)]
    pub roles: Vec<Role>,
    pub locations: Vec<CompanyLocation>,
}

/// What a contact may do at a location.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Role {
    pub id: u64,
    pub name: String,
}

/// The roles that every company has.
pub(crate) const ROLES: [&str; 2] = ["Location admin", "Ordering only"];

/// A customer who speaks for a company.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Contact {
    pub id: u64,
    #[serde(default)]
    pub created_at: DateTime<Utc>,
    #[serde(default)]
    pub updated_at: DateTime<Utc>,
    pub customer: u64,
    pub title: Option<String>,
    #[serde(default)]
    pub assignments: Vec<Assignment>,
}

/// The role that a contact has at a location.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Assignment {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub role: u64,
    pub location: u64,
}

/// A place of a company.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct CompanyLocation {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub name: String,
    pub external_id: Option<String>,
    pub locale: Option<String>,
    pub note: Option<String>,
    pub phone: Option<String>,
    pub billing: Option<CompanyAddress>,
    pub shipping: Option<CompanyAddress>,
    pub tax_registration_id: Option<String>,
    pub tax_exempt: bool,
    pub tax_exemptions: Vec<String>,
    /// The number of the template of its payment terms.
    pub payment_terms: Option<u64>,
    pub checkout_to_draft: bool,
    pub editable_shipping_address: bool,
}

/// A postal address of a place of a company.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct CompanyAddress {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub recipient: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub address1: String,
    pub address2: Option<String>,
    pub city: Option<String>,
    pub zip: Option<String>,
    pub zone_code: Option<String>,
    pub country_code: String,
    pub phone: Option<String>,
}

impl CompanyAddress {
    /// The name of its country.
    pub(crate) fn country(&self) -> &str {
        country::name(&self.country_code)
    }

    /// The name of its province, where its country has any.
    pub(crate) fn province(&self) -> Option<&'static str> {
        let known = provinces::of_code(&self.country_code, self.zone_code.as_deref()?)?;
        Some(known.name)
    }
}

impl Company {
    /// The place of its main contact among its contacts.
    pub(crate) fn main_place(&self) -> Option<usize> {
        let id = self.main_contact?;
        self.contacts.iter().position(|contact| contact.id == id)
    }
}

impl State {
    pub(crate) fn put_company(&mut self, company: Company) -> Arc<Company> {
        let company = Arc::new(company);
        self.companies.insert(company.id, Arc::clone(&company));
        company
    }

    /// The company that has this location, and the location's place in it.
    pub(crate) fn company_of(&self, location: u64) -> Option<(&Arc<Company>, usize)> {
        self.companies.values().find_map(|company| {
            let place = company.locations.iter().position(|known| known.id == location)?;
            Some((company, place))
        })
    }

    /// Whether a customer speaks for any company.
    pub(crate) fn speaks_for_a_company(&self, customer: u64) -> bool {
        let mut contacts = self.companies.values().flat_map(|company| &company.contacts);
        contacts.any(|contact| contact.customer == customer)
    }

    /// The company that has this contact, and the contact's place in it.
    pub(crate) fn company_of_contact(&self, contact: u64) -> Option<(&Arc<Company>, usize)> {
        self.companies.values().find_map(|company| {
            let place = company.contacts.iter().position(|known| known.id == contact)?;
            Some((company, place))
        })
    }
}
