use serde_json::{Value, json};

use crate::shop::{Shop, kroner, line};

fn amount(order: &Value, field: &str) -> String {
    order[field]["shopMoney"]["amount"].as_str().unwrap().to_owned()
}

fn vat() -> Value {
    json!([{ "title": "MVA", "rate": 0.25 }])
}

fn taxed(mut line: Value) -> Value {
    line["taxLines"] = vat();
    line
}

#[tokio::test]
async fn an_order_that_was_created_is_found_among_the_orders() {
    let shop = Shop::new();
    let created =
        shop.create_order(json!({ "lineItems": [line("Kopp", 2, "99.50")], "email": "kari@example.com" })).await;
    assert_eq!(created["name"], "#1001");
    let data = shop
        .data("{ orders(first: 10) { nodes { id name email createdAt totalPriceSet { shopMoney { amount } } } } }")
        .await;
    assert_eq!(
        data["orders"]["nodes"],
        json!([{
            "id": created["id"],
            "name": "#1001",
            "email": "kari@example.com",
            "createdAt": "2026-11-02T08:30:00Z",
            "totalPriceSet": { "shopMoney": { "amount": "199.0" } },
        }])
    );
    let next = shop.create_order(json!({ "lineItems": [line("Kopp", 1, "1")] })).await;
    assert_eq!(next["name"], "#1002");
}

#[tokio::test]
async fn totals_are_right_to_the_cent_when_prices_include_the_tax() {
    let shop = Shop::new();
    let order = shop
        .create_order(json!({
            "taxesIncluded": true,
            "currency": "NOK",
            "lineItems": [taxed(line("Lue", 1, "349.00")), taxed(line("Sokker", 3, "189.90"))],
            "shippingLines": [{ "title": "Hentested", "priceSet": kroner("79"), "taxLines": vat() }],
            "discountCode": { "itemPercentageDiscountCode": { "code": "VELKOMMEN10", "percentage": 10 } },
        }))
        .await;
    // 349.00 + 569.70 = 918.70; 10 % of it is 91.87, of which the first line bears 34.90.
    assert_eq!(amount(&order, "totalDiscountsSet"), "91.87");
    assert_eq!(amount(&order, "subtotalPriceSet"), "826.83");
    assert_eq!(amount(&order, "totalShippingPriceSet"), "79.0");
    assert_eq!(amount(&order, "totalPriceSet"), "905.83");
    let lines = order["lineItems"]["nodes"].as_array().unwrap();
    assert_eq!(amount(&lines[0]["discountAllocations"][0], "allocatedAmountSet"), "34.9");
    assert_eq!(amount(&lines[1]["discountAllocations"][0], "allocatedAmountSet"), "56.97");
    // A fifth of what is left: 314.10, 512.73 and 79.00.
    assert_eq!(amount(&lines[0]["taxLines"][0], "priceSet"), "62.82");
    assert_eq!(amount(&lines[1]["taxLines"][0], "priceSet"), "102.55");
    assert_eq!(amount(&order, "totalTaxSet"), "181.17");
    assert_eq!(
        order["taxLines"],
        json!([{ "title": "MVA", "rate": 0.25, "ratePercentage": 25.0, "priceSet": { "shopMoney": { "amount": "181.17" } } }])
    );
}

#[tokio::test]
async fn totals_are_right_to_the_cent_when_the_tax_comes_on_top() {
    let shop = Shop::new();
    let order = shop
        .create_order(json!({
            "taxesIncluded": false,
            "lineItems": [taxed(line("A", 1, "33.33")), taxed(line("B", 1, "33.33")), taxed(line("C", 1, "33.34"))],
            "shippingLines": [{ "title": "Hjem", "priceSet": kroner("40"), "taxLines": vat() }],
            "discountCode": { "itemFixedDiscountCode": { "code": "TAKK10", "amountSet": kroner("10") } },
        }))
        .await;
    assert_eq!(amount(&order, "totalDiscountsSet"), "10.0");
    assert_eq!(amount(&order, "subtotalPriceSet"), "90.0");
    let allocated: Vec<String> = order["lineItems"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| amount(&line["discountAllocations"][0], "allocatedAmountSet"))
        .collect();
    assert_eq!(allocated, ["3.33", "3.34", "3.33"]);
    // 7.50 + 7.50 + 7.50 (from 30.00, 29.99 and 30.01) and 10.00 on the shipping.
    assert_eq!(amount(&order, "totalTaxSet"), "32.5");
    assert_eq!(amount(&order, "totalPriceSet"), "162.5");
}

