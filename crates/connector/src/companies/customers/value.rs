//! What a customer takes from its company.

use back_office::customers::{Change, Model, NewCustomer};
use values::Code;

use crate::Error;
use crate::companies::mapping::is_of_vat;
use crate::companies::staged::{Whole, location};
use crate::customers::told::taxed;
use crate::orders::import::cut;
use crate::orders::mapping::Ground;
use crate::orders::options::PaymentTermsType;
use crate::shops::options::{CompanyTaxIdMapping, CountySource};

/// The longest name of a customer.
const NAME: usize = 100;
/// The longest second line of its address.
const ADDRESS_2: usize = 50;
/// Its longest e-mail address.
const EMAIL: usize = 80;

/// The location whose address and terms the customer has.
///
/// # Errors
/// [`Error::Company`] without one.
pub(super) fn location(company: &Whole) -> Result<&location::Model, Error> {
    let lacks = || Error::Company("the company has no location in Shopify: add one there".to_owned());
    company.default_location().ok_or_else(lacks)
}

/// A new customer.
///
/// # Errors
/// [`Error::Company`] for a company without a location.
pub(super) fn new_customer(ground: &Ground, company: &Whole) -> Result<NewCustomer, Error> {
    let location = location(company)?;
    Ok(NewCustomer {
        number: None,
        name: cut(&company.company.name, NAME),
        name2: String::new(),
        address: location.address.clone(),
        address2: cut(&location.address2, ADDRESS_2),
        post_code: location.zip.clone(),
        city: location.city.clone(),
        county: county(ground, location),
        country_region_code: ground.mappings.customers.code(&iso(location)),
        phone_number: location.phone_number.clone(),
        email: cut(&company.company.main_contact_email, EMAIL),
        rest: terms(ground, location),
    })
}

/// What of a customer is to be changed; the same [`Change::default`] where nothing is. The e-mail stays: it is that of a
/// person, and the company may have had one of its own. A location without an address takes none away.
///
/// # Errors
/// [`Error::Company`] for a company without a location.
pub(super) fn change(ground: &Ground, company: &Whole, customer: &Model) -> Result<Change, Error> {
    let location = location(company)?;
    let terms = terms(ground, location);
    let phone = Some(location.phone_number.as_str()).filter(|phone| !phone.is_empty());
    Ok(Change {
        name: other(&cut(&company.company.name, NAME), &customer.name),
        phone_number: phone.and_then(|phone| other(phone, &customer.phone_number)),
        payment_terms_code: terms.payment_terms_code.filter(|code| *code != customer.payment_terms_code),
        tax_area_code: terms.tax_area_code.filter(|code| *code != customer.tax_area_code),
        tax_liable: terms.tax_liable.filter(|liable| *liable != customer.tax_liable),
        vat_business_posting_group: terms
            .vat_business_posting_group
            .filter(|group| *group != customer.vat_business_posting_group),
        registration_number: terms.registration_number.filter(|number| *number != customer.registration_number),
        vat_registration_number: terms
            .vat_registration_number
            .filter(|number| *number != customer.vat_registration_number)
            .filter(|_| is_vat_told(ground) || customer.vat_registration_number.is_empty()),
        ..place(ground, location, customer)
    })
}

/// Whether the tax id is what the customer has in the register of VAT, whatever people say there.
fn is_vat_told(ground: &Ground) -> bool {
    ground.shop.company_tax_id_mapping == CompanyTaxIdMapping::VatRegistrationNumber
}

/// A text that is not the one that is there.
fn other(new: &str, now: &str) -> Option<String> {
    (new != now).then(|| new.to_owned())
}

/// Where the customer is, as far as its location says that.
fn place(ground: &Ground, location: &location::Model, customer: &Model) -> Change {
    if !has_address(location) {
        return Change::default();
    }
    let country = ground.mappings.customers.code(&iso(location));
    Change {
        address: other(&location.address, &customer.address),
        address2: other(&cut(&location.address2, ADDRESS_2), &customer.address2),
        post_code: other(&location.zip, &customer.post_code),
        city: other(&location.city, &customer.city),
        county: other(&county(ground, location), &customer.county),
        country_region_code: Some(country).filter(|country| *country != customer.country_region_code),
        ..Change::default()
    }
}

fn has_address(location: &location::Model) -> bool {
    let has_lines = [&location.address, &location.zip, &location.city].into_iter().any(|line| !line.is_empty());
    has_lines || !location.country_region_code.is_blank()
}

/// How the customer pays and is taxed: its payment terms where the location has some that are mapped, its tax area where its place has one,
/// and its tax id, which goes into the number that the shop card names. One that is a VAT registration number of the EU by its
/// letters is that, too: invoices show it, and who has one is no consumer.
fn terms(ground: &Ground, location: &location::Model) -> Change {
    let mut change = Change::default();
    if location.payment_terms_type != PaymentTermsType::Blank {
        let mapped = ground.mappings.payment_terms(&location.payment_terms_type, &location.payment_terms_name);
        // Terms that nobody has mapped say nothing: the customer, or the template that it is made from, keeps its own.
        change.payment_terms_code = mapped.and_then(|one| one.payment_terms_code.non_blank()).cloned();
    }
    let taxed = taxed(ground, &iso(location), &location.province_name, CountySource::Name);
    change.tax_area_code = taxed.tax_area_code;
    change.tax_liable = taxed.tax_liable.map(|is_liable| is_liable && !location.tax_exempt);
    change.vat_business_posting_group = taxed.vat_business_posting_group;
    let tax_id = Some(cut(&location.tax_registration_id, 50));
    match ground.shop.company_tax_id_mapping {
        CompanyTaxIdMapping::RegistrationNumber => {
            let is_of_vat = is_of_vat(&location.tax_registration_id, location.country_region_code.as_str());
            change.vat_registration_number = tax_id.clone().filter(|_| is_of_vat);
            change.registration_number = tax_id;
        }
        CompanyTaxIdMapping::VatRegistrationNumber => change.vat_registration_number = tax_id,
    }
    change
}

/// The ISO code of a location's country.
pub(super) fn iso(location: &location::Model) -> Code<20> {
    Code::cut(location.country_region_code.as_str())
}

/// The county, as the shop card wants it.
fn county(ground: &Ground, location: &location::Model) -> String {
    let county = match ground.shop.county_source {
        CountySource::Code => &location.province_code,
        CountySource::Name => &location.province_name,
    };
    cut(county, 30)
}
