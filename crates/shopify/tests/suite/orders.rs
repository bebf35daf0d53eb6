//! Orders, whole.

use serde_json::{Value, json};
use shopify::Scopes;
use shopify::documents::orders::{
    FinancialStatus, PaymentDetails, PurchasingEntity, Reach, TransactionStatus, by_ids, page,
};
use shopify_schema::gid::OrderId;

use crate::fake::{self, World, error, json, throttled};

fn bag(shop: &str, presentment: &str) -> Value {
    json!({"shopMoney": {"amount": shop}, "presentmentMoney": {"amount": presentment}})
}

fn line(number: u64) -> Value {
    json!({
        "id": format!("gid://shopify/LineItem/{number}"), "name": "Shirt - L", "title": "Shirt", "variantTitle": "L",
        "sku": "1000", "vendor": null, "product": {"id": "gid://shopify/Product/21"},
        "variant": {"id": "gid://shopify/ProductVariant/31", "barcode": null},
        "quantity": 1, "currentQuantity": 1, "unfulfilledQuantity": 1, "refundableQuantity": 1, "isGiftCard": false, "taxable": true,
        "requiresShipping": true, "originalUnitPriceSet": bag("745.00", "100.00"),
        "discountAllocations": [{"allocatedAmountSet": bag("74.50", "10.00")}], "customAttributes": [],
        "taxLines": [{"title": "VAT", "rate": 0.25, "ratePercentage": 25.0, "priceSet": bag("134.10", "18.00"), "channelLiable": null}],
    })
}

fn order(number: u64, more_lines: bool) -> Value {
    json!({
        "__typename": "Order", "id": format!("gid://shopify/Order/{number}"), "name": format!("#{number}"),
        "createdAt": "2026-03-02T23:30:00Z", "updatedAt": "2026-03-02T23:31:00Z", "processedAt": "2026-03-02T23:30:00Z",
        "cancelledAt": null, "cancelReason": null, "closed": false, "closedAt": null, "test": false, "edited": false,
        "confirmed": true, "unpaid": false, "fullyPaid": true, "refundable": true, "displayFinancialStatus": "HALF_PAID",
        "displayFulfillmentStatus": "UNFULFILLED", "returnStatus": "NO_RETURN", "email": "kari@example.com", "phone": null,
        "note": null, "poNumber": null, "sourceName": "web", "sourceIdentifier": null,
        "statusPageUrl": "https://fjord.example/1", "tags": ["a, b"], "currencyCode": "DKK", "presentmentCurrencyCode": "EUR",
        "requiresShipping": true, "taxesIncluded": true, "dutiesIncluded": false, "taxExempt": false, "totalWeight": "200", "subtotalLineItemsQuantity": 1,
        "currentSubtotalLineItemsQuantity": 1, "discountCode": null, "discountCodes": [], "paymentGatewayNames": ["bogus"],
        "totalPriceSet": bag("707.75", "95.00"), "subtotalPriceSet": null, "totalTaxSet": bag("141.55", "19.00"),
        "currentTotalDiscountsSet": bag("74.50", "10.00"), "totalShippingPriceSet": bag("37.25", "5.00"),
        "currentTotalPriceSet": bag("707.75", "95.00"), "currentSubtotalPriceSet": bag("670.50", "90.00"),
        "currentTotalTaxSet": bag("141.55", "19.00"), "currentShippingPriceSet": bag("37.25", "5.00"), "totalDiscountsSet": null,
        "originalTotalDutiesSet": bag("12.00", "1.61"), "currentTotalDutiesSet": null, "currentTotalAdditionalFeesSet": null,
        "totalReceivedSet": bag("707.75", "95.00"), "totalRefundedSet": bag("0.0", "0.0"),
        "totalOutstandingSet": bag("0.0", "0.0"), "totalTipReceivedSet": bag("0.0", "0.0"),
        "totalCashRoundingAdjustment": {"paymentSet": bag("0.0", "0.0"), "refundSet": bag("0.0", "0.0")},
        "app": {"name": "Online Store"}, "attribution": null,
        "customer": {"id": "gid://shopify/Customer/7", "firstName": "Kari", "lastName": null,
            "defaultEmailAddress": {"emailAddress": "kari@example.com"}, "defaultPhoneNumber": null, "defaultAddress": null},
        "purchasingEntity": {"__typename": "PurchasingCompany", "company": {"id": "gid://shopify/Company/3", "name": "Nord AS",
            "externalId": null, "mainContact": null}, "location": {"id": "gid://shopify/CompanyLocation/4", "name": "Oslo"}},
        "displayAddress": {"firstName": null, "lastName": null, "company": null, "address1": "Storgata 1", "address2": null,
            "zip": "0155", "city": "Oslo", "province": null, "provinceCode": null, "country": "Norway", "countryCodeV2": "NO",
            "phone": null, "latitude": 59.91273, "longitude": 10.74609},
        "shippingAddress": null, "billingAddress": null, "customAttributes": [{"key": "gift", "value": "yes"}], "taxLines": [],
        "additionalFees": [{"id": "gid://shopify/AdditionalFee/51", "name": "Recycling", "price": bag("3.00", "0.40"), "taxLines": []}],
        "transactions": [{"id": "gid://shopify/OrderTransaction/61", "kind": "SALE", "status": "PRETENDED", "gateway": "bogus",
            "formattedGateway": "Bogus", "manualPaymentGateway": false, "createdAt": "2026-03-02T23:30:00Z", "processedAt": null,
            "test": true, "errorCode": "CARD_DECLINED", "paymentId": null, "amountSet": bag("707.75", "95.00"),
            "amountRoundingSet": null, "receiptJson": {"gift_card_id": 999}, "parentTransaction": null,
            "paymentDetails": {"__typename": "CardPaymentDetails", "bin": "424242", "avsResultCode": null, "cvvResultCode": null,
                "number": "•••• 4242", "company": "Visa"}}],
        "fulfillments": [],
        "risk": {"assessments": [{"riskLevel": "LOW", "facts": [{"description": "fine", "sentiment": "POSITIVE"}]}]},
        "retailLocation": {"id": "gid://shopify/Location/71", "name": "Torget"},
        "paymentTerms": {"id": "gid://shopify/PaymentTerms/81", "paymentTermsName": "Net 30", "paymentTermsType": "NET",
            "paymentSchedules": {"nodes": [{"id": "gid://shopify/PaymentSchedule/82", "dueAt": "2026-04-01T22:00:00Z"}]}},
        "lineItems": {"nodes": [line(1)], "pageInfo": {"hasNextPage": more_lines}},
        "shippingLines": {"nodes": [], "pageInfo": {"hasNextPage": false}},
    })
}

