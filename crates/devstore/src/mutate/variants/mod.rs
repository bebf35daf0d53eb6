//! The variants of products: made, changed and deleted many at a time.

mod bulk_create;
mod bulk_delete;
mod bulk_update;
mod change;
mod check;
mod chosen;
mod input;
mod pictures;

pub(crate) use bulk_create::{Strategy, product_variants_bulk_create};
pub(crate) use bulk_delete::product_variants_bulk_delete;
pub(crate) use bulk_update::product_variants_bulk_update;
pub(in crate::mutate) use change::{cents, change, new_variant};
pub(in crate::mutate) use check::{Asked, broken};
pub(in crate::mutate) use chosen::told;
pub(crate) use input::{InventoryInput, InventoryItemInput, MeasurementInput, VariantInput, VariantOptionInput};