#[tokio::test]
async fn free_shipping_takes_the_shipping_and_its_tax_away() {
    let shop = Shop::new();
    let order = shop
        .create_order(json!({
            "taxesIncluded": true,
            "lineItems": [taxed(line("A", 1, "100"))],
            "shippingLines": [{ "title": "Hjem", "priceSet": kroner("79"), "taxLines": vat() }],
            "discountCode": { "freeShippingDiscountCode": { "code": "FRIFRAKT" } },
        }))
        .await;
    assert_eq!(amount(&order, "totalDiscountsSet"), "79.0");
    assert_eq!(amount(&order, "totalPriceSet"), "100.0");
    assert_eq!(amount(&order, "totalTaxSet"), "20.0");
}

#[tokio::test]
async fn both_currencies_have_totals_of_their_own() {
    let shop = Shop::new();
    let money = |nok: &str, eur: &str| {
        json!({
            "shopMoney": { "amount": nok, "currencyCode": "NOK" },
            "presentmentMoney": { "amount": eur, "currencyCode": "EUR" },
        })
    };
    let order = shop
        .create_order(json!({
            "lineItems": [{ "title": "A", "quantity": 3, "priceSet": money("115.50", "9.99") }],
            "shippingLines": [{ "title": "Hjem", "priceSet": money("57.75", "5.00") }],
        }))
        .await;
    assert_eq!(
        order["totalPriceSet"],
        json!({
            "shopMoney": { "amount": "404.25", "currencyCode": "NOK" },
            "presentmentMoney": { "amount": "34.97", "currencyCode": "EUR" },
        })
    );
}

#[tokio::test]
async fn the_financial_status_follows_the_payments() {
    let shop = Shop::new();
    let payment = |amount: &str, kind: &str, status: &str| json!({ "amountSet": kroner(amount), "kind": kind, "status": status, "gateway": "vipps" });
    let cases = [
        (json!([]), "PENDING"),
        (json!([payment("100", "SALE", "SUCCESS")]), "PAID"),
        (json!([payment("40", "SALE", "SUCCESS")]), "PARTIALLY_PAID"),
        (json!([payment("100", "SALE", "FAILURE")]), "PENDING"),
        (json!([payment("100", "AUTHORIZATION", "SUCCESS")]), "AUTHORIZED"),
        (json!([payment("100", "AUTHORIZATION", "SUCCESS"), payment("100", "CAPTURE", "SUCCESS")]), "PAID"),
    ];
    for (transactions, status) in cases {
        let order = shop
            .create_order(json!({ "lineItems": [line("A", 1, "100")], "transactions": transactions.clone() }))
            .await;
        assert_eq!(order["displayFinancialStatus"], status, "{transactions}");
        assert_eq!(order["fullyPaid"], status == "PAID");
    }
}

#[tokio::test]
async fn an_unpaid_order_is_marked_as_paid_once_and_moves_in_the_list() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 1, "100")], "financialStatus": "PENDING" })).await;
    shop.pass(60);
    let mark = "mutation($input: OrderMarkAsPaidInput!) {
      orderMarkAsPaid(input: $input) {
        order {
          fullyPaid unpaid updatedAt createdAt displayFinancialStatus
          transactions(first: 5) { kind status gateway amountSet { shopMoney { amount } } }
        }
        userErrors { field message }
      }
    }";
    let variables = json!({ "input": { "id": order["id"] } });
    let data = shop.data_with(mark, variables.clone()).await;
    assert_eq!(
        data["orderMarkAsPaid"],
        json!({
            "order": {
                "fullyPaid": true,
                "unpaid": false,
                "updatedAt": "2026-11-02T08:31:00Z",
                "createdAt": "2026-11-02T08:30:00Z",
                "displayFinancialStatus": "PAID",
                "transactions": [
                    { "kind": "SALE", "status": "SUCCESS", "gateway": "manual", "amountSet": { "shopMoney": { "amount": "100.0" } } },
                ],
            },
            "userErrors": [],
        })
    );
    let again = shop.data_with(mark, variables).await;
    assert_eq!(
        again["orderMarkAsPaid"],
        json!({ "order": null, "userErrors": [{ "field": ["id"], "message": "Order cannot be marked as paid." }] })
    );
}

