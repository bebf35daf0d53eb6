//! Our subset of Shopify's schema, global ids and API versions.
