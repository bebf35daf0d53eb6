//! The choices of products and variants.

values::options! {
    /// Whether a product is sold.
    pub enum ProductStatus {
        /// It is sold.
        #[default]
        Active => "Active",
        /// It is kept, and sold no more.
        Archived => "Archived",
        /// It is being prepared.
        Draft => "Draft",
        /// It is sold to who has its address.
        Unlisted => "Unlisted",
    }
}

values::options! {
    /// Whether more is sold than there is.
    pub enum InventoryPolicy {
        /// No more than there is.
        Deny => "Deny",
        /// Whatever there is.
        #[default]
        Continue => "Continue",
    }
}

values::options! {
    /// In what weights are told.
    pub enum WeightUnit {
        /// In what the store weighs in.
        #[default]
        Blank => "",
        /// Grams.
        Grams => "Grams",
        /// Kilograms.
        Kilograms => "Kilograms",
        /// Ounces.
        Ounces => "Ounces",
        /// Pounds.
        Pounds => "Pounds",
    }
}

impl From<&shopify::documents::shop::WeightUnit> for WeightUnit {
    fn from(told: &shopify::documents::shop::WeightUnit) -> Self {
        use shopify::documents::shop::WeightUnit as Told;
        match told {
            Told::Grams => Self::Grams,
            Told::Kilograms => Self::Kilograms,
            Told::Ounces => Self::Ounces,
            Told::Pounds => Self::Pounds,
            Told::Other(_) => Self::Blank,
        }
    }
}