fn orders(nodes: &[Value], next: Option<&str>) -> fake::Step {
    let page_info = json!({"hasNextPage": next.is_some(), "endCursor": next.unwrap_or("last")});
    json(&json!({"data": {"orders": {"nodes": nodes, "pageInfo": page_info}}, "extensions": fake::cost(554, 1446)}))
}

fn lines(numbers: &[u64], next: Option<&str>) -> fake::Step {
    let nodes: Vec<_> = numbers.iter().copied().map(line).collect();
    let page_info = json!({"hasNextPage": next.is_some(), "endCursor": next});
    json(&json!({"data": {"order": {"lineItems": {"nodes": nodes, "pageInfo": page_info}}}}))
}

/// The lines of an order among those of several.
fn first_lines(order: u64, numbers: &[u64], next: Option<&str>) -> fake::Step {
    let nodes: Vec<_> = numbers.iter().copied().map(line).collect();
    let page_info = json!({"hasNextPage": next.is_some(), "endCursor": next});
    let none = json!({"nodes": [], "pageInfo": {"hasNextPage": false, "endCursor": null}});
    let id = format!("gid://shopify/Order/{order}");
    let lines = json!({"id": id, "lineItems": {"nodes": nodes, "pageInfo": page_info}, "shippingLines": none});
    json(&json!({"data": {"nodes": [lines]}}))
}

#[tokio::test]
async fn an_order_is_kept_as_it_was_written_and_read_exactly() {
    let said = order(5001, false);
    let world = World::new([orders(std::slice::from_ref(&said), Some("next"))]);
    let page = page(&world.client, Reach::ALL, "status:open", None).await.unwrap();
    assert_eq!(page.next.as_deref(), Some("next"));
    let [kept] = page.orders.as_slice() else { panic!("one order") };
    assert_eq!((kept.json(), kept.id()), (said.to_string().as_str(), Some(5001)));
    let order = kept.read().unwrap();
    assert_eq!(order.display_financial_status, Some(FinancialStatus::Other("HALF_PAID".into())));
    assert_eq!(order.total_price_set.shop_money.amount.to_string(), "707.75");
    assert_eq!(order.total_weight.unwrap().0, 200);
    assert_eq!(order.line_items.nodes[0].tax_lines[0].rate_percentage.unwrap().0.to_string(), "25");
    let Some(PurchasingEntity::PurchasingCompany(company)) = order.purchasing_entity else { panic!("a company") };
    assert_eq!(company.company.name, "Nord AS");
    let payment = &order.transactions[0];
    assert_eq!(payment.status, TransactionStatus::Other("PRETENDED".into()));
    let Some(PaymentDetails::CardPaymentDetails(card)) = &payment.payment_details else { panic!("a card") };
    assert_eq!(card.company.as_deref(), Some("Visa"));
    assert_eq!(order.additional_fees[0].price.presentment_money.amount.to_string(), "0.40");
    let variables = &world.arrived()[0].body["variables"];
    assert_eq!(
        variables,
        &json!({"first": 90, "query": "status:open", "paymentTerms": true, "locations": true, "fulfillmentOrders": true,
            "staff": true}),
        "no cursor on the first page"
    );
}

