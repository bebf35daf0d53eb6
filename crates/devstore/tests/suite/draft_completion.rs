//! The order that becomes of a draft.

use rstest::rstest;
use serde_json::{Value, json};

use crate::drafts::{SEND, completed, custom, draft};
use crate::shop::Shop;

#[tokio::test]
async fn a_completed_draft_is_a_paid_order_like_every_other() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "349", 5).await;
    let made = draft(
        &shop,
        json!({
            "email": "kari@example.com",
            "note": "Ring først",
            "poNumber": "PO-7",
            "tags": ["faktura"],
            "lineItems": [{ "variantId": variant, "quantity": 2 }, custom("Gravering", 1, "100")],
            "shippingAddress": { "lastName": "Vik", "city": "Bergen", "countryCode": "NO" },
        }),
    )
    .await;
    assert_eq!(shop.stock(&variant).await, 5);
    shop.pass(60);
    let id = completed(&shop, &made, json!({})).await;
    assert_eq!(shop.stock(&variant).await, 3);
    let order = shop
        .order(
            &id,
            "name email note poNumber tags sourceName createdAt fullyPaid displayFinancialStatus displayFulfillmentStatus
             paymentGatewayNames app { name } customer { numberOfOrders amountSpent { amount } }
             totalPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } }
             transactions(first: 5) { kind status gateway amountSet { shopMoney { amount } } }
             shippingAddress { city } lineItems(first: 5) { nodes { title quantity variant { id } } }
             fulfillmentOrders(first: 5) { nodes { status lineItems(first: 5) { nodes { remainingQuantity } } } }",
        )
        .await;
    assert_eq!((&order["name"], &order["createdAt"]), (&json!("#1001"), &json!("2026-11-02T08:31:00Z")));
    assert_eq!(
        (&order["note"], &order["poNumber"], &order["tags"]),
        (&json!("Ring først"), &json!("PO-7"), &json!(["faktura"]))
    );
    assert_eq!((&order["sourceName"], &order["app"]["name"]), (&json!("shopify_draft_order"), &json!("Draft Orders")));
    assert_eq!((&order["displayFinancialStatus"], &order["fullyPaid"]), (&json!("PAID"), &json!(true)));
    assert_eq!(order["displayFulfillmentStatus"], "UNFULFILLED");
    assert_eq!(order["totalPriceSet"]["shopMoney"]["amount"], "798.0");
    // A fifth of each line: 139.60 and 20.00.
    assert_eq!(order["totalTaxSet"]["shopMoney"]["amount"], "159.6");
    let payment = json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "manual", "amountSet": { "shopMoney": { "amount": "798.0" } } });
    assert_eq!(order["transactions"], json!([payment]));
    assert_eq!(order["customer"], json!({ "numberOfOrders": "1", "amountSpent": { "amount": "798.0" } }));
    assert_eq!(order["lineItems"]["nodes"][0], json!({ "title": "Lue", "quantity": 2, "variant": { "id": variant } }));
    let waiting = &order["fulfillmentOrders"]["nodes"];
    assert_eq!(waiting.as_array().unwrap().len(), 1);
    assert_eq!(waiting[0]["lineItems"]["nodes"], json!([{ "remainingQuantity": 2 }, { "remainingQuantity": 1 }]));
    let after = shop
        .data_with(
            "query($id: ID!) { draftOrder(id: $id) { status completedAt updatedAt order { id } } }",
            json!({ "id": made["id"] }),
        )
        .await;
    assert_eq!(
        after["draftOrder"],
        json!({ "status": "COMPLETED", "completedAt": "2026-11-02T08:31:00Z", "updatedAt": "2026-11-02T08:31:00Z", "order": { "id": id } })
    );
}

#[rstest]
#[case(json!({ "pending": true }), json!(null))]
#[case(json!({}), json!({ "paymentTermsTemplateId": "gid://shopify/PaymentTermsTemplate/4" }))]
#[tokio::test]
async fn an_order_waits_to_be_paid_when_that_was_said_or_there_are_terms(#[case] how: Value, #[case] terms: Value) {
    let shop = Shop::new();
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "100")], "paymentTerms": terms })).await;
    let id = completed(&shop, &made, how).await;
    let order = shop
        .order(
            &id,
            "displayFinancialStatus canMarkAsPaid paymentGatewayNames totalOutstandingSet { shopMoney { amount } }
             transactions(first: 5) { kind status gateway }",
        )
        .await;
    assert_eq!(
        order,
        json!({
            "displayFinancialStatus": "PENDING",
            "canMarkAsPaid": true,
            "paymentGatewayNames": ["manual"],
            "totalOutstandingSet": { "shopMoney": { "amount": "100.0" } },
            "transactions": [{ "kind": "SALE", "status": "PENDING", "gateway": "manual" }],
        })
    );
}

