//! What a channel gives an order, and no mutation.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::shop::{LOCATION, Shop, line, payment};

fn kr(amount: &str) -> Value {
    json!({ "shopMoney": { "amount": amount } })
}

async fn make_special(shop: &Shop, order: &Value, change: Value) {
    let mut change = change;
    change["order"] = order["id"].clone();
    let answer = shop.post("/_devstore/orders/special", None, &change.to_string()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.json());
}

#[tokio::test]
async fn tips_duties_and_fees_are_part_of_what_an_order_costs() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 2, "50")] })).await;
    let tax = json!([{ "title": "MVA", "rate": 0.25 }]);
    let change = json!({
        "tip": { "amount": kr("5.00") },
        "duties": kr("12.00"),
        "additionalFees": [{ "name": "Recycling", "price": kr("4.00"), "taxLines": tax }],
    });
    make_special(&shop, &order, change).await;
    let fields = "totalPriceSet { shopMoney { amount } } totalTipReceivedSet { shopMoney { amount } }
        originalTotalDutiesSet { shopMoney { amount } } currentTotalAdditionalFeesSet { shopMoney { amount } }
        totalTaxSet { shopMoney { amount } } lineItems(first: 5) { nodes { name product { id } } }
        additionalFees { name price { shopMoney { amount } } taxLines { rate } }";
    assert_eq!(
        shop.order(&order["id"], fields).await,
        json!({
            "totalPriceSet": kr("122.0"),
            "totalTipReceivedSet": kr("5.0"),
            "originalTotalDutiesSet": kr("12.0"),
            "currentTotalAdditionalFeesSet": kr("4.0"),
            "totalTaxSet": kr("1.0"),
            "lineItems": { "nodes": [{ "name": "A", "product": null }, { "name": "Tip", "product": null }] },
            "additionalFees": [{ "name": "Recycling", "price": kr("4.0"), "taxLines": [{ "rate": 0.25 }] }],
        })
    );
}

#[tokio::test]
async fn an_order_of_a_till_tells_where_it_was_taken_and_what_cash_was_rounded_by() {
    let shop = Shop::new();
    let order =
        shop.create_order(json!({ "lineItems": [line("A", 1, "99.90")], "transactions": [payment("99.90", "SALE")] }));
    let order = order.await;
    let change = json!({
        "channel": "Point of Sale",
        "retailLocation": LOCATION,
        "cashRounding": { "payments": kr("0.10") },
    });
    make_special(&shop, &order, change).await;
    let fields = "attribution { displayName handle } retailLocation { name }
        totalCashRoundingAdjustment { paymentSet { shopMoney { amount } } refundSet { shopMoney { amount } } }
        transactions { amountRoundingSet { shopMoney { amount } } }";
    assert_eq!(
        shop.order(&order["id"], fields).await,
        json!({
            "attribution": { "displayName": "Point of Sale", "handle": "point-of-sale" },
            "retailLocation": { "name": "Lager Bergen" },
            "totalCashRoundingAdjustment": { "paymentSet": kr("0.1"), "refundSet": kr("0.0") },
            "transactions": [{ "amountRoundingSet": kr("0.1") }],
        })
    );
}

#[tokio::test]
async fn a_company_buys_on_terms_by_the_customer_who_speaks_for_it() {
    let shop = Shop::new();
    let customer = json!({ "toUpsert": { "email": "kari@example.com" } });
    let order = shop.create_order(json!({ "lineItems": [line("A", 1, "10")], "customer": customer })).await;
    let change = json!({
        "company": { "name": "Nord AS", "externalId": "N-1", "location": "Oslo" },
        "paymentTerms": { "name": "Net 30", "dueAt": "2026-12-02T08:30:00Z" },
    });
    make_special(&shop, &order, change).await;
    let fields = "purchasingEntity { ... on PurchasingCompany { company { name externalId mainContact { customer {
        defaultEmailAddress { emailAddress } } } } location { name } } }
        paymentTerms { paymentTermsName paymentTermsType paymentSchedules(first: 2) { nodes { dueAt } } }";
    let contact = json!({ "customer": { "defaultEmailAddress": { "emailAddress": "kari@example.com" } } });
    assert_eq!(
        shop.order(&order["id"], fields).await,
        json!({
            "purchasingEntity": {
                "company": { "name": "Nord AS", "externalId": "N-1", "mainContact": contact },
                "location": { "name": "Oslo" },
            },
            "paymentTerms": {
                "paymentTermsName": "Net 30",
                "paymentTermsType": "NET",
                "paymentSchedules": { "nodes": [{ "dueAt": "2026-12-02T08:30:00Z" }] },
            },
        })
    );
}

#[tokio::test]
async fn an_order_of_a_person_who_was_forgotten_tells_nothing_of_them() {
    let shop = Shop::new();
    let customer = json!({ "toUpsert": { "email": "kari@example.com" } });
    let order = shop.create_order(json!({
        "lineItems": [line("A", 1, "10")], "customer": customer, "note": "Ring", "email": "kari@example.com",
        "shippingAddress": { "address1": "Storgata 1", "city": "Oslo", "countryCode": "NO" },
    }));
    let order = order.await;
    make_special(&shop, &order, json!({ "redacted": true })).await;
    let fields =
        "email note customer { id } purchasingEntity { __typename } shippingAddress { city } displayAddress { city }";
    let nothing = json!({
        "email": null, "note": null, "customer": null, "purchasingEntity": null, "shippingAddress": null,
        "displayAddress": null,
    });
    assert_eq!(shop.order(&order["id"], fields).await, nothing);
}

#[tokio::test]
async fn what_is_not_there_is_told() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 1, "10")] })).await;
    let id = &order["id"];
    for (change, told) in [
        (json!({ "order": "gid://shopify/Order/1" }), "there is no order"),
        (json!({ "order": id, "retailLocation": "gid://shopify/Location/1" }), "there is no location"),
        (
            json!({ "order": id, "paymentTerms": { "name": "Never" } }),
            "there are no payment terms 'Never': there are Due on",
        ),
        (json!({ "order": id, "tips": 5 }), "unknown field `tips`"),
    ] {
        let answer = shop.post("/_devstore/orders/special", None, &change.to_string()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        let error = answer.json()["error"].as_str().unwrap().to_owned();
        assert!(error.contains(told), "{error}");
    }
}
