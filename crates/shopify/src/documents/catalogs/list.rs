use std::sync::LazyLock;

use super::catalog::{CompanyCatalog, MarketCatalog};
use super::context::rest_of_context;
use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, Scopes, schema};

/// As many catalogs of a kind come in a call.
const PAGE: u32 = 250;
/// As many locations of companies, or markets, come with a catalog; more take another call.
const CONTEXTS: u32 = 50;

/// A catalog itself and its price list.
const CATALOG: u32 = 2;
/// A location with its company.
pub(super) const LOCATION: u32 = 2;
/// A market.
pub(super) const MARKET: u32 = 1;

/// Which catalogs are read, and from where on.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CatalogsVariables {
    /// Whether those of companies are.
    pub companies: bool,
    /// After which of them; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after_company: Option<String>,
    /// Whether those of markets are.
    pub markets: bool,
    /// After which of them.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after_market: Option<String>,
    /// Whether the markets themselves are named.
    pub market_names: bool,
    /// Whether it is read which products are in them.
    pub publications: bool,
}

impl CatalogsVariables {
    /// The dearest call.
    pub(crate) fn largest() -> Self {
        let (after_company, after_market) = (Some(String::new()), Some(String::new()));
        Self { companies: true, after_company, markets: true, after_market, market_names: true, publications: true }
    }
}

/// A query for the catalogs of companies and of markets.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "CatalogsVariables")]
pub struct Catalogs {
    #[cynic(rename = "catalogs", alias)]
    #[arguments(first: 250, after: $after_company, type: COMPANY_LOCATION)]
    #[directives(include(if: $companies))]
    companies: Option<CompanyCatalogs>,
    #[cynic(rename = "catalogs", alias)]
    #[arguments(first: 250, after: $after_market, type: MARKET)]
    #[directives(include(if: $markets))]
    markets: Option<MarketCatalogs>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CatalogConnection", variables = "CatalogsVariables")]
struct CompanyCatalogs {
    nodes: Vec<CompanyNode>,
    page_info: Cursor,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Catalog", variables = "CatalogsVariables")]
enum CompanyNode {
    CompanyLocationCatalog(CompanyCatalog),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CatalogConnection", variables = "CatalogsVariables")]
struct MarketCatalogs {
    nodes: Vec<MarketNode>,
    page_info: Cursor,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Catalog", variables = "CatalogsVariables")]
enum MarketNode {
    MarketCatalog(MarketCatalog),
    #[cynic(fallback)]
    Other,
}

impl Document for Catalogs {
    const NAME: &'static str = "Catalogs";
    type Variables = CatalogsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Catalogs, _>(Catalogs::NAME, CatalogsVariables::largest()));
        &TEXT
    }

    fn cost(variables: &CatalogsVariables) -> u32 {
        let catalog = CATALOG + u32::from(variables.publications);
        let markets = if variables.market_names { connection(CONTEXTS, MARKET) } else { 0 };
        let companies = connection(PAGE, catalog + connection(CONTEXTS, LOCATION));
        let markets = connection(PAGE, catalog + markets);
        companies * u32::from(variables.companies) + markets * u32::from(variables.markets)
    }
}

/// Which catalogs are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Those of companies.
    pub companies: bool,
    /// Those of markets.
    pub markets: bool,
}

/// Catalogs, each with all for whom it is.
#[derive(Clone, Debug, Default)]
pub struct All {
    /// Those of companies.
    pub companies: Vec<CompanyCatalog>,
    /// Those of markets.
    pub markets: Vec<MarketCatalog>,
}

/// Reads all catalogs that are wanted of a store: one call, and one more for every catalog for more than 50 locations or
/// markets, or where there are more than 250 of a kind. The names of markets and the publications are read where `scopes`
/// allow it.
///
/// # Errors
/// Why there is no answer.
pub async fn all(client: &Client, scopes: &Scopes, wanted: Wanted) -> Result<All, Error> {
    let Wanted { companies, markets } = wanted;
    let mut next = CatalogsVariables {
        companies,
        after_company: None,
        markets,
        after_market: None,
        market_names: scopes.grant("read_markets"),
        publications: scopes.grant("read_publications"),
    };
    let mut all = All::default();
    while next.companies || next.markets {
        let page = client.run::<Catalogs>(next.clone()).await?;
        next.after_company = None;
        next.after_market = None;
        if let Some(CompanyCatalogs { nodes, page_info }) = page.companies {
            all.companies.extend(nodes.into_iter().filter_map(CompanyNode::catalog));
            next.after_company = page_info.next();
        }
        if let Some(MarketCatalogs { nodes, page_info }) = page.markets {
            all.markets.extend(nodes.into_iter().filter_map(MarketNode::catalog));
            next.after_market = page_info.next();
        }
        next.companies = next.after_company.is_some();
        next.markets = next.after_market.is_some();
    }
    complete(client, &mut all).await?;
    Ok(all)
}

/// Reads those for whom catalogs are that did not come with them.
async fn complete(client: &Client, all: &mut All) -> Result<(), Error> {
    for catalog in &mut all.companies {
        let after = catalog.company_locations.page_info.clone().next();
        let (locations, _) = rest_of_context(client, &catalog.id, after).await?;
        catalog.company_locations.nodes.extend(locations);
    }
    for catalog in &mut all.markets {
        let Some(markets) = &mut catalog.markets else { continue };
        let (_, rest) = rest_of_context(client, &catalog.id, markets.page_info.clone().next()).await?;
        markets.nodes.extend(rest);
    }
    Ok(())
}

impl CompanyNode {
    fn catalog(self) -> Option<CompanyCatalog> {
        match self {
            Self::CompanyLocationCatalog(catalog) => Some(catalog),
            Self::Other => None,
        }
    }
}

impl MarketNode {
    fn catalog(self) -> Option<MarketCatalog> {
        match self {
            Self::MarketCatalog(catalog) => Some(catalog),
            Self::Other => None,
        }
    }
}
