//! What a draft costs, to the cent.

use serde_json::{Value, json};

use crate::drafts::{completed, custom, draft};
use crate::full_schema;
use crate::shop::Shop;

fn amount(object: &Value, field: &str) -> String {
    object[field]["shopMoney"]["amount"].as_str().unwrap().to_owned()
}

fn percent(value: f64) -> Value {
    json!({ "title": "Avtale", "value": value, "valueType": "PERCENTAGE" })
}

fn fixed(value: f64) -> Value {
    json!({ "title": "Avslag", "value": value, "valueType": "FIXED_AMOUNT" })
}

fn less(mut line: Value, discount: Value) -> Value {
    line["appliedDiscount"] = discount;
    line
}

fn freight(price: &str) -> Value {
    json!({ "title": "Hjem", "priceWithCurrency": { "amount": price, "currencyCode": "NOK" } })
}

#[tokio::test]
async fn discounts_of_lines_come_first_and_that_of_the_order_takes_of_what_is_left() {
    let shop = Shop::new();
    let made = draft(
        &shop,
        json!({
            "lineItems": [less(custom("Lue", 3, "33.33"), percent(10.0)), less(custom("Sokker", 2, "50"), fixed(5.0))],
            "appliedDiscount": percent(10.0),
            "shippingLine": freight("79"),
        }),
    )
    .await;
    let lines = &made["lineItems"]["nodes"];
    // A tenth of 99.99 is 9.999, of which the buyer saves 9.99; five for each of two is ten.
    assert_eq!(amount(&lines[0], "totalDiscountSet"), "9.99");
    assert_eq!(amount(&lines[0], "discountedTotalSet"), "90.0");
    assert_eq!(amount(&lines[0], "approximateDiscountedUnitPriceSet"), "30.0");
    assert_eq!(amount(&lines[1], "totalDiscountSet"), "10.0");
    assert_eq!(amount(&lines[1], "discountedTotalSet"), "90.0");
    let applied = json!({ "title": "Avslag", "value": 5.0, "valueType": "FIXED_AMOUNT", "amountSet": { "shopMoney": { "amount": "10.0" } } });
    assert_eq!(lines[1]["appliedDiscount"], applied);
    assert_eq!(amount(&made, "totalLineItemsPriceSet"), "199.99");
    assert_eq!(amount(&made, "lineItemsSubtotalPrice"), "180.0");
    assert_eq!(amount(&made["appliedDiscount"], "amountSet"), "18.0");
    assert_eq!(amount(&made, "subtotalPriceSet"), "162.0");
    assert_eq!(amount(&made, "totalDiscountsSet"), "37.99");
    assert_eq!(amount(&made, "totalShippingPriceSet"), "79.0");
    assert_eq!(amount(&made, "totalPriceSet"), "241.0");
    // A fifth of 81.00, of 81.00 and of 79.00.
    assert_eq!(amount(&lines[0]["taxLines"][0], "priceSet"), "16.2");
    assert_eq!(amount(&made, "totalTaxSet"), "48.2");
    let tax = json!([{ "title": "MVA", "rate": 0.25, "priceSet": { "shopMoney": { "amount": "48.2" } } }]);
    assert_eq!((&made["taxLines"], &made["taxesIncluded"]), (&tax, &json!(true)));
    assert_eq!(made["shippingLine"]["code"], "custom");
}

#[tokio::test]
async fn the_order_of_a_draft_costs_what_the_draft_did_and_knows_its_discounts() {
    let shop = Shop::new();
    let made = draft(
        &shop,
        json!({
            "lineItems": [less(custom("Lue", 1, "100"), fixed(10.0)), custom("Sokker", 1, "33.34"), custom("Kopp", 1, "33.33")],
            "appliedDiscount": fixed(10.0),
            "shippingLine": freight("40"),
        }),
    )
    .await;
    let id = completed(&shop, &made, json!({})).await;
    let order = shop
        .order(
            &id,
            "totalPriceSet { shopMoney { amount } } subtotalPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } }
             totalDiscountsSet { shopMoney { amount } } totalReceivedSet { shopMoney { amount } } taxesIncluded
             shippingLine { title code custom taxLines { priceSet { shopMoney { amount } } } }
             discountApplications(first: 5) { nodes { index allocationMethod targetSelection targetType
               ... on ManualDiscountApplication { title } value { ... on MoneyV2 { amount } } } }
             lineItems(first: 5) { nodes { discountAllocations { allocatedAmountSet { shopMoney { amount } } } } }",
        )
        .await;
    for field in ["totalPriceSet", "subtotalPriceSet", "totalTaxSet", "totalDiscountsSet"] {
        assert_eq!(amount(&order, field), amount(&made, field), "{field}");
    }
    assert_eq!(amount(&order, "totalPriceSet"), "186.67");
    assert_eq!(amount(&order, "totalReceivedSet"), "186.67");
    let application = |index: u8, title: &str, method: &str, selection: &str| {
        json!({
            "index": index, "title": title, "allocationMethod": method, "targetSelection": selection,
            "targetType": "LINE_ITEM", "value": { "amount": "10.0" },
        })
    };
    let nodes = &order["discountApplications"]["nodes"];
    assert_eq!(nodes[0], application(0, "Avslag", "EACH", "EXPLICIT"));
    assert_eq!(nodes[1], application(1, "Avslag", "ACROSS", "ALL"));
    // Ten over 90.00, 33.34 and 33.33: each has its part, and together they are ten.
    let allocated: Vec<Vec<String>> = order["lineItems"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let allocations = line["discountAllocations"].as_array().unwrap();
            allocations.iter().map(|allocation| amount(allocation, "allocatedAmountSet")).collect()
        })
        .collect();
    assert_eq!(allocated, [vec!["10.0", "5.74"], vec!["2.13"], vec!["2.13"]]);
    assert_eq!(order["shippingLine"]["taxLines"][0]["priceSet"]["shopMoney"]["amount"], "8.0");
}

