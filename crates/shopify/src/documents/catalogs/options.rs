use crate::schema;

/// Whether a catalog holds. A value that this version does not know is kept as it is written.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CatalogStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum CatalogStatus {
    Active,
    Archived,
    Draft,
    #[cynic(fallback)]
    Other(String),
}
