//! What is changed of products: many products a call, since a call costs time and the points are the same.
//!
//! Each of these mutations may be sent again. They say what a field is to be, not by how much it changes; a product that
//! is made is found again by its handle, and one that is published already stays so.

mod add_variants;
mod channels;
mod find;
mod input;
mod publish;
mod rest;
mod set;
mod status;
mod update;
mod variants;

pub use crate::documents::slots::{Complaint, Slots, SlotsAnswer};
pub use add_variants::{AddedVariants, VariantsAdd, add_variants};
pub use channels::{Channel, ProductChannels, channels};
pub use find::{
    FoundVariant, Handled, MOST_FOUND, MOST_HANDLES, MOST_SOUGHT, ProductHandles, VariantSearch, by_handles,
    search_variants,
};
pub use input::{
    InventoryInput, Measurement, OptionInput, OptionValueInput, ProductInput, Seo, SetInput, ValueInput, VariantInput,
    Weight,
};
pub use publish::{ProductsPublish, Published, publish};
pub use rest::{ProductVariantsAfter, all_variants_of};
pub use set::{MadeProduct, MadeVariant, Nodes, PageInfo, ProductsSet, Selected, SetProduct, fit, set};
pub use status::{ProductSetStatus, StatusVariables};
pub use update::{ChangedProduct, ProductsUpdate, Updated, update};
pub use variants::{
    ChangedVariant, LARGEST_INPUT, ProductVariants, VariantsInBulk, VariantsUpdate, VariantsUpdated, in_bulk,
    update_variants,
};

/// As many products go into a call.
pub const PRODUCTS: usize = 25;
