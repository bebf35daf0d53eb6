//! Orders with refunds and returns, as tests tell them.

use serde_json::{Value, json};
use shopify::documents::refunds::OrderWithRefunds;
use values::Code;

use super::reading::told as read;
use super::staged::Back;
use crate::orders::mapping::Ground;
use crate::orders::staged::{Document, Sale};
use crate::orders::totals::tests::{self as totals, bag};
use crate::shops::options::CurrencyHandling::ShopCurrency;

/// A shop in kroner with all the accounts that refunds need.
pub(in crate::orders) fn ground() -> Ground {
    let mut ground = totals::ground(ShopCurrency);
    ground.shop.shipping_charges_account = Code::cut("6100");
    ground.shop.sold_gift_card_account = Code::cut("6200");
    ground.shop.cash_roundings_account = Code::cut("6300");
    ground.shop.refund_account = Code::cut("6400");
    ground.shop.refund_account_non_restock_items = Code::cut("6500");
    ground
}

/// A line of which so many were ordered and so many are left; all of it was sent.
pub(in crate::orders) fn line(id: u64, (ordered, left): (i32, i32), price: &str, discount: &str) -> Value {
    let mut line = totals::line(id, ordered, price, discount);
    for (field, value) in [("currentQuantity", left), ("unfulfilledQuantity", 0), ("refundableQuantity", left)] {
        line[field] = value.into();
    }
    line
}

/// An order that is paid, and costs `total` of which `tax` is tax; all its lines have an item.
pub(in crate::orders) fn order(total: &str, tax: &str, lines: &[Value], fields: &[(&str, Value)]) -> Document {
    let fields = [[("transactions", json!([]))].as_slice(), fields].concat();
    let mut document = totals::imported(total, tax, lines, &fields);
    document.sale.lines.iter_mut().for_each(|line| line.item_number = Code::cut("1000"));
    document
}

/// Pieces of the line of that id that are paid back.
pub(in crate::orders) fn back(
    line: u64,
    quantity: i32,
    restock: &str,
    (price, subtotal, tax): (&str, &str, &str),
) -> Value {
    json!({
        "id": format!("gid://shopify/RefundLineItem/{}", line + 100),
        "lineItem": { "id": format!("gid://shopify/LineItem/{line}") }, "quantity": quantity, "restockType": restock,
        "restocked": restock == "RETURN", "location": null, "priceSet": bag(price), "subtotalSet": bag(subtotal),
        "totalTaxSet": bag(tax),
    })
}

fn whole(nodes: &[Value]) -> Value {
    json!({ "nodes": nodes, "pageInfo": { "hasNextPage": false } })
}

/// A refund that has paid so much back.
pub(in crate::orders) fn refund(total: &str, lines: &[Value], fields: &[(&str, Value)]) -> Value {
    let mut refund = json!({
        "id": "gid://shopify/Refund/900", "createdAt": "2026-03-09T23:30:00Z", "updatedAt": "2026-03-09T23:30:00Z",
        "processedAt": "2026-03-09T23:30:00Z", "note": "Too small", "return": null, "totalRefundedSet": bag(total),
        "refundLineItems": whole(lines), "refundShippingLines": whole(&[]), "orderAdjustments": whole(&[]),
        "transactions": whole(&[]),
    });
    for (field, value) in fields {
        refund[*field] = value.clone();
    }
    refund
}

/// Shipping that is paid back.
pub(in crate::orders) fn shipping_back(subtotal: &str, tax: &str) -> Value {
    whole(&[json!({
        "id": "gid://shopify/RefundShippingLine/910", "subtotalAmountSet": bag(subtotal), "taxAmountSet": bag(tax),
        "shippingLine": { "id": "gid://shopify/ShippingLine/9", "title": "Standard" },
    })])
}

/// A return of pieces of the line of that id, for which the buyer gets lines of the order instead.
pub(in crate::orders) fn returned(line: u64, exchanged: &[u64]) -> Value {
    let parcel = json!({ "id": "gid://shopify/FulfillmentLineItem/70",
        "lineItem": { "id": format!("gid://shopify/LineItem/{line}") } });
    let lines: Vec<Value> =
        exchanged.iter().map(|id| json!({ "id": format!("gid://shopify/LineItem/{id}") })).collect();
    let exchange = json!({ "id": "gid://shopify/ExchangeLineItem/80", "quantity": 1, "lineItems": lines });
    let disposed = json!({ "fulfillmentLineItem": parcel.clone(),
        "dispositions": [{ "location": { "id": "gid://shopify/Location/31", "name": "Torget" } }] });
    let reverse = json!({ "lineItems": whole(&[disposed]) });
    json!({
        "id": "gid://shopify/Return/600", "name": "#1001-R1", "status": "CLOSED", "createdAt": "2026-03-08T10:00:00Z",
        "closedAt": null, "totalQuantity": 2, "decline": { "reason": "OTHER", "note": "Worn" },
        "returnLineItems": whole(&[
            json!({
                "__typename": "ReturnLineItem", "id": "gid://shopify/ReturnLineItem/610", "quantity": 1,
                "refundableQuantity": 0, "refundedQuantity": 1, "returnReasonNote": "Too small",
                "returnReasonDefinition": { "name": "Size", "handle": "size" }, "customerNote": "Sorry",
                "fulfillmentLineItem": parcel, "withCodeDiscountedTotalPriceSet": bag("100.00"),
            }),
            json!({
                "__typename": "UnverifiedReturnLineItem", "id": "gid://shopify/UnverifiedReturnLineItem/611",
                "quantity": 1, "refundableQuantity": 1, "refundedQuantity": 0, "returnReasonNote": "",
                "returnReasonDefinition": null, "customerNote": null,
                "unitPrice": { "amount": "12.50", "currencyCode": "EUR" },
            }),
        ]),
        "exchangeLineItems": whole(if exchanged.is_empty() { &[] } else { std::slice::from_ref(&exchange) }),
        "reverseFulfillmentOrders": whole(&[reverse]),
    })
}

/// The order after its refunds and returns were read, with what was paid back and came back.
pub(in crate::orders) fn read_of(document: &Document, refunds: &[Value], returns: &[Value]) -> (Sale, Back) {
    let said = json!({ "id": "gid://shopify/Order/5001", "refunds": refunds, "returns": whole(returns) });
    let said: OrderWithRefunds = serde_json::from_value(said).unwrap();
    read(&ground().import(), document, &said)
}
