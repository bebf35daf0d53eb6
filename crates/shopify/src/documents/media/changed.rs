use std::sync::LazyLock;

use chrono::{DateTime, Utc};

use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// The products of a page.
const PAGE: u32 = 250;

/// A query for which products have changed, the one that was changed longest ago first. That a picture changes changes its
/// product.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "ChangedVariables")]
pub struct ProductsChanged {
    #[arguments(first: $first, after: $after, query: $query, sortKey: UPDATED_AT)]
    products: ProductConnection,
}

/// Which of them.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ChangedVariables {
    first: i32,
    after: Option<String>,
    query: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct ProductConnection {
    nodes: Vec<Product>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Product {
    id: cynic::Id,
    updated_at: DateTime<Utc>,
}

/// A page of products.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Their ids, with the times of their changes.
    pub products: Vec<(cynic::Id, DateTime<Utc>)>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

impl ChangedVariables {
    pub(crate) fn largest() -> Self {
        Self { first: PAGE as i32, after: Some(String::new()), query: Some(String::new()) }
    }
}

impl Document for ProductsChanged {
    const NAME: &'static str = "ProductsChanged";
    type Variables = ChangedVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<ProductsChanged, _>(ProductsChanged::NAME, ChangedVariables::largest()));
        &TEXT
    }

    fn cost(variables: &ChangedVariables) -> u32 {
        connection(variables.first.unsigned_abs(), 1)
    }
}

/// A page of the products that `search` finds.
///
/// # Errors
/// Why there is no answer.
pub async fn changed(client: &Client, search: &str, after: Option<String>) -> Result<Changed, Error> {
    let variables = ChangedVariables { first: PAGE as i32, after, query: Some(search.to_owned()) };
    let ProductConnection { nodes, page_info } = client.run::<ProductsChanged>(variables).await?.products;
    let products = nodes.into_iter().map(|product| (product.id, product.updated_at)).collect();
    Ok(Changed { products, next: page_info.next() })
}
