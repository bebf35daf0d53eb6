//! What is sold besides items, and which kind of document what is delivered becomes.

use axum::http::Method;
use database::Engine;
use devstore::testing::paid_back::paid;
use devstore::testing::{kroner, line, order, with};
use rstest::rstest;
use serde_json::{Value, json};

use super::{LINE, TOTALS, each, of};
use crate::call::Call;
use crate::worked_customers::Desk;

/// So many gift cards.
fn gift_cards(quantity: u32) -> Value {
    json!({ "title": "Gift card", "quantity": quantity, "priceSet": kroner("50.00"), "giftCard": true,
        "taxable": false })
}

/// A payment by the gift card of that id.
fn by_card(card: i64, amount: &str) -> Value {
    let receipt = json!({ "gift_card_id": card });
    json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "gift_card", "amountSet": kroner(amount),
        "receiptJson": receipt })
}

fn by_gateway(gateway: &str, amount: &str) -> Value {
    json!({ "kind": "SALE", "status": "SUCCESS", "gateway": gateway, "amountSet": kroner(amount) })
}

/// Example 7.
#[rstest]
#[tokio::test]
async fn a_tip_is_on_its_account(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::selling(engine).await;
    desk.card(json!({ "tipAccount": "3070" })).await;
    let tip = json!({ "title": "Tip", "quantity": 1, "priceSet": kroner("5.00"), "taxable": false });
    desk.place(order(vec![line("3000", 1, "40.00"), tip])).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesOrders").await;
    assert_eq!(document["totalAmountIncludingTax"], 45);
    assert_eq!(each(&lines, &LINE), json!([["3000", 1, 40, 40], ["3070", 1, 5, 5]]));
    assert_eq!(of(&lines[1], &["lineType", "description"]), json!(["Account", "Tips"]));
    assert_eq!(desk.told().await, json!([45, 0, 0, document["number"]]));
}

/// Example 8.
#[rstest]
#[tokio::test]
async fn a_gift_card_that_is_sold_and_delivered_is_invoiced_and_known(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::selling(engine).await;
    desk.card(json!({ "soldGiftCardAccount": "2950" })).await;
    let delivered = with(paid("50.00"), json!({ "fulfillmentStatus": "FULFILLED" }));
    desk.place(with(order(vec![gift_cards(1)]), delivered)).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesInvoices").await;
    assert_eq!(of(&document, &TOTALS), json!([50, 0, 50]));
    assert_eq!(each(&lines, &LINE), json!([["2950", 1, 50, 50]]));
    assert_eq!(lines[0]["lineType"], "Account");
    let staged = desk.staged().await;
    let numbers = of(&staged, &["salesOrderNumber", "salesInvoiceNumber"]);
    assert_eq!(numbers, json!(["", document["number"]]));
    let card = desk.only("shopifyGiftCards").await;
    assert_eq!(of(&card, &["amount", "knownUsedAmount", "shopifyOrderNumber"]), json!([50, 0, "#1001"]));
}

/// Example 9. Otherwise than in Business Central, a gift card that pays for a part does not make the document forget how the
/// rest is paid.
#[rstest]
#[tokio::test]
async fn a_gift_card_that_pays_leaves_the_document_as_it_is(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::selling(engine).await;
    let payments = json!({ "transactions": [by_card(999, "50.00"), by_gateway("shopify_payments", "75.00")] });
    let id = desk.place(with(order(vec![line("1000", 1, "125.00")]), payments)).await;
    let visa = Call::new(Method::POST, "/_devstore/orders/special").body(json!({ "order": id, "card": "Visa" }));
    visa.send(&desk.store.router()).await.expect(200);
    desk.sync().await;
    let filter = "creditCardCompany eq 'Visa'";
    desk.mend("shopifyPaymentMethodMappings", filter, json!({ "paymentMethodCode": "CARD" })).await;
    let (document, _) = desk.made("salesOrders").await;
    assert_eq!(of(&document, &["totalAmountIncludingTax", "paymentMethodCode"]), json!([125, "CARD"]));
    let card = desk.only("shopifyGiftCards").await;
    assert_eq!(of(&card, &["giftCardId", "knownUsedAmount"]), json!([999, 50]));
    let paying = desk.list("shopifyOrderTransactions", &[("$filter", "giftCardId eq 999")]).await;
    assert_eq!(each(&paying, &["gateway", "amount"]), json!([["gift_card", 50]]));
    let rest = desk.list("shopifyOrderTransactions", &[("$filter", filter)]).await;
    assert_eq!(each(&rest, &["gateway", "amount"]), json!([["shopify_payments", 75]]));
}