#[tokio::test]
async fn a_discount_takes_no_more_than_there_is_and_nothing_when_it_is_below_zero() {
    let shop = Shop::new();
    let made = draft(
        &shop,
        json!({ "lineItems": [less(custom("Lue", 2, "30"), fixed(40.0)), custom("Kopp", 1, "5")], "appliedDiscount": fixed(99.0) }),
    )
    .await;
    assert_eq!(amount(&made["lineItems"]["nodes"][0], "totalDiscountSet"), "60.0");
    assert_eq!(amount(&made["appliedDiscount"], "amountSet"), "5.0");
    assert_eq!((amount(&made, "totalPriceSet"), amount(&made, "totalTaxSet")), ("0.0".to_owned(), "0.0".to_owned()));
    let lines = json!([less(custom("Lue", 1, "30"), percent(-5.0))]);
    let made = draft(&shop, json!({ "lineItems": lines, "appliedDiscount": percent(-5.0) })).await;
    assert_eq!(
        (amount(&made, "totalPriceSet"), amount(&made, "totalDiscountsSet")),
        ("30.0".to_owned(), "0.0".to_owned())
    );
}

#[tokio::test]
async fn a_percentage_may_have_two_decimals() {
    let shop = Shop::new();
    let of_line = json!([less(custom("Lue", 1, "10"), percent(12.34))]);
    let made = draft(&shop, json!({ "lineItems": of_line })).await;
    assert_eq!(amount(&made, "totalDiscountsSet"), "1.23");
    let made = draft(&shop, json!({ "lineItems": [custom("Lue", 1, "10")], "appliedDiscount": percent(12.34) })).await;
    assert_eq!(made["appliedDiscount"]["value"], 12.34);
    assert_eq!(amount(&made["appliedDiscount"], "amountSet"), "1.23");
}

#[tokio::test]
async fn what_is_not_taxed_or_is_sent_abroad_or_to_the_exempt_bears_no_tax() {
    let shop = Shop::new();
    let mut untaxed = custom("Gavekort", 1, "100");
    untaxed["taxable"] = json!(false);
    let lines = json!([untaxed, custom("Lue", 1, "100")]);
    let made = draft(&shop, json!({ "lineItems": lines })).await;
    assert_eq!(amount(&made, "totalTaxSet"), "20.0");
    assert_eq!(made["lineItems"]["nodes"][0]["taxLines"], json!([]));
    let sweden = json!({ "city": "Malmö", "countryCode": "SE" });
    for input in [
        json!({ "lineItems": lines, "taxExempt": true, "shippingLine": freight("50") }),
        json!({ "lineItems": lines, "shippingAddress": sweden, "shippingLine": freight("50") }),
        json!({ "lineItems": lines, "billingAddress": sweden, "shippingLine": freight("50") }),
    ] {
        let made = draft(&shop, input).await;
        assert_eq!((&made["taxLines"], amount(&made, "totalTaxSet")), (&json!([]), "0.0".to_owned()));
        // The price is the price: what it includes is another question.
        assert_eq!(amount(&made, "totalPriceSet"), "250.0");
        let id = completed(&shop, &made, json!({})).await;
        let order = shop.order(&id, "taxExempt taxLines { title }").await;
        assert_eq!((&order["taxExempt"], &order["taxLines"]), (&made["taxExempt"], &json!([])));
    }
}

#[tokio::test]
async fn a_draft_has_its_amounts_in_both_currencies() {
    let made =
        draft(&Shop::new(), json!({ "presentmentCurrencyCode": "NOK", "lineItems": [custom("Lue", 3, "33.33")] }))
            .await;
    let money = json!({ "amount": "99.99", "currencyCode": "NOK" });
    assert_eq!(made["totalPriceSet"], json!({ "shopMoney": money, "presentmentMoney": money }));
    assert_eq!((&made["currencyCode"], &made["presentmentCurrencyCode"]), (&json!("NOK"), &json!("NOK")));
}

#[tokio::test]
async fn a_client_of_an_older_version_reads_the_amounts_as_texts() {
    let Some(shop) = full_schema::shop() else { return };
    let lines = json!([less(custom("Lue", 2, "50"), fixed(5.0))]);
    let made = draft(&shop, json!({ "lineItems": lines, "shippingLine": freight("10") })).await;
    let query = "query($id: ID!) {
      draftOrder(id: $id) {
        totalPrice subtotalPrice totalTax totalShippingPrice warnings { message } platformDiscounts { title } deposit { __typename }
        lineItems(first: 1) { nodes { originalUnitPrice originalTotal totalDiscount discountedTotal } }
      }
    }";
    let old = shop.one(query, json!({ "id": made["id"] })).await;
    let line = json!({ "originalUnitPrice": "50.00", "originalTotal": "100.00", "totalDiscount": "10.00", "discountedTotal": "90.00" });
    assert_eq!(
        old,
        json!({
            "totalPrice": "100.00", "subtotalPrice": "90.00", "totalTax": "20.00", "totalShippingPrice": "10.00",
            "warnings": [], "platformDiscounts": [], "deposit": null, "lineItems": { "nodes": [line] },
        })
    );
}
