//! From where the lines of an order are sent, and how.

use std::collections::BTreeSet;

use shopify::documents::orders::{FulfillmentOrder, FulfillmentOrderStatus, LineItem, Order};

use super::queue_row::option;
use super::text;
use crate::orders::options::DeliveryMethod;

/// From where a line is sent, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sent {
    /// The location, by its id in Shopify; 0 for none that is known.
    pub location_id: i64,
    /// The way.
    pub method: DeliveryMethod,
    /// The locations that have something of the line to send still, by their ids in Shopify, ascending.
    pub waiting: Vec<i64>,
}

/// What the part of the order says that sends the line: the last one that is not done with, else the last one. Where no part
/// is known, a line that was sold in a shop is sent from there.
pub(super) fn sent(order: &Order, line: &LineItem) -> Sent {
    let parts: &[FulfillmentOrder] = order.fulfillment_orders.as_ref().map_or(&[], |parts| &parts.nodes);
    let is_told = parts.iter().any(|part| lists(part, line));
    let of_line = |part: &&FulfillmentOrder| if is_told { lists(part, line) } else { has_more(part) };
    let of_line: Vec<&FulfillmentOrder> = parts.iter().filter(of_line).collect();
    let open = || of_line.iter().copied().filter(|part| !is_done(part));
    let waiting: BTreeSet<i64> = open().filter_map(FulfillmentOrder::location).map(text::number).collect();
    match open().next_back().or(of_line.last().copied()) {
        Some(part) => Sent {
            location_id: part.location().map_or(0, text::number),
            method: part.delivery_method.as_ref().map(|method| option(&method.method_type)).unwrap_or_default(),
            waiting: waiting.into_iter().collect(),
        },
        None => Sent {
            location_id: order.retail_location.as_ref().map_or(0, |location| text::number(&location.id)),
            method: DeliveryMethod::Blank,
            waiting: Vec::new(),
        },
    }
}

/// Whether a part sends the line. Parts whose lines were not asked for send all of the order in the same way.
fn lists(part: &FulfillmentOrder, line: &LineItem) -> bool {
    let Some(lines) = &part.line_items else { return true };
    lines.nodes.iter().any(|sent| sent.line_item.id == line.id && sent.total_quantity > 0)
}

/// Whether a part sends lines that were not told. There is one such part at most: an order has no more than 500 lines.
fn has_more(part: &FulfillmentOrder) -> bool {
    part.line_items.as_ref().is_some_and(|lines| lines.page_info.has_next_page)
}

fn is_done(part: &FulfillmentOrder) -> bool {
    matches!(part.status, FulfillmentOrderStatus::Closed | FulfillmentOrderStatus::Cancelled)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn order(parts: Value) -> Order {
        let mut order: Value = serde_json::from_str(include_str!("order.json")).unwrap();
        order["retailLocation"] = json!({ "id": "gid://shopify/Location/9", "name": "Torget" });
        order["fulfillmentOrders"] = parts;
        serde_json::from_value(order).unwrap()
    }

    fn parts(nodes: &[Value]) -> Value {
        json!({ "nodes": nodes, "pageInfo": { "hasNextPage": false } })
    }

    fn part(location: u64, status: &str, method: &str) -> Value {
        let location = json!({ "location": { "id": format!("gid://shopify/Location/{location}") } });
        json!({ "id": "gid://shopify/FulfillmentOrder/1", "status": status, "assignedLocation": location,
            "deliveryMethod": { "methodType": method } })
    }

    fn with_lines(mut part: Value, lines: &[&str], has_more: bool) -> Value {
        let nodes: Vec<_> = lines.iter().map(|id| json!({ "lineItem": { "id": id }, "totalQuantity": 1 })).collect();
        part["lineItems"] = json!({ "nodes": nodes, "pageInfo": { "hasNextPage": has_more } });
        part
    }

    fn sent_of(parts: Value) -> (i64, String) {
        let order = order(parts);
        let sent = sent(&order, &order.line_items.nodes[0]);
        (sent.location_id, sent.method.to_string())
    }

    #[test]
    fn one_part_says_it_for_the_whole_order() {
        assert_eq!(sent_of(parts(&[part(1, "OPEN", "PICK_UP")])), (1, "Pick Up".to_owned()));
        assert_eq!(sent_of(parts(&[part(1, "CLOSED", "SHIPPING")])), (1, "Shipping".to_owned()));
    }

    #[test]
    fn without_parts_a_line_is_sent_from_where_it_was_sold() {
        assert_eq!(sent_of(Value::Null), (9, String::new()));
        assert_eq!(sent_of(parts(&[])), (9, String::new()));
    }

    #[test]
    fn of_several_parts_the_last_one_that_is_not_done_with_sends_the_line() {
        let line = order(Value::Null).line_items.nodes[0].id.inner().to_owned();
        let own: &[&str] = &[&line];
        let (done, open) = (part(1, "CLOSED", "SHIPPING"), part(2, "OPEN", "SHIPPING"));
        let both = [with_lines(open.clone(), own, false), with_lines(done.clone(), own, false)];
        assert_eq!(sent_of(parts(&both)).0, 2);
        let other =
            [with_lines(open.clone(), &["gid://shopify/LineItem/404"], false), with_lines(done.clone(), own, false)];
        assert_eq!(sent_of(parts(&other)).0, 1, "the open part sends other lines");
        let cut = [with_lines(open, &[], true), with_lines(done, &["gid://shopify/LineItem/404"], false)];
        assert_eq!(sent_of(parts(&cut)).0, 2, "what no part tells is sent by the one that has more");
    }

    #[test]
    fn the_places_that_have_something_to_send_still_are_told() {
        let line = order(Value::Null).line_items.nodes[0].id.inner().to_owned();
        let own: &[&str] = &[&line];
        let waiting = |nodes: &[Value]| {
            let order = order(parts(nodes));
            sent(&order, &order.line_items.nodes[0]).waiting
        };
        let part = |location, status| with_lines(part(location, status, "SHIPPING"), own, false);
        assert_eq!(waiting(&[part(2, "OPEN"), part(1, "IN_PROGRESS"), part(2, "ON_HOLD")]), [1, 2]);
        assert_eq!(waiting(&[part(2, "CLOSED"), part(1, "OPEN"), part(3, "CANCELLED")]), [1]);
        assert_eq!(waiting(&[part(2, "CLOSED")]), [] as [i64; 0]);
    }

    #[test]
    fn a_location_that_is_gone_is_none() {
        let mut gone = part(1, "OPEN", "SHIPPING");
        gone["assignedLocation"]["location"] = Value::Null;
        assert_eq!(sent_of(parts(&[gone])), (0, "Shipping".to_owned()));
    }
}