#[tokio::test]
async fn payment_terms_go_from_the_draft_to_its_order_and_are_met_when_it_is_paid() {
    let shop = Shop::new();
    let terms = json!({
        "paymentTermsTemplateId": "gid://shopify/PaymentTermsTemplate/4",
        "paymentSchedules": [{ "issuedAt": "2026-11-01T12:00:00Z" }],
    });
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "100")], "paymentTerms": terms })).await;
    let schedule = json!({ "issuedAt": "2026-11-01T12:00:00Z", "dueAt": "2026-12-01T12:00:00Z", "completedAt": null, "balanceDue": { "amount": "100.0", "currencyCode": "NOK" } });
    assert_eq!(
        made["paymentTerms"],
        json!({ "dueInDays": 30, "paymentTermsName": "Net 30", "paymentTermsType": "NET", "overdue": false, "paymentSchedules": { "nodes": [schedule] } })
    );
    assert_eq!(made["amountDueNowSet"]["shopMoney"]["amount"], "0.0");
    assert_eq!(made["amountDueLaterSet"]["shopMoney"]["amount"], "100.0");
    let id = completed(&shop, &made, json!({})).await;
    shop.pass(30 * 86_400);
    let selection = "paymentTerms { paymentTermsName overdue paymentSchedules(first: 1) { nodes { dueAt completedAt balanceDue { amount } } } }";
    let late = shop.order(&id, selection).await["paymentTerms"].clone();
    assert_eq!((&late["paymentTermsName"], &late["overdue"]), (&json!("Net 30"), &json!(true)));
    let pay = "mutation($id: ID!) { orderMarkAsPaid(input: { id: $id }) { userErrors { message } } }";
    shop.done(pay, json!({ "id": id })).await;
    let met = shop.order(&id, selection).await["paymentTerms"].clone();
    assert_eq!(met["overdue"], false);
    assert_eq!(
        met["paymentSchedules"]["nodes"][0],
        json!({ "dueAt": "2026-12-01T12:00:00Z", "completedAt": "2026-12-02T08:30:00Z", "balanceDue": { "amount": "0.0" } })
    );
}

#[tokio::test]
async fn every_shop_has_the_same_templates_of_payment_terms() {
    let data = Shop::new()
        .data("{ paymentTermsTemplates(paymentTermsType: NET) { id name dueInDays } all: paymentTermsTemplates { paymentTermsType } }")
        .await;
    assert_eq!(
        data["paymentTermsTemplates"][2],
        json!({ "id": "gid://shopify/PaymentTermsTemplate/4", "name": "Net 30", "dueInDays": 30 })
    );
    assert_eq!(data["all"].as_array().unwrap().len(), 9);
}

#[tokio::test]
async fn an_order_says_where_its_draft_came_from() {
    let shop = Shop::new();
    let lines = json!([custom("Kopp", 1, "1")]);
    let made = draft(&shop, json!({ "lineItems": lines, "sourceName": "kobling" })).await;
    let id = completed(&shop, &made, json!({})).await;
    assert_eq!(shop.order(&id, "sourceName").await["sourceName"], "kobling");
    let made = draft(&shop, json!({ "lineItems": lines, "sourceName": "kobling" })).await;
    let id = completed(&shop, &made, json!({ "source": "invoices" })).await;
    assert_eq!(shop.order(&id, "sourceName").await["sourceName"], "invoices");
}

#[tokio::test]
async fn a_draft_that_costs_nothing_becomes_a_paid_order_without_a_payment() {
    let shop = Shop::new();
    let free = json!({ "value": 100, "valueType": "PERCENTAGE" });
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "100")], "appliedDiscount": free })).await;
    let id = completed(&shop, &made, json!({})).await;
    let order = shop.order(&id, "displayFinancialStatus transactions(first: 1) { id }").await;
    assert_eq!(order, json!({ "displayFinancialStatus": "PAID", "transactions": [] }));
}

#[tokio::test]
async fn a_draft_whose_invoice_was_sent_says_so() {
    let shop = Shop::new();
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await;
    let blank = shop.one(SEND, json!({ "id": made["id"] })).await;
    assert_eq!(blank["draftOrder"]["status"], "OPEN");
    assert_eq!(blank["userErrors"], json!([{ "field": null, "message": "To can't be blank" }]));
    let sent = shop.done(SEND, json!({ "id": made["id"], "email": { "to": "kari@example.com" } })).await;
    assert_eq!(sent["draftOrder"], json!({ "status": "INVOICE_SENT", "invoiceSentAt": "2026-11-02T08:30:00Z" }));
    completed(&shop, &made, json!({})).await;
    let late = shop.refused(SEND, json!({ "id": made["id"], "email": { "to": "kari@example.com" } })).await;
    assert_eq!(late, "Draft order Invoice can't be sent. This draft order is already paid.");
}
