use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::fulfilment::{assign, send_everything};
use super::order_create::InventoryBehaviour;
use super::order_customer;
use crate::store::State;
use crate::store::order::Order;

/// Puts a new order among the others: its pieces wait to be sent, or `sent` they are, it is paid for as `pay` says once
/// it is known what it costs, its pieces leave the stock, and it counts for its customer.
pub(super) fn place(
    state: &mut State,
    mut order: Order,
    sent: bool,
    inventory: InventoryBehaviour,
    now: DateTime<Utc>,
    pay: impl FnOnce(&mut State, &mut Order),
) -> Arc<Order> {
    assign(state, &mut order, &[], inventory != InventoryBehaviour::Bypass, now);
    if sent {
        send_everything(state, &mut order, now);
    }
    order.total();
    order.original_total = order.totals.placed.total;
    pay(state, &mut order);
    order.total();
    order_customer::count(state, &order);
    state.put_order(order)
}

/// Eight letters and digits, as the buyer sees them on the confirmation.
pub(super) fn confirmation_number(id: u64) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut rest = id.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (0..9)
        .filter_map(|_| {
            let letter = usize::try_from(rest % 32).ok().and_then(|place| LETTERS.get(place));
            rest /= 32;
            letter.map(|letter| char::from(*letter))
        })
        .collect()
}
