//! Products: made, changed and deleted one at a time, with what there is to choose.

mod blank;
mod create;
mod delete;
mod files;
mod handle;
mod input;
mod option_update;
mod options;
mod options_create;
mod options_delete;
mod set;
mod set_later;
mod set_variants;
mod texts;
mod update;

pub(in crate::mutate) use blank::value;
pub(crate) use create::product_create;
pub(crate) use delete::{product_delete, product_delete_later};
pub(in crate::mutate) use handle::slug;
pub(crate) use input::{OptionInput, OptionValueInput, ProductIdentifier, ProductInput, SeoInput, Texts};
pub(crate) use option_update::{OptionChange, product_option_update};
pub(crate) use options_create::product_options_create;
pub(crate) use options_delete::product_options_delete;
pub(crate) use set::product_set;
pub(crate) use set_later::product_set_later;
pub(crate) use update::product_update;
