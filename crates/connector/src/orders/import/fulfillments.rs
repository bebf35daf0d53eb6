//! What of an order was sent, handed over or picked up.

use shopify::documents::orders::{Fulfillment, FulfillmentTrackingInfo, Order};
use uuid::Uuid;

use super::document::Ground;
use super::queue_row::option;
use super::text::{self, or_blank};
use crate::orders::staged::fulfillment;

/// The fulfilments, ascending by id.
pub(super) fn fulfillments(ground: &Ground<'_>, order_id: Uuid, order: &Order) -> Vec<fulfillment::Model> {
    let row = |said: &Fulfillment| {
        let first = |pick: fn(&FulfillmentTrackingInfo) -> Option<&str>| said.tracking_info.iter().find_map(pick);
        let numbers: Vec<&str> = said.tracking_info.iter().map(|info| or_blank(info.number.as_ref())).collect();
        let location = said.location.as_ref();
        fulfillment::Model {
            id: ground.random.id(ground.now),
            order_id,
            shopify_order_id: text::number(&order.id),
            shopify_fulfillment_id: text::number(&said.id),
            name: text::cut(&said.name, 50),
            status: option(&said.status),
            delivery_status: said.display_status.as_ref().map(option).unwrap_or_default(),
            created_at: said.created_at,
            updated_at: said.updated_at,
            total_quantity: said.total_quantity,
            tracking_number: text::cut(&numbers.join(","), 2048),
            tracking_url: text::cut(
                first(|info| info.url.as_ref().map(|url| url.0.as_str())).unwrap_or_default(),
                2048,
            ),
            tracking_company: text::cut(first(|info| info.company.as_deref()).unwrap_or_default(), 100),
            location_id: location.map_or(0, |location| text::number(&location.id)),
            location_name: text::cut(or_blank(location.map(|location| &location.name)), 250),
        }
    };
    let mut rows: Vec<_> = order.fulfillments.iter().map(row).collect();
    rows.sort_by_key(|row| row.shopify_fulfillment_id);
    rows
}
