use serde_json::{Value, json};

use crate::fulfilment::{SEND, waiting};
use crate::order_edits::{ADD_VARIANT, BEGIN, COMMIT, DISCOUNT, SET_QUANTITY};
use crate::refunds::REFUND;
use crate::returns::{PROCESS, RETURN};
use crate::shop::{LOCATION, Shop, kroner, payment};
use crate::whole_orders::CANCEL;

/// What an order comes to: total, current total, its tax, outstanding, refunded, and its three statuses.
async fn comes_to(shop: &Shop, id: &Value) -> Vec<String> {
    let bags =
        ["totalPriceSet", "currentTotalPriceSet", "currentTotalTaxSet", "totalOutstandingSet", "totalRefundedSet"];
    let statuses = ["displayFinancialStatus", "displayFulfillmentStatus", "returnStatus"];
    let selection: String =
        bags.map(|bag| format!("{bag} {{ shopMoney {{ amount }} presentmentMoney {{ amount }} }} ")).concat();
    let order = shop.order(id, &(selection + &statuses.join(" "))).await;
    let amounts = bags.map(|bag| order[bag]["shopMoney"]["amount"].as_str().unwrap().to_owned());
    for bag in bags {
        assert_eq!(order[bag]["shopMoney"]["amount"], order[bag]["presentmentMoney"]["amount"], "{bag}");
    }
    amounts.into_iter().chain(statuses.map(|status| order[status].as_str().unwrap().to_owned())).collect()
}

