use serde_json::{Value, json};

use crate::fulfilment::{SEND, waiting};
use crate::refunds::REFUND;
use crate::shop::{LOCATION, Shop, line};

/// 4 caps, of which 2 were sent: the id of the order and that of its line.
async fn half_sent(shop: &Shop) -> (Value, Value) {
    let order = shop.create_order(json!({ "lineItems": [line("Lue", 4, "100")] })).await;
    let first = waiting(shop, &order).await.remove(0);
    let pieces = json!([{ "id": first["lineItems"]["nodes"][0]["id"], "quantity": 2 }]);
    let send = json!({ "lineItemsByFulfillmentOrder": [
        { "fulfillmentOrderId": first["id"], "fulfillmentOrderLineItems": pieces },
    ] });
    shop.done(SEND, json!({ "fulfillment": send })).await;
    let lines = shop.order(&order["id"], "lineItems(first: 1) { nodes { id } }").await;
    (order["id"].clone(), lines["lineItems"]["nodes"][0]["id"].clone())
}

fn refund(order: &Value, line: &Value, entries: &[(&str, i64)]) -> Value {
    let entry = |(restock, quantity): &(&str, i64)| json!({ "lineItemId": line, "quantity": quantity, "restockType": restock, "locationId": LOCATION });
    let lines: Vec<Value> = entries.iter().map(entry).collect();
    json!({ "input": { "orderId": order, "refundLineItems": lines }, "key": "1" })
}

#[tokio::test]
async fn a_line_that_is_named_twice_is_counted_together() {
    let cancelled = "Refund line items quantity cannot cancel more items than are unfulfilled";
    let returned = "Refund line items quantity cannot return more items than were fulfilled";
    let cases = [
        ([("CANCEL", 2), ("CANCEL", 2)], cancelled),
        ([("NO_RESTOCK", 2), ("CANCEL", 1)], cancelled),
        ([("RETURN", 2), ("RETURN", 2)], returned),
    ];
    for (entries, message) in cases {
        let shop = Shop::new();
        let (order, line) = half_sent(&shop).await;
        assert_eq!(shop.refused(REFUND, refund(&order, &line, &entries)).await, message, "{entries:?}");
    }
}

#[tokio::test]
async fn what_was_sent_comes_back_and_what_waits_is_cancelled_in_either_order() {
    for entries in [[("CANCEL", 2), ("RETURN", 2)], [("RETURN", 2), ("CANCEL", 2)]] {
        let shop = Shop::new();
        let (order, line) = half_sent(&shop).await;
        shop.done(REFUND, refund(&order, &line, &entries)).await;
        let selection = "lineItems(first: 1) { nodes { currentQuantity unfulfilledQuantity } }";
        let left = json!({ "currentQuantity": 0, "unfulfilledQuantity": 0 });
        assert_eq!(shop.order(&order, selection).await["lineItems"]["nodes"][0], left, "{entries:?}");
    }
}