#[tokio::test]
async fn what_an_app_may_not_read_is_not_asked_for_and_costs_nothing() {
    let mut said = order(5001, false);
    for part in ["retailLocation", "paymentTerms"] {
        said.as_object_mut().unwrap().remove(part);
    }
    let world = World::new([orders(std::slice::from_ref(&said), None)]);
    let page = page(&world.client, Reach::of(&Scopes::parse("read_orders"), true), "", None).await.unwrap();
    let order = page.orders[0].read().unwrap();
    assert_eq!((order.retail_location, order.payment_terms), (None, None));
    let variables = &world.arrived()[0].body["variables"];
    assert_eq!((&variables["paymentTerms"], &variables["locations"]), (&json!(false), &json!(false)));
    let of = |scopes| Reach::of(&Scopes::parse(scopes), true);
    let without_parts = Reach { fulfillment_orders: false, ..Reach::ALL };
    assert_eq!(of("write_payment_terms,read_locations,read_users"), without_parts);
    assert_eq!(of("write_payment_terms,read_locations,write_assigned_fulfillment_orders,read_users"), Reach::ALL);
    assert!(!of("read_assigned_fulfillment_orders").fulfillment_orders, "a place is a location");
}

#[tokio::test]
async fn who_took_an_order_is_asked_for_with_the_scope_on_a_plan_that_tells_it() {
    for (scopes, has_staff, is_asked) in
        [("read_orders,read_users", true, true), ("read_orders,read_users", false, false), ("read_orders", true, false)]
    {
        let mut said = order(5001, false);
        if is_asked {
            said["staffMember"] = json!({"id": "gid://shopify/StaffMember/91"});
        }
        let world = World::new([orders(&[said], None)]);
        let page = page(&world.client, Reach::of(&Scopes::parse(scopes), has_staff), "", None).await.unwrap();
        let told = page.orders[0].read().unwrap().staff_member.map(|member| member.id.into_inner());
        assert_eq!(told.as_deref(), is_asked.then_some("gid://shopify/StaffMember/91"));
        assert_eq!(world.arrived()[0].body["variables"]["staff"], is_asked);
    }
}

#[tokio::test]
async fn an_order_that_makes_no_sense_does_not_spoil_its_page() {
    let nonsense = json!({"id": "gid://shopify/Order/2", "createdAt": "yesterday"});
    let world = World::new([orders(&[nonsense, order(3, false)], None)]);
    let page = page(&world.client, Reach::ALL, "", Some("here".into())).await.unwrap();
    assert_eq!(page.next, None);
    let read: Vec<_> = page.orders.iter().map(|order| (order.id(), order.read().is_ok())).collect();
    assert_eq!(read, [(Some(2), false), (Some(3), true)]);
    assert_eq!(world.arrived()[0].body["variables"]["after"], "here");
}

#[tokio::test]
async fn lines_that_did_not_come_with_the_order_are_fetched() {
    let answers =
        [orders(&[order(1, true), order(2, false)], None), first_lines(1, &[1, 2], Some("more")), lines(&[3], None)];
    let world = World::new(answers);
    let page = page(&world.client, Reach::ALL, "", None).await.unwrap();
    let numbers = |at: usize| -> Vec<_> {
        let order = page.orders[at].read().unwrap();
        assert!(!order.line_items.page_info.has_next_page);
        order.line_items.nodes.into_iter().map(|line| line.id.into_inner()).collect()
    };
    let ids: Vec<_> = (1..=3).map(|number| format!("gid://shopify/LineItem/{number}")).collect();
    assert_eq!(numbers(0), ids);
    assert_eq!(numbers(1), ids[..1]);
    // Apart from its lines the order reads as before, so that its digest does not change by chance.
    let mut whole = order(1, false);
    whole["lineItems"]["nodes"] = json!([line(1), line(2), line(3)]);
    assert_eq!(page.orders[0].json(), whole.to_string());
    let arrived = world.arrived();
    assert_eq!(arrived.len(), 3);
    let variables = json!({"id": "gid://shopify/Order/1", "first": 250, "after": "more"});
    assert_eq!(arrived[2].body["variables"], variables);
}