#[tokio::test]
async fn the_money_is_right_at_every_step_of_an_orders_life() {
    let shop = Shop::new();
    let (cap, socks) = (shop.product("Lue", "349", 20).await, shop.product("Sokker", "189.90", 20).await);
    let vat = json!([{ "title": "MVA", "rate": 0.25 }]);
    let order = shop
        .create_order(json!({
            "taxesIncluded": true,
            "currency": "NOK",
            "lineItems": [{ "variantId": cap, "quantity": 2, "taxLines": vat }],
            "shippingLines": [{ "title": "Hentested", "priceSet": kroner("79"), "taxLines": vat }],
            "discountCode": { "itemPercentageDiscountCode": { "code": "VELKOMMEN10", "percentage": 10 } },
            "transactions": [payment("707.20", "SALE")],
        }))
        .await;
    let id = order["id"].clone();
    // 698.00 less 69.80, and 79.00; a fifth of each is tax.
    assert_eq!(
        comes_to(&shop, &id).await,
        ["707.2", "707.2", "141.44", "0.0", "0.0", "PAID", "UNFULFILLED", "NO_RETURN"]
    );

    // Edit: three socks more, 5 % off each of them.
    let begun = shop.done(BEGIN, json!({ "id": id })).await;
    let edit = &begun["calculatedOrder"]["id"];
    let added = shop.done(ADD_VARIANT, json!({ "id": edit, "variant": socks, "quantity": 4 })).await;
    let line = &added["calculatedLineItem"]["id"];
    shop.done(SET_QUANTITY, json!({ "id": edit, "line": line, "quantity": 3 })).await;
    let discount = json!({ "description": "Kvantum", "percentValue": 5 });
    shop.done(DISCOUNT, json!({ "id": edit, "line": line, "discount": discount })).await;
    shop.done(COMMIT, json!({ "id": edit })).await;
    // 569.70 less 28.49 (28.485) is 541.21; its tax 113.94 less a twentieth is 108.24.
    assert_eq!(
        comes_to(&shop, &id).await,
        ["1248.41", "1248.41", "249.68", "541.21", "0.0", "PARTIALLY_PAID", "UNFULFILLED", "NO_RETURN"]
    );
    assert_eq!((shop.stock(&cap).await, shop.stock(&socks).await), (20, 17));
    let pay = "mutation($id: ID!) { orderCreateManualPayment(id: $id) { order { id } userErrors { message } } }";
    shop.done(pay, json!({ "id": id })).await;

    // Part of it is sent: a cap and two socks.
    let nodes = waiting(&shop, &order).await;
    let piece = |node: &Value, quantity: i64| {
        json!({
            "fulfillmentOrderId": node["id"],
            "fulfillmentOrderLineItems": [{ "id": node["lineItems"]["nodes"][0]["id"], "quantity": quantity }],
        })
    };
    let fulfillment = json!({ "lineItemsByFulfillmentOrder": [piece(&nodes[0], 1), piece(&nodes[1], 2)] });
    let parcel = shop.done(SEND, json!({ "fulfillment": fulfillment })).await["fulfillment"].clone();
    assert_eq!(parcel["totalQuantity"], 3);
    assert_eq!(
        comes_to(&shop, &id).await,
        ["1248.41", "1248.41", "249.68", "0.0", "0.0", "PAID", "PARTIALLY_FULFILLED", "NO_RETURN"]
    );

    // The cap that was not sent is refunded: half of 628.20.
    let parts = shop.order(&id, "lineItems(first: 5) { nodes { id } } transactions(first: 5) { id gateway }").await;
    let (paid, by_hand) = (&parts["transactions"][0]["id"], &parts["transactions"][1]["id"]);
    let lines = json!([{ "lineItemId": parts["lineItems"]["nodes"][0]["id"], "quantity": 1, "restockType": "CANCEL", "locationId": LOCATION }]);
    let back = json!([{ "orderId": id, "parentId": paid, "kind": "REFUND", "gateway": "vipps", "amount": "314.10" }]);
    let input = json!({ "orderId": id, "refundLineItems": lines, "transactions": back });
    shop.done(REFUND, json!({ "input": input, "key": "a" })).await;
    assert_eq!(
        comes_to(&shop, &id).await,
        ["1248.41", "934.31", "186.86", "0.0", "314.1", "PARTIALLY_REFUNDED", "PARTIALLY_FULFILLED", "NO_RETURN"]
    );
    assert_eq!(shop.stock(&cap).await, 21);

    // A pair of the socks comes back: a third of 541.21.
    let parcel_line = &parcel["fulfillmentLineItems"]["nodes"][1]["id"];
    let input = json!({ "orderId": id, "returnLineItems": [{ "fulfillmentLineItemId": parcel_line, "quantity": 1 }] });
    let returned = shop.done(RETURN, json!({ "input": input })).await["return"].clone();
    let reverse = &returned["reverseFulfillmentOrders"]["nodes"][0]["lineItems"]["nodes"][0]["id"];
    let dispose = json!([{ "dispositionType": "RESTOCKED", "locationId": LOCATION, "quantity": 1, "reverseFulfillmentOrderLineItemId": reverse }]);
    let input = json!({
        "returnId": returned["id"],
        "returnLineItems": [{ "id": returned["returnLineItems"]["nodes"][0]["id"], "quantity": 1, "dispositions": dispose }],
        "financialTransfer": { "issueRefund": { "orderTransactions": [
            { "parentId": by_hand, "transactionAmount": { "amount": "180.40", "currencyCode": "NOK" } },
        ] } },
    });
    let processed = shop.done(PROCESS, json!({ "input": input })).await["return"].clone();
    assert_eq!(processed["refunds"]["nodes"][0]["orderAdjustments"]["nodes"], json!([]));
    assert_eq!(
        comes_to(&shop, &id).await,
        ["1248.41", "753.91", "150.78", "0.0", "494.5", "PARTIALLY_REFUNDED", "PARTIALLY_FULFILLED", "IN_PROGRESS"]
    );
    assert_eq!(shop.stock(&socks).await, 18);

    // It can't be called off any more, and nothing changes by trying.
    let refused = shop.refused(CANCEL, json!({ "id": id, "restock": true })).await;
    assert_eq!(refused, "Cannot cancel an order that has returns");
    assert_eq!(comes_to(&shop, &id).await[1], "753.91");
}
