//! A place of a company: where it is, how it pays, and how it is taxed.

use chrono::{DateTime, Utc};

use super::variables::CompaniesVariablesFields;
use crate::documents::orders::{CountryCode, PaymentTermsType};
use crate::schema;

/// A location: itself, both addresses, how it buys and is taxed, and its payment terms.
pub(super) const LOCATION_COST: u32 = 6;

/// A location of a company.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CompanyLocation", variables = "CompaniesVariables")]
pub struct Location {
    /// Its global id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Its phone number.
    pub phone: Option<String>,
    /// Where its invoices go.
    pub billing_address: Option<CompanyAddress>,
    /// Where its goods go.
    pub shipping_address: Option<CompanyAddress>,
    /// How it buys.
    pub buyer_experience_configuration: Option<BuyerExperience>,
    /// How it is taxed.
    pub tax_settings: TaxSettings,
}

/// An address of a location.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct CompanyAddress {
    /// Who receives what is sent there.
    pub recipient: Option<String>,
    /// The street.
    pub address1: String,
    /// More of it.
    pub address2: Option<String>,
    /// The post code.
    pub zip: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The code of the province.
    pub zone_code: Option<String>,
    /// The code of the country.
    pub country_code: CountryCode,
    /// The phone number.
    pub phone: Option<String>,
}

/// How a location buys.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "BuyerExperienceConfiguration", variables = "CompaniesVariables")]
pub struct BuyerExperience {
    /// When it pays; none: at once. Only for who may read payment terms.
    #[directives(include(if: $terms))]
    pub payment_terms_template: Option<Terms>,
}

/// When a location pays.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "PaymentTermsTemplate")]
pub struct Terms {
    /// The name of the terms, as `Net 30`.
    pub name: String,
    /// Their kind, as `NET`.
    pub payment_terms_type: PaymentTermsType,
}

/// How a location is taxed.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CompanyLocationTaxSettings")]
pub struct TaxSettings {
    /// Whether it pays no tax.
    pub tax_exempt: bool,
    /// Its number in the register of those who are taxed.
    pub tax_registration_id: Option<String>,
}
