//! Edits of an order: what is staged in a session, and what the order becomes when it is committed.

mod add_line;
mod apply;
mod begin;
mod commit;
mod discount;
mod quantity;
mod shipping;
mod tax;

pub(super) use add_line::variant_line;
pub(crate) use add_line::{CustomItemInput, VariantItemInput, order_edit_add_custom_item, order_edit_add_variant};
pub(crate) use apply::calculated;
pub(crate) use begin::order_edit_begin;
pub(crate) use commit::order_edit_commit;
pub(crate) use discount::{order_edit_add_line_item_discount, order_edit_remove_discount};
pub(crate) use quantity::order_edit_set_quantity;
pub(crate) use shipping::{
    order_edit_add_shipping_line, order_edit_remove_shipping_line, order_edit_update_shipping_line,
};
pub(super) use tax::taxes_on;

/// What a step of an edit has made: the edit, and the line, the discount or the shipping line that it is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Staged {
    pub edit: u64,
    pub part: u64,
}
