use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::State;
use super::discount::Discount;
use super::order::{Line, ShippingLine};

/// An edit of an order that is not committed: what is to be changed, in its order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Edit {
    /// The number of the calculated order and of the session.
    pub id: u64,
    pub order_id: u64,
    pub changes: Vec<Change>,
}

/// One change that is staged.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Change {
    AddLine(Box<Line>),
    SetQuantity { line_id: u64, quantity: u32, restock: bool },
    AddDiscount { line_id: u64, discount: Discount },
    RemoveDiscount { discount_id: u64 },
    AddShipping(ShippingLine),
    RemoveShipping { id: u64 },
}

impl Edit {
    /// The line with this id, when this edit adds it.
    pub(crate) fn added(&self, line: u64) -> Option<&Line> {
        self.changes.iter().find_map(|change| match change {
            Change::AddLine(added) if added.id == line => Some(&**added),
            _ => None,
        })
    }

    /// Whether this edit adds the shipping line.
    pub(crate) fn adds_shipping(&self, id: u64) -> bool {
        self.changes.iter().any(|change| matches!(change, Change::AddShipping(added) if added.id == id))
    }
}

impl State {
    /// Changes what an edit has staged.
    pub(crate) fn stage(&mut self, edit: u64, change: impl FnOnce(&mut Vec<Change>)) {
        if let Some(edit) = self.edits.get_mut(&edit) {
            change(&mut Arc::make_mut(edit).changes);
        }
    }
}
