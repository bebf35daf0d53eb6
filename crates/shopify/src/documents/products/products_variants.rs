//! The variants of several products, for those with more of them than come with them: most have all their variants here,
//! so that one call makes many products whole.

use std::sync::LazyLock;

use serde::Deserialize;
use shopify_schema::gid::ProductId;

use super::more_variants::Variants;
use super::variant::VARIANT_COST;
use crate::cost::connection;
use crate::documents::query;
use crate::{Document, schema};

/// As many products are made whole at once: each may have hundreds of variants, and Shopify takes its time over them.
pub(super) const AT_ONCE: usize = 10;
/// As many variants come of each.
const VARIANTS: u32 = 250;

/// Which products.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ProductsVariantsVariables {
    /// Their ids.
    pub ids: Vec<cynic::Id>,
}

/// A query for the variants of several products.
#[derive(Clone, Debug, Deserialize)]
pub struct ProductsVariants {
    nodes: Vec<Option<OfProduct>>,
}

/// The variants of one product.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct OfProduct {
    /// The product.
    pub id: cynic::Id,
    /// Its variants, from the first on.
    pub variants: Variants,
}

/// What it selects. Never read: a node that is chosen by its type can't be kept as it is written.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "QueryRoot", variables = "ProductsVariantsVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Selection {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments)]
#[expect(dead_code, reason = "stands for the text of the query only")]
enum Node {
    Product(ProductOfVariants),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Product")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct ProductOfVariants {
    id: cynic::Id,
    #[arguments(first: 250)]
    variants: Variants,
}

impl ProductsVariants {
    /// The dearest call.
    pub(crate) fn largest() -> ProductsVariantsVariables {
        let ids = (1..=AT_ONCE as u64).map(|number| cynic::Id::new(ProductId::new(number).to_string()));
        ProductsVariantsVariables { ids: ids.collect() }
    }

    /// Those of the products that there still are.
    pub(super) fn products(self) -> impl Iterator<Item = OfProduct> {
        self.nodes.into_iter().flatten()
    }
}

impl Document for ProductsVariants {
    const NAME: &'static str = "ProductsVariants";
    type Variables = ProductsVariantsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Selection, _>(ProductsVariants::NAME, ProductsVariants::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        1 + connection(VARIANTS, VARIANT_COST)
    }
}
