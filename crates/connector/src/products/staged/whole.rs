use super::{product, variant};

/// A product with its variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The product.
    pub product: product::Model,
    /// Its variants, in the order of their places.
    pub variants: Vec<variant::Model>,
}
