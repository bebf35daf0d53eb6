//! What comes of a catalog with the list of all.

use super::list::CatalogsVariablesFields;
use super::options::CatalogStatus;
use crate::documents::orders::{CurrencyCode, Cursor};
use crate::schema;

/// A catalog for locations of companies.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CompanyLocationCatalog", variables = "CatalogsVariables")]
pub struct CompanyCatalog {
    /// Its global id.
    pub id: cynic::Id,
    /// What it is called.
    pub title: String,
    /// Whether it holds.
    pub status: CatalogStatus,
    /// What goods cost in it.
    pub price_list: Option<PriceListOfCatalog>,
    /// Which goods are in it; none: all. Only for who may read publications.
    #[directives(include(if: $publications))]
    pub publication: Option<PublicationOfCatalog>,
    /// For whom it is.
    #[arguments(first: 50)]
    pub company_locations: LocationOfCatalogConnection,
}

/// A catalog for markets.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MarketCatalog", variables = "CatalogsVariables")]
pub struct MarketCatalog {
    /// Its global id.
    pub id: cynic::Id,
    /// What it is called.
    pub title: String,
    /// Whether it holds.
    pub status: CatalogStatus,
    /// What goods cost in it.
    pub price_list: Option<PriceListOfCatalog>,
    /// Which goods are in it; none: all. Only for who may read publications.
    #[directives(include(if: $publications))]
    pub publication: Option<PublicationOfCatalog>,
    /// For which markets it is; only for who may read markets.
    #[arguments(first: 50)]
    #[directives(include(if: $market_names))]
    pub markets: Option<MarketOfCatalogConnection>,
}

/// The price list of a catalog.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "PriceList")]
pub struct PriceListOfCatalog {
    /// Its global id.
    pub id: cynic::Id,
    /// The currency of its prices.
    pub currency: CurrencyCode,
}

/// The publication of a catalog.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Publication")]
pub struct PublicationOfCatalog {
    /// Its global id.
    pub id: cynic::Id,
}

/// Locations of companies.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CompanyLocationConnection")]
pub struct LocationOfCatalogConnection {
    /// They.
    pub nodes: Vec<LocationOfCatalog>,
    pub(super) page_info: Cursor,
}

/// A location of a company.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CompanyLocation")]
pub struct LocationOfCatalog {
    /// Its global id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
    /// The company.
    pub company: CompanyOfLocation,
}

/// The company of a location.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Company")]
pub struct CompanyOfLocation {
    /// Its global id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
}

/// Markets.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MarketConnection")]
pub struct MarketOfCatalogConnection {
    /// They.
    pub nodes: Vec<MarketOfCatalog>,
    pub(super) page_info: Cursor,
}

/// A market.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Market")]
pub struct MarketOfCatalog {
    /// Its global id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
}
