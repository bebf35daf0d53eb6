use std::sync::LazyLock;

use super::options::CatalogStatus;
use crate::cost::COUNT;
use crate::documents::orders::CurrencyCode;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many price lists are asked for at once. What a call costs does not depend on it.
const AT_ONCE: usize = 250;

/// Which price lists.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct StandVariables {
    /// Their global ids.
    pub ids: Vec<cynic::Id>,
    /// Whether it is read which products are in their catalogs.
    pub publications: bool,
}

impl StandVariables {
    pub(crate) fn example() -> Self {
        Self { ids: vec![cynic::Id::new("gid://shopify/PriceList/1")], publications: true }
    }
}

/// A query for how price lists stand: next to nothing, so that it can be asked each time.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "StandVariables")]
pub struct PriceListsStand {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<StandNode>>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node", variables = "StandVariables")]
enum StandNode {
    PriceList(PriceListStand),
    #[cynic(fallback)]
    Other,
}

/// How a price list stands.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "PriceList", variables = "StandVariables")]
pub struct PriceListStand {
    /// Its global id.
    pub id: cynic::Id,
    /// The currency of its prices.
    pub currency: CurrencyCode,
    /// How many prices of its own it has.
    pub fixed_prices_count: i32,
    /// The catalog in which it holds.
    pub catalog: Option<CatalogStand>,
}

/// How a catalog stands.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Catalog", variables = "StandVariables")]
pub struct CatalogStand {
    /// Its global id.
    pub id: cynic::Id,
    /// Whether it holds.
    pub status: CatalogStatus,
    /// Which goods are in it; none: all, or nobody has asked.
    #[directives(include(if: $publications))]
    pub publication: Option<PublicationStand>,
}

/// How a publication stands.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Publication")]
pub struct PublicationStand {
    /// Its global id.
    pub id: cynic::Id,
    /// How many products are in it.
    pub included_products_count: Option<Count>,
}

/// How many there are, up to ten thousand.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// So many.
    pub count: i32,
}

impl PublicationStand {
    /// How many products are in it, as far as Shopify counts.
    pub fn products(&self) -> i32 {
        self.included_products_count.as_ref().map_or(0, |products| products.count)
    }
}

impl Document for PriceListsStand {
    const NAME: &'static str = "PriceListsStand";
    type Variables = StandVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<PriceListsStand, _>(PriceListsStand::NAME, StandVariables::example()));
        &TEXT
    }

    fn cost(variables: &StandVariables) -> u32 {
        /// The price list and its catalog.
        const STAND: u32 = 2;
        /// The publication of that, and the count of its products, which Shopify charges as a query of its own.
        const PUBLICATION: u32 = 1 + COUNT;
        STAND + PUBLICATION * u32::from(variables.publications)
    }
}

/// How these price lists stand. One that is not there any more is left out. How many products are in their catalogs is read
/// where `publications` wants it: the app needs the scope `read_publications`, and it costs more than all the rest.
///
/// # Errors
/// Why there is no answer.
pub async fn stand(client: &Client, publications: bool, ids: &[String]) -> Result<Vec<PriceListStand>, Error> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let ids = some.iter().map(cynic::Id::new).collect();
        let answer = client.run::<PriceListsStand>(StandVariables { ids, publications }).await?;
        all.extend(answer.nodes.into_iter().flatten().filter_map(|node| match node {
            StandNode::PriceList(list) => Some(list),
            StandNode::Other => None,
        }));
    }
    Ok(all)
}
