use back_office::customers::{Contacts, Registrations, email_key, phone_key};
use sea_orm::ConnectionTrait;
use values::Code;

use super::tax_id::ways;
use crate::companies::staged::Whole;
use crate::shops::options::{CompanyMapping, CompanyTaxIdMapping};
use crate::{Error, shops};

/// Finds the customers that companies are, of what was read for all of them at once.
#[derive(Debug)]
pub(crate) struct Finder {
    strategy: CompanyMapping,
    tax_id: CompanyTaxIdMapping,
    default: Code<20>,
    contacts: Contacts,
    registrations: Registrations,
}

impl Finder {
    /// Reads what these companies may be, by the strategy of the shop card.
    pub async fn read(c: &impl ConnectionTrait, shop: &shops::Model, companies: &[Whole]) -> Result<Self, Error> {
        let strategy = shop.company_mapping_type;
        let (mut contacts, mut registrations) = (Contacts::default(), Registrations::default());
        match strategy {
            CompanyMapping::ByEmailPhone => contacts = Contacts::read(c, companies.iter().map(contact)).await?,
            CompanyMapping::ByTaxId => {
                let ways = companies.iter().flat_map(ways_of).collect();
                registrations = Registrations::read(c, ways).await?;
            }
            CompanyMapping::DefaultCompany => {}
        }
        let (tax_id, default) = (shop.company_tax_id_mapping, shop.default_company_number.clone());
        Ok(Self { strategy, tax_id, default, contacts, registrations })
    }

    /// The customer that a company is, as far as the strategy finds one.
    pub fn find(&self, company: &Whole) -> Option<&Code<20>> {
        match self.strategy {
            CompanyMapping::ByEmailPhone => {
                let (email, phone) = contact(company);
                self.contacts.find(email, phone)
            }
            CompanyMapping::ByTaxId => ways_of(company).iter().find_map(|way| self.registered(way)),
            CompanyMapping::DefaultCompany => self.default.non_blank(),
        }
    }

    /// The customer with that number in the register of the shop card, else in the other one.
    fn registered(&self, way: &str) -> Option<&Code<20>> {
        let (of_companies, of_vat) = (self.registrations.of_companies(way), self.registrations.of_vat(way));
        match self.tax_id {
            CompanyTaxIdMapping::RegistrationNumber => of_companies.or(of_vat),
            CompanyTaxIdMapping::VatRegistrationNumber => of_vat.or(of_companies),
        }
    }

    /// What tells a company: two that share one of these may be the same customer, and what is made of the one is to be
    /// known when the other is looked for.
    pub fn keys(&self, company: &Whole) -> Vec<String> {
        match self.strategy {
            CompanyMapping::ByEmailPhone => {
                let (email, phone) = contact(company);
                [email_key(email), phone_key(phone)].into_iter().filter(|key| !key.is_empty()).collect()
            }
            CompanyMapping::ByTaxId => ways_of(company),
            CompanyMapping::DefaultCompany => Vec::new(),
        }
    }
}

/// By what the main contact is looked for: the e-mail, and the phone only where there is none.
fn contact(company: &Whole) -> (&str, &str) {
    let (email, phone) = (company.company.main_contact_email.trim(), &*company.company.main_contact_phone_number);
    if email.is_empty() { ("", phone) } else { (email, "") }
}

/// The tax id of the default location, as customers may write it.
fn ways_of(company: &Whole) -> Vec<String> {
    let location = company.default_location();
    location.map(|one| ways(&one.tax_registration_id, one.country_region_code.as_str())).unwrap_or_default()
}
