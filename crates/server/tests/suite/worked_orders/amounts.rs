//! What orders come to: taxes, discounts, shipping, and two moneys.

use database::Engine;
use devstore::testing::{complete_draft, kroner, line, order, tax, with};
use rstest::rstest;
use serde_json::{Value, json};

use super::{LINE, TOTALS, each, of};
use crate::worked_customers::Desk;

/// Example 1.
#[rstest]
#[tokio::test]
async fn tax_is_in_the_price(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::selling(engine).await;
    desk.place(order(vec![with(line("1000", 2, "125.00"), tax("0.25", "50.00"))])).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesOrders").await;
    assert_eq!(document["pricesIncludeTax"], true);
    assert_eq!(of(&document, &TOTALS), json!([200, 50, 250]));
    assert_eq!(each(&lines, &LINE), json!([["1000", 2, 125, 250]]));
    assert_eq!(desk.told().await, json!([250, 50, 0, document["number"]]));
}

/// Example 2.
#[rstest]
#[tokio::test]
async fn tax_comes_on_top_of_the_price(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::selling(engine).await;
    desk.vat("EIGHT", 8).await;
    desk.item("4000", "EIGHT").await;
    let goods = with(line("4000", 3, "19.99"), tax("0.08", "4.80"));
    desk.place(with(order(vec![goods]), json!({ "taxesIncluded": false }))).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesOrders").await;
    assert_eq!(document["pricesIncludeTax"], false);
    assert_eq!(of(&document, &TOTALS), json!([59.97, 4.8, 64.77]));
    assert_eq!(each(&lines, &LINE), json!([["4000", 3, 19.99, 59.97]]));
    assert_eq!(desk.told().await, json!([64.77, 4.8, 0, document["number"]]));
}

/// Example 3.
#[rstest]
#[tokio::test]
async fn discounts_of_a_line_and_of_the_order_are_together_on_the_lines(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::selling(engine).await;
    let less = |value: u32| json!({ "title": "Agreed", "value": value, "valueType": "FIXED_AMOUNT" });
    let goods = |quantity: u32, price: &str| {
        json!({ "title": "Product 3000", "sku": "3000", "quantity": quantity, "taxable": false,
            "originalUnitPriceWithCurrency": { "amount": price, "currencyCode": "NOK" } })
    };
    // A discount of a line is one of each piece.
    let lines = [with(goods(2, "50.00"), json!({ "appliedDiscount": less(5) })), goods(1, "60.00")];
    let draft = json!({ "email": "kari@example.com", "lineItems": lines, "appliedDiscount": less(15) });
    complete_draft(&desk.store, draft).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesOrders").await;
    let discounts = ["quantity", "unitPrice", "discountAmount", "discountPercent", "lineAmount"];
    assert_eq!(each(&lines, &discounts), json!([[2, 50, 19, 19, 81], [1, 60, 6, 10, 54]]));
    assert_eq!(of(&document, &["discountAmount", "totalAmountIncludingTax"]), json!([0, 135]));
    assert_eq!(desk.told().await, json!([135, 0, 0, document["number"]]));
}

/// Example 5.
#[rstest]
#[tokio::test]
async fn shipping_is_taxed_like_goods(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::selling(engine).await;
    desk.vat("TEN", 10).await;
    desk.item("5000", "TEN").await;
    let account = json!({ "number": "6110", "displayName": "Freight", "directPosting": true,
        "generalProductPostingGroup": "RETAIL", "vatProductPostingGroup": "TEN" });
    desk.make("accounts", account).await;
    desk.card(json!({ "shippingChargesAccount": "6110" })).await;
    let goods = with(line("5000", 1, "100.00"), tax("0.10", "10.00"));
    let shipping = with(json!({ "title": "Standard", "priceSet": kroner("10.00") }), tax("0.10", "1.00"));
    desk.place(with(order(vec![goods]), json!({ "taxesIncluded": false, "shippingLines": [shipping] }))).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesOrders").await;
    assert_eq!(of(&document, &TOTALS), json!([110, 11, 121]));
    assert_eq!(each(&lines, &LINE), json!([["5000", 1, 100, 100], ["6110", 1, 10, 10]]));
    let shown = each(&lines, &["lineType", "description"]);
    assert_eq!(shown, json!([["Item", "Item 5000"], ["Account", "Standard"]]));
    assert_eq!(desk.told().await, json!([121, 11, 0, document["number"]]));
}

/// Example 10.
#[rstest]
#[case::of_the_shop("Shop Currency", json!(["", 707.75]), json!([[745, 74.5, 670.5], [37.25, 0, 37.25]]))]
#[case::of_the_buyer("Presentment Currency", json!(["EUR", 95]), json!([[100, 10, 90], [5, 0, 5]]))]
#[tokio::test]
async fn a_document_is_in_the_money_of_the_shop_or_of_the_buyer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] handling: &str,
    #[case] total: Value,
    #[case] amounts: Value,
) {
    let desk = Desk::selling(engine).await;
    desk.mend("companyInformation", "currencyCode eq 'NOK'", json!({ "currencyCode": "DKK" })).await;
    desk.card(json!({ "currencyHandling": handling, "currencyCode": "" })).await;
    let both = |shop: &str, presentment: &str| {
        json!({
            "shopMoney": { "amount": shop, "currencyCode": "DKK" },
            "presentmentMoney": { "amount": presentment, "currencyCode": "EUR" },
        })
    };
    let goods = with(line("1000", 1, "0"), json!({ "priceSet": both("745.00", "100.00") }));
    let less = json!({ "itemFixedDiscountCode": { "code": "TEN", "amountSet": both("74.50", "10.00") } });
    let fields = json!({ "currency": "DKK", "presentmentCurrency": "EUR", "discountCode": less,
        "shippingLines": [{ "title": "Standard", "priceSet": both("37.25", "5.00") }] });
    desk.place(with(order(vec![goods]), fields)).await;
    desk.sync().await;
    let (document, lines) = desk.made("salesOrders").await;
    assert_eq!(of(&document, &["currencyCode", "totalAmountIncludingTax"]), total);
    assert_eq!(each(&lines, &["unitPrice", "discountAmount", "lineAmount"]), amounts);
    let staged = desk.staged().await;
    let stored = ["totalAmount", "presentmentTotalAmount", "differenceAmount", "processedCurrencyHandling"];
    assert_eq!(of(&staged, &stored), json!([707.75, 95, 0, handling]));
}
