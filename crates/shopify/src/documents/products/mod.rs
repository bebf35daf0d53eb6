//! Products, whole: the product with all its variants and their inventory items, many products per call. Products with
//! more variants than come with a page take one call more together ([`complete()`]), so that every
//! [`Kept`](crate::Kept) product that leaves this module has all of them.
//!
//! Nothing here needs more than the scope `read_products`.

mod by_ids;
mod complete;
mod count;
mod ids;
mod in_bulk;
mod more_variants;
mod options;
mod page;
mod product;
mod products_variants;
mod variables;
mod variant;

pub use by_ids::{AT_ONCE, ProductsByIds, by_ids};
pub use complete::complete;
pub use count::{ProductsCount, ProductsCountVariables, count};
pub use ids::{ProductIds, ProductIdsVariables, ids};
pub use in_bulk::{InBulk, in_bulk, query as bulk_query};
pub use more_variants::{MoreVariants, MoreVariantsVariables};
pub use options::{InventoryPolicy, ProductStatus, WeightUnit};
pub use page::{PAGE, PAGE_COST, Page, ProductsPage, page};
pub use product::{Html, MoreVariantsAhead, Product, ProductVariantConnection, Seo};
pub use products_variants::{ProductsVariants, ProductsVariantsVariables};
pub use variables::ProductsVariables;
pub use variant::{InventoryItem, Measurement, Money, ProductVariant, SelectedOption, UnitCost, Weight};

/// All products but gift cards, which no item is.
pub const GOODS: &str = "gift_card:false";
