//! How much a store has, before any of it is read.

use std::sync::LazyLock;

use super::query;
use crate::cost::COUNT;
use crate::documents::products::GOODS;
use crate::{Client, Document, Error, schema};

/// A query for how many products, customers and companies a store has.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "StoreCountsVariables")]
pub struct StoreCounts {
    #[arguments(query: $products)]
    products_count: Option<Count>,
    customers_count: Option<Count>,
    #[directives(include(if: $companies))]
    companies_count: Option<Count>,
}

/// What it is asked with.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct StoreCountsVariables {
    /// Which products, in Shopify's search language.
    pub products: String,
    /// Whether companies are counted.
    pub companies: bool,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Count {
    count: i32,
}

impl Count {
    fn of(counted: Option<&Self>) -> u64 {
        counted.and_then(|counted| u64::try_from(counted.count).ok()).unwrap_or_default()
    }
}

impl StoreCounts {
    /// How many products: ten thousand stands for all that is more.
    pub fn products(&self) -> u64 {
        Count::of(self.products_count.as_ref())
    }

    /// How many customers: ten thousand stands for all that is more.
    pub fn customers(&self) -> u64 {
        Count::of(self.customers_count.as_ref())
    }

    /// How many companies: ten thousand stands for all that is more; none where the store has no B2B.
    pub fn companies(&self) -> Option<u64> {
        self.companies_count.as_ref().map(|counted| Count::of(Some(counted)))
    }

    /// The dearest call.
    pub(crate) fn example() -> StoreCountsVariables {
        StoreCountsVariables { products: GOODS.to_owned(), companies: true }
    }
}

impl Document for StoreCounts {
    const NAME: &'static str = "StoreCounts";
    type Variables = StoreCountsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<StoreCounts, _>(StoreCounts::NAME, StoreCounts::example()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        if variables.companies { 3 * COUNT } else { 2 * COUNT }
    }
}

/// How many goods, customers and companies a store has, in one call; in another one without companies where the store does
/// not let them be read.
///
/// # Errors
/// Why there is no answer.
pub async fn counts(client: &Client) -> Result<StoreCounts, Error> {
    match client.run::<StoreCounts>(StoreCounts::example()).await {
        Err(Error::AccessDenied { .. }) => {
            let variables = StoreCountsVariables { companies: false, ..StoreCounts::example() };
            client.run::<StoreCounts>(variables).await
        }
        counted => counted,
    }
}
