use chrono::{DateTime, Utc};

use super::options::{CustomerState, MarketingState};
use crate::cost::connection;
use crate::documents::orders::CountryCode;
use crate::schema;

/// As many addresses come with the customer; more take another call.
pub(super) const ADDRESSES: u32 = 50;

/// What an address costs.
pub(super) const ADDRESS_COST: u32 = 1;

/// A customer with all that comes with it: itself, its e-mail address, its phone number and its addresses. Which of these is
/// the default one costs nothing.
pub(super) const CUSTOMER_COST: u32 = 3 + connection(ADDRESSES, ADDRESS_COST);

/// A customer.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct Customer {
    /// `Customer`. Asked for so that a customer reads the same, whether it comes on a page or by its id.
    #[cynic(rename = "__typename")]
    pub typename: String,
    /// The id.
    pub id: cynic::Id,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The e-mail address.
    pub default_email_address: Option<EmailAddress>,
    /// The phone number.
    pub default_phone_number: Option<PhoneNumber>,
    /// Whether it pays no taxes.
    pub tax_exempt: bool,
    /// Whether it has shown that the e-mail address is its own.
    pub verified_email: bool,
    /// Whether it has an account in the store.
    pub state: CustomerState,
    /// What the merchant has noted.
    pub note: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When anything about it changed last.
    pub updated_at: DateTime<Utc>,
    /// The address that is meant where none is said.
    pub default_address: Option<DefaultAddress>,
    /// Its addresses.
    #[arguments(first: 50)]
    #[cynic(rename = "addressesV2")]
    pub addresses: AddressConnection,
}

/// An e-mail address.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CustomerEmailAddress")]
pub struct EmailAddress {
    /// The address.
    pub email_address: String,
    /// Whether the customer wants to be written to.
    pub marketing_state: MarketingState,
    /// Since when that is so.
    pub marketing_updated_at: Option<DateTime<Utc>>,
}

/// A phone number.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CustomerPhoneNumber")]
pub struct PhoneNumber {
    /// The number.
    pub phone_number: String,
}

/// The address that is meant where none is said.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "MailingAddress")]
pub struct DefaultAddress {
    /// Its id.
    pub id: cynic::Id,
}

/// The addresses that come with a customer.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "MailingAddressConnection")]
pub struct AddressConnection {
    /// The addresses.
    pub nodes: Vec<Address>,
    /// Whether these are all.
    pub page_info: MoreAddressesAhead,
}

/// Whether there are more. Without a cursor: what is kept of a customer must say the same each time it is asked for.
#[derive(cynic::QueryFragment, Clone, Copy, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "PageInfo")]
pub struct MoreAddressesAhead {
    /// Whether there are.
    pub has_next_page: bool,
}

/// An address.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "MailingAddress")]
pub struct Address {
    /// Its id.
    pub id: cynic::Id,
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
