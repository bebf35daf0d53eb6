use std::collections::HashMap;
use std::sync::LazyLock;

use super::AT_ONCE;
use crate::cost::connection;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// A query for the pictures that products were given last.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "NewestVariables")]
pub struct ProductsNewestMedia {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

/// Which products, and how many pictures of each.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct NewestVariables {
    ids: Vec<cynic::Id>,
    first: i32,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node", variables = "NewestVariables")]
enum Node {
    Product(Product),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(variables = "NewestVariables")]
struct Product {
    id: cynic::Id,
    #[arguments(first: $first, sortKey: ID, reverse: true)]
    media: MediaConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct MediaConnection {
    nodes: Vec<Media>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Media {
    id: cynic::Id,
}

impl NewestVariables {
    pub(crate) fn largest() -> Self {
        Self { ids: vec![cynic::Id::new("gid://shopify/Product/1")], first: 250 }
    }
}

impl Document for ProductsNewestMedia {
    const NAME: &'static str = "ProductsNewestMedia";
    type Variables = NewestVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<ProductsNewestMedia, _>(ProductsNewestMedia::NAME, NewestVariables::largest()));
        &TEXT
    }

    fn cost(variables: &NewestVariables) -> u32 {
        const PRODUCT: u32 = 1;
        PRODUCT + connection(variables.first.unsigned_abs(), 1)
    }
}

/// The ids of the `first` newest pictures of each of these products that is there, the newest first.
///
/// # Errors
/// Why there is no answer.
pub async fn newest(
    client: &Client,
    products: &[String],
    first: u32,
) -> Result<HashMap<cynic::Id, Vec<cynic::Id>>, Error> {
    let mut found = HashMap::new();
    for some in products.chunks(AT_ONCE) {
        let ids = some.iter().map(cynic::Id::new).collect();
        let first = i32::try_from(first).unwrap_or(i32::MAX);
        let answer = client.run::<ProductsNewestMedia>(NewestVariables { ids, first }).await?;
        let products = answer.nodes.into_iter().flatten().filter_map(|node| match node {
            Node::Product(product) => Some((product.id, product.media.nodes.into_iter().map(|one| one.id).collect())),
            Node::Other => None,
        });
        found.extend(products);
    }
    Ok(found)
}
