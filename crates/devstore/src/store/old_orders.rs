use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::order::Order;
use super::state::State;

impl State {
    /// Takes out the orders that were placed before `since`. Where there are none, nothing is copied.
    pub(crate) fn take_older_orders(state: &mut Arc<Self>, since: DateTime<Utc>) -> Vec<Arc<Order>> {
        let old: Vec<u64> =
            state.orders.values().filter(|order| order.created_at < since).map(|order| order.id).collect();
        if old.is_empty() {
            return Vec::new();
        }
        let state = Arc::make_mut(state);
        old.into_iter().filter_map(|id| state.orders.remove(&id)).collect()
    }

    /// Puts them back.
    pub(crate) fn put_back(&mut self, orders: Vec<Arc<Order>>) {
        self.orders.extend(orders.into_iter().map(|order| (order.id, order)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_without_old_orders_is_not_copied() {
        let mut state = Arc::new(State::new("a.myshopify.com", DateTime::UNIX_EPOCH));
        let read = Arc::clone(&state);
        assert!(State::take_older_orders(&mut state, DateTime::UNIX_EPOCH).is_empty());
        assert!(Arc::ptr_eq(&state, &read));
    }
}
