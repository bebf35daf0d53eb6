use chrono::{DateTime, Utc};

use super::options::ProductStatus;
use super::variant::{ProductVariant, VARIANT_COST};
use crate::cost::connection;
use crate::{Url, schema};

/// As many variants come with the product; more take another call.
pub(super) const VARIANTS: u32 = 50;

/// A product with all that comes with it: itself, its texts for search engines and its variants.
pub(super) const PRODUCT_COST: u32 = 2 + connection(VARIANTS, VARIANT_COST);

/// A product.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct Product {
    /// `Product`. Asked for so that a product reads the same, whether it comes on a page or by its id.
    #[cynic(rename = "__typename")]
    pub typename: String,
    /// The id.
    pub id: cynic::Id,
    /// What it is called.
    pub title: String,
    /// Whether it is sold.
    pub status: ProductStatus,
    /// Who makes it.
    pub vendor: String,
    /// What kind of thing it is.
    pub product_type: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The beginning of the plain text of its description.
    #[arguments(truncateAt: 250)]
    pub description: String,
    /// Its description.
    pub description_html: Html,
    /// What search engines are told.
    pub seo: Seo,
    /// Where customers see it.
    pub online_store_url: Option<Url>,
    /// Where it can be looked at before it is sold.
    pub online_store_preview_url: Option<Url>,
    /// Whether there is nothing to choose.
    pub has_only_default_variant: bool,
    /// Whether it is a gift card.
    pub is_gift_card: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When anything about it changed last.
    pub updated_at: DateTime<Utc>,
    /// Its variants.
    #[arguments(first: 50)]
    pub variants: ProductVariantConnection,
}

/// A text with its markup.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Html(pub String);

impl cynic::schema::IsScalar<schema::HTML> for Html {
    type SchemaType = schema::HTML;
}

/// What search engines are told of a product.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "SEO")]
pub struct Seo {
    /// Its title; none for the product's.
    pub title: Option<String>,
    /// Its description; none for the product's.
    pub description: Option<String>,
}

/// The variants that come with a product.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct ProductVariantConnection {
    /// The variants.
    pub nodes: Vec<ProductVariant>,
    /// Whether these are all.
    pub page_info: MoreVariantsAhead,
}

/// Whether there are more. Without a cursor: what is kept of a product must say the same each time it is asked for.
#[derive(cynic::QueryFragment, Clone, Copy, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "PageInfo")]
pub struct MoreVariantsAhead {
    /// Whether there are.
    pub has_next_page: bool,
}
