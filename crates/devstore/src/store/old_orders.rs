use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::order::Order;
use super::state::State;

/// An app without `read_all_orders` sees the orders of so many days.
const VISIBLE_DAYS: i64 = 60;

impl State {
    /// Takes out the orders that an app without `read_all_orders` does not see.
    pub(crate) fn take_old_orders(&mut self, now: DateTime<Utc>) -> Vec<Arc<Order>> {
        let since = now - TimeDelta::days(VISIBLE_DAYS);
        let old: Vec<u64> =
            self.orders.values().filter(|order| order.created_at < since).map(|order| order.id).collect();
        old.into_iter().filter_map(|id| self.orders.remove(&id)).collect()
    }

    /// Puts them back.
    pub(crate) fn put_back(&mut self, orders: Vec<Arc<Order>>) {
        self.orders.extend(orders.into_iter().map(|order| (order.id, order)));
    }
}
