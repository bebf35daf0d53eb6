use std::sync::Arc;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::fulfilment::FulfillmentOrder;
use crate::store::order::Order;

/// A fulfilment order, by its place in its order.
#[derive(Clone)]
pub(crate) struct WaitingRow {
    pub order: Arc<Order>,
    pub place: usize,
}

impl WaitingRow {
    /// The fulfilment order; a row is only made for one that exists.
    pub(crate) fn waiting(&self) -> Option<&FulfillmentOrder> {
        self.order.fulfillment_orders.get(self.place)
    }
}

const fn field(name: &'static str, kind: Kind, get: fn(&WaitingRow) -> Found<'_>) -> Field<WaitingRow> {
    Field { name, kind, get }
}

fn of(row: &WaitingRow, get: fn(&FulfillmentOrder) -> Found<'_>) -> Found<'_> {
    row.waiting().map_or(Found::Nothing, get)
}

/// What `fulfillmentOrders` may be searched by.
pub(crate) static FULFILLMENT_ORDERS: Searchable<WaitingRow> = Searchable {
    fields: &[
        field("id", Kind::Id, |row| of(row, |waiting| Found::Id(waiting.id))),
        field("assigned_location_id", Kind::Id, |row| of(row, |waiting| Found::Id(waiting.location_id))),
        field("status", Kind::Text, |row| of(row, |waiting| Found::text(waiting.status.name()))),
        field("updated_at", Kind::Time, |row| of(row, |waiting| Found::Time(waiting.updated_at))),
    ],
    words: |_| Found::Nothing,
};
