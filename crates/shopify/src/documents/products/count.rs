use std::sync::LazyLock;

use crate::cost::COUNT;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// A query for how many products a search finds.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "ProductsCountVariables")]
pub struct ProductsCount {
    #[arguments(query: $query)]
    products_count: Option<Count>,
}

/// What it is asked with.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ProductsCountVariables {
    /// What is searched for, in Shopify's search language.
    pub query: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Count {
    count: i32,
}

impl ProductsCount {
    /// A call like any other.
    pub(crate) fn example() -> ProductsCountVariables {
        ProductsCountVariables { query: String::new() }
    }
}

impl Document for ProductsCount {
    const NAME: &'static str = "ProductsCount";
    type Variables = ProductsCountVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<ProductsCount, _>(ProductsCount::NAME, ProductsCount::example()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        COUNT
    }
}

/// How many products a search finds: ten thousand stands for all that is more.
///
/// # Errors
/// Why there is no answer.
pub async fn count(client: &Client, search: &str) -> Result<u64, Error> {
    let answer = client.run::<ProductsCount>(ProductsCountVariables { query: search.to_owned() }).await?;
    let count = answer.products_count.map_or(0, |count| count.count);
    Ok(u64::try_from(count).unwrap_or_default())
}
