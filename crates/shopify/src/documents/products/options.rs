//! The choices of products. A value that this version does not know is kept as it is written.

use crate::schema;

/// Whether a product is sold.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ProductStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum ProductStatus {
    Active,
    Archived,
    Draft,
    Unlisted,
    #[cynic(fallback)]
    Other(String),
}

/// Whether more is sold than there is.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ProductVariantInventoryPolicy", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum InventoryPolicy {
    Continue,
    Deny,
    #[cynic(fallback)]
    Other(String),
}

/// In what something is weighed.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "WeightUnit", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum WeightUnit {
    Grams,
    Kilograms,
    Ounces,
    Pounds,
    #[cynic(fallback)]
    Other(String),
}
