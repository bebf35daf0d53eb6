use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::apply::apply;
use super::begin::open;
use crate::mutate::fulfilment::assign;
use crate::mutate::part::refuse;
use crate::mutate::refunds::restock;
use crate::mutate::user_error::UserError;
use crate::store::edit::Change;
use crate::store::order::Order;
use crate::store::{State, Topic};

/// `orderEditCommit`: the order becomes what the edit says, and the session ends.
pub(crate) fn order_edit_commit(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<Arc<Order>, Vec<UserError>> {
    let (edit, before) = open(state, id)?;
    if edit.changes.is_empty() {
        return refuse(&["id"], "There are no changes to commit.");
    }
    // An order that was sent meanwhile may no longer give what the edit takes.
    for change in &edit.changes {
        let Change::SetQuantity { line_id, quantity, .. } = change else { continue };
        let Some(line) = before.lines.iter().find(|line| line.id == *line_id) else { continue };
        if *quantity < before.kept(line) {
            return refuse(&["id"], "The order cannot be edited.");
        }
    }
    let mut order = Order::clone(&before);
    apply(&mut order, &edit, now, &mut || state.ids.next());
    assign(state, &mut order, &before.lines, true, now);
    order.edited = true;
    order.given_financial_status = None;
    if order.refunds.len() > before.refunds.len() {
        restock(state, &order, now);
    }
    state.edits.remove(&edit.id);
    let order = state.put_changed_order(order, now);
    state.note(Topic::OrdersEdited, order.id);
    Ok(order)
}
