//! What the buyer or the store has written on an order and its lines.

use shopify::documents::orders::{Attribute, LineItem, Order};
use uuid::Uuid;

use super::document::Ground;
use super::text::{self, or_blank};
use crate::orders::staged::{attribute, line_attribute};

/// The attributes of the order.
pub(super) fn of_order(ground: &Ground<'_>, order_id: Uuid, order: &Order) -> Vec<attribute::Model> {
    let row = |said: &Attribute| attribute::Model {
        id: ground.random.id(ground.now),
        order_id,
        key: text::cut(&said.key, 100),
        value: text::cut(or_blank(said.value.as_ref()), 2048),
    };
    order.custom_attributes.iter().map(row).collect()
}

/// The attributes of its lines.
pub(super) fn of_lines(ground: &Ground<'_>, order_id: Uuid, order: &Order) -> Vec<line_attribute::Model> {
    let of_line = |line: &LineItem| {
        let line_id = text::number(&line.id);
        let row = move |said: &Attribute| line_attribute::Model {
            id: ground.random.id(ground.now),
            order_id,
            line_id,
            key: text::cut(&said.key, 100),
            value: text::cut(or_blank(said.value.as_ref()), 2048),
        };
        line.custom_attributes.iter().map(row).collect::<Vec<_>>()
    };
    order.line_items.nodes.iter().flat_map(of_line).collect()
}