#[rstest]
#[tokio::test]
async fn the_store_is_asked_what_is_left_of_its_gift_cards(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::selling(engine).await;
    desk.card(json!({ "soldGiftCardAccount": "2950" })).await;
    desk.place(order(vec![gift_cards(2)])).await;
    desk.sync().await;
    let sold = desk.list("shopifyGiftCards", &[]).await;
    assert_eq!(sold.len(), 2);
    // The second card pays for a part of another order.
    let card = sold[0]["orderLineId"].as_i64().unwrap() * 1_000 + 1;
    let payments = json!({ "transactions": [by_card(card, "20.00"), by_gateway("vipps", "80.00")] });
    desk.place(with(order(vec![line("1000", 1, "100.00")]), payments)).await;
    desk.sync().await;
    let path = format!("shopifyShops/{}/Kobling.getGiftCards", desk.shop);
    let told = desk.act(&path, json!({})).await.expect(200);
    assert_eq!(told, json!({ "found": 2, "new": 0, "changed": 2, "more": false }));
    let mut cards = desk.list("shopifyGiftCards", &[]).await;
    cards.sort_by_key(|card| card["piece"].as_i64());
    let left = each(&cards, &["piece", "amount", "balance", "knownUsedAmount", "enabled"]);
    assert_eq!(left, json!([[1, 50, 50, 0, true], [2, 50, 30, 20, true]]));
    assert_eq!(cards[1]["giftCardId"], card);
}

/// Example 21.
#[rstest]
#[case::as_an_order(false, "salesOrders")]
#[case::as_an_invoice(true, "salesInvoices")]
#[tokio::test]
async fn what_is_delivered_is_invoiced_where_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] invoices: bool,
    #[case] set: &str,
) {
    let desk = Desk::selling(engine).await;
    desk.card(json!({ "createInvoicesFromOrders": invoices })).await;
    let goods = order(vec![line("1000", 1, "125.00")]);
    desk.place(with(goods, json!({ "fulfillmentStatus": "FULFILLED" }))).await;
    desk.sync().await;
    let (document, lines) = desk.made(set).await;
    assert_eq!(of(&document, &TOTALS), json!([100, 25, 125]));
    assert_eq!(each(&lines, &LINE), json!([["1000", 1, 125, 125]]));
    let other = if invoices { "salesOrders" } else { "salesInvoices" };
    assert_eq!(desk.list(other, &[]).await, Vec::<Value>::new());
}

/// Example 23, with the item that a charge is mapped to: here is nothing that would be spread over other lines.
#[rstest]
#[tokio::test]
async fn shipping_that_is_mapped_to_an_item_is_a_line_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::selling(engine).await;
    for item in ["A", "B", "F"] {
        desk.item(item, "ZERO").await;
    }
    let shipping = json!({ "shippingLines": [{ "title": "Standard", "priceSet": kroner("10.00") }] });
    desk.place(with(order(vec![line("A", 1, "60.00"), line("B", 1, "40.00")]), shipping)).await;
    desk.sync().await;
    let freight = json!({ "shippingChargesType": "Item", "shippingChargesNumber": "F" });
    desk.mend("shopifyShipmentMethodMappings", "name eq 'Standard'", freight).await;
    let (document, lines) = desk.made("salesOrders").await;
    assert_eq!(each(&lines, &LINE), json!([["A", 1, 60, 60], ["B", 1, 40, 40], ["F", 1, 10, 10]]));
    assert_eq!(document["totalAmountIncludingTax"], 110);
    assert_eq!(desk.told().await, json!([110, 0, 0, document["number"]]));
}
