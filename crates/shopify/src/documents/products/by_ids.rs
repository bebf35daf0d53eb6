use std::sync::LazyLock;

use serde::Deserialize;
use shopify_schema::gid::ProductId;

use super::complete::complete;
use super::product::{PRODUCT_COST, Product};
use super::variables::{ProductsVariables, ProductsVariablesFields};
use crate::documents::{Found, query};
use crate::{Client, Document, Error, Kept, schema};

/// As many products are asked for at once.
pub const AT_ONCE: usize = 100;

/// A query for single products.
#[derive(Clone, Debug, Deserialize)]
pub struct ProductsByIds {
    nodes: Vec<Option<Kept<Product>>>,
}

/// What it selects. Never read: a node that is chosen by its type can't be kept as it is written.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "QueryRoot", variables = "ProductsVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Selection {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments)]
#[expect(dead_code, clippy::large_enum_variant, reason = "stands for the text of the query only")]
enum Node {
    Product(Product),
    #[cynic(fallback)]
    Other,
}

impl ProductsByIds {
    /// The dearest call.
    pub(crate) fn largest() -> ProductsVariables {
        let ids = (1..=AT_ONCE as u64).map(|number| cynic::Id::new(ProductId::new(number).to_string()));
        ProductsVariables { ids: ids.collect(), ..ProductsVariables::default() }
    }
}

impl Document for ProductsByIds {
    const NAME: &'static str = "ProductsByIds";
    type Variables = ProductsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Selection, _>(ProductsByIds::NAME, ProductsByIds::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        PRODUCT_COST
    }
}

/// Reads single products, each with all its variants.
///
/// # Errors
/// Why there is no answer.
pub async fn by_ids(client: &Client, ids: &[ProductId]) -> Result<Found<Kept<Product>, ProductId>, Error> {
    let mut found = Found::default();
    for some in ids.chunks(AT_ONCE) {
        let asked = some.iter().map(|id| cynic::Id::new(id.to_string())).collect();
        let answer = client.run::<ProductsByIds>(ProductsVariables { ids: asked, ..Default::default() }).await?;
        let nodes = found.answered(some, answer.nodes);
        found.there.extend(complete(client, nodes).await?);
    }
    Ok(found)
}
