use std::sync::LazyLock;

use super::catalog::{LocationOfCatalog, LocationOfCatalogConnection, MarketOfCatalog, MarketOfCatalogConnection};
use super::list::{LOCATION, MARKET};
use crate::cost::connection;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many come in a call.
const PAGE: u32 = 250;

/// For whom one catalog is, from a cursor on.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ContextVariables {
    /// The catalog.
    pub id: cynic::Id,
    /// After which location or market.
    pub after: String,
}

impl ContextVariables {
    pub(crate) fn example() -> Self {
        Self { id: cynic::Id::new("gid://shopify/MarketCatalog/1"), after: String::new() }
    }
}

/// A query for the locations of companies, or the markets, of one catalog that has more of them than come with it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "ContextVariables")]
pub struct CatalogContext {
    #[arguments(id: $id)]
    catalog: Option<Context>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Catalog", variables = "ContextVariables")]
enum Context {
    CompanyLocationCatalog(OfCompanies),
    MarketCatalog(OfMarkets),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "CompanyLocationCatalog", variables = "ContextVariables")]
struct OfCompanies {
    #[arguments(first: 250, after: $after)]
    company_locations: LocationOfCatalogConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MarketCatalog", variables = "ContextVariables")]
struct OfMarkets {
    #[arguments(first: 250, after: $after)]
    markets: MarketOfCatalogConnection,
}

impl Document for CatalogContext {
    const NAME: &'static str = "CatalogContext";
    type Variables = ContextVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<CatalogContext, _>(CatalogContext::NAME, ContextVariables::example()));
        &TEXT
    }

    fn cost(_: &ContextVariables) -> u32 {
        /// The catalog, and the dearer of the two.
        const COST: u32 = 1 + connection(PAGE, if LOCATION > MARKET { LOCATION } else { MARKET });
        COST
    }
}

/// The locations and markets of a catalog behind a cursor; none behind no cursor, or when the catalog is gone meanwhile.
pub(super) async fn rest_of_context(
    client: &Client,
    id: &cynic::Id,
    mut after: Option<String>,
) -> Result<(Vec<LocationOfCatalog>, Vec<MarketOfCatalog>), Error> {
    let (mut locations, mut all_markets) = (Vec::new(), Vec::new());
    while let Some(cursor) = after {
        let variables = ContextVariables { id: id.clone(), after: cursor };
        after = match client.run::<CatalogContext>(variables).await?.catalog {
            Some(Context::CompanyLocationCatalog(OfCompanies { company_locations })) => {
                locations.extend(company_locations.nodes);
                company_locations.page_info.next()
            }
            Some(Context::MarketCatalog(OfMarkets { markets })) => {
                all_markets.extend(markets.nodes);
                markets.page_info.next()
            }
            Some(Context::Other) | None => None,
        };
    }
    Ok((locations, all_markets))
}
