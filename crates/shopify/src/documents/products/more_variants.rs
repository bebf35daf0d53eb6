use std::sync::LazyLock;

use super::variant::{ProductVariant, VARIANT_COST};
use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Document, Kept, schema};

/// As many variants come in one call.
const LARGEST: i32 = 250;

/// A query for more variants of one product.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "MoreVariantsVariables")]
pub struct MoreVariants {
    #[arguments(id: $id)]
    product: Option<OfProduct>,
}

/// Which page of the variants of which product.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct MoreVariantsVariables {
    /// The product.
    pub id: cynic::Id,
    /// How many.
    pub first: i32,
    /// After which cursor.
    pub after: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Product", variables = "MoreVariantsVariables")]
struct OfProduct {
    #[arguments(first: $first, after: $after)]
    variants: Variants,
}

/// Variants of one product, and where the next ones begin.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ProductVariantConnection")]
pub(super) struct Variants {
    pub(super) nodes: Vec<Kept<ProductVariant>>,
    pub(super) page_info: Cursor,
}

impl MoreVariants {
    /// The dearest call.
    pub(crate) fn largest() -> MoreVariantsVariables {
        Self::after(cynic::Id::new("gid://shopify/Product/1"), String::new())
    }

    /// Those of a product behind a cursor.
    pub(super) fn after(id: cynic::Id, cursor: String) -> MoreVariantsVariables {
        MoreVariantsVariables { id, first: LARGEST, after: cursor }
    }

    /// None when the product no longer exists.
    pub(super) fn variants(self) -> Option<Variants> {
        self.product.map(|product| product.variants)
    }
}

impl Document for MoreVariants {
    const NAME: &'static str = "MoreVariants";
    type Variables = MoreVariantsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<MoreVariants, _>(MoreVariants::NAME, MoreVariants::largest()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        1 + connection(variables.first.unsigned_abs(), VARIANT_COST)
    }
}
