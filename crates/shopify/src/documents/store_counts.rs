//! How much a store has, before any of it is read.

use std::sync::LazyLock;

use super::query;
use crate::cost::COUNT;
use crate::documents::products::GOODS;
use crate::{Client, Document, Error, schema};

/// A query for how many products and customers a store has.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "StoreCountsVariables")]
pub struct StoreCounts {
    #[arguments(query: $products)]
    products_count: Option<Count>,
    customers_count: Option<Count>,
}

/// What it is asked with.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct StoreCountsVariables {
    /// Which products, in Shopify's search language.
    pub products: String,
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

    /// A call like any other.
    pub(crate) fn example() -> StoreCountsVariables {
        StoreCountsVariables { products: GOODS.to_owned() }
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

    fn cost(_: &Self::Variables) -> u32 {
        2 * COUNT
    }
}

/// How many goods and customers a store has, in one call.
///
/// # Errors
/// Why there is no answer.
pub async fn counts(client: &Client) -> Result<StoreCounts, Error> {
    client.run::<StoreCounts>(StoreCounts::example()).await
}