#[tokio::test]
async fn lines_of_a_variant_take_title_sku_and_price_from_it() {
    let shop = Shop::new();
    let set = "mutation($input: ProductSetInput!) {
      productSet(input: $input) {
        product { id handle hasOnlyDefaultVariant variants(first: 5) { nodes { id title sku price } } }
        userErrors { field message code }
      }
    }";
    let product = json!({
        "title": "Ulltrøye Vinje",
        "productOptions": [{ "name": "Størrelse", "values": [{ "name": "S" }, { "name": "M" }] }],
        "variants": [
            { "optionValues": [{ "optionName": "Størrelse", "name": "S" }], "sku": "1200-S", "price": "799" },
            { "optionValues": [{ "optionName": "Størrelse", "name": "M" }], "sku": "1200-M", "price": "799.90" },
        ],
    });
    let data = shop.data_with(set, json!({ "input": product })).await;
    assert_eq!(data["productSet"]["userErrors"], json!([]));
    let product = &data["productSet"]["product"];
    assert_eq!(product["handle"], "ulltroye-vinje");
    assert_eq!(product["variants"]["nodes"][1]["price"], "799.90");
    let order = shop
        .create_order(json!({ "lineItems": [{ "variantId": product["variants"]["nodes"][1]["id"], "quantity": 2 }] }))
        .await;
    let line = &order["lineItems"]["nodes"][0];
    assert_eq!((line["title"].as_str(), line["sku"].as_str()), (Some("Ulltrøye Vinje"), Some("1200-M")));
    assert_eq!(amount(&order, "totalPriceSet"), "1599.8");
}

#[tokio::test]
async fn a_customer_is_unique_by_mail_and_phone_and_an_order_finds_it() {
    let shop = Shop::new();
    let create = "mutation($input: CustomerInput!) {
      customerCreate(input: $input) { customer { id displayName } userErrors { field message } }
    }";
    let kari =
        json!({ "firstName": "Kari", "lastName": "Vik", "email": "Kari@Example.com", "phone": "+47 400 00 001" });
    let first = shop.data_with(create, json!({ "input": kari })).await;
    assert_eq!(first["customerCreate"]["customer"]["displayName"], "Kari Vik");
    let again =
        shop.data_with(create, json!({ "input": { "email": "kari@example.com", "phone": "+4740000001" } })).await;
    assert_eq!(
        again["customerCreate"],
        json!({
            "customer": null,
            "userErrors": [
                { "field": ["email"], "message": "Email has already been taken" },
                { "field": ["phone"], "message": "Phone has already been taken" },
            ],
        })
    );
    shop.create_order(json!({
        "lineItems": [line("A", 1, "100")],
        "customer": { "toUpsert": { "email": "kari@example.com" } },
    }))
    .await;
    let data = shop
        .data("{ customers(first: 5) { nodes { id numberOfOrders } } orders(first: 5) { nodes { customer { id } } } }")
        .await;
    let id = &first["customerCreate"]["customer"]["id"];
    assert_eq!(data["customers"]["nodes"], json!([{ "id": id, "numberOfOrders": "1" }]));
    assert_eq!(data["orders"]["nodes"], json!([{ "customer": { "id": id } }]));
}

#[tokio::test]
async fn an_order_that_breaks_a_rule_is_refused_and_nothing_changes() {
    let shop = Shop::new();
    let create = "mutation($order: OrderCreateOrderInput!) {
      orderCreate(order: $order) { order { id } userErrors { field message code } }
    }";
    let errors = |data: &Value| data["orderCreate"]["userErrors"][0]["message"].as_str().unwrap().to_owned();
    let empty = shop.data_with(create, json!({ "order": { "lineItems": [] } })).await;
    assert_eq!(errors(&empty), "Line items must have at least one line item");
    let unknown = json!({ "lineItems": [{ "variantId": "gid://shopify/ProductVariant/1", "quantity": 1 }] });
    let data = shop.data_with(create, json!({ "order": unknown })).await;
    assert_eq!(errors(&data), "The variant does not exist in the shop.");
    let mut both = line("A", 1, "1");
    both["taxLines"] = vat();
    let data = shop.data_with(create, json!({ "order": { "lineItems": [both], "taxLines": vat() } })).await;
    assert_eq!(errors(&data), "Tax lines must be associated with either order or line item but not both");
    assert_eq!(shop.handle().holds(None).unwrap().orders, 0);
}
