use std::sync::LazyLock;

use crate::cost::COUNT;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// A query for how many orders a search finds.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "OrdersCountVariables")]
pub struct OrdersCount {
    #[arguments(query: $query)]
    orders_count: Option<Count>,
}

/// What it is asked with.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct OrdersCountVariables {
    /// What is searched for, in Shopify's search language.
    pub query: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Count {
    count: i32,
}

impl OrdersCount {
    /// A call like any other.
    pub(crate) fn example() -> OrdersCountVariables {
        OrdersCountVariables { query: String::new() }
    }
}

impl Document for OrdersCount {
    const NAME: &'static str = "OrdersCount";
    type Variables = OrdersCountVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<OrdersCount, _>(OrdersCount::NAME, OrdersCount::example()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        COUNT
    }
}

/// How many orders a search finds: ten thousand stands for all that is more.
///
/// # Errors
/// Why there is no answer.
pub async fn count(client: &Client, search: &str) -> Result<u64, Error> {
    let answer = client.run::<OrdersCount>(OrdersCountVariables { query: search.to_owned() }).await?;
    let count = answer.orders_count.map_or(0, |count| count.count);
    Ok(u64::try_from(count).unwrap_or_default())
}
