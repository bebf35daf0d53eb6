use std::sync::LazyLock;

use shopify_schema::gid::ProductId;

use super::GOODS;
use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many ids come in one call.
const PAGE: u32 = 250;

/// A query for the ids of all products.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "ProductIdsVariables")]
pub struct ProductIds {
    #[arguments(first: 250, after: $after, query: $query)]
    products: ProductConnection,
}

/// What it is asked with.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ProductIdsVariables {
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What is searched for.
    pub query: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct ProductConnection {
    nodes: Vec<Product>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Product {
    id: cynic::Id,
}

impl ProductIds {
    /// A call like any other.
    pub(crate) fn example() -> ProductIdsVariables {
        ProductIdsVariables { after: Some(String::new()), query: GOODS.to_owned() }
    }
}

impl Document for ProductIds {
    const NAME: &'static str = "ProductIds";
    type Variables = ProductIdsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<ProductIds, _>(ProductIds::NAME, ProductIds::example()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        connection(PAGE, 1)
    }
}

/// A page of the ids of all products, gift cards left out, and where the next one begins, if there is one.
///
/// # Errors
/// Why there is no answer.
pub async fn ids(client: &Client, after: Option<String>) -> Result<(Vec<ProductId>, Option<String>), Error> {
    let asked = ProductIdsVariables { after, query: GOODS.to_owned() };
    let ProductConnection { nodes, page_info } = client.run::<ProductIds>(asked).await?.products;
    Ok((nodes.iter().filter_map(|product| product.id.inner().parse().ok()).collect(), page_info.next()))
}