#[tokio::test]
async fn orders_with_more_lines_take_one_call_together() {
    let answer = |ids: &[u64]| {
        let none = json!({"nodes": [], "pageInfo": {"hasNextPage": false, "endCursor": null}});
        let of = |id: &u64| {
            json!({"id": format!("gid://shopify/Order/{id}"), "lineItems": {"nodes": [line(*id)],
            "pageInfo": {"hasNextPage": false, "endCursor": null}}, "shippingLines": none})
        };
        json(&json!({"data": {"nodes": ids.iter().map(of).collect::<Vec<_>>()}}))
    };
    let placed: Vec<_> = (1..=12).map(|number| order(number, true)).collect();
    let world = World::new([orders(&placed, None), answer(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), answer(&[11, 12])]);
    let page = page(&world.client, Reach::ALL, "", None).await.unwrap();
    assert_eq!((page.orders.len(), world.arrived().len()), (12, 3));
    let last = page.orders[11].read().unwrap();
    assert_eq!(last.line_items.nodes[0].id.inner(), "gid://shopify/LineItem/12");
}

#[tokio::test]
async fn an_order_that_is_deleted_while_it_is_read_is_left_out() {
    let gone_at_once = json(&json!({"data": {"nodes": [null]}}));
    let world = World::new([orders(&[order(1, true), order(2, false)], None), gone_at_once]);
    let ids =
        |page: shopify::documents::orders::Page| page.orders.iter().filter_map(|order| order.id()).collect::<Vec<_>>();
    assert_eq!(ids(page(&world.client, Reach::ALL, "", None).await.unwrap()), [2]);
    let gone_later = json(&json!({"data": {"order": null}}));
    let answers = [orders(&[order(1, true), order(2, false)], None), first_lines(1, &[1], Some("more")), gone_later];
    let world = World::new(answers);
    assert_eq!(ids(page(&world.client, Reach::ALL, "", None).await.unwrap()), [2]);
}

#[tokio::test]
async fn an_order_by_its_id_reads_as_on_a_page() {
    let said = order(5001, false);
    let answer = json(&json!({"data": {"nodes": [null, said.clone()]}}));
    let world = World::new([answer]);
    let orders = by_ids(&world.client, Reach::ALL, &[OrderId::new(1), OrderId::new(5001)]).await.unwrap();
    let texts: Vec<_> = orders.iter().map(shopify::Kept::json).collect();
    assert_eq!(texts, [said.to_string()], "one that is gone is left out");
    assert_eq!(
        world.arrived()[0].body["variables"]["ids"],
        json!(["gid://shopify/Order/1", "gid://shopify/Order/5001"])
    );
}

#[tokio::test]
async fn a_page_that_is_too_costly_is_asked_for_with_fewer_orders() {
    let too_costly =
        error("MAX_COST_EXCEEDED", "Query cost is 1200, which exceeds the single query max cost limit (1000).");
    let world = World::new([too_costly, orders(&[order(1, false)], None)]);
    page(&world.client, Reach::ALL, "", None).await.unwrap();
    let sizes: Vec<_> = world.arrived().iter().map(|call| call.body["variables"]["first"].as_i64().unwrap()).collect();
    assert_eq!(sizes, [90, 54]);
}

#[tokio::test]
async fn a_page_fits_the_bucket_of_a_small_store() {
    let small = json!({"cost": {"requestedQueryCost": 554, "throttleStatus":
        {"maximumAvailable": 300, "currentlyAvailable": 300, "restoreRate": 15}}});
    let refusal =
        json!({"errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}], "extensions": small});
    let world = World::new([json(&refusal), throttled(278, 0), orders(&[order(1, false)], None)]);
    world.drive(page(&world.client, Reach::ALL, "", None)).await.unwrap();
    let sizes: Vec<_> = world.arrived().iter().map(|call| call.body["variables"]["first"].as_i64().unwrap()).collect();
    assert_eq!(sizes, [90, 7, 7]);
}
