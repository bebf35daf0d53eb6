use super::money::CountryCode;
use crate::schema;

/// The customer: itself, e-mail address and phone number. Its default address costs nothing.
pub(super) const CUSTOMER_COST: u32 = 3;
/// Who buys: itself, the company with its main contact and that one's customer, e-mail address and phone number, and
/// the location.
pub(super) const PURCHASING_ENTITY_COST: u32 = 7;

/// A customer.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct Customer {
    /// The id.
    pub id: cynic::Id,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The e-mail address.
    pub default_email_address: Option<CustomerEmailAddress>,
    /// The phone number.
    pub default_phone_number: Option<CustomerPhoneNumber>,
    /// The address.
    pub default_address: Option<MailingAddress>,
}

/// An e-mail address.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct CustomerEmailAddress {
    /// The address.
    pub email_address: String,
}

/// A phone number.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct CustomerPhoneNumber {
    /// The number.
    pub phone_number: String,
}

/// An address.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct MailingAddress {
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The street.
    pub address1: Option<String>,
    /// More of it.
    pub address2: Option<String>,
    /// The post code.
    pub zip: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The code of the province.
    pub province_code: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The code of the country.
    #[cynic(rename = "countryCodeV2")]
    pub country_code: Option<CountryCode>,
    /// The phone number.
    pub phone: Option<String>,
}

/// Who buys.
#[derive(cynic::InlineFragments, Clone, Debug, PartialEq, Eq)]
pub enum PurchasingEntity {
    /// A company.
    PurchasingCompany(Box<PurchasingCompany>),
    /// A person, whom the order names.
    #[cynic(fallback)]
    Person,
}

/// A company that buys.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct PurchasingCompany {
    /// The company.
    pub company: Company,
    /// The one of its locations for which it buys.
    pub location: CompanyLocation,
}

/// A company.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// The id.
    pub id: cynic::Id,
    /// The name.
    pub name: String,
    /// Who speaks for it.
    pub main_contact: Option<CompanyContact>,
}

/// A person at a company.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct CompanyContact {
    /// The id.
    pub id: cynic::Id,
    /// The customer that the person is.
    pub customer: CompanyCustomer,
}

/// A customer, as far as its company needs.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Customer")]
pub struct CompanyCustomer {
    /// The id.
    pub id: cynic::Id,
    /// The e-mail address.
    pub default_email_address: Option<CustomerEmailAddress>,
    /// The phone number.
    pub default_phone_number: Option<CustomerPhoneNumber>,
}

/// A location of a company.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct CompanyLocation {
    /// The id.
    pub id: cynic::Id,
    /// The name.
    pub name: String,
}
