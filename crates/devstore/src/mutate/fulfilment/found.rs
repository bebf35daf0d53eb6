use crate::mutate::part::owner;
use crate::store::State;
use crate::store::order::Order;

/// A working copy of the order that has this fulfilment order, and the fulfilment order's number. `may_send` says what
/// the token may send: what services have, and what the shop has itself. What it may not send is not there for it.
pub(super) fn sendable(state: &State, id: &str, may_send: impl Fn(bool) -> bool) -> Option<(Order, u64)> {
    let (order, id) = owner(state, id, "FulfillmentOrder")?;
    let location = order.fulfillment_order(id)?.location_id;
    may_send(state.is_of_service(location)).then_some((order, id))
}
