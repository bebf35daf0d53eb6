use std::sync::Arc;

use shopify_schema::gid::Gid;

use crate::mutate::order_input::MoneyInput;
use crate::mutate::part::{number, order, refuse};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::edit::Edit;
use crate::store::money::Bag;
use crate::store::order::Order;

/// `orderEditBegin`: opens a session. Sessions that are never committed change nothing.
pub(crate) fn order_edit_begin(state: &mut State, id: &str) -> Result<u64, Vec<UserError>> {
    let Some(order) = order(state, id) else { return refuse(&["id"], "The order does not exist.") };
    if order.cancellation.is_some() {
        return refuse(&["id"], "The order cannot be edited.");
    }
    let id = state.ids.next();
    state.edits.insert(id, Arc::new(Edit { id, order_id: order.id, changes: Vec::new() }));
    Ok(id)
}

/// A working copy of the edit with this id, which is that of its calculated order or of its session, and its order.
pub(super) fn open(state: &State, id: &str) -> Result<(Edit, Arc<Order>), Vec<UserError>> {
    let gid = id.parse::<Gid>().ok().filter(|gid| matches!(gid.kind(), "CalculatedOrder" | "OrderEditSession"));
    let edit = gid.and_then(|gid| state.edits.get(&gid.number()));
    let found = edit.and_then(|edit| Some((Edit::clone(edit), Arc::clone(state.orders.get(&edit.order_id)?))));
    match found {
        Some((_, order)) if order.cancellation.is_some() => refuse(&["id"], "The order cannot be edited."),
        Some(found) => Ok(found),
        None => refuse(&["id"], "The calculated order does not exist."),
    }
}

/// The number of the line that an edit names, by its id in the edit or in the order.
pub(super) fn line_number(id: &str) -> Option<u64> {
    number(id, "CalculatedLineItem").or_else(|| number(id, "LineItem"))
}

/// A price that must be in the currency of the order.
pub(super) fn price(order: &Order, input: &MoneyInput, field: &[&str]) -> Result<Bag, Vec<UserError>> {
    if input.currency_code != order.presentment_currency {
        return refuse(field, format!("The price must be in {}.", order.presentment_currency));
    }
    if input.amount.is_sign_negative() {
        return refuse(field, "must be greater than or equal to 0");
    }
    Ok(order.in_both(input.amount, Some(&input.currency_code)))
}
